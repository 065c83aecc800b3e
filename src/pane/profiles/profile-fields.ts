import { isFields } from '../../model/decode';
import type { Profile } from '../../model/profile';
import { loadProfile } from '../../profiles/load-profile';
import { multiply } from '../../quantity/exact';

/**
 * A value of a profile that a person can set. `percent`: a fraction, shown in hundredths; `optional`:
 * blank means null.
 */
export interface ProfileField {
  /** `execution.explainBelow`; `grades.0.from`. */
  readonly path: string;
  readonly kind: 'number' | 'percent' | 'flag' | 'choice';
  readonly optional?: true;
  readonly choices?: readonly string[];
}

const fixed: readonly ProfileField[] = [
  { path: 'tableTotal', kind: 'number' },
  { path: 'positive.floorRate', kind: 'percent', optional: true },
  {
    path: 'reverse',
    kind: 'choice',
    choices: ['reverse-ratio', 'reverse-linear', 'zero-if-exceeded'],
  },
  { path: 'equal', kind: 'choice', choices: ['as-positive', 'exact-or-zero'] },
  { path: 'overAchieved.info', kind: 'percent' },
  { path: 'overAchieved.warning', kind: 'percent' },
  { path: 'execution.weight', kind: 'number', optional: true },
  {
    path: 'execution.denominator',
    kind: 'choice',
    choices: ['adjusted', 'initial', 'received', 'carried'],
  },
  { path: 'execution.explainBelow', kind: 'percent' },
  { path: 'execution.adjustmentExplainFrom', kind: 'percent' },
  { path: 'execution.scoreGap', kind: 'percent' },
  { path: 'weightDecimals', kind: 'number', optional: true },
  { path: 'notApplicable', kind: 'choice', choices: ['ask', 'full', 'rescale'] },
  { path: 'bonusAllowed', kind: 'flag' },
  { path: 'stepRounding', kind: 'choice', optional: true, choices: ['started', 'full', 'share'] },
  { path: 'rounding.score', kind: 'number' },
  { path: 'tolerance.silent', kind: 'number' },
  { path: 'tolerance.info', kind: 'number' },
  { path: 'tolerance.error', kind: 'number' },
  { path: 'heavyIndicator', kind: 'percent' },
];

/** All that can be set in a profile: its weights by level and its grades as it has them. */
export const fieldsOf = ({ levelWeights, grades }: Profile): readonly ProfileField[] => [
  ...Object.keys(levelWeights ?? {}).map((level): ProfileField => ({
    path: `levelWeights.${level}`,
    kind: 'number',
  })),
  ...fixed,
  ...grades.slice(0, -1).map((_, at): ProfileField => ({
    path: `grades.${String(at)}.from`,
    kind: 'number',
  })),
];

/** The path whose source covers a value: `grades.0.from` → `grades`. */
export const sourcePath = ({ sources }: Profile, path: string): string =>
  Object.keys(sources).find((one) => path === one || path.startsWith(`${one}.`)) ?? path;

const keysOf = (path: string): readonly string[] => path.split('.');

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function childOf(value: unknown, key: string): unknown {
  if (isList(value)) return value[Number(key)];
  return isFields(value) ? value[key] : undefined;
}

/** What the form shows of a value. */
export function fieldText(profile: Profile, { path, kind }: ProfileField): string {
  const value = keysOf(path).reduce<unknown>(childOf, profile);
  if (typeof value === 'number') return String(kind === 'percent' ? multiply(value, 100) : value);
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}

/** What a person typed or chose, as the profile has it; what is no number stays a text and is refused. */
function valueOf({ kind, optional }: ProfileField, text: string): unknown {
  const typed = text.trim().replace(/[%％]$/, '');
  if (typed === '' && optional) return null;
  if (kind === 'flag') return typed === 'true';
  if (kind === 'choice') return typed;
  const number = Number(typed);
  if (typed === '' || !Number.isFinite(number)) return text;
  return kind === 'percent' ? multiply(number, 0.01) : number;
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const child = replaced(childOf(value, key), rest, by);
  if (isList(value)) return value.map((one, at) => (at === Number(key) ? child : one));
  return isFields(value) ? { ...value, [key]: child } : value;
}

/** A copy of a profile that a person changes. */
export interface ProfileDraft {
  readonly title: string;
  /** Where the changed values are from: a document and page, or that it is the unit's own rule. */
  readonly source: string;
  /** By path, as typed; only what differs. */
  readonly typed: Readonly<Record<string, string>>;
}

/**
 * The profile that a draft makes of another one.
 * @throws Failure as `loadProfile`: `profile-invalid` with the path of what cannot be
 */
export function draftedProfile(base: Profile, id: string, draft: ProfileDraft): Profile {
  const fields = fieldsOf(base).filter(({ path }) => draft.typed[path] !== undefined);
  const changed = fields.reduce<unknown>(
    (made, field) =>
      replaced(made, keysOf(field.path), valueOf(field, draft.typed[field.path] ?? '')),
    base,
  );
  const paths = [...new Set(fields.map(({ path }) => sourcePath(base, path)))];
  const own = <T>(value: T): Record<string, T> =>
    Object.fromEntries(paths.map((path) => [path, value]));
  return loadProfile({
    ...(isFields(changed) ? changed : {}),
    id,
    title: draft.title.trim(),
    sources: { ...base.sources, ...own(draft.source.trim()) },
    marks: { ...base.marks, ...own('house') },
  });
}
