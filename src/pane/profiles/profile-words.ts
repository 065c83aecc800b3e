import type { Profile } from '../../model/profile';
import { percent } from '../../scoring/figures';
import { listed, speaker, type Texts } from '../../texts/catalogue';
import type { PaneKey } from '../../texts/zh-CN/pane';
import { valueAt } from '../../profiles/changed-values';
import { PROFILE_FIELDS } from './profile-fields';
import { listText } from './profile-lists';

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

/** What a value is called: `execution.explainBelow`, or one of those it may have: `equal=exact-or-zero`. */
export const fieldName = (path: string, texts: Texts<PaneKey>): string =>
  isFieldName(path) ? speaker('pane', texts)(`profiles.field.${path}`) : path;

/** A value of a profile as it is told: a share in hundredths, a list in its parts, bands by their lower ends. */
export function valueWords(profile: Profile, path: string, texts: Texts<PaneKey>): string {
  const say = speaker('pane', texts);
  const value = valueAt(profile, path);
  const parts =
    path === 'qualitative.bands'
      ? listed(
          profile.qualitative.bands.map(({ from }) => percent(from)),
          texts.language,
        )
      : listText(profile, path, texts.language);
  if (parts !== null && parts !== '') return parts;
  if (typeof value === 'boolean') return say(value ? 'profiles.yes' : 'profiles.no');
  if (typeof value === 'string') return fieldName(`${path}=${value}`, texts);
  if (typeof value === 'number') return SHARES.has(path) ? percent(value) : String(value);
  return say('profiles.unset');
}

const SHARES: ReadonlySet<string> = new Set(
  PROFILE_FIELDS.flatMap(({ path, kind }) => (kind === 'percent' ? [path] : [])),
);

type HowOf<K> = K extends `pane.profiles.how.${infer Rest}` ? Rest : never;
/** Values that are typed as one text, and so are told how to be written. */
const WRITTEN: Readonly<Record<HowOf<PaneKey>, true>> = {
  levelWeights: true,
  optionalLevels: true,
  'overAchieved.deduct': true,
  'execution.steps': true,
  'execution.tiers': true,
  'execution.totalCaps': true,
  'qualitative.bands': true,
  grades: true,
};

const isWritten = (path: string): path is HowOf<PaneKey> => Object.hasOwn(WRITTEN, path);

/** How a value of several parts is typed; null for the others. */
export const howToWrite = (path: string, texts: Texts<PaneKey>): string | null =>
  isWritten(path) ? speaker('pane', texts)(`profiles.how.${path}`) : null;
