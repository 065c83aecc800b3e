import { samePoints } from '../checks/difference';
import { cellAt, cellLabel, formulaAt, sheetsByName } from '../model/address';
import { areasOf } from '../model/areas';
import { isBlank } from '../model/blank';
import type { CheckId } from '../model/check-id';
import type { ReviewedFinding } from '../model/finding';
import { cellKey, type CellRef } from '../model/grid';
import { grouped } from '../model/grouped';
import { isLabelled } from '../model/labelled';
import type { TableResult, WorkbookResult } from '../model/score';
import { sameValue, type CellValue, type SheetSnapshot, type Snapshot } from '../model/snapshot';
import type { BudgetRow, Indicator, NumberCell, Table } from '../model/table';
import { multiply, sum } from '../quantity/exact';
import { normaliseText } from '../quantity/normalise';
import { readNumberCell, readRate } from '../quantity/read-number';
import type { EngineOptions } from './options';
import type { Written } from '../report/sum-formula';
import { ownScores } from './own-scores';
import { planningOf } from './plan/planning';
import { scoreOffers, type ScoreOffer } from './plan/scores';
import { reviewWith } from './review';
import { addsUpByFormulas, totalFormula } from './total-formula';

/** A correction that leaves no doubt: what a cell holds, and what it should. */
export interface Fix {
  readonly check: CheckId;
  /** Sheet name. */
  readonly sheet: string;
  readonly cell: CellRef;
  readonly before: CellValue;
  readonly after: CellValue;
  /** The formula, without `=`, that `after` is the result of; null: a value by itself. */
  readonly formula: string | null;
  /** The formula that `before` is the result of. */
  readonly had: string | null;
}

/** What a fix of one finding is made from. */
interface Given {
  readonly finding: ReviewedFinding;
  /** Open findings of its table. */
  readonly others: readonly ReviewedFinding[];
  readonly result: TableResult;
  /** Indicators of the table by their row. */
  readonly byRow: ReadonlyMap<number, Indicator>;
  readonly offers: ReadonlyMap<string, ScoreOffer>;
  /** The table's sheet. */
  readonly sheet: SheetSnapshot;
  /** Numbers that stand in cells as ours, or that texts there become, by `附表!G5`. */
  readonly becoming: Written;
}

/** A cell, what goes there, and the formula that gives it. */
type Write = readonly [cell: CellRef, value: CellValue, formula?: string | null];

/** What each check's open findings let be put right without asking anybody. */
const FIXERS: Readonly<Partial<Record<CheckId, (given: Given) => readonly Write[]>>> = {
  'number-as-text': asNumbers,
  'execution-rate': asComputedRate,
  'score-missing': asComputedScore,
  'score-total': asSum,
  'total-typed-over': asWholeSum,
};

const SUMS: ReadonlySet<CheckId> = new Set<CheckId>(['score-total', 'total-typed-over']);

/** Whether it adds up: put right once it is known what else is. */
export const isSum = ({ check }: { readonly check: CheckId }): boolean => SUMS.has(check);

/** The checks of which some findings can be put right in one go. */
export const FIXABLE: readonly CheckId[] = [
  'score-total',
  'total-typed-over',
  'score-missing',
  'number-as-text',
  'execution-rate',
];

