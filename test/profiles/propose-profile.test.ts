import fc from 'fast-check';
import type { Group, Table } from '../../src/model/table';
import { cnMof2020 } from '../../src/profiles/cn-mof-2020';
import { PROFILES, profileById } from '../../src/profiles/load-profile';
import { withNotedRules } from '../../src/profiles/notes/noted-rules';
import { proposeProfile } from '../../src/profiles/propose-profile';
import { budget, table } from '../scoring/build';

const cell = { row: 0, column: 0 };
const note = (value: string) => ({ value, cell });

const group = (label: string, weight: number | null): Group => ({
  level: 1,
  label,
  cell,
  weight: weight === null ? null : { value: weight, cell },
  parent: null,
  indicators: [],
  complete: true,
});

const form = (changes: Partial<Table>, kind: Table['kind'] = 'target'): Table => ({
  ...table({ kind, rows: [] }),
  ...changes,
});

/** A form without a column of weights; its funds score 20. */
const funded = (weight: number | null, levels: readonly number[]): Table => {
  const { columns, ...rest } = form({
    budget: budget({ adjusted: 100, executed: 100, weight, score: 20 }),
    groups: levels.map((points, index) => group(`${String(index)}指标`, points)),
  });
  const others = { ...columns };
  delete others.weight;
  return { ...rest, columns: others };
};

test.each([
  ['levels that leave 10 points to the funds', funded(null, [50, 30, 10])],
  ['no points anywhere but a score of 20', funded(null, [])],
  ['10 points at the funds', funded(10, [])],
])('%s: nothing is proposed', (_what, table) => {
  expect(proposeProfile(table)).toEqual({ profile: cnMof2020, why: null });
});

describe('the profile that fits a form', () => {
  test.each<[string, Table, string]>([
    ['a note of 湖北', form({ notes: [note('注：得分不得突破权重总额。')] }), 'hb-project-2020'],
    [
      'the same note over 40/30/10',
      form({
        notes: [note('预算数为调整后财政资金总额（包括上年结余结转）')],
        groups: [group('产出指标', 40), group('效益指标', 30), group('满意度指标', 10)],
      }),
      'hb-huangshi-2022',
    ],
    ['20 points at the funds, none in a column', funded(20, []), 'hb-project-2020'],
    ['levels that leave 20 points to the funds', funded(null, [40, 30, 10]), 'hb-project-2020'],
    [
      'a prompt of 四川',
      form({
        meta: [
          { label: '说明', value: '预算执行率未达到90%的，需说明原因', labelCell: cell, cell },
        ],
      }),
      'sc-0013zp-2023',
    ],
    [
      'levels of 银川',
      form(
        {
          groups: [
            group('项目决策', 10),
            group('项目管理', 25),
            group('项目产出', 30),
            group('项目效益', 35),
          ],
        },
        'rubric',
      ),
      'nx-yinchuan-2021',
    ],
  ])('%s', (_what, read, id) => {
    const { profile, why } = proposeProfile(read);
    expect(profile.id).toBe(id);
    expect(why?.data['id']).toBe(id);
    expect(why?.data['signs']).not.toBe('');
  });

  test('is the usual one where nothing on the form says another, and never for the name of a place', () => {
    const places = fc.constantFrom(
      '广东省',
      '四川省青神县',
      '湖北省黄石市',
      '江门市',
      '宁夏',
      '重庆市梁平区',
    );
    fc.assert(
      fc.property(places, fc.constantFrom('target' as const, 'rubric' as const), (place, kind) => {
        const title = note(`${place}2023年度项目支出绩效自评表`);
        const { profile, why } = proposeProfile(
          form({ title, project: note(place), department: note(`${place}财政局`) }, kind),
        );
        expect(profile.id).toBe(kind === 'target' ? 'cn-mof-2020' : 'cn-rubric');
        expect(why).toBeNull();
      }),
    );
  });
});

describe('a note on the form', () => {
  test('that states other bands than the profile stands before it, for that form', () => {
    const said =
      '注：定性指标分为达成、部分达成、未达成三档，分别按100%-80%（含80%）、80%-50%（含50%）、50%-0%合理确定分值。';
    const { profile, said: remarks } = withNotedRules(cnMof2020, [note(said)]);
    const ends = profile.qualitative.bands.map(({ from, to }) => [from, to]);
    expect(ends).toEqual([
      [0.8, 1],
      [0.5, 0.8],
      [0, 0.5],
    ]);
    expect(remarks.map(({ data }) => data)).toEqual([{ upper: 80, lower: 50 }]);
    expect(profile.reverse).toBe(cnMof2020.reverse);
  });

  test('that says the same, or nothing of bands, changes nothing', () => {
    for (const text of [
      '注：定性指标三档 100%–80%(含)、80%–60%(含)、60%–0%',
      '注：定量指标完成值达到指标值的，记满分。',
      '进度100%-80%、80%-50%、50%-0%',
      '',
    ]) {
      expect(withNotedRules(cnMof2020, [note(text)])).toEqual({ profile: cnMof2020, said: [] });
    }
  });
});

test('every shipped profile marks every source', () => {
  const paths = Object.keys(profileById('cn-mof-2020').sources).sort();
  for (const { sources, marks } of PROFILES) {
    expect(Object.keys(sources).sort()).toEqual(paths);
    expect(Object.keys(marks).sort()).toEqual(paths);
  }
});
