import fc from 'fast-check';
import { profileById } from '../../../src/profiles/load-profile';
import { withNotedRules } from '../../../src/profiles/notes/noted-rules';
import { bandOfWording } from '../../../src/scoring/qualitative-band';

const usual = profileById('cn-mof-2020');
const noted = (...notes: readonly string[]) =>
  withNotedRules(
    usual,
    notes.map((value, row) => ({ value, cell: { row, column: 0 } })),
  );
const bandOf = (text: string, note: string): number | undefined =>
  bandOfWording(text, noted(note).profile)?.from;

const NOTE =
  '注：定性指标根据完成情况分为全部或基本达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按照100%-80%（含）、80%-60%（含）、60%-0%合理确定分值。';

test('words that the note gives to a band belong to it, whatever the profile says', () => {
  expect(bandOf('基本达成预期', '')).toBe(0.6);
  expect(bandOf('基本达成预期', NOTE)).toBe(0.8);
  expect(bandOf('基本达成预期指标', NOTE)).toBe(0.8);
  expect(bandOf('部分达成预期指标并具有一定效果', NOTE)).toBe(0.6);
  expect(bandOf('未达成预期指标且效果较差', NOTE)).toBe(0);
});

test('a note of the usual shares is nothing to tell of', () => {
  expect(noted(NOTE).said).toEqual([]);
  expect(noted('注：本表一式两份。')).toEqual({ profile: usual, said: [] });
});

test('three shares in whatever signs are read, and said where they are not the profile’s', () => {
  const signs = fc.record({
    dash: fc.constantFrom('-', '－', '—', '~', '～', '至'),
    percent: fc.constantFrom('%', '％'),
    between: fc.constantFrom('、', '，', ','),
    within: fc.constantFrom('（含）', '(含)', '（含{n}%）', ''),
    words: fc.constantFrom(
      '达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差',
      '',
    ),
    upper: fc.integer({ min: 70, max: 95 }),
    lower: fc.integer({ min: 40, max: 65 }),
  });
  fc.assert(
    fc.property(signs, ({ dash, percent, between, within, words, upper, lower }) => {
      const share = (from: number, to: number): string =>
        `${String(from)}${percent}${dash}${String(to)}${percent}${within.replace('{n}', String(to))}`;
      const shares = [
        share(100, upper),
        share(upper, lower),
        `${String(lower)}${percent}${dash}0${percent}`,
      ];
      const note = `定性指标分为${words}三档，分别按照${shares.join(between)}确定分值`;
      const { profile, said } = noted(note);
      expect(profile.qualitative.bands.map(({ from }) => from)).toEqual([
        upper / 100,
        lower / 100,
        0,
      ]);
      expect(said).toHaveLength(upper === 80 && lower === 60 ? 0 : 1);
    }),
  );
});
