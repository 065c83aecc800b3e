import { cellLabel } from '../../model/address';
import type { FindingSeverity } from '../../model/finding';
import { cellName, parseCellName, type CellRef, type Range } from '../../model/grid';
import type { Degradation, FlagEdit } from '../../model/patch';
import type { SheetSnapshot, Snapshot } from '../../model/snapshot';
import { planNotes, type Note } from './notes';
import { fillOfFormat, flaggedFormat, type StyleBook } from './styles';
import type { CellChange } from './cell-markup';
import { cellSplices } from './write-cells';
import { mergeOf, mergesNear } from '../../changes/check-patch';
import { wantedFlags } from '../../changes/flag-edits';
import { draftText } from './write-draft';
import { planSplices, type Plan } from './write-plan';
import type { FileMark } from '../../changes/mark-memory';

/** A mark that is to stand when the patch is done. */
export interface WantedMark {
  readonly sheet: string;
  /** The cell people see: the first of a merged area. */
  readonly cell: CellRef;
  readonly tone: FindingSeverity;
  readonly note: string | null;
}

export interface MarkChanges {
  readonly wanted: readonly WantedMark[];
  readonly set: number;
  readonly cleared: number;
}

/** The marks that stand after a patch: those of earlier runs, changed by its edits. */
export function changeMarks(
  standing: readonly FileMark[],
  edits: readonly FlagEdit[],
  snapshot: Snapshot,
): MarkChanges {
  const marks = new Map<string, WantedMark>();
  const names = new Set(snapshot.sheets.map(({ name }) => name));
  for (const { sheet, cell: place, tone, note } of standing) {
    const cell = parseCellName(place);
    if (cell && names.has(sheet)) marks.set(cellLabel(sheet, cell), { sheet, cell, tone, note });
  }
  let set = 0;
  let cleared = 0;
  for (const { sheet, cell, tone, note } of wantedFlags(edits, snapshot.sheets).flags) {
    const place = cellLabel(sheet.name, cell);
    if (tone === null) {
      if (marks.delete(place)) cleared++;
      continue;
    }
    marks.set(place, { sheet: sheet.name, cell, tone, note });
    set++;
  }
  return { wanted: [...marks.values()], set, cleared };
}

/** A merged area beyond this many cells is coloured by its first cell alone, which is what shows. */
const MOST_MERGED = 2000;

const isWhole = (area: Range): boolean =>
  (area.bottom - area.top + 1) * (area.right - area.left + 1) <= MOST_MERGED;

export interface PlannedMarks {
  readonly marks: readonly FileMark[];
  readonly fills: readonly string[];
  readonly degradations: readonly Degradation[];
}

/** Plans the colours and notes of all marks. */
export function planMarks(
  plan: Plan,
  book: StyleBook,
  wanted: readonly WantedMark[],
  snapshot: Snapshot,
  partOf: (sheet: string) => string | null,
): PlannedMarks {
  const fills = new Map<string, number>();
  const marks: FileMark[] = [];
  const degradations: Degradation[] = [];
  for (const sheet of snapshot.sheets) {
    const own = wanted.filter((mark) => mark.sheet === sheet.name);
    const part = own.length === 0 ? null : partOf(sheet.name);
    if (part === null) continue;
    const areas = areasOf(sheet, own);
    const coloured = planColours(plan, book, part, own, areas, fills);
    const notes = own.flatMap((mark, index): readonly Note[] => {
      const area = areas[index];
      return mark.note === null || !area ? [] : [{ cell: mark.cell, area, text: mark.note }];
    });
    const { kept, unsupported } = planNotes(plan, part, notes);
    own.forEach((mark, index) => {
      const cell = cellName(mark.cell);
      const isKept = mark.note !== null && (kept.has(cell) || unsupported);
      if (isKept) {
        const kind = kept.has(cell) ? 'note-kept' : 'notes-unsupported';
        degradations.push({ kind, sheet: sheet.name, cell: mark.cell });
      }
      const { tone, note } = mark;
      const before = coloured[index] ?? [];
      marks.push({ sheet: sheet.name, cell, tone, note, kept: isKept, fills: before });
    });
  }
  return { marks, fills: [...fills.keys()], degradations };
}

function areasOf(sheet: SheetSnapshot, marks: readonly WantedMark[]): readonly Range[] {
  const near = mergesNear(
    sheet.merges,
    marks.map(({ cell }) => cell),
  );
  return marks.map(({ cell }) => {
    const alone = { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
    return mergeOf(near, cell) ?? alone;
  });
}

/** Colours each mark's cells and gives, per mark, what fill they had. */
function planColours(
  plan: Plan,
  book: StyleBook,
  part: string,
  marks: readonly WantedMark[],
  areas: readonly Range[],
  fills: Map<string, number>,
): readonly (readonly (readonly [string, number])[])[] {
  const changes = new Map<number, Map<number, CellChange>>();
  const coloured = marks.map((mark, index) => {
    const before: [string, number][] = [];
    const area = areas[index];
    const whole = area !== undefined && isWhole(area);
    const { row: top, column: left } = mark.cell;
    for (let row = top; row <= (whole ? area.bottom : top); row++) {
      const line = changes.get(row) ?? new Map<number, CellChange>();
      changes.set(row, line);
      for (let column = left; column <= (whole ? area.right : left); column++) {
        line.set(column, {
          kind: 'style',
          create: row === top && column === left,
          style: (present) => {
            const fill = fillOfFormat(book, present);
            const number = fills.get(fill) ?? fills.size;
            fills.set(fill, number);
            before.push([cellName({ row, column }), number]);
            return flaggedFormat(book, present, mark.tone);
          },
        });
      }
    }
    return before;
  });
  planSplices(plan, part, cellSplices(draftText(plan.draft, part), changes));
  return coloured;
}
