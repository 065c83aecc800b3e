import { isZero, pointsOf } from './item-points';
import { multiply } from '../../quantity/exact';
import { agreement, withSigns } from './agreement';
import { amountsIn, saidOf } from './in-unit';
import { holds, type Interval } from './interval';
import type { Reading } from './reading';
import {
  allOfThem,
  isDue,
  pairTold,
  percentTold,
  rateOfPair,
  type Measure,
  type RowFacts,
} from './row-facts';
import { isExemption, type Tier } from './tiers';
import type { Item } from './items';
import { speaksOf } from './veto';
import { join, type Span } from './steps';

/** The points of the tier that the row's figure lies in; the points of two where an end is nobody's. */
export function scoreTiers(
  tiers: readonly Tier[],
  others: readonly Item[],
  facts: RowFacts,
  weight: number,
): Reading | null {
  const exempt = exemption(others, facts, weight);
  if (exempt) return exempt;
  const worded = wordedTier(others, facts, weight);
  if (worded) return worded;
  if (tiers.some(({ also }) => also !== null)) return scorePairs(tiers, facts, weight);
  const measure = measureFor(tiers, facts);
  if (!measure) return null;
  const scale = scaleOf(tiers);
  const spans: Span[] = [];
  let rule = '';
  for (const value of measure.values) {
    const found = tierOf(tiers, multiply(value, scale), weight);
    if (!found) return null;
    spans.push(found.span);
    rule = found.rule;
  }
  return { span: join(spans), rule, fact: measure.said, sum: '' };
}

/** 按期完工 where the full marks are for just that, 未公开 where that gets nothing. */
function wordedTier(others: readonly Item[], facts: RowFacts, weight: number): Reading | null {
  const zero = others.filter((item) => !isExemption(item) && isZero(item));
  for (const item of zero) {
    const said = facts.fragments.find(
      ({ text, told }) =>
        told.length === 0 && (text === item.clause || speaksOf(text, item.condition)),
    );
    if (said) return { span: pointsOf(item, weight), rule: item.text, fact: said.text, sum: '' };
  }
  const [said] = facts.fragments;
  if (!said || facts.fragments.length !== 1 || facts.figures.length > 0) return null;
  const item = others.find(
    (one) =>
      !isExemption(one) &&
      agreement(said.text, one.clause) === 'yes' &&
      withSigns(said.text).includes('¬') === withSigns(one.clause).includes('¬'),
  );
  return item ? { span: pointsOf(item, weight), rule: item.text, fact: said.text, sum: '' } : null;
}

/** Tiers of two figures: each has its own tier, and where they differ either may be meant. */
function scorePairs(tiers: readonly Tier[], facts: RowFacts, weight: number): Reading | null {
  const second = tiers.map((tier): Tier => ({ ...tier, interval: tier.also, also: null }));
  const first = tiers.map((tier): Tier => ({ ...tier, also: null }));
  const shares = scoreTiers(first, [], facts, weight);
  const others = scoreTiers(second, [], facts, weight);
  if (!shares || !others) return null;
  return {
    span: join([shares.span, others.span]),
    rule: shares.rule,
    fact: `${shares.fact};${others.fact}`,
    sum: '',
  };
}

/** 没有楼堂馆所项目的按满分: the row says that there is nothing to score. */
export function exemption(
  others: readonly Item[],
  facts: RowFacts,
  weight: number,
): Reading | null {
  for (const item of others) {
    const said = facts.fragments.find(
      ({ text }) => agreement(text, item.condition) === 'yes' && /无|没|未|不/.test(text),
    );
    if (said && item.points === 'full')
      return { span: [weight, weight], rule: item.text, fact: said.text, sum: '' };
    if (said && item.points !== 'full')
      return { span: item.points, rule: item.text, fact: said.text, sum: '' };
  }
  return null;
}

/** 0.9 in a standard and 90% in a row are one figure. */
function scaleOf(tiers: readonly Tier[]): number {
  const bounds = tiers
    .flatMap(({ interval }) => [interval?.low?.value, interval?.high?.value])
    .filter((end) => end !== undefined);
  const bare = tiers.every(({ interval }) => interval === null || interval.unit === '');
  return bare && bounds.every((end) => Math.abs(end) <= 1) && bounds.some((end) => end > 0)
    ? 0.01
    : 1;
}

const CHANGE = /变动|调整|增长|追加|结余|结转|偏差|偏离|差异|下降|调剂|负债|节约/;
/** 年初预算500万元,未调整. */
const UNCHANGED =
  /^(?:年中|全年|本年度?)?(?:预算)?(?:无|未|没有)(?:进行|发生|作)?(?:预算)?(?:调整|追加|变动)$/;
const ALL = /全部|全额|足额|全面|均已|都已|100%/;

/** The figure of a row that its tiers speak of. */
export function measureFor(tiers: readonly Tier[], facts: RowFacts): Measure | null {
  const unit = tiers.find(({ interval }) => (interval?.unit ?? '') !== '')?.interval?.unit ?? '';
  const about = facts.name + tiers.map(({ text }) => text).join('');
  if (unit === '%' || unit === '') {
    const told = percentTold(facts, about);
    if (told) return told;
    if (facts.figures.some((figure) => figure.unit === '%')) return null;
  }
  if (unit !== '%' && unit !== '') {
    return amountMeasure(facts, unit);
  }
  const changes = CHANGE.test(facts.name);
  const unchanged = facts.fragments.find(({ text }) => UNCHANGED.test(text));
  if (changes && unchanged && !facts.figures.some(({ unit: own }) => own === '%'))
    return { values: [0], said: unchanged.text };
  const pair = pairTold(facts);
  const share = pair && rateOfPair(pair, facts.name);
  if (share !== null) return { values: [share], said: facts.text };
  if (facts.figures.length === 0 && facts.execution !== null) {
    return { values: [facts.execution], said: `${facts.execution}%` };
  }
  if (!changes && allOfThem(facts)) return { values: [100], said: facts.text };
  return facts.figures.length > 0 ? bareFigure(facts) : measureInWords(tiers, facts);
}

