import type { ExecutionTier, TotalCap } from '../../model/profile';

/** What is measured in a sentence, by the word that it ends with. */
const NAMES = /[\u4e00-\u9fa5]*?(?:[率度]|情况)(?!为|等)/g;
/** The execution rate among them: 设备使用率 and 满意度 are others. */
const IS_RATE =
  /^(?:[注按照以当在若如则其的为得计分和与及即乘]|项目|年度|全年|本年|当年|部门|单位|财政|专项)*(?:预算|资金|经费)*(?:执行|支出|支付|使用)(?:率|进度|情况)$/;
/** Points of rows, and ends that do not count (90%（不含）以上), for those of tiers do. */
const OTHERWISE = /完成值|目标值|指标值|成本|不含|不包[括含]/;
/** 执行率÷90%×10 is a formula of its own. */
const DIVIDED = /÷|除以|\/\s*\d/;
const BRACKETS = /\((?:含|包[括含])[^()]*\)/g;

/**
 * A sentence on the execution rate and on nothing else, without what brackets say; null for others, whose figures
 * may be of the other matter.
 */
function aboutRate(sentence: string): string | null {
  if (OTHERWISE.test(sentence) || DIVIDED.test(sentence)) return null;
  const bare = sentence.replace(BRACKETS, '');
  const names = bare.replaceAll('年度', '').match(NAMES) ?? [];
  if (names.length === 0 || !names.every((name) => IS_RATE.test(name))) return null;
  const isNamedFirst = /^[^\d%]*(?:率|进度|情况)/.test(bare);
  const rest = bare.replaceAll('年度', '').replace(NAMES, '');
  return isNamedFirst && SAYS_NO_MORE.test(rest) ? bare : null;
}

/** The words that a rule on the rate is made of, beside its name: 培训人数达到目标的90% has others. */
const SAYS_NO_MORE =
  /^(?:[^\u4e00-\u9fa5]|自评总分|自评得分|总得分|总分|满分|零分|分值|计分|得分|按比例|比例|百分点|为止|之间|范围|以上|以下|以内|低于|高于|小于|不足|不到|不满|达到|超过|不超过|最高|最多|每低|每少|降低|减少|下降|及格|[的在按则得计记给分及含扣减除完每低少于个注乘不最高时当者达完其项])*$/;

const PERCENT = '(\\d{1,3}(?:\\.\\d+)?)%';
/** 80%≤执行率<90%; 80%-90%; ≥90% or 90%以上; <60% or 60%以下: the lower end counts, the upper does not. */
const SPAN = [
  `${PERCENT}≤[^\\d,;%]{0,12}<${PERCENT}`,
  `${PERCENT}-${PERCENT}`,
  `(?:≥|达到?)${PERCENT}`,
  `${PERCENT}及?以上`,
  `(?:<|低于|小于|不足|不到|不满)${PERCENT}`,
  `${PERCENT}及?以下`,
].join('|');
const POINTS =
  '(?:得|计|记|给|按)?(满分|不得分|零分|(\\d+(?:\\.\\d+)?)分|比例|执行率(?:[×*xX]|乘)[^,;]*)';
const TIER = new RegExp(
  `(?:${SPAN})(?:之间|范围)?[^\\d,;%]{0,6}?[,:]?[^\\d,;%]{0,6}?${POINTS}`,
  'g',
);
const CAP = new RegExp(
  `(?:${SPAN})[^;%\\d]{0,16}?(?:总分|总得分|自评得分)[^;%\\d]{0,8}?(?:不得?(?:超过|高于)|≤|最高不?超?过?|最多)[^;%\\d]{0,3}(\\d{1,3}(?:\\.\\d+)?)分`,
  'g',
);
const STEP = new RegExp(
  `(?:≥|达到?)?${PERCENT}(?:及?以上)?[^\\d%;]{0,8}(?:满分|(\\d+(?:\\.\\d+)?)分)[^\\d%;]{0,6}每(?:低|少|降低|减少|下降)于?1?(?:个)?(?:百分点|%),?扣(?:减|除)?(\\d+(?:\\.\\d+)?)分`,
);

interface Span {
  readonly from: number;
  /** Null: whatever is above. */
  readonly to: number | null;
}

const FULL = 100;

function spanOf(parts: readonly (string | undefined)[]): Span | null {
  const [low, high, first, last, least, leastOf, under, underOf] = parts.map((part) =>
    part === undefined ? null : Number(part),
  );
  if (low != null && high != null) return { from: low, to: high };
  if (first != null && last != null) {
    return { from: Math.min(first, last), to: Math.max(first, last) };
  }
  const from = least ?? leastOf;
  if (from != null) return { from, to: null };
  const to = under ?? underOf;
  return to == null ? null : { from: 0, to };
}

/** Groups of `SPAN`. */
const SPAN_GROUPS = 8;

/**
 * The tiers of the funds row that a sentence on the execution rate sets out, the highest first, as shares of
 * its points; null where their ends leave a gap, or points are missing or rise as the rate falls.
 * @param sentence plain
 * @param points what the funds row has; null where that is not known
 */
