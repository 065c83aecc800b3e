import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { CATALOGUES } from '../support/texts';
import { isFields } from '../../src/model/decode';
import { isFailure } from '../../src/model/failure';
import type { Profile } from '../../src/model/profile';
import {
  defaultProfile,
  loadProfile,
  loadProfileFile,
  profileById,
  profileTitle,
  PROFILES,
} from '../../src/profiles/load-profile';

const failure = (work: () => unknown): unknown[] => {
  try {
    work();
  } catch (reason) {
    if (isFailure(reason)) return [reason.code, reason.data['path'] ?? reason.data['id']];
    throw reason;
  }
  return [];
};

const own = (changes: object): object => ({ id: 'my-place', ...changes });
const from = (changes: object): object => own({ extends: 'cn-mof-2020', ...changes });
const whole = (): Record<string, unknown> =>
  JSON.parse(JSON.stringify({ ...profileById('cn-mof-2020'), id: 'my-place' })) as Record<
    string,
    unknown
  >;

const without = (fields: object, left: string): object =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== left));

test('a whole profile of the first release is still taken, with what it could not say as ours', () => {
  const kept = readFileSync('test/fixtures/first-release/口径.json', 'utf8');
  const profile = loadProfile(JSON.parse(kept));
  const { overAchieved, execution, marks, sources } = profile;
  expect([overAchieved.info, overAchieved.deduct, execution.totalCaps]).toEqual([1.2, null, null]);
  expect(new Set(Object.values(marks))).toEqual(new Set(['house']));
  expect(sources['execution.totalCaps']).toBe('文件里没有写，按通用口径');
  expect(sources['overAchieved.info']).toMatch('120%');
});

