import type { Ledger } from '../../model/ledger';
import type { Profile } from '../../model/profile';
import { loadProfile, PROFILES } from '../../profiles/load-profile';
import type { Settings } from '../session-state';

/**
 * The profiles to choose from: the shipped ones, those a person keeps on this computer, and those of
 * a person's own that the workbook brought along; each id once.
 */
export function knownProfiles(
  { ownProfiles }: Pick<Settings, 'ownProfiles'>,
  ledger: Ledger | null,
): readonly Profile[] {
  const brought = Object.values(ledger?.profiles ?? {}).flatMap((kept) =>
    typeof kept === 'object' ? readProfile(kept) : [],
  );
  const all = [...PROFILES, ...ownProfiles, ...brought];
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

/** The profiles kept as JSON on a person's computer; what cannot be read of them is left out. */
export function readOwnProfiles(stored: string | null): readonly Profile[] {
  try {
    const kept: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(readProfile) : [];
  } catch {
    return [];
  }
}

/** The id of the profile that is chosen, now or as the workbook remembers; null: each form's own. */
export function chosenId(settings: Settings, ledger: Ledger | null): string | null {
  if (settings.profile !== null || settings.byForm) return settings.profile;
  const [kept] = Object.values(ledger?.profiles ?? {});
  if (typeof kept === 'string') return kept;
  return readProfile(kept)[0]?.id ?? null;
}

/** An id nobody has: `own-1`, `own-2`, … */
export function newProfileId(known: readonly Profile[]): string {
  const ids = new Set(known.map(({ id }) => id));
  let number = 1;
  while (ids.has(`own-${String(number)}`)) number += 1;
  return `own-${String(number)}`;
}

/** A person's own with one added; one of the same id is replaced. */
export const withProfile = (own: readonly Profile[], added: Profile): readonly Profile[] => [
  ...own.filter(({ id }) => id !== added.id),
  added,
];
