import { isBlank } from '../../model/blank';
import type { CellRef } from '../../model/grid';
import type { Column, ColumnRole } from '../../model/table';
import { filledColumns, type SheetView } from '../sheet-view';
import type { Candidate, Chosen } from './assign-roles';
import { bodyRows, cellsOf, contentsOf, type Contents } from './column-contents';
import { TOLD_BY_CONTENTS, type ToldRole } from './column-fit';
import { headLabel, saysNoRole } from './match-head';
import { worthOf, type Around, type Place, type Taken } from './column-worth';

/** The columns of a form or of one of its halves, and the rows of its header; all ends included. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
  /** Columns without a head may have a role, too: the header was lost. */
  readonly headless?: boolean;
  /** Of a form of lists side by side: how many columns to the right the others stand, below 0 to the left. */
  readonly others?: readonly number[];
}

/** A head that means the role, of which another head was taken. */
const SAID_TOO = 0.6;
/** A head that means another role. */
const SAID_OTHERWISE = -0.5;
/** A head that has the role for want of another. */
const STANDS_IN = -0.1;
/** As sure as contents alone can make a column. */
const SUREST = 0.9;
const LEAST_SURE = 0.1;
/** A head's own words stand for so much, whatever else might be read. */
const SURE_BY_WORDS = 0.75;
/** Roles whose column may turn out to be another by what stands in it. */
const SOFT: ReadonlySet<string> = new Set(['criteria', 'evidence']);
const TOLD: ReadonlySet<string> = new Set(TOLD_BY_CONTENTS);
const FEWEST_ROWS = 2;
const MOST_OPEN = 8;

interface Reading {
  readonly taken: Taken;
  readonly points: number;
}

/**
 * Gives the roles that contents can tell to columns, all together, so that what words, contents and
 * position say comes to the most. A column that contents told is as sure as the next best reading
 * is worse.
 * @param heads the heads that the vocabulary has
 * @param columns the roles by the words of the heads; changed in place
 */
export function weighColumns(
  view: SheetView,
  area: Area,
  heads: readonly Candidate[],
  columns: Chosen,
): void {
  const places = placesIn(view, area, heads, columns);
  const open = places.filter(({ column }) => !isPicked(columns, column));
  if (open.length === 0 || open.length > MOST_OPEN) return;
  const cells = cellsIn(view, area);
  if (places.every(({ column }) => cells(column).length < FEWEST_ROWS)) return;
  const known = new Map<number, Contents>();
  const read = (column: number): Contents => {
    const found = known.get(column) ?? contentsOf(view, withFirst(view, columns, cells, column));
    known.set(column, found);
    return found;
  };
  const around = { columns: { ...columns }, read };
  const choices = choicesIn(places, around);
  const best = bestReading(choices, around, () => true);
  const sure = new Map(
    [...best.taken].map(([role, { column }]) => {
      const other = bestReading(
        choices,
        around,
        (of, place) => of !== role || place.column !== column,
      );
      return [role, best.points - other.points] as const;
    }),
  );
  settle(columns, best, around, sure);
  giveBackReview(columns, heads, around.columns.score);
}

/**
 * The cells below a column's head. Two halves are one list: where the other has the same head, its
 * cells come after these, as half of the points add up to no whole.
 */
function cellsIn(view: SheetView, area: Area): (column: number) => readonly CellRef[] {
  const { top, bottom, from, to, others = [] } = area;
  const rows = bodyRows(view, top, bottom);
  if (others.length === 0) return (column) => cellsOf(rows, column);
  const rowsOf = (shift: number): readonly number[] =>
    rows.filter((row) =>
      filledColumns(view, row).some((column) => column >= from + shift && column <= to + shift),
    );
  const own = rowsOf(0);
  const beside = others.map((shift) => ({ shift, rows: rowsOf(shift) }));
  const headAt = (column: number): string => {
    const head = headOver(view, top, bottom, column);
    return head ? headLabel(view.text(head.row, head.column)) : '';
  };
  return (column) => [
    ...cellsOf(own, column),
    ...beside.flatMap(({ shift, rows: other }) =>
      headAt(column) === headAt(column + shift) ? cellsOf(other, column + shift) : [],
    ),
  ];
}

