import { pointsOf } from './item-points';
import { multiply } from '../../quantity/exact';
import { byLabels, namesIn, tellsRate } from './derived';
import { evaluateExpression } from './expression';
import { amountsIn, saidOf } from './in-unit';
import { holds, intervalsIn, type Interval } from './interval';
import type { Item } from './items';
import type { Reading } from './reading';
import { PROPORTION } from './standard';
import { vetoed } from './veto';
import { allOfThem, isDue, pairTold, percentTold, rateOfPair, type RowFacts } from './row-facts';
import { join, one, type Span } from './steps';
import { byProportion, zeroSpan } from './proportion';

const WEIGHT_NAME =
  /^(?:该|本|此|相应)?(?:项|单项|三级)?(?:指标)?的?(?:分值|权重|标准分|满分|满分值|总分)$/;
const NOTE = /\((?:[^()]*(?:超过|大于|高于|以[^()]*计|最高|不超|封顶)[^()]*)\)/g;

/** (计算方法:年度完成面积/计划面积): how a rate in the formula is made, which `defined` reads. */
const HOW = /\(计算(?:方法|公式|方式)[^()]*\)/g;

/** What a standard's formula gives: 得分=完成率×分值, (20分×执行率), 按完成比例计算得分. Never above the weight. */
export function scoreFormula(
  text: string,
  definitions: ReadonlyMap<string, string>,
  items: readonly Item[],
  facts: RowFacts,
  weight: number,
): Reading | null {
  const flat = flatPoints(items, facts, weight);
  if (flat) return flat;
  const formula = defined(formulaOf(text), text, definitions, facts);
  if (formula && isOfAll(formula, facts))
    return { span: one(weight), rule: text, fact: facts.text, sum: '' };
  if (formula) return byFormula(formula, text, items, facts, weight);
  if (!PROPORTION.test(text)) return null;
  return vetoed(items, facts, weight) ?? byProportion(text, items, facts, weight);
}

/** 达标项目数÷完工项目数×10, and 19个完工项目全部达标: the share is 1, however many they are. */
const isOfAll = (formula: string, facts: RowFacts): boolean => {
  const [, done = ''] =
    /^([\u4e00-\u9fff]{2})[\u4e00-\u9fff]*[÷/][\u4e00-\u9fff]+×/.exec(formula) ?? [];
  return done !== '' && facts.text.endsWith(done) && allOfThem(facts);
};

/** 执行率90%以上的得10分 beside a formula for the rest: the points of the bound that the figure keeps. */
function flatPoints(items: readonly Item[], facts: RowFacts, weight: number): Reading | null {
  const bounded = items.filter(
    (item) =>
      item.kind === 'award' &&
      !item.per &&
      !/[×÷]|按/.test(item.clause) &&
      intervalsIn(item.clause).length === 1,
  );
  const share = rateTold(facts);
  if (share === null) return null;
  const kept = bounded.flatMap((item) => {
    const [bound] = intervalsIn(item.clause);
    if (bound?.unit !== '%') return [];
    const asked = bound.bare && pointsOf(item, weight)[0] > 0 ? { ...bound, high: null } : bound;
    return holds(asked, share) === true ? [{ item, bound: asked }] : [];
  });
  const chosen = narrowest(kept);
  return (
    chosen && {
      span: pointsOf(chosen.item, weight),
      rule: chosen.item.text,
      fact: facts.figures.map(saidOf).join(','),
      sum: '',
    }
  );
}

interface KeptBound {
  readonly item: Item;
  readonly bound: Pick<Interval, 'low' | 'high'>;
}

/** 60%以上得3分,90%以上得10分: of bounds that a figure keeps the one that asks most; null where none or that is open. */
function narrowest(kept: readonly KeptBound[]): KeptBound | null {
  const [only, ...others] = kept;
  if (!only || others.length === 0) return only ?? null;
  const nearest = (ends: readonly (number | null)[]): KeptBound | null => {
    const known = ends.filter((end) => end !== null);
    return known.length < kept.length ? null : (kept[ends.indexOf(Math.max(...known))] ?? null);
  };
  return kept.every(({ bound }) => bound.high === null)
    ? nearest(kept.map(({ bound }) => bound.low?.value ?? null))
    : nearest(kept.map(({ bound: { low, high } }) => (low === null && high ? -high.value : null)));
}

