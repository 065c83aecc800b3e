import { subtract, sum } from '../../quantity/exact';
import { sameUnit } from './in-unit';
import { isZero, pointsOf } from './item-points';
import type { Item } from './items';
import type { Reading } from './reading';
import { rivalFacts } from './rivals';
import { isDue, pairTold, percentTold, shareOfPair, type RowFacts } from './row-facts';
import type { Clause } from './standard';
import { one, stepPoints } from './steps';

/** It gives points for each of what it counts; 未完成项不得分 gives none for any. */
export const isGain = (item: Item): boolean =>
  item.kind === 'award' && item.per?.kind === 'count' && !isZero(item);

/** 每增加一项得0.5分,最多得2分: points that are counted up, not down. */
export function gained({ items, points }: Clause, facts: RowFacts): Reading | null {
  const named = gainedByName(items, facts, points);
  if (named) return named;
  const [gain] = items.filter((item) => item.kind === 'award' && item.per);
  // 满分10分 behind it says the weight once more.
  const others = items.filter(
    (item) =>
      item !== gain &&
      !isZero(item) &&
      !(item.clause === '' && pointsOf(item, points)[0] === points),
  );
  if (!gain?.per || gain.points === 'full' || others.length > 0) return null;
  if (gain.per.kind === 'percent')
    return gainedByShare(gain, gain.per.amount, gain.points[0], facts, points);
  const { unit, amount } = gain.per;
  const told = facts.figures.filter((figure) => sameUnit(figure.unit, unit) && !figure.open);
  // 5项指标,完成4项: each of those that were done.
  const pair = told.length === 2 ? pairTold(facts) : null;
  const figure = pair?.done ?? told[0];
  // 每延迟1天 gains nothing.
  if (/[迟滞延逾晚超]/.test(gain.per.what)) return null;
  if (told.length > (pair ? 2 : 1) || !figure || (!pair && isDue(figure))) return null;
  if (facts.fragments.length > (pair ? 2 : 1)) return null;
  const least = Math.floor(figure.value / amount) * gain.points[0];
  const most = Math.min(points, gain.cap ?? points);
  return { span: one(Math.min(most, least)), rule: gain.text, fact: facts.text, sum: '' };
}

/** 每完成10%得1分: so many points for each part of the rate. */
function gainedByShare(
  gain: Item,
  amount: number,
  each: number,
  facts: RowFacts,
  points: number,
): Reading | null {
  const told = percentTold(facts, facts.name);
  const pair = told ? null : pairTold(facts);
  const share = told
    ? told.values.length === 1
      ? told.values[0]
      : null
    : pair && shareOfPair(pair);
  const risen = told || pair ? null : risenBy(gain, facts);
  const from = risen === null ? gainsFrom(gain.per) : 0;
  const reached = risen ?? share;
  if (reached === null || reached === undefined || reached < 0 || from === null) return null;
  const most = Math.min(points, gain.cap ?? points);
  const [low, high] = stepPoints(Math.max(0, subtract(reached, from)), amount, each, gain.rounding);
  return {
    span: [Math.min(most, low), Math.min(most, high)],
    rule: gain.text,
    fact: told?.said ?? facts.text,
    sum: '',
  };
}

const RISES = /提高|提升|上升|增加|增长/;

/** 提高6个百分点 beside 每提高1个百分点得2分. */
function risenBy({ condition }: Item, { figures }: RowFacts): number | null {
  const [risen, second] = figures;
  if (!risen || second || risen.open || !/百分点$/.test(risen.unit)) return null;
  return RISES.test(condition) && RISES.test(risen.label) ? risen.value : null;
}

/** 每高于60%一个百分点: the share from which points are gained, 0 for each part of the rate; null where it is not told. */
function gainsFrom(per: Item['per']): number | null {
  const bound = /-?\d+(?:\.\d+)?/.exec(per?.bound ?? '')?.[0];
  if (bound !== undefined) return Number(bound);
  return per?.bound === '' && !/[高超多]/.test(per.what) ? 0 : null;
}

const NOTHING = /^(?:无|没有|未)(?:获得?|取得|受到|得到)?[^,]{0,8}$/;

/** 国家级表彰加2分,省级表彰加1分: the points of what the row names once; none where it says that there is none. */
function gainedByName(items: readonly Item[], facts: RowFacts, points: number): Reading | null {
  const named = items.filter((item) => !isZero(item));
  const bonuses = named.filter(({ bonus, per, clause }) => bonus && per === null && clause !== '');
  if (bonuses.length === 0 || bonuses.length < named.length) return null;
  const rule = bonuses.map(({ text }) => text).join(';');
  const most = Math.min(points, ...items.flatMap(({ cap }) => cap ?? []));
  const given = (gains: number): Reading => ({
    span: one(Math.min(most, gains)),
    rule,
    fact: facts.text,
    sum: '',
  });
  if (facts.fragments.length === 1 && NOTHING.test(facts.text)) return given(0);
  // Whether two of a kind give twice the points is not said.
  if (facts.figures.some(({ value }) => value !== 1)) return null;
  const own = rivalFacts(bonuses, facts);
  if (own === 'unclear' || own.size === 0 || own.size < facts.fragments.length) return null;
  return given(sum([...own.keys()].map((item) => pointsOf(item, points)[1])));
}