/**
 * The corrections that are certain in a workbook as it stands, one a cell, from the top of each
 * sheet: numbers stored as text, the 执行率, scores left blank, the total of the scores (a formula where
 * the form adds up by formulas). A cell under a merge or with its label in it is never among them, and
 * of formulas only that of a total which leaves rows out.
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
  const byTable = grouped(open, ({ table }) => table);
  const rows = result.tables.map(({ table }) => rowsOf(table));
  const fixesIn = (findings: readonly ReviewedFinding[], becoming: Written): Fix[] => {
    const fixes = findings.flatMap((finding) => {
      const table = finding.table === null ? undefined : result.tables[finding.table];
      const byRow = finding.table === null ? undefined : rows[finding.table];
      const sheet = sheets.get(finding.sheet);
      const fixer = FIXERS[finding.check];
      if (!table || !byRow || !sheet || !fixer || (only && !only.has(finding.check))) return [];
      const others = byTable.get(finding.table) ?? [];
      const given = { finding, others, result: table, byRow, offers, sheet, becoming };
      return fixer(given).flatMap((write) => fixAt(sheet, finding.check, write));
    });
    return inSight(fixes, sheets);
  };
  const parts = fixesIn(
    open.filter((finding) => !isSum(finding)),
    new Map(),
  );
  const becoming = new Map([
    ...ownScores(snapshot).map(({ sheet, cell, wrote }): [string, number] => [
      cellLabel(sheet.name, cell),
      wrote,
    ]),
    ...parts.flatMap(({ check, sheet, cell, after }): [string, number][] =>
      check === 'number-as-text' && typeof after === 'number'
        ? [[cellLabel(sheet, cell), after]]
        : [],
    ),
  ]);
  const isWanted = only === null || only.has('score-total');
  const blank = result.tables.flatMap((table, at) => {
    const sheet = isWanted ? sheets.get(table.table.sheet) : undefined;
    const others = byTable.get(at) ?? [];
    return sheet ? blankTotal(table, sheet, { others, offers, becoming }) : [];
  });
  return oncePerCell([
    ...parts,
    ...fixesIn(open.filter(isSum), becoming),
    ...inSight(blank, sheets),
  ]);
}

/** The total of a form whose rows all have their scores, where nobody wrote one. */
function blankTotal(
  result: TableResult,
  sheet: SheetSnapshot,
  { others, offers, becoming }: Pick<Given, 'others' | 'offers' | 'becoming'>,
): Fix[] {
  const cell = result.table.total?.score?.cell;
  const offer = cell && offers.get(cellLabel(sheet.name, cell));
  if (!offer || !isBlank(offer.current) || offer.value > result.profile.tableTotal) return [];
  if (others.some(({ check }) => DOUBTS.has(check))) return [];
  const { value, formula } = totalFormula(result, becoming);
  const isFormula = addsUpByFormulas(result) && samePoints(value, offer.value, result.profile);
  return fixAt(sheet, 'score-total', [offer.cell, offer.written, isFormula ? formula : null]);
}

function fixAt(sheet: SheetSnapshot, check: CheckId, [cell, after, wanted = null]: Write): Fix[] {
  const before = cellAt(sheet, cell);
  const had = formulaAt(sheet, cell);
  // In a cell for text a formula would be text as soon as somebody touches it.
  const formula = sheet.formats[cell.row]?.[cell.column] === '@' ? null : wanted;
  if ((had !== null && formula === null) || isLabelled(before)) return [];
  const isSame = sameValue(before, after) && had === formula;
  return isSame ? [] : [{ check, sheet: sheet.name, cell, before, after, formula, had }];
}

/** Without those in cells that a merge hides. */
function inSight(fixes: readonly Fix[], sheets: ReadonlyMap<string, SheetSnapshot>): Fix[] {
  return [...grouped(fixes, ({ sheet }) => sheet)].flatMap(([name, own]) => {
    const merges = areasOf(
      sheets.get(name)?.merges ?? [],
      own.map(({ cell }) => cell),
    );
    return own.filter(({ cell }) => {
      const merge = merges.get(cellKey(cell));
      return !merge || (merge.top === cell.row && merge.left === cell.column);
    });
  });
}

const rowsOf = ({ indicators }: Table): ReadonlyMap<number, Indicator> =>
  new Map(indicators.map((indicator) => [indicator.row, indicator]));

/** Two checks may speak of one cell: the first says what goes there. */
export function oncePerCell(fixes: readonly Fix[]): Fix[] {
  const byCell = new Map<string, Fix>();
  for (const fix of fixes) {
    const place = cellLabel(fix.sheet, fix.cell);
    if (!byCell.has(place)) byCell.set(place, fix);
  }
  return [...grouped(byCell.values(), ({ sheet }) => sheet).values()].flatMap((own) =>
    [...own].sort((a, b) => cellKey(a.cell) - cellKey(b.cell)),
  );
}

/** A figure and nothing besides, in whatever width and with spaces; 分 is in the head already. */
const PLAIN = /^[+-]?(?:\d+(?:,\d{3})*|\d*)\.?\d+(?:分|\(分\))?$/;

