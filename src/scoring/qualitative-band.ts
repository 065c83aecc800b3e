import { message } from '../model/message';
import type { Profile, QualitativeBand } from '../model/profile';
import type { Quantity } from '../model/quantity';
import type { RowScore } from '../model/score';
import { multiply } from '../quantity/exact';
import { normaliseText } from '../quantity/normalise';
import { figure, percent, quoted } from './figures';

interface Vocabulary {
  /** Longest first. */
  readonly words: readonly (readonly [string, QualitativeBand])[];
  readonly seen: Map<string, QualitativeBand | null>;
}

const SEEN_LIMIT = 2000;
const vocabularies = new WeakMap<Profile, Vocabulary>();

function vocabularyOf(profile: Profile): Vocabulary {
  const known = vocabularies.get(profile);
  if (known) return known;
  const words = profile.qualitative.bands.flatMap((band) =>
    band.words.map((word) => [normaliseText(word), band] as const),
  );
  words.sort(([a], [b]) => b.length - a.length);
  const vocabulary = { words, seen: new Map<string, QualitativeBand | null>() };
  vocabularies.set(profile, vocabulary);
  return vocabulary;
}

/** Longer texts are reports, in which any word may stand. */
const LONGEST_WORDING = 60;
const PARTIAL_FIGURE = /\d%/;

/**
 * The band a wording of 完成值 belongs to: of all the profile's words in it the lowest band's speaks
 * (已完成但效果不明显), but a word inside a longer one does not count (没有 in 没有发生). A word of one
 * character must be the whole text. Null for an unknown wording, a text of more than 60 characters,
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

function findBand(text: string, { words }: Vocabulary): QualitativeBand | null {
  if (text.length > LONGEST_WORDING) return null;
  if (PARTIAL_FIGURE.test(text.replaceAll('100%', ''))) return null;
  const taken: { readonly from: number; readonly to: number }[] = [];
  let lowest: QualitativeBand | null = null;
  for (const [word, band] of words) {
    if (word.length === 1 && text !== word) continue;
    let from = text.indexOf(word);
    while (from >= 0) {
      const to = from + word.length;
      const start = from;
      if (!taken.some((longer) => longer.from <= start && to <= longer.to)) {
        taken.push({ from, to });
        if (!lowest || band.from < lowest.from) lowest = band;
      }
      from = text.indexOf(word, to);
    }
  }
  return lowest;
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
    target.text === actual.text || normaliseText(target.text) === normaliseText(actual.text);
  const band = repeated ? topBand(profile) : bandOfWording(actual.text, profile);
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
    band: { from, to, includesTo: band?.includesUpper ?? true },
    explanation: message(key, data),
  };
}

const shares = new WeakMap<QualitativeBand, string>();

function shareText(band: QualitativeBand): string {
  const known = shares.get(band);
  if (known !== undefined) return known;
  const text = `${percent(band.from)}–${percent(band.to)}`;
  shares.set(band, text);
  return text;
}

function topBand(profile: Profile): QualitativeBand | null {
  return profile.qualitative.bands.reduce<QualitativeBand | null>(
    (top, band) => (top === null || band.to > top.to ? band : top),
    null,
  );
}
