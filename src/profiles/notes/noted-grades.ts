import type { GradeBand } from '../../model/profile';

const WORD = '(优秀|良好|中等|不合格|不及格|基本合格|合格|及格|较好|较差|一般|优|良|中|低|差)';
const FIGURE = '(\\d{1,3}(?:\\.\\d+)?)(?!\\.?\\d|%)';
/** 80≤x<90; 90>x≥80; 80-89分; [80,90); ≥90 or 90分以上; <60 or 60分以下. */
const RANGE = [
  `${FIGURE}[≤<][A-Za-z]?[<≤]${FIGURE}`,
  `${FIGURE}[>≥][A-Za-z]?[≥>]${FIGURE}`,
  `[[(]?${FIGURE}分?[-,]${FIGURE}分?[\\])]?`,
  `(?:[≥>]|大于|高于)${FIGURE}分?|${FIGURE}分?及?以上`,
  `(?:[<≤]|低于|小于|不足|不满)${FIGURE}分?|${FIGURE}分?及?以下`,
].join('|');
const WORD_FIRST = new RegExp(`${WORD}(?:等级|等次|档次|[级等档])?[:为是(]*(?:${RANGE})`, 'g');
const RANGE_FIRST = new RegExp(
  `(?:${RANGE})[分的,)]*(?:被?[评定]?[为是定]|属于|对应|:)?[:,]?${WORD}`,
  'g',
);
/** What stands about the figures and says nothing: 得分, 在, (含90分). */
const ABOUT =
  /\((?:不?含|包[括含])[^()]*\)|(?:评价|自评|绩效|综合)?(?:总分|得分|评分|分数|分值)|介于|之间|[在含]/g;

interface Span {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The grades that a sentence sets out, the highest first; null where it sets out none. Whether it does is
 * told by the figures: three to six words of grades whose ranges run from 100 down to 0 without a gap.
 * @param sentence plain
 */
export function gradesIn(sentence: string): readonly GradeBand[] | null {
  const bare = sentence.replace(ABOUT, '');
  for (const [pattern, wordAt] of [
    [WORD_FIRST, 'first'],
    [RANGE_FIRST, 'last'],
  ] as const) {
    const spans = [...bare.matchAll(pattern)].flatMap((match) => spanOf(match, wordAt));
    const chain = chained(spans);
    if (chain) return chain.map(({ from, word }) => ({ from, word }));
  }
  return null;
}

const figureOf = (part: string | undefined): number | null =>
  part === undefined ? null : Number(part);

function spanOf(match: RegExpMatchArray, wordAt: 'first' | 'last'): readonly Span[] {
  const parts: (string | undefined)[] = match.slice(1);
  const word = wordAt === 'first' ? parts.shift() : parts.pop();
  if (word === undefined) return [];
  const [low, high, over, under, a, b, least, leastOf, most, mostOf] = parts.map(figureOf);
  if (low != null && high != null) return [{ word, from: low, to: high }];
  if (over != null && under != null) return [{ word, from: under, to: over }];
  if (a != null && b != null) return [{ word, from: Math.min(a, b), to: Math.max(a, b) }];
  const from = least ?? leastOf;
  if (from != null) return [{ word, from, to: FULL }];
  const to = most ?? mostOf;
  return to == null ? [] : [{ word, from: 0, to }];
}

const FULL = 100;
const [FEWEST, MOST] = [3, 6];

function chained(spans: readonly Span[]): readonly Span[] | null {
  const falling = [...spans].sort((a, b) => b.from - a.from);
  const words = new Set(falling.map(({ word }) => word));
  if (falling.length < FEWEST || falling.length > MOST || words.size < falling.length) return null;
  const [first, last] = [falling[0], falling.at(-1)];
  if (first?.to !== FULL || last?.from !== 0) return null;
  const joined = falling.every(({ to }, at) => {
    const above = falling[at - 1];
    // 80–89 and 80–89.9 are what is below 90.
    return above === undefined || (to <= above.from && to >= above.from - 1);
  });
  return joined ? falling : null;
}
