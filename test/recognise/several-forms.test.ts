import fc from 'fast-check';
import type { Table } from '../../src/model/table';
import { recogniseWorkbook } from '../../src/recognise/recognise-tables';
import { damageForm } from '../support/forms-maker/damage';
import { formSpec, type FormSpec } from '../support/forms-maker/form-spec';
import { sheetSpec } from '../support/forms-maker/grid';
import { makeForm } from '../support/forms-maker/make-form';
import { snapshotOf, type SheetSpec } from '../support/snapshot-of';

const SEED = 20_261_129;

const made = (spec: FormSpec, name: string): SheetSpec => {
  const form = makeForm(spec);
  for (const damage of spec.damage) damageForm(form, damage);
  return sheetSpec(form.grid, name);
};
const told = ({ indicators, total }: Table) => ({
  rows: indicators.map(({ name, weight, score }) => [name, weight?.value, score?.value]),
  total: total?.score?.value,
});
const read = (sheets: readonly SheetSpec[]) => recogniseWorkbook(snapshotOf(sheets));

const PLAN: SheetSpec = {
  name: '目标申报表',
  rows: [
    ['项目支出绩效目标申报表'],
    ['一级指标', '二级指标', '三级指标', '指标值', '分值'],
    ['产出指标', '数量指标', '管护林地面积', '≥10公顷', 60],
    ['满意度指标', '服务对象满意度', '林农满意度', '≥90%', 30],
  ],
};
const MARKS: SheetSpec = {
  name: '成绩',
  rows: [
    ['姓名', '科目', '满分', '成绩'],
    ['张三', '语文', 60, 54],
    ['李四', '数学', 40, 38],
  ],
};

test('forms on several sheets are read as each alone, and what lies between them is left alone', () => {
  fc.assert(
    fc.property(formSpec, formSpec, (one, other) => {
      const [first, second] = [made(one, '甲'), made(other, '乙')];
      const { tables, others } = read([first, PLAN, MARKS, second]);
      const alone = [first, second].flatMap((sheet) => read([sheet]).tables);
      expect(tables.map(told)).toEqual(alone.map(told));
      expect(others.map(({ what }) => what)).toEqual(['target']);
    }),
    { numRuns: 60, seed: SEED },
  );
});
