import type { TableResult } from '../../../model/score';
import type { BudgetRow, NumberCell } from '../../../model/table';
import { multiply, subtract } from '../../../quantity/exact';
import type { ReportContext } from '../check';
import { statedFunds, tenThousands, type Stated } from '../facts/stated';
import type { Figure } from '../facts/figure';
import { asOfRows, isChange, type Statement } from '../facts/statement';
import { amountAt, isSame } from './amount-at';
import { partOf, SOURCE } from './funds-parts';
import { plainName } from './names';
import { wholeSlips } from './funds-slips';
import { ofWhole } from './whole-funds';
import { notTold, type ComparedKind, type Comparison } from './comparison';
import { segmentBefore } from '../facts/segment-before';

/** Budget, spending and rate, of the whole and of each source (domain rule E03). */
export function compareFunds(
  { funds, statements, year }: ReportContext,
  result: TableResult,
): Comparison[] {
  const { budget } = result.table;
  const total = budget?.rows.find((row) => row.isTotal);
  if (!budget || !total) return [];
  const factor = budget.currency === '元' ? 1 : 10_000;
  const against = (
    kind: ComparedKind,
    stated: readonly Stated[],
    cells: readonly (NumberCell | null)[],
  ): Comparison[] => {
    // A total of 0 above sources that have money was not filled in.
    const known = cells.filter((cell) => cell !== null).filter(({ value }) => !!value);
    const [first] = known;
    if (!first) return [];
    const fact = `${total.label}${kind === 'budget' ? '（预算数）' : '（执行数）'}`;
    if (stated.length === 0) return [notTold(kind, fact, first.cell, first.value ?? 0)];
    return judgedAs(
      stated.map((told) => amountAt(kind, fact, told, likelyFirst(told, known), factor, true)),
      stated,
      result,
    );
  };
  const parts = budget.rows.filter((row) => !row.isTotal);
  const [initial, adjusted, executed] = [total.initial, total.adjusted, total.executed].map(
    (cell) => cell?.value ?? null,
  );
  const whole = adjusted ?? initial ?? null;
  const held = [
    ...against('budget', funds.budgets, [total.adjusted, total.initial]),
    ...against('spending', funds.spent, [total.executed]),
    ...rates(
      statedFunds(statements.map(asOfRows), year).rates.filter((one) => !isOfRow(one, parts)),
      total,
      result,
    ),
    ...ratesAs(sharesOf(statements, total, factor), total, result).map(asked),
    ...parts.flatMap((row) => partOf(statements, row, factor, budget.rows)),
    ...(whole === null || executed == null
      ? []
      : derived(statements, LEFT, subtract(whole, executed) * factor, total)),
    ...(initial == null || adjusted == null
      ? []
      : derived(statements, CHANGED, Math.abs(subtract(adjusted, initial)) * factor, total)),
  ];
  return [...held, ...wholeSlips(statements, result, held)];
}

/** 年初预算280万元 of a form with 260 and an adjusted 284.5: of 260. */
const likelyFirst = ({ figure }: Stated, cells: readonly NumberCell[]): readonly NumberCell[] =>
  /年初/.test(figure.label) ? [...cells].reverse() : cells;

/** 福彩公益金支出91.4万元，执行率91.4%: its part of the sentence opens with a row of the funds. */
const isOfRow = ({ statement, figure }: Stated, rows: readonly BudgetRow[]): boolean => {
  const segment = segmentBefore(statement.text, figure.start);
  return rows.some(({ label }) => {
    const name = plainName(label.replace(/^其中[：:]?/, ''));
    return name.length > 2 && segment.startsWith(name);
  });
};

const OF_BUDGET = /占(?:全年|年度|总|项目|调整后的?)*预算(?:总额|资金|数)?的$/;

/** 支出614.4万元，占预算的96%: the rate of what was spent of the whole. */
function sharesOf(
  statements: readonly Statement[],
  total: BudgetRow,
  factor: number,
): readonly Stated[] {
  const spent = total.executed?.value;
  const isSpent = (one: Figure | undefined): boolean =>
    one?.kind === 'money' && spent != null && isSame(one, multiply(spent, factor));
  return statements.flatMap((statement) =>
    statement.figures.flatMap((figure, at): Stated[] => {
      const isShare = figure.kind === 'percent' && OF_BUDGET.test(figure.label);
      return isShare && isSpent(statement.figures[at - 1]) ? [{ statement, figure }] : [];
    }),
  );
}

