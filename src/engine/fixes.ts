import { mergeOf } from '../changes/check-patch';
import { samePoints } from '../checks/difference';
import { cellAt, cellLabel, formulaAt, sheetsByName } from '../model/address';
import { isBlank } from '../model/blank';
import type { CheckId } from '../model/check-id';
import type { ReviewedFinding } from '../model/finding';
import { cellKey, type CellRef } from '../model/grid';
import type { TableResult, WorkbookResult } from '../model/score';
import { sameValue, type CellValue, type SheetSnapshot, type Snapshot } from '../model/snapshot';
import type { NumberCell, Table } from '../model/table';
import { multiply } from '../quantity/exact';
import { normaliseText } from '../quantity/normalise';
import { readRate } from '../quantity/read-number';
import type { EngineOptions } from './options';
import { planningOf } from './plan/planning';
import { scoreOffers, type ScoreOffer } from './plan/scores';
import { reviewWith } from './review';

/** A correction that leaves no doubt: what a cell holds, and what it should. */
export interface Fix {
  readonly check: CheckId;
  /** Sheet name. */
  readonly sheet: string;
  readonly cell: CellRef;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** What a fix of one finding is made from. */
interface Given {
  readonly finding: ReviewedFinding;
  /** Open findings of its table. */
  readonly others: readonly ReviewedFinding[];
  readonly result: TableResult;
  readonly offers: ReadonlyMap<string, ScoreOffer>;
  /** What stands in a cell of the table's sheet. */
  readonly standsIn: (cell: CellRef) => CellValue;
}

type Write = readonly [CellRef, CellValue];

/** What each check's open findings let be put right without asking anybody. */
const FIXERS: Readonly<Partial<Record<CheckId, (given: Given) => readonly Write[]>>> = {
  'number-as-text': asNumbers,
  'execution-rate': asComputedRate,
  'score-missing': asComputedScore,
  'score-total': asSum,
};

/** The checks of which some findings can be put right in one go. */
export const FIXABLE: readonly CheckId[] = [
  'score-total',
  'score-missing',
  'number-as-text',
  'execution-rate',
];

/**
 * The corrections that are certain in a workbook as it stands, one a cell, from the top of each
 * sheet: numbers stored as text, the 执行率, scores left blank, the total of the scores. A formula and
 * a cell under a merge are never among them.
 * @param only the checks wanted; absent: all
 */
export function fixesOf(
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
  only: ReadonlySet<string> | null = null,
): Fix[] {
  const planning = planningOf(snapshot, result, options);
  const all = scoreOffers(planning);
  const offers = new Map(all.map((offer) => [cellLabel(offer.sheet.name, offer.cell), offer]));
  const open = reviewWith(planning, all, 'now').filter(({ status }) => status === 'open');
  const sheets = sheetsByName(snapshot);
  const fixes = open.flatMap((finding) => {
    const table = finding.table === null ? undefined : result.tables[finding.table];
    const sheet = sheets.get(finding.sheet);
    const fixer = FIXERS[finding.check];
    if (!table || !sheet || !fixer || (only && !only.has(finding.check))) return [];
    const others = open.filter((one) => one.table === finding.table);
    const standsIn = (cell: CellRef): CellValue => cellAt(sheet, cell);
    const given = { finding, others, result: table, offers, standsIn };
    return fixer(given).flatMap(([cell, after]) => fixAt(sheet, finding.check, cell, after));
  });
  return oncePerCell(fixes);
}

function fixAt(sheet: SheetSnapshot, check: CheckId, cell: CellRef, after: CellValue): Fix[] {
  const before = cellAt(sheet, cell);
  const merge = mergeOf(sheet.merges, cell);
  const isHidden = merge !== null && (merge.top !== cell.row || merge.left !== cell.column);
  if (isHidden || formulaAt(sheet, cell) !== null) return [];
  return sameValue(before, after) ? [] : [{ check, sheet: sheet.name, cell, before, after }];
}

/** Two checks may speak of one cell: the first says what goes there. */
export function oncePerCell(fixes: readonly Fix[]): Fix[] {
  const byCell = new Map<string, Fix>();
  for (const fix of fixes) {
    const place = cellLabel(fix.sheet, fix.cell);
    if (!byCell.has(place)) byCell.set(place, fix);
  }
  const sheets = [...new Set(fixes.map(({ sheet }) => sheet))];
  return [...byCell.values()].sort(
    (a, b) =>
      sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || cellKey(a.cell) - cellKey(b.cell),
  );
}

/** A figure and nothing besides, in whatever width and with spaces; 分 is in the head already. */
const PLAIN = /^[+-]?(?:\d+(?:,\d{3})*|\d*)\.?\d+(?:分|\(分\))?$/;

/** A remark such as `36（扣4分）` or a share such as `10%` says more than its figure and stays. */
function asNumbers({ finding, result, standsIn }: Given): Write[] {
  const wanted = new Set(finding.cells.map(cellKey));
  return pointCells(result.table).flatMap(({ cell, value }): Write[] => {
    const stands = standsIn(cell);
    if (!wanted.has(cellKey(cell)) || value === null || typeof stands !== 'string') return [];
    return PLAIN.test(normaliseText(stands).replace(/\s+/g, '')) ? [[cell, value]] : [];
  });
}

/** Every 分值 and 得分 cell of a table. */
function pointCells({ indicators, budget, subtotals, total }: Table): NumberCell[] {
  const rows = [...indicators, ...(budget?.rows ?? []), ...subtotals, ...(total ? [total] : [])];
  return rows.flatMap(({ weight, score }) => [weight ?? [], score ?? []].flat());
}

/** Findings that leave open whether the amounts or the rate are wrong. */
const AMOUNT_DOUBTS: ReadonlySet<CheckId> = new Set<CheckId>(['overspent', 'funds-sum']);

/**
 * The rate in the way it is written there: `86.2%`, 0.862 or 86.2. A 得分 that follows from the
 * printed rate says that rather an amount is mistyped, unless the rate is only rounded.
 */
function asComputedRate({ finding, others, result, standsIn }: Given): Write[] {
  const { cell, expected, variant } = finding;
  const rate = readRate(typeof expected === 'string' ? expected : null, null, false);
  const row = result.table.budget?.rows.find((one) => one.rate?.cell.row === cell.row);
  const printed = row?.rate?.value ?? null;
  if (rate === null || printed === null || rate > 1) return [];
  if (variant !== 'rounded') {
    if (others.some(({ check }) => AMOUNT_DOUBTS.has(check))) return [];
    const { weight, score } = row ?? {};
    const scored = score?.value ?? null;
    const fromPrinted = multiply(printed, weight?.value ?? 0);
    if (scored !== null && samePoints(scored, fromPrinted, result.profile)) return [];
  }
  const stands = standsIn(cell);
  const hundredths = multiply(rate, 100);
  if (typeof stands === 'string' && /[%％]/.test(stands)) return [[cell, `${String(hundredths)}%`]];
  const figure = typeof stands === 'string' ? Number(normaliseText(stands)) : stands;
  if (typeof figure !== 'number' || !Number.isFinite(figure)) return [];
  return [[cell, figure === printed ? rate : hundredths]];
}

/** A score that follows from a bound (`≥95%`) is a question: only a person knows the figure. */
function asComputedScore({ finding, result, offers }: Given): Write[] {
  return finding.cells.flatMap((cell): Write[] => {
    const offer = offers.get(cellLabel(finding.sheet, cell));
    const indicator = result.table.indicators.find(({ row }) => row === cell.row);
    const { op = null } = indicator?.actual ?? {};
    const isBound = op !== null && op !== '=';
    return offer && isBlank(offer.current) && !isBound ? [[cell, offer.written]] : [];
  });
}

/** Findings that leave open whether the rows or the total are wrong. */
const DOUBTS: ReadonlySet<CheckId> = new Set<CheckId>([
  'weight-total',
  'level-weight',
  'weight-invalid',
  'score-over-weight',
  'part-row-scored',
  'score-missing',
]);

/** The sum of the rows, where nothing speaks against the rows themselves. */
function asSum({ finding, others, result }: Given): Write[] {
  const { expected, cell } = finding;
  if (typeof expected !== 'number' || expected > result.profile.tableTotal) return [];
  if (others.some(({ check }) => DOUBTS.has(check))) return [];
  const { score } = result.table.total ?? {};
  return [[cell, score?.inHundredths ? multiply(expected, 0.01) : expected]];
}
