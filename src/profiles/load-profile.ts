import { Failure } from '../model/failure';
import type { GradeBand, Profile, QualitativeBand } from '../model/profile';
import { cnMof2020 } from './cn-mof-2020';
import { gdRubric } from './gd-rubric';

/** The shipped profiles; the first is the default for target tables. */
export const PROFILES: readonly Profile[] = [cnMof2020, gdRubric];

/** @throws Failure `profile-unknown` with the ids there are. */
export function profileById(id: string): Profile {
  const found = PROFILES.find((profile) => profile.id === id);
  if (found) return found;
  throw new Failure('profile-unknown', {
    id,
    known: PROFILES.map(({ id: known }) => known).join('、'),
  });
}

type Reader<T> = (value: unknown, path: string) => T;
type Fields = Readonly<Record<string, unknown>>;

function invalid(path: string): never {
  throw new Failure('profile-invalid', { path });
}

function number(least: number, most: number, whole = false): Reader<number> {
  return (value, path) => {
    const fits = typeof value === 'number' && value >= least && value <= most;
    return fits && (!whole || Number.isInteger(value)) ? value : invalid(path);
  };
}

const text: Reader<string> = (value, path) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 500 ? value : invalid(path);

const id: Reader<string> = (value, path) =>
  typeof value === 'string' && /^[a-z][a-z0-9-]{1,63}$/.test(value) ? value : invalid(path);

const flag: Reader<boolean> = (value, path) => (typeof value === 'boolean' ? value : invalid(path));

function oneOf<T extends string>(...words: readonly T[]): Reader<T> {
  return (value, path) => words.find((word) => word === value) ?? invalid(path);
}

function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : read(value, path));
}

function listOf<T>(read: Reader<T>, least: number): Reader<readonly T[]> {
  return (value, path) =>
    Array.isArray(value) && value.length >= least && value.length <= 500
      ? value.map((item, index) => read(item, `${path}[${index}]`))
      : invalid(path);
}

function mapOf<T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, path) =>
    Object.fromEntries(
      Object.entries(fields(value, path)).map(([key, item]) => [key, read(item, `${path}.${key}`)]),
    );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fields(value: unknown, path: string): Fields {
  return isFields(value) ? value : invalid(path);
}

/** Every key must be known and, where nothing is inherited, present. */
function record<T extends object>(readers: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> {
  const known = Object.keys(readers) as (keyof T & string)[];
  return (value, path) => {
    const given = fields(value, path);
    const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
    const stranger = Object.keys(given).find((key) => !Object.hasOwn(readers, key));
    if (stranger !== undefined) return invalid(at(stranger));
    const read: Partial<T> = {};
    for (const key of known) {
      if (!Object.hasOwn(given, key)) return invalid(at(key));
      read[key] = readers[key](given[key], at(key));
    }
    return read as T;
  };
}

const fraction = number(0, 1);

const readQualitativeBand = record<QualitativeBand>({
  from: fraction,
  to: fraction,
  includesUpper: flag,
  words: listOf(text, 0),
});

const readGrade = record<GradeBand>({ from: number(0, 100), word: text });

const readProfile = record<Profile>({
  id,
  title: text,
  kind: oneOf('target', 'rubric'),
  levelWeights: orNull(mapOf(number(0, 1000))),
  tableTotal: number(1, 1000),
  positive: record<Profile['positive']>({ floorRate: orNull(fraction) }),
  reverse: oneOf('reverse-ratio', 'reverse-linear', 'zero-if-exceeded'),
  equal: oneOf('as-positive', 'exact-or-zero'),
  overAchieved: record<Profile['overAchieved']>({ info: number(1, 100), warning: number(1, 100) }),
  execution: record<Profile['execution']>({
    denominator: oneOf('adjusted', 'initial'),
    explainBelow: fraction,
    adjustmentExplainFrom: fraction,
    scoreGap: fraction,
  }),
  qualitative: record<Profile['qualitative']>({ bands: listOf(readQualitativeBand, 1) }),
  rounding: record<Profile['rounding']>({ score: number(0, 6, true), rate: number(0, 8, true) }),
  tolerance: record<Profile['tolerance']>({
    silent: number(0, 100),
    info: number(0, 100),
    error: number(0, 100),
  }),
  heavyIndicator: fraction,
  grades: listOf(readGrade, 1),
  sources: mapOf(text),
});

/** Values that need a source of their own; a group's source covers all of it. */
const SOURCED: readonly string[] = Object.keys(cnMof2020.sources);

/**
 * Reads a profile file's JSON. A file may name a shipped profile in `extends` and give only what
 * differs (objects are merged, lists replaced); each value it changes needs its own source.
 *
 * @throws Failure `profile-unknown` for an unknown `extends`; `profile-invalid` with the path of the
 * first key that is unknown, missing or out of range, or of the value without a source.
 */
export function loadProfile(json: unknown): Profile {
  const given = fields(json, '$');
  const base = Object.hasOwn(given, 'extends')
    ? profileById(text(given['extends'], 'extends'))
    : null;
  const own = Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'extends'));
  const profile = readProfile(base ? merge(base, own) : own, '');
  requireSources(profile, base ? own : null);
  requireOrder(profile);
  if (PROFILES.some((shipped) => shipped.id === profile.id)) invalid('id');
  return profile;
}

function merge(base: object, own: Fields): Fields {
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(own)) {
    const before = merged.get(key);
    const whole = key === 'levelWeights' || !isFields(before) || !isFields(value);
    merged.set(key, whole ? value : merge(before, value));
  }
  return Object.fromEntries(merged);
}

function requireSources(profile: Profile, changed: Fields | null): void {
  const listed = Object.keys(profile.sources).find((path) => !SOURCED.includes(path));
  if (listed !== undefined) invalid(`sources.${listed}`);
  const own = changed && isFields(changed['sources']) ? changed['sources'] : null;
  for (const path of SOURCED) {
    const needed = changed === null || has(changed, path);
    const sourced = changed === null ? profile.sources : (own ?? {});
    if (needed && !Object.hasOwn(sourced, path)) invalid(`sources.${path}`);
  }
}

function has(value: Fields, path: string): boolean {
  let at: unknown = value;
  for (const key of path.split('.')) {
    if (!isFields(at) || !Object.hasOwn(at, key)) return false;
    at = at[key];
  }
  return true;
}

function requireOrder(profile: Profile): void {
  if (profile.overAchieved.info > profile.overAchieved.warning) invalid('overAchieved.warning');
  const { silent, info, error } = profile.tolerance;
  if (silent > info || info > error) invalid('tolerance');
  if (profile.qualitative.bands.some(({ from, to }) => from > to)) invalid('qualitative.bands');
  const falls = profile.grades.every(
    ({ from }, index) => index === 0 || from < (profile.grades[index - 1]?.from ?? 0),
  );
  if (!falls || profile.grades.at(-1)?.from !== 0) invalid('grades');
}
