import { compares } from './comparison';
import { intervalsIn, type Interval } from './interval';
import type { Item } from './items';
import type { Per } from './per-unit';
import {
  allOfThem,
  pairTold,
  percentTold,
  rateOfPair,
  shareOfPair,
  type RowFacts,
} from './row-facts';
import { amountLoss, beforeStep, boundBefore } from './amount-loss';
import { quotient } from '../../quantity/exact';
import { amountsIn } from './in-unit';
import {
  boundFor,
  distanceFrom,
  LABELLED_OVER,
  LABELLED_UNDER,
  loss,
  sideOf,
  type Loss,
} from './loss';
import { timeLoss } from './time-loss';
import { join, one, stepPoints } from './steps';
import { countLoss } from './count-loss';
import type { Told } from './figures-told';

/** What a rule counted by 每 costs by the facts of a row; null where they tell nothing of it. */
export function lossOf(
  item: Item,
  before: readonly Item[],
  facts: RowFacts,
  points: number,
): Loss | null {
  const { per } = item;
  if (!per) return null;
  if (per.kind === 'percent') return percentLoss(item, per, before, facts, points);
  if (per.kind === 'time')
    // 每有一个月未完成: months counted as things.
    return /[未没不]/.test(per.what)
      ? countLoss(item, per, facts, points)
      : (timeLoss(item, per, before, facts, points) ??
          amountLoss(item, per, before, facts, points));
  if (per.kind === 'measure') return amountLoss(item, per, before, facts, points);
  const side = amountSide(per.what);
  const short = side ? amountLoss(item, { ...per, side }, before, facts, points) : null;
  // 培训510人,缺课8人 beside 培训人数≥500人,每少10人: held against the bound, whatever else is missing.
  if (!short && side && isBeyondBound(item, per, before, facts)) return null;
  return short ?? countLoss(item, per, facts, points);
}

const isBeyondBound = (item: Item, per: Per, before: readonly Item[], facts: RowFacts): boolean => {
  const bound = boundBefore(item, before, per, facts);
  const told = amountsIn(facts.figures, per.unit);
  return bound !== null && told.length > 1 && told.some(({ value }) => value >= bound);
};

/** 少1次, 超1人: things counted from what was due, and on which side. */
export const amountSide = (what: string): 'under' | 'over' | 'apart' | null =>
  /多(?:于)?或者?少|少(?:于)?或者?多/.test(what)
    ? 'apart'
    : /少|低|缺|不足|减/.test(what)
      ? 'under'
      : /^(?:超|多)(?!.*(?:标准|范围))/.test(what)
        ? 'over'
        : null;

