import fc from 'fast-check';
import { PROFILES } from '../../../src/profiles/load-profile';
import { changedValues } from '../../../src/profiles/changed-values';
import { PANE_CHINESE } from '../../../src/pane/chinese';
import { PANE_ENGLISH } from '../../../src/pane/english';
import { draftedProfile, fieldsOf, fieldText } from '../../../src/pane/profiles/profile-fields';
import { fieldName, valueWords } from '../../../src/pane/profiles/profile-words';
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
    const made = draftedProfile(base, 'own-1', draft({ 'grades.0.from': '95' }));
    expect(made.sources).toEqual({ ...base.sources, grades: '某办〔2024〕1号' });
    expect(made.marks).toEqual({ ...base.marks, grades: 'house' });
    expect(changedValues(base, made).map(({ path }) => path)).toEqual(['grades']);
  });

  it('is the same profile under another name where nothing is typed, and what is shown is typed', () => {
    fc.assert(
      fc.property(profile, (base) => {
        const shown = Object.fromEntries(
          fieldsOf(base).map((field) => [field.path, fieldText(base, field)]),
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
        profile.chain((base) =>
          fc.record({ base: fc.constant(base), field: fc.constantFrom(...fieldsOf(base)) }),
        ),
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
    'has a name for every value and choice: $language',
    (texts) => {
      const missing = PROFILES.flatMap((one) => {
        const paths = [...fieldsOf(one).map(({ path }) => path), ...Object.keys(one.sources)];
        const choices = fieldsOf(one).flatMap(({ path, choices: list = [] }) =>
          list.map((choice) => `${path}=${choice}`),
        );
        return [...paths, ...choices].filter((path) => fieldName(one, path, texts) === path);
      });
      expect(missing).toEqual([]);
    },
  );

  it.each<[string, unknown, string]>([
    ['execution.explainBelow', 0.9, '90%'],
    ['levelWeights', { 产出: 50, 效益: 30 }, '产出 50、效益 30'],
    ['positive.floorRate', null, '不设'],
    ['bonusAllowed', true, '是'],
    ['reverse', 'zero-if-exceeded', '超出即不得分'],
  ])('tells %s as a person reads it', (path, value, told) => {
    const [base] = PROFILES;
    expect(base && valueWords(base, path, value, PANE_CHINESE)).toBe(told);
  });
});
