import fc from 'fast-check';
import { correct } from '../../src/engine/correct';
import { evaluate } from '../../src/engine/evaluate';
import { FIXABLE, fixesOf } from '../../src/engine/fixes';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { cellName } from '../../src/model/grid';
import type { CellValue, Snapshot } from '../../src/model/snapshot';
import { applyInMemory } from '../support/apply-in-memory';
import { snapshotOf, type SheetSpec } from '../support/snapshot-of';

interface Given {
  readonly initial?: CellValue;
  readonly remark?: string;
  readonly target?: string;
  readonly rate?: CellValue;
  readonly executed?: CellValue;
  readonly funds?: CellValue;
  readonly weight?: CellValue;
  readonly actual?: string;
  readonly score?: CellValue;
  readonly total?: CellValue;
  readonly format?: string;
  readonly formulas?: Readonly<Record<string, string>>;
}

/** The funds of 10 points and two rows of 45; right where nothing else is given. */
const formSpec = ({
  rate = 0.9,
  executed = 90,
  funds = 9,
  weight = 45,
  actual = '10个',
  score = 45,
  total = 99,
  format = '0.00%',
  formulas = {},
  initial = 100,
  remark,
  target = '≥10个',
}: Given): SheetSpec => ({
  name: '附表',
  rows: [
    ['项目支出绩效自评表'],
    ['（2023年度）'],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', initial, 100, executed, 10, rate, funds, '尾款未支付'],
    [
      ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      '偏差原因分析及改进措施',
    ],
    ['产出指标', '数量指标', '修建水池', target, actual, weight, score, ''],
    ['效益指标', '社会效益指标', '受益村庄', '≥20个', '20个', 45, 45, ''],
    ['总分', null, null, null, null, 100, total, remark ?? null],
  ],
  formats: { F4: format },
  formulas,
});

const formOf = (given: Given): Snapshot => snapshotOf(formSpec(given));

const fixed = (snapshot: Snapshot, only: readonly string[] | null = null): string[] =>
  correct(snapshot, DEFAULT_OPTIONS, only && new Set(only)).fixes.map(
    ({ check, cell, before, after }) =>
      `${cellName(cell)} ${JSON.stringify(before)} ${JSON.stringify(after)} ${check}`,
  );