/** 超3个百分点, 差2.7%: the distance itself. */
function toldDistance(facts: RowFacts, side: Per['side']): Told | null {
  const found = facts.figures.filter(({ unit, label }) => {
    const isPoints = /百分点|个点/.test(unit);
    if (!isPoints && unit !== '%') return false;
    const over = LABELLED_OVER.test(label);
    const under = LABELLED_UNDER.test(label);
    if (!over && !under) return false;
    return side === 'apart' || (side === 'under' ? under : over);
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function percentLoss(
  item: Item,
  per: Per,
  before: readonly Item[],
  facts: RowFacts,
  points: number,
): Loss | null {
  const anchor = anchorOf(item, per, before, facts);
  const shares = facts.figures.filter(({ unit }) => unit === '%');
  const direct = toldDistance(facts, per.side);
  const rest = shares.filter((share) => share !== direct);
  if (direct && rest.length === 0) {
    // 增长5.5% under 变动率≤0 is the rate itself, and the same distance.
    if (direct.open || (anchor !== null && anchor !== 0 && direct.value > 60)) return null;
    return loss(item, per, direct.value, points, `${direct.label}${direct.value}${direct.unit}`);
  }
  const ofDue = shareOfBound(before, facts) ?? shareOfCompared(before, facts);
  if (ofDue !== null)
    return {
      ...loss(item, per, distanceFrom(100, ofDue, per.side), points, facts.text),
      side: sideOf(per),
    };
  if (anchor === null) return null;
  const measure = percentTold(facts, facts.name + item.condition);
  if (measure) {
    if (measure.values.some((value) => value < 0))
      return negativeLoss(per, anchor, measure.values, measure.said);
    const spans = measure.values.map((value) =>
      stepPoints(distanceFrom(anchor, value, per.side), per.amount, points, item.rounding),
    );
    return {
      span: join(spans),
      fact: measure.said,
      distance: Math.max(0, distanceFrom(anchor, measure.values[0] ?? 0, per.side)),
      side: sideOf(per),
    };
  }
  if (shares.length > 0) return null;
  const pair = pairTold(facts);
  const share = pair && rateOfPair(pair, facts.name);
  if (share !== null)
    return {
      ...loss(item, per, distanceFrom(anchor, share, per.side), points, facts.text),
      side: sideOf(per),
    };
  if (facts.figures.length === 0 && facts.execution !== null && per.side === 'under') {
    return loss(
      item,
      per,
      distanceFrom(anchor, facts.execution, per.side),
      points,
      `${facts.execution}%`,
    );
  }
  return wordedPercent(item, per, anchor, facts, points);
}

/** 到位资金20亿元得满分,完成率每下降5%扣1分, and 18亿元: the one amount of a row as a share of what earns all the points. */
function shareOfBound(before: readonly Item[], { figures }: RowFacts): number | null {
  const [figure, ...more] = figures;
  const bounds = before.flatMap(({ clause }) => intervalsIn(clause));
  const [bound] = bounds;
  if (!figure || more.length > 0 || bounds.length !== 1 || !bound) return null;
  if (['', '%', '分', '年'].includes(bound.unit) || bound.unit.endsWith('点')) return null;
  const due = bound.low ?? bound.high;
  const [own] = amountsIn(figures, bound.unit);
  return own && due && due.value > 0 ? quotient([own.value, 100], [due.value], 9) : null;
}

/** 实际成本≤计划成本得满分,每超1%扣1分, and both costs: what the steps are shares of is what the two were compared by. */
function shareOfCompared(before: readonly Item[], facts: RowFacts): number | null {
  const pair = pairTold(facts);
  return pair && facts.figures.length === 2 && before.some(({ clause }) => compares(clause))
    ? shareOfPair(pair)
    : null;
}

/** A fall where the rule speaks of rises only: nothing is lost where falling is not missing. */
function negativeLoss(
  per: Per,
  anchor: number,
  values: readonly number[],
  fact: string,
): Loss | null {
  const under = values.every((value) => value <= anchor);
  return per.side === 'over' && under && values.length === 1
    ? { span: one(0), fact, distance: 0, side: null }
    : null;
}

const WHOLE = /足额|全额|全部(?!未)|全面完成|已全部/;
const WITHIN =
  /未超|没有超|不超|控制在.{0,8}(?:以内|内|范围)|未突破|零增长|未增加|没有增加|未调整|无调整|未追加|未发生/;

function wordedPercent(
  item: Item,
  per: Per,
  anchor: number,
  facts: RowFacts,
  points: number,
): Loss | null {
  if (per.side === 'under' && allOfThem(facts))
    return { span: one(0), fact: facts.text, distance: 0, side: null };
  if (facts.figures.length > 0 || facts.fragments.length !== 1) {
    const [bare] = facts.figures;
    const alone =
      facts.fragments.length === 1 &&
      facts.figures.length === 1 &&
      bare?.unit === '' &&
      !bare.open &&
      bare.label.length <= 10;
    if (!alone || bare.value <= 1.5) return null;
    return loss(
      item,
      per,
      distanceFrom(anchor, bare.value, per.side),
      points,
      `${bare.label}${bare.value}`,
    );
  }
  const met =
    per.side === 'under'
      ? WHOLE.test(facts.text) && !/[未没不]/.test(facts.text)
      : WITHIN.test(facts.text);
  return met ? { span: one(0), fact: facts.text, distance: 0, side: null } : null;
}

/** The bound from which the steps are counted, in hundredths; null where the standard tells none. */
function anchorOf(item: Item, per: Per, before: readonly Item[], facts: RowFacts): number | null {
  const inside = /-?\d+(?:\.\d+)?/.exec(per.bound);
  if (inside) return Number(inside[0]);
  if (per.bound !== '') return plannedTold(facts);
  const words = before.map(({ condition }) => condition).concat(beforeStep(item.condition));
  for (const text of [...words].reverse()) {
    const bound = intervalsIn(text)
      .filter(({ unit, bare }) => unit === '%' || (unit === '' && bare))
      .at(-1);
    if (bound) return per.side === 'apart' ? nearEnd(bound, facts) : boundFor(bound, per.side);
  }
  const said = words.join(',');
  const target = facts.figures.filter(
    ({ label, unit }) => /^目标值?$/.test(label) && isShare(unit),
  );
  if (target.length === 1 && target[0]) return target[0].value;
  if (/达标线?|目标值|计划值|指标值|预定目标|年初目标/.test(said + item.condition))
    return plannedTold(facts);
  if (/足额|全部|全额|完成预算|完成任务/.test(said)) return 100;
  if (
    per.side === 'over' &&
    /(?:不|未)超(?:过|出)?(?:年初|批复)?(?:预算|计划|概算|标准)/.test(said)
  )
    return 100;
  return usualAnchor(per.side, facts.name + said);
}

/** 在75%-95%之间,每偏离1个百分点: from the end that the one share of the row lies beyond. */
function nearEnd(bound: Interval, { figures }: RowFacts): number | null {
  const { low, high } = bound;
  if (!low || !high) return boundFor(bound, 'apart');
  const [only, ...more] = figures.filter(({ unit }) => unit === '%');
  if (!only || more.length > 0) return null;
  return Math.min(high.value, Math.max(low.value, only.value));
}

/** 目标5000万元 is no bound of a share. */
const isShare = (unit: string): boolean => unit === '%' || unit === '';

/** 目标95%: what the row itself says was due. */
function plannedTold({ figures }: RowFacts): number | null {
  const planned = figures.filter(
    ({ label, unit }) => /目标|计划|达标线|标准|要求|规定/.test(label) && isShare(unit),
  );
  const [target] = planned;
  return planned.length === 1 && target ? target.value : null;
}

/** A share of what was to be done is whole at 100; a change is none at 0. */
function usualAnchor(side: Per['side'], words: string): number | null {
  if (/变动率|调整率|增长率|追加率/.test(words)) return side === 'under' ? null : 0;
  if (side === 'under')
    return /(?:完成|执行|到位|支付|支出|达标|合格|及时|覆盖|落实|兑现|公开)[^,;。]{0,4}[率度]|完成率|完成(?:年初|年度|全年)?(?:预算|计划|目标|任务)/.test(
      words,
    )
      ? 100
      : null;
  if (side === 'over') return /控制率/.test(words) ? 100 : null;
  return /进度|完成|计划|预算/.test(words) ? 100 : null;
}
