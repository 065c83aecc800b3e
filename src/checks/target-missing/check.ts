import { isNotApplicable } from '../../model/blank';
import type { Sourced, Table } from '../../model/table';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { standsForFunds } from '../funds';
import { isJudgedByPapers } from '../table-facts';
import { namesOf } from '../without-points';
import { brief } from '../wording';

export const targetMissing = defineCheck({
  id: 'target-missing',
  code: 'JX104',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  // The totals name the rows that they cannot count.
  yields: {
    row: { inTable: ['weight-total', 'score-total'] },
    rows: { inTable: ['weight-total', 'score-total'] },
  },
  toldWith: { onRow: ['actual-missing'], remains: true },
  texts: {
    'zh-CN': {
      title: '年度指标值未填',
      message: {
        plain: '“{name}”有分值 {weight} 分，但年度指标值是空的。',
        row: '“{name}”一行只有名称，年度指标值、完成值等都是空的。',
        rows: '{count} 行只有名称（{names}），年度指标值、完成值等都是空的。',
      },
      why: '没有年度指标值，就无从判断是否完成。',
      fix: '请填写年度指标值；目标写在指标名称里的，请移到年度指标值一栏。',
      fixes: {
        row: '请补填这一行；不需要的，删去这一行。',
        rows: '请逐行补填；不需要的，删去那一行。',
      },
      basis: '一体化系统必填项；天长市水利局2022年公开自评表为实例',
    },
    en: {
      title: 'No target value',
      message: {
        plain: '“{name}” carries {weight} points but its 年度指标值 is blank.',
        row: 'The row of “{name}” has only its name; target, actual and the rest are blank.',
        rows: '{count} rows have only a name ({names}); target, actual and the rest are blank.',
      },
      why: 'Without a target nobody can say whether it was reached.',
      fix: 'Fill in the 年度指标值; where it stands inside the name of the indicator, move it here.',
      fixes: {
        row: 'Fill in the row, or delete it where it is not needed.',
        rows: 'Fill in each row, or delete it where it is not needed.',
      },
      basis: 'Required field of the integrated system; seen in Tianchang 2022',
    },
  },
  find(say, { table, totals }) {
    const rows = rowsPassedOver(table);
    const [first] = rows;
    // Where the others have all the points nothing is wanting.
    const isWhole = totals.printedWeight !== null && totals.weight === totals.printedWeight;
    if (!first || isWhole) return [];
    const severity = 'info';
    if (rows.length === 1)
      return [say(first.cell, { variant: 'row', severity, data: { name: brief(first.value) } })];
    const names = namesOf(rows.map(({ value, cell }) => ({ name: value, cell, score: null })));
    const data = { count: rows.length, names };
    return [
      say(first.cell, { variant: 'rows', severity, data, cells: rows.map(({ cell }) => cell) }),
    ];
  },
  everyRow(say, context) {
    const { carried } = context.facts;
    return (indicator, _score, { weight, rubric }, index) => {
      const { target, targetCell, name } = indicator;
      if (standsForFunds(indicator, context.budget)) return null;
      if (target.kind !== 'none' || targetCell === null || isNotApplicable(target.text))
        return null;
      if (weight === null || rubric || carried.has(index)) return null;
      if (isJudgedByPapers(indicator)) return null;
      return say(targetCell, { data: { name: brief(name), weight } });
    };
  },
});

/**
 * Rows with a name and nothing else, among more that were filled, or all of them: where most are open the
 * form is a template, and below the last that was filled it may be cut off.
 */
function rowsPassedOver({
  columns,
  nameOnly,
  indicators,
  total,
}: Table): readonly Sourced<string>[] {
  const column = columns.target?.column;
  const few = indicators.length === 0 || indicators.length > nameOnly.length;
  if (column === undefined || !few) return [];
  const last = total?.row ?? indicators.at(-1)?.row ?? Infinity;
  return nameOnly
    .filter(({ value, cell }) => cell.row < last && value.length > 1 && !isNotApplicable(value))
    .map(({ value, cell }) => ({ value, cell: { row: cell.row, column } }));
}
