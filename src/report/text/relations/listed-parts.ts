import { sum } from '../../../quantity/exact';
import { placeOf, type Figure } from '../facts/figure';
import { isChange, type Statement } from '../facts/statement';
import { areColumns, awarded, oneColumn } from './columns';
import { isDivision } from './divisions';
import { areOfColumns, areStands, closingTotal, isYetToCome, ofScore, withOwnTotal } from './roles';
import { isAmount, leavesOut, listable, OPEN_LIST, REST, type Sum } from './sum';

const AMONG =
  /其中|包括|包含|主要用于|由(?=[^，。；\d]{1,12}\d[^。；]*(?:组成|构成))|分别|分为|分配(?:给|至|到(?!位))|(?<=[，（(])含|(?:具体|明细|构成)[^，。；：\d]{0,8}[：:]/g;

/** Totals told before what is in them: 66件，其中…; 129件（…）; 4312万元：…. */
export const listedParts = (statement: Statement, amounts: readonly Figure[]): readonly Sum[] => [
  ...bracketed(statement, amounts),
  ...among(statement, amounts),
  ...behindColon(statement, amounts),
];

/** `129件（撤销1件，驳回2件，…）`: a list in brackets right after its total, or after 9862户15230人. */
function bracketed({ text }: Statement, amounts: readonly Figure[]): Sum[] {
  return amounts.flatMap((total, index): Sum[] => {
    const from = endOfRun(amounts, index);
    const inside = /^[^，。；、\d（(]{0,10}[（(]([^（）()]*)[）)]/.exec(text.slice(from));
    if (!inside || total.rough) return [];
    const close = from + inside[0].length;
    const words = inside[1] ?? '';
    if (/[×xX*]|每|÷/.test(words)) return [];
    const parts = amounts.filter(
      (part) => part.start > from && part.end <= close && listable(total, part),
    );
    if (parts.length === 0) return [];
    const some =
      /^(?:其中|含|包括|包含|如|比如|不含)/.test(words) ||
      OPEN_LIST.test(words) ||
      parts.length === 1;
    if (
      /^(?:不含|比|较|上年|原)|满分|标准/.test(words) ||
      (parts.length === 1 && !/^(?:其中|含|包括)/.test(words))
    )
      return [];
    return [{ total, parts, listed: some && !REST.test(words) ? 'some' : 'all' }];
  });
}

/** Where figures told in one breath end: 9862户15230人. */
function endOfRun(amounts: readonly Figure[], index: number): number {
  let end = amounts[index]?.end ?? 0;
  for (const { start, label, end: next } of amounts.slice(index + 1)) {
    if (start !== end || label !== '') break;
    end = next;
  }
  return end;
}

/** `66件，其中政府文件11件、部门文件55件`; `三镇分别120亩、80亩，共200亩` is told behind its parts. */
function among(statement: Statement, amounts: readonly Figure[]): Sum[] {
  const { text } = statement;
  const marks = [...text.matchAll(AMONG)];
  return marks.flatMap((mark, index): Sum[] => {
    const at = mark.index;
    if (/[（(][^（）()]*$/.test(text.slice(0, at))) return [];
    const first = amounts.find((figure) => figure.start > at);
    if (!first || first.start - at > 60) return [];
    if (mark[0] === '分别' && areColumns(amounts, at, first)) return [];
    if (isOfChange(statement, first, at)) return [];
    const next = marks[index + 1]?.index ?? text.length;
    const stop = stopOf(text, first, next);
    const behind = amounts.filter(
      (figure) => figure.start > at && figure.start < next && figure.depth === first.depth,
    );
    const closing = closingTotal(behind);
    const end = Math.min(stop, closing?.start ?? stop);
    const list = untilOtherTime(behind.filter(({ start }) => start < end));
    const own = amounts.filter((figure) => figure.end <= at && figure.depth === first.depth);
    const before = at <= 2 ? statement.before : null;
    const words = text.slice(at, stop);
    return seriesOf(list).flatMap((series): Sum[] => {
      const found = sumOfSeries(series, list, own, before, mark[0]);
      if (found && goesOnToTotal(found, behind)) return [];
      if (found?.parts.some((part) => isYetToCome(text, found.total, part))) return [];
      const closed = found?.listed === 'all' || REST.test(words);
      const listed = closed && !OPEN_LIST.test(words) ? 'all' : 'some';
      const open = listed === 'some' && found !== null && leavesOut(text, found);
      return open ? [] : withOwnTotal(found && { ...found, listed }, closing);
    });
  });
}

const OWN_TIME = /^(?:本年度?|今年|当年|全年|年内|20\d\d年)/;

/** 其中标准化152所，本年度新建14所: a time of its own begins what is no part of the list. */
function untilOtherTime(list: readonly Figure[]): readonly Figure[] {
  const isTimed = ({ lead }: Figure): boolean => OWN_TIME.test(lead.replace(/^其中[：:]?/, ''));
  const [first] = list;
  const at = first && !isTimed(first) ? list.findIndex(isTimed) : -1;
  return at < 0 ? list : list.slice(0, at);
}

/** 2021年省级3万元、中央5万元，2022年省级4万元、中央6万元: the list may go on behind its comma, and all of it fits. */
function goesOnToTotal({ total, parts }: Sum, behind: readonly Figure[]): boolean {
  const values = behind.filter((part) => listable(total, part)).map(({ value }) => value);
  const further = values.slice(parts.length);
  const own = sum(parts.map(({ value }) => value));
  const fits = (_: number, index: number): boolean =>
    Math.abs(own + sum(further.slice(0, index + 1)) - total.value) < placeOf(total) / 2;
  return own < total.value && further.some(fits);
}

/** 追加20万元，其中设备购置15万元: a list of what was added, which is no part of what was there before. */
const isOfChange = ({ figures }: Statement, first: Figure, at: number): boolean => {
  const near = figures.filter(({ end, unit }) => end <= at && unit === first.unit).at(-1);
  return near !== undefined && near.segment === first.segment && isChange(near);
};

/** 城市1122户1860人, 一期5个乡镇38个村: figures of one thing counted are a list of their own. */
function seriesOf(list: readonly Figure[]): readonly (readonly Figure[])[] {
  const counted = list.map((figure) => thingOf(figure, list));
  return [...new Set(counted)].map((thing) => list.filter((_, at) => counted[at] === thing));
}

/** 38个村 told in one breath with 5个乡镇 is told of villages, which no 个 alone tells. */
function thingOf(figure: Figure, list: readonly Figure[]): string {
  return isBesideOther(figure, list) ? `${figure.unit} ${figure.tail}` : figure.unit;
}

const isBesideOther = (figure: Figure, list: readonly Figure[]): boolean =>
  // 20分得19分 is one item with its marks.
  figure.kind !== 'points' &&
  list.some(
    (one) =>
      one.unit === figure.unit &&
      one.tail !== figure.tail &&
      // 设备费20万元和培训费10万元 are two items of a list.
      ![one, figure].some(({ tail }) => /^(?:[和及与]|以及)/.test(tail)) &&
      (one.end + one.tail.length === figure.start || figure.end + figure.tail.length === one.start),
  );

function sumOfSeries(
  series: readonly Figure[],
  list: readonly Figure[],
  earlier: readonly Figure[],
  before: Statement | null,
  mark: string,
): Sum | null {
  const [first] = series;
  // 9个乡镇68个村，其中一期5个乡镇38个村: of the figure that counts the same.
  const things = first && isBesideOther(first, list) ? first.tail : null;
  const alike = things === null ? earlier : earlier.filter(({ tail }) => tail === things);
  const near = first ? totalFor(first, alike, before, mark) : null;
  const total = near && (addedUp(near, earlier, series) ?? near);
  if (!total || total.rough) return null;
  // 分别占总支出1000万元的62%、18%: what they are shares of is none of them.
  const own = series.filter(
    (part, index) =>
      listable(total, part) &&
      !part.label.includes('占') &&
      !(index > 0 && STAGE_OF_PART.test(part.label) && !STAGE_OF_PART.test(series[0]?.label ?? '')),
  );
  if (areOfColumns(own, earlier) || areStands(own)) return null;
  const parts = oneColumn(ofScore(total, own), list);
  if (parts === null || parts.length === 0) return null;
  if (reachesPast(total, parts, earlier) || parts.some(isOfProject)) return null;
  if (areGraders(total, parts)) return null;
  // 2个片区，由5个乡镇和20个村组成: other things than what they make up.
  if (mark === '由' && total.kind !== 'money') return null;
  const all =
    (/^(?:分[别为]|由)/.test(mark) && parts.length > 1) ||
    isDivision(parts.map((part) => withName(part, list))) ||
    (total.kind === 'points' && parts.length > 2);
  return { total, parts, listed: all ? 'all' : 'some' };
}

/** 其中财政拨款500万元，执行480万元: what became of the part before it. */
const STAGE_OF_PART = /^[，,、]?(?:实际|已)?(?:执行|支出|支付|使用|到位)(?:数|资金|金额)?(?:为)?$/;

/** 本年收入3400万元，年初结转120万元，其中财政拨款3000万元: of an earlier figure, not of the nearest. */
const reachesPast = (
  total: Figure,
  parts: readonly Figure[],
  earlier: readonly Figure[],
): boolean => {
  const value = sum(parts.map((part) => part.value));
  return (
    parts.some((part) => part.value > total.value) &&
    earlier.some(
      (one) => one.segment === total.segment && one.unit === total.unit && one.value >= value,
    )
  );
};

/** 整体得分96.5分，其中“平安校园”项目得分97分: the whole is a mean of its projects. */
const isOfProject = ({ kind, label }: Figure): boolean =>
  kind === 'points' && /项目(?:自评|综合|绩效)?(?:得分|评分|总分)/.test(label);

/** 综合得分96分，其中自评得分97分、抽查得分95分: a mean of graders, each near the whole. */
const areGraders = (total: Figure, parts: readonly Figure[]): boolean =>
  total.kind === 'points' && parts.every(({ value }) => value >= total.value * NEAR_WHOLE);
const NEAR_WHOLE = 0.7;

/** 原值1286万元，折旧436万元，净值850万元；其中房屋620万元…: of the figure that the list makes up, if not of the nearest. */
function addedUp(
  near: Figure,
  earlier: readonly Figure[],
  series: readonly Figure[],
): Figure | null {
  const value = sum(series.map((part) => part.value));
  const alike = earlier.filter(({ unit, rough }) => unit === near.unit && !rough);
  return alike.findLast((figure) => Math.abs(figure.value - value) < 1e-9) ?? null;
}

/** 城市1122户1860人: the people have the name of the homes before them. */
function withName(part: Figure, list: readonly Figure[]): Figure {
  const before = list[list.indexOf(part) - 1];
  return part.label === '' && before ? { ...part, label: before.label } : part;
}

const LONGEST_ITEM = 12;

/** `资金4312万元：中央2150万元，省级1280万元，县级882万元`: a list of names with an amount each. */
function behindColon({ text, figures }: Statement, amounts: readonly Figure[]): Sum[] {
  return amounts.flatMap((total): Sum[] => {
    const colon = /^[^，。；、\d：:]{0,4}[：:]/.exec(text.slice(total.end));
    if (!colon || total.rough || total.depth > 0) return [];
    const items = figures.filter((figure) => figure.start > total.end && figure.depth === 0);
    const told = items.filter((figure) => isAmount(figure) && listable(total, figure));
    const parts = awarded(told);
    const named = items.every(
      ({ label }) => label.replace(/[^\u4e00-\u9fff]/g, '').length <= LONGEST_ITEM,
    );
    return named && parts.length > 1 && told.length === items.length
      ? [{ total, parts, listed: 'some' }]
      : [];
  });
}

/** The figure a list tells the parts of: the one before it, or the only one of the sentence before. */
function totalFor(
  first: Figure,
  own: readonly Figure[],
  before: Statement | null,
  mark: string,
): Figure | null {
  const near = own.filter((figure) => listable(figure, first)).at(-1);
  if (near) {
    const counted = mark === '分别' || mark === '分为';
    return !counted || near.segment === first.segment ? near : null;
  }
  const earlier = (before?.figures ?? []).filter(
    (figure) => isAmount(figure) && listable(figure, first) && figure.depth === 0,
  );
  return earlier.length === 1 ? (earlier[0] ?? null) : null;
}

/** 其中：彩超2台；…: what follows the colon is the list. */
const isOpened = (text: string, first: Figure): boolean =>
  /[：:][^，。；、\d]*$/.test(text.slice(0, first.start));

/** Where a list of parts ends: with its semicolon where a new total follows, or with its clause. */
function stopOf(text: string, first: Figure, next: number): number {
  const rest = text.slice(first.end, next);
  const tight = /^[^，；。\d]*、/.test(rest);
  const loose = tight ? /[，；。]/.exec(rest) : null;
  if (loose) {
    // A list by 、 may still go on behind a comma: `A1件、B2件，C3件` ends at B.
    return first.end + loose.index;
  }
  // 1260人，其中困难人员386人；新增就业4820人: something else, unless the list goes on for two more.
  const [, second, third] = rest.split('；');
  if (second !== undefined && third === undefined && next === text.length && !isOpened(text, first))
    return first.end + rest.indexOf('；');
  return next < text.length ? text.slice(0, next).search(/[；。][^；。]*$/) + 1 || next : next;
}
