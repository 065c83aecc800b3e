import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { remarksOf, verifiedLines, type CheckedReport } from '../../report/text/verified-lines';
import { usePaneTools } from '../pane-context';
import { usePaneStyles } from '../styles';
import { TextByHand } from '../text-by-hand';
import { PrintSheet } from './print-sheet';
import { commentedDocx, type ReportFile } from './report-file';
import { useReportSpeaker } from './report-texts';
import { stemOf, useSaving } from './use-saving';
import { wordFile } from './word-file';

interface SaveProps {
  readonly document: CheckedReport;
  readonly file: ReportFile;
}

/** The report with comments, and 核对报告, as files or on paper. */
export function SaveBar({ document: checked, file }: SaveProps) {
  const { say, verifiedTexts } = useReportSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const { told, byHand, save } = useSaving();
  const [printing, setPrinting] = useState(false);
  const { name, findings, reasonOf } = checked;
  const lines = () => verifiedLines([checked], verifiedTexts);
  const text = (): string =>
    lines()
      .map((line) => line.text)
      .join('\n');
  const open = findings.filter((finding) => (reasonOf?.(finding) ?? null) === null);
  const stem = stemOf(name);
  return (
    <div className={styles.section}>
      <div className={styles.row}>
        {file.format === 'docx' && open.length > 0 && (
          <Button
            size="small"
            appearance="primary"
            onClick={() =>
              save({
                name: `${say('comments-name', { name: stem })}.docx`,
                bytes: () => Promise.resolve(commentedDocx(file, remarksOf(open, verifiedTexts))),
                text,
              })
            }
          >
            {say('save.comments')}
          </Button>
        )}
        <Button
          size="small"
          onClick={() =>
            save({
              name: `${say('verified-name', { name: stem })}.docx`,
              bytes: () => wordFile(lines()),
              text,
            })
          }
        >
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
