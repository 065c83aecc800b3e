import type { Message } from '../texts/message';
import type { Comparison } from '../model/quantity';
import type { Profile } from '../model/profile';
import type { RowScore } from '../model/score';
import type { Indicator, MetaField, TableKind } from '../model/table';
import { commensurable } from '../quantity/compare-quantity';
import { comparedInParts, comparedInWords, comparedWithNone } from './compared-words';
import { comparedInStates } from './compared-states';
import { deadline, keptBeforeFestival, keptEachTime } from './deadline';
import { directionOf, isInTime, isUnsureLength, isUnsureMiss, wantedOf } from './direction';
import { comparedWithEach } from './each-of-several';
import { equal } from './equal';
import type { Figures } from './figures';
import { figure, percent, quoted } from './figures';
import { judged, outcome } from './outcome';
import { saysNotApplicable } from '../quantity/not-applicable';
import { isMisreadTarget, isShareOfWhole, onOneScale } from './rate-name';
import { withSaidFigures } from './said-figure';
import { positiveRatio } from './positive-ratio';
import { withFall } from './signed-fall';
import { qualitativeBand } from './qualitative-band';
import { range } from './range';
import { reverse } from './reverse';
import { byOwnRule } from './rubric/own-rule';
import { rubric } from './rubric/score-rubric';

export interface RowContext {
  readonly kind: TableKind;
  readonly profile: Profile;
  /** False where the form has no 分值 column at all. */
  readonly hasWeights: boolean;
  /** The table's year, for deadlines without one. */
  readonly year?: number | null;
  /** The execution rate of the funds block as a fraction, for the rows of a rubric that are about it. */
  readonly execution?: number | null;
  /** The lines above the table, for rows of a rubric that tell nothing themselves. */
  readonly meta?: readonly MetaField[];
}

/**
 * Scores one indicator. Without a weight above 0 there is no score, though the achievement is still
 * computed; without 完成值 nothing is. `judged`: only a person can say.
 */
export function scoreRow(indicator: Indicator, context: RowContext): RowScore {
  const weight = indicator.weight?.value ?? null;
  if (weight === null || weight <= 0) return withoutWeight(indicator, context);
  if (context.profile.notApplicable !== 'ask' && saysNotApplicable(indicator)) {
    return notApplied(weight, context.profile);
  }
  return context.kind === 'rubric'
    ? rubric(indicator, weight, context.execution ?? null, context.profile, context.meta)
    : byOwnRule(indicator, weight, context.profile, scoreTarget(indicator, weight, context));
}

/** 不扣分, or left out and the rest rescaled: as the profile has it. */
function notApplied(weight: number, { notApplicable }: Profile): RowScore {
  const data = { weight: figure(weight) };
  return notApplicable === 'full'
    ? outcome('none', null, weight, 'met', 'scoring.not-applicable-full', data)
    : outcome('none', null, null, 'unscored', 'scoring.not-applicable-rescaled', data);
}

function withoutWeight(indicator: Indicator, context: RowContext): RowScore {
  const key = context.hasWeights ? 'scoring.no-weight' : 'scoring.no-weight-column';
  if (context.kind === 'rubric') return outcome('rubric', null, null, 'unscored', key, {});
  const { method, achievement } = scoreTarget(indicator, 1, context);
  return achievement === null
    ? outcome(method, null, null, 'unscored', key, {})
    : outcome(method, achievement, null, 'unscored', `${key}-rate`, { rate: percent(achievement) });
}

