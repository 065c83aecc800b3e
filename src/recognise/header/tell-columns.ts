import type { Column, ColumnRole } from '../../model/table';
import { headLabel, saysNoRole } from './column-vocabulary';
import { bodyRows, contentsOf, type Contents } from './column-contents';
import type { Chosen } from './assign-roles';
import { fitOf, TOLD_BY_CONTENTS, type Fit, type ToldRole } from './column-fit';
import { filledColumns, type SheetView } from '../sheet-view';

interface Assignment {
  readonly columns: ReadonlyMap<ToldRole, number>;
  readonly points: number;
}

/** Less than this is no evidence: the column stays what it is, unknown. */
const LEAST = 0.55;
/** A column whose head no list has, at this distance from sure where contents are as clear as can be. */
const HIGHEST = 0.9;
const MOST_OPEN = 6;

/**
 * Gives the roles that no head's word has taken to columns whose contents tell them: all together, so
 * that the sum of evidence is the greatest. Columns without a head are left alone but for names.
 */
export function tellColumns(view: SheetView, top: number, bottom: number, columns: Chosen): void {
  const missing = TOLD_BY_CONTENTS.filter((role) => isMissing(role, columns));
  if (missing.length === 0) return;
  const heads = openHeads(view, top, bottom, columns);
  if (heads.length === 0) return;
  const rows = bodyRows(view, top, bottom);
  if (rows.length < 2) return;
  const known = new Map<number, Contents>();
  const read = (column: number): Contents => {
    const found = known.get(column) ?? contentsOf(view, rows, column);
    known.set(column, found);
    return found;
  };
  const best = bestAssignment({ missing, heads, columns, read }, new Map(), 0);
  for (const [role, column] of best.columns) {
    const head = heads.find((one) => one.column === column);
    if (!head) continue;
    if (role === 'name') nameIsLevel(columns);
    const { points, because } = fitIn(role, column, { columns, taken: best.columns, read });
    const confidence = Math.round(Math.min(1, points) * HIGHEST * 100) / 100;
    columns[role] = { ...head, confidence, told: because };
  }
}

/** A rubric's facts stand under 评分依据; a form of levels only names its rows by the deepest. */
function isMissing(role: ToldRole, columns: Chosen): boolean {
  if (columns[role]) return role === 'name' && isLevelName(columns);
  if (columns.criteria && (role === 'target' || role === 'actual')) return false;
  return true;
}

/** 二级指标 names the rows only where nothing right of it does. */
const isLevelName = ({ name, level3 }: Chosen): boolean =>
  name !== undefined && level3 === undefined && /^[一二]级/.test(name.label);

function nameIsLevel(columns: Chosen): void {
  const { name } = columns;
  if (!name) return;
  if (columns.level1) columns.level2 ??= name;
  else columns.level1 = name;
}

/** Columns with a head that no role has, in the header's own rows. */
function openHeads(
  view: SheetView,
  top: number,
  bottom: number,
  columns: Chosen,
): readonly Omit<Column, 'confidence'>[] {
  const taken = new Set(Object.values(columns).map(({ column }) => column));
  const first = Math.min(...taken);
  const heads = new Map<number, Omit<Column, 'confidence'>>();
  for (let row = top; row <= bottom; row++) {
    for (const column of filledColumns(view, row)) {
      const text = view.text(row, column);
      if (column <= first || taken.has(column) || saysNoRole(text)) continue;
      heads.set(column, { column, header: { row, column }, label: headLabel(text) });
    }
  }
  return heads.size > MOST_OPEN ? [] : [...heads.values()];
}

interface Open {
  readonly missing: readonly ToldRole[];
  readonly heads: readonly Omit<Column, 'confidence'>[];
  readonly columns: Chosen;
  readonly read: (column: number) => Contents;
}

/** Every way of giving columns to roles, at most six of each. */
function bestAssignment(open: Open, taken: ReadonlyMap<ToldRole, number>, at: number): Assignment {
  const role = open.missing[at];
  if (role === undefined) return { columns: taken, points: pointsOf(open, taken) };
  let best = bestAssignment(open, taken, at + 1);
  const used = new Set(taken.values());
  for (const { column } of open.heads) {
    if (used.has(column)) continue;
    const next = bestAssignment(open, new Map([...taken, [role, column]]), at + 1);
    if (next.points > best.points + 1e-9) best = next;
  }
  return best;
}

/** Evidence above what is needed; one column without enough makes the whole no reading at all. */
function pointsOf({ columns, read }: Open, taken: ReadonlyMap<ToldRole, number>): number {
  let points = 0;
  for (const [role, column] of taken) {
    const fit = fitIn(role, column, { columns, taken, read });
    if (fit.points < LEAST) return -1;
    points += fit.points - LEAST / 2;
  }
  return points;
}

interface Around {
  readonly columns: Chosen;
  readonly taken: ReadonlyMap<ToldRole, number>;
  readonly read: (column: number) => Contents;
}

function fitIn(role: ToldRole, column: number, { columns, taken, read }: Around): Fit {
  const columnOf = (of: ColumnRole): number | undefined =>
    taken.get(of as ToldRole) ?? columns[of]?.column;
  const fit = fitOf(role, read(column), (of) => {
    const partner = columnOf(of);
    return partner === undefined ? null : read(partner);
  });
  return { ...fit, points: fit.points + positionPoints(role, column, columnOf) };
}

/** Forms read from left to right: name, target, actual; weight before score; reasons last. */
function positionPoints(
  role: ToldRole,
  column: number,
  columnOf: (of: ColumnRole) => number | undefined,
): number {
  const rightOf = (of: ColumnRole): boolean | null => {
    const other = columnOf(of);
    return other === undefined ? null : column > other;
  };
  const inOrder: readonly (boolean | null)[] =
    role === 'name'
      ? [rightOf('level1'), rightOf('level2'), not(rightOf('target')), not(rightOf('weight'))]
      : role === 'target'
        ? [rightOf('name'), not(rightOf('actual')), not(rightOf('score'))]
        : role === 'actual'
          ? [rightOf('target'), rightOf('name')]
          : role === 'score'
            ? [rightOf('weight'), rightOf('name'), rightOf('target')]
            : role === 'reason'
              ? [rightOf('actual') ?? rightOf('target'), rightOf('name')]
              : [rightOf('name')];
  return inOrder.reduce<number>((points, good) => points + (good === false ? -0.4 : 0), 0);
}

const not = (answer: boolean | null): boolean | null => (answer === null ? null : !answer);
