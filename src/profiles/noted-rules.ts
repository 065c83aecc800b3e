import type { Profile } from '../model/profile';
import type { Sourced } from '../model/table';
import { message, type Message } from '../texts/message';

/** A profile as the notes of a form change it, and what was said there. */
export interface Noted {
  readonly profile: Profile;
  readonly said: readonly Message[];
}

/** 100%-80%(含80%)、80%-50%(含50%)、50%-0%: three bands, one after the other. */
const BANDS =
  /100%?[-~至—]+(\d{2})%?(?:\([^)]*\))?[、,和及]*\1%?[-~至—]+(\d{2})%?(?:\([^)]*\))?[、,和及]*\2%?[-~至—]+0%?/;
const QUALITATIVE = /定性|三档|达成/;
const LONGEST = 2000;

/**
 * The bands that a form's own note states (注：定性指标……三档) stand before those of the profile, for that
 * form. A note that says the same as the profile changes nothing.
 */
export function withNotedRules(profile: Profile, notes: readonly Sourced<string>[]): Noted {
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
    if (upper === top.from && lower === middle.from) return unchanged;
    const own = [
      { ...top, from: upper },
      { ...middle, from: lower, to: upper },
      { ...bottom, to: lower },
    ];
    return {
      profile: { ...profile, qualitative: { bands: own } },
      said: [
        message('engine.remark.noted-bands', { upper: Number(match[1]), lower: Number(match[2]) }),
      ],
    };
  }
  return unchanged;
}
