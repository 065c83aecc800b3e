import { tiersThenSteps, turnsOf } from './branches';
import { type Beyond, beyondOf } from './beyond';
import { gradesByShare, gradesOf } from './grades';
import { ownPoints } from './item-points';
import { degreeOf, sharedPairs } from './agreement';
import { partsOf } from './parts';
import { compare, sum } from '../../quantity/exact';
import { DISCRETION, type Item, readItems, type Rounding } from './items';
import { plainText } from './plain-text';
import { isRanking } from './score-rank';
import { segmentsOf, withoutNumber } from './segments';
import type { Span } from './steps';
import { bandsWithoutPoints, pairedTiers, type ReadTiers, tiersOf, withEnds } from './tiers';
import type { TurnAsked } from './turn';

/** A grade in words: 基本健全. */
export interface Grade {
  readonly label: string;
  readonly points: Span;
  /** The upper end is the next grade's. */
  readonly openAbove: boolean;
  /** Printed as what is taken off the top: 逾期报送扣1分. */
  readonly lowers?: boolean;
  readonly text: string;
}

/** One rule with points of its own, and what is taken off them. */
export interface Clause {
  readonly points: number;
  readonly items: readonly Item[];
  /** What its points are for, without the points. */
  readonly label: string;
  /** A standard of its own inside a list: tiers, grades, a formula; null where it is a plain rule. */
  readonly nested: ReadStandard | null;
}

/** The rules for figures that rose, fell or stayed. */
export interface Branch {
  readonly turn: TurnAsked;
  readonly standard: Standard;
  readonly text: string;
}

/** How a 评分标准 gives its points. */
export type Standard =
  | { readonly kind: 'formula' | 'ranking'; readonly text: string }
  | ({ readonly kind: 'tiers' } & ReadTiers)
  /** ≤90%得4分;90%-100%得3分;超过100%的每超过1个百分点扣1分. */
  | { readonly kind: 'stepped'; readonly upTo: ReadTiers; readonly step: Item }
  | { readonly kind: 'grades'; readonly grades: readonly Grade[] }
  | { readonly kind: 'parts'; readonly parts: readonly Clause[]; readonly whole: boolean }
  | { readonly kind: 'clause'; readonly clause: Clause }
  /** 下降得3分, 持平得1分, 每增长1%扣1分: by which way a figure went. */
  | { readonly kind: 'turns'; readonly branches: readonly Branch[] }
  | ({ readonly kind: 'beyond' } & Beyond)
  /** Nothing in it can be computed. */
  | { readonly kind: 'person' };