function scoreTarget(written: Indicator, weight: number, context: RowContext): RowScore {
  const indicator = withFall(withSaidFigures(written));
  const { target, actual } = indicator;
  const { profile } = context;
  if (saysNotApplicable(indicator))
    return outcome('none', null, null, 'unscored', 'scoring.not-applicable', {});
  if (actual.kind === 'none')
    return outcome('none', null, null, 'unscored', 'scoring.no-actual', {});
  if (target.kind === 'none') return judged('none', 'scoring.no-target', textsOf(indicator));
  if (keptEachTime(target, actual) !== null) return deadline(target, actual, weight, null);
  const compared =
    comparedWithNone(written) ??
    comparedInWords(written) ??
    comparedInStates(written) ??
    comparedWithEach(written) ??
    comparedInParts(written);
  if (compared !== null) return inWords(compared, weight, textsOf(written));
  // 12月底前发放完毕 beside a day is a deadline, beside 已发放 it is wording.
  if (target.kind === 'qualitative' && target.date && actual.date)
    return deadline(target, actual, weight, context.year ?? null);
  if (keptBeforeFestival(target, actual, context.year ?? null))
    return deadline(target, actual, weight, context.year ?? null);
  if (target.kind === 'qualitative') return qualitativeBand(target, actual, weight, profile);
  if (target.kind === 'date') return deadline(target, actual, weight, context.year ?? null);
  if (isMisreadTarget(indicator)) {
    return judged('none', 'scoring.misread-target', textsOf(indicator));
  }
  const told = directionOf(indicator);
  const direction = told === 'open' ? 'positive' : told;
  const pair = onOneScale(indicator, direction, commensurable(target, actual));
  if ('problem' in pair) {
    const key = pair.problem === 'unit' ? 'scoring.units' : 'scoring.kinds';
    return judged('none', key, textsOf(indicator));
  }
  if (told === 'open' && pair.target !== pair.actual)
    return judged('none', 'scoring.open-direction', textsOf(indicator));
  if (isBeyondWhole(indicator, pair.actual))
    return judged('none', 'scoring.beyond-whole', textsOf(indicator));
  const scored = scoreFigures(
    indicator,
    {
      target: pair.target,
      actual: pair.actual,
      weight,
      unit: target.unit ?? actual.unit,
      targetText: written.target.text,
      actualText: written.actual.text,
      byName: told === 'reverse' && target.op === null && indicator.direction === null,
    },
    direction,
    profile,
  );
  if (pair.target < 0 && scored.status === 'judged' && isBound(target.op))
    return { ...scored, status: 'unmet' };
  if (scored.status === 'unmet' && told === 'positive' && isInTime(indicator))
    return inWords('kept', weight, textsOf(written));
  if (scored.status === 'unmet' && told === 'positive' && isUnsureMiss(indicator, weight))
    return judged('none', 'scoring.open-direction', textsOf(indicator));
  if (told === 'positive' && pair.actual > pair.target && isUnsureLength(indicator))
    return judged('none', 'scoring.open-direction', textsOf(indicator));
  const isRough =
    scored.status === 'unmet' &&
    (scored.achievement ?? 1) >= ABOUT &&
    ROUGH.test(target.text.replace(GLOSS, ''));
  return isRough ? judged('none', 'scoring.rough-target', textsOf(indicator)) : scored;
}

/** 满意度 102%: what no share can be earns nothing until somebody has looked. */
const isBeyondWhole = ({ name, target, actual }: Indicator, value: number): boolean =>
  value > WHOLE &&
  (actual.unit === '%' || (actual.unit === null && target.unit === '%')) &&
  isShareOfWhole(name);
const WHOLE = 100;

/** How many points a miss costs of what has no share is written nowhere. */
const inWords = (compared: 'kept' | 'missed', weight: number, texts: Message['data']): RowScore =>
  compared === 'kept'
    ? outcome('equal', 1, weight, 'met', 'scoring.met-bound', { ...texts, score: figure(weight) })
    : outcome('equal', null, null, 'unmet', 'scoring.words-missed', texts);

/** A signed bound below 0 (增长率 ≥-5%) is kept or not, though no share of it can be told. */
const isBound = (op: Comparison | null): boolean =>
  op === '>=' || op === '>' || op === '<=' || op === '<';

/** 约100人 and 10个左右 are no bounds: how far below still does, a person says, within a fifth (house rule). */
const ABOUT = 0.8;
const ROUGH = /(?:^|[^\u4e00-\u9fff]|[大为共达到])约|大概|\d\D{0,4}(?:左右|上下)/;

const GLOSS = /[(（][^()（）]*[)）]$/;

const textsOf = ({ target, actual }: Indicator): Message['data'] => ({
  target: quoted(target.text),
  actual: quoted(actual.text),
});

function scoreFigures(
  indicator: Indicator,
  figures: Figures,
  direction: Exclude<ReturnType<typeof directionOf>, 'open'>,
  profile: Profile,
): RowScore {
  const { op } = indicator.target;
  if (direction === 'range')
    return range(figures, upperOf(indicator, figures), wantedOf(indicator), profile);
  if (direction === 'equal') return equal(figures, profile);
  // A bare 0 (0起) allows nothing: it is "= 0" whichever way the name reads.
  if (figures.target === 0 && op === null) return equal(figures, profile);
  return direction === 'reverse'
    ? reverse(figures, profile, op === '<')
    : positiveRatio(figures, profile, op === '>');
}

/** A range's upper end in the unit the lower one is compared in. */
function upperOf(indicator: Indicator, figures: Figures): number {
  const { target, actual } = indicator;
  const pair = onOneScale(
    indicator,
    'range',
    commensurable({ ...target, value: target.upper }, actual),
  );
  return 'problem' in pair ? figures.target : pair.target;
}