const asked = (comparison: Comparison): Comparison => ({ ...comparison, sure: false });

const LEFT = /^(?:全年|当年|本年度?|项目|财政|资金|年末|预算)*(?:结余|剩余)(?:资金)?(?:为|共|：)?$/;
const CHANGED =
  /^(?:经|(?:年中|中期|执行中|年内)(?:共)?)?(?:预算)?(?:调增|调减|追加|压减|核减)(?:预算|资金)?(?:了|共)?$/;

/** What is left and what was added or cut, of which the form has no cell. */
function derived(
  statements: readonly Statement[],
  label: RegExp,
  expected: number,
  total: BudgetRow,
): Comparison[] {
  return statements.flatMap((statement) =>
    statement.figures.flatMap((figure): Comparison[] => {
      const words = figure.label.replace(/^[，；]/, '');
      if (figure.kind !== 'money' || figure.per !== null || !label.test(words)) return [];
      const segment = segmentBefore(statement.text, figure.start);
      if (SOURCE.test(segment) || (label === CHANGED && !isOnlyChange(statement, figure)))
        return [];
      return [
        {
          kind: 'budget',
          fact: total.label,
          cell: total.executed?.cell ?? null,
          told: { statement, at: figure.start },
          verdict: isSame(figure, expected) ? 'same' : 'differs',
          expected: tenThousands(expected),
          found: tenThousands(figure.value),
          // Of one source, or with what was carried over, it may be another.
          sure: statement.text.includes('预算数'),
        },
      ];
    }),
  );
}

/** 追加80万元、调减45万元: each of several is no difference of the two budgets. */
const isOnlyChange = ({ figures, text }: Statement, figure: Figure): boolean =>
  /预算|年中|中期|执行中/.test(text.slice(0, figure.start)) &&
  figures.every((one) => one === figure || one.kind !== 'money' || !isChange(one));

const ratesOf = (total: BudgetRow, { budget }: TableResult): readonly number[] =>
  [budget?.rate, total.rate?.value]
    .filter((rate) => rate != null)
    .map((rate) => multiply(rate, 100));

function rates(stated: readonly Stated[], total: BudgetRow, result: TableResult): Comparison[] {
  const [first] = ratesOf(total, result);
  const cell = total.rate?.cell ?? total.executed?.cell ?? null;
  if (first === undefined) return [];
  if (stated.length === 0) return [notTold('rate', `${total.label}（执行率）`, cell, `${first}%`)];
  return judgedAs(ratesAs(stated, total, result), stated, result);
}

function ratesAs(stated: readonly Stated[], total: BudgetRow, result: TableResult): Comparison[] {
  const ours = ratesOf(total, result);
  const [first] = ours;
  const cell = total.rate?.cell ?? total.executed?.cell ?? null;
  if (first === undefined) return [];
  return stated.map(({ statement, figure }): Comparison => {
    const place = 10 ** -figure.decimals;
    const fits = ours.some(
      (rate) => Math.abs(rate - figure.value) <= (figure.rough ? place : place / 2) + 1e-9,
    );
    return {
      kind: 'rate',
      fact: `${total.label}（执行率）`,
      cell,
      told: { statement, at: figure.start },
      verdict: fits ? 'same' : 'differs',
      expected: `${first}%`,
      found: `${figure.text}%`,
      sure: true,
    };
  });
}

/** The form's own heads name nothing else: 年初预算数100万元，全年预算数100万元. */
const FORM_HEAD = /(?:年初|全年)(?:预算|执行)数(?:为|是|：)?$/;

/** What differs is claimed only where nothing but the whole can be meant and no other place beside tells it rightly. */
function judgedAs(
  comparisons: readonly Comparison[],
  stated: readonly Stated[],
  result: TableResult,
): Comparison[] {
  const right = comparisons
    .filter(({ verdict }) => verdict === 'same')
    .map(({ told }) => told?.statement.paragraph);
  return comparisons.flatMap((one, index): Comparison[] => {
    const own = stated[index];
    if (one.verdict !== 'differs' || !own) return [one];
    const certain = ofWhole(own, result, String(one.expected).replace('%', ''));
    if (certain === 'other') return [];
    const beside = right.includes(own.statement.paragraph);
    const isFormHead = FORM_HEAD.test(own.figure.label);
    return [{ ...one, sure: certain === 'whole' && (isFormHead || !beside) }];
  });
}
