import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
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
import { waitingPlaces } from './places';
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

/** The report of the table: chosen, written in, exported. */
export function WriteFace({ desk, reports, table, tables }: FaceProps) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  const all = useMemo(() => openTables(tables, reports.others), [tables, reports.others]);
  if (!table) return <p className={styles.text}>{say('no-table')}</p>;
  const [first, ...more] = all.filter((pair) => reports.joined.includes(keyOf(pair)));
  const written: TablesWritten =
    first && more.length > 0 ? [first.table, ...more.map((pair) => pair.table)] : [table];
  return (
    <>
      <JointChoice all={all} joined={reports.joined} onJoin={(joined) => desk.change({ joined })} />
      <Written key={written.length > 1 ? 'joint' : 'one'} {...{ desk, reports }} tables={written} />
    </>
  );
}

type WrittenProps = Pick<FaceProps, 'desk' | 'reports'> & { readonly tables: TablesWritten };

function Written({ desk, reports, tables }: WrittenProps) {
  const [table] = tables;
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  const structures = useOwnStructures();
  const template =
    structures.all.find(({ id }) => id === reports.structure) ??
    proposedTemplate(table, OUTLINE_TEMPLATES);
  const written = useDraft({ desk, reports, tables, template });
  const [writing, setWriting] = useState<Writing | null>(null);
  const { report, offer } = written;
  return (
    <>
      <StructureChoice
        table={table}
        template={template}
        structures={structures}
        onChoose={(structure) => desk.change({ structure })}
      />
      {offer && (
        <MessageStrip tone="info">
          {offer.project !== ''
            ? say('offer', { document: offer.document, project: offer.project })
            : offer.sheet !== ''
              ? say('offer.table', { document: offer.document, sheet: offer.sheet })
              : say('offer.joint', { document: offer.document })}
          <span className={styles.row}>
            <Button size="small" onClick={() => written.answer(true)}>
              {say('offer.take')}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => written.answer(false)}>
              {say('offer.leave')}
            </Button>
          </span>
        </MessageStrip>
      )}
      <Exports written={written} count={tables.length} />
      {written.unkept && <MessageStrip tone="warning">{say('told.not-kept')}</MessageStrip>}
      {written.draft?.file && written.draft.written.blocks.some(holdsFigure) && (
        <p className={styles.quiet}>{say('told.figures')}</p>
      )}
      <Places written={written} onWriting={setWriting} />
      <p className={styles.quiet}>{say('paper.hint')}</p>
      <Paper
        report={report}
        writing={writing}
        onWriting={setWriting}
        onWrite={written.write}
        onRestore={written.restore}
      />
    </>
  );
}

interface ExportsProps {
  readonly written: WrittenDraft;
  /** So many tables it is over. */
  readonly count: number;
}

/** Out of the pane as Word, Markdown or paper, and in again. */
function Exports({ written, count }: ExportsProps) {
  const { say } = useReportSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const { told, byHand, tell, save, orTell } = useSaving();
  const [printing, setPrinting] = useState(false);
  const { report } = written;
  const stem = stemOf(surroundings.documentName);
  const name =
    count > 1 ? say('joint.file-name', { name: stem, count }) : `${stem}-${say('file-name')}`;
  const text = (): string => report.lines.map(({ line }) => line.text).join('\n');
  const takeOver = async (chosen: ChosenReport): Promise<void> => {
    const { kept } = await written.takeOver(chosen);
    const data = { name: chosen.name, count: kept.length, titles: kept };
    tell(say(kept.length === 0 ? 'told.taken-none' : 'told.taken', data));
  };
  return (
    <div className={styles.section}>
      <div className={styles.row}>
        <Button
          size="small"
          appearance="primary"
          onClick={() => save({ name: `${name}.docx`, bytes: () => docxOf(written), text })}
        >
          {say('save.docx')}
        </Button>
        <Button
          size="small"
          onClick={() =>
            save({ name: `${name}.md`, bytes: () => Promise.resolve(markdownOf(written)), text })
          }
        >
          {say('save.md')}
        </Button>
        {surroundings.print && (
          <Button size="small" onClick={() => setPrinting(true)}>
            {say('print')}
          </Button>
        )}
        <ChooseFile
          label={say('open')}
          accept=".docx,.md"
          onChoose={(chosen) => orTell(takeOver(chosen))}
        />
      </div>
      <p className={styles.quiet}>{say('open.hint')}</p>
      <p className={styles.text} role="status">
        {told}
      </p>
      <TextByHand text={byHand} />
      {printing && (
        <PrintSheet
          lines={report.lines.map(({ line }) => line)}
          onDone={() => setPrinting(false)}
        />
      )}
    </div>
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

interface PlacesProps {
  readonly written: WrittenDraft;
  readonly onWriting: (writing: Writing) => void;
}

const isAfter = (place: Writing, { at, from }: Writing): boolean =>
  place.at > at || (place.at === at && place.from > from);

/** What waits for a person, with a way to each. */
function Places({ written, onWriting }: PlacesProps) {
  const { say } = useReportSpeaker();
  const styles = usePaneStyles();
  const places = waitingPlaces(written.report, say('head'));
  const [last, setLast] = useState<Writing | null>(null);
  const next = places.find((place) => last === null || isAfter(place, last)) ?? places[0];
  const go = (place: Writing): void => {
    setLast(place);
    onWriting(place);
  };
  if (!next) return <p className={styles.text}>{say('places.none')}</p>;
  return (
    <div className={styles.card}>
      <Disclosure level="h3" label={say('places', { count: places.length })}>
        <ol className={styles.list}>
          {places.map((place, index) => (
            <li key={index} className={styles.text}>
              {say('places.of', { title: place.title })}
              <CellLink onClick={() => go(place)}>{place.text}</CellLink>
            </li>
          ))}
        </ol>
      </Disclosure>
      <div className={styles.row}>
        <Button size="small" onClick={() => go(next)}>
          {say('places.next')}
        </Button>
      </div>
    </div>
  );
}
