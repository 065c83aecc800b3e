import { once } from '../../model/remember';
import type { ColumnRole, ContentsReason } from '../../model/table';
import { sum } from '../../quantity/exact';
import type { Contents } from './column-contents';

/** How well contents suit a role: 0 not at all, 1 as well as can be. */
export interface Fit {
  readonly points: number;
  readonly because: ContentsReason;
}

/** Roles that contents can tell without a word of the head. */
export const TOLD_BY_CONTENTS = [
  'weight',
  'score',
  'target',
  'actual',
  'reason',
  'name',
] as const satisfies readonly ColumnRole[];
export type ToldRole = (typeof TOLD_BY_CONTENTS)[number];

/** The column that a role's fit is measured against: score against weight, actual against target. */
export type PartnerOf = (role: ToldRole) => Contents | null;

const none = (because: ContentsReason): Fit => ({ points: 0, because });
const shareOf = (part: number, all: number): number => (all === 0 ? 0 : part / all);

/** Points of a whole form (100, or 90 beside the funds' 10), or of one that counts to 1. */
const WHOLE = [100, 90, 1, 0.9];
const isWhole = (total: number): boolean => WHOLE.some((whole) => Math.abs(total - whole) < 0.011);
/** Less than this of the rows filled says nothing of a column of points. */
const MOST = 0.5;
/** So many scores above their weight may be mistakes; more are no scores. */
const FEW = 1 / 3;
const EPSILON = 1e-9;

/** How a column's contents suit a role; `null` where only the partner could tell and there is none. */
export function fitOf(role: ToldRole, own: Contents, partner: PartnerOf): Fit {
  switch (role) {
    case 'weight':
      return weightFit(own);
    case 'score':
      return scoreFit(own, partner('weight'));
    case 'target':
      return targetFit(own, partner('actual'));
    case 'actual':
      return actualFit(own, partner('target'));
    case 'reason':
      return reasonFit(own);
    case 'name':
      return nameFit(own);
  }
}

/** Points that miss the whole are a mistake to be found, and no sign that they are none. */
const NOT_WHOLE = 0.4;

/** Those of levels in rows of their own are in the column too: twice or three times the whole is one as well. */
const isWholeTimes = (total: number): boolean => [1, 2, 3].some((times) => isWhole(total / times));

/** Points add up to a whole. */
const weightFit = once(({ figures, rows }: Contents): Fit => {
  const points = [...figures.values()];
  if (shareOf(points.length, rows) < MOST || points.length < 2) return none('adds-up');
  if (points.some((point) => point <= 0 || point > 100)) return none('adds-up');
  const total = sum(points);
  // A sum that nothing calls so is one of the figures: the last, unless another list stands beside.
  const whole =
    isWholeTimes(total) || points.some((point) => isWhole(point) && isWholeTimes(total - point));
  return { points: whole ? 1 : NOT_WHOLE, because: 'adds-up' };
});

/** Scores stand beside the weights, never above them, and most near them. */
function scoreFit({ figures, rows }: Contents, weight: Contents | null): Fit {
  if (shareOf(figures.size, rows) < MOST / 2 || figures.size < 2) return none('never-above');
  if (!weight || weight.figures.size < 2) {
    const total = sum([...figures.values()]);
    return { points: total >= 40 && total <= 100 ? 0.4 : 0, because: 'never-above' };
  }
  let beside = 0;
  let near = 0;
  let above = 0;
  for (const [row, score] of figures) {
    const most = weight.figures.get(row);
    if (most === undefined) continue;
    if (score < 0) return none('never-above');
    if (score > most + EPSILON) above++;
    beside++;
    if (score >= most / 2) near++;
  }
  if (shareOf(beside, figures.size) < MOST || shareOf(above, beside) > FEW)
    return none('never-above');
  const points = 0.5 + 0.5 * shareOf(near, beside);
  return { points: points * (1 - shareOf(above, beside)), because: 'never-above' };
}

const WORDED = 0.35;

