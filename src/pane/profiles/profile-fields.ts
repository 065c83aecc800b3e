import { isFields } from '../../model/decode';
import type { Profile } from '../../model/profile';
import { valueAt } from '../../profiles/changed-values';
import { loadProfile } from '../../profiles/load-profile';
import { multiply } from '../../quantity/exact';
import type { Language } from '../../texts/catalogue';
import { listText, readList } from './profile-lists';

/**
 * A value of a profile that a person can set. `percent`: a fraction, shown in hundredths; `list`: of several
 * parts, typed as one text; `optional`: blank means null.
 */
export interface ProfileField {
  /** `execution.explainBelow`: as in `Profile.sources`. */
  readonly path: string;
  readonly kind: 'number' | 'percent' | 'flag' | 'choice' | 'list';
  readonly optional?: true;
  readonly choices?: readonly string[];
}

const list = (path: string): ProfileField => ({ path, kind: 'list' });

/** All that can be set in a profile. */
export const PROFILE_FIELDS: readonly ProfileField[] = [
  list('levelWeights'),
  list('optionalLevels'),
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
  list('overAchieved.deduct'),
  { path: 'execution.weight', kind: 'number', optional: true },
  {
    path: 'execution.denominator',
    kind: 'choice',
    choices: ['adjusted', 'initial', 'received', 'carried'],
  },
  list('execution.steps'),
  list('execution.tiers'),
  list('execution.totalCaps'),
  { path: 'execution.explainBelow', kind: 'percent' },
  { path: 'execution.adjustmentExplainFrom', kind: 'percent' },
  { path: 'execution.scoreGap', kind: 'percent' },
  list('qualitative.bands'),
  { path: 'weightDecimals', kind: 'number', optional: true },
  { path: 'notApplicable', kind: 'choice', choices: ['ask', 'full', 'rescale'] },
  { path: 'bonusAllowed', kind: 'flag' },
  { path: 'stepRounding', kind: 'choice', optional: true, choices: ['started', 'full', 'share'] },
  { path: 'rounding.score', kind: 'number' },
  { path: 'rounding.rate', kind: 'number' },
  { path: 'tolerance.silent', kind: 'number' },
  { path: 'tolerance.info', kind: 'number' },
  { path: 'tolerance.error', kind: 'number' },
  { path: 'heavyIndicator', kind: 'percent' },
  list('grades'),
];

/** What the form shows of a value. */
export function fieldText(
  profile: Profile,
  { path, kind }: ProfileField,
  language: Language,
): string {
  if (kind === 'list') return listText(profile, path, language) ?? '';
  const value = valueAt(profile, path);
  if (typeof value === 'number') return String(kind === 'percent' ? multiply(value, 100) : value);
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}

/** What a person typed or chose, as the profile has it; what is no number stays a text and is refused. */
function valueOf({ path, kind, optional }: ProfileField, text: string): unknown {
  if (kind === 'list') return readList(path, text);
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
  return isFields(value) ? { ...value, [key]: replaced(value[key], rest, by) } : value;
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
  const fields = PROFILE_FIELDS.filter(({ path }) => draft.typed[path] !== undefined);
  const changed = fields.reduce<unknown>(
    (made, field) =>
      replaced(made, field.path.split('.'), valueOf(field, draft.typed[field.path] ?? '')),
    base,
  );
  const own = <T>(value: T): Record<string, T> =>
    Object.fromEntries(fields.map(({ path }) => [path, value]));
  return loadProfile({
    ...(isFields(changed) ? changed : {}),
    id,
    title: draft.title.trim(),
    sources: { ...base.sources, ...own(draft.source.trim()) },
    marks: { ...base.marks, ...own('house') },
  });
}
