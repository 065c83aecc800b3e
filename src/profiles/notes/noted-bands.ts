import type { Profile, QualitativeBand } from '../../model/profile';
import type { Sourced } from '../../model/table';
import { message } from '../../texts/message';
import type { Noted } from './noted-rules';

/** 100%-80%(含80%)、80%-50%(含50%)、50%-0%: three bands, one after the other. */
const BANDS =
  /100%?[-~至—]+(\d{2})%?(?:\([^)]*\))?[、,和及]*\1%?[-~至—]+(\d{2})%?(?:\([^)]*\))?[、,和及]*\2%?[-~至—]+0%?/;
const QUALITATIVE = /定性|三档|达成/;
const LONGEST = 2000;

/**
 * The bands that a form's own note states (注：定性指标……三档) stand before those of the profile, for that
 * form. A note that says the same as the profile changes nothing.
 */
export function bandsIn(profile: Profile, notes: readonly Sourced<string>[]): Noted {
  const unchanged = { profile, said: [] };
  const bands = [...profile.qualitative.bands].sort((a, b) => b.from - a.from);
  const [top, middle, bottom, ...more] = bands;
  if (!top || !middle || !bottom || more.length > 0) return unchanged;
  for (const { value } of notes) {
    if (!QUALITATIVE.test(value)) continue;
    const plain = value
      .slice(0, LONGEST)
      .normalize('NFKC')
      .replace(/\s+/g, '')
      .replace(/[–—]/g, '-');
    const match = BANDS.exec(plain);
    if (!match) continue;
    const upper = Number(match[1]) / 100;
    const lower = Number(match[2]) / 100;
    if (lower >= upper) continue;
    const isUsual = upper === top.from && lower === middle.from;
    const own = wordedAs(plain, [
      { ...top, from: upper },
      { ...middle, from: lower, to: upper },
      { ...bottom, to: lower },
    ]);
    const noted = { ...profile, qualitative: { bands: own } };
    if (isUsual) return { profile: noted, said: [] };
    return {
      profile: noted,
      said: [
        message('engine.remark.noted-bands', { upper: Number(match[1]), lower: Number(match[2]) }),
      ],
    };
  }
  return unchanged;
}

type Bands = readonly [QualitativeBand, QualitativeBand, QualitativeBand];

/** 分为全部或基本达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档. */
const DEGREES =
  /分为:?([^、,;。]{2,24})、([^、,;。]{2,24})(?:、|和|以及)([^、,;。]{2,24}?)(?:三档|三个档次|三类|三个等级)/;
const STEM = /^(.{0,6}?(?:达成|达到|完成|实现))/;

/** Each band with the words that the note gives it, which are no other band's any more. */
function wordedAs(note: string, bands: Bands): readonly QualitativeBand[] {
  const match = DEGREES.exec(note);
  if (!match) return bands;
  const given = [1, 2, 3].map((at) => wordsOf(match[at] ?? ''));
  const taken = new Set(given.flat());
  return bands.map((band, at) => ({
    ...band,
    words: [...(given[at] ?? []), ...band.words.filter((word) => !taken.has(word))],
  }));
}

/** 全部或基本达成预期指标 is 全部达成预期指标, 基本达成预期指标, and the two without their object. */
function wordsOf(degree: string): readonly string[] {
  const [first = '', ...more] = degree.split(/或者?/);
  const last = more.at(-1) ?? first;
  const stem = STEM.exec(last)?.[1] ?? '';
  const verb = stem.slice(-2);
  const object = stem === '' ? '' : last.slice(stem.length);
  const whole = [first, ...more].map((part) => (STEM.test(part) ? part : part + verb + object));
  return [...new Set(whole.flatMap((part) => [part, STEM.exec(part)?.[1] ?? part]))];
}
