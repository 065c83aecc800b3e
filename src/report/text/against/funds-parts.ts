import type { BudgetRow, NumberCell } from '../../../model/table';
import { multiply, ratio, subtract } from '../../../quantity/exact';
import type { Figure } from '../facts/figure';
import { isMistyped } from '../facts/slip';
import { isChange, isPlan, isPrior, type Statement } from '../facts/statement';
import { amountAt } from './amount-at';
import type { Comparison } from './comparison';
import { plainName } from './names';
import { segmentBefore } from '../facts/segment-before';

export const SOURCE =
  /中央|省级|市级|县级|区级|地方|本级|上级|财政拨款|其他资金|自有资金|上年结转|社会资金|自筹/;
const MONEY = /资金|拨款|财政|补助|结转|自筹|配套/;
const RATE = /(?:执行|支出|支付)率(?:为|达到?|是|：|[只仅]?有|仅为?)?$/;
/** 年中调减28万元, 年中压减市级资金16万元: no budget of its own, but the difference of two. */
const CHANGED =
  /(?<![比较][^，。；]*)(?:调增|调减|追加|压减|核减|(?:年中|中期)[^，。；\d]{0,4}增加)(?:了|[^，。；\d]{0,8}(?:资金|预算|拨款))?$/;

/**
 * One source of the funds where the report names it with an amount for budget or spending, or a rate.
 * `all` are the rows of the form's funds.
 */
export function partOf(
  statements: readonly Statement[],
  row: BudgetRow,
  factor: number,
  all: readonly BudgetRow[],
): Comparison[] {
  const label = plainName(row.label.replace(/^其中[：:]?/, ''));
  const isCalled = statements.some(({ text }) => text.includes(label));
  const name = isCalled ? label : (SOURCE.exec(label)?.[0] ?? tailOf(label, statements, all));
  if (name === undefined || name.length < 2) return [];
  // 项目支出 is also what any report is on: it must stand right before the figure.
  const isAnyones = !SOURCE.test(label);
  return statements.flatMap((statement) =>
    statement.figures.flatMap((figure, index): Comparison[] => {
      const since = sinceOf(statement, figure);
      const from = statement.figures[index - 1]?.end ?? 0;
      const words = statement.text.slice(from, figure.start);
      // 福彩公益金安排100万元，实际支出91.4万元: the name that its part of the sentence opens with.
      // 项目支出：年初预算数3026万元
      const isHead = since.startsWith(`${name}：`);
      const isOpened = isHead || (!/支出/.test(name) && since.startsWith(name));
      const isOwn =
        (isAnyones && !isOpened ? figure.label : since).includes(name) &&
        !SOURCE.exec(since.slice(since.lastIndexOf(name) + name.length)) &&
        (isCalled || MONEY.test(since));
      if (!isOwn || /^[^：]*每/.test(words)) return [];
      if (figure.kind === 'percent') return rateOf(statement, figure, row);
      if (figure.kind !== 'money' || figure.per !== null) return [];
      if (isChange(figure) || CHANGED.test(figure.label))
        return changeOf(statement, figure, row, factor);
      if (isOfTotal(figure, row, all, factor)) return [];
      const told = columnOf(statement, figure, words.replace(name, ''), row, factor);
      return told ? [told] : slipOf(statement, figure, row, factor, all);
    }),
  );
}

/** 县级配套资金调减135万元，全年预算2545万元: what the whole has, or one key off it, is no source's. */
function isOfTotal(
  figure: Figure,
  own: BudgetRow,
  all: readonly BudgetRow[],
  factor: number,
): boolean {
  const text = figure.text.replaceAll(',', '');
  const isIn = (row: BudgetRow, nearly: boolean): boolean =>
    cellsOf(row).some(({ value }) => {
      const printed = (multiply(value ?? 0, factor) / figure.factor).toFixed(figure.decimals);
      return printed === text || (nearly && isMistyped(text, printed));
    });
  const total = all.find(({ isTotal }) => isTotal);
  return total !== undefined && isIn(total, true) && !isIn(own, true);
}

