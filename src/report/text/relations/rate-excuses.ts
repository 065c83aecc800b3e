import { subtract } from '../../../quantity/exact';
import type { Figure } from '../facts/figure';
import { isChange, isPlan, type Statement } from '../facts/statement';
import { pairsShared, sharesPair } from './likeness';
import { countable } from './part-runs';
import { fitOf, type Fit } from './rate-fit';
import { nameBeside, stemOf } from './rate-kinds';
import { DUE, usable, type Ratio } from './ratios';
import { missing } from './sum';
import { sumsOf } from './sums';

export interface JudgedRatio {
  readonly statement: Statement;
  readonly ratio: Ratio;
  readonly part: Figure;
  readonly whole: Figure;
  /** As the rate is written, rounded half-up. */
  readonly expected: string;
  readonly fit: Fit;
  /** It may be one figure's rate with what is beyond the point left out. */
  readonly isCut: boolean;
  /** Whether the rate written is one slip away from the right one. */
  readonly mistyped: boolean;
  /** The whole stands in the same part of the sentence, or is the base of a rate beside. */
  readonly close: boolean;
}

/**
 * 36座，其中新建20座、改建16座，完成率100%: all of the list, and not the first of it. Nor is one part of
 * a list, 98件 of 126件，其中立行立改98件、限期整改28件, what another is a share of.
 */
const isOfAllListed = ({ statement, ratio: { rate }, part, whole, fit }: JudgedRatio): boolean =>
  fit === null &&
  sumsOf(statement).some(
    (one) =>
      one.parts.includes(part) &&
      (one.parts.includes(whole) || (rate.value === 100 && one.total === whole)) &&
      missing(one) === 0,
  );

/** 中型2座、小（1）型12座、小（2）型42座，…28座，占小型总数的51.85%: of neighbours in a list together. */
const isOfRun = ({ statement, ratio: { rate, isShare }, part, fit }: JudgedRatio): boolean =>
  isShare &&
  fit === null &&
  countable(
    statement.figures.filter(
      (one) => one.unit === part.unit && one.end < part.start && one.segment === part.segment,
    ),
  ).some(({ part: whole, of }) => of.length > 1 && fitOf(part, whole, rate) === 'rounded');

const SETTLED = /审定|定案|中标|成交|结算|[减降]后/;

/** 共核减136万元，核减率6.8%，审定预算1864万元: of what was left of it, with what was cut. */
const isOfLeft = ({ statement: { figures }, ratio: { rate }, part, fit }: JudgedRatio): boolean =>
  fit === null &&
  /[减降省约浮]/.test(rate.label) &&
  figures.some(
    (one) =>
      one !== part &&
      one.unit === part.unit &&
      SETTLED.test(one.label) &&
      fitOf(part, { ...one, value: one.value + part.value }, rate) === 'rounded',
  );

/** 新增绿地46公顷，其中公园绿地21公顷、防护绿地15公顷、附属绿地10公顷，绿地率39.6%: of none of a list whose every part is so called. */
const isOfAllAlike = ({ statement, ratio: { rate, isShare }, part, whole, fit }: JudgedRatio) =>
  fit === null &&
  !isShare &&
  sumsOf(statement).some(
    ({ total, parts }) =>
      total === whole &&
      parts.length > 1 &&
      parts.includes(part) &&
      parts.every(({ label }) => sharesPair(stemOf(rate), label) && !/[未不非]/.test(label)),
  );

/** 34个中，优良的28个，合格的6个，优良率82.35%，合格率100%: the better ones are counted, too. */
function isOfPartsTogether(judged: JudgedRatio): boolean {
  const { statement, ratio, part, fit } = judged;
  const alike = statement.figures.filter(
    (one) => one.unit === part.unit && one.end <= ratio.rate.start && usable(one),
  );
  return (
    fit === null &&
    part.kind === 'count' &&
    countable(alike).some(
      ({ part: all, of }) =>
        of.length > 1 &&
        of.includes(part) &&
        alike.some((one) => !of.includes(one) && fitOf(all, one, ratio.rate) === 'rounded'),
    )
  );
}

/** 回收248份，有效问卷245份，有效回收率94.23%: of the figure that has another word of the rate's name. */
const isOfOtherWord = ({ statement, ratio: { rate, isShare }, part, whole, fit }: JudgedRatio) =>
  fit === null &&
  !isShare &&
  statement.figures.some(
    (one) =>
      one !== part &&
      one !== whole &&
      one.unit === part.unit &&
      one.segment === rate.segment &&
      sharesPair(stemOf(rate), one.label) &&
      fitOf(one, whole, rate) === 'rounded',
  );

/** So many neighbouring signs in common: named alike. */
const ALIKE = 2;

