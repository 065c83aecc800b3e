import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { FindingSeverity } from '../../model/finding';
import { reportEntries, type ReportEntry } from '../../report/text/report-entries';
import type { ReportFinding } from '../../report/text/report-finding';
import { speaker } from '../../texts/catalogue';
import { Badge, Field, Textarea } from '../controls';
import { usePaneStyles } from '../styles';
import { useReportSpeaker } from './report-texts';
import type { Waivers } from './use-waivers';

const useStyles = makeStyles({
  excerpt: {
    margin: 0,
    padding: '2px 8px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

interface FindingsProps {
  readonly findings: readonly ReportFinding[];
  readonly reasonOf: Waivers['reasonOf'];
  readonly onWaive: Waivers['waive'];
}

const TONES = { error: 'bad', warning: 'doubtful', info: 'plain' } as const;

/** So many are listed at once. */
const PAGE = 50;

/** What was found in the report, in the order of its paragraphs; the same in many places once. */
export function ReportFindings({ findings, reasonOf, onWaive }: FindingsProps) {
  const { say, verifiedTexts } = useReportSpeaker();
  const styles = usePaneStyles();
  const [most, setMost] = useState(PAGE);
  const entries = reportEntries(findings, verifiedTexts, reasonOf);
  const open = findings.filter((finding) => reasonOf(finding) === null);
  const of = (severity: FindingSeverity): number =>
    open.filter((finding) => finding.severity === severity).length;
  const counts = {
    error: of('error'),
    warning: of('warning'),
    info: of('info'),
    waived: findings.length - open.length,
  };
  return (
    <section className={styles.section} aria-labelledby="report-findings">
      <h3 className={styles.subheading} id="report-findings">
        {say('findings')}
      </h3>
      <p className={styles.text}>
        {findings.length === 0 ? say('findings.none') : say('findings.counts', counts)}
      </p>
      <ul className={styles.list}>
        {entries.slice(0, most).map((entry, index) => (
          <Found key={index} entry={entry} onWaive={(reason) => onWaive(entry.findings, reason)} />
        ))}
      </ul>
      {entries.length > most && (
        <div className={styles.row}>
          <Button size="small" onClick={() => setMost(most + PAGE)}>
            {say('findings.more', { count: Math.min(PAGE, entries.length - most) })}
          </Button>
        </div>
      )}
    </section>
  );
}

interface FoundProps {
  readonly entry: ReportEntry;
  readonly onWaive: (reason: string | null) => void;
}

function Found({ entry, onWaive }: FoundProps) {
  const { say, verifiedTexts } = useReportSpeaker();
  const styles = usePaneStyles();
  const own = useStyles();
  const [asked, setAsked] = useState(false);
  const { severity, place, excerpts, message, fix, reason } = entry;
  const tell = speaker('reports', verifiedTexts);
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <Badge tone={TONES[severity]}>{tell(`severity.${severity}`)}</Badge>
        <span className={styles.quiet}>{place}</span>
      </div>
      <p className={styles.text}>{message}</p>
      <p className={styles.quiet}>{tell('fix', { fix })}</p>
      {excerpts.map((excerpt, index) => (
        <blockquote key={index} className={own.excerpt}>
          {excerpt}
        </blockquote>
      ))}
      {reason !== null && <p className={styles.text}>{say('waived', { reason })}</p>}
      {asked && reason === null ? (
        <WaiveForm
          onWaive={(given) => {
            setAsked(false);
            onWaive(given);
          }}
        />
      ) : (
        <div className={styles.row}>
          <Button
            size="small"
            appearance="subtle"
            aria-label={reason === null ? say('waive.named', { place }) : undefined}
            onClick={() => (reason === null ? setAsked(true) : onWaive(null))}
          >
            {say(reason === null ? 'waive' : 'unwaive')}
          </Button>
        </div>
      )}
    </li>
  );
}

function WaiveForm({ onWaive }: { readonly onWaive: (reason: string) => void }) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== '') onWaive(given);
      }}
    >
      <Field label={say('waive.reason')} hint={say('waive.hint')} required>
        <Textarea autoFocus value={reason} onValue={setReason} />
      </Field>
      <div className={styles.row}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={given === ''}>
          {say('waive.done')}
        </Button>
      </div>
    </form>
  );
}
