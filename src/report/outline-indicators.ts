import type { Finding } from '../model/finding';
import { grouped } from '../model/grouped';
import type { Profile } from '../model/profile';
import type { RowScore, TableResult } from '../model/score';
import type { Indicator } from '../model/table';
import { subtract, sum } from '../quantity/exact';
import { isLeftOut, saysNotApplicable } from '../quantity/not-applicable';
import { doubtsOf, isAboveFull, rowDoubts, toCheck, wronglyScored, type Telling } from './doubts';
import { fundsRows } from './funds-rows';
import { lostPoints, tally } from './outline-counts';
import { evidenceOf, percentOf, unnumbered, withUnit } from './outline-words';
import type { Say } from './sheet-cells';

interface Row {
  readonly at: number;
  readonly indicator: Indicator;
  readonly row: RowScore;
  /** What speaks against its cells. */
  readonly doubts: readonly Finding[];
  /** Whether it speaks against what was wanted or done, so that neither is told. */
  readonly isUntold: boolean;
}

/**
 * What a level's indicators came to: one sentence of counts, what was reached in one sentence, and
 * one for each row that missed its target or went beyond it. What `check` calls an error is no fact:
 * a place to check stands there instead.
 */
export function indicatorParagraphs(
  result: TableResult,
  indexes: readonly number[],
  telling: Telling,
): string[] {
  const { profile } = result;
  const rows = indexes.flatMap((index): Row[] => {
    const [indicator, row] = [result.table.indicators[index], result.rows[index]];
    if (!indicator || !row) return [];
    const doubts = rowDoubts(result, indicator);
    const values = [indicator.targetCell, indicator.actualCell];
    const isUntold = doubtsOf(result, values).some((doubt) => doubts.includes(doubt));
    return [{ at: index, indicator, row, doubts, isUntold }];
  });
  const isPlain = (one: Row): boolean =>
    isReached(one, profile) && one.doubts.length === 0 && !isAboveFull(one.indicator);
  const { plain = [], others = [] } = Object.fromEntries(
    grouped(rows, (one) => (isPlain(one) ? 'plain' : 'others')),
  );
  return [
    ...counts(result, rows, telling),
    ...reached(plain, telling),
    ...others.map((one) => sentence(one, result, telling)),
  ];
}

const isReached = ({ indicator, row }: Row, profile: Profile): boolean =>
  row.status === 'met' && indicator.actual.kind !== 'none' && !lostPoints(indicator, profile);

/** 产出指标设10项，达到年度目标7项，未达到2项，其余1项不能按数值比较，分值50分，得48.91分。 */
function counts(result: TableResult, rows: readonly Row[], { say }: Telling): string[] {
  const { table, profile } = result;
  const own = rows.filter(({ indicator }) => indicator.parent === null);
  const levels = new Set(own.map(({ indicator }) => indicator.level1));
  const [level] = levels;
  if (own.length === 0 || levels.size > 1) return [];
  const name = countedName(result, own, level, say);
  if (name === null) return [];
  const parts = tally(result, own, say);
  const counting = own.filter(({ indicator }) => !isLeftOut(indicator, profile));
  const weights = counting.map(({ indicator }) => indicator.weight?.value ?? null);
  const scores = counting.map(({ indicator, row }) => indicator.score?.value ?? row.score);
  const isWrong = wronglyScored(
    result,
    own.map(({ at }) => at),
  ).length;
  if (isWrong === 0 && (table.kind === 'target' || parts.length > 1)) {
    if (weights.every((weight) => weight !== null) && scores.every((score) => score !== null)) {
      parts.push(say('outline.countPoints', { weight: sum(weights), score: sum(scores) }));
    }
  }
  const text = parts.join(say('outline.comma')) + say('outline.stop');
  return [say('outline.counted', { level: name, text })];
}

/** 社会效益、可持续影响: of a level that is told in several places what is told here; null where that has no names. */
function countedName(
  { table }: TableResult,
  own: readonly Row[],
  level: string | null | undefined,
  say: Say,
): string | null {
  const isOther = ({ level1, parent }: Indicator): boolean => level1 === level && parent === null;
  if (table.indicators.filter(isOther).length === own.length) return levelName(level, say);
  const told = [...new Set(own.map(({ indicator }) => indicator.level2))];
  const isWhole = table.indicators
    .filter((one) => isOther(one) && told.includes(one.level2))
    .every((one) => own.some(({ indicator }) => indicator === one));
  if (!isWhole || told.length > MOST_NAMED || told.includes(null)) return null;
  return told.map((one) => levelName(one, say)).join(say('outline.listComma'));
}

const MOST_NAMED = 4;

const levelName = (level: string | null | undefined, say: Say): string =>
  level ? unnumbered(level) : say('summary.noLevel');

