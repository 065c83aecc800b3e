import fc from 'fast-check';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { planningOf } from '../../src/engine/plan/planning';
import { scoreOffers } from '../../src/engine/plan/scores';
import { review } from '../../src/engine/review';
import { cellLabel } from '../../src/model/address';
import type { CellValue } from '../../src/model/snapshot';
import { CHINESE } from '../../src/report/chinese';
import { render } from '../../src/texts/catalogue';
import { snapshotOf } from '../support/snapshot-of';

interface Row {
  readonly target: string;
  readonly actual: string;
  readonly score: CellValue;
  readonly formula: boolean;
}

const formOf = (rows: readonly Row[], funds: CellValue) =>
  snapshotOf({
    name: '附表',
    rows: [
      ['项目支出绩效自评表'],
      ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      ['年度资金总额', 100, 100, 95, 10, 0.95, funds],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
      ...rows.map(({ target, actual, score }, at): CellValue[] => [
        ...['产出指标', '数量指标', `修建第${String(at + 1)}段渠道`, target, actual],
        ...[90 / rows.length, score, ''],
      ]),
      ['总分', null, null, null, null, 100, null, null],
    ],
    formulas: Object.fromEntries(
      rows.flatMap(({ formula }, at) =>
        formula ? [[`G${String(at + 5)}`, 'IF(A1="","",1)']] : [],
      ),
    ),
  });

describe('what is advised', () => {
  const row = fc.record({
    target: fc.constantFrom('≥20公里', '按规范建设', '≤5万元', '=0起'),
    actual: fc.constantFrom('18公里', '基本完成', '4万元', '≥20公里', ''),
    score: fc.constantFrom<CellValue>(null, '—', 20, '约20'),
    formula: fc.boolean(),
  });

  it('offers a computed score where there is one for every cell, and nowhere else', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 5 }),
        fc.constantFrom<CellValue>(null, 9.5),
        (rows, funds) => {
          const snapshot = formOf(rows, funds);
          const result = evaluate(snapshot, DEFAULT_OPTIONS);
          const planning = planningOf(snapshot, result, DEFAULT_OPTIONS);
          const offered = new Set(
            scoreOffers(planning).map(({ sheet, cell }) => cellLabel(sheet.name, cell)),
          );
          for (const finding of review(snapshot, result, DEFAULT_OPTIONS)) {
            if (finding.check !== 'score-missing' || finding.fix === null) continue;
            const able = finding.cells.filter((cell) =>
              offered.has(cellLabel(finding.sheet, cell)),
            );
            const all = able.length === finding.cells.length;
            const said = render(finding.fix, CHINESE);
            expect(said.includes('算出的得分')).toBe(able.length > 0);
            expect(said.includes('能计算的行')).toBe(able.length > 0 && !all);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('a rate without what it comes from is told as a percentage', () => {
  const [table] = evaluate(
    snapshotOf({
      rows: [
        ['项目支出绩效自评表'],
        ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
        ['年度资金总额', 100, 100, null, 10, 0.95, 9.5],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
        ['产出指标', '数量指标', '修建渠道', '≥5公里', '5公里', 90, 90],
      ],
    }),
    DEFAULT_OPTIONS,
  ).tables;
  const told = table?.findings.find(({ check }) => check === 'result-without-input');
  expect(told && render(told.message, CHINESE)).toContain('执行率 95%');
});