/** The one figure of a row that says no unit: a share where it is no more than 1, else per cent. */
function bareFigure({ figures, fragments }: RowFacts): Measure | null {
  const [bare] = figures;
  if (!bare || figures.length > 1 || fragments.length !== 1) return null;
  if (bare.unit !== '' || bare.label.length > 8 || bare.open) return null;
  const small = Math.abs(bare.value) <= 1 && bare.value !== 0;
  return {
    values: [small ? multiply(bare.value, 100) : bare.value],
    said: `${bare.label}${bare.value}`,
  };
}

/** Per cent said without a figure: 超额完成, 未调整, 全部到位. */
function measureInWords(tiers: readonly Tier[], facts: RowFacts): Measure | null {
  const changes = CHANGE.test(facts.name);
  if (tiers.some(({ interval }) => interval?.low?.value === 100 && !interval.low.closed)) {
    if (/^(?:已|均|全部)*超额?(?:完成|实现)/.test(facts.text))
      return { values: [101], said: facts.text };
    if (/^(?:已|均|全部)*完成(?:任务|目标|计划)?$/.test(facts.text))
      return { values: [100], said: facts.text };
  }
  if (
    changes &&
    /^(?:年末|年底|全年|本年|当年)?(?:无|没有|未|不)[^,]{0,4}(?:调整|追加|变动|调剂|结转|结余|增加)|^(?:预算)?(?:无|未|没有)调整/.test(
      facts.text,
    )
  ) {
    return { values: [0], said: facts.text };
  }
  return !changes &&
    ALL.test(facts.text) &&
    !/未|没|不/.test(facts.text) &&
    facts.fragments.length === 1
    ? { values: [100], said: facts.text }
    : null;
}

interface Found {
  readonly span: Span;
  readonly rule: string;
}

/** The tier that a value lies in; the points of two where an end is nobody's. */
export function tierOf(tiers: readonly Tier[], value: number, weight: number): Found | null {
  const known = tiers.filter(({ interval }) => interval !== null);
  const ends = known.map(({ interval }) => (interval ? ownership(interval, value, known) : false));
  const sure = known.filter((_, index) => ends[index] === true);
  const open = known.filter((_, index) => ends[index] === null);
  // =0 before 0-10%: the narrower tier is meant.
  const narrowest = sure.filter((tier) =>
    sure.every((other) => other === tier || widerThan(other.interval, tier.interval)),
  );
  const [first] = sure.filter(({ interval }) => isPoint(interval)).concat(narrowest, sure);
  if (first) {
    const span = pointsAt(first, known, weight);
    return span && allAgree(first, sure) ? { span, rule: first.text } : null;
  }
  if (open.length > 0) {
    const spans = open.map((tier) => pointsAt(tier, known, weight));
    if (spans.some((span) => span === null)) return null;
    return {
      span: join(spans.filter((span) => span !== null)),
      rule: open.map(({ text }) => text).join(';'),
    };
  }
  const rest = tiers.find(({ interval }) => interval === null);
  return rest?.points ? { span: rest.points, rule: rest.text } : null;
}

/** Two tiers that both hold a figure must be one inside the other (≥60% beside ≥90%), the narrower first. */
function allAgree(first: Tier, sure: readonly Tier[]): boolean {
  if (sure.length === 1 || isPoint(first.interval)) return true;
  return sure.every((tier) => tier === first || widerThan(tier.interval, first.interval));
}

function widerThan(a: Interval | null, b: Interval | null): boolean {
  if (!a || !b) return false;
  const low = a.low === null || (b.low !== null && a.low.value <= b.low.value);
  const high = a.high === null || (b.high !== null && a.high.value >= b.high.value);
  return low && high;
}

const isPoint = (interval: Interval | null): boolean =>
  interval?.low !== null &&
  interval?.low !== undefined &&
  interval.low.value === interval.high?.value;

/** Points that a standard does not print are known only at the top of its scale: the weight. */
function pointsAt(tier: Tier, tiers: readonly Tier[], weight: number): Span | null {
  if (tier.points) return tier.points;
  const tops = tiers.map(({ interval }) => interval?.low?.value ?? -Infinity);
  const own = tier.interval?.low?.value ?? -Infinity;
  return own === Math.max(...tops) && own >= 90 ? [weight, weight] : null;
}

/**
 * Whether a figure is a tier's: where the tier does not say whose an end is, it is not its own if
 * another tier claims it, and is if every other tier that ends there disclaims it.
 */
function ownership(interval: Interval, value: number, tiers: readonly Tier[]): boolean | null {
  const own = holds(interval, value);
  if (own !== null) return own;
  const others = tiers
    .filter((tier) => tier.interval !== null && tier.interval !== interval)
    .map(({ interval: other }) => ({
      held: other ? holds(other, value) : false,
      touches: other?.low?.value === value || other?.high?.value === value,
    }));
  if (others.some(({ held }) => held === true)) return false;
  const touching = others.filter(({ touches }) => touches);
  return touching.every(({ held }) => held === false) ? true : null;
}

/** The one amount of a row in the unit of its tiers. */
function amountMeasure(facts: RowFacts, unit: string): Measure | null {
  const own = amountsIn(facts.figures, unit);
  const done = own.filter((told) => !isDue(told));
  const [one] = done;
  if (done.length === 1 && own.length < 3 && one) return { values: [one.value], said: saidOf(one) };
  return null;
}
