import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { cellName } from '../model/grid';
import { message } from '../texts/message';
import { CellLink } from './controls';
import { scoreText, type FindingItem, type FindingLine } from './finding-items';
import type { FindingsProps } from './findings-panel';
import { FixForm } from './fix-form';
import { useSpeaker } from './language';
import { usePaneTools } from './pane-context';
import { ReasonForm } from './reason-form';
import { usePaneStyles } from './styles';
import { WaiveForm } from './waive-form';

interface DetailsProps extends Omit<FindingsProps, 'current'> {
  readonly line: FindingLine;
}

/** Why it is a finding, on what ground, its cells one by one, and the buttons that deal with it. */
export function FindingDetails(props: DetailsProps) {
  const styles = usePaneStyles();
  return (
    <div className={styles.section}>
      <LineActions {...props} />
      <Grounds line={props.line} />
      {props.line.items.length > 1 && <Cells items={props.line.items} />}
    </div>
  );
}

type Ground = 'expected' | 'found' | 'why' | 'basis' | 'waiver';

function Grounds({ line: { entry, items } }: { readonly line: FindingLine }) {
  const { say, tell } = useSpeaker();
  const styles = usePaneStyles();
  const { lead } = entry;
  const alone = items.length === 1 ? lead : null;
  const text = (part: 'why' | 'basis'): string => tell(message(`check.${lead.check}.${part}`));
  const lines: readonly (readonly [Ground, string | undefined])[] = [
    ['expected', alone?.expected == null ? undefined : String(alone.expected)],
    ['found', alone?.found == null ? undefined : String(alone.found)],
    ['why', text('why')],
    ['basis', text('basis')],
    ['waiver', lead.reason ?? undefined],
  ];
  return (
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
  );
}

/** What each finding of the line says, with a way to its cell. */
function Cells({ items }: { readonly items: readonly FindingItem[] }) {
  const { tell } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  return (
    <ul className={styles.list}>
      {items.map(({ key, finding }) => (
        <li key={key} className={styles.text}>
          <CellLink onClick={() => void session.select(finding.sheet, finding.cell)}>
            {cellName(finding.cell)}
          </CellLink>{' '}
          {tell(finding.message)}
        </li>
      ))}
    </ul>
  );
}

/** What can be done with all of the line; a form for words opens below the buttons. */
function LineActions(props: DetailsProps) {
  const { line, state, workbook, canWrite } = props;
  const styles = usePaneStyles();
  const busy = state.stage.kind === 'working' || !canWrite;
  const open = line.items.filter(({ finding }) => finding.status === 'open');
  const drafts = open.filter(({ draft }) => draft !== null);
  // Where words are all that helps, they are asked for at once.
  const isWordsOnly = line.fixes.length === 0 && open.every(({ finding }) => !finding.adoptable);
  const first = drafts.length > 0 && isWordsOnly ? 'reason' : null;
  const [form, setForm] = useState<LineForm | null>(first);
  const forms: readonly LineForm[] = [
    ...(drafts.length > 0 ? (['reason'] as const) : []),
    ...(open.length > 0 ? (['waive'] as const) : []),
  ];
  return (
    <>
      <div className={styles.row}>
        <LineWrites {...props} open={open} busy={busy} />
        <FormButtons forms={forms} shown={form} busy={busy} onShow={setForm} />
        <LineWays line={line} busy={busy} />
      </div>
      {form === 'reason' && drafts.length > 0 && (
        <ReasonForm items={drafts} workbook={workbook} busy={busy} />
      )}
      {form === 'waive' && open.length > 0 && <WaiveForm items={open} busy={busy} />}
    </>
  );
}

interface WritesProps extends DetailsProps {
  readonly open: readonly FindingItem[];
  readonly busy: boolean;
}

/** What writes at one press: certain corrections, blank scores among them, and computed scores. */
function LineWrites({ line, open, state, workbook, canWrite, busy }: WritesProps) {
  const adoptable = open.filter(({ finding }) => finding.adoptable !== null);
  return (
    <>
      <FixForm state={state} workbook={workbook} fixes={line.fixes} canWrite={canWrite} />
      <AdoptButton items={adoptable} busy={busy} />
    </>
  );
}

type LineForm = 'reason' | 'waive';

interface FormButtonsProps {
  readonly forms: readonly LineForm[];
  readonly shown: LineForm | null;
  readonly busy: boolean;
  readonly onShow: (form: LineForm | null) => void;
}

function FormButtons({ forms, shown, busy, onShow }: FormButtonsProps) {
  const { say } = useSpeaker();
  return forms.map((form) => (
    <Button
      key={form}
      size="small"
      aria-expanded={shown === form}
      disabledFocusable={busy}
      onClick={() => onShow(shown === form ? null : form)}
    >
      {say(`finding.${form}`)}
    </Button>
  ));
}

/** Back from a waiver, and to the cell. */
function LineWays({ line, busy }: Pick<WritesProps, 'line' | 'busy'>) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const { lead } = line.entry;
  const waived = line.items.filter(({ finding }) => finding.status === 'waived');
  return (
    <>
      {waived.length > 0 && (
        <Button size="small" disabledFocusable={busy} onClick={() => void session.unwaive(waived)}>
          {say('finding.unwaive')}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        onClick={() => void session.select(lead.sheet, lead.cell)}
      >
        {say('finding.select', { cell: cellName(lead.cell) })}
      </Button>
    </>
  );
}

interface AdoptProps {
  readonly items: readonly FindingItem[];
  readonly busy: boolean;
}

/** All computed scores of the line at once. */
function AdoptButton({ items, busy }: AdoptProps) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const [first] = items;
  if (!first) return null;
  return (
    <Button
      size="small"
      appearance="primary"
      disabledFocusable={busy}
      onClick={() => void session.adopt(items)}
    >
      {items.length === 1
        ? say('finding.adopt', { score: scoreText(first.finding.adoptable) })
        : say('finding.adoptAll', { count: items.length })}
    </Button>
  );
}
