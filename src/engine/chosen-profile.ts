import type { ChosenProfiles, Ledger } from '../model/ledger';
import type { Profile } from '../model/profile';
import type { TableKind } from '../model/table';
import { loadProfile, PROFILES } from '../profiles/load-profile';
import type { EngineOptions } from './options';

/**
 * The profile a person chose for tables of a kind: now, else at an earlier run, as the workbook
 * remembers it. Null where none was chosen, and where the remembered one is of another version.
 */
export function chosenProfile(
  kind: TableKind,
  { profile, byForm }: Pick<EngineOptions, 'profile' | 'byForm'>,
  ledger: Ledger | null,
): Profile | null {
  if (profile?.kind === kind) return profile;
  const kept = byForm === true ? undefined : ledger?.profiles?.[kind];
  if (kept === undefined) return null;
  const known = typeof kept === 'string' ? shipped(kept) : ownProfile(kept);
  return known?.kind === kind ? known : null;
}

/** What the workbook is to remember: a shipped profile by its id, a person's own as a whole. */
export function chosenProfiles(
  ledger: Ledger | null,
  { profile, byForm }: Pick<EngineOptions, 'profile' | 'byForm'>,
): ChosenProfiles {
  const kept = byForm === true ? {} : ledger?.profiles;
  if (profile === null) return { ...kept };
  return { ...kept, [profile.kind]: shipped(profile.id) ? profile.id : { ...profile } };
}

const shipped = (id: string): Profile | null => PROFILES.find((one) => one.id === id) ?? null;

function ownProfile(kept: object): Profile | null {
  try {
    return loadProfile(kept);
  } catch {
    return null;
  }
}
