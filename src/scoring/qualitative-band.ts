import { message } from '../texts/message';
import type { Profile, QualitativeBand } from '../model/profile';
import type { Quantity } from '../model/quantity';
import { once } from '../model/remember';
import type { RowScore } from '../model/score';
import { multiply } from '../quantity/exact';
import { normaliseText } from '../quantity/normalise';
import { figure, percent, quoted } from './figures';
import {
  deniedBefore,
  deniesTarget,
  deniesTargetInPart,
  fallsShortAfter,
  someBefore,
  tellsOfNone,
} from './negation';

interface Vocabulary {
  /** Longest first. */
  readonly words: readonly (readonly [string, QualitativeBand])[];
  readonly top: QualitativeBand | null;
  /** Next below the top. */
  readonly middle: QualitativeBand | null;
  readonly bottom: QualitativeBand | null;
  readonly seen: Map<string, QualitativeBand | null>;
}

const SEEN_LIMIT = 2000;

const vocabularyOf = once((profile: Profile): Vocabulary => {
  const words = profile.qualitative.bands.flatMap((band) =>
    band.words.map((word) => [normaliseText(word), band] as const),
  );
  words.sort(([a], [b]) => b.length - a.length);
  const bands = [...profile.qualitative.bands].sort((a, b) => b.from - a.from);
  return {
    words,
    top: bands[0] ?? null,
    middle: bands[1] ?? null,
    bottom: bands.length > 1 ? (bands.at(-1) ?? null) : null,
    seen: new Map<string, QualitativeBand | null>(),
  };
});

/** Longer texts are reports, in which any word may stand. */
const LONGEST_WORDING = 60;
const PARTIAL_FIGURE = /\d%/;

/**
 * The band a wording of 完成值 belongs to: of all the profile's words in it the lowest band's speaks
 * (已完成但效果不明显), but a word inside a longer one does not count (没有 in 没有发生). A word of the
 * top band that is denied (未显著提升, 难以实现, 达成率低) is in the lowest band; where only all of it is
 * denied (未全部完成, 不够明显) or some of it missed (个别未完成), in the one below the top: 部分达成
 * (domain-rules §1.3) [I]. A word of one character must be the whole text. Null for an unknown wording, a text of more than 60 characters,
 * and where a percentage other than 100% stands in it.
 */
export function bandOfWording(text: string, profile: Profile): QualitativeBand | null {
  if (text.length > LONGEST_WORDING * 2) return null;
  const vocabulary = vocabularyOf(profile);
  const known = vocabulary.seen.get(text);
  if (known !== undefined) return known;
  const band = findBand(normaliseText(text), vocabulary);
  if (vocabulary.seen.size >= SEEN_LIMIT) vocabulary.seen.clear();
  vocabulary.seen.set(text, band);
  return band;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly band: QualitativeBand;
}

/** The profile's words in a text; one inside a longer one does not count. */
function wordsIn(text: string, { words }: Vocabulary): readonly Found[] {
  const found: Found[] = [];
  for (const [word, band] of words) {
    if (word.length === 1 && text !== word) continue;
    let from = text.indexOf(word);
    while (from >= 0) {
      const to = from + word.length;
      const start = from;
      if (!found.some((longer) => longer.from <= start && to <= longer.to)) {
        found.push({ from, to, word, band });
      }
      from = text.indexOf(word, to);
    }
  }
  return found;
}

function findBand(text: string, vocabulary: Vocabulary): QualitativeBand | null {
  if (text.length > LONGEST_WORDING) return null;
  if (PARTIAL_FIGURE.test(text.replaceAll('100%', ''))) return null;
  const found = wordsIn(text, vocabulary);
  const denials = deniedIn(text, found, vocabulary);
  const speaking = [
    ...found.filter((one) => !denials.some(({ from, to }) => from < one.to && one.from < to)),
    ...denials,
  ].flatMap((one) => {
    if (one.band !== vocabulary.bottom) return [one.band];
    if (tellsOfNone(text, one.from)) return [];
    return [missedInPart(text, one, found) ? vocabulary.middle : one.band];
  });
  return speaking.reduce<QualitativeBand | null>(
    (lowest, band) => (band && (!lowest || band.from < lowest.from) ? band : lowest),
    null,
  );
}

/** Words of the top band that are taken back, each from its denial to its end. */
function deniedIn(text: string, found: readonly Found[], vocabulary: Vocabulary): Found[] {
  const { top, middle, bottom } = vocabulary;
  if (!top || !middle || !bottom) return [];
  const good = found.filter(({ band }) => band === top);
  return good.flatMap((one) => {
    if (fallsShortAfter(text.slice(one.to))) return [{ ...one, band: bottom }];
    const denied = deniedBefore(text, one.from, one.word);
    // The denial belongs to a word that is good by it: 未超, 没有发生.
    if (!denied || good.some(({ from, to }) => from <= denied.from && denied.from < to)) return [];
    const band = denied.denial === 'part' ? middle : bottom;
    return [{ ...one, from: denied.from, band }];
  });
}

/** 个别项目未完成: a miss of which some other words say that it is a part. */
function missedInPart(text: string, { from }: Found, found: readonly Found[]): boolean {
  const some = someBefore(text.slice(0, from));
  if (!some) return false;
  // 部分完成效果不明显 tells of two things.
  return !found.some((one) => one.from >= some.from && one.to > some.to && one.to <= from);
}

/**
 * A worded target is judged by a person inside the band its wording admits: 达成 100–80 % (80
 * included), 部分达成 80–60 % (60 included), 未达成 60–0 % of the weight (SC3 note; domain-rules §1.3). The
 * target's own words as completion are its top band; an unknown wording admits the whole range.
 */
export function qualitativeBand(
  target: Quantity,
  actual: Quantity,
  weight: number,
  profile: Profile,
): RowScore {
  const repeated =
    target.text === actual.text ||
    normaliseText(target.text) === normaliseText(actual.text).replace(AS_DONE, '');
  const { top, middle, bottom } = vocabularyOf(profile);
  const [asked, done] = [normaliseText(target.text), normaliseText(actual.text)] as const;
  const denied = deniesTarget(asked, done) ? bottom : null;
  const told =
    bandOfWording(actual.text, profile) ??
    denied ??
    (deniesTargetInPart(asked, done) ? middle : null);
  const band = repeated ? top : told;
  const from = band ? multiply(weight, band.from) : 0;
  const to = band && band.to !== 1 ? multiply(weight, band.to) : weight;
  const key = band ? 'scoring.qualitative.band' : 'scoring.qualitative.unknown';
  const data = {
    target: quoted(target.text),
    actual: quoted(actual.text),
    weight: figure(weight),
    from: figure(from),
    to: figure(to),
    share: band ? shareText(band) : '',
  };
  return {
    method: 'qualitative-band',
    achievement: null,
    score: null,
    status: 'judged',
    scoreRange: null,
    band: { from, to, includesTo: band?.includesUpper ?? true },
    explanation: message(key, data),
  };
}

/** 已建立 says 建立 once more, as done. */
const AS_DONE = /^(?:已经|已|均|全部|全面|都)+/;

const shareText = once(
  (band: QualitativeBand): string => `${percent(band.from)}–${percent(band.to)}`,
);
