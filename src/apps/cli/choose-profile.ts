import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseJson } from '../../model/decode';
import { Failure } from '../../model/failure';
import type { KnownColumns } from '../../model/known-columns';
import type { Profile } from '../../model/profile';

/** What `--profile` chose, with the columns that its file names. */
export interface ChosenProfile {
  readonly profile: Profile | null;
  readonly columns: readonly KnownColumns[];
}

/**
 * `--profile ID|FILE`: an id of the shipped profiles, else a JSON file. Null: nothing was chosen.
 * @throws Failure `profile-choice` when it is neither, `profile-not-json`, or whatever the loader refuses the file for.
 */
export async function chooseProfile(
  choice: string | undefined,
  cwd: string,
): Promise<ChosenProfile> {
  if (choice === undefined) return { profile: null, columns: [] };
  const { loadProfileFile, PROFILES } = await import('../../profiles/load-profile');
  const shipped = PROFILES.find(({ id }) => id === choice);
  if (shipped) return { profile: shipped, columns: [] };
  const text = await readFile(resolve(cwd, choice), 'utf8').catch((cause: unknown) => {
    throw new Failure('profile-choice', { id: choice }, { cause });
  });
  return loadProfileFile(parse(text, choice));
}

function parse(text: string, path: string): unknown {
  const json = parseJson(text);
  if (json === undefined) throw new Failure('profile-not-json', { path });
  return json;
}
