import { cellLabel } from '../model/address';
import { Failure } from '../model/failure';
import { parseCellName } from '../model/grid';
import type { Ledger } from '../model/ledger';
import type { Degradation, Patch } from '../model/patch';
import type { SheetSnapshot, Snapshot } from '../model/snapshot';
import type { CellChange, FillChange, NoteChange } from './change';
import type { AskedCell, SheetProtection, Standing } from './standing';
import { writtenCells } from './written-cells';

const OPEN: SheetProtection = { locked: new Set(), fills: true, notes: true };

/** What a sheet takes; null where it is protected and nobody could be asked. */
function protectionOf(sheet: SheetSnapshot, standing: Standing): SheetProtection | null {
  if (!sheet.protected) return OPEN;
  return standing.protection?.get(sheet.name) ?? null;
}

/** Whether fills and notes can be set on a sheet as far as its protection goes. */
export function marksPermitted(
  sheet: SheetSnapshot,
  standing: Standing,
): Pick<SheetProtection, 'fills' | 'notes'> {
  return protectionOf(sheet, standing) ?? { fills: false, notes: false };
}

/**
 * Whether a cell takes a value. A number for a text cell needs the format to step aside meanwhile,
 * or it would become text.
 */
function isWritable(
  { cell, value, isText, sheet: name }: CellChange,
  sheet: SheetSnapshot | undefined,
  standing: Standing,
): boolean {
  const protection = sheet ? protectionOf(sheet, standing) : OPEN;
  if (!protection || protection.locked.has(cellLabel(name, cell))) return false;
  return protection.fills || !isText || typeof value !== 'number';
}

export interface WritableCells {
  readonly cells: readonly CellChange[];
  /** Locked cells, by name. */
  readonly degradations: readonly Degradation[];
}

/**
 * The cells that protection lets be written, and those it does not.
 * @throws Failure `sheet-protected` where it lets none, on a sheet that never took a score of ours
 */
export function writableCells(
  cells: readonly CellChange[],
  { sheets, ledger }: Snapshot,
  standing: Standing,
): WritableCells {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const locked = cells.filter((one) => !isWritable(one, byName.get(one.sheet), standing));
  const [first] = locked;
  const known = new Set((ledger?.scores ?? []).map(({ sheet }) => sheet));
  if (first && locked.length === cells.length && !known.has(first.sheet)) {
    throw new Failure('sheet-protected', { sheet: first.sheet });
  }
  const left = new Set(locked);
  return {
    cells: cells.filter((one) => !left.has(one)),
    degradations: locked.map(({ sheet, cell }) => ({ kind: 'cell-locked', sheet, cell })),
  };
}

/** The scores of a planned ledger as they stand: those of locked cells are what they were before. */
export function standingScores(
  planned: Ledger,
  before: Ledger | null,
  locked: readonly Degradation[],
): Ledger['scores'] {
  const places = new Set(locked.flatMap(({ sheet, cell }) => (cell ? cellLabel(sheet, cell) : [])));
  if (places.size === 0) return planned.scores;
  const isLocked = ({ sheet, cell }: Ledger['scores'][number]): boolean => {
    const at = parseCellName(cell);
    return at !== null && places.has(cellLabel(sheet, at));
  };
  return [
    ...planned.scores.filter((score) => !isLocked(score)),
    ...(before?.scores ?? []).filter(isLocked),
  ];
}

/** @throws Failure `sheet-protected` where any of it is not permitted: all of it, or nothing */
export function checkPermitted(
  change: {
    readonly cells: readonly CellChange[];
    readonly fills: readonly FillChange[];
    readonly notes: readonly NoteChange[];
  },
  { sheets }: Snapshot,
  standing: Standing,
): void {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const closedTo = (kind: 'fills' | 'notes', name: string): boolean => {
    const sheet = byName.get(name);
    return sheet !== undefined && !marksPermitted(sheet, standing)[kind];
  };
  const refused =
    change.cells.find((one) => !isWritable(one, byName.get(one.sheet), standing)) ??
    change.fills.find(({ sheet }) => closedTo('fills', sheet)) ??
    change.notes.find(({ sheet }) => closedTo('notes', sheet));
  if (refused) throw new Failure('sheet-protected', { sheet: refused.sheet });
}

/** Cells of protected sheets that are to be written: whether they are locked has to be known. */
export const cellsToUnlock = (patch: Patch, snapshot: Snapshot): readonly AskedCell[] =>
  writtenCells(patch, snapshot).flatMap(({ sheet, cell }) =>
    sheet.protected ? [{ sheetId: sheet.id, sheet: sheet.name, cell }] : [],
  );
