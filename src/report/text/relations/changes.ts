import { sum } from '../../../quantity/exact';
import type { Figure } from '../facts/figure';
import { isChange, type Statement } from '../facts/statement';
import { sharesPair } from './likeness';

/** A change told with two or more of: now, before, by how much, by what share. */
export interface Change {
  readonly now: readonly Figure[];
  readonly before: Figure | null;
  readonly by: Figure | null;
  readonly share: Figure | null;
  /** +1 for growth, −1 for a fall, 0 where the words leave it open. */
  readonly direction: -1 | 0 | 1;
  /** 比上年增产0.5万吨: words of its own may make the figure told for last year's the change itself. */
  readonly mayBeBy?: boolean;
}

const RISE = /增长|增加|新增|上升|提高|提升|上涨|增幅|调增|追加|扩大|增至|增到/;
const FALL = /下降|降低|减少|压减|精简|削减|调减|核减|缩减|缩短|压缩|降幅|减幅|降至|降到|减至|减到/;
const FROM = /(?:由|从)[^，。；：]{0,16}$/;
const TO =
  /(?:增长|增加|提高|提升|上升|扩大|下降|降低|减少|缩短|压缩|压减|精简|削减|调整|增|降|升|减)(?:到了?|至|为)(?:20\d\d年度?的?)?$|^(?:增长|增加|提高|提升|上升|下降|降低|减少|调整)?(?:到|至)$/;
const AGAINST =
  /(?:比|较|同比|对比|相比)[^，。；]{0,4}?(?:20\d\d年度?|上年|去年|上一年|同期|前年|往年|期初|实施前|整治前|改造前)[^，。；\d]{0,12}$|^(?:上年|去年|上一年)(?:同期)?[^，。；\d比较]{0,8}(?:为|是|数)?$/;

/** What stands between last year and a figure: 增产 of 比上年增产0.5万吨, nothing of 比上年52万元. */
const OWN_WORDS =
  /(?:20\d\d年度?|上年度?|去年|上一年度?|同期|前年|往年|期初|实施前|整治前|改造前)(?:同期|末|底)?([^，。；\d]*)$/;

export const directionOf = (words: string): -1 | 0 | 1 =>
  RISE.test(words) === FALL.test(words) ? 0 : RISE.test(words) ? 1 : -1;

/** The changes a sentence tells of, each with the figures its words bind to it. */
export function changesOf(statement: Statement): Change[] {
  const { figures } = statement;
  return figures.flatMap(
    (figure, index) =>
      fromTo(figures, index) ??
      adjusted(figures, index) ??
      ofLaterYear(figures, index) ??
      ofTwoYears(figures, index) ??
      againstPrior(figures, index) ??
      priorBehind(statement, index) ??
      (isChange(figure) ? byAndShare(figures, index) : null) ??
      [],
  );
}

/** 由86件下降到43件，下降50%. */
function fromTo(figures: readonly Figure[], index: number): Change | null {
  const [figure, next] = [figures[index], figures[index + 1]];
  if (!figure || !next || !FROM.test(figure.label) || !TO.test(next.label)) return null;
  if (figure.unit !== next.unit) return null;
  const later = deltas(figures.slice(index + 2), next);
  const share = later.share ?? shareBefore(figures[index - 1], figure);
  // 由40万元降至34万元，…由800万元降至748万元，共节约58万元: of all of them.
  const isLater = figures.slice(0, index).some(({ label }) => TO.test(label));
  const isOfAll = isLater && later.by !== null && IN_ALL.test(later.by.label);
  if (isOfAll)
    return {
      now: [next],
      before: figure,
      by: null,
      share: null,
      direction: directionOf(next.label),
    };
  return { now: [next], before: figure, ...later, share, direction: directionOf(next.label) };
}

/** 下降12.5%（由48起降至42起） */
const shareBefore = (share: Figure | undefined, from: Figure): Figure | null =>
  share?.kind === 'percent' &&
  isChange(share) &&
  from.depth > share.depth &&
  from.start - share.end <= '（由'.length
    ? share
    : null;

const OPENED = /(?:年初|原|批复|初始|核定)(?:部门|项目|批复|下达)*(?:预算|安排|资金)/;
const ADJUSTED =
  /(?:调整(?:后|预算|为)|变更(?:后|为)|(?:追加|调增|调减|压减|核减)后|全年预算|最终预算)(?:(?!执行|支出|完成|使用|支付|结余)[^，。；\d]){0,10}$/;

