import type { Profile } from '../../model/profile';
import { percent } from '../../scoring/figures';
import { speaker, type Texts } from '../../texts/catalogue';
import type { PaneKey } from '../../texts/zh-CN/pane';
import { sourcePath } from './profile-fields';

type FieldKey = Extract<PaneKey, `pane.profiles.field.${string}`>;
type Name<K> = K extends `pane.profiles.field.${infer Rest}` ? Rest : never;

const isFieldKey = (key: string, { entries }: Texts<PaneKey>): key is FieldKey =>
  key.startsWith('pane.profiles.field.') && Object.hasOwn(entries, key);

/**
 * What a value is called: `execution.explainBelow`, or one of those it may have: `reverse=exact`.
 * Weights and grades are called after their level and word.
 */
export function fieldName(profile: Profile, path: string, texts: Texts<PaneKey>): string {
  const say = speaker('pane', texts);
  const [head, at = ''] = path.split('.');
  if (head === 'levelWeights' && at !== '') return say('profiles.level', { level: at });
  if (head === 'grades' && at !== '') {
    return say('profiles.grade', { word: profile.grades[Number(at)]?.word ?? '' });
  }
  const key = `pane.profiles.field.${path}`;
  return isFieldKey(key, texts) ? say(`profiles.field.${nameOf(key)}`) : path;
}

const nameOf = <K extends FieldKey>(key: K): Name<K> =>
  key.slice('pane.profiles.field.'.length) as Name<K>;

/** A value as it is told: a share in hundredths, a list or a map in its parts. */
export function valueWords(
  profile: Profile,
  path: string,
  value: unknown,
  texts: Texts<PaneKey>,
): string {
  const say = speaker('pane', texts);
  if (value === null || value === undefined) return say('profiles.unset');
  if (typeof value === 'boolean') return say(value ? 'profiles.yes' : 'profiles.no');
  if (typeof value === 'string') return fieldName(profile, `${path}=${value}`, texts);
  if (typeof value === 'number') return SHARES.has(path) ? percent(value) : String(value);
  if (path === 'levelWeights' || sourcePath(profile, path) === 'levelWeights') {
    return Object.entries(value)
      .map(([level, points]) => `${level} ${String(points)}`)
      .join('、');
  }
  if (path === 'grades') {
    return profile.grades.map(({ from, word }) => `${word} ${String(from)}`).join('、');
  }
  if (path === 'execution.totalCaps') {
    return (profile.execution.totalCaps ?? [])
      .map(({ below, most }) => say('profiles.cap', { below: percent(below), most }))
      .join('、');
  }
  return say('profiles.otherwise');
}

const SHARES: ReadonlySet<string> = new Set([
  'positive.floorRate',
  'overAchieved.info',
  'overAchieved.warning',
  'execution.explainBelow',
  'execution.adjustmentExplainFrom',
  'execution.scoreGap',
  'heavyIndicator',
]);
