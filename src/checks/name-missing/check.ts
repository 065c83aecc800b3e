import type { Indicator } from '../../model/table';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';

/** One finding at the first row for a form whose rows all lack a first level. */
export const nameMissing = defineCheck({
  id: 'name-missing',
  code: 'JX113',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['name'],
  texts: {
    'zh-CN': {
      title: '指标名称或一级指标未填',
      message: {
        plain: '这一行填了内容，但没有指标名称。',
        level: '各行都没有写一级指标。',
      },
      why: '没有名称和一级指标，看不出考核什么、归在哪一类。',
      fix: '请补写指标名称。',
      fixes: {
        level: '请补写各行所属的一级指标。',
      },
      basis: '审核经验；申报表和自评表的必填项',
    },
    en: {
      title: 'Indicator or first level without a name',
      message: {
        plain: 'This row is filled in but has no name.',
        level: 'No row has a first level.',
      },
      why: 'Without them nobody can tell what is measured and where it belongs.',
      fix: 'Write the name of the indicator.',
      fixes: {
        level: 'Write the first level of each row.',
      },
      basis: 'Reviewing practice; obligatory fields of the forms',
    },
  },
  find(say, { table }) {
    const { columns, indicators } = table;
    const column = columns.level1?.column ?? columns.level2?.column;
    const [first] = indicators;
    if (column === undefined || !first || columns.level1 === undefined) return [];
    if (indicators.some(({ level1, level1Cell }) => level1Cell !== null && level1 !== ''))
      return [];
    return [say({ row: first.row, column }, { variant: 'level' })];
  },
  everyRow(say, { table }) {
    return (indicator, _score, { weight, filled }) => {
      const column = table.columns.name?.column;
      if (column === undefined || indicator.parent !== null) return null;
      const carries = weight !== null || filled !== null || indicator.actual.kind !== 'none';
      if (!carries || !isNameless(indicator)) return null;
      return say({ row: indicator.row, column }, {});
    };
  },
});

/** Nothing in its own row names it: it goes by the level it stands in. */
function isNameless({ name, row, level1, level2, level1Cell, level2Cell }: Indicator): boolean {
  if (name.trim() === '') return true;
  if (name === level2) return level2Cell !== null && level2Cell.row !== row;
  return name === level1 && level1Cell !== null && level1Cell.row !== row;
}