export function tiersIn(sentence: string, points: number | null): readonly ExecutionTier[] | null {
  const bare = aboutRate(sentence);
  if (bare === null) return null;
  const found = [...bare.matchAll(TIER)].flatMap(([, ...groups]) => {
    const span = spanOf(groups.slice(0, SPAN_GROUPS));
    const [word = '', figure] = groups.slice(SPAN_GROUPS);
    return span ? [{ span, word, given: figure === undefined ? null : Number(figure) }] : [];
  });
  const falling = [...found].sort((a, b) => b.span.from - a.span.from);
  if (falling.length < 2 || !isWhole(falling.map(({ span }) => span))) return null;
  const greatest = Math.max(...falling.map(({ given }) => given ?? 0));
  const most = greatest > 0 ? greatest : points;
  if (points !== null && most !== points) return null;
  const tiers = falling.map(({ span, word, given }): ExecutionTier | null => {
    const from = span.from / FULL;
    if (given !== null) {
      return most === null ? null : { from, share: given / most };
    }
    if (word === '满分') return { from, share: 1 };
    // 执行率×8 of 10 points is no proportion of theirs.
    const factor = /\d+(?:\.\d+)?/.exec(word);
    if (factor && Number(factor[0]) !== most) return null;
    return { from, share: word === '不得分' || word === '零分' ? 0 : null };
  });
  const known = tiers.flatMap((tier) => tier ?? []);
  return known.length === tiers.length && areFalling(known) ? known : null;
}

/** From whatever is above down to 0, each beginning where the next higher one does. */
const isWhole = (spans: readonly Span[]): boolean =>
  spans.at(-1)?.from === 0 &&
  spans.every(({ to }, at) => {
    const above = spans[at - 1];
    if (above === undefined) return to === null || to === FULL;
    return to === null ? false : to <= above.from && to > above.from - 1;
  });

/** The highest has all, and each less than the one above; in proportion is not more than what stands above. */
const areFalling = (tiers: readonly ExecutionTier[]): boolean =>
  tiers.every(({ share }, at) => {
    const above = tiers[at - 1];
    if (above === undefined) return share === 1;
    const least = above.share ?? above.from;
    return share === null ? least >= above.from : share < least;
  });

/**
 * 执行率达到90%得满分，每低1个百分点扣1分.
 * @param sentence plain
 */
export function stepsIn(
  sentence: string,
  points: number | null,
): { readonly fullFrom: number; readonly lossPerPoint: number } | null {
  const bare = aboutRate(sentence);
  const match = bare === null ? null : STEP.exec(bare);
  if (!match) return null;
  const [, from, full, loss] = match;
  if (full !== undefined && points !== null && Number(full) !== points) return null;
  return Number(from) > FULL ? null : { fullFrom: Number(from) / FULL, lossPerPoint: Number(loss) };
}

/** Every ceiling that a sentence speaks of: of a rule read by half nothing is kept. */
const CEILINGS = /(?:最高|最多)?不得?(?:超过|高于)|≤|最高|最多/g;
const OF_A_ROW = /该项|此项|本项|该指标|此指标|本指标/;

/**
 * 执行率低于60%的，自评总分不超过79分: the ceilings that a sentence sets, the lowest rate first; null for none and
 * where a lower rate would have the higher one or a ceiling is no half of the table, for it is of a row then.
 * @param sentence plain
 * @param whole the points of a table, 100
 */
export function capsIn(sentence: string, whole: number): readonly TotalCap[] | null {
  const bare = aboutRate(sentence);
  if (bare === null || OF_A_ROW.test(bare)) return null;
  const caps = [...bare.matchAll(CAP)].flatMap(([, ...groups]) => {
    const span = spanOf(groups.slice(0, SPAN_GROUPS));
    const most = Number(groups[SPAN_GROUPS]);
    return span === null || span.to === null ? [] : [{ below: span.to / FULL, most }];
  });
  const rising = [...caps].sort((a, b) => a.below - b.below);
  const isOrdered = rising.every(({ below, most }, at) => {
    const lower = rising[at - 1];
    return (
      most < whole && most > whole / 2 && (!lower || (below > lower.below && most > lower.most))
    );
  });
  const told = bare.match(CEILINGS)?.length ?? 0;
  return rising.length > 0 && rising.length === told && isOrdered ? rising : null;
}

const UNSCORED =
  /执行(?:率|情况)(?:(?:指标)?[只仅][^,;\d]{0,4},?)?(?:指标)?(?:暂?不(?:计分|赋分|评分|计入(?:总分|得分|自评)))/;
const TIMES = /(?<![\d.])(\d{1,2})分?[×*xX](?:预算)?执行率|执行率[×*xX](\d{1,2})(?:分|$|[,;)])/;

/**
 * The points of the funds row that a sentence states; 0: it is shown and not scored.
 * @param sentence plain
 */
export function fundsPointsIn(sentence: string): number | null {
  if (UNSCORED.test(sentence)) return 0;
  const match = TIMES.exec(sentence);
  const points = Number(match?.[1] ?? match?.[2] ?? 0);
  return points > 0 ? points : null;
}
