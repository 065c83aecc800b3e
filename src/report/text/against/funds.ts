import type { TableResult } from '../../../model/score';
import type { BudgetRow, NumberCell } from '../../../model/table';
import { multiply, subtract } from '../../../quantity/exact';
import type { ReportContext } from '../check';
import { tenThousands, type Stated } from '../facts/stated';
import type { Statement } from '../facts/statement';
import { amountAt, isSame } from './amount-at';
import { partOf, SOURCE } from './funds-parts';
import { ofWhole } from './whole-funds';
import { notTold, type ComparedKind, type Comparison } from './comparison';

/** Budget, spending and rate, of the whole and of each source (domain rule E03). */
export function compareFunds(
  { funds, statements }: ReportContext,
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
      stated.map((told) => amountAt(kind, fact, told, known, factor, true)),
      stated,
      result,
    );
  };
  const parts = budget.rows.filter((row) => !row.isTotal);
  const [initial, adjusted, executed] = [total.initial, total.adjusted, total.executed].map(
    (cell) => cell?.value ?? null,
  );
  const whole = adjusted ?? initial ?? null;
  return [
    ...against('budget', funds.budgets, [total.adjusted, total.initial]),
    ...against('spending', funds.spent, [total.executed]),
    ...rates(funds.rates, total, result),
    ...parts.flatMap((row) => partOf(statements, row, factor, budget.rows)),
    ...(whole === null || executed == null
      ? []
      : derived(statements, LEFT, subtract(whole, executed) * factor, total)),
    ...(initial == null || adjusted == null
      ? []
      : derived(statements, CHANGED, Math.abs(subtract(adjusted, initial)) * factor, total)),
  ];
}

const LEFT = /^(?:资金|年末|预算)?(?:结余|剩余|结余资金)(?:资金)?(?:为|共|：)?$/;
const CHANGED =
  /^(?:(?:年中|中期)(?:共)?(?:调增|调减|追加|压减)(?:预算|资金)?|预算(?:调增|调减|追加|压减))(?:了|为|共)?$/;

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
      const segment =
        statement.text
          .slice(0, figure.start)
          .split(/[；。]/)
          .at(-1) ?? '';
      if (SOURCE.test(segment)) return [];
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

function rates(stated: readonly Stated[], total: BudgetRow, result: TableResult): Comparison[] {
  const cell = total.rate?.cell ?? total.executed?.cell ?? null;
  const ours = [result.budget?.rate, total.rate?.value]
    .filter((rate) => rate != null)
    .map((rate) => multiply(rate, 100));
  const [first] = ours;
  if (first === undefined) return [];
  if (stated.length === 0) return [notTold('rate', `${total.label}（执行率）`, cell, `${first}%`)];
  const told = stated.map(({ statement, figure }): Comparison => {
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
  return judgedAs(told, stated, result);
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
