import type { Finding } from '../../model/finding';
import type { Indicator, Table } from '../../model/table';
import { EVERY_KIND } from '../check';
import { classOf } from '../class-mismatch/classes';
import { defineCheck, type Say } from '../define-check';
import { brief, packed } from '../wording';

type Saying = Say<'plain' | 'level' | 'unlabelled' | 'figure', 'level' | 'unlabelled' | 'figure'>;

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
        unlabelled: '一级指标只写了“{found}”，没有名称。',
        figure: '指标名称只写了“{found}”，看不出考核什么。',
      },
      why: '没有名称和一级指标，看不出考核什么、归在哪一类。',
      fix: '请补写指标名称。',
      fixes: {
        level: '请补写各行所属的一级指标。',
        unlabelled: '请补写一级指标的名称。',
        figure: '请在指标名称里写明考核什么，数写在年度指标值里。',
      },
      basis: '审核经验；申报表和自评表的必填项',
    },
    en: {
      title: 'Indicator or first level without a name',
      message: {
        plain: 'This row is filled in but has no name.',
        level: 'No row has a first level.',
        unlabelled: 'The first level is only “{found}”, without a name.',
        figure: 'The name is only “{found}”; nobody can tell what is measured.',
      },
      why: 'Without them nobody can tell what is measured and where it belongs.',
      fix: 'Write the name of the indicator.',
      fixes: {
        level: 'Write the first level of each row.',
        unlabelled: 'Write the name of the level.',
        figure: 'Say in the name what is measured; the figure belongs into the target.',
      },
      basis: 'Reviewing practice; obligatory fields of the forms',
    },
  },
  find(say, { table }) {
    return [...levelsWithout(say, table), ...namedByFigure(say, table)];
  },
  everyRow(say, { table }) {
    const named = table.indicators.filter(({ name, level2 }) => name !== level2);
    const areNamed = named.length * 2 > table.indicators.length;
    return (indicator, _score, { weight, filled }) => {
      const column = table.columns.name?.column;
      if (column === undefined || indicator.parent !== null) return null;
      const carries = weight !== null || filled !== null || indicator.actual.kind !== 'none';
      if (!carries || !(isNameless(indicator) || (areNamed && isClassAlone(indicator))))
        return null;
      return say({ row: indicator.row, column }, {});
    };
  },
});

/** No row has a first level, or one is only the weight that is printed behind its name elsewhere. */
function levelsWithout(say: Saying, { columns, indicators, groups }: Table): Finding[] {
  const { level1 } = columns;
  const [first] = indicators;
  if (!level1 || !first) return [];
  const bare = groups.filter(({ level, label, weight }) => level === 1 && label === '' && weight);
  const [one] = bare;
  if (one) {
    const found = bare.map(({ weight }) => `(${String(weight?.value)}分)`).join('、');
    return [say(one.cell, { variant: 'unlabelled', cells: bare.map(({ cell }) => cell), found })];
  }
  if (indicators.some((row) => row.level1Cell !== null && row.level1 !== '')) return [];
  return [say({ row: first.row, column: level1.column }, { variant: 'level' })];
}

/** 2020年, 100万: the target once more. Where many are so, something else is taken for the names. */
function namedByFigure(say: Saying, { columns, indicators }: Table): Finding[] {
  const rows = indicators.filter(
    ({ name, target }) => FIGURE.test(packed(name)) && packed(name) === packed(target.text),
  );
  const [one] = rows;
  if (!one || columns.name === undefined || rows.length * 2 > indicators.length) return [];
  const found = rows.map(({ name }) => brief(name)).join('、');
  const cells = rows.map(({ nameCell }) => nameCell);
  return [say(one.nameCell, { variant: 'figure', severity: 'info', cells, found })];
}

/** Nothing but an amount or a date. */
const FIGURE = /^[≥≤<>=]?[\d.,年月日]+(?:[%％十百千万亿元年月日个项次人]{0,3})?[前底内]?$/;

/** 质量指标 where the others have a name beside it: a class, and no name. */
const isClassAlone = ({ name, level2, level2Cell, nameCell }: Indicator): boolean =>
  name === level2 &&
  level2Cell?.column !== nameCell.column &&
  // 服务对象满意度指标 says what is measured.
  !['satisfaction', null].includes(classOf(name));

/** Nothing in its own row names it: it goes by the level it stands in. */
function isNameless({ name, row, level1, level2, level1Cell, level2Cell }: Indicator): boolean {
  if (name.trim() === '') return true;
  if (name === level2) return level2Cell !== null && level2Cell.row !== row;
  return name === level1 && level1Cell !== null && level1Cell.row !== row;
}
