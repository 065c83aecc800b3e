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
import { buildOutline, type Outline } from '../../report/outline';
import type { WrittenReport } from '../../report/keep/written-report';
import type { OutlineTemplate } from '../../report/outline-templates';
import { reportLines, type ReportLine } from '../../report/report-lines';
import { sayIn } from '../../report/sheet-cells';
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

interface Given extends Pick<FaceProps, 'desk' | 'reports'> {
  readonly table: NonNullable<FaceProps['table']>;
  readonly template: OutlineTemplate;
}

/** The report of a table in a structure, with what a person wrote in it. */
export function useDraft(given: Given): WrittenDraft {
  const { reportTexts } = useReportSpeaker();
  const { outline, fresh } = useFresh(given);
  const { draft, offer, unkept, hold, answer } = useHeldDraft(given);
  const mark = draft?.written.mark ?? null;
  const taken = (written: WrittenReport): KeptReport =>
    keepWritten(fresh, written, sayIn(reportTexts));
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

/** What the form gives, in the language of the pane. */
function useFresh({ table, template }: Given): Pick<WrittenDraft, 'outline' | 'fresh'> {
  const { reportTexts } = useReportSpeaker();
  const outline = useMemo(
    () => buildOutline(table, template, reportTexts),
    // The texts are those of the language.
    [table, template, reportTexts.language],
  );
  const fresh = useMemo(() => reportLines(outline), [outline]);
  return { outline, fresh };
}

interface HeldDraft extends Pick<WrittenDraft, 'draft' | 'offer' | 'unkept' | 'answer'> {
  /** Holds it while the workbook is open, and keeps it on this computer. */
  readonly hold: (next: Draft | null) => void;
}

/** What was written in this structure for this table: since the workbook was opened, or before. */
function useHeldDraft({ desk, reports, table, template }: Given): HeldDraft {
  const { surroundings } = usePaneTools();
  const { reportTexts } = useReportSpeaker();
  const [unkept, setUnkept] = useState(false);
  const of: DraftOf = {
    document: surroundings.documentName,
    sheet: table.table.sheet,
    structure: template.id,
    project: table.table.project?.value ?? '',
  };
  const key = `${of.sheet}\n${String(table.table.range.top)}\n${of.structure}`;
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
