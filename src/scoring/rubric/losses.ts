import { quotient, subtract } from '../../quantity/exact';
import { type Interval, intervalsIn } from './interval';
import type { Item } from './items';
import type { Per } from './per-unit';
import { pairTold, percentTold, type RowFacts, shareOfPair } from './row-facts';
import { sameUnit } from './score-tiers';
import { join, one, type Span, stepPoints } from './steps';
import { countLoss } from './count-loss';
import type { Told } from './figures-told';

/** What a rule by steps takes off, and the distance it was counted from. */
export interface Loss {
  readonly span: Span;
  readonly fact: string;
  /** In the unit of the step; null where only things were counted. */
  readonly distance: number | null;
  /** The side on which a share lies of the bound it was counted from; null where the fact tells it. */
  readonly side: 'over' | 'under' | null;
}

const sideOf = ({ side }: Per): Loss['side'] => (side === 'over' || side === 'under' ? side : null);

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
    return (
      timeLoss(item, per, before, facts, points) ?? shortLoss(item, per, before, facts, points)
    );
  if (per.kind === 'measure') return shortLoss(item, per, before, facts, points);
  const short = /少|低|缺|不足|减/.test(per.what)
    ? shortLoss(item, { ...per, side: 'under' }, before, facts, points)
    : null;
  return short ?? countLoss(item, per, facts, points);
}

const loss = (item: Item, per: Per, distance: number, points: number, fact: string): Loss => ({
  span: stepPoints(distance, per.amount, points, item.rounding),
  fact,
  distance: Math.max(0, distance),
  side: null,
});

function distanceFrom(anchor: number, value: number, side: Per['side']): number {
  const distance = subtract(value, anchor);
  if (side === 'apart') return Math.abs(distance);
  return side === 'under' ? -distance : distance;
}

const WHAT_WAS_DUE = '(?:预算|计划|概算|目标|标准|定额|编制|规定|限额|核定|年初|控制数?)*';
const LABELLED_OVER = new RegExp(
  `(?:超|高出|高于|多|增加|增长|提高|上升|上涨|突破)[过出支了]{0,2}${WHAT_WAS_DUE}$`,
);
const LABELLED_UNDER = new RegExp(
  `(?:低|少|差|不足|短|减少|降低|下降|压减|压缩|缺口?|欠)[于了]?${WHAT_WAS_DUE}$`,
);

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

const CHANGE = /变动|调整|增长|追加|结余|结转|偏差|调剂|负债|控制率/;

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
  const pair = CHANGE.test(facts.name) && per.side !== 'under' ? null : pairTold(facts);
  const share = pair ? shareOfPair(pair) : null;
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
  const words = before
    .map(({ condition }) => condition)
    .concat(item.condition.replace(/每[^,;。]*$/, ''));
  for (const text of [...words].reverse()) {
    const bound = intervalsIn(text)
      .filter(({ unit, bare }) => unit === '%' || (unit === '' && bare))
      .at(-1);
    if (bound) return boundFor(bound, per.side);
  }
  const said = words.join(',');
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

/** 目标95%: what the row itself says was due. */
function plannedTold({ figures }: RowFacts): number | null {
  const planned = figures.filter(({ label }) => /目标|计划|达标线|标准|要求|规定/.test(label));
  const [target] = planned;
  return planned.length === 1 && target ? target.value : null;
}

function boundFor({ low, high }: Interval, side: Per['side']): number | null {
  if (side === 'under') return low?.value ?? high?.value ?? null;
  return high?.value ?? low?.value ?? null;
}

/** A share of what was to be done is whole at 100; a change is none at 0. */
function usualAnchor(side: Per['side'], words: string): number | null {
  if (/变动率|调整率|增长率|追加率/.test(words)) return side === 'under' ? null : 0;
  if (side === 'under')
    return /(?:完成|执行|到位|支付|支出|达标|合格|及时|覆盖|落实|兑现|公开)[^,;。]{0,4}[率度]|完成率/.test(
      words,
    )
      ? 100
      : null;
  if (side === 'over') return /控制率/.test(words) ? 100 : null;
  return /进度|完成|计划|预算/.test(words) ? 100 : null;
}

