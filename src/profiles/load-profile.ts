import {
  fits,
  fitting,
  flag,
  isFields,
  listOf,
  mapOf,
  misfit,
  number,
  only,
  orNull,
  placeText,
  record,
  text,
  type Fields,
  type Shape,
} from '../model/decode';
import { Failure } from '../model/failure';
import { KNOWN_COLUMNS, type KnownColumns } from '../model/known-columns';
import type {
  ExecutionTier,
  GradeBand,
  Profile,
  QualitativeBand,
  TotalCap,
} from '../model/profile';
import type { TableKind } from '../model/table';
import type { Language } from '../texts/catalogue';
import { cnMof2020 } from './cn-mof-2020';
import { nearestKey } from './nearest-key';
import { cnRubric, SHIPPED } from './shipped';

/** The shipped profiles, in the order in which they are offered. */
export const PROFILES: readonly Profile[] = SHIPPED.map(({ profile }) => profile);

const DEFAULTS: Readonly<Record<TableKind, Profile>> = { target: cnMof2020, rubric: cnRubric };

/** The profile of a table for which none was chosen. */
export const defaultProfile = (kind: TableKind): Profile => DEFAULTS[kind];

/** A profile's title; one from a person's own file has but the title it came with. */
export function profileTitle({ id, title }: Profile, language: Language): string {
  if (language === 'zh-CN') return title;
  const shipped = SHIPPED.find(({ profile }) => profile.id === id && profile.title === title);
  return shipped?.english ?? title;
}

/** @throws Failure `profile-unknown` with the ids there are. */
export function profileById(id: string): Profile {
  const found = PROFILES.find((profile) => profile.id === id);
  if (found) return found;
  throw new Failure('profile-unknown', {
    id,
    known: PROFILES.map(({ id: known }) => known),
  });
}

function invalid(path: string): never {
  throw new Failure('profile-invalid', { path });
}

const range = (least: number, most: number): Shape<number> => number({ least, most });
const fraction = range(0, 1);
const words = text({ pattern: /\S/, most: 500 });

const BAND = record<QualitativeBand>({
  from: fraction,
  to: fraction,
  includesUpper: flag,
  words: listOf(words, { most: 500 }),
});

const GRADE = record<GradeBand>({ from: range(0, 100), word: words });

