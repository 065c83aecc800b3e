import { Button } from '@fluentui/react-components';
import { DocumentArrowUp20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { ChosenReport } from './report-desk';

interface ChooseProps {
  readonly label: string;
  readonly accept: string;
  readonly primary?: boolean;
  readonly onChoose: (chosen: ChosenReport) => void;
}

export const chosenReport = (file: File): ChosenReport => ({
  name: file.name,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

/** A button that asks for a file. */
export function ChooseFile({ label, accept, primary = false, onChoose }: ChooseProps) {
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
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file chosen again is read again.
          currentTarget.value = '';
          if (file) onChoose(chosenReport(file));
        }}
      />
    </>
  );
}
