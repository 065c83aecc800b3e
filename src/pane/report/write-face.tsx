import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import { holdsFigure } from '../../report/keep/docx-report';
import { reportMarkdown } from '../../report/outline-markdown';
import { OUTLINE_TEMPLATES } from '../../report/outline-templates';
import { proposedTemplate } from '../../report/outline-templates/propose';
import { CellLink } from '../controls';
import { Disclosure } from '../disclosure';
import { MessageStrip } from '../message-strip';
import { usePaneTools } from '../pane-context';
import { usePaneStyles } from '../styles';
import { TextByHand } from '../text-by-hand';
import { ChooseFile } from './choose-file';
import { JointChoice } from './joint-choice';
import { useOwnStructures } from './own-structures';
import { keyOf, openTables } from './pairs';
import { Paper } from './paper';
import { placesInTables, waitingPlaces, type WaitingPlace } from './places';
import { PrintSheet } from './print-sheet';
import type { ChosenReport } from './report-desk';
import { mergedDocx } from './report-file';
import type { FaceProps } from './report-tab';
import { useReportSpeaker } from './report-texts';
import type { Writing } from './section-field';
import { StructureChoice } from './structure-choice';
import { useDraft, type TablesWritten, type WrittenDraft } from './use-draft';
import { stemOf, useSaving } from './use-saving';
import { wordFile } from './word-file';

const useStyles = makeStyles({
  /** In sight all along the report. */
  tools: {
    margin: '0 -12px',
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (min-height: 360px)': { position: 'sticky', top: '-12px', zIndex: 2 },
  },
  /** What is opened when it is asked for: the report itself is to be seen at once. */
  folded: {
    padding: '4px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
});

/** The report of the table: chosen, written in, exported. */
export function WriteFace({ desk, reports, table, tables }: FaceProps) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  const all = useMemo(() => openTables(tables, reports.others), [tables, reports.others]);
  if (!table) return <p className={styles.text}>{say('no-table')}</p>;
  const [first, ...more] = all.filter((pair) => reports.joined.includes(keyOf(pair)));
  const written: TablesWritten =
    first && more.length > 0 ? [first.table, ...more.map((pair) => pair.table)] : [table];
  const joint = (
    <JointChoice all={all} joined={reports.joined} onJoin={(joined) => desk.change({ joined })} />
  );
  const key = written.length > 1 ? 'joint' : 'one';
  return <Written key={key} {...{ desk, reports, joint }} tables={written} />;
}

interface WrittenProps extends Pick<FaceProps, 'desk' | 'reports'> {
  readonly tables: TablesWritten;
  readonly joint: ReactNode;
}

function Written({ desk, reports, tables, joint }: WrittenProps) {
  const [table] = tables;
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  const own = useStyles();
  const structures = useOwnStructures();
  const template =
    structures.all.find(({ id }) => id === reports.structure) ??
    proposedTemplate(table, OUTLINE_TEMPLATES);
  const written = useDraft({ desk, reports, tables, template });
  const [writing, setWriting] = useState<Writing | null>(null);
  const exporting = useExports(written, tables.length);
  const { report, offer } = written;
  const places = usePlaces(written, setWriting);
  return (
    <>
      <Exports exporting={exporting} written={written}>
        {places.next && (
          <Button size="small" onClick={places.next}>
            {say('places.next')}
          </Button>
        )}
      </Exports>
      {offer && <Offer offer={offer} onAnswer={written.answer} />}
      {written.unkept && <MessageStrip tone="warning">{say('told.not-kept')}</MessageStrip>}
      <div className={own.folded}>
        <Places all={places.all} onGo={places.go} />
        <TablePlaces count={placesInTables(report)} />
        <StructureChoice
          table={table}
          template={template}
          structures={structures}
          onChoose={(structure) => desk.change({ structure })}
        />
        {joint}
        <More exporting={exporting} />
      </div>
      {written.draft?.file && written.draft.written.blocks.some(holdsFigure) && (
        <p className={styles.quiet}>{say('told.figures')}</p>
      )}
      <p className={styles.quiet}>{say('paper.hint')}</p>
      <Paper
        report={report}
        writing={writing}
        onWriting={setWriting}
        onWrite={written.write}
        onRestore={written.restore}
      />
      <p className={styles.quiet}>{say('paper.kept')}</p>
    </>
  );
}

interface OfferProps {
  readonly offer: NonNullable<WrittenDraft['offer']>;
  readonly onAnswer: WrittenDraft['answer'];
}

/** A report begun here under another name. */
function Offer({ offer: { document, project, sheet }, onAnswer }: OfferProps) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  return (
    <MessageStrip tone="info">
      {project !== ''
        ? say('offer', { document, project })
        : sheet !== ''
          ? say('offer.table', { document, sheet })
          : say('offer.joint', { document })}
      <span className={styles.row}>
        <Button size="small" onClick={() => onAnswer(true)}>
          {say('offer.take')}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => onAnswer(false)}>
          {say('offer.leave')}
        </Button>
      </span>
    </MessageStrip>
  );
}

