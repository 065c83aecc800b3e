import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { remarksOf, verifiedLines, type CheckedReport } from '../../report/text/verified-lines';
import { usePaneTools } from '../pane-context';
import { usePaneStyles } from '../styles';
import { TextByHand } from '../text-by-hand';
import { PrintSheet } from './print-sheet';
import { commentedDocx, type DocxFile } from './report-file';
import { useReportSpeaker } from './report-texts';
import { useSaving } from './use-saving';
import { wordFile } from './word-file';

interface SaveProps {
  readonly documents: readonly CheckedReport[];
  /** What 核对报告 is called, without its ending. */
  readonly called: string;
  /** The report itself, and what it is called with comments; null where there can be none. */
  readonly commented: { readonly called: string; readonly file: DocxFile } | null;
}

/** 核对报告 of one report or of many, and a single one with comments, as files or on paper. */
export function SaveBar({ documents, called, commented }: SaveProps) {
  const { say, verifiedTexts } = useReportSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const { told, byHand, save } = useSaving();
  const [printing, setPrinting] = useState(false);
  const lines = () => verifiedLines(documents, verifiedTexts);
  const saveAs = (name: string, bytes: () => Promise<Uint8Array>): void =>
    save({
      name: `${name}.docx`,
      bytes,
      text: () =>
        lines()
          .map(({ text }) => text)
          .join('\n'),
    });
  const open = documents.flatMap(({ findings, reasonOf }) =>
    findings.filter((finding) => (reasonOf?.(finding) ?? null) === null),
  );
  return (
    <div className={styles.section}>
      <div className={styles.row}>
        {commented && open.length > 0 && (
          <Button
            size="small"
            appearance="primary"
            onClick={() =>
              saveAs(commented.called, () =>
                Promise.resolve(commentedDocx(commented.file, remarksOf(open, verifiedTexts))),
              )
            }
          >
            {say('save.comments')}
          </Button>
        )}
        <Button size="small" onClick={() => saveAs(called, () => wordFile(lines()))}>
          {say('save.verified')}
        </Button>
        {surroundings.print && (
          <Button size="small" onClick={() => setPrinting(true)}>
            {say('print')}
          </Button>
        )}
      </div>
      <p className={styles.text} role="status">
        {told}
      </p>
      <TextByHand text={byHand} />
      {printing && <PrintSheet lines={lines()} onDone={() => setPrinting(false)} />}
    </div>
  );
}