/** By how much it differs from another year, not from what it was first. */
const COMPARED = /[比较]|上年|去年|同期/;

/** 年初预算300万元，年中追加80万元、调减45万元，调整后预算335万元: all changes between the two are told. */
function adjusted(figures: readonly Figure[], index: number): Change | null {
  const before = figures[index];
  if (!before || !OPENED.test(before.label) || isChange(before) || before.kind !== 'money')
    return null;
  const rest = figures.slice(index + 1);
  const at = rest.findIndex((figure) => !isChange(figure) || figure.unit !== before.unit);
  const [now, changes] = [rest[at], rest.slice(0, at)];
  if (!now || changes.length === 0 || !ADJUSTED.test(now.label) || now.unit !== before.unit)
    return null;
  const apart = [...changes, now].some(
    ({ segment, depth }) => segment !== before.segment || depth !== before.depth,
  );
  if (
    apart ||
    changes.some(
      ({ label }) => AMONG.test(label) || COMPARED.test(label) || directionOf(label) === 0,
    )
  )
    return null;
  // 全年预算660万元（含上年结转60万元）: one more part that the three do not tell.
  const behind = rest[at + 1];
  if (behind && behind.depth > now.depth && behind.unit === now.unit) return null;
  const by = netOf(changes);
  return by && { now: [now], before, by, share: null, direction: directionOf(by.label) };
}

/** Several changes as one, at the place and in the words of one that goes its way. */
function netOf(changes: readonly Figure[]): Figure | null {
  const net = sum(changes.map(({ value, label }) => value * directionOf(label)));
  const like = changes.findLast(({ label }) => directionOf(label) === Math.sign(net));
  if (changes.length < 2 || !like) return changes[0] ?? null;
  const decimals = Math.max(...changes.map((figure) => figure.decimals));
  const value = Math.abs(net);
  return { ...like, value, decimals, text: String(Number((value / like.factor).toFixed(6))) };
}

const YEAR = /^(20\d\d)年/;

/** 2022年完成投资1.2亿元，2023年完成投资1.5亿元，增长25%. */
function ofTwoYears(figures: readonly Figure[], index: number): Change | null {
  const [before, now] = [figures[index], figures[index + 1]];
  const [first, second] = [before, now].map((figure) =>
    Number(YEAR.exec(figure?.label ?? '')?.[1]),
  );
  if (!before || !now || before.unit !== now.unit || first === undefined || second === undefined) {
    return null;
  }
  // 2023年收入1545万元，2022年收入1500万元，同比增长3%: the later year told first.
  if (Math.abs(second - first) !== 1 || OF_LATER.test(now.label)) return null;
  const later = deltas(figures.slice(index + 2), now);
  const told = later.by ?? later.share;
  const [then, since] = second > first ? [before, now] : [now, before];
  return told ? { now: [since], before: then, ...later, direction: directionOf(told.label) } : null;
}

const OF_LATER = /^20\d\d年([^，。；\d]*)[比较](20\d\d)年/;

/** 2023年支出4053万元；2024年支出比2023年增加278.52万元，增长6.87%: of the later year the change alone is told. */
function ofLaterYear(figures: readonly Figure[], index: number): Change | null {
  const by = figures[index];
  const [, words = '', year] = OF_LATER.exec(by?.label ?? '') ?? [];
  if (!by || year === undefined || !isChange(by) || by.kind === 'percent') return null;
  const before = figures
    .slice(0, index)
    .findLast(({ label, unit }) => unit === by.unit && YEAR.exec(label)?.[1] === year);
  const { share } = deltas(figures.slice(index + 1), by);
  if (!before || !share || isChange(before)) return null;
  const isSame = words.length < 2 || sharesPair(words, before.label.replace(YEAR, ''));
  return isSame ? { now: [], before, by, share, direction: directionOf(by.label) } : null;
}

/** 46.8万元，比上年52万元减少5.2万元，下降10%. */
function againstPrior(figures: readonly Figure[], index: number): Change | null {
  const figure = figures[index];
  if (!figure || !AGAINST.test(figure.label) || isChange(figure)) return null;
  const later = deltas(figures.slice(index + 1), figure);
  const told = later.by ?? later.share;
  if (!told) return null;
  const now = nowFor(figures.slice(0, index), figure);
  const words = (OWN_WORDS.exec(figure.label)?.[1] ?? '').replace(/[的为是：:，]|[数额量]$/g, '');
  const mayBeBy = words !== '' && !now.some(({ lead }) => lead.includes(words));
  return { now, before: figure, ...later, direction: directionOf(told.label), mayBeBy };
}

