import { compare, multiply, sum } from '../../quantity/exact';
import { type Item, readItems, type Rounding } from './items';
import { plainText } from './plain-text';
import { isRanking } from './score-rank';
import { segmentsOf, withoutNumber } from './segments';
import type { Span } from './steps';
import {
  bandsWithoutPoints,
  isUnbounded,
  pairedTiers,
  pointsOf,
  type ReadTiers,
  REST,
  tiersOf,
  withEnds,
} from './tiers';
import { type Turn, turnOf } from './turn';

/** A grade in words: 基本健全. */
export interface Grade {
  readonly label: string;
  readonly points: Span;
  /** The upper end is the next grade's. */
  readonly openAbove: boolean;
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
  readonly turn: Turn;
  readonly standard: Standard;
  readonly text: string;
}

/** How a 评分标准 gives its points. */
export type Standard =
  | { readonly kind: 'formula' | 'ranking'; readonly text: string }
  | ({ readonly kind: 'tiers' } & ReadTiers)
  | { readonly kind: 'grades'; readonly grades: readonly Grade[] }
  | { readonly kind: 'parts'; readonly parts: readonly Clause[]; readonly whole: boolean }
  | { readonly kind: 'clause'; readonly clause: Clause }
  /** 下降得3分, 持平得1分, 每增长1%扣1分: by which way a figure went. */
  | { readonly kind: 'turns'; readonly branches: readonly Branch[] }
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
  /(?:^|[;。,:([])((?!(?:指标|评价|本项|该项)?得分(?!率)|分值|其中)[\u4e00-\u9fff、]{2,24}(?:率|度|额|数|比|比例|比重|支出|金额))=([^;。=]*?[\u4e00-\u9fff][^;。=]*?[/÷×][^;。=]*?)(?=[;。]|,(?![^(]*\))|$)/g;
/** 本项满分10分: the weight once more. */
const STATED_WEIGHT =
  /^(?:本|该|此)?(?:项|指标)(?:分值|满分|总分)?(?:为|共|计|:)?(\d+(?:\.\d+)?)分[,;。:]/;
/** 分值按个数平均确定: it gives weights, not scores. */
const WEIGHT_RULE = /分值.{0,12}(?:平均确定|平均分配|个数)|保留整数/;

export const FORMULA =
  /得分=|得分\([^)]*×|×(?:该|本|此)?(?:项|单项|三级)?(?:指标)?的?(?:分值|权重|标准分|满分)|分×[\u4e00-\u9fff]*率|率×\d+分?|按.{0,14}比例(?:计算|折算|核定|确定)?(?:得分|计分|给分|赋分|记分)|按比例(?:得分|计分|给分|扣分|扣减|折算)|比率.{0,4}[作做]?为.{0,6}分/;

/** Reads a 评分标准 whose row carries `weight` points. Linear but for the shares of its clauses. */
export function readStandard(
  criteria: string,
  weight: number,
  unsaid: Rounding = null,
): ReadStandard {
  const text = plainText(criteria.slice(0, LONGEST));
  return readPlain(text, weight, unsaid);
}

function readPlain(text: string, weight: number, unsaid: Rounding): ReadStandard {
  const definitions = new Map<string, string>();
  const stated = text.replace(STATED_WEIGHT, (whole, points: string) =>
    Number(points) === weight ? '' : whole,
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
  if (tiers) return { kind: 'tiers', tiers: withEnds(tiers.tiers, text), others: tiers.others };
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

const SHARES = /(\d+)%(?:\(含\))?[-~至到](\d+)%(?:\((含|不含)[^)]*\))?/g;
const THREE =
  /([\u4e00-\u9fff()]{2,24})、([\u4e00-\u9fff()]{2,24})(?:、|和|及)([\u4e00-\u9fff()]{2,24}?)(?:等?三[档个]|,|;|。)/;

/** 达成、部分达成、未达成三档, 100%-80%(含80%)、80%-50%(含50%)、50%-0%: grades as shares of the weight. */
function gradesByShare(text: string, weight: number): readonly Grade[] | null {
  const shares = Array.from(
    text.matchAll(SHARES),
    ([, high = '', low = '']) => [Number(low), Number(high)] as const,
  );
  const labels = THREE.exec(text)?.slice(1);
  if (shares.length !== 3 || !labels || !/分值|权重|得分/.test(text)) return null;
  const grades = shares.map(([low, high], index): Grade => ({
    label: (labels[index] ?? '').replace(/^.*(?:分为|完成情况|情况)/, ''),
    points: [multiply(weight, low / 100), multiply(weight, high / 100)],
    openAbove: index > 0,
    text: labels[index] ?? '',
  }));
  const falls = shares.every(([low], index) => index === 0 || low < (shares[index - 1]?.[0] ?? 0));
  return falls ? grades : null;
}

function gradesOf(
  awards: readonly Item[],
  items: readonly Item[],
  weight: number,
): readonly Grade[] | null {
  const worded = items.filter((item) => !item.per && !item.bonus && !REST.test(item.clause));
  if (worded.length !== items.filter((item) => !item.bonus).length) return null;
  if (worded.length < 2 || awards.length < 2) return null;
  const grades = worded.map((item): Grade => {
    const [low, high] = pointsOf(item, weight);
    return {
      label: lastPhrase(item.clause),
      points:
        item.kind === 'award'
          ? [low, high]
          : [Math.max(0, weight - high), Math.max(0, weight - low)],
      openAbove: false,
      text: item.text,
    };
  });
  const top = Math.max(...grades.map(({ points }) => points[1]));
  const differ = new Set(grades.map(({ points }) => points.join())).size > 1;
  // 得10分,否则0分 is all or nothing, and there any wording may say that it is not met.
  if (grades.length === 2 && grades.some(({ points }) => points[1] === 0)) return null;
  return top === weight && differ && grades.every(({ label }) => label !== '') ? grades : null;
}

/** The words right before the points, back to the last comma: `是否符合规定,完全相符` is 完全相符. */
function lastPhrase(condition: string): string {
  const parts = condition.split(/[,;。:?]/).filter((part) => part.replace(/的$/, '') !== '');
  return (parts.at(-1) ?? '').replace(/的$/, '');
}

/** A list of standards that add up, at least one of them with tiers or grades inside. */
function nestedParts(text: string, weight: number, unsaid: Rounding): Standard | null {
  const groups: string[] = [];
  for (const segment of segmentsOf(text)) {
    if (ownAward(segment, weight) > 0 || groups.length === 0) groups.push(segment);
    else groups.push((groups.pop() ?? '') + segment);
  }
  const points = groups.map((group) => ownAward(group, weight));
  if (groups.length < 2 || compare(sum(points), weight) !== 0) return null;
  if (points.some((own) => own <= 0)) return null;
  const parts = groups.map((group, index): Clause => {
    const own = points[index] ?? 0;
    const inner = readPlain(withoutNumber(group), own, unsaid);
    return { points: own, items: inner.items, label: labelOf(group), nested: inner };
  });
  const several = parts.some(
    ({ items }) => items.filter(({ kind, per }) => kind === 'award' && !per).length > 1,
  );
  const read = parts.every(({ nested }) => nested?.standard.kind !== 'person');
  return several && read ? { kind: 'parts', parts, whole: true } : null;
}

const labelOf = (segment: string): string =>
  withoutNumber(segment).replace(/[,;。:]*(?:得|计|记)?\(?\d+(?:\.\d+)?分\)?[;。]?$/, '');

/** The most that one rule gives by an award of its own. */
const ownAward = (segment: string, weight: number): number =>
  Math.max(
    0,
    ...readItems(segment, weight).flatMap(({ kind, per, bonus, points }) =>
      kind === 'award' && !per && !bonus && points !== 'full' ? [points[1]] : [],
    ),
  );

/** Rules for a rise, a fall and none; null where fewer than two are told apart, or all give plain points. */
function turnsOf(items: readonly Item[], weight: number): readonly Branch[] | null {
  const turned = items.map((item) => ({ item, turn: turnOf(lastPhrase(item.clause)) }));
  const turns = [...new Set(turned.map(({ turn }) => turn))];
  if (turns.length < 2 || turns.includes(null)) return null;
  const branches = turns.flatMap((turn): Branch[] => {
    const own = turned.filter((one) => one.turn === turn).map(({ item }) => item);
    const standard = turn === null ? null : branchOf(own, weight);
    return turn === null || standard === null
      ? []
      : [{ turn, standard, text: own.map(({ text }) => text).join(';') }];
  });
  const plain = branches.every(
    ({ standard }) => standard.kind === 'grades' && standard.grades.length === 1,
  );
  return branches.length < turns.length || plain ? null : branches;
}

function branchOf(items: readonly Item[], weight: number): Standard | null {
  const [first] = items;
  if (items.length === 1 && first?.kind === 'award' && !first.per && isUnbounded(first)) {
    const points = pointsOf(first, weight);
    return {
      kind: 'grades',
      grades: [{ label: '', points, openAbove: false, text: first.text }],
    };
  }
  const awards = items.filter(({ kind, per }) => kind === 'award' && !per);
  const tiers = items.length > 1 ? tiersOf(items, awards, weight) : null;
  if (tiers) return { kind: 'tiers', tiers: tiers.tiers, others: tiers.others };
  const steps = items.every(({ kind, per }) => kind === 'deduct' && per?.kind === 'percent');
  return steps
    ? { kind: 'clause', clause: { points: weight, items, label: '', nested: null } }
    : null;
}

/** Rules that each have points of their own and add up. */
function partsOf(text: string, items: readonly Item[], weight: number): Standard | null {
  const listed = listedParts(text, items, weight);
  if (listed) return { kind: 'parts', parts: listed, whole: true };
  const groups: Item[][] = [];
  for (const item of items) {
    const own =
      item.kind === 'award' &&
      !item.per &&
      item.points !== 'full' &&
      item.points[0] > 0 &&
      !item.bonus;
    if (own && !REST.test(item.clause)) groups.push([item]);
    else if (groups.length > 0) groups.at(-1)?.push(item);
    else return null;
  }
  if (groups.length < 2) return null;
  const parts = groups.map((group): Clause => {
    const [first] = group;
    const points = first && first.points !== 'full' ? first.points[1] : 0;
    return {
      points,
      items: group.filter((item) => !restates(item, points)),
      label: first?.clause ?? '',
      nested: null,
    };
  });
  const total = sum(parts.map(({ points }) => points));
  const top = Math.max(...parts.map(({ points }) => points));
  if (top >= weight) return null;
  if (compare(total, weight) === 0) return { kind: 'parts', parts, whole: true };
  const truncated = /…|截断|\.\.\./.test(text);
  const numbered = items.filter((item) => item.numbered).length >= 2;
  return total < weight && (truncated || numbered) ? { kind: 'parts', parts, whole: false } : null;
}

/** 每少一项扣1分 after parts of a point each says them once more. */
const restates = ({ kind, per, points }: Item, own: number): boolean =>
  kind === 'deduct' &&
  per !== null &&
  per.kind === 'count' &&
  /项|点|条|个/.test(per.unit) &&
  points !== 'full' &&
  points[1] === own;

/** 每项达到目标值得1分 after a list: each piece of the list is a part. */
function listedParts(
  text: string,
  items: readonly Item[],
  weight: number,
): readonly Clause[] | null {
  const each =
    items.find(
      (item) => item.per !== null && /项|点|条/.test(item.per.unit) && item.per.amount === 1,
    ) ?? items.find((item) => /每.{0,3}[项点条].{0,12}(?:该项|相应|对应)/.test(item.condition));
  if (!each || items.length > 2) return null;
  if (
    each.per &&
    !/^(?:有|少|缺少|缺|完成|做到|达到|符合|实现|不|未|没|存在|出现)*/.test(each.per.what)
  )
    return null;
  const at = each.condition.search(/每|一项|以上/);
  const list = at < 0 ? '' : text.slice(0, text.indexOf(each.condition) + at);
  const numbered = list
    .split(/[①-⑳]|(?:^|[;。,:])\(?\d{1,2}[.、)](?!\d)/)
    .filter((part) => part.trim() !== '');
  const opening = list.search(/[①-⑳]|(?:^|[;。,:])\(?\d{1,2}[.、)](?!\d)/);
  const pieces =
    opening >= 0
      ? numbered.slice(opening > 0 && !/^[;。,:]/.test(list.slice(opening)) ? 1 : 0)
      : list.split(/[;。]/).filter((part) => part !== '');
  if (pieces.length < 2 || each.points === 'full') return null;
  const points = each.points[1];
  if (compare(multiply(points, pieces.length), weight) !== 0) return null;
  return pieces.map((piece) => ({
    points,
    items: [],
    label: piece.replace(/^[,;。:]+|[,;。:]+$/g, ''),
    nested: null,
  }));
}

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
  // Points that are not the weight leave the rest of it to a rule that is not there.
  if (own && (own[0] !== own[1] || (awards.length === 1 && own[1] !== weight))) return null;
  if (items.length === 0) {
    // 按时完成征地拆迁: a standard that only says what earns the points.
    return text.length > 0 && text.length <= 60 && !/[;。]./.test(text)
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