type Exporting = ReturnType<typeof useExports>;

/** Out of the pane as Word or Markdown, and in again; `count` tables are in it. */
function useExports(written: WrittenDraft, count: number) {
  const { say } = useReportSpeaker();
  const { surroundings } = usePaneTools();
  const { told, byHand, tell, save, orTell } = useSaving();
  const stem = stemOf(surroundings.documentName);
  const name =
    count > 1 ? say('joint.file-name', { name: stem, count }) : `${stem}-${say('file-name')}`;
  const text = (): string => written.report.lines.map(({ line }) => line.text).join('\n');
  const takeOver = async (chosen: ChosenReport): Promise<void> => {
    const { kept } = await written.takeOver(chosen);
    const data = { name: chosen.name, count: kept.length, titles: kept };
    tell(say(kept.length === 0 ? 'told.taken-none' : 'told.taken', data));
  };
  return {
    told,
    byHand,
    saveWord: () => save({ name: `${name}.docx`, bytes: () => docxOf(written), text }),
    saveMarkdown: () =>
      save({ name: `${name}.md`, bytes: () => Promise.resolve(markdownOf(written)), text }),
    takeOver: (chosen: ChosenReport) => orTell(takeOver(chosen)),
  };
}

interface ExportsProps {
  readonly exporting: Exporting;
  readonly written: WrittenDraft;
  /** More buttons of the row. */
  readonly children: ReactNode;
}

function Exports({ exporting, written, children }: ExportsProps) {
  const { say } = useReportSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const own = useStyles();
  const [printing, setPrinting] = useState(false);
  return (
    <div className={own.tools}>
      <div className={styles.row}>
        <Button size="small" appearance="primary" onClick={exporting.saveWord}>
          {say('save.docx')}
        </Button>
        {surroundings.print && (
          <Button size="small" onClick={() => setPrinting(true)}>
            {say('print')}
          </Button>
        )}
        {children}
      </div>
      <p className={styles.text} role="status">
        {exporting.told}
      </p>
      <TextByHand text={exporting.byHand} />
      {printing && (
        <PrintSheet
          lines={written.report.lines.map(({ line }) => line)}
          onDone={() => setPrinting(false)}
        />
      )}
    </div>
  );
}

/** What is seldom wanted: an earlier report gone on with, Markdown. */
function More({ exporting }: Pick<ExportsProps, 'exporting'>) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  return (
    <Disclosure level="h3" label={say('more-ways')}>
      <div className={styles.section}>
        <div className={styles.row}>
          <ChooseFile label={say('open')} accept=".docx,.md" onChoose={exporting.takeOver} />
          <Button size="small" onClick={exporting.saveMarkdown}>
            {say('save.md')}
          </Button>
        </div>
        <p className={styles.quiet}>{say('open.hint')}</p>
      </div>
    </Disclosure>
  );
}

/** As Word; a .docx that was taken over keeps all else that stands in it. */
function docxOf({ outline, report, draft, mark }: WrittenDraft): Promise<Uint8Array> {
  if (draft?.file) return mergedDocx(draft.file, report.lines, mark);
  return wordFile(
    report.lines.map(({ line }) => line),
    outline.author,
    mark,
  );
}

/** As Markdown; of a .docx its words alone. */
const markdownOf = ({ report, draft, mark }: WrittenDraft): Uint8Array =>
  new TextEncoder().encode(
    reportMarkdown(
      draft?.file ? report.lines.map(({ line }) => ({ line, source: null })) : report.lines,
      mark,
    ),
  );

const isAfter = (place: Writing, { at, from }: Writing): boolean =>
  place.at > at || (place.at === at && place.from > from);

/** What waits for a person, and the way to each and to the next. */
function usePlaces({ report }: WrittenDraft, onWriting: (writing: Writing) => void) {
  const { say } = useReportSpeaker();
  const all = waitingPlaces(report, say('head'));
  const [last, setLast] = useState<Writing | null>(null);
  const next = all.find((place) => last === null || isAfter(place, last)) ?? all[0];
  const go = (place: Writing): void => {
    setLast(place);
    onWriting(place);
  };
  return { all, go, next: next && (() => go(next)) };
}

function TablePlaces({ count }: { readonly count: number }) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  return count === 0 ? null : <p className={styles.quiet}>{say('places.inTables', { count })}</p>;
}

interface PlacesProps {
  readonly all: readonly WaitingPlace[];
  readonly onGo: (place: Writing) => void;
}

function Places({ all, onGo }: PlacesProps) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  if (all.length === 0) return <p className={styles.text}>{say('places.none')}</p>;
  return (
    <Disclosure level="h3" label={say('places', { count: all.length })}>
      <ol className={styles.list}>
        {all.map((place, index) => (
          <li key={index} className={styles.text}>
            {say('places.of', { title: place.title })}
            <CellLink onClick={() => onGo(place)}>{place.text}</CellLink>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