/** The one rate of a row, told or made of what was done of what. */
function rateTold(facts: RowFacts): number | null {
  const told = percentTold(facts, facts.name);
  if (told) return told.values.length === 1 ? (told.values[0] ?? null) : null;
  if (facts.figures.some(({ unit }) => unit === '%')) return null;
  const pair = pairTold(facts);
  if (pair) return rateOfPair(pair, facts.name);
  return facts.figures.length === 0 ? facts.execution : null;
}

function formulaOf(text: string): string | null {
  const plain = text.replace(NOTE, '').replace(HOW, '');
  const match =
    /得分值?=([^;。,]+)/.exec(plain) ??
    /得分\(([^()]+×[^()]+)\)/.exec(plain) ??
    /([\u4e00-\u9fff]{2,16}[÷/](?:\d+(?:\.\d+)?%?|[\u4e00-\u9fff]{2,16})×\d+(?:\.\d+)?)(?:分|(?=[计得]分|[;。,]|$))/.exec(
      plain,
    ) ??
    /([\u4e00-\u9fff]{2,20}分×\d+(?:\.\d+)?%)/.exec(plain) ??
    /((?:\d+(?:\.\d+)?分|[\u4e00-\u9fff]{2,16}率)×(?:\d+(?:\.\d+)?分?|[\u4e00-\u9fff]{2,12}))/.exec(
      plain,
    ) ??
    /([\u4e00-\u9fff]{2,20}×(?:该|本|此)?(?:项|单项)?(?:指标)?的?(?:分值|权重|标准分|满分))/.exec(
      plain,
    );
  const formula = match?.[1]
    ?.replace(/(\d)分/g, '$1')
    .replace(/×100%?(?=×)/g, '')
    .replace(/\.$/, '')
    .replace(/^(?:的|按照?|以|用|即|换算)+/, '')
    .replace(/[为即是]?(?:该项|本项|实际|最终|指标)*(?:计分|得分|计算|核定|计)+$/, '');
  return formula === undefined || formula === '' ? null : formula.replace(/^=/, '');
}

const INNER = /计算(?:方法|公式|方式)[:为是]([\u4e00-\u9fff×÷/+()%\d-]+)/;

/** The formula with a rate in it written out, where the row tells what the rate is made of. */
function defined(
  formula: string | null,
  text: string,
  definitions: ReadonlyMap<string, string>,
  facts: RowFacts,
): string | null {
  if (formula === null) return null;
  for (const name of namesIn(formula)) {
    const inner = definitions.get(name) ?? INNER.exec(text)?.[1]?.replace(/\)+$/, '');
    if (tellsRate(facts, [name])) continue;
    if (inner === undefined || WEIGHT_NAME.test(name) || inner.includes(name)) continue;
    const names = namesIn(inner);
    if ((names.length > 1 || /\d/.test(inner)) && byLabels(names, facts)) {
      return formula.replace(name, `(${inner.replace(/×100%?$/, '')})`);
    }
  }
  return formula;
}

function byFormula(
  formula: string,
  text: string,
  items: readonly Item[],
  facts: RowFacts,
  weight: number,
): Reading | null {
  const names = namesIn(formula).filter((name) => !WEIGHT_NAME.test(name));
  // 问卷满意率×60%+回访满意率×40% is a rate, and how points come of it is not said.
  const plainRates = names.every((name) => !/分$/.test(name));
  if (
    plainRates &&
    names.length === namesIn(formula).length &&
    !/(?<![\d.])\d+(?:\.\d+)?(?![\d.%])/.test(formula)
  )
    return null;
  const scored = amountOverBound(formula, text, items, facts) ?? valuesFor(names, formula, facts);
  // 考核得分×20% is of a hundred, and gives a row of 20.
  const [, share] = /^[\u4e00-\u9fff]+分×(\d+(?:\.\d+)?)%$/.exec(formula) ?? [];
  if (!scored || (share !== undefined && Number(share) !== weight)) return null;
  const spans = scored.lookups.map((lookup): Span | null => {
    const value = evaluateExpression(scored.formula, (name) =>
      WEIGHT_NAME.test(name) ? weight : lookup(name),
    );
    return value === null ? null : one(Math.min(weight, Math.max(0, value)));
  });
  if (spans.some((span) => span === null)) return null;
  const floors = zeroSpan(items, scored.share);
  if (floors === null) return null;
  const span = floors ? one(0) : join(spans.filter((known) => known !== null));
  return { span, rule: formula, fact: scored.said, sum: '' };
}

