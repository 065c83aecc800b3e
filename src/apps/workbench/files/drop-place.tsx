import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../books/desk-context';
import { readDrop, type ChosenFile } from './file-access';
import { useWorkbenchSpeaker } from '../frame/speaker';

const useStyles = makeStyles({
  over: {
    position: 'fixed',
    inset: '8px',
    zIndex: 1000,
    display: 'grid',
    placeItems: 'center',
    border: `3px dashed ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackgroundAlpha,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    pointerEvents: 'none',
  },
});

const hasFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

interface DropProps {
  /** Takes the reports among what was dropped, once the rest is open. */
  readonly onReports: (reports: readonly ChosenFile[]) => void;
}

/** The whole page takes files and folders. */
export function DropPlace({ onReports }: DropProps) {
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const [over, setOver] = useState(false);
  const latest = useRef(onReports);
  latest.current = onReports;
  useEffect(() => {
    // Enter and leave come for every element the pointer crosses.
    let inside = 0;
    const onEnter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      inside += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      inside = Math.max(0, inside - 1);
      if (inside === 0) setOver(false);
    };
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onDrop = (event: DragEvent): void => {
      inside = 0;
      setOver(false);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.stopPropagation();
      const reading = readDrop(event.dataTransfer);
      let reports: readonly ChosenFile[] = [];
      const kept = reading.then((all) => {
        ({ reports } = all);
        return all;
      });
      void desk.openDropped(kept).then(() => {
        if (reports.length > 0) latest.current(reports);
      });
    };
    window.addEventListener('dragenter', onEnter, true);
    window.addEventListener('dragleave', onLeave, true);
    window.addEventListener('dragover', onOver, true);
    window.addEventListener('drop', onDrop, true);
    return () => {
      window.removeEventListener('dragenter', onEnter, true);
      window.removeEventListener('dragleave', onLeave, true);
      window.removeEventListener('dragover', onOver, true);
      window.removeEventListener('drop', onDrop, true);
    };
  }, [desk]);
  return over ? <div className={own.over}>{say('drop')}</div> : null;
}
