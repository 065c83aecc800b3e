import type { Profile } from '../../model/profile';
import { percent } from '../../scoring/figures';
import { listed, speaker, type Texts } from '../../texts/catalogue';
import type { PaneKey } from '../../texts/zh-CN/pane';
import { sourcePath } from './profile-fields';

type NameOf<K> = K extends `pane.profiles.field.${infer Rest}` ? Rest : never;
/** A value that has a name, or one of those it may have. */
type FieldName = NameOf<PaneKey>;

/** Every one of them: a name left out does not compile. */
const FIELD_NAMES: Readonly<Record<FieldName, true>> = {
  levelWeights: true,
  tableTotal: true,
  'positive.floorRate': true,
  reverse: true,
  'reverse=reverse-ratio': true,
  'reverse=reverse-linear': true,
  'reverse=zero-if-exceeded': true,
  equal: true,
  'equal=as-positive': true,
  'equal=exact-or-zero': true,
  overAchieved: true,
  'overAchieved.info': true,
  'overAchieved.warning': true,
  'overAchieved.deduct': true,
  'execution.weight': true,
  'execution.denominator': true,
  'execution.denominator=adjusted': true,
  'execution.denominator=initial': true,
  'execution.denominator=received': true,
  'execution.denominator=carried': true,
  'execution.steps': true,
  'execution.tiers': true,
  'execution.totalCaps': true,
  'execution.explainBelow': true,
  'execution.adjustmentExplainFrom': true,
  'execution.scoreGap': true,
  'qualitative.bands': true,
  optionalLevels: true,
  weightDecimals: true,
  notApplicable: true,
  'notApplicable=ask': true,
  'notApplicable=full': true,
  'notApplicable=rescale': true,
  bonusAllowed: true,
  stepRounding: true,
  'stepRounding=started': true,
  'stepRounding=full': true,
  'stepRounding=share': true,
  'rounding.score': true,
  'rounding.rate': true,
  'tolerance.silent': true,
  'tolerance.info': true,
  'tolerance.error': true,
  heavyIndicator: true,
  grades: true,
};

const isFieldName = (path: string): path is FieldName => Object.hasOwn(FIELD_NAMES, path);

/**
 * What a value is called: `execution.explainBelow`, or one of those it may have: `equal=exact-or-zero`.
 * Weights and grades are called after their level and word.
 */
export function fieldName(profile: Profile, path: string, texts: Texts<PaneKey>): string {
  const say = speaker('pane', texts);
  const [head, at = ''] = path.split('.');
  if (head === 'levelWeights' && at !== '') return say('profiles.level', { level: at });
  if (head === 'grades' && at !== '') {
    return say('profiles.grade', { word: profile.grades[Number(at)]?.word ?? '' });
  }
  return isFieldName(path) ? say(`profiles.field.${path}`) : path;
}

/** A value as it is told: a share in hundredths, a list or a map in its parts. */
export function valueWords(
  profile: Profile,
  path: string,
  value: unknown,
  texts: Texts<PaneKey>,
): string {
  const say = speaker('pane', texts);
  const list = (parts: readonly string[]): string => listed(parts, texts.language);
  if (value === null || value === undefined) return say('profiles.unset');
  if (typeof value === 'boolean') return say(value ? 'profiles.yes' : 'profiles.no');
  if (typeof value === 'string') return fieldName(profile, `${path}=${value}`, texts);
  if (typeof value === 'number') return SHARES.has(path) ? percent(value) : String(value);
  if (path === 'levelWeights' || sourcePath(profile, path) === 'levelWeights') {
    return list(Object.entries(value).map(([level, points]) => `${level} ${String(points)}`));
  }
  if (path === 'grades') {
    return list(profile.grades.map(({ from, word }) => `${word} ${String(from)}`));
  }
  if (path === 'execution.totalCaps') {
    return list(
      (profile.execution.totalCaps ?? []).map(({ below, most }) =>
        say('profiles.cap', { below: percent(below), most }),
      ),
    );
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
