import fc from 'fast-check';
import { PROFILES, profileById } from '../../../src/profiles/load-profile';
import { changedValues } from '../../../src/profiles/changed-values';
import { PANE_CHINESE } from '../../../src/pane/chinese';
import { PANE_ENGLISH } from '../../../src/pane/english';
import {
  draftedProfile,
  fieldText,
  PROFILE_FIELDS,
} from '../../../src/pane/profiles/profile-fields';
import { fieldName, howToWrite, valueWords } from '../../../src/pane/profiles/profile-words';
import { failureCode } from '../../support/failure-code';

const draft = (typed: Record<string, string>) => ({
  title: '本县口径',
  source: '某办〔2024〕1号',
  typed,
});

const profile = fc.constantFrom(...PROFILES);

describe('draftedProfile', () => {
  it.each<[string, string, unknown]>([
    ['execution.explainBelow', '85', 0.85],
    ['execution.explainBelow', '85%', 0.85],
    ['heavyIndicator', '7', 0.07],
    ['positive.floorRate', '60', 0.6],
    ['positive.floorRate', '', null],
    ['stepRounding', 'full', 'full'],
    ['bonusAllowed', 'true', true],
    ['levelWeights', '产出 40、效益：30，满意度 10分', { 产出: 40, 效益: 30, 满意度: 10 }],
    ['levelWeights', '', null],
    ['optionalLevels', '满意度、成本', ['满意度', '成本']],
    ['overAchieved.deduct', '１３０％ 2分', { from: 1.3, points: 2 }],
    ['overAchieved.deduct', ' ', null],
    ['execution.steps', '90% 1', { fullFrom: 0.9, lossPerPoint: 1 }],
    [
      'execution.tiers',
      '95% 100%、0%',
      [
        { from: 0.95, share: 1 },
        { from: 0, share: null },
      ],
    ],
    ['execution.totalCaps', '50% 59', [{ below: 0.5, most: 59 }]],
    [
      'grades',
      '优 90、良 80、中 70、低 60、差 0',
      [
        { from: 90, word: '优' },
        { from: 80, word: '良' },
        { from: 70, word: '中' },
        { from: 60, word: '低' },
        { from: 0, word: '差' },
      ],
    ],
    [
      'qualitative.bands',
      '80%：达成 完成\n50：部分\n0%：',
      [
        { from: 0.8, to: 1, includesUpper: true, words: ['达成', '完成'] },
        { from: 0.5, to: 0.8, includesUpper: false, words: ['部分'] },
        { from: 0, to: 0.5, includesUpper: false, words: [] },
      ],
    ],
  ])('reads %s typed as “%s”', (path, text, value) => {
    const [base] = PROFILES;
    if (!base) throw new Error('no profile');
    const made = draftedProfile(base, 'own-1', draft({ [path]: text }));
    const found = path.split('.').reduce<unknown>((at, key) => Reflect.get(Object(at), key), made);
    expect([made.id, made.title, found]).toEqual(['own-1', '本县口径', value]);
  });

  it('says of what is changed where it is from, and of nothing else', () => {
    const [base] = PROFILES;
    if (!base) throw new Error('no profile');
    const made = draftedProfile(base, 'own-1', draft({ grades: '优 95、良 80、中 60、差 0' }));
    expect(made.sources).toEqual({ ...base.sources, grades: '某办〔2024〕1号' });
    expect(made.marks).toEqual({ ...base.marks, grades: 'house' });
    expect(changedValues(base, made).map(({ path }) => path)).toEqual(['grades']);
  });

  it('is the same profile under another name where nothing is typed, and what is shown is typed', () => {
    fc.assert(
      fc.property(profile, fc.constantFrom('zh-CN', 'en'), (base, language) => {
        const shown = Object.fromEntries(
          PROFILE_FIELDS.map((field) => [field.path, fieldText(base, field, language)]),
        );
        for (const typed of [{}, shown]) {
          const made = draftedProfile(base, 'own-1', draft(typed));
          expect(changedValues(base, made)).toEqual([]);
        }
      }),
    );
  });

  it('refuses what cannot be by name, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.record({ base: profile, field: fc.constantFrom(...PROFILE_FIELDS) }),
        fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)),
        ({ base, field }, text) => {
          const code = failureCode(() =>
            draftedProfile(base, 'own-1', draft({ [field.path]: text })),
          );
          expect(['ok', 'profile-invalid', 'profile-key']).toContain(code);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('wants a ground', () => {
    const [base] = PROFILES;
    if (!base) throw new Error('no profile');
    const made = { ...draft({ tableTotal: '120' }), source: ' ' };
    expect(failureCode(() => draftedProfile(base, 'own-1', made))).toBe('profile-invalid');
  });
});

describe('names of values', () => {
  it.each([PANE_CHINESE, PANE_ENGLISH])(
    'has a name for every value and choice, and says how lists are written: $language',
    (texts) => {
      const paths = [
        ...PROFILE_FIELDS.map(({ path }) => path),
        ...PROFILES.flatMap(({ sources }) => Object.keys(sources)),
        ...PROFILE_FIELDS.flatMap(({ path, choices = [] }) =>
          choices.map((choice) => `${path}=${choice}`),
        ),
      ];
      expect(paths.filter((path) => fieldName(path, texts) === path)).toEqual([]);
      const lists = PROFILE_FIELDS.filter(({ kind }) => kind === 'list');
      expect(lists.filter(({ path }) => howToWrite(path, texts) === null)).toEqual([]);
    },
  );

  it('lets every value be set that has a source', () => {
    const set = PROFILE_FIELDS.map(({ path }) => path).sort();
    expect(set).toEqual(Object.keys(profileById('cn-mof-2020').sources).sort());
  });

  it.each<[string, string, string]>([
    ['cn-mof-2020', 'execution.explainBelow', '90%'],
    ['nx-special-2022', 'levelWeights', '产出 40、效益 40、满意度 20'],
    ['cn-mof-2020', 'positive.floorRate', '不设'],
    ['ah-tongling-2021', 'bonusAllowed', '是'],
    ['zj-linear', 'reverse', '按超出的比例扣分'],
    ['platform-cap-2022', 'overAchieved.deduct', '130% 2'],
    ['platform-cap-2022', 'execution.totalCaps', '50% 59、60% 69、70% 79、80% 89'],
    ['hb-project-2020', 'qualitative.bands', '80%、50%、0%'],
    ['fj-ningde-2023', 'execution.tiers', '95.01% 100%、0%'],
    ['cn-mof-2020', 'optionalLevels', '不设'],
  ])('tells of %s its %s as a person reads it', (id, path, told) => {
    expect(valueWords(profileById(id), path, PANE_CHINESE)).toBe(told);
  });
});