/** A profile file that builds on no other. */
export const PROFILE = record<Profile>({
  id: text({ pattern: /^[a-z][a-z0-9-]{1,63}$/ }),
  title: words,
  kind: only('target', 'rubric'),
  levelWeights: orNull(mapOf(range(0, 1000))),
  optionalLevels: listOf(words, { most: 20 }),
  weightDecimals: orNull(number({ least: 0, most: 6, whole: true })),
  tableTotal: range(1, 1000),
  positive: record<Profile['positive']>({ floorRate: orNull(fraction) }),
  reverse: only('reverse-ratio', 'reverse-linear', 'zero-if-exceeded'),
  equal: only('as-positive', 'exact-or-zero'),
  overAchieved: record<Profile['overAchieved']>({
    info: range(1, 100),
    warning: range(1, 100),
    deduct: orNull(
      record<{ from: number; points: number }>({ from: range(1, 100), points: range(0, 100) }),
    ),
  }),
  execution: record<Profile['execution']>({
    weight: orNull(range(0, 100)),
    denominator: only('adjusted', 'initial', 'received', 'carried'),
    steps: orNull(
      record<{ fullFrom: number; lossPerPoint: number }>({
        fullFrom: fraction,
        lossPerPoint: range(0, 100),
      }),
    ),
    tiers: orNull(
      listOf(record<ExecutionTier>({ from: fraction, share: orNull(fraction) }), {
        least: 2,
        most: 20,
      }),
    ),
    totalCaps: orNull(
      listOf(record<TotalCap>({ below: fraction, most: range(0, 1000) }), { least: 1, most: 20 }),
    ),
    explainBelow: fraction,
    adjustmentExplainFrom: fraction,
    scoreGap: fraction,
  }),
  qualitative: record<Profile['qualitative']>({ bands: listOf(BAND, { least: 1, most: 500 }) }),
  notApplicable: only('ask', 'full', 'rescale'),
  bonusAllowed: flag,
  stepRounding: only('started', 'full', 'share', null),
  rounding: record<Profile['rounding']>({
    score: number({ least: 0, most: 6, whole: true }),
    rate: number({ least: 0, most: 8, whole: true }),
  }),
  tolerance: record<Profile['tolerance']>({
    silent: range(0, 100),
    info: range(0, 100),
    error: range(0, 100),
  }),
  heavyIndicator: fraction,
  grades: listOf(GRADE, { least: 1, most: 500 }),
  sources: mapOf(words),
  marks: mapOf(only('regulation', 'practice', 'house')),
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
export const loadProfile = (json: unknown): Profile => loadProfileFile(json).profile;

/** What a profile file gives: the profile, and the columns named in forms that go with it. */
export interface ProfileFile {
  readonly profile: Profile;
  readonly columns: readonly KnownColumns[];
}

/** @throws Failure as `loadProfile`, with a path under `columns` where those cannot be read */
export function loadProfileFile(json: unknown): ProfileFile {
  if (!isFields(json)) return invalid('$');
  const { columns = [], ...own } = json;
  if (!fits(KNOWN_COLUMNS, columns))
    return invalid(placeText(['columns', ...(misfit(KNOWN_COLUMNS, columns) ?? [])]));
  return { profile: readProfile(own), columns };
}

function readProfile(json: Fields): Profile {
  const { extends: parent, ...own } = json;
  const base = Object.hasOwn(json, 'extends')
    ? profileById(fitting(words, parent) ?? invalid('extends'))
    : null;
  const profile = base ? withOwnMarks(merge(base, own), own) : merge(firstRelease(own), own);
  if (!fits(PROFILE, profile)) return refuse(profile);
  requireSources(profile, base ? own : null);
  requireMarks(profile);
  requireOrder(profile);
  if (PROFILES.some((shipped) => shipped.id === profile.id)) invalid('id');
  return profile;
}

/** Values that a profile of the first release did not have. */
const LATER: readonly string[] = [
  'optionalLevels',
  'weightDecimals',
  'notApplicable',
  'overAchieved.deduct',
  'execution.weight',
  'execution.steps',
  'execution.tiers',
  'execution.totalCaps',
  'bonusAllowed',
  'stepRounding',
];

/** What a whole file of the first release leaves unsaid: as the profile of its kind has it, and marked as ours. */
function firstRelease(own: Fields): Fields {
  const usual = own['kind'] === 'rubric' ? cnRubric : cnMof2020;
  const { overAchieved, execution, optionalLevels, weightDecimals } = usual;
  const { notApplicable, bonusAllowed, stepRounding } = usual;
  const { weight, steps, tiers, totalCaps } = execution;
  const unsaid = LATER.filter((path) => !has(own, path));
  return {
    ...(isFields(own['overAchieved']) ? { overAchieved: { deduct: overAchieved.deduct } } : {}),
    ...(isFields(own['execution']) ? { execution: { weight, steps, tiers, totalCaps } } : {}),
    optionalLevels,
    weightDecimals,
    notApplicable,
    bonusAllowed,
    stepRounding,
    ...(isFields(own['sources'])
      ? { sources: Object.fromEntries(unsaid.map((path) => [path, '文件里没有写，按通用口径'])) }
      : {}),
    ...(Object.hasOwn(own, 'marks')
      ? {}
      : { marks: Object.fromEntries(SOURCED.map((path) => [path, 'house'])) }),
  };
}

/** Says where a file differs, and which known key a stranger is nearest to. */
function refuse(profile: unknown): never {
  const place = misfit(PROFILE, profile) ?? [];
  const near = nearestKey(PROFILE, place);
  if (near !== null) throw new Failure('profile-key', { path: placeText(place), near });
  return invalid(placeText(place));
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

/** What a file changes without saying of what kind its source is counts as a rule of its house. */
function withOwnMarks(merged: Fields, own: Fields): Fields {
  const { marks } = merged;
  if (!isFields(marks)) return merged;
  const given = isFields(own['marks']) ? own['marks'] : {};
  const house = SOURCED.filter((path) => has(own, path) && !Object.hasOwn(given, path));
  return {
    ...merged,
    marks: { ...marks, ...Object.fromEntries(house.map((path) => [path, 'house'])) },
  };
}

function requireMarks({ marks }: Profile): void {
  const stranger = Object.keys(marks).find((path) => !SOURCED.includes(path));
  if (stranger !== undefined) invalid(`marks.${stranger}`);
  const missing = SOURCED.find((path) => !Object.hasOwn(marks, path));
  if (missing !== undefined) invalid(`marks.${missing}`);
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
  const caps = profile.execution.totalCaps ?? [];
  const rises = caps.every(
    ({ below }, index) => index === 0 || below > (caps[index - 1]?.below ?? 0),
  );
  if (!rises) invalid('execution.totalCaps');
  const { steps, tiers } = profile.execution;
  if (tiers !== null && (steps !== null || !areFalling(tiers))) invalid('execution.tiers');
  if (!areFalling(profile.grades)) invalid('grades');
}

/** From the highest down to 0. */
const areFalling = (bands: readonly { readonly from: number }[]): boolean =>
  bands.at(-1)?.from === 0 &&
  bands.every(({ from }, index) => index === 0 || from < (bands[index - 1]?.from ?? 0));
