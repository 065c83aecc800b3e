import { compare, multiply, sum } from '../../quantity/exact';
import { type Item, readItems, type Rounding } from './items';
import { plainText } from './plain-text';
import { isRanking } from './score-rank';
import type { Span } from './steps';
import { bandsWithoutPoints, pairedTiers, pointsOf, type ReadTiers, REST, tiersOf } from './tiers';

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
}

/** How a 评分标准 gives its points. */
export type Standard =
  | { readonly kind: 'formula' | 'ranking'; readonly text: string }
  | ({ readonly kind: 'tiers' } & ReadTiers)
  | { readonly kind: 'grades'; readonly grades: readonly Grade[] }
  | { readonly kind: 'parts'; readonly parts: readonly Clause[]; readonly whole: boolean }
  | { readonly kind: 'clause'; readonly clause: Clause }
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
  /(?:^|[;。,:([])((?!得分|指标得分|评价得分|本项得分|该项得分|分值|其中)[\u4e00-\u9fff、]{2,24}(?:率|度|额|数|比|比例|比重|支出|金额))=([^;。=]*?[\u4e00-\u9fff][^;。=]*?[/÷×][^;。=]*?)(?=[;。]|,(?![^(]*\))|$)/g;
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
  const definitions = new Map<string, string>();
  const stripped = text.replace(DEFINITION, (whole, name: string, expression: string) => {
    definitions.set(name, expression);
    return whole.startsWith(name) ? '' : whole.slice(0, 1);
  });
  const items = readItems(stripped, unsaid);
  return { text, items, definitions, standard: standardOf(stripped, items, weight) };
}

function standardOf(text: string, items: readonly Item[], weight: number): Standard {
  if (WEIGHT_RULE.test(text)) return { kind: 'person' };
  const shares = gradesByShare(text, weight);
  if (shares) return { kind: 'grades', grades: shares };
  const paired = pairedTiers(text);
  if (paired) return { kind: 'tiers', tiers: paired, others: [] };
  if (isRanking(text)) return { kind: 'ranking', text };
  const awards = items.filter((item) => item.kind === 'award' && !item.per && !item.bonus);
  const tiers = tiersOf(items, awards, weight);
  if (tiers) return { kind: 'tiers', ...tiers };
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
  const parts = condition.split(/[,;。:、?]/).filter((part) => part.replace(/的$/, '') !== '');
  return (parts.at(-1) ?? '').replace(/的$/, '');
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
      ? { points: weight, items: [], label: text.replace(/[。;]$/, '') }
      : null;
  }
  const points = awards.length === 1 && own ? own[1] : weight;
  if (
    awards.length > 1 &&
    !awards.some((item) => item.points !== 'full' && item.points[1] === weight)
  )
    return null;
  return { points, items, label: award?.clause ?? items[0]?.clause ?? '' };
}