describe('correct', () => {
  it.each<[string, Given, string[]]>([
    ['a form without fault', {}, []],
    ['a number stored as text', { weight: '45' }, ['F6 "45" 45 number-as-text']],
    ['full-width figures', { score: '４５' }, ['G6 "４５" 45 number-as-text']],
    ['spaces', { score: ' 45 ' }, ['G6 " 45 " 45 number-as-text']],
    ['a unit that the head says', { weight: '45分' }, ['F6 "45分" 45 number-as-text']],
    ['a figure with a remark, which stays', { weight: '45（满分）' }, []],
    ['a blank score', { score: null }, ['G6 null 45 score-missing']],
    ['a dash for a score', { score: '—' }, ['G6 "—" 45 score-missing']],
    ['a blank score beside a bound', { score: null, actual: '≥10个' }, []],
    ['a blank score that nothing gives', { score: null, actual: '已完成' }, []],
    ['a rate, as a share', { rate: 0.8 }, ['F4 0.8 0.9 execution-rate']],
    ['a rate in hundredths', { rate: 80, format: '0.00' }, ['F4 80 90 execution-rate']],
    ['a rate with its sign', { rate: '80%' }, ['F4 "80%" "90%" execution-rate']],
    [
      'a rate that the score follows from: an amount may be wrong',
      { rate: 0.8, funds: 8, total: 98 },
      [],
    ],
    ['a rate of more than all', { rate: 0.9, executed: 900 }, []],
    ['a rate of another amount', { initial: 112.5, rate: 0.8, funds: null }, []],
    [
      'a blank score of the funds, once the rate is right',
      { rate: 0.8, funds: null },
      ['F4 0.8 0.9 execution-rate', 'G4 null 9 score-missing'],
    ],
    ['a total that says why it is less', { total: 97, remark: '资料迟报扣2分' }, []],
    [
      'a total that is less than it says',
      { total: 96, remark: '资料迟报扣2分' },
      ['G8 96 99 score-total'],
    ],
    ['a total that is not the sum', { total: 98 }, ['G8 98 99 score-total']],
    [
      'a total once the score it counts is there',
      { score: null, total: 54 },
      ['G6 null 45 score-missing', 'G8 54 99 score-total'],
    ],
    ['a blank total', { total: null }, ['G8 null 99 score-total']],
    [
      'a blank total once the scores it counts are there',
      { score: null, total: null },
      ['G6 null 45 score-missing', 'G8 null 99 score-total'],
    ],
    ['a blank total while a score is open', { score: null, actual: '已完成', total: null }, []],
    ['a blank total where the 分值 do not make 100', { total: null, weight: 60, score: 60 }, []],
    ['a total where the 分值 do not make 100', { total: 98, weight: 60, score: 60 }, []],
  ])('%s', (_, given, expected) => {
    expect(fixed(formOf(given))).toEqual(expected);
  });

  it.each<[string, string, boolean]>([
    ['≥10个', '8个', true],
    ['≤30分钟', '25分钟', true],
    ['=5次', '5次', true],
    ['10个', '10个', true],
    ['≥95%', '96%', true],
    ['30分钟', '25分钟', false],
    ['10个工作日', '6个工作日', false],
    ['100吨', '90吨', false],
    ['500人', '420人', false],
    ['≥8%', '0.085', false],
    ['每月2次', '22', false],
    ['每月不少于2次', '24次', false],
    ['≥10个', '≥10个', false],
  ])(
    'fills in a blank score of %s beside %s only where it can be read in one way',
    (target, actual, is) => {
      const fixes = fixed(formOf({ score: null, target, actual }), ['score-missing']);
      expect(fixes.length > 0).toBe(is);
    },
  );

  it('leaves formulas alone', () => {
    const formulas = { F4: 'D4/C4', G8: 'SUM(G4,G6:G7)' };
    expect(fixed(formOf({ rate: 0.8, total: 98, formulas }))).toEqual([]);
  });

  const formulaOf = (given: Given): (string | null)[] =>
    correct(formOf(given), DEFAULT_OPTIONS, null).fixes.map(({ formula }) => formula);

  it('adds up by a formula where the form does, and in a cell for text by a number', () => {
    const formulas = { F8: 'SUM(E4,F6:F7)' };
    expect(formulaOf({ total: 98, formulas })).toEqual(['SUM(G4,G6:G7)']);
    expect(formulaOf({ total: 98 })).toEqual([null]);
    const asText = snapshotOf({ ...formSpec({ total: 98, formulas }), formats: { G8: '@' } });
    expect(correct(asText, DEFAULT_OPTIONS, null).fixes.map(({ formula }) => formula)).toEqual([
      null,
    ]);
  });

  it('leaves a formula that gives another sum to the person, also where the form adds up by formulas', () => {
    const formulas = { F8: 'SUM(E4,F6:F7)', G8: 'SUM(G4,G6:G7)-1' };
    expect(formulaOf({ total: 98, formulas })).toEqual([]);
  });

  it('gives a total’s formula the rows it leaves out, and no other formula anything', () => {
    const [fix] = correct(
      formOf({ total: 90, formulas: { G8: 'SUM(G6:G7)' } }),
      DEFAULT_OPTIONS,
      null,
    ).fixes;
    expect(fix).toMatchObject({
      before: 90,
      had: 'SUM(G6:G7)',
      after: 99,
      formula: 'SUM(G4,G6:G7)',
    });
    const uncertain = { G8: 'SUM(G6:G7)*1', F4: 'D4/C4' };
    expect(formulaOf({ total: 90, formulas: uncertain })).toEqual([]);
  });

  it('makes the corrections of the checks that were asked for alone', () => {
    const form = formOf({ weight: '45', score: null });
    expect(fixed(form, ['score-missing'])).toEqual(['G6 null 45 score-missing']);
  });

  it('remembers the scores it fills in, and nothing else, as the tool’s', () => {
    const { patch } = correct(formOf({ weight: '45', score: '—' }), DEFAULT_OPTIONS, null);
    expect(patch.ledger?.scores).toEqual([{ sheet: '附表', cell: 'G6', wrote: 45, before: '—' }]);
    const words = correct(formOf({ weight: '45' }), DEFAULT_OPTIONS, null);
    expect(words.patch.ledger).toBeUndefined();
  });

  const figure = fc
    .record({ value: fc.integer({ min: 1, max: 450 }), write: fc.nat({ max: 4 }) })
    .map(({ value, write }) => {
      const plain = String(value / 10);
      const wide = plain.replace(/[\d.]/g, (sign) =>
        String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
      );
      const written = [plain, ` ${plain}`, `${plain}分`, wide, `\u3000${wide} 分`][write] ?? plain;
      return { value: value / 10, written };
    });

  it('gives a number however it is written, once and for all', () => {
    fc.assert(
      fc.property(figure, ({ value, written }) => {
        const form = formOf({ score: written, actual: '' });
        const only = new Set(['number-as-text']);
        const { fixes, patch } = correct(form, DEFAULT_OPTIONS, only);
        expect(fixes).toEqual([
          expect.objectContaining({ before: written, after: value, sheet: '附表' }),
        ]);
        const after = applyInMemory(form, patch);
        expect(correct(after, DEFAULT_OPTIONS, only).fixes).toEqual([]);
      }),
    );
  });

  const cell = fc.constantFrom<CellValue>(
    null,
    0,
    45,
    44,
    '45',
    '４4',
    '—',
    '约40',
    '90%',
    0.9,
    90,
  );

  it('corrects what it corrects in one go, and no cell twice', () => {
    fc.assert(
      fc.property(
        fc.record({
          rate: cell,
          funds: cell,
          weight: cell,
          score: cell,
          total: cell,
          formulas: fc.constantFrom({}, { F8: 'SUM(E4,F6:F7)' }, { G8: 'SUM(G6:G7)' }),
        }),
        (given) => {
          const form = formOf(given);
          const { fixes, patch } = correct(form, DEFAULT_OPTIONS, null);
          expect(new Set(fixes.map((fix) => cellName(fix.cell))).size).toBe(fixes.length);
          for (const { check, before, had, ...fix } of fixes) {
            expect(FIXABLE).toContain(check);
            expect([fix.after, fix.formula]).not.toEqual([before, had]);
          }
          const after = applyInMemory(form, patch);
          const result = evaluate(after, DEFAULT_OPTIONS);
          expect(fixesOf(after, result, DEFAULT_OPTIONS)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
