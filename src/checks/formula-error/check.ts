import type { Finding } from '../../model/finding';
import type { Sourced } from '../../model/table';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';

/** The total's formula passes on the error of a row: that is the row's mistake. */
export const formulaError = defineCheck({
  id: 'formula-error',
  code: 'JX109',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['form'],
  ownsCell: true,
  texts: {
    'zh-CN': {
      title: '单元格是错误值',
      message: {
        plain: '这一格是错误值 {found}，读不出数。',
      },
      why: '错误值会传到合计，相关的分数都无法核对。',
      fix: '请改正这一格的公式或直接填写数值。',
      basis: '有错误值的单元格参加不了计算（Excel、WPS 的规则）',
    },
    en: {
      title: 'Cell holds an error value',
      message: {
        plain: 'This cell holds the error {found}; no number can be read from it.',
      },
      why: 'The error spreads to every total that uses the cell.',
      fix: 'Correct the formula or type the value.',
      basis: 'A cell with an error value cannot be computed with (a rule of Excel and WPS)',
    },
  },
  find(say, context) {
    const { table } = context;
    const found: Finding[] = [];
    const seen = new Set<string>();
    const note = (error: Sourced<string>): void => {
      const key = `${error.cell.row},${error.cell.column}`;
      if (seen.has(key)) return;
      seen.add(key);
      found.push(say(error.cell, { found: error.value }));
    };
    const inRows = new Set<string>();
    for (const indicator of table.indicators) {
      for (const error of indicator.errors) {
        inRows.add(error.value);
        note(error);
      }
    }
    for (const error of table.errors) {
      const { total } = table;
      const isTotal = total !== null && total.row === error.cell.row;
      const formula = total?.score?.formula ?? total?.weight?.formula ?? null;
      if (isTotal && formula !== null && inRows.has(error.value)) continue;
      note(error);
    }
    return found;
  },
});