const SHORTEST_TAIL = 4;

/** 债券资金 of 专项债券资金, which no other source ends with. */
function tailOf(
  label: string,
  statements: readonly Statement[],
  all: readonly BudgetRow[],
): string | undefined {
  const tails = Array.from(label, (_, at) => label.slice(at)).slice(1);
  const told = tails.find(
    (tail) =>
      tail.length >= SHORTEST_TAIL && statements.some((statement) => statement.text.includes(tail)),
  );
  const isOnly = all.filter((row) => told && plainName(row.label).endsWith(told)).length === 1;
  return isOnly ? told : undefined;
}

const sinceOf = ({ text }: Statement, { start }: Figure): string => segmentBefore(text, start);

function columnOf(
  statement: Statement,
  figure: Figure,
  words: string,
  row: BudgetRow,
  factor: number,
): Comparison | null {
  const column = /全年预算|调整后/.test(words)
    ? row.adjusted
    : /年初预算/.test(words)
      ? row.initial
      : /执行数|支出/.test(words) && !isPlan(figure)
        ? row.executed
        : null;
  if (column?.value == null) return null;
  const kind = column === row.executed ? 'spending' : 'budget';
  const sure =
    /数/.test(words) &&
    plainName(statement.text).includes(plainName(row.label.replace(/^其中[：:]?/, '')));
  return amountAt(kind, row.label, { statement, figure }, [column], factor, sure);
}

const cellsOf = ({ initial, adjusted, executed }: BudgetRow): readonly NumberCell[] =>
  [executed, adjusted, initial].filter((cell) => cell !== null);

/** 上年结转300万元，本年用掉217.2万元: whatever it is called, one wrong key off what the source has. */
function slipOf(
  statement: Statement,
  figure: Figure,
  row: BudgetRow,
  factor: number,
  all: readonly BudgetRow[],
): Comparison[] {
  const printed = ({ value }: NumberCell): string =>
    (multiply(value ?? 0, factor) / figure.factor).toFixed(figure.decimals);
  const text = figure.text.replaceAll(',', '');
  const isOther = isPrior(figure) || figure.rough;
  if (isOther || all.flatMap(cellsOf).some((cell) => printed(cell) === text)) return [];
  const meant = cellsOf(row).find((cell) => isMistyped(text, printed(cell)));
  if (!meant) return [];
  const kind = meant === row.executed ? 'spending' : 'budget';
  return [amountAt(kind, row.label, { statement, figure }, [meant], factor, false)];
}

/** 市级资金执行率94.11% */
function rateOf(statement: Statement, figure: Figure, row: BudgetRow): Comparison[] {
  const budget = row.adjusted?.value ?? row.initial?.value ?? null;
  const spent = row.executed?.value ?? null;
  const own =
    row.rate?.value ?? (spent === null || budget === null ? null : ratio(spent, budget, 4));
  if (own === null || isPlan(figure) || !RATE.test(figure.label)) return [];
  const expected = multiply(own, 100);
  const same = Math.abs(expected - figure.value) <= 10 ** -figure.decimals / 2 + 0.005 + 1e-9;
  return [
    {
      kind: 'rate',
      fact: `${row.label}（执行率）`,
      cell: row.rate?.cell ?? row.executed?.cell ?? null,
      told: { statement, at: figure.start },
      verdict: same ? 'same' : 'differs',
      expected: `${expected}%`,
      found: `${figure.text}%`,
      sure: false,
    },
  ];
}

function changeOf(
  statement: Statement,
  figure: Figure,
  { label, initial, adjusted }: BudgetRow,
  factor: number,
): Comparison[] {
  if (initial?.value == null || adjusted?.value == null || !CHANGED.test(figure.label)) return [];
  const change: NumberCell = {
    ...adjusted,
    value: Math.abs(subtract(adjusted.value, initial.value)),
  };
  return [amountAt('budget', label, { statement, figure }, [change], factor, false)];
}