interface Known {
  readonly formula: string;
  /** One for each right value of the figure. */
  readonly lookups: readonly ((name: string) => number | null)[];
  /** The one rate in it in hundredths. */
  readonly share: number | null;
  readonly said: string;
}

function valuesFor(names: readonly string[], formula: string, facts: RowFacts): Known | null {
  const [name] = names;
  if (name === undefined) return null;
  if (names.length === 1) return oneName(name, formula, facts);
  const amounts = byLabels(names, facts);
  // 10-(目标值-完成值)×0.5 of two rates: as points of a hundred or as fractions, it does not say.
  const isDifference = /[\u4e00-\u9fff]-[\u4e00-\u9fff]/.test(formula) && !/[/÷]/.test(formula);
  if (isDifference && facts.figures.some(({ unit }) => unit === '%')) return null;
  if (amounts) {
    return {
      formula,
      lookups: [(asked) => amounts.get(asked) ?? null],
      share: shareIn(formula, amounts),
      said: facts.text,
    };
  }
  // 完成率÷目标值×权重 and one rate: what the target is, the row does not tell.
  if (names.some((one) => /^(?:年度|年初)?(?:目标|计划|标准)值?$/.test(one))) return null;
  // A part of the formula is the rate that the row tells: 调剂金额/年初预算数 for 调剂12%.
  const [, division] = /([\u4e00-\u9fff]+[/÷][\u4e00-\u9fff]+)/.exec(formula) ?? [];
  if (division === undefined || names.length !== 2 || !division.includes(name)) return null;
  return oneName('比率', formula.replace(division, '比率'), facts);
}

/** 不足10万人次的,得分=实际人次/10×8: the one amount of a row in the unit of the bound that it is divided by. */
function amountOverBound(
  formula: string,
  text: string,
  items: readonly Item[],
  facts: RowFacts,
): Known | null {
  const [, divisor] = /^[\u4e00-\u9fff]+[/÷](\d+(?:\.\d+)?)×/.exec(formula) ?? [];
  const asked = [...items.map(({ clause }) => clause), text.slice(0, text.indexOf(formula))];
  const bound = asked
    .flatMap((clause) => intervalsIn(clause))
    .find(({ low, unit }) => low?.value === Number(divisor) && unit !== '' && unit !== '%');
  const [own, ...more] = bound ? amountsIn(facts.figures, bound.unit) : [];
  if (!own || more.length > 0 || own.open || isDue(own)) return null;
  return { formula, lookups: [() => own.value], share: null, said: saidOf(own) };
}

function shareIn(formula: string, amounts: ReadonlyMap<string, number>): number | null {
  const [, division] = /([\u4e00-\u9fff]+[/÷][\u4e00-\u9fff]+)/.exec(formula) ?? [];
  const value =
    division === undefined
      ? null
      : evaluateExpression(division, (name) => amounts.get(name) ?? null);
  return value === null ? null : multiply(value, 100);
}

function oneName(name: string, formula: string, facts: RowFacts): Known | null {
  const share = percentTold(facts, name + facts.name);
  if (share) {
    const lookups = share.values.map((value) => () => multiply(value, 0.01));
    return { formula, lookups, share: share.values[0] ?? null, said: share.said };
  }
  if (facts.figures.some(({ unit }) => unit === '%')) return null;
  const isScore = /分$|平均分|得分$/.test(name);
  const points = facts.figures.filter(({ unit, open }) => unit === '分' && !open);
  const [own] = points;
  if (isScore && points.length === 1 && own) {
    return { formula, lookups: [() => own.value], share: null, said: `${own.label}${own.value}分` };
  }
  if (isScore) return null;
  const pair = pairTold(facts);
  const ofPair = pair ? rateOfPair(pair, facts.name) : null;
  if (ofPair !== null)
    return {
      formula,
      lookups: [() => multiply(Math.min(100, ofPair), 0.01)],
      share: ofPair,
      said: facts.text,
    };
  if (facts.figures.length > 0) return null;
  if (
    /^(?:全部|均|都|已全部|全部已|100%)(?:完成|到位|落实|执行|支付|达标|合格)?$/.test(facts.text)
  ) {
    return { formula, lookups: [() => 1], share: 100, said: facts.text };
  }
  const { execution } = facts;
  return execution === null
    ? null
    : {
        formula,
        lookups: [() => multiply(Math.min(100, execution), 0.01)],
        share: execution,
        said: `${execution}%`,
      };
}
