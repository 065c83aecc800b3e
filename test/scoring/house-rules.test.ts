import type { Profile } from '../../src/model/profile';
import { cnMof2020 } from '../../src/profiles/cn-mof-2020';
import {
  LEFT_OVER_WORDS,
  LIMITED_THINGS,
  PROCESS_WORDS,
  REVERSE_WORDS,
} from '../../src/profiles/direction-words';
import { directionOf } from '../../src/scoring/direction';
import { scoreRow } from '../../src/scoring/score-row';
import { render } from '../support/texts';
import { indicator, type Row } from './build';

/** Every name that its words alone make better the less. */
const NAMES = [
  ...REVERSE_WORDS,
  ...LIMITED_THINGS.map((thing) => `${thing}控制率`),
  ...LEFT_OVER_WORDS,
  ...PROCESS_WORDS.map((process) => `${process}时长`),
  '产品不合格率',
];
const METHODS: readonly Profile['reverse'][] = [
  'reverse-ratio',
  'reverse-linear',
  'zero-if-exceeded',
];

const explained = (row: Row, reverse: Profile['reverse']) =>
  scoreRow(indicator(row), { kind: 'target', profile: { ...cnMof2020, reverse }, hasWeights: true })
    .explanation;

/** Kept, and exceeded. */
const RESULTS = [40, 60];

describe('a direction that only the words of a name tell', () => {
  it.each(NAMES)('%s says that it is a house rule, and may be chosen otherwise', (name) => {
    for (const reverse of METHODS) {
      for (const actual of RESULTS) {
        const row = { name, target: '50', actual, level2: '质量指标' };
        expect(directionOf(indicator(row))).toBe('reverse');
        const told = explained(row, reverse);
        expect(render(told)).toContain('本工具的经验规则，可以另行指定');
        expect(render(told, 'en')).toContain('a house rule; you may choose the direction');
        // What a person chose, and what the form says by a sign, is no rule of the tool's.
        for (const own of [{ direction: 'positive' }, { direction: 'reverse' }] as const)
          expect(render(explained({ ...row, ...own }, reverse))).not.toContain('经验规则');
        expect(render(explained({ ...row, target: '≤50' }, reverse))).not.toContain('经验规则');
        const other = indicator({ ...row, direction: 'positive' });
        expect(directionOf(other)).toBe('positive');
      }
    }
  });

  it('a cost without a sign says so too', () => {
    const row = { name: '每公里养护费用', target: '50元', actual: '40元', level2: '成本指标' };
    expect(render(explained(row, 'reverse-ratio'))).toContain('本工具的经验规则');
  });

  it('what is better of a range says so too', () => {
    const row = { name: '培训人数', target: '50-60人', actual: '70人', level2: '数量指标' };
    expect(render(explained(row, 'reverse-ratio'))).toContain('本工具的经验规则，可以另行指定');
  });
});
