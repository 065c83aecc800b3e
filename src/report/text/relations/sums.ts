import { readChineseNumber } from '../../../quantity/chinese-number';
import { subtract, sum } from '../../../quantity/exact';
import { placeOf, type Figure } from '../facts/figure';
import { isSlip } from '../facts/slip';
import { isChange, isPlan, isPrior, type Statement } from '../facts/statement';
import { areColumns, awarded, oneColumn } from './columns';
import { areSources, isDivision, opposedWord } from './divisions';

/** A total and what is said to be in it. */
export interface Sum {
  readonly total: Figure;
  readonly parts: readonly Figure[];
  /** `all`: the words say that nothing else is in it; `some`: the list may leave something out. */
  readonly listed: 'all' | 'some';
}

const TOTAL =
  /(?:(?<![公中])共计?|合计|总计|总共|一共|小计|总额|总数|总量|总(?:得|评)?分)(?:[^，。；、\d享同]{0,8})$/;
const AMONG = /其中|包括|包含|分别|分为|(?<=[，（(])含/g;
const OPEN_LIST = /等(?:[^级次待候额同，。；、）)]{0,6})(?:[，。；）)]|$)/;
const REST = /其他|其它|其余|另有|剩余/;
const SEPARATOR = /^[^，；。]*[、和及与][^，；。]*$/;

/** Every total of a sentence with its parts. */
export function sumsOf(statement: Statement): Sum[] {
  const amounts = statement.figures.filter(isAmount);
  const found = [
    ...added(statement, statement.figures),
    ...bracketed(statement, amounts),
    ...among(statement, amounts),
    ...totalled(statement, amounts),
    ...beside(statement, amounts),
    ...opposed(amounts),
  ];
  const seen = new Set<Figure>();
  return found.filter(({ total }) => {
    if (seen.has(total)) return false;
    seen.add(total);
    return true;
  });
}

const isAmount = (figure: Figure): boolean =>
  (figure.kind === 'money' || figure.kind === 'count' || figure.kind === 'points') &&
  figure.per === null &&
  !/均$|每[^，。；\d年]{1,3}$/.test(figure.label) &&
  !isChange(figure);

const comparable = (total: Figure, part: Figure): boolean =>
  part.unit === total.unit &&
  part !== total &&
  !part.rough &&
  isPlan(part) === isPlan(total) &&
  !isPrior(part);

