import { makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { ReportLine } from '../../report/report-lines';
import { usePaneTools } from '../pane-context';
import { PaperLines } from './paper';

const PRINTING = 'jixiao-printing';

/**
 * While it is printed the page is nothing but the sheet, with the margins and numbers of official
 * documents (GB/T 9704—2012, 5.2.1 and 7.5), whatever else of the program is printed like.
 */
const ALONE = `@page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt SimSun, "宋体", serif } }
@media print { body.${PRINTING} > *:not([data-print-sheet]) { display: none !important } }
@media screen { [data-print-sheet] { display: none } }`;

const useStyles = makeStyles({
  sheet: {
    backgroundColor: '#ffffff',
    color: '#000000',
    fontFamily: "'仿宋_GB2312', FangSong, '仿宋', STFangsong, 'Noto Serif CJK SC', serif",
    fontSize: '16pt',
    lineHeight: '28pt',
  },
});

interface PrintProps {
  readonly lines: readonly ReportLine[];
  readonly onDone: () => void;
}

/** Hands the lines to the program's printing, and is gone again. */
export function PrintSheet({ lines, onDone }: PrintProps) {
  const { surroundings } = usePaneTools();
  const own = useStyles();
  useEffect(() => {
    const { classList } = document.body;
    classList.add(PRINTING);
    // Drawn first.
    const timer = setTimeout(() => {
      surroundings.print?.();
      onDone();
    }, 50);
    return () => {
      clearTimeout(timer);
      classList.remove(PRINTING);
    };
  }, []);
  return createPortal(
    <div className={own.sheet} data-print-sheet lang="zh-CN">
      <style>{ALONE}</style>
      <PaperLines lines={lines.map((line) => ({ line }))} />
    </div>,
    document.body,
  );
}