/** 按期完工5个，逾期完工1个，按期完工率83.33%: of both together, none of which is the other's whole. */
const isOfBoth = ({ ratio: { rate }, part, whole, fit }: JudgedRatio): boolean =>
  fit === null &&
  part.kind === 'count' &&
  rate.value < 100 &&
  pairsShared(part.label, whole.label) >= ALIKE &&
  ![part, whole].some((one) => isPlan(one) || DUE.test(one.label)) &&
  [part, whole].some(
    (one) =>
      one.segment === rate.segment &&
      fitOf(one, { ...whole, value: part.value + whole.value }, rate) === 'rounded',
  );

const LACKS = /[不未无欠漏损亏缺空失剩差余]/;

/** 供水832万立方米，售水716万立方米，产销差率13.94%: of what of the whole the part is not. */
const isOfRest = ({ ratio: { rate }, part, whole, fit }: JudgedRatio): boolean =>
  fit === null &&
  LACKS.test(rate.label) &&
  whole.value > part.value &&
  fitOf({ ...part, value: subtract(whole.value, part.value) }, whole, rate) === 'rounded';

const BEYOND = /超|多出|多完成|高[于出]|[低少]于|[欠短缺]/;

/** 24个，超额完成计划22个的9.09%: a share of what is beyond the whole, or what of it is missing. */
function isOfDifference({ statement: { text }, ratio: { rate }, part, whole, fit }: JudgedRatio) {
  const words = text.slice(Math.min(part.end, whole.end), rate.start) + whole.label;
  const value = Math.abs(subtract(part.value, whole.value));
  return fit === null && BEYOND.test(words) && fitOf({ ...part, value }, whole, rate) !== null;
}

/** 年初预算865万元，执行中调减23万元。…执行率97%: of what the changes told beside made of the whole. */
function isOfChanged({ statement, ratio: { rate }, part, whole, fit }: JudgedRatio): boolean {
  if (fit !== null || whole.kind !== 'money') return false;
  const beside = [...statement.earlier, ...statement.figures].filter(
    (one) => one.kind === 'money' && one !== whole && one !== part,
  );
  const changes = beside.filter((one) => isChange(one) || LEFT_OVER.test(one.label));
  return changes.some((one) =>
    [
      [part, { ...whole, value: subtract(whole.value, one.value) }] as const,
      [part, { ...whole, value: whole.value + one.value }] as const,
      [part, { ...whole, value: part.value + one.value }] as const,
    ].some(([of, all]) => all.value > 0 && fitOf(of, all, rate) === 'rounded'),
  );
}
const LEFT_OVER = /(?:结余|剩余|结转)[^，。；\d]{0,6}$/;

/** 不规范的3份已全部整改，整改率100% */
const ALL_OF_THEM = /全部|均已?/;
const AMONG_NAMED = /其中([^，；。\d]*)$/;
const REST = /其余|剩余|余下|另有/;
const APART = 5;

/**
 * 其余2个标段合格，合格率100%; 其中脱贫人口参保3.2万人，参保率100%: of a rest, or of a part far from being
 * such a share of all, the rate tells how many of themselves; of less than all it is a larger one.
 */
function isOfPartItself(judged: JudgedRatio): boolean {
  const { statement, ratio, part, fit } = judged;
  if (fit !== null || ratio.isShare) return false;
  const isAll = ratio.rate.value === 100 && ALL_OF_THEM.test(part.tail);
  const isNamed = ({ start }: Figure): boolean => {
    const among = AMONG_NAMED.exec(statement.text.slice(0, start))?.[1] ?? '';
    return nameBeside(ratio.rate, among).length > 1;
  };
  const near = statement.figures.findLast(({ end }) => end <= ratio.rate.start);
  const isBehindPart = near !== undefined && near.start > part.end && isNamed(near);
  const isFar = ratio.rate.value - Number(judged.expected) > APART;
  // 其中非常满意138份、满意88份，满意度67%: of several that it counts it is of no single one.
  const isLast = ratio.parts.at(-1) === part;
  return REST.test(part.lead) || isAll || isBehindPart || (isLast && isNamed(part) && isFar);
}

/** 执行率96%，其中基本支出1652万元，执行率100%；项目支出2679.52万元，执行率93.69%: each of its own budget. */
const isOfItsOwn = ({
  statement,
  ratio: { rate, isShare },
  part,
  whole,
  fit,
}: JudgedRatio): boolean => {
  const list = statement.text.slice(0, part.start).lastIndexOf('其中');
  const isListed = (one: Figure): boolean => one.start > list && one.end < part.start;
  return (
    fit === null &&
    !isShare &&
    list >= 0 &&
    !(statement.figures.includes(whole) && whole.start > list) &&
    statement.figures.some(
      (one) => one.kind === 'percent' && isListed(one) && stemOf(one) === stemOf(rate),
    )
  );
};

/** What else a rate that does not fit may be of. */
export const EXCUSES: readonly ((judged: JudgedRatio) => boolean)[] = [
  isOfPartItself,
  isOfItsOwn,
  isOfAllListed,
  isOfRun,
  isOfBoth,
  isOfPartsTogether,
  isOfLeft,
  isOfAllAlike,
  isOfDifference,
  isOfRest,
  isOfOtherWord,
  isOfChanged,
];
