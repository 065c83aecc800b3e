import { fillMarkup, NO_FILL, TONE_FILLS, argbOf, type Mark } from '../../changes/fill-memory';
import type { FillTerms } from '../../changes/fill-terms';
import { cellsToAsk, hiddenCells, type WantedFlag } from '../../changes/flag-edits';
import { planFlags, type FlagPlan, type MarkFindings, type Step } from '../../changes/plan-flags';
import type { AskedCell } from '../../changes/standing';
import { bySheet, cellLabel } from '../../model/address';
import type { Range } from '../../model/grid';
import { planNotes, standingNotes, takesNotes } from './notes';
import {
  fillOfFormat,
  formatWithFill,
  isToneFill,
  reprefixed,
  solidFill,
  type StyleBook,
} from './styles';
import { cellSplices, changesAt } from './write-cells';
import { draftText, type Draft } from './write-draft';
import { planSplices, type Plan } from './write-plan';
import type { Splice } from './write-splice';

/** What a mark means is decided in `changes`; here is read what stands in a file, and written what it is to be. */

/** The part of a sheet by its name; null without. */
type PartOf = (sheet: string) => string | null;

/** A file says a fill by an element of its style part, and can put any of them back. */
function fileFills(book: StyleBook): FillTerms<string> {
  const none = book.lists.fills.items[0] ?? '';
  const plain = fillMarkup(NO_FILL);
  return {
    none,
    tone: (tone) => solidFill(book.prefix, argbOf(TONE_FILLS[tone])),
    isTone: isToneFill,
    same: (first, second) => first === second,
    canRestore: () => true,
    remembered: (fill) => fill,
    recalled: (markup) => (markup === plain ? none : reprefixed(markup, book.prefix)),
  };
}

/** Fills and notes as they stand on cells of a file, and on which there are threads. */
function standingOn(
  draft: Draft,
  book: StyleBook,
  asked: readonly AskedCell[],
  partOf: PartOf,
): Pick<MarkFindings<string>, 'fills' | 'notes' | 'threads'> {
  const fills = new Map<string, string>();
  const notes = new Map<string, string>();
  const threads = new Set<string>();
  for (const [sheet, cells] of bySheet(asked)) {
    const part = partOf(sheet);
    if (part === null) continue;
    const looked = changesAt(
      cells.map(({ cell, onlyFill }) => {
        const style = (present: number): number => {
          fills.set(cellLabel(sheet, cell), fillOfFormat(book, present));
          return present;
        };
        return [cell, { kind: 'style', create: !onlyFill, style }];
      }),
    );
    cellSplices(draftText(draft, part), looked);
    const standing = standingNotes(draft, part);
    for (const [cell, text] of standing.notes) notes.set(cellLabel(sheet, cell), text);
    for (const cell of standing.threads) threads.add(cellLabel(sheet, cell));
  }
  return { fills, notes, threads };
}

/** The replacements that give cells their fills, whatever else their formats say by now. */
export const fillSplices = (
  book: StyleBook,
  text: string,
  steps: readonly Step<string>[],
  create: boolean,
): readonly Splice[] =>
  cellSplices(
    text,
    changesAt(
      steps.map(({ cell, after }) => {
        const style = (present: number): number => formatWithFill(book, present, after);
        return [cell, { kind: 'style', create, style }];
      }),
    ),
  );

/** What takes marks off that stand in a file. */
export function planClearing(
  draft: Draft,
  book: StyleBook,
  flags: readonly WantedFlag[],
  marks: readonly Mark[],
  partOf: PartOf,
): FlagPlan<string> {
  return planFlags({
    ...standingOn(draft, book, cellsToAsk({ flags, moved: new Map() }, marks), partOf),
    flags,
    marks,
    terms: fileFills(book),
    may: () => ({ fills: true, notes: true, refusal: 'notes-unsupported' }),
    under: () => [],
    hasNotes: true,
  });
}

const alone = ({ cell: { row, column } }: WantedFlag): Range => ({
  ...{ top: row, left: column, bottom: row, right: column },
});

/** Plans colours and notes over a file that has none of ours. */
export function planMarks(
  plan: Plan,
  book: StyleBook,
  wanted: readonly WantedFlag[],
  partOf: PartOf,
): Pick<FlagPlan<string>, 'marks' | 'degradations'> {
  const flags = wanted.filter(({ sheet }) => partOf(sheet.name) !== null);
  const asked = flags.flatMap(({ sheet: { id, name }, cell, area }): readonly AskedCell[] => [
    { sheetId: id, sheet: name, cell },
    ...hiddenCells(area).map((hidden) => ({
      ...{ sheetId: id, sheet: name, cell: hidden, onlyFill: true as const },
    })),
  ]);
  const standing = standingOn(plan.draft, book, asked, partOf);
  const takes = new Map<string, boolean>();
  for (const { sheet } of flags) {
    const part = takes.has(sheet.name) ? null : partOf(sheet.name);
    if (part !== null) takes.set(sheet.name, takesNotes(plan, part));
  }
  const planned = planFlags({
    flags,
    marks: [],
    terms: fileFills(book),
    may: ({ name }) => ({
      ...{ fills: true, notes: takes.get(name) === true, refusal: 'notes-unsupported' },
    }),
    under: ({ sheet, area }) =>
      hiddenCells(area).filter((cell) => standing.fills.has(cellLabel(sheet.name, cell))),
    hasNotes: true,
    ...standing,
  });
  const areas = new Map(
    flags.map((flag) => [cellLabel(flag.sheet.name, flag.cell), flag.area ?? alone(flag)]),
  );
  for (const [sheet, steps] of bySheet(planned.fills)) {
    const part = partOf(sheet);
    if (part === null) continue;
    planSplices(plan, part, fillSplices(book, draftText(plan.draft, part), steps, true));
  }
  for (const [sheet, steps] of bySheet(planned.notes)) {
    const part = partOf(sheet);
    if (part === null) continue;
    const notes = steps.flatMap(({ cell, after: text }) => {
      const area = areas.get(cellLabel(sheet, cell));
      return text === null || !area ? [] : [{ cell, area, text }];
    });
    planNotes(plan, part, notes);
  }
  return planned;
}
