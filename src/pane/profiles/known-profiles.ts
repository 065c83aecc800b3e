import { parseJson } from '../../model/decode';
import { sameData } from '../../model/same-data';
import type { Ledger } from '../../model/ledger';
import type { Profile } from '../../model/profile';
import { loadProfile, PROFILES } from '../../profiles/load-profile';
import type { Settings } from '../session-state';

/**
 * The profiles to choose from: the shipped ones, those a person keeps on this computer, and those of
 * a person's own that the workbook brought along; each id once. Where one on this computer has the id
 * of a brought one, the brought one is meant: by it the workbook is scored.
 */
export function knownProfiles(
  { ownProfiles }: Pick<Settings, 'ownProfiles'>,
  ledger: Ledger | null,
): readonly Profile[] {
  const brought = Object.values(ledger?.profiles ?? {}).flatMap((kept) =>
    typeof kept === 'object' ? readProfile(kept) : [],
  );
  const all = [...PROFILES, ...brought, ...ownProfiles];
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
}

/** One that is of another version is left out. */
function readProfile(kept: unknown): readonly Profile[] {
  try {
    return [loadProfile(kept)];
  } catch {
    return [];
  }
}

function entriesOf(stored: string | null): readonly unknown[] {
  const kept = parseJson(stored ?? '[]');
  return Array.isArray(kept) ? kept : [];
}

/** The profiles kept as JSON on a person's computer; what cannot be read of them is left out. */
export const readOwnProfiles = (stored: string | null): readonly Profile[] =>
  entriesOf(stored).flatMap(readProfile);

/**
 * What is kept with one more: others may have been kept since in another window, and another version
 * may know what this one cannot read.
 */
export const withKept = (stored: string | null, added: Profile): string =>
  JSON.stringify([
    ...entriesOf(stored).filter((entry) => readProfile(entry).every(({ id }) => id !== added.id)),
    added,
  ]);

/** The id of the profile that is chosen, now or as the workbook remembers; null: each form's own. */
export function chosenId(settings: Settings, ledger: Ledger | null): string | null {
  if (settings.profile !== null || settings.byForm) return settings.profile;
  const [kept] = Object.values(ledger?.profiles ?? {});
  if (typeof kept === 'string') return kept;
  return readProfile(kept)[0]?.id ?? null;
}

/**
 * An id nobody has, on other computers neither: files with profiles travel.
 * @param now milliseconds
 */
export function newProfileId(known: readonly Profile[], now: number): string {
  const ids = new Set(known.map(({ id }) => id));
  let time = now;
  const idAt = (): string => `own-${time.toString(36)}`;
  while (ids.has(idAt())) time += 1;
  return idAt();
}

/** One that comes from elsewhere: an id that stands here for other contents is none of its own. */
export function withOwnId(made: Profile, known: readonly Profile[], now: number): Profile {
  const there = known.find(({ id }) => id === made.id);
  return there && !sameData(there, made) ? { ...made, id: newProfileId(known, now) } : made;
}

/** A person's own with one added; one of the same id is replaced. */
export const withProfile = (own: readonly Profile[], added: Profile): readonly Profile[] => [
  ...own.filter(({ id }) => id !== added.id),
  added,
];
