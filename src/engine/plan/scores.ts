import { cellAt, cellLabel } from '../../model/address';
import { isBlank } from '../../model/blank';
import { cellKey, contains, type CellRef } from '../../model/grid';
import { isLabelled } from '../../model/labelled';
import type { Message } from '../../texts/message';
import type { CachedResult, ValueBlock } from '../../model/patch';
import type { TableResult } from '../../model/score';
import type { CellValue, SheetSnapshot } from '../../model/snapshot';
import type { NumberCell } from '../../model/table';
import { multiply, sum } from '../../quantity/exact';
import { isLeftOut, rescaled } from '../../quantity/not-applicable';
import { scoredFundsRow } from '../../scoring/scored-funds-row';
import { ownScores, type OwnScore } from '../own-scores';
import { recalculateTotal } from '../recalculate';
import type { Planning } from './planning';

/** A 得分 cell that can be written and for which a score is computed. */
export interface ScoreOffer {
  readonly sheet: SheetSnapshot;
  readonly cell: CellRef;
  /** Points. */
  readonly value: number;
  /** The same as the cell holds it: a hundredth of the points where it is shown in percent. */
  readonly written: number;
  /** What stands there now. */
  readonly current: CellValue;
  /** What a person had there before the tool first wrote. */
  readonly before: CellValue;
  /** How the score came about; null for a total. */
  readonly why: Message | null;
  /** Whether it stands there after the run; else a person's score does. */
  readonly isTaken: boolean;
}

/** What a plan does to scores and to what follows from them. */
export interface PlannedScores {
  readonly offers: readonly ScoreOffer[];
  /** The offers that stand after the run. */
  readonly taken: readonly ScoreOffer[];
  readonly blocks: readonly ValueBlock[];
  /** Results of the forms' own totals once the blocks stand. */
  readonly totals: readonly CachedResult[];
  /** Numbers that stand once the plan is applied, by `附表!G5`. */
  readonly standing: ReadonlyMap<string, number>;
}

/** Scores by the rule “whose number stands” (docs/decisions). */
export function planScores(planning: Planning): PlannedScores {
  const offers = scoreOffers(planning);
  const taken = offers.filter(({ isTaken }) => isTaken);
  const back = takenBack(planning, taken);
  const totals = formulaTotals(planning, taken, back);
  const changed = taken.filter(({ current, written }) => current !== written);
  return {
    offers,
    taken,
    blocks: [...changed.map(asBlock), ...back],
    totals,
    standing: standingNumbers(planning, taken, totals),
  };
}

/** Every score that is computed for a cell that can be written, whether a person's gives way or not. */
export function scoreOffers(planning: Planning): ScoreOffer[] {
  const own = new Map(
    ownScores(planning.snapshot).map((score) => [cellLabel(score.sheet.name, score.cell), score]),
  );
  return planning.result.tables.flatMap((table) => {
    const sheet = planning.sheets.get(table.table.sheet);
    if (!sheet) return [];
    const hidden = hiddenByMerges(sheet);
    const offered = (computed: ComputedScore): ScoreOffer[] =>
      computed.source.formula !== null ||
      hidden.has(cellKey(computed.source.cell)) ||
      isLabelled(cellAt(sheet, computed.source.cell))
        ? []
        : [offerOf(planning, sheet, own, computed)];
    const rows = computedScores(table).flatMap(offered);
    const source = table.table.total?.score ?? null;
    const value = source && standingTotal(table, rows);
    return source && value !== null ? [...rows, ...offered({ source, value, why: null })] : rows;
  });
}

interface ComputedScore {
  readonly source: NumberCell;
  readonly value: number;
  readonly why: Message | null;
}

/** The computed scores of the funds row and of the indicators that carry points. */
function computedScores({ table, rows, budget }: TableResult): ComputedScore[] {
  const computed: ComputedScore[] = [];
  const put = (source: NumberCell | null, value: number | null, why: Message | null): void => {
    if (source && value !== null) computed.push({ source, value, why });
  };
  const funds = table.budget && scoredFundsRow(table.budget);
  if (budget && funds && budget.weight !== null) {
    put(funds.score, budget.score, budget.explanation);
  }
  for (const [index, { weight, score }] of table.indicators.entries()) {
    const row = rows[index];
    if (row && weight?.value != null) put(score, row.score, row.explanation);
  }
  return computed;
}

function offerOf(
  { options }: Planning,
  sheet: SheetSnapshot,
  own: ReadonlyMap<string, OwnScore>,
  { source: { cell, inHundredths }, value, why }: ComputedScore,
): ScoreOffer {
  const place = cellLabel(sheet.name, cell);
  const current = cellAt(sheet, cell);
  const mine = own.get(place);
  const written = inHundredths ? multiply(value, HUNDREDTH) : value;
  const agreed = options.overwriteScores || options.adopt?.has(place) === true;
  const isTaken = mine !== undefined || isBlank(current) || (agreed && current !== written);
  return {
    sheet,
    cell,
    value,
    written,
    current,
    before: mine ? mine.before : current,
    why,
    isTaken,
  };
}