/** 28.35万人次，同比增长5%，上年同期为27万人次. */
function priorBehind({ figures, text }: Statement, index: number): Change | null {
  const [now, share, before] = [figures[index], figures[index + 1], figures[index + 2]];
  if (!now || !before || share?.kind !== 'percent' || !isChange(share)) return null;
  const apart = [now, share].some(({ segment }) => segment !== before.segment);
  if (apart || now.unit !== before.unit || isChange(now) || isChange(before)) return null;
  // 同比下降8.8%（上年为34微克）
  const inBrackets = /^[（(]$/.test(text.slice(share.end, before.start - before.label.length));
  if (!/^(?:而)?(?:上年|去年|上一年)/.test(before.label)) return null;
  if (now.depth !== before.depth && !inBrackets) return null;
  return { now: [now], before, by: null, share, direction: directionOf(share.label) };
}

/** 46.8万元，比上年减少5.2万元，下降10%; 与上年相比增加320件，达到2880件，增长12.5%. */
function byAndShare(figures: readonly Figure[], index: number): Change | null {
  const [previous, figure, next] = [figures[index - 1], figures[index], figures[index + 1]];
  if (!figure || figure.kind === 'percent') return null;
  if (previous && (isChange(previous) || AGAINST.test(previous.label))) return null;
  const direction = directionOf(figure.label);
  const share = figures[index + 2];
  if (next && REACHED.test(next.label) && next.unit === figure.unit && share?.kind === 'percent') {
    const tells = isChange(share) && share.segment === figure.segment;
    return tells ? { now: [next], before: null, by: figure, share, direction } : null;
  }
  const found = deltas(figures.slice(index), figure);
  if (!/比|较|同期|上年|去年/.test(figure.lead) || !found.by || !found.share) return null;
  return { now: nowFor(figures.slice(0, index), found.by), before: null, ...found, direction };
}

const REACHED = /^[，,]?(?:总数|总量)?(?:达到?了?|达|为|增至|降至|减至)$/;

const nowFor = (earlier: readonly Figure[], like: Figure): readonly Figure[] =>
  earlier.filter(
    (figure) =>
      figure.segment === like.segment &&
      figure.unit === like.unit &&
      !isChange(figure) &&
      figure.depth <= like.depth,
  );

const AMONG = /其中|包括|分别/;
const IN_ALL = /^[，；]?(?:两项|三项|合计|累计|总)?共|^[，；]?(?:合计|总计|累计)/;
const YEARLY = /年均|[年月]平均|平均每?[年月]|每[年月]|复合/;

const OF_ANY_CHANGE =
  /同比|环比|相比|[比较]|上年|去年|上一年|同期|年均|累计|实际|总体|整体|平均|[总净约共年度率量额个了为达]|增长|增加|新增|上升|提高|提升|上涨|下降|降低|减少|压[减缩降]|缩[减短]|节[约省]|[增降减]幅/g;

/** 事故由48起降至42起，死亡人数下降20%: a clause that names something of its own tells of that. */
function isOfOther(figure: Figure, like: Figure): boolean {
  if (figure.clause === like.clause && figure.depth >= like.depth) return false;
  const name = figure.label.replace(/[^\u4e00-\u9fff]/g, '').replace(OF_ANY_CHANGE, '');
  return name.length > 1 && !sharesPair(name, like.lead);
}

/** How much and what share, told right behind; both change words of the same direction. */
function deltas(later: readonly Figure[], like: Figure): Pick<Change, 'by' | 'share'> {
  let by: Figure | null = null;
  let share: Figure | null = null;
  let clause = like.clause;
  for (const figure of later.slice(0, 2)) {
    if (figure.segment !== like.segment || figure.clause - clause > 1 || !isChange(figure)) break;
    // 由160万元压减到136万元，其中会议费压减4万元: of a part of it.
    // 由8.6万元增加到21.5万元，年均增长35.7%: by the years between them.
    if (AMONG.test(figure.label) || YEARLY.test(figure.label) || isOfOther(figure, like)) break;
    // 2022年新增6个，2023年新增7个，2024年新增5个: each of its own year.
    if (YEAR.test(figure.label) && !/[比较]/.test(figure.label)) break;
    clause = figure.clause;
    if (figure.kind === 'percent' && like.kind !== 'percent') share ??= figure;
    else if (figure.unit === like.unit || figure.kind === 'percentage-point') by ??= figure;
    else break;
  }
  return { by, share };
}