/** A remark such as `36（扣4分）` or a share such as `10%` says more than its figure and stays. */
function asNumbers({ finding, result, sheet }: Given): Write[] {
  const wanted = new Set(finding.cells.map(cellKey));
  return pointCells(result.table).flatMap(({ cell, value }): Write[] => {
    const stands = cellAt(sheet, cell);
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
 * printed rate says that rather an amount is mistyped, unless the rate is only rounded; where another
 * amount of the row gives the printed rate, by which the form divides is a question.
 */
function asComputedRate({ finding, others, result, sheet }: Given): Write[] {
  const { cell, expected, variant } = finding;
  const rate = readRate(typeof expected === 'string' ? expected : null, null, false);
  const row = result.table.budget?.rows.find((one) => one.rate?.cell.row === cell.row);
  const printed = row?.rate?.value ?? null;
  if (row === undefined || rate === null || printed === null || rate > 1) return [];
  if (variant !== 'rounded') {
    if (others.some(({ check }) => AMOUNT_DOUBTS.has(check))) return [];
    const scored = row.score?.value ?? null;
    const fromPrinted = multiply(printed, row.weight?.value ?? result.budget?.weight ?? 0);
    if (scored !== null && samePoints(scored, fromPrinted, result.profile)) return [];
    if (isRateOfOthers(printed, row, sheet)) return [];
  }
  const stands = cellAt(sheet, cell);
  const hundredths = multiply(rate, 100);
  if (typeof stands === 'string' && /[%％]/.test(stands)) return [[cell, `${String(hundredths)}%`]];
  const figure = typeof stands === 'string' ? Number(normaliseText(stands)) : stands;
  if (typeof figure !== 'number' || !Number.isFinite(figure)) return [];
  return [[cell, figure === printed ? rate : hundredths]];
}

/** Half of a tenth of a percentage point. */
const RATE_TOLERANCE = 0.0005;

/** Whether a printed rate is the executed amount over another amount of its row, or over two of them. */
function isRateOfOthers(printed: number, row: BudgetRow, sheet: SheetSnapshot): boolean {
  const executed = row.executed;
  if (executed?.value == null) return false;
  const own = new Set(
    [executed, row.rate, row.weight, row.score].flatMap((one) => one?.cell.column ?? []),
  );
  const amounts = (sheet.values[row.row] ?? []).flatMap((value, column) => {
    const amount = own.has(column) ? null : readNumberCell(value).value;
    return amount !== null && amount > 0 ? [amount] : [];
  });
  const pairs = amounts.flatMap((one, at) => amounts.slice(at + 1).map((two) => sum([one, two])));
  const { value } = executed;
  return [...amounts, ...pairs].some(
    (amount) => Math.abs(value / amount - printed) <= RATE_TOLERANCE,
  );
}

/**
 * Whether a row's figures can be read in one way alone: a bare target (30分钟) may be an aim or a
 * limit, 0.085 beside 8% a share or a percentage, and 每月2次 has to be counted for the year; a result
 * that is a bound (`≥95%`) is no figure.
 */
function isPlain({ target, actual, direction }: Indicator): boolean {
  if (actual.op !== null && actual.op !== '=') return false;
  if (target.kind !== 'number' && target.kind !== 'percent') return true;
  if (/每/.test(target.text) || target.kind !== actual.kind) return false;
  return target.op !== null || direction !== null || target.value === actual.value;
}

/**
 * Scores where only one reading gives them. That of the funds is a question while their rate and their
 * amounts say different things.
 */
function asComputedScore({ finding, others, byRow, offers }: Given): Write[] {
  const doubted = new Set(
    others
      .filter(({ check, variant }) => check === 'execution-rate' && variant !== 'rounded')
      .map(({ cell }) => cell.row),
  );
  return finding.cells.flatMap((cell): Write[] => {
    if (doubted.has(cell.row)) return [];
    const offer = offers.get(cellLabel(finding.sheet, cell));
    const indicator = byRow.get(cell.row);
    const isSure = indicator === undefined || isPlain(indicator);
    return offer && isBlank(offer.current) && isSure ? [[cell, offer.written]] : [];
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
function asSum({ finding, others, result, becoming }: Given): Write[] {
  const { expected, cell } = finding;
  if (typeof expected !== 'number' || expected > result.profile.tableTotal) return [];
  // A formula of a person's that gives another sum may mean to.
  const isTheirs = result.table.total?.score?.formula != null;
  if (isTheirs || others.some(({ check }) => DOUBTS.has(check))) return [];
  const { value, formula } = totalFormula(result, becoming);
  const isFormula = addsUpByFormulas(result) && samePoints(value, expected, result.profile);
  const isShare = result.table.total?.score?.inHundredths === true;
  return [[cell, isShare ? multiply(expected, 0.01) : expected, isFormula ? formula : null]];
}

/** A formula that leaves rows out gets all of them; a score typed among formulas is a question. */
function asWholeSum({ finding, result, becoming }: Given): Write[] {
  if (finding.variant !== 'range') return [];
  const { value, formula } = totalFormula(result, becoming);
  const isSure = formula !== null && value <= result.profile.tableTotal;
  return isSure ? [[finding.cell, value, formula]] : [];
}