const HUNDREDTH = 0.01;

/** Cells under a merge that are not its first: nothing may be written there. */
function hiddenByMerges(sheet: SheetSnapshot): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const merge of sheet.merges) {
    const bottom = Math.min(merge.bottom, sheet.rowCount - 1);
    const right = Math.min(merge.right, sheet.columnCount - 1);
    for (let row = merge.top; row <= bottom; row++) {
      for (let column = merge.left; column <= right; column++) {
        if (row !== merge.top || column !== merge.left) hidden.add(cellKey({ row, column }));
      }
    }
  }
  return hidden;
}

/** The sum of the scores that will stand in the cells; null while one of them is still open. */
function standingTotal(
  { table, profile }: TableResult,
  offers: readonly ScoreOffer[],
): number | null {
  const written = new Map(
    offers.filter(({ isTaken }) => isTaken).map(({ cell, value }) => [cellKey(cell), value]),
  );
  const funds = table.budget && scoredFundsRow(table.budget);
  const counting = table.indicators.filter((indicator) => !isLeftOut(indicator, profile));
  const weighted = [...(funds ? [funds] : []), ...counting].filter(
    ({ weight }) => weight?.value != null,
  );
  const parts = weighted.map(
    ({ score }) => score && (written.get(cellKey(score.cell)) ?? score.value),
  );
  const known = parts.filter((part) => part !== null);
  return known.length === 0 || known.length < parts.length
    ? null
    : rescaled(sum(known), table, profile);
}

const asBlock = ({ sheet, cell, written, current }: ScoreOffer): ValueBlock => ({
  sheetId: sheet.id,
  top: cell.row,
  left: cell.column,
  values: [[written]],
  before: [[current]],
});

/**
 * Scores of an earlier run that nothing supports any more (the 完成值 was cleared, say): what a
 * person had there before comes back, or they would pass for a person's at the next run.
 */
function takenBack({ snapshot, result }: Planning, taken: readonly ScoreOffer[]): ValueBlock[] {
  const kept = new Set(taken.map(({ sheet, cell }) => cellLabel(sheet.name, cell)));
  return ownScores(snapshot)
    .filter(
      ({ sheet, cell }) =>
        !kept.has(cellLabel(sheet.name, cell)) &&
        result.tables.some(
          ({ table }) => table.sheet === sheet.name && contains(table.range, cell),
        ),
    )
    .map(({ sheet, cell: { row: top, column: left }, before, wrote }) => ({
      sheetId: sheet.id,
      top,
      left,
      values: [[before]],
      before: [[wrote]],
    }));
}

/** Formula cells whose result is known once the scores stand: the forms' own totals. */
function formulaTotals(
  { result, sheets }: Planning,
  taken: readonly ScoreOffer[],
  back: readonly ValueBlock[],
): CachedResult[] {
  return result.tables.flatMap(({ table }) => {
    const sheet = sheets.get(table.sheet);
    if (!sheet) return [];
    const written = new Map<number, CellValue>([
      ...back
        .filter(({ sheetId }) => sheetId === sheet.id)
        .map(({ top: row, left: column, values }) => {
          return [cellKey({ row, column }), values[0]?.[0] ?? null] as const;
        }),
      ...taken
        .filter((score) => score.sheet === sheet)
        .map(({ cell, written: number }) => [cellKey(cell), number] as const),
    ]);
    if (written.size === 0) return [];
    const sums = [...table.subtotals.map(({ score }) => score), table.total?.score ?? null];
    return sums.flatMap((source) => {
      if (!source || source.formula === null) return [];
      const value = recalculateTotal(source.formula, sheet, written);
      if (value === null) return [];
      // A total of totals follows.
      written.set(cellKey(source.cell), value);
      return [{ sheetId: sheet.id, cell: source.cell, value }];
    });
  });
}

/**
 * The points that stand: a total that is a formula shows its new result at once, and so must whatever
 * follows it.
 */
function standingNumbers(
  { snapshot, result }: Planning,
  taken: readonly ScoreOffer[],
  totals: readonly CachedResult[],
): ReadonlyMap<string, number> {
  const inHundredths = new Set(
    result.tables.flatMap(({ table: { sheet, total } }) =>
      total?.score?.inHundredths ? [cellLabel(sheet, total.score.cell)] : [],
    ),
  );
  const names = new Map(snapshot.sheets.map(({ id, name }) => [id, name]));
  const standing = new Map(
    taken.map(({ sheet, cell, value }) => [cellLabel(sheet.name, cell), value]),
  );
  for (const { sheetId, cell, value } of totals) {
    if (typeof value !== 'number') continue;
    const place = cellLabel(names.get(sheetId) ?? '', cell);
    standing.set(place, inHundredths.has(place) ? multiply(value, 100) : value);
  }
  return standing;
}
