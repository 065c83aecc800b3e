import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useWorkbenchSpeaker } from './speaker';

const useStyles = makeStyles({
  splitter: {
    flexShrink: 0,
    width: '7px',
    border: '0 none',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    cursor: 'col-resize',
    touchAction: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      backgroundColor: tokens.colorBrandBackground,
    },
  },
});

const PANE_LEAST = 320;
const SHEET_LEAST = 400;
const STEP = 24;

/** What the pane may be wide beside a sheet that is still usable. */
export const paneWidthIn = (wanted: number, available: number): number =>
  Math.round(Math.max(PANE_LEAST, Math.min(wanted, available - SHEET_LEAST)));

interface SplitterProps {
  readonly width: number;
  readonly available: number;
  readonly onWidth: (width: number) => void;
}

/** The edge between sheet and pane: drag it, or move it with the arrow keys. */
export function Splitter({ width, available, onWidth }: SplitterProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const to = (wanted: number): void => onWidth(paneWidthIn(wanted, available));
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: available,
      End: PANE_LEAST,
    };
    const wanted = steps[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    to(wanted);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    // It stands at the end of the sheet's half, and both halves in one row.
    const row = event.currentTarget.parentElement?.parentElement;
    to((row?.getBoundingClientRect().right ?? 0) - event.clientX);
  };
  return (
    <div
      className={own.splitter}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={say('splitter')}
      aria-valuemin={PANE_LEAST}
      aria-valuemax={Math.max(PANE_LEAST, available - SHEET_LEAST)}
      aria-valuenow={width}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
