import { useMemo, useState } from 'react';
import { keepWritten, type KeptReport } from '../../report/keep/keep-written';
import { readMarkdownReport } from '../../report/keep/markdown-report';
import {
  markFor,
  restored,
  rewritten,
  unwritten,
  writtenMarkdown,
} from '../../report/keep/rewrite';
import type { ReportMark } from '../../report/keep/mark';
import { inWrittenOrder, jointOutline } from '../../report/joint-outline';
import { buildOutline, type Outline } from '../../report/outline';
import type { WrittenReport } from '../../report/keep/written-report';
import type { OutlineTemplate } from '../../report/outline-templates';
import { reportLines, type ReportLine } from '../../report/report-lines';
import { sayIn } from '../../report/sheet-cells';
import type { TableResult } from '../../model/score';
import type { ResultKey } from '../../report/chinese';
import type { Texts } from '../../texts/catalogue';
import { usePaneTools } from '../pane-context';
import {
  draftLike,
  draftOf,
  keptJson,
  readKeptReports,
  withDraft,
  type DraftOf,
  type KeptDraft,
  type KeptReports,
} from './kept-reports';
import type { ChosenReport, Draft } from './report-desk';
import { openReport, readWritten } from './report-file';
import type { FaceProps } from './report-tab';
import { useReportSpeaker } from './report-texts';

export interface WrittenDraft {
  readonly outline: Outline;
  /** What the form gives, before anybody wrote. */
  readonly fresh: readonly ReportLine[];
  readonly report: KeptReport;
  /** Null while nobody has written anything. */
  readonly draft: Draft | null;
  /** What an exported report carries about itself. */
  readonly mark: ReportMark;
  /** Kept on this computer under another name: perhaps it is meant. */
  readonly offer: KeptDraft | null;
  /** What was written could not be kept on this computer. */
  readonly unkept: boolean;
  /** Other words in the section at this place. */
  readonly write: (at: number, text: string) => void;
  readonly restore: (at: number) => void;
  /** Goes on with what is offered, or leaves it. */
  readonly answer: (taken: boolean) => void;
  /** Takes over an earlier report; what came of it. Throws as `openReport`. */
  readonly takeOver: (chosen: ChosenReport) => Promise<KeptReport>;
}

/** The table a report is about; of a joint one the first, and the others. */
export type TablesWritten = readonly [TableResult, ...TableResult[]];

interface Given extends Pick<FaceProps, 'desk' | 'reports'> {
  readonly tables: TablesWritten;
  readonly template: OutlineTemplate;
}

/** The report of a table, or of several, in a structure, with what a person wrote in it. */
export function useDraft(given: Given): WrittenDraft {
  const { tables, template } = given;
  const { reportTexts } = useReportSpeaker();
  const { draft, offer, unkept, hold, answer } = useHeldDraft(given);
  const freshFor = (written: WrittenReport | null): Fresh =>
    freshOf(tables, template, reportTexts, written);
  const { outline, fresh } = useMemo(
    () => freshFor(draft?.written ?? null),
    // The texts are those of the language.
    [...tables, tables.length, template, draft, reportTexts.language],
  );
  const mark = draft?.written.mark ?? null;
  const taken = (written: WrittenReport): KeptReport =>
    keepWritten(freshFor(written).fresh, written, sayIn(reportTexts));
  const report = useMemo(() => (draft ? taken(draft.written) : unwritten(fresh)), [fresh, draft]);
  const take = (written: WrittenReport): void => {
    const isOwn = taken(written).kept.length > 0 || report.moved.length > 0;
    const file = draft?.file ?? null;
    hold(isOwn || file !== null ? { written, file } : null);
  };
  return {
    outline,
    fresh,
    report,
    draft,
    mark: markFor(fresh, report, mark, null),
    offer,
    unkept,
    write: (at, text) => take(rewritten(fresh, report, mark, at, text)),
    restore: (at) => take(restored(fresh, report, mark, at)),
    answer,
    takeOver: async ({ name, bytes }) => {
      const file = openReport(await bytes(), name);
      const written = readWritten(file);
      hold({ written, file: file.format === 'docx' ? file : null });
      return taken(written);
    },
  };
}

type Fresh = Pick<WrittenDraft, 'outline' | 'fresh'>;

/** What the forms give, in the language of the pane; several in the order in which they were written of. */
function freshOf(
  tables: TablesWritten,
  template: OutlineTemplate,
  texts: Texts<ResultKey>,
  written: WrittenReport | null,
): Fresh {
  const ordered = inWrittenOrder(tables, written?.blocks ?? []);
  const outline =
    jointOutline(ordered, template, texts) ?? buildOutline(tables[0], template, texts);
  return { outline, fresh: reportLines(outline) };
}

/** Where what is written is kept: a report over several tables by its workbook alone. */
function placeOfDraft(document: string, { tables, template }: Given): DraftOf {
  const [{ table }, ...more] = tables;
  const structure = template.id;
  return more.length > 0
    ? { document, structure, sheet: '', project: '' }
    : { document, structure, sheet: table.sheet, project: table.project?.value ?? '' };
}

interface HeldDraft extends Pick<WrittenDraft, 'draft' | 'offer' | 'unkept' | 'answer'> {
  /** Holds it while the workbook is open, and keeps it on this computer. */
  readonly hold: (next: Draft | null) => void;
}

/** What was written in this structure for this table: since the workbook was opened, or before. */
function useHeldDraft(given: Given): HeldDraft {
  const { desk, reports, tables } = given;
  const { surroundings } = usePaneTools();
  const { reportTexts } = useReportSpeaker();
  const [unkept, setUnkept] = useState(false);
  const of = placeOfDraft(surroundings.documentName, given);
  const top = of.sheet === '' ? '' : String(tables[0].table.range.top);
  const key = [of.sheet, top, of.structure].join('\n');
  const here = reports.drafts.get(key);
  const readKept = (): KeptReports => readKeptReports(surroundings.reports?.read() ?? null);
  const kept = useMemo(readKept, [surroundings, here, key]);
  const own = here === undefined ? draftOf(kept, of) : null;
  const draft = useMemo(() => here ?? (own ? draftIn(own.text) : null), [here, own?.text]);
  const offer = here === undefined && own === null ? draftLike(kept, of) : null;
  const holdHere = (next: Draft | null): void =>
    desk.change({ drafts: new Map(desk.state().drafts).set(key, next) });
  const hold = (next: Draft | null): void => {
    holdHere(next);
    const say = sayIn(reportTexts);
    const lost = say('outline.missing', { what: say('outline.prompt.figure') });
    const text = next && writtenMarkdown(next.written, next.file === null ? null : lost);
    const stored = surroundings.reports?.read() ?? null;
    const now = keptJson(stored, withDraft(readKeptReports(stored), of, text));
    const isKept = surroundings.reports?.keep(now) === true;
    setUnkept(next !== null && !isKept);
  };
  const answer = (isTaken: boolean): void => {
    if (isTaken && offer) hold(draftIn(offer.text));
    else holdHere(null);
  };
  return { draft, offer, unkept, hold, answer };
}

const draftIn = (text: string): Draft => ({ written: readMarkdownReport(text), file: null });