export interface ReadStandard {
  readonly text: string;
  readonly items: readonly Item[];
  /** 预算完成率=(预算完成数/预算数)×100%, by name. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly standard: Standard;
}

const LONGEST = 2000;
const DEFINITION =
  /(?:^|[;。,:([])((?!(?:指标|评价|本项|该项)?得分(?!率)|分值|其中)[\u4e00-\u9fff、]{2,24}(?:率|度|额|数|比|比例|比重|支出|金额))=(?!\d+(?:\.\d+)?%?的?,?(?:得|计|记|给|为))([^;。=]*?[\u4e00-\u9fff][^;。=]*?[/÷×][^;。=]*?)(?=[;。]|,(?![^(]*\))|$)/g;
/** 本项满分10分, 制度建设(3分): the weight once more. */
const STATED_WEIGHT =
  /^(?:(?:(?:本|该|此)?(?:项指标|项|指标)(?:分值|满分|总分)?|权重|分值)(?:为|共|计|:)?|([\u4e00-\u9fff]{2,12})\()(\d+(?:\.\d+)?)分\)?[,;。:]/;
const hasLesserAwards = (text: string, weight: number): boolean => {
  const own = readItems(text, weight).map((item) => ownPoints(item));
  return own.length > 1 && compare(sum(own), weight) === 0;
};
/** 按完成比例计算得分: points by the share itself. */
export const PROPORTION =
  /按.{0,14}比例(?:计算|折算|核定|确定|相应)?(?:得分|计分|给分|赋分|记分|扣分|扣减)|按比例(?:得分|计分|给分|扣分|扣减|折算)|比率.{0,4}[作做]?为.{0,6}分/;
/** 分值按个数平均确定: it gives weights, not scores. */
const WEIGHT_RULE = /分值.{0,12}(?:平均确定|平均分配|个数)|保留整数/;

export const FORMULA = new RegExp(
  `得分值?=|得分\\([^)]*×|[\\u4e00-\\u9fff]分×\\d+(?:\\.\\d+)?%|×(?:该|本|此)?(?:项|单项|三级)?(?:指标)?的?(?:分值|权重|标准分|满分)|分×[\\u4e00-\\u9fff]*率|率×\\d+分?|[\\u4e00-\\u9fff][÷/][\\u4e00-\\u9fff]{2,16}×\\d|[\\u4e00-\\u9fff][÷/]\\d+(?:\\.\\d+)?%?×\\d|${PROPORTION.source}`,
);

/** Reads a 评分标准 whose row carries `weight` points. Linear but for the shares of its clauses. */
export function readStandard(
  criteria: string,
  weight: number,
  unsaid: Rounding = null,
): ReadStandard {
  const text = plainText(criteria.slice(0, LONGEST))
    .replace(/\|([^|]{2,30})\|/g, 'abs($1)')
    .replace(/±|正负/g, '')
    .replace(/\[([^[\]]*[÷/×][^[\]]*)\]/g, '($1)');
  return readPlain(withTarget(text), weight, unsaid);
}

/** 每低于目标1个百分点…,目标值为95%: the target where the rule speaks of it. */
function withTarget(text: string): string {
  const stated = Array.from(
    text.matchAll(/目标值?(?:为|是|:|=)(\d+(?:\.\d+)?%)/g),
    ([, value = '']) => value,
  );
  const [target] = stated;
  return target === undefined || stated.length > 1
    ? text
    : text.replace(/(低于|高于|超过|达到)(?:年度|预期)?目标值?(?=\d|[,;。的得])/g, `$1${target}`);
}

function readPlain(text: string, weight: number, unsaid: Rounding): ReadStandard {
  const definitions = new Map<string, string>();
  const stated = text.replace(STATED_WEIGHT, (whole, name: string | undefined, points: string) =>
    Number(points) === weight &&
    (name === undefined || hasLesserAwards(text.slice(whole.length), weight))
      ? ''
      : whole,
  );
  const stripped = stated.replace(DEFINITION, (whole, name: string, expression: string) => {
    definitions.set(name, expression);
    return whole.startsWith(name) ? '' : whole.slice(0, 1);
  });
  const items = readItems(stripped, weight, unsaid);
  return { text, items, definitions, standard: standardOf(stripped, items, weight, unsaid) };
}

function standardOf(
  text: string,
  items: readonly Item[],
  weight: number,
  unsaid: Rounding,
): Standard {
  if (WEIGHT_RULE.test(text)) return { kind: 'person' };
  const shares = gradesByShare(text, weight);
  if (shares) return { kind: 'grades', grades: shares };
  const paired = pairedTiers(text);
  if (paired) return { kind: 'tiers', tiers: paired, others: [] };
  if (isRanking(text)) return { kind: 'ranking', text };
  const awards = items.filter((item) => item.kind === 'award' && !item.per && !item.bonus);
  const tiers = tiersOf(items, awards, weight);
  const nested = tiers?.whole === true ? null : nestedParts(text, weight, unsaid);
  if (nested) return nested;
  const turns = turnsOf(items, weight);
  if (turns) return { kind: 'turns', branches: turns };
  const beyond = beyondOf(items, weight);
  if (beyond) return { kind: 'beyond', ...beyond };
  if (tiers) return { kind: 'tiers', tiers: withEnds(tiers.tiers, text), others: tiers.others };
  const stepped = tiersThenSteps(items, weight);
  if (stepped) return stepped;
  const bands = bandsWithoutPoints(text, items);
  if (bands) return { kind: 'tiers', tiers: bands, others: [] };
  const parts = partsOf(text, items, weight);
  if (parts) return parts;
  if (FORMULA.test(text)) return { kind: 'formula', text };
  const grades = gradesOf(awards, items, weight);
  if (grades) return { kind: 'grades', grades };
  const clause = clauseOf(text, items, weight);
  return clause ? { kind: 'clause', clause } : { kind: 'person' };
}

/** A list of standards that add up, at least one of them with tiers or grades inside. */
function nestedParts(text: string, weight: number, unsaid: Rounding): Standard | null {
  return (
    nestedIn(segmentsOf(text), weight, unsaid) ??
    nestedIn(text.split(/(?<=分\)?[,;。])/), weight, unsaid)
  );
}