/** 新建集中供水工程12处、工程验收合格率100%，达到年度目标。 */
function reached(rows: readonly Row[], { say }: Telling): string[] {
  if (rows.length === 0) return [];
  const things = rows.map(({ indicator }) => said(indicator, say)).join(say('outline.listComma'));
  return [say('outline.reached', { things })];
}

const COUNTED = /(?:数量|个数|总数)$/;

/** The name with what was done, as a unit would say it: 更换智能水表4836只. */
function said(indicator: Indicator, say: Say): string {
  const { actual, target } = indicator;
  const name = unnumbered(indicator.name);
  const isNumber = actual.kind === 'number';
  // Where the actual is a bare number it is in the unit of its target.
  const text = withUnit(isNumber ? { ...actual, unit: actual.unit ?? target.unit } : actual);
  if (isNumber || actual.kind === 'percent') {
    const unit = actual.unit ?? (isNumber ? target.unit : null) ?? '';
    const short = name.replace(COUNTED, '');
    const bare = unit !== '' && short.endsWith(unit) ? short.slice(0, -unit.length) : short;
    // 指标3 with 9批次 would read as 39批次; 改造项目 with a bare 1 as nothing.
    return /^\d/.test(text) && bare.length > 1 && !/[\dA-Za-z]$/.test(bare) && !/\d$/.test(text)
      ? bare + text
      : say('outline.valueOf', { name, text });
  }
  return say('outline.valueOf', { name, text });
}

/** 更换智能水表4836只，年度目标≥5200只，完成率93%，未达到年度目标 */
function compared({ indicator, row }: Row, say: Say): string[] {
  const { target, actual, targetCell } = indicator;
  const parts: string[] = [];
  if (actual.kind !== 'none') parts.push(said(indicator, say));
  else {
    parts.push(unnumbered(indicator.name));
    if (targetCell !== null)
      parts.push(say('outline.missing', { what: say('outline.prompt.actual') }));
  }
  if (target.kind !== 'none') parts.push(say('outline.aim', { text: withUnit(target) }));
  if (row.achievement !== null) {
    parts.push(say('outline.achievement', { rate: percentOf(row.achievement) }));
  }
  if (row.status === 'unmet') parts.push(say('outline.isUnmet'));
  if (row.status === 'over') parts.push(say('outline.isOver'));
  return parts;
}

/** A row that the profile scores as one that does not apply is not asked what was done. */
const told = (one: Row, profile: Profile, say: Say): string[] =>
  profile.notApplicable !== 'ask' && saysNotApplicable(one.indicator)
    ? [unnumbered(one.indicator.name), say('outline.notApplicable')]
    : compared(one, say);

/** 更换智能水表4836只，年度目标≥5200只，完成率93%，未达到年度目标，分值5分，得4.65分。 */
function sentence(one: Row, result: TableResult, telling: Telling): string {
  const { say } = telling;
  const { profile, table } = result;
  const { indicator, doubts } = one;
  const { target, actual } = indicator;
  const isAbove = doubts.length === 0 && isAboveFull(indicator);
  const isRubric = table.kind === 'rubric';
  const parts = one.isUntold
    ? [unnumbered(indicator.name)]
    : isRubric
      ? [withEvidence(one, result, say)]
      : told(one, profile, say);
  if (doubts.length === 0 && !isAbove) parts.push(...points(one, profile, say));
  if (parts.length === 1 && !isRubric && actual.kind === 'none' && target.kind === 'none')
    parts.push(say('outline.missing', { what: say('outline.prompt.actual') }));
  const text = parts.join(say('outline.comma')) + say('outline.stop');
  const { score, weight } = indicator;
  if (!isAbove) return text + toCheck(doubts, telling);
  const above = { score: score?.value ?? 0, weight: weight?.value ?? 0 };
  return text + say('outline.toCheck', { what: say('outline.pointsDoubted', above) });
}

/** 改造户数完成率：计划改造2450户，完成2401户: what the form says was done, unless told with the funds. */
function withEvidence({ at, indicator }: Row, result: TableResult, say: Say): string {
  const name = unnumbered(indicator.name);
  const text = evidenceOf(indicator);
  return text === null || fundsRows(result).includes(at)
    ? name
    : say('outline.indicator', { name, text });
}

function points({ indicator, row }: Row, profile: Profile, say: Say): string[] {
  const score = indicator.score?.value ?? row.score;
  const weight = indicator.weight?.value ?? null;
  if (weight !== null && isLeftOut(indicator, profile))
    return [say('outline.rowLeftOut', { weight })];
  if (score === null || weight === null) return [];
  const lost = subtract(weight, score);
  const text = say('outline.rowPoints', { weight, score });
  return lost > 0 ? [text, say('outline.rowLost', { lost })] : [text];
}