/** Targets as adjusted stand with those first planned, where they say nothing. */
function withFirst(
  view: SheetView,
  { target }: Chosen,
  cells: (column: number) => readonly CellRef[],
  column: number,
): readonly CellRef[] {
  const first = target?.column === column ? target.first : undefined;
  if (first === undefined) return cells(column);
  return cells(column).map(({ row }) => ({
    row,
    column: isBlank(view.value(row, column)) ? first : column,
  }));
}

const isPicked = (columns: Chosen, column: number): boolean =>
  TOLD_BY_CONTENTS.some((role) => columns[role]?.column === column) &&
  !(columns.name?.column === column && isLevelName(columns));

/** Columns that may have a told role: those that have one by their words, and those that none needs. */
function placesIn(
  view: SheetView,
  { top, bottom, from, to, headless = false }: Area,
  heads: readonly Candidate[],
  columns: Chosen,
): readonly Place[] {
  const fixed = new Set(
    Object.entries(columns).flatMap(([role, { column }]) =>
      TOLD.has(role) || SOFT.has(role) ? [] : [column],
    ),
  );
  if (columns.target?.first !== undefined) fixed.add(columns.target.first);
  const places: Place[] = [];
  for (let column = from; column <= to; column++) {
    const own = heads.find((head) => head.column === column);
    const header = own?.header ?? headOver(view, top, bottom, column);
    if (fixed.has(column) || (!header && !headless)) continue;
    const text = header ? view.text(header.row, header.column) : '';
    const has = TOLD_BY_CONTENTS.some((role) => columns[role]?.column === column);
    if (!has && (saysNoRole(text) || (own && !isTold(own.role)))) continue;
    places.push({
      column,
      header: header ?? { row: bottom, column },
      label: own?.label ?? headLabel(text),
      ...wordsOf(columns, column, own),
    });
  }
  return places;
}

/** The lowest text of a column in the rows of the header. */
function headOver(view: SheetView, top: number, bottom: number, column: number): CellRef | null {
  for (let row = bottom; row >= top; row--)
    if (view.text(row, column) !== '') return { row, column };
  return null;
}

const isTold = (role: string): boolean => TOLD.has(role) || SOFT.has(role);

function wordsOf(
  columns: Chosen,
  column: number,
  own: Candidate | undefined,
): Pick<Place, 'words' | 'otherwise'> {
  const words = new Map<ToldRole, number>();
  for (const role of TOLD_BY_CONTENTS) {
    const picked = columns[role];
    if (picked?.column === column)
      words.set(role, isStandIn(role, columns, own) ? STANDS_IN : picked.confidence);
    else if (own?.role === role) words.set(role, SAID_TOO * own.confidence);
  }
  return { words, otherwise: words.size > 0 || own ? SAID_OTHERWISE : 0 };
}

/** 二级指标 names the rows, and a reviewer's marks are the score, only where nothing else does. */
const isStandIn = (role: ToldRole, columns: Chosen, own: Candidate | undefined): boolean =>
  role === 'name' ? isLevelName(columns) : role === 'score' && own?.role === 'reviewScore';

const isLevelName = ({ name, level3 }: Chosen): boolean =>
  name !== undefined && level3 === undefined && /^[一二]级/.test(name.label);

interface Choices {
  readonly role: ToldRole;
  /** The likeliest first; `most` is what it can be worth at best. */
  readonly places: readonly { readonly place: Place; readonly most: number }[];
  /** What this role and those after it can add at best. */
  readonly rest: number;
}

const PARTNER: Readonly<Partial<Record<ToldRole, ToldRole>>> = {
  score: 'weight',
  actual: 'target',
  target: 'actual',
};