/** In days where the unit is days or weeks, in months where it is months or years. */
const SCALES: Readonly<Record<string, readonly [string, number]>> = {
  天: ['天', 1],
  日: ['天', 1],
  周: ['天', 7],
  工作日: ['工作日', 1],
  月: ['月', 1],
  季度: ['月', 3],
  季: ['月', 3],
  年: ['月', 12],
  小时: ['小时', 1],
  分钟: ['分钟', 1],
};
const scaleOf = (unit: string): readonly [string, number] | null =>
  SCALES[unit.replace(/^个/, '')] ?? null;

const LATE = /滞后|延迟|延期|延误|逾期|推迟|迟|晚|滞留|拖|超期|超时|超/;
const IN_TIME =
  /按时|按期|及时|如期|按规定时间|准时|提前|未(?:滞|延|逾|超|拖|推)|没有(?:滞|延|逾|超|拖)|无(?:滞|延|逾|拖)/;

function timeLoss(
  item: Item,
  per: Per,
  before: readonly Item[],
  facts: RowFacts,
  points: number,
): Loss | null {
  const asked = scaleOf(per.unit);
  if (!asked) return null;
  const told = facts.figures.filter(({ unit, label, after }) => {
    const scale = scaleOf(unit);
    return scale?.[0] === asked[0] && (LATE.test(label + after) || (label === '' && after === ''));
  });
  const [late] = told;
  if (per.side !== 'late') return null;
  const ordinal = ordinalLoss(item, per, before, facts, points);
  if (ordinal) return ordinal;
  if (told.length === 1 && late && !late.open) {
    const scale = scaleOf(late.unit);
    const distance = quotient([late.value, scale?.[1] ?? 1], [asked[1]], 9) ?? 0;
    return loss(item, per, distance, points, `${late.label}${late.value}${late.unit}`);
  }
  const said = facts.fragments.find(({ text }) => IN_TIME.test(text));
  return told.length === 0 && said && facts.figures.length === 0
    ? { span: one(0), fact: said.text, distance: 0, side: null }
    : null;
}

/** 第36日 where 30日内 was asked for. */
function ordinalLoss(
  item: Item,
  per: Per,
  before: readonly Item[],
  facts: RowFacts,
  points: number,
): Loss | null {
  const [told] = facts.figures;
  if (facts.figures.length !== 1 || !told?.label.endsWith('第') || !sameUnit(told.unit, per.unit))
    return null;
  const bound = boundBefore(item, before, per);
  return bound === null
    ? null
    : loss(
        item,
        per,
        subtract(told.value, bound),
        points,
        `${told.label}${told.value}${told.unit}`,
      );
}

/** 1000公斤以上,每少100公斤扣5分: from the bound before it, in its unit. */
function shortLoss(
  item: Item,
  per: Per,
  before: readonly Item[],
  facts: RowFacts,
  points: number,
): Loss | null {
  const told = facts.figures.filter(({ unit, open }) => sameUnit(unit, per.unit) && !open);
  const [figure] = told;
  if (told.length !== 1 || !figure) return null;
  // 少报2期 of 12期 is what is missing, not what there is.
  const said = figure.label + figure.after;
  const direct =
    per.side === 'under' ? /少(?!于)|缺|差|欠|漏|未/.test(said) : LABELLED_OVER.test(figure.label);
  const fact = `${figure.label}${figure.value}${figure.unit}`;
  if (direct) return loss(item, per, figure.value, points, fact);
  const anchor = boundBefore(item, before, per);
  return anchor === null
    ? null
    : loss(item, per, distanceFrom(anchor, figure.value, per.side), points, fact);
}

/** The bound last named before 每, in the unit that the steps count. */
function boundBefore(item: Item, before: readonly Item[], per: Per): number | null {
  const words = before
    .map(({ condition }) => condition)
    .concat(item.condition.replace(/每[^,;。]*$/, ''));
  const bound = words
    .flatMap((text) => intervalsIn(text).filter(({ unit }) => sameUnit(unit, per.unit)))
    .at(-1);
  return bound ? boundFor(bound, per.side === 'late' ? 'over' : per.side) : null;
}
