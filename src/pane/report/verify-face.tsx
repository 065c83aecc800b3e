import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type DragEvent } from 'react';
import { asFailure, toldOf } from '../../model/failure';
import type { TableResult } from '../../model/score';
import { namesOf } from '../../report/joint-outline';
import type { LayoutFact } from '../../report/text/document/layout';
import { apartLines, layoutLines, type CheckedReport } from '../../report/text/verified-lines';
import { verifyAgainst, type Held } from '../../report/text/verify-report';
import { Disclosure } from '../disclosure';
import { MessageStrip } from '../message-strip';
import { usePaneStyles } from '../styles';
import { chosenReport, ChooseFile } from './choose-file';
import { FactsList } from './facts-list';
import { ManyReports } from './many-reports';
import { apartFrom, pairsOf, type Pair } from './pairs';
import {
  placeOf,
  type Checking,
  type ChosenReport,
  type OneOfMany,
  type ReportDesk,
} from './report-desk';
import { ReportFindings } from './report-findings';
import { formatOf, layoutOfFile, openReport, reportOf } from './report-file';
import type { FaceProps } from './report-tab';
import { useReportSpeaker } from './report-texts';
import { SaveBar } from './save-bar';
import { stemOf } from './use-saving';
import { useWaivers } from './use-waivers';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '12px',
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: {
    borderTopColor: tokens.colorCompoundBrandStroke,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

const REPORTS = '.docx,.txt,.md,.html,.htm';

/** A finished report held against itself and against the table. */
export function VerifyFace(props: FaceProps) {
  const { desk, reports } = props;
  const { say, tell } = useReportSpeaker();
  const styles = usePaneStyles();
  const { checking, offered, many } = reports;
  const read = (chosen: readonly ChosenReport[]): void => {
    const [only, ...more] = chosen;
    desk.change({ offered: [], many: [], checking: { kind: 'none' } });
    if (more.length > 0) void readMany(chosen, desk);
    else if (only) void readOne(only, desk);
  };
  useEffect(() => {
    if (offered.length > 0) read(offered);
  }, [offered]);
  return (
    <>
      <ChoosePlace isFirst={checking.kind !== 'read' && many.length === 0} onChoose={read} />
      <div role="status">
        {checking.kind === 'reading' && <p className={styles.text}>{say('verify.reading')}</p>}
        {checking.kind === 'failed' && (
          <MessageStrip tone="error">
            <p className={styles.text}>{tell(toldOf(checking.failure).message)}</p>
            <p className={styles.text}>{tell(toldOf(checking.failure).hint)}</p>
          </MessageStrip>
        )}
      </div>
      {many.length > 0 && checking.kind === 'read' && (
        <div className={styles.row}>
          <Button size="small" onClick={() => desk.change({ checking: { kind: 'none' } })}>
            {say('many.back')}
          </Button>
        </div>
      )}
      {many.length > 0 && checking.kind !== 'read' && <ManyReports {...props} />}
      {checking.kind === 'read' && <CheckedFace {...props} checked={checking} />}
    </>
  );
}

async function readOne(chosen: ChosenReport, desk: ReportDesk): Promise<void> {
  const reading: Checking = { kind: 'reading', name: chosen.name };
  desk.change({ checking: reading });
  const checked = await readChosen(chosen);
  // Unless another was chosen meanwhile, perhaps of the same name.
  if (desk.state().checking === reading) desk.change({ checking: checked });
}

/** One after another, so that each is there as soon as it is read. */
async function readMany(all: readonly ChosenReport[], desk: ReportDesk): Promise<void> {
  const waiting = all.map((chosen): OneOfMany => ({
    chosen,
    checking: { kind: 'reading', name: chosen.name },
  }));
  desk.change({ many: waiting });
  for (const one of waiting) {
    const checking = await readChosen(one.chosen);
    const { many } = desk.state();
    // Others may have been chosen meanwhile.
    if (!many.includes(one)) return;
    desk.change({ many: many.map((other) => (other === one ? { ...one, checking } : other)) });
  }
}

async function readChosen(chosen: ChosenReport): Promise<OneOfMany['checking']> {
  const { name, bytes } = chosen;
  try {
    const file = openReport(await bytes(), name);
    const report = reportOf(file, name);
    return { kind: 'read', name, chosen, file, report, layout: layoutOfFile(file) };
  } catch (reason) {
    return { kind: 'failed', name, failure: asFailure(reason) };
  }
}

interface ChoosePlaceProps {
  readonly isFirst: boolean;
  readonly onChoose: (chosen: readonly ChosenReport[]) => void;
}

/** Where a report is chosen or dropped. */
function ChoosePlace({ isFirst, onChoose }: ChoosePlaceProps) {
  const { say } = useReportSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onChoose([...event.dataTransfer.files].map(chosenReport));
  };
  return (
    <div
      className={mergeClasses(own.place, over && own.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {isFirst && <p className={styles.text}>{say('verify.text')}</p>}
      <ChooseFile
        label={say(isFirst ? 'verify.choose' : 'verify.another')}
        accept={REPORTS}
        primary={isFirst}
        multiple
        onChoose={(_, all) => onChoose(all)}
      />
      <p className={styles.quiet}>{say('verify.formats')}</p>
    </div>
  );
}

interface CheckedProps extends FaceProps {
  readonly checked: Checking & { readonly kind: 'read' };
}

interface Against {
  readonly pairs: readonly Pair[];
  /** Other tables that stand beside them. */
  readonly apart: readonly TableResult[];
}

/** The table chosen, else those the report is about. */
function useAgainst({ checked, reports, tables }: CheckedProps): Against {
  const { table: place, others, many } = reports;
  const { report } = checked;
  const isAlone = many.length === 0;
  return useMemo(() => {
    const chosen = tables.find((one) => placeOf(one) === place);
    if (chosen) return { pairs: [{ table: chosen, book: null }], apart: [] };
    const pairs = pairsOf(report, tables, others, isAlone);
    return { pairs, apart: apartFrom(pairs, tables, others) };
  }, [report, tables, place, others, isAlone]);
}

function CheckedFace(props: CheckedProps) {
  const { checked } = props;
  const { name, file, report, layout } = checked;
  const { pairs, apart } = useAgainst(props);
  const { findings, held } = useMemo(
    () =>
      verifyAgainst(
        report,
        pairs.map(({ table }) => table),
        formatOf(name),
      ),
    [report, pairs, name],
  );
  const { say, verifiedTexts } = useReportSpeaker();
  const styles = usePaneStyles();
  const { reasonOf, waive, unkept } = useWaivers(name);
  const names = namesOf(pairs.map(({ table }) => table));
  const stem = stemOf(name);
  const document: CheckedReport = {
    name,
    refused: null,
    findings,
    held,
    apart,
    layout,
    reasonOf,
  };
  return (
    <>
      <WhatAgainst {...props} pairs={pairs} held={held} />
      <SaveBar
        documents={[document]}
        called={say('verified-name', { name: stem })}
        commented={
          file.format === 'docx' ? { called: say('comments-name', { name: stem }), file } : null
        }
      />
      {unkept && <MessageStrip tone="warning">{say('told.waiver-not-kept')}</MessageStrip>}
      <ReportFindings findings={findings} reasonOf={reasonOf} onWaive={waive} />
      {pairs.map((pair, at) => (
        <FactsList
          key={at}
          pair={pair}
          name={pairs.length > 1 ? (names[at] ?? null) : null}
          comparisons={held[at]?.comparisons ?? []}
        />
      ))}
      {apartLines(apart, verifiedTexts).map((line) => (
        <p key={line} className={styles.text}>
          {line}
        </p>
      ))}
      {layout && <LayoutList layout={layout} />}
    </>
  );
}

interface AgainstProps extends CheckedProps {
  readonly pairs: readonly Pair[];
  readonly held: readonly Held[];
}

/** What the report is held against, and what to do where that is nothing or stands elsewhere. */
function WhatAgainst({ checked, tables, pairs, held }: AgainstProps) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  const { name, report, chosen } = checked;
  const count = report.paragraphs.length;
  const [only, ...more] = pairs;
  const told = held.some(({ comparisons }) =>
    comparisons.some(({ verdict }) => verdict !== 'not-told'),
  );
  const book = more.length === 0 ? (only?.book ?? null) : null;
  const sheet = only?.table.table.sheet ?? '';
  const without = tables.length === 0 ? 'verify.no-table' : 'verify.none-named';
  return (
    <>
      <p className={styles.text}>
        {!only
          ? say(without, { name, count })
          : more.length > 0
            ? say('verify.against-several', { name, count, tables: pairs.length })
            : say('verify.against', { name, count, sheet })}
      </p>
      {only && !told && <MessageStrip tone="warning">{say('verify.nothing')}</MessageStrip>}
      {book && (
        <MessageStrip tone="info">
          {say('verify.elsewhere', { document: book.name, sheet })}
          <Button size="small" onClick={() => book.check(chosen)}>
            {say('verify.go', { document: book.name })}
          </Button>
        </MessageStrip>
      )}
    </>
  );
}

/** How the document is laid out beside how official documents are. */
function LayoutList({ layout }: { readonly layout: readonly LayoutFact[] }) {
  const { verifiedTexts } = useReportSpeaker();
  const styles = usePaneStyles();
  const [counts, ...lines] = layoutLines(layout, verifiedTexts);
  return (
    <Disclosure level="h3" label={counts} className={styles.card}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line} className={styles.text}>
            {line}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
