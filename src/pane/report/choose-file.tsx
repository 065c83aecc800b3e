import { Button } from '@fluentui/react-components';
import { DocumentArrowUp20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { ChosenReport } from './report-desk';

interface ChooseProps {
  readonly label: string;
  readonly accept: string;
  readonly primary?: boolean;
  readonly multiple?: boolean;
  /** The first, and all. */
  readonly onChoose: (chosen: ChosenReport, all: readonly ChosenReport[]) => void;
}

export const chosenReport = (file: File): ChosenReport => ({
  name: file.name,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

/** A button that asks for a file, or for some. */
export function ChooseFile({
  label,
  accept,
  primary = false,
  multiple = false,
  onChoose,
}: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="small"
        appearance={primary ? 'primary' : 'secondary'}
        icon={<DocumentArrowUp20Regular />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [first, ...more] = [...(currentTarget.files ?? [])].map(chosenReport);
          // The same file chosen again is read again.
          currentTarget.value = '';
          if (first) onChoose(first, [first, ...more]);
        }}
      />
    </>
  );
}
