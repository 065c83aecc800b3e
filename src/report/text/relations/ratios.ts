import type { Figure } from '../facts/figure';
import { isDenied, isNamed, kindOf } from './rate-kinds';
import { isOfEach, listedRate, rowOf } from './rate-lists';
import { namedIn, rateSubject } from './rate-subject';
import { fitsAs, shareRatio, withoutShares } from './share-ratios';
import { isNamedIn } from './share-words';
import { sharesPair } from './likeness';
import { areApart } from './apart';
import { sumsOf } from './sums';
import { isChange, isPlan, isPrior, scopesOf, type Statement } from '../facts/statement';

/** A stated rate with the figures its own words say it is of. */
export interface Ratio {
  readonly rate: Figure;
  /** Figures that the part may be; all of one unit. */
  readonly parts: readonly Figure[];
  /** Figures of the same part of the sentence that the whole may be. */
  readonly near: readonly Figure[];
  /** Others told before. */
  readonly far: readonly Figure[];
  /** `named`: the words bind rate and part; `beside`: they merely stand side by side. */
  readonly bound: 'named' | 'beside';
  /** Said with 占. */
  readonly isShare: boolean;
}

const NARROWED =
  /季度|上半年|下半年|\d月|累计|全国|全省|全市|平均|上年|去年|同期|第三方|目标|计划|以上|年初|省级|市级|考核|国家/g;

export const usable = (figure: Figure): boolean =>
  (figure.kind === 'money' || figure.kind === 'count' || figure.kind === 'points') &&
  figure.per === null &&
  !isChange(figure) &&
  // 超额完成6公里: by how much.
  !/超额?(?:完成|出|过)?了?$|[比较](?:目标|计划|任务|上年|去年)[^，。；\d]{0,4}[多少高低]$/.test(
    figure.label,
  ) &&
  !figure.rough;

const CUT = /核减|审减|核增|节约|节省|压减|调减/;

const CUT_RATE = new RegExp(`(?:${CUT.source})率`);

/** 核减143万元，核减率5%: of a rate of what was cut the change itself is the part. */
const isCutOf = (rate: Figure, figure: Figure): boolean => {
  const cut = CUT.exec(rate.label)?.[0];
  const counted = figure.kind === 'money' || figure.kind === 'count';
  return cut !== undefined && counted && figure.per === null && figure.label.includes(cut);
};

/** More than was due is a rate above 100 %; more than something else is no rate. */
export const DUE = /预算|计划|目标|应|任务|下达|安排/;

const MOST_BACK = 12;

/** Every rate of a sentence that its own figures can be held against; `told` are figures before it. */
export function ratiosOf(statement: Statement, told: readonly Figure[] = []): Ratio[] {
  const { figures } = statement;
  return figures.flatMap((rate, index): Ratio[] => {
    const bound = isPlan(rate) || isPrior(rate) || (isChange(rate) && !CUT_RATE.test(rate.label));
    if (rate.kind !== 'percent' || bound || isFraction(statement, rate)) return [];
    if (OWN_RECKONING.test(statement.text.slice(rate.end))) return [];
    if (isOfEach(statement, rate)) return [];
    const [over, under] = followsInBrackets(statement, figures, index);
    if (over && under)
      return [{ rate, parts: [over], near: [under], far: [], bound: 'named', isShare: false }];
    const before = figures
      .slice(Math.max(0, index - MOST_BACK), index)
      .filter((figure) => usable(figure) || isCutOf(rate, figure));
    const row = rowOf(statement, rate);
    if (row.length > 1) return listedRatio(statement, rate, row);
    const outright = ofFigure(statement, rate, before);
    if (outright) return [outright];
    const kind = kindOf(rate);
    if (kind === null) return [];
    return kind.type === 'share'
      ? shareRatio(statement, rate, withoutShares(statement, rate, before, kind.of), kind.of, told)
      : ownOrAfter(statement, rate, index, kind, before, told);
  });
}