describe('the shipped profiles', () => {
  test('are found by id, each by one', () => {
    const ids = PROFILES.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['cn-mof-2020', 'gd-rubric']));
    expect(new Set(ids).size).toBe(ids.length);
    expect(profileById('gd-rubric').kind).toBe('rubric');
    expect(defaultProfile('target').id).toBe('cn-mof-2020');
    expect(defaultProfile('rubric').id).toBe('cn-rubric');
    expect(ids.length).toBeGreaterThanOrEqual(20);
  });

  test('give a source of their own for every value that is not the national one', () => {
    const national = profileById('cn-mof-2020');
    const at = (profile: unknown, dotted: string): unknown =>
      dotted
        .split('.')
        .reduce((value, name) => (isFields(value) ? value[name] : undefined), profile);
    const borrowed = PROFILES.flatMap((profile) =>
      Object.keys(national.sources)
        .filter((dotted) => profile.sources[dotted] === national.sources[dotted])
        .filter((dotted) => !isDeepStrictEqual(at(profile, dotted), at(national, dotted)))
        .map((dotted) => `${profile.id}：${dotted} 是自己的值，出处还是别人的；写在 sources 里`),
    );
    expect(borrowed).toEqual([]);
  });

  test('have a title in both languages; one from a file has the title it came with', () => {
    for (const profile of PROFILES) {
      expect(profileTitle(profile, 'zh-CN')).toBe(profile.title);
      expect(profileTitle(profile, 'en')).toMatch(/^[A-Z]/);
    }
    expect(profileTitle({ ...profileById('gd-rubric'), title: '本市口径' }, 'en')).toBe('本市口径');
  });

  test.each(PROFILES.map((profile) => [profile.id, profile] as const))(
    '%s would pass as a file, so every value is in range and has a source',
    (_id, profile) => {
      expect(loadProfile({ ...profile, id: 'a-copy' })).toEqual({ ...profile, id: 'a-copy' });
    },
  );

  test('carry the values of the national form', () => {
    expect(profileById('cn-mof-2020')).toMatchObject({
      levelWeights: { 产出: 50, 效益: 30, 满意度: 10 },
      tableTotal: 100,
      reverse: 'reverse-ratio',
      equal: 'as-positive',
      overAchieved: { info: 1.2, warning: 1.3, deduct: null },
      execution: { denominator: 'adjusted', explainBelow: 0.9 },
      rounding: { score: 2, rate: 4 },
    });
    expect(profileById('gd-rubric').levelWeights).toBeNull();
  });

  test('leave no gap and no overlap between the bands of wording', () => {
    for (const { qualitative } of PROFILES) {
      const bands = qualitative.bands.toSorted((a, b) => a.from - b.from);
      expect(bands[0]?.from).toBe(0);
      expect(bands.at(-1)).toMatchObject({ to: 1, includesUpper: true });
      bands.slice(1).forEach((band, index) => {
        expect(bands[index]).toMatchObject({ to: band.from, includesUpper: false });
      });
      const words = bands.flatMap((band) => band.words);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});

describe('a profile file', () => {
  test('may change one value of a shipped profile, with its source', () => {
    const loaded = loadProfile(
      from({ reverse: 'reverse-linear', sources: { reverse: '某市财政局〔2023〕5号' } }),
    );
    expect(loaded).toMatchObject({ id: 'my-place', reverse: 'reverse-linear', tableTotal: 100 });
    expect(loaded.sources['reverse']).toBe('某市财政局〔2023〕5号');
    expect(loaded.sources['grades']).toBe(profileById('cn-mof-2020').sources['grades']);
    // Nobody said what kind of source that is, so it is a rule of its own house.
    expect(loaded.marks['reverse']).toBe('house');
    expect(loaded.marks['grades']).toBe(profileById('cn-mof-2020').marks['grades']);
  });

  test('may change one value inside a group and replace the weights as a whole', () => {
    const loaded = loadProfile(
      from({
        levelWeights: { 成本: 20, 产出: 40, 效益: 20, 满意度: 10 },
        execution: { denominator: 'initial' },
        sources: { levelWeights: '某文', 'execution.denominator': '某文' },
      }),
    );
    expect(loaded.execution).toEqual({
      ...profileById('cn-mof-2020').execution,
      denominator: 'initial',
    });
    expect(loaded.levelWeights).toEqual({ 成本: 20, 产出: 40, 效益: 20, 满意度: 10 });
  });

  test('may stand alone', () => {
    expect(loadProfile(whole())).toEqual(whole());
  });

  test.each<[string, unknown, unknown[]]>([
    ['not an object', null, ['profile-invalid', '$']],
    ['a list', [], ['profile-invalid', '$']],
    ['an unknown base', own({ extends: 'nowhere' }), ['profile-unknown', 'nowhere']],
    ['a base that is no text', own({ extends: 3 }), ['profile-invalid', 'extends']],
    ['no id of its own', { extends: 'cn-mof-2020' }, ['profile-invalid', 'id']],
    ['a shipped id', { extends: 'cn-mof-2020', id: 'gd-rubric' }, ['profile-invalid', 'id']],
    ['an odd id', from({ id: '../x' }), ['profile-invalid', 'id']],
    ['an unknown key', from({ colour: 'red' }), ['profile-invalid', 'colour']],
    [
      'an unknown inner key',
      from({ execution: { mode: 'tiers' } }),
      ['profile-invalid', 'execution.mode'],
    ],
    [
      'a key that is nearly one',
      from({ execution: { denominater: 'initial' } }),
      ['profile-key', 'execution.denominater'],
    ],
    ['a key in other letters', from({ levelweights: null }), ['profile-key', 'levelweights']],
    [
      'a mark of no kind',
      from({ marks: { reverse: 'hearsay' } }),
      ['profile-invalid', 'marks.reverse'],
    ],
    [
      'a mark of nothing',
      from({ marks: { colour: 'house' } }),
      ['profile-invalid', 'marks.colour'],
    ],
    ['a wrong word', from({ reverse: 'cubic' }), ['profile-invalid', 'reverse']],
    ['a number as text', from({ tableTotal: '100' }), ['profile-invalid', 'tableTotal']],
    ['NaN', from({ tableTotal: Number.NaN }), ['profile-invalid', 'tableTotal']],
    ['a share above 1', from({ heavyIndicator: 40 }), ['profile-invalid', 'heavyIndicator']],
    ['half a place', from({ rounding: { score: 1.5 } }), ['profile-invalid', 'rounding.score']],
    ['no grades', from({ grades: [] }), ['profile-invalid', 'grades']],
    [
      'a grade without word',
      from({ grades: [{ from: 0 }] }),
      ['profile-invalid', 'grades[0].word'],
    ],
    [
      'a value without source',
      from({ reverse: 'reverse-linear' }),
      ['profile-invalid', 'sources.reverse'],
    ],
    [
      'an empty source',
      from({ reverse: 'reverse-linear', sources: { reverse: ' ' } }),
      ['profile-invalid', 'sources.reverse'],
    ],
    [
      'a source of nothing',
      from({ sources: { colour: '某文' } }),
      ['profile-invalid', 'sources.colour'],
    ],
    [
      'grades out of order',
      from({
        grades: [
          { from: 60, word: '中' },
          { from: 80, word: '良' },
          { from: 0, word: '差' },
        ],
        sources: { grades: '某文' },
      }),
      ['profile-invalid', 'grades'],
    ],
    [
      'grades that do not reach 0',
      from({ grades: [{ from: 60, word: '中' }], sources: { grades: '某文' } }),
      ['profile-invalid', 'grades'],
    ],
    [
      'tolerances out of order',
      from({ tolerance: { silent: 0.6 }, sources: { 'tolerance.silent': '某文' } }),
      ['profile-invalid', 'tolerance'],
    ],
    [
      'a band upside down',
      from({
        qualitative: { bands: [{ from: 1, to: 0, includesUpper: true, words: [] }] },
        sources: { 'qualitative.bands': '某文' },
      }),
      ['profile-invalid', 'qualitative.bands'],
    ],
    [
      'a warning below the information',
      from({ overAchieved: { info: 1.5 }, sources: { 'overAchieved.info': '某文' } }),
      ['profile-invalid', 'overAchieved.warning'],
    ],
  ])('%s is refused', (_what, json, expected) => {
    expect(failure(() => loadProfile(json))).toEqual(expected);
  });

  test('without a key it must have is refused by that key', () => {
    // What the first release did not have may be left out.
    const later = [
      'bonusAllowed',
      'stepRounding',
      'optionalLevels',
      'weightDecimals',
      'notApplicable',
      'marks',
    ];
    for (const key of Object.keys(whole()).filter((one) => !later.includes(one))) {
      expect(failure(() => loadProfile(without(whole(), key)))).toEqual(['profile-invalid', key]);
    }
  });

  test('a standing-alone file without a source is refused by that source', () => {
    const sources = without(profileById('cn-mof-2020').sources, 'grades');
    expect(failure(() => loadProfile({ ...whole(), sources }))).toEqual([
      'profile-invalid',
      'sources.grades',
    ]);
  });

  test('names that every object has are no keys', () => {
    const json: unknown = JSON.parse(
      '{"id":"my-place","extends":"cn-mof-2020","__proto__":{"x":1}}',
    );
    expect(failure(() => loadProfile(json))).toEqual(['profile-invalid', '__proto__']);
    expect(failure(() => loadProfile(from({ constructor: 1 })))).toEqual([
      'profile-invalid',
      'constructor',
    ]);
  });

  test('any JSON is either a profile or a refusal by name', () => {
    const mutate = fc.tuple(fc.constantFrom(...Object.keys(whole())), fc.jsonValue());
    fc.assert(
      fc.property(mutate, ([key, value]) => {
        const json = { ...whole(), [key]: value };
        const refused = failure((): Profile => loadProfile(json));
        expect(refused.length === 0 || refused[0] === 'profile-invalid').toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(['profile-invalid', 'profile-key', 'profile-unknown']).toContain(
          failure(() => loadProfile(json))[0],
        );
      }),
    );
  });
});

test('an unknown id is refused with the ids there are', () => {
  expect(failure(() => profileById('nowhere'))).toEqual(['profile-unknown', 'nowhere']);
  expect(failure(() => profileById('constructor'))).toEqual(['profile-unknown', 'constructor']);
});

test('every refusal has its two texts in both languages', () => {
  for (const catalogue of Object.values(CATALOGUES)) {
    for (const code of ['profile-unknown', 'profile-invalid']) {
      expect(catalogue[`error.${code}.message`]).toBeTruthy();
      expect(catalogue[`error.${code}.hint`]).toBeTruthy();
    }
  }
});

test('the columns named in forms may stand in the same file', () => {
  const columns = [{ heads: ['指标', '分数'], columns: { weight: [1, 0] } }];
  const file = loadProfileFile(from({ columns }));
  expect(file.columns).toEqual(columns);
  expect(file.profile).toEqual(loadProfile(from({})));
  expect(loadProfileFile(from({})).columns).toEqual([]);
  expect(failure(() => loadProfile(from({ columns: [{ heads: ['指标'] }] })))).toEqual([
    'profile-invalid',
    'columns[0].columns',
  ]);
});
