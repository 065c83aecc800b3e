import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { cellName } from '../model/grid';
import { message } from '../texts/message';
import { Checkbox, Field, Textarea } from './controls';
import { reasonText, scoreText, type FindingItem, type ReasonDraft } from './finding-items';
import { useSpeaker } from './language';
import { usePaneTools } from './pane-context';
import type { ReasonEdit } from './session';
import type { SessionState } from './session-state';
import { usePaneStyles } from './styles';

interface DetailsProps {
  readonly item: FindingItem;
  readonly all: readonly FindingItem[];
  readonly state: SessionState;
  readonly canWrite: boolean;
}

type Line = 'expected' | 'found' | 'why' | 'basis' | 'fix' | 'waiver';

/** Why it is a finding, on what ground, what to do, and the buttons that do it. */
export function FindingDetails({ item, all, state, canWrite }: DetailsProps) {
  const { say, tell, texts } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const [form, setForm] = useState<'reason' | 'waive' | null>(null);
  const { finding } = item;
  const busy = state.stage.kind === 'working' || !canWrite;
  const same = all.filter(
    (one) =>
      one.finding.check === finding.check && one.finding.status === 'open' && one.key !== item.key,
  );
  const adoptable = same.filter((one) => one.finding.adoptable !== null);
  const text = (part: 'why' | 'basis'): string | undefined =>
    texts.entries[`check.${finding.check}.${part}`];
  const lines: readonly (readonly [Line, string | undefined])[] = [
    ['expected', finding.expected === null ? undefined : String(finding.expected)],
    ['found', finding.found === null ? undefined : String(finding.found)],
    ['why', text('why')],
    ['basis', text('basis')],
    ['fix', finding.fix ? tell(finding.fix) : undefined],
    ['waiver', finding.reason ?? undefined],
  ];
  return (
    <div className={styles.section}>
      <dl className={styles.list}>
        {lines.map(
          ([key, value]) =>
            value !== undefined && (
              <div key={key}>
                <dt className={styles.quiet}>{say(`finding.${key}`)}</dt>
                <dd className={styles.text} style={{ marginInlineStart: 0 }}>
                  {value}
                </dd>
              </div>
            ),
        )}
      </dl>
      <div className={styles.row}>
        {finding.adoptable !== null && (
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={busy}
            onClick={() => void session.adopt([item])}
          >
            {say('finding.adopt', { score: scoreText(finding.adoptable) })}
          </Button>
        )}
        {finding.adoptable !== null && adoptable.length > 0 && (
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => void session.adopt([item, ...adoptable])}
          >
            {say('finding.adoptAll', { count: adoptable.length + 1 })}
          </Button>
        )}
        {item.draft && (
          <Button
            size="small"
            aria-expanded={form === 'reason'}
            disabledFocusable={busy}
            onClick={() => setForm(form === 'reason' ? null : 'reason')}
          >
            {say('finding.reason')}
          </Button>
        )}
        {finding.status === 'open' && (
          <Button
            size="small"
            aria-expanded={form === 'waive'}
            disabledFocusable={busy}
            onClick={() => setForm(form === 'waive' ? null : 'waive')}
          >
            {say('finding.waive')}
          </Button>
        )}
        {finding.status === 'waived' && (
          <Button size="small" disabledFocusable={busy} onClick={() => void session.unwaive(item)}>
            {say('finding.unwaive')}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          onClick={() => void session.select(finding.sheet, finding.cell)}
        >
          {say('finding.select', { cell: cellName(finding.cell) })}
        </Button>
      </div>
      {form === 'reason' && item.draft && (
        <ReasonForm item={item} draft={item.draft} same={same} busy={busy} />
      )}
      {form === 'waive' && (
        <WaiveForm
          kind={tell(message(`check.${finding.check}.title`))}
          others={same.length}
          busy={busy}
          onDone={(reason, every) => void session.waive(every ? [item, ...same] : [item], reason)}
        />
      )}
    </div>
  );
}

interface ReasonFormProps {
  readonly item: FindingItem;
  readonly draft: ReasonDraft;
  readonly same: readonly FindingItem[];
  readonly busy: boolean;
}

function ReasonForm({ item, draft, same, busy }: ReasonFormProps) {
  const { say, texts } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const [cause, setCause] = useState('');
  const [measure, setMeasure] = useState('');
  const [every, setEvery] = useState(false);
  const others = same.filter((one) => one.draft !== null);
  const ready = cause.trim() !== '';
  const edits = (every ? [item, ...others] : [item]).flatMap((one): ReasonEdit[] =>
    one.draft
      ? [
          {
            sheet: one.finding.sheet,
            cell: one.draft.cell,
            text: reasonText(one.draft, cause, measure, texts),
          },
        ]
      : [],
  );
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) void session.writeReasons(edits);
      }}
    >
      <Field label={say('reason.cause')} required>
        <Textarea value={cause} onValue={(value) => setCause(value)} />
      </Field>
      <Field label={say('reason.measureLabel')}>
        <Textarea value={measure} onValue={(value) => setMeasure(value)} />
      </Field>
      <div>
        <p className={styles.quiet}>{say('reason.preview', { cell: cellName(draft.cell) })}</p>
        <p className={styles.text}>
          {reasonText(draft, ready ? cause : say('reason.blank'), measure, texts)}
        </p>
      </div>
      {others.length > 0 && (
        <Checkbox
          label={say('reason.every', { count: others.length + 1 })}
          checked={every}
          onCheck={(checked) => setEvery(checked)}
        />
      )}
      <div className={styles.row}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={!ready || busy}>
          {say('reason.write', { count: edits.length })}
        </Button>
      </div>
    </form>
  );
}

interface WaiveFormProps {
  readonly kind: string;
  readonly others: number;
  readonly busy: boolean;
  readonly onDone: (reason: string, every: boolean) => void;
}

function WaiveForm({ kind, others, busy, onDone }: WaiveFormProps) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const [reason, setReason] = useState('');
  const [every, setEvery] = useState(false);
  const ready = reason.trim() !== '';
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) onDone(reason.trim(), every);
      }}
    >
      <Field label={say('waive.reason')} hint={say('waive.hint')} required>
        <Textarea value={reason} onValue={(value) => setReason(value)} />
      </Field>
      {others > 0 && (
        <Checkbox
          label={say('waive.every', { kind, count: others + 1 })}
          checked={every}
          onCheck={(checked) => setEvery(checked)}
        />
      )}
      <div className={styles.row}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={!ready || busy}>
          {say('waive.done')}
        </Button>
      </div>
    </form>
  );
}