/** `129件（撤销1件，驳回2件，…）`: a list in brackets right after its total. */
function bracketed({ text }: Statement, amounts: readonly Figure[]): Sum[] {
  return amounts.flatMap((total): Sum[] => {
    const inside = /^[^，。；、\d（(]{0,10}[（(]([^（）()]*)[）)]/.exec(text.slice(total.end));
    if (!inside || total.rough) return [];
    const close = total.end + inside[0].length;
    const words = inside[1] ?? '';
    if (/[×xX*]|每|÷/.test(words)) return [];
    const parts = amounts.filter(
      (part) => part.start > total.end && part.end <= close && comparable(total, part),
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

/** `66件，其中政府文件11件、部门文件55件`; `三镇分别120亩、80亩，共200亩` is `totalled`. */
function among(statement: Statement, amounts: readonly Figure[]): Sum[] {
  const { text } = statement;
  const marks = [...text.matchAll(AMONG)];
  return marks.flatMap((mark, index): Sum[] => {
    const at = mark.index;
    if (/[（(][^（）()]*$/.test(text.slice(0, at))) return [];
    const first = amounts.find((figure) => figure.start > at);
    if (!first || first.start - at > 60) return [];
    const own = amounts.filter((figure) => figure.end <= at && figure.depth === first.depth);
    const total = totalFor(first, own, at <= 2 ? statement.before : null, mark[0]);
    if (!total || total.rough) return [];
    if (mark[0] === '分别' && areColumns(amounts, at, first)) return [];
    const next = marks[index + 1]?.index ?? text.length;
    const stop = stopOf(text, first, next);
    const list = amounts.filter(
      (figure) => figure.start > at && figure.start < stop && figure.depth === first.depth,
    );
    const parts = oneColumn(awarded(list.filter((part) => comparable(total, part))), list);
    if (parts === null || parts.length === 0) return [];
    const words = text.slice(at, stop);
    const all =
      (mark[0].startsWith('分') && parts.length > 1) ||
      REST.test(words) ||
      isDivision(parts) ||
      (total.kind === 'points' && parts.length > 2);
    return [{ total, parts, listed: all && !OPEN_LIST.test(words) ? 'all' : 'some' }];
  });
}

/** The figure a list tells the parts of: the one before it, or the only one of the sentence before. */
function totalFor(
  first: Figure,
  own: readonly Figure[],
  before: Statement | null,
  mark: string,
): Figure | null {
  const near = own.filter((figure) => comparable(first, figure)).at(-1);
  if (near) {
    const counted = mark === '分别' || mark === '分为';
    return !counted || near.segment === first.segment ? near : null;
  }
  const earlier = (before?.figures ?? []).filter(
    (figure) => isAmount(figure) && comparable(first, figure) && figure.depth === 0,
  );
  return earlier.length === 1 ? (earlier[0] ?? null) : null;
}

/** Where a list of parts ends: with its semicolon where a new total follows, or with its clause. */
function stopOf(text: string, first: Figure, next: number): number {
  const rest = text.slice(first.end, next);
  const tight = /^[^，；。\d]*、/.test(rest);
  const loose = tight ? /[，；。]/.exec(rest) : null;
  if (loose) {
    // A list by 、 may still go on behind a comma: `A1件、B2件，C3件` ends at B.
    return first.end + loose.index;
  }
  return next < text.length ? text.slice(0, next).search(/[；。][^；。]*$/) + 1 || next : next;
}

/** 三级指标12个，完成11个、未完成1个: done and not done right behind their total are all of it. */
function opposed(amounts: readonly Figure[]): Sum[] {
  return amounts.flatMap((total, index): Sum[] => {
    const parts = amounts.slice(index + 1, index + 3);
    const near = parts.every(
      (part) =>
        part.segment === total.segment && part.depth === total.depth && comparable(total, part),
    );
    const word = near && !total.rough ? opposedWord(parts) : null;
    // 满意63份、基本满意9份、不满意5份 are three of a kind.
    const apart = word !== null && !(total.label + total.tail).includes(word);
    return apart ? [{ total, parts, listed: 'all' }] : [];
  });
}

/** A clause of nothing but a name and its figure. */
const isBareItem = ({ lead, tail }: Figure): boolean =>
  lead.replace(/^[^：]*：/, '').length <= LONGEST_ITEM && tail === '';

const LONGEST_ITEM = 8;
const SHORT_TOTAL = 4;

/** `坐席13772宗，留言819宗，转派17282宗，共31873宗`: a total after its parts. */
function totalled(statement: Statement, amounts: readonly Figure[]): Sum[] {
  return amounts.flatMap((total, index): Sum[] => {
    if (!TOTAL.test(total.label) || /累计|总投资|总预算/.test(total.label) || total.rough)
      return [];
    const earlier = amounts.slice(0, index).filter((figure) => figure.depth === total.depth);
    const run: Figure[] = [];
    for (const figure of [...earlier].reverse()) {
      if (!comparable(total, figure) || TOTAL.test(figure.label)) break;
      if (run.length > 0 && figure.segment !== run[0]?.segment && run.length > 1) break;
      run.unshift(figure);
    }
    // 1680人，其中初级860人、…，合计1680人: the total told before its parts is none of them.
    const [head, next] = run;
    const opens = head && next && /其中|包括|分别/.test(statement.text.slice(head.end, next.start));
    if (opens) run.shift();
    if (run.length < 2) return [];
    const between = statement.text.slice(run[0]?.end, run.at(-1)?.start);
    if (total.kind === 'points' && run.some(({ label }) => /满分|分值|权重|扣/.test(label)))
      return [];
    const counted = /([二两三四五六七八九十])(?:项|者|类|块|笔|部分|个方面)/.exec(total.label)?.[1];
    const all =
      SEPARATOR.test(between) ||
      /分别/.test(statement.text.slice(0, run[0]?.start)) ||
      (counted !== undefined && readChineseNumber(counted) === run.length) ||
      (run.length > 2 && run.every(isBareItem) && total.label.length <= SHORT_TOTAL);
    return [{ total, parts: run, listed: all ? 'all' : 'some' }];
  });
}

const WHOLE = /(总额|总计|合计|总收入|总支出|总投资|总预算|总量|总数)/;

/** `支出总额438.39万元，基本支出143.06万元，项目支出295.33万元`: parts named after their total. */
function beside(statement: Statement, amounts: readonly Figure[]): Sum[] {
  return amounts.flatMap((total, index): Sum[] => {
    const noun = total.label
      .replace(WHOLE, '')
      .replace(/[^\u4e00-\u9fff]/g, '')
      .slice(-2);
    if (!WHOLE.test(total.label) || total.rough) return [];
    const parts = amounts
      .slice(index + 1)
      .filter(
        (part) =>
          part.segment === total.segment && part.depth === total.depth && comparable(total, part),
      );
    if (parts.length < 2 || /其中|包括|分别|占/.test(statement.text)) return [];
    const named = parts.every(({ label }) => noun.length === 2 && label.includes(noun));
    return named && parts.every(({ label }) => !/实际|上年|结余|结转/.test(label))
      ? [{ total, parts, listed: isDivision(parts) ? 'all' : 'some' }]
      : [];
  });
}

/** `12万元+13万元=25万元`, `甲12万元+乙13万元，合计25万元`, `25万元，即12万元+13万元`. */
function added({ text }: Statement, figures: readonly Figure[]): Sum[] {
  const sums: Sum[] = [];
  for (let index = 0; index < figures.length; index += 1) {
    const parts = plusRun(text, figures, index);
    const last = parts.at(-1);
    if (!last || parts.length < 2) continue;
    const [before, after] = [figures[index - 1], figures[index + parts.length]];
    const unit = parts.find((part) => part.unit !== '')?.unit ?? '';
    const fits = (figure: Figure): boolean => figure.unit === unit || unit === '';
    const follows =
      after && fits(after) && AFTER_PLUS.test(text.slice(last.end, after.start)) ? after : null;
    const first = parts[0]?.start ?? 0;
    const precedes =
      before && fits(before) && BEFORE_PLUS.test(text.slice(before.end, first)) ? before : null;
    const total = follows ?? precedes;
    const bare = !/[-－−×*÷/]$/.test(text.slice(0, first));
    if (total && bare && !total.rough) sums.push({ total, parts, listed: 'all' });
    index += parts.length - 1;
  }
  return sums;
}

const AFTER_PLUS =
  /^[^+＋，。；\d×*]{0,6}(?:[=＝]|[，,]?[^，。；\d]{0,6}(?:共计?|合计|总计|等于|总额|总共)[^，。；\d]{0,6})$/;
const BEFORE_PLUS =
  /^[^，。；\d]{0,4}(?:[，,]?(?:即|分别是?|由|包括|[=＝])|[：:])[^，。；\d+＋]{0,12}$/;

/** Figures joined by +, from one on. */
function plusRun(text: string, figures: readonly Figure[], from: number): Figure[] {
  const run: Figure[] = [];
  for (let index = from; index < figures.length; index += 1) {
    const figure = figures[index];
    const last = run.at(-1);
    if (!figure) break;
    if (
      last &&
      !/^[^，。；\d×*=＝]{0,10}[+＋][^，。；\d×*=＝]{0,16}$/.test(
        text.slice(last.end, figure.start),
      )
    )
      break;
    run.push(figure);
  }
  return run;
}

/** Whether parts that exceed their total may be counted twice: people and cases have several marks. */
const OVERLAPS = new Set(['人', '人次', '户', '件', '家', '批次']);

export type SumFault = 'differs' | 'part-above-total' | 'parts-above-total' | 'near' | null;

export interface JudgedSum extends Sum {
  readonly found: number;
  /** Total minus parts. */
  readonly difference: number;
  readonly fault: SumFault;
}

const NEAR = 0.02;
const FAR = 0.3;

/** What is wrong with a sum; `near`: parts of which the list perhaps leaves some out narrowly miss it. */
export function judgeSum(one: Sum): JudgedSum {
  const { total, parts, listed } = one;
  const places = [total, ...parts].map(placeOf);
  const finest = Math.min(...places);
  const rounding = [total, ...parts].map((figure) => {
    const place = placeOf(figure);
    return place > finest * 1.5 && (figure.decimals > 0 || figure.factor >= 1e8 || figure === total)
      ? place / 2
      : figure.decimals > 0
        ? finest / 2
        : 0;
  });
  const found = sum(parts.map(({ value }) => value));
  const difference = subtract(total.value, found);
  // The parts at the front of a list may be all of it, and what follows something else.
  const tolerance = sum(rounding);
  const result = (fault: SumFault): JudgedSum => ({ ...one, found, difference, fault });
  if (Math.abs(difference) <= tolerance + 1e-9 || prefixFits(one)) return result(null);
  if (parts.some(({ value }) => value > total.value + tolerance)) {
    // All of them larger: the total may belong to something else.
    return result(listed === 'all' || !allAbove(one) ? 'part-above-total' : 'near');
  }
  // 435.6 beside 216.89 and 218.71 in one unit is 435.60.
  const like = parts.every(({ factor }) => factor === total.factor);
  const slip = isSlip(total.value, found, like ? finest : Math.max(finest, placeOf(total)));
  if (listed === 'all')
    return result(Math.abs(difference) <= total.value * FAR || slip ? 'differs' : 'near');
  if (difference < 0) {
    return result(OVERLAPS.has(total.unit) && !slip ? 'near' : 'parts-above-total');
  }
  if (parts.length < 2) return result(null);
  if (slip) return result('differs');
  const nearly = difference <= total.value * NEAR && parts.length > 2;
  return result(nearly || (areSources(parts) && FUNDED.test(total.label)) ? 'near' : null);
}

/** What is put in comes from its sources; what was spent of it may have gone elsewhere too. */
const FUNDED = /投入|投资|筹集|资金|收入|到位|下达|预算|安排/;

/** Every part larger than the total: the total belongs to something else. */
const allAbove = ({ total, parts }: Sum): boolean =>
  parts.length > 1 && parts.every(({ value }) => value > total.value);

function prefixFits({ total, parts, listed }: Sum): boolean {
  if (listed === 'all' && total.start > (parts[0]?.start ?? 0)) return false;
  let running = 0;
  // 甲类21户、乙类21户、其余30户: the rest is of the same.
  if (/^[、，]?其余/.test(parts.at(-1)?.label ?? '')) return false;
  return parts.some((part, index) => {
    running = sum([running, part.value]);
    return index > 0 && Math.abs(running - total.value) < 1e-9;
  });
}
