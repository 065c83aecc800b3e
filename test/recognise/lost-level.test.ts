import fc from 'fast-check';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import type { CellValue } from '../../src/model/snapshot';
import { snapshotOf } from '../support/snapshot-of';

const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const LEVELS: readonly (readonly [string, string])[] = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '经济效益指标'],
  ['效益指标', '社会效益指标'],
  ['效益指标', '可持续影响指标'],
];

const levelsIn = (firsts: readonly (string | null)[], merges: readonly string[] = []) => {
  const rows: CellValue[][] = LEVELS.map(([, second], index) => [
    firsts[index] ?? null,
    second,
    `第${String(index + 1)}项`,
    '≥10次',
    '10次',
    10,
    10,
  ]);
  const total = ['总分', null, null, null, null, 60, 60];
  const { tables } = evaluate(
    snapshotOf({ rows: [['项目支出绩效自评表'], HEAD, ...rows, total], merges }),
    DEFAULT_OPTIONS,
  );
  return tables[0];
};

it('knows each lost first level by the class of the second, whichever names are left', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (kept) => {
      const firsts = LEVELS.map(([first], index) => (kept[index] ? first : null));
      const table = levelsIn(firsts);
      expect(table?.table.indicators.map(({ level1 }) => level1)).toEqual(
        LEVELS.map(([first]) => first),
      );
      const isSaid = table?.findings.some(({ check }) => check === 'name-missing');
      expect(isSaid).toBe(!kept.some(Boolean));
    }),
  );
});

it('takes no points of the level above for a lost one’s', () => {
  const table = levelsIn(['产出指标（30分）', null, null, null, null, null]);
  expect(table?.findings.filter(({ check }) => check === 'level-weight')).toEqual([]);
  const short = levelsIn(['产出（30分）', null, null, '效益（40分）', null, null]);
  expect(short?.findings.map(({ check }) => check)).toContain('level-weight');
});

it('leaves levels that are none of the national form’s alone', () => {
  const table = levelsIn(['部门履职', null, null, null, null, null]);
  expect(new Set(table?.table.indicators.map(({ level1 }) => level1))).toEqual(
    new Set(['部门履职']),
  );
});

it('lets a satisfaction stand among the effects, unless their name was merged and ended above', () => {
  const form = (merges: readonly string[]) => {
    const rows: CellValue[][] = [
      ['效益指标', '社会效益指标', '受益户', '≥10户', '10户', 50, 50],
      [null, '生态效益指标', '造林', '≥10亩', '10亩', 30, 30],
      [null, '服务对象满意度指标', '农户满意度', '≥90%', '95%', 20, 20],
    ];
    const sheet = { rows: [['项目支出绩效自评表'], HEAD, ...rows], merges };
    const [table] = evaluate(snapshotOf(sheet), DEFAULT_OPTIONS).tables;
    return table?.table.indicators.at(-1)?.level1;
  };
  expect(form([])).toBe('效益指标');
  expect(form(['A3:A4'])).toBe('满意度指标');
  expect(form(['A3:A5'])).toBe('效益指标');
});