/** 参保率98%（扣除异地参保）, 征缴率98%（按金额）: reckoned from figures that are not told. */
const OWN_RECKONING = /^[（(](?:按|以|扣除|剔除|不含|[^（）()，。\d]{0,6}口径)/;

type RateKind = { readonly head: string; readonly of: string };

/** A rate of figures before it or, where its part of the sentence has none, of the two right behind it. */
function ownOrAfter(
  statement: Statement,
  rate: Figure,
  index: number,
  kind: RateKind,
  before: readonly Figure[],
  told: readonly Figure[],
): Ratio[] {
  const later = statement.figures.slice(index + 1);
  const own = rateRatio(statement, rate, before, kind, told, wholesAfter(statement, later, rate));
  const alone = before.every(({ segment }) => segment !== rate.segment);
  return own.length === 0 && alone ? toldAfter(statement, rate, later, kind) : own;
}

const DUE_WORDS =
  /即|应|合同|批复|下达|安排|到位|已|支[付出]|完成|执行|数量?|总额|建设|开展|[为的额]/g;

/** 执行率88.4%，即预算总额250万元，实际支付221万元: what was due and what was done, told to explain the rate. */
function toldAfter(
  { text }: Statement,
  rate: Figure,
  later: readonly Figure[],
  { head }: RateKind,
): Ratio[] {
  const [one, two, next] = later;
  if (!one || !two || !usable(one) || !usable(two)) return [];
  const near = one.clause - rate.clause <= 1 && two.clause - one.clause <= 1;
  const apart = [one, two].some(({ segment }) => segment !== rate.segment);
  // …，支付率85%: the two have a rate of their own behind them.
  const taken = next?.kind === 'percent' && next.segment === rate.segment;
  if (!near || apart || taken || head === '') return [];
  const [part, whole] = isNamed(head, two) && !isPlan(two) ? [two, one] : [one, two];
  if (!isNamed(head, part) || !fitsAs(whole, part)) return [];
  const subject = rateSubject(rate);
  const own = subject.length < 2 || sharesPair(subject, text.slice(rate.end, two.end));
  // 支付率92%，工程类预算500万元: the figure names something that the rate does not.
  const other = namedIn(one.label.replace(DUE_WORDS, ''));
  const ofIt = own && (other.length < 2 || sharesPair(other, rate.lead));
  const due = DUE.test(whole.label) || WHOLE_AFTER.test(whole.label);
  return due && ofIt
    ? [{ rate, parts: [part], near: [whole], far: [], bound: 'named', isShare: false }]
    : [];
}

/** 甲、乙分别占60%、40%: of the figure at its place. */
function listedRatio({ figures }: Statement, rate: Figure, row: readonly Figure[]): Ratio[] {
  const [head] = row;
  const own = head ? figures.slice(0, figures.indexOf(head)).filter(usable) : [];
  const of = listedRate(row, rate, own);
  if (!head || !of) return [];
  const isShare = kindOf(head)?.type === 'share';
  return [{ rate, parts: [of.part], near: [of.whole], far: [], bound: 'named', isShare }];
}

/** 12.6万人，较上年的10.5万人增长20%，占常住人口84万人的15%: what is compared with is no part. */
const isCompared = (figure: Figure): boolean => isPrior(figure) && /[比较]/.test(figure.label);

/** 完成计划10公里的125%, 占合同价款456.5万元的80%: the whole stands in the words themselves. */
function ofFigure({ text }: Statement, rate: Figure, before: readonly Figure[]): Ratio | null {
  const whole = before.at(-1);
  if (!whole || !/^(?:总?额|总数|总量)?的$/.test(text.slice(whole.end, rate.start))) return null;
  if (!/完成|占|达|为|是|相当于/.test(whole.label)) return null;
  const fitting = before
    .slice(0, -1)
    .filter((figure) => fitsAs(figure, whole) && !isCompared(figure));
  // 5个乡镇12个村，占乡镇总数16个的31.25%: the one of which the whole has the name.
  const part = fitting.findLast((figure) => isNamedIn(whole.label, figure)) ?? fitting.at(-1);
  if (!part || part.segment !== rate.segment) return null;
  // 新增2400个，其中地面1500个、地下900个，完成计划2000个的120%: of what the list is of, too.
  const list = text.lastIndexOf('其中', part.start);
  const listed = before.filter((figure) => figure.end <= list && fitsAs(figure, whole)).slice(-1);
  return { rate, parts: [part, ...listed], near: [whole], far: [], bound: 'named', isShare: false };
}

/** `47.5%为614.39万元` goes from the rate to the amount. */
const isFraction = ({ text }: Statement, rate: Figure): boolean =>
  /^(?:[^，。；\d%占率]{0,8})(?:为|即|计|，计|，即|共)(?:约|人民币)?\d[\d.,]*(?:亿|万)?元/.test(
    text.slice(rate.end),
  ) || /^(?:的?比例|计|的?标准)/.test(text.slice(rate.end));

/** 合格率98.33%（118/120） */
function followsInBrackets(
  statement: Statement,
  figures: readonly Figure[],
  index: number,
): Figure[] {
  const rate = figures[index];
  if (!rate || !/^[（(]/.test(statement.text.slice(rate.end))) return [];
  const [one, two] = figures.slice(index + 1, index + 3);
  const between = one && two ? statement.text.slice(one.end, two.start) : '';
  // 参训率98.4%（应到125人，实到123人）
  const isDue = one?.unit === two?.unit && /应[\u4e00-\u9fff]{0,4}$/.test(one?.label ?? '');
  if (one && two && isDue && /实[\u4e00-\u9fff]{0,4}$/.test(two.label)) return [two, one];
  return one && two && /^[^，。]{0,6}[/／÷][^，。]{0,6}$/.test(between) ? [one, two] : [];
}

/** 体检率72.56%，全县老年人共5.32万人: what was due or is there in all, told behind the rate. */
const wholesAfter = (
  statement: Statement,
  later: readonly Figure[],
  rate: Figure,
): readonly Figure[] =>
  later.filter(
    (figure) =>
      (figure.kind === 'money' || figure.kind === 'count') &&
      figure.per === null &&
      (figure.clause - rate.clause <= 1 || isRightBehind(statement, rate, figure)) &&
      !isPrior(figure) &&
      !isChange(figure) &&
      WHOLE_AFTER.test(figure.label),
  );
/** 95%（资金总量4312万元） */
const isRightBehind = ({ text }: Statement, rate: Figure, figure: Figure): boolean =>
  /^[（(][^，。；（）()\d]*$/.test(text.slice(rate.end, figure.start));
const WHOLE_AFTER = /(?:应|计划|目标|任务|总数|总量|共有|现有|全[县市区镇乡村省州校院园])/;

function rateRatio(
  statement: Statement,
  rate: Figure,
  before: readonly Figure[],
  { head, of }: RateKind,
  told: readonly Figure[],
  after: readonly Figure[],
): Ratio[] {
  const segment = before.filter(
    (figure) => figure.segment === rate.segment || figure.depth > rate.depth,
  );
  const last = segment.at(-1);
  if (!last && before.length === 0) return fromBefore(statement, rate, head);
  if (!last || isNarrower(rate, segment, statement)) return [];
  const same = segment.filter((figure) => figure.unit === last.unit);
  const named = same.filter(
    (figure) =>
      !isPlan(figure) &&
      !isTask(figure) &&
      !isSurpassed(figure, same) &&
      isNamed(head, figure) &&
      !isDenied(head, rate, figure) &&
      !isOfPartOfYear(figure, rate),
  );
  const byWords = barelyNamed(named, same, head) ?? named;
  // 覆盖10个乡镇132个村: what is told in one breath with it is covered too.
  const breath = same.filter((figure) =>
    byWords.some(({ clause, start }) => clause === figure.clause && start <= figure.start),
  );
  const parts = breath.length > 0 ? breath : dueAndDone(same, after);
  if (parts.length > 0) {
    const ofIt = (figure: Figure): boolean =>
      !(byWords.includes(figure) && (IN_ALL.test(figure.label) || isSpent(head, figure))) &&
      parts.some((part) => fitsAs(figure, part) && !areApart(statement, figure, part)) &&
      (of === '' ||
        !same.some(({ label }) => sharesPair(of, label)) ||
        sharesPair(of, figure.label));
    const own = same.filter(ofIt);
    const near = own.length > 0 ? own : after.filter(ofIt);
    const far = [...told, ...before.filter((figure) => !same.includes(figure))].filter(ofIt);
    const base = { rate, parts, bound: 'named', isShare: false } as const;
    return near.length + far.length === 0 ? [] : [{ ...base, near, far }];
  }
  const [first, second, ...more] = same;
  if (!first || !second || more.length > 0 || rate.clause - second.clause > 1) return [];
  // 发放500份，收回498份，满意度93.6%: how many answered says nothing of how content they are.
  if (/满意|认可/.test(head)) return [];
  const [part, whole] = isSurpassed(second, same) ? [first, second] : [second, first];
  return [{ rate, parts: [part], near: [whole], far: [], bound: 'beside', isShare: false }];
}

/** 超额完成全年7万份的任务: what was due. */
const isTask = ({ tail }: Figure): boolean =>
  /^的?(?:年度|全年|既定)?(?:目标|计划|任务)/.test(tail);

/** 新增岗位2150个，超额完成年度目标2000个: what was due, and less than what was done. */
const isSurpassed = (figure: Figure, same: readonly Figure[]): boolean =>
  /超(?:额|过)[^，。；\d]{0,6}(?:目标|任务|计划)[^，。；\d]{0,4}$/.test(figure.label) &&
  same.some((one) => one.end <= figure.start && one.value > figure.value);

/** 项目支出2740万元，执行2553.92万元，执行率93.21%: the bare word of the rate's own is the part, of the one before it. */
function barelyNamed(
  named: readonly Figure[],
  same: readonly Figure[],
  head: string,
): readonly Figure[] | null {
  const [whole, part, ...more] = same;
  const isBare = part && part.label.replace(/[^\u4e00-\u9fff]|数$/g, '') === head;
  const isOnly = whole && part && more.length === 0 && named.length === 2;
  return isBare && isOnly && part.value <= whole.value ? [part] : null;
}

/** 债券支出3880万元，配套支出1328万元，执行率83%: what was spent of another source is not what was due. */
const isSpent = (head: string, { kind, label }: Figure): boolean =>
  kind === 'money' &&
  /执行|支[出付]|使用/.test(head) &&
  /执行|支[出付]|使用/.test(label) &&
  !DUE.test(label);

/** 第一批已支出686万元，…，合计支出866万元: what is done in all is not what was due. */
const IN_ALL = /(?:合计|共计|累计|总计)[^，。；\d]{0,4}$/;

/** 下达资金500万元。支出480万元。执行率96%。: of the sentences before in the paragraph. */
function fromBefore({ earlier, before }: Statement, rate: Figure, head: string): Ratio[] {
  const listed = before ? sumsOf(before).flatMap(({ parts }) => parts) : [];
  // 支付113万元，其中甲48万元、乙15万元。执行率100%: a list of parts is neither part nor whole.
  const told = earlier.filter((figure) => usable(figure) && !listed.includes(figure));
  const parts = told.filter((figure) => isNamed(head, figure));
  const part = parts.at(-1);
  if (!part || head === '' || scopesOf(rate.lead).length > 0 || rate.lead.match(NARROWED))
    return [];
  const far = told.filter((figure) => fitsAs(figure, part));
  // 下达资金210万元。支出193.21万元。: of one amount there to be spent the rate can be of no other.
  const only = far.length === 1 && far.every(({ label }) => DUE.test(label));
  return far.length === 0
    ? []
    : [
        {
          rate,
          parts: only ? [part] : parts,
          near: only ? far : [],
          far,
          bound: 'named',
          isShare: false,
        },
      ];
}

/** 应检45台，实检43台: of two the done one is the part, whatever the rate is called. */
function dueAndDone(figures: readonly Figure[], after: readonly Figure[]): readonly Figure[] {
  const [due, done, ...more] = figures;
  // 巡查207处，覆盖率98.57%，全县应巡查210处.
  if (due && !done && after.some((whole) => fitsAs(whole, due))) return [due];
  const pair = due && done && more.length === 0 && /应[\u4e00-\u9fff]/.test(due.label);
  return pair && /[实已]/.test(done.label) ? [done] : [];
}

/** 累计改造完成率 is not of this year's 30个. */
function isNarrower(rate: Figure, parts: readonly Figure[], { text }: Statement): boolean {
  const words = text.slice(parts.at(-1)?.end ?? 0, rate.start);
  // 已签约14.2万人，其中重点人群签约率71.3%: of a part of them.
  if (words.includes('其中')) return true;
  const own = [...(words.match(NARROWED) ?? []), ...scopesOf(words)];
  const theirs = parts.map(({ lead }) => lead).join();
  return own.some((word) => !theirs.includes(word));
}

/** 11月支付188万元 is no part of 全年支付进度. */
const isOfPartOfYear = ({ label }: Figure, rate: Figure): boolean =>
  /全年|年度|累计/.test(rate.lead) && /\d月(?!底|末)|季度/.test(label);