/** 不完整得0.5分 goes with what it is a lesser case of. */
const LESSER = /^(?:[不未无没]|否则|逾期|迟|部分|基本|较|一般|缺)/;

function nestedIn(segments: readonly string[], weight: number, unsaid: Rounding): Standard | null {
  const groups: string[] = [];
  for (const segment of segments) {
    const begins = ownAward(segment, weight) > 0 && !LESSER.test(segment);
    if (begins || groups.length === 0) groups.push(segment);
    else groups.push((groups.pop() ?? '') + segment);
  }
  const awarded = (all: readonly string[]): readonly number[] =>
    all.map((group) => ownAward(group, weight));
  if (compare(sum(awarded(groups)), weight) > 0) joinLesser(groups, weight);
  const points = awarded(groups);
  if (groups.length < 2 || compare(sum(points), weight) !== 0) return null;
  if (points.some((own) => own <= 0)) return null;
  const parts = groups.map((group, index): Clause => {
    const own = points[index] ?? 0;
    const inner = readPlain(withoutNumber(group), own, unsaid);
    const plain = inner.standard.kind === 'clause' || inner.standard.kind === 'person';
    return {
      points: own,
      items: inner.items,
      label: plain ? (inner.items[0]?.clause ?? labelOf(group)) : labelOf(group),
      nested: plain ? null : inner,
    };
  });
  return parts.some(({ nested }) => nested !== null) ? { kind: 'parts', parts, whole: true } : null;
}

/** 质量较高得2分,质量一般得1分: fewer points for the same thing are another case of it. */
function joinLesser(groups: string[], weight: number): void {
  for (let at = groups.length - 1; at > 0; at -= 1) {
    const [before = '', own = ''] = [groups[at - 1], groups[at]];
    const isLesser =
      ownAward(own, weight) < ownAward(before, weight) &&
      sharedPairs(caseOf(own), caseOf(before)) > 0 &&
      degreeOf(caseOf(own)) !== degreeOf(caseOf(before));
    if (isLesser) groups.splice(at - 1, 2, before + own);
  }
}

/** What a rule's points are for, without them. */
const caseOf = (segment: string): string => segment.split(/[,得计记]?\d/)[0] ?? '';

const labelOf = (segment: string): string =>
  withoutNumber(segment).replace(/[,;。:]*(?:得|计|记)?\(?\d+(?:\.\d+)?分\)?[;。]?$/, '');

/** The most that one rule gives by an award of its own. */
const ownAward = (segment: string, weight: number): number =>
  Math.max(0, ...readItems(segment, weight).map(ownPoints));

function clauseOf(text: string, items: readonly Item[], weight: number): Clause | null {
  const awards = items.filter(
    (item) =>
      item.kind === 'award' &&
      !item.per &&
      !item.bonus &&
      item.points !== 'full' &&
      item.points[0] > 0,
  );
  const [award] = awards;
  const own = award && award.points !== 'full' ? award.points : null;
  // 得0-5分 leaves the points to whoever scores.
  const isRange = ({ kind, points }: Item): boolean =>
    kind === 'award' && points !== 'full' && points[0] !== points[1];
  if (items.some(isRange)) return null;
  // Points that are not the weight leave the rest of it to a rule that is not there.
  if (own && awards.length === 1 && own[1] !== weight) return null;
  if (items.length === 0) {
    // 按时完成征地拆迁: a standard that only says what earns the points.
    return text.length > 0 &&
      text.length <= 60 &&
      !/[;。]./.test(text) &&
      !/扣/.test(text) &&
      !DISCRETION.test(text)
      ? { points: weight, items: [], label: text.replace(/[。;]$/, ''), nested: null }
      : null;
  }
  const points = awards.length === 1 && own ? own[1] : weight;
  if (
    awards.length > 1 &&
    !awards.some((item) => item.points !== 'full' && item.points[1] === weight)
  )
    return null;
  return { points, items, label: award?.clause ?? items[0]?.clause ?? '', nested: null };
}
