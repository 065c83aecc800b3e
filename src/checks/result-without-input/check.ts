import type { NumberCell } from '../../model/table';
import { isBlank } from '../../model/blank';
import { percent } from '../../scoring/figures';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

/** The funds row; of an indicator `actual-missing` and `target-missing` say it. */
export const resultWithoutInput = defineCheck({
  id: 'result-without-input',
  code: 'JX308',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['funds'],
  texts: {
    'zh-CN': {
      title: '有结果没有来源',
      message: {
        'executed-rate': '“{name}”填了执行率 {found}，但全年执行数是空的。',
        'executed-score': '“{name}”填了得分 {found}，但全年执行数是空的。',
        'budget-rate': '“{name}”填了执行率 {found}，但预算数是空的。',
        'budget-score': '“{name}”填了得分 {found}，但预算数是空的。',
      },
      why: '执行率和得分是由预算数、执行数算出来的，空着就无从核对。',
      fix: '请补填这一格，或删去没有来源的执行率和得分。',
      fixes: {
        executed: '请填写全年执行数。',
        budget: '请填写预算数。',
      },
      basis: '执行率和得分由金额算出，没有金额就无从核对（审核经验）',
    },
    en: {
      title: 'A result without what it comes from',
      message: {
        'executed-rate': '“{name}” has a rate of {found} but no executed amount.',
        'executed-score': '“{name}” has a score of {found} but no executed amount.',
        'budget-rate': '“{name}” has a rate of {found} but no budget.',
        'budget-score': '“{name}” has a score of {found} but no budget.',
      },
      why: 'Rate and score follow from budget and execution.',
      fix: 'Fill in this cell, or delete the rate and the score.',
      fixes: {
        executed: 'Fill in the executed amount.',
        budget: 'Fill in the budget.',
      },
      basis:
        'Rate and score come from the amounts; without them nothing can be checked (reviewing practice)',
    },
  },
  find(say, { facts }) {
    const row = facts.funds.scored;
    if (!row) return [];
    const { rate, score, executed, adjusted, initial } = row;
    const result = [rate, score].find(isFilled);
    if (!result || result.formula !== null) return [];
    const data = { name: brief(row.label) };
    const [part, found] =
      result === rate
        ? (['rate', percent(result.value)] as const)
        : (['score', result.value] as const);
    if (isOpen(executed))
      return [say(executed.cell, { variant: `executed-${part}`, advice: 'executed', data, found })];
    const budget = adjusted ?? initial;
    if (!isOpen(budget) || (initial !== null && !isOpen(initial))) return [];
    return [say(budget.cell, { variant: `budget-${part}`, advice: 'budget', data, found })];
  },
});

interface Filled extends NumberCell {
  readonly value: number;
}

const isFilled = (cell: NumberCell | null): cell is Filled =>
  cell !== null && cell.value !== null && cell.value !== 0;

const isOpen = (cell: NumberCell | null): cell is NumberCell =>
  cell !== null && isBlank(cell.raw) && cell.formula === null;
