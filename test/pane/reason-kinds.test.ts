import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { cellName } from '../../src/model/grid';
import { PANE_CHINESE } from '../../src/pane/chinese';
import { PANE_ENGLISH } from '../../src/pane/english';
import { deviationOfAll, type Deviation } from '../../src/pane/deviation';
import { findingItems } from '../../src/pane/finding-items';
import { earlierCauses, hasGap, REASON_KINDS } from '../../src/pane/reason-kinds';
import { speaker } from '../../src/texts/catalogue';
import { snapshotOf } from '../support/snapshot-of';

const FORM = snapshotOf({
  name: '附表',
  rows: [
    ['项目支出绩效自评表'],
    ['（2023年度）'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
    ['产出指标', '数量指标', '修建水池', '≥10个', '8个', 20, 16, ''],
    ['产出指标', '数量指标', '培训人次', '≥100人次', '180人次', 20, 20, ''],
    ['产出指标', '时效指标', '完工时间', '2023年10月底前', '2023年12月5日', 20, 20, ''],
    ['产出指标', '成本指标', '单池成本', '≤5万元', '6万元', 10, 8, ''],
    ['效益指标', '社会效益指标', '受益村庄', '≥20个', '20个', 10, 8, ''],
    [
      '效益指标',
      '社会效益指标',
      '受益农户',
      '≥200户',
      '150户',
      10,
      7.5,
      '山洪冲毁便道，两村没有通水',
    ],
    [
      '效益指标',
      '社会效益指标',
      '节约用水',
      '≥10万方',
      '20万方',
      10,
      10,
      '新装的阀门漏损少，多省了十万方',
    ],
    ['总分', null, null, null, null, 100, 99.5, null],
  ],
});

describe('what a reason has to explain', () => {
  const result = evaluate(FORM, DEFAULT_OPTIONS);
  const asked = new Map(
    findingItems(FORM, result, DEFAULT_OPTIONS).flatMap(({ finding, draft }) =>
      draft ? [[cellName(draft.cell), { check: finding.check, deviation: draft.deviation }]] : [],
    ),
  );

  it.each<[string, string, Deviation]>([
    ['less than the target', 'H4', 'short'],
    ['far more than the target', 'H5', 'over'],
    ['later than its date', 'H6', 'late'],
    ['more than a limit', 'H7', 'exceeded'],
    ['points taken off although the target was reached', 'H8', 'deducted'],
  ])('%s', (_, cell, deviation) => {
    expect(asked.get(cell)?.deviation).toBe(deviation);
  });

  it('is asked of no row that says it', () => {
    expect([...asked.keys()].filter((cell) => ['H9', 'H10'].includes(cell))).toEqual([]);
  });

  it('is of several rows what they have in common', () => {
    const of = (...all: Deviation[]): Deviation =>
      deviationOfAll(all.map((deviation) => ({ deviation })));
    expect([of('over', 'over'), of('over', 'late'), of()]).toEqual(['over', 'short', 'short']);
  });

  it('may have been said of another row that went the same way, and of no other', () => {
    expect(earlierCauses(result, 'short', PANE_CHINESE)).toEqual(['山洪冲毁便道，两村没有通水']);
    expect(earlierCauses(result, 'over', PANE_CHINESE)).toEqual(['新装的阀门漏损少，多省了十万方']);
  });
});

describe.each([
  ['Chinese', PANE_CHINESE],
  ['English', PANE_ENGLISH],
] as const)('suggestions in %s', (_, texts) => {
  const say = speaker('pane', texts);
  const WRONG: Readonly<Record<Deviation, RegExp>> = {
    short: /比预计多|多支出|多做|more than expected/,
    late: /比预计[多少]|单价|expected/,
    exceeded: /比预计少|少做|fewer|less/,
    over: /少|推迟|停工|缺|来不及|fewer|less|later|stopped/,
    deducted: /比预计|单价|expected|price/,
  };

  it.each(Object.keys(REASON_KINDS) as Deviation[])('fit what they explain: %s', (deviation) => {
    for (const kind of REASON_KINDS[deviation]) {
      const cause = say(`reason.${kind}.cause`);
      expect(cause.replace(/【[^】]*】/g, '')).not.toMatch(WRONG[deviation]);
      // A suggestion that says nothing of the row is one to be handed in as it is.
      expect(hasGap(cause)).toBe(true);
      expect(say(`reason.${kind}.measure`)).not.toBe('');
    }
  });
});