/** For each role the places it can have beside any other, so that few readings remain to be weighed. */
function choicesIn(places: readonly Place[], around: Around): readonly Choices[] {
  const alone = { ...around, columns: {} };
  const most = (role: ToldRole, place: Place): number | null => {
    const partner = PARTNER[role];
    const beside: Taken[] = [new Map()];
    if (partner) for (const other of places) beside.push(new Map([[partner, other]]));
    const worths = beside.flatMap((taken) => worthOf(role, place, taken, alone)?.worth ?? []);
    return worths.length === 0 ? null : Math.max(...worths);
  };
  let rest = 0;
  return TOLD_BY_CONTENTS.toReversed()
    .map((role): Choices => {
      const able = places
        .flatMap((place) => {
          const worth = most(role, place);
          return worth === null ? [] : [{ place, most: worth }];
        })
        .sort((one, other) => other.most - one.most);
      rest += Math.max(0, able[0]?.most ?? 0);
      return { role, places: able, rest };
    })
    .toReversed();
}

function bestReading(
  choices: readonly Choices[],
  around: Around,
  isOpen: (role: ToldRole, place: Place) => boolean,
): Reading {
  let best: Reading = { taken: new Map(), points: 0 };
  const go = (at: number, taken: Taken, most: number): void => {
    const next = choices[at];
    if (!next) {
      const points = pointsOf(taken, around);
      if (points > best.points + 1e-9) best = { taken, points };
      return;
    }
    if (most + next.rest <= best.points + 1e-9) return;
    const used = new Set([...taken.values()].map(({ column }) => column));
    for (const { place, most: worth } of next.places) {
      if (used.has(place.column) || !isOpen(next.role, place)) continue;
      go(at + 1, new Map([...taken, [next.role, place]]), most + worth);
    }
    go(at + 1, taken, most);
  };
  go(0, new Map(), 0);
  return best;
}

/** A column that cannot have its role beside the others makes the whole no reading at all. */
function pointsOf(taken: Taken, around: Around): number {
  let points = 0;
  for (const [role, place] of taken) {
    const worth = worthOf(role, place, taken, around);
    if (!worth) return -1;
    points += worth.worth;
  }
  return points;
}

/** Puts the reading into the columns; a role whose column went to another is nobody's then. */
function settle(
  columns: Chosen,
  { taken }: Reading,
  around: Around,
  sure: ReadonlyMap<ToldRole, number>,
): void {
  const moved = new Set([...taken.values()].map(({ column }) => column));
  const before = columns.name;
  for (const role of [...TOLD_BY_CONTENTS, ...SOFT] as ColumnRole[]) {
    const had = columns[role];
    if (had && moved.has(had.column) && taken.get(role as ToldRole)?.column !== had.column)
      Reflect.deleteProperty(columns, role);
  }
  for (const [role, place] of taken) {
    const margin = Math.max(LEAST_SURE, Math.round((sure.get(role) ?? 0) * 100) / 100);
    const had = around.columns[role];
    if (had?.column === place.column) {
      const confidence = Math.min(had.confidence, Math.max(SURE_BY_WORDS, margin));
      columns[role] = { ...had, confidence };
      continue;
    }
    if (role === 'name' && before && before.column < place.column) nameIsLevel(columns, before);
    const { column, header, label } = place;
    const told = worthOf(role, place, taken, around)?.because;
    const confidence = Math.min(SUREST, margin);
    columns[role] = { column, header, label, confidence, ...(told && { told }) };
  }
}

/** 财政评分 was the score while nothing else was. */
function giveBackReview(columns: Chosen, heads: readonly Candidate[], had?: Column): void {
  const isReview = heads.some(
    ({ role, column }) => role === 'reviewScore' && column === had?.column,
  );
  if (had && isReview && columns.score?.column !== had.column) columns.reviewScore = had;
}

function nameIsLevel(columns: Chosen, name: Column): void {
  if (Object.values(columns).some((one) => one !== name && one.column === name.column)) return;
  if (columns.level1) columns.level2 ??= name;
  else columns.level1 = name;
}