function targetFit(own: Contents, actual: Contents | null): Fit {
  const { filled, measured, compared, sentences, figures, rows } = own;
  if (shareOf(filled, rows) < MOST / 2) return none('measured');
  const like = actual ? likeness(actual)(own) : 0;
  const short = shareOf(filled - sentences, filled);
  const points = 0.5 * shareOf(measured, filled) + 0.4 * shareOf(compared, filled) + 0.2 * short;
  const bare = shareOf(figures.size, filled) === 1 ? 0.1 : 0;
  // What is to be reached may be told in words alone: 提高, 健全.
  const worded = WORDED * short;
  return { points: Math.min(1, Math.max(like, points + bare, worded)), because: 'measured' };
}

/** What was done is told in the target's unit, in its own words, or as done. */
function actualFit(own: Contents, target: Contents | null): Fit {
  if (own.filled === 0) return none('like-target');
  if (!target) {
    const told = shareOf(own.done + own.measured, own.filled);
    return { points: Math.min(0.6, told * 0.6), because: 'like-target' };
  }
  return { points: likeness(own)(target), because: 'like-target' };
}

/** How much of what a column says could be what became of the target beside it: asked in many readings. */
const likeness = once((own: Contents) =>
  once((target: Contents): number => likenessOf(own, target)),
);

function likenessOf(own: Contents, target: Contents): number {
  let like = 0;
  for (const [row, text] of own.texts) {
    const unit = target.units.get(row);
    const same = target.texts.get(row) === text;
    const sameUnit = unit !== undefined && own.units.get(row) === unit;
    const bare = own.figures.has(row) && target.texts.has(row);
    const split = unit === undefined && own.values.has(row) && target.values.has(row);
    const bothDates = target.dates.has(row) && own.dates.has(row);
    if (same || sameUnit || bothDates) like += 1;
    else if (bare || split) like += 0.8;
    else if (isInWords(own.units.get(row), target, row)) like += 0.8;
    else if (isSameThing(text, target.texts.get(row) ?? '')) like += 0.9;
    else if (DONE_WORD.test(text)) like += target.values.has(row) ? 0.6 : 0.9;
    else if (target.texts.has(row) && !target.units.has(row) && !own.units.has(row)) like += 0.4;
  }
  return shareOf(like, own.filled);
}

/** 平均0.4次 beside 最多跑一次: the unit stands in the words of the target. */
const isInWords = (unit: string | undefined, { units, texts }: Contents, row: number): boolean =>
  unit !== undefined && !units.has(row) && (texts.get(row) ?? '').includes(unit);

/** 零投诉 and 未发生, 不高于上年 and 较上年下降3.6%: short words about the same. */
const isSameThing = (done: string, asked: string): boolean =>
  (NOTHING.test(done) && NOTHING.test(asked)) ||
  (done.length <= LONGEST_STATE &&
    Array.from(done, (_, at) => done.slice(at, at + 2)).some(
      (pair) => /^[\u4e00-\u9fff]{2}$/.test(pair) && asked.includes(pair),
    ));
const LONGEST_STATE = 14;
const NOTHING = /^(?:零|无|杜绝|没有|未发生|不发生|未出现|全年未|全年无)/;
const DONE_WORD = /完成|达成|达到|实现|落实|达标|建成|办结|到位/;

/** Most rows need no reason; those that have one tell it in sentences. */
function reasonFit({ filled, sentences, figures, rows }: Contents): Fit {
  if (filled === 0) return { points: 0.1, because: 'sentences' };
  if (figures.size > 0) return none('sentences');
  const told = shareOf(sentences, filled);
  const sparse = shareOf(filled, rows) <= 2 / 3 ? 1 : 0.4;
  return { points: told * sparse, because: 'sentences' };
}

/** Names differ from row to row and are neither figures nor quantities nor whole sentences. */
function nameFit({ filled, distinct, figures, measured, sentences, rows }: Contents): Fit {
  if (shareOf(filled, rows) < MOST || figures.size > 0) return none('distinct');
  const points = shareOf(distinct, filled) - shareOf(measured + sentences / 2, filled);
  return { points: Math.max(0, points), because: 'distinct' };
}
