import { subtract } from '../../../quantity/exact';
import { readChineseNumber } from '../../../quantity/chinese-number';
import type { Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';
import { once } from '../../../model/remember';
import { awarded } from './columns';
import { areSeveralDivisions, areSources, isDivision, opposedWord } from './divisions';
import { sharesPair } from './likeness';
import { listedParts } from './listed-parts';
import { plusSums } from './plus-sums';
import { ofPeriods } from './period-sums';
import {
  isOfMore,
  isOfOtherThings,
  isOfOwnThings,
  isOfSomeOnly,
  ofNamed,
  ofSameWord,
} from './roles';
import { comparable, isAmount, leavesOut, leavesRest, OVERLAPS, type Sum } from './sum';

const TOTAL =
  /(?:(?<![公中])共计?|合计|总计|总共|一共|小计|总额|总数|总量|总价|总(?:得|评)?分)(?:[^，。；、\d享同]{0,8})$/;
const SEPARATOR = /^[^，；。]*[、和及与][^，；。]*$/;

/** Every total of a sentence with its parts. */
export const sumsOf = once((statement: Statement): readonly Sum[] => {
  const amounts = statement.figures.filter(isAmount);
  const found = [
    ...plusSums(statement, statement.figures),
    ...listedParts(statement, amounts),
    ...ofPeriods(amounts),
    ...totalled(statement, amounts),
    ...likelyTotal(statement, amounts),
    ...beside(statement, amounts),
    ...ofSources(statement, amounts),
    ...opposed(amounts),
    ...remaining(statement, amounts),
    ...answered(amounts),
  ];
  const seen = new Set<Figure>();
  return found.filter((one) => {
    if (seen.has(one.total)) return false;
    seen.add(one.total);
    return (
      !leavesRest(statement.text, one) &&
      !areSeveralDivisions(statement, one) &&
      !isOfMore(statement.text, one)
    );
  });
});

/** 三级指标12个，完成11个、未完成1个: done and not done right behind their total are all of it. */
function opposed(amounts: readonly Figure[]): Sum[] {
  return amounts.flatMap((total, index): Sum[] => {
    const parts = amounts.slice(index + 1, index + 3);
    const near = parts.every(
      (part) =>
        part.segment === total.segment && part.depth === total.depth && comparable(total, part),
    );
    const word = near && !total.rough ? opposedWord(parts) : null;
    const rest = amounts[index + 3];
    const open = rest?.segment === total.segment && /其余|另/.test(rest.label);
    // 满意63份、基本满意9份、不满意5份 are three of a kind.
    const apart = word !== null && !open && !(total.label + total.tail).includes(word);
    return apart && !goesOn(total, amounts.slice(index + 1))
      ? [{ total, parts, listed: 'all' }]
      : [];
  });
}

/** 申请216件，准予203件，不予5件，撤回8件: more than two ways, which together are all of it. */
function goesOn(total: Figure, behind: readonly Figure[]): boolean {
  let rest = total.value;
  return behind.some((part, index) => {
    rest = subtract(rest, comparable(total, part) ? part.value : 0);
    return index > 1 && part.segment === total.segment && Math.abs(rest) < 1e-9;
  });
}

/** A clause of nothing but a name and its figure. */
const isBareItem = ({ lead, tail }: Figure): boolean =>
  lead.replace(/^[^：]*：/, '').length <= LONGEST_ITEM && tail === '';

const LONGEST_ITEM = 8;
const SHORT_TOTAL = 4;
/** 公园绿地3.2公顷，道路绿地1.8公顷，合计5公顷 */
const BARE_TOTAL = /^[，,]?(?:合计|共计|总计)$/;

/** `坐席13772宗，留言819宗，转派17282宗，共31873宗`: a total after its parts. */
function totalled(statement: Statement, amounts: readonly Figure[]): Sum[] {
  return amounts.flatMap((total, index): Sum[] => {
    const stages = stagesBefore(statement, amounts.slice(0, index), total);
    if (stages.length > 1) return [{ total, parts: stages, listed: 'all' }];
    if (!TOTAL.test(total.label) || /累计|总投资|总预算|占/.test(total.label) || total.rough)
      return [];
    const before = amounts
      .slice(0, index)
      .filter((figure) => figure.depth === total.depth && !isWithin(statement, figure, total));
    const earlier = ofSameWord(total, before);
    const run: Figure[] = [];
    for (const figure of [...earlier].reverse()) {
      // 变压器1套18.8万元: how many there are, before what they cost.
      if (total.kind === 'money' && figure.end === run[0]?.start) continue;
      if (!comparable(total, figure)) break;
      // 共实施产业项目23个、基础设施项目31个，合计54个: an item of the list, whatever its verb.
      const item = /^[^，。；\d]{0,4}、/.test(statement.text.slice(figure.end));
      if (TOTAL.test(figure.label) && !(item && run.length > 0)) break;
      const alone = earlier.filter(({ segment }) => segment === figure.segment).length === 1;
      // 中央350万元；省级200万元；县级150万元: one in each, else another list.
      if (figure.segment !== run[0]?.segment && run.length > 1 && !alone) break;
      run.unshift(figure);
    }
    // 1680人，其中初级860人、…，合计1680人: the total told before its parts is none of them.
    const [head, next] = run;
    const opens = head && next && /其中|包括|分别/.test(statement.text.slice(head.end, next.start));
    if (opens) run.shift();
    const parts = ofNamed(total, awarded(run));
    const isOther = [isOfLaterStage, isOfOwnThings, isOfOtherThings, isOfSomeOnly].some((is) =>
      is(total, parts),
    );
    if (parts.length < 2 || isOther) return [];
    const between = statement.text.slice(run[0]?.end, run.at(-1)?.start);
    if (total.kind === 'points' && parts.some(({ label }) => /满分|分值|权重|扣/.test(label)))
      return [];
    const counted = /([二两三四五六七八九十])(?:项|者|类|块|笔|部分|个方面|个项目)/.exec(
      total.label,
    )?.[1];
    const all =
      SEPARATOR.test(between) ||
      /分别/.test(statement.text.slice(0, run[0]?.start)) ||
      (counted !== undefined && readChineseNumber(counted) === run.length) ||
      (run.every(isBareItem) &&
        total.label.length <= SHORT_TOTAL &&
        (run.length > 2 || (BARE_TOTAL.test(total.label) && run.length === earlier.length)));
    return [{ total, parts, listed: all ? 'all' : 'some' }];
  });
}

const LATER =
  /支出|使用|支付|拨付|兑付|结算|报销|执行|验收|办结|结案|审结|整改|销号|答复|处置|实际|中标|成交|审定|决算/g;
const RECEIVED =
  /资金|收入|拨款|结转|结余|预算|安排|下达|配套|到位|合同|财政|[中省市县]级?(?:资金|财政)/;

/** 收入…，支出总计1150万元; 来信20件、来访30件，共办结45件: of what was received another thing was done with less. */
function isOfLaterStage(total: Figure, parts: readonly Figure[]): boolean {
  const own = total.label.match(LATER) ?? [];
  const isIn = ({ lead, tail }: Figure): boolean =>
    own.some((word) => (lead + tail).includes(word));
  if (own.length === 0 || parts.some(isIn)) return false;
  return total.kind !== 'money' || parts.some(({ label }) => RECEIVED.test(label));
}

/** 省级资金200万元，其中奖补50万元；…；合计700万元: a part of a part. */
const isWithin = ({ text }: Statement, figure: Figure, total: Figure): boolean =>
  figure.segment !== total.segment &&
  /其中|包括/.test(text.slice(0, figure.start).split('；').at(-1) ?? '');

const STAGES = /第([一二三四五六七八九])(?:批|期|次|阶段|季度|年)[^，。；\d]{0,8}$/;
const ALL_STAGES = /(?:累计|全年|共计?|合计|总计)+([^，。；\d]{0,6})$/;

/**
 * 第一批200万元，第二批150万元，累计下达350万元: the batches from the first on, each with its figure,
 * where the total says nothing else of them. Whom two stages reach may be the same.
 */
function stagesBefore(
  { text }: Statement,
  amounts: readonly Figure[],
  total: Figure,
): readonly Figure[] {
  const done = ALL_STAGES.exec(total.label)?.[1];
  if (done === undefined || total.rough || OVERLAPS.has(total.unit)) return [];
  const run: Figure[] = [];
  for (const part of [...amounts].reverse()) {
    if (!comparable(total, part) || !STAGES.test(part.label)) break;
    run.unshift(part);
  }
  const inOrder = run.every(
    ({ label }, index) => readChineseNumber(STAGES.exec(label)?.[1] ?? '') === index + 1,
  );
  const before = text.slice(0, total.start - total.label.length);
  const isSame = before.includes(done.slice(0, 2));
  const told = before.match(/第[一二三四五六七八九十](?:批|期|次|阶段|季度|年)/g)?.length ?? 0;
  return inOrder && isSame && told === run.length ? run : [];
}

/** 发放问卷250份，收回有效问卷260份: no more come back than were handed out. */
const answered = (amounts: readonly Figure[]): Sum[] =>
  amounts.flatMap((total, index): Sum[] => {
    const part = amounts[index + 1];
    const isSent =
      total.kind === 'count' && /[发投]/.test(total.label) && /问卷|调查表/.test(total.lead);
    const isBack = part && comparable(total, part) && /[收回]/.test(part.label);
    return isSent && isBack && part.segment === total.segment
      ? [{ total, parts: [part], listed: 'some' }]
      : [];
  });

const REMAINING = /^[，,；]?(?:目前|现)?(?:仍|还|尚)?(?:剩余|余下|剩下|尚有|还有)(?:的)?$/;
const HAD = /共|现有|应|总|计划|任务/;
const DONE = /已|完成/;
const OWN_YEAR = /本年|今年|当年|年内|全年|其中|20\d\d年/;

/** 共有水库46座，已完成加固41座，剩余5座: what is done and what remains are all there is. */
function remaining({ figures }: Statement, amounts: readonly Figure[]): Sum[] {
  return amounts.flatMap((rest, index): Sum[] => {
    const [total, done] = amounts.slice(Math.max(0, index - 2), index);
    if (!total || !done || rest.kind !== 'count' || !REMAINING.test(rest.label)) return [];
    const apart = [done, rest].some(
      (part) =>
        part.segment !== total.segment || part.depth !== total.depth || part.unit !== total.unit,
    );
    const rough = total.rough || done.rough || rest.rough;
    // …，剩余3个正在推进，2个取消: what remains is told in more than one piece.
    const goesOn = figures.some(
      (more) => more.start > rest.start && more.segment === rest.segment && more.unit === rest.unit,
    );
    const told =
      !goesOn && HAD.test(total.label) && DONE.test(done.label) && !OWN_YEAR.test(done.label);
    return told && !apart && !rough ? [{ total, parts: [done, rest], listed: 'all' }] : [];
  });
}

const LIKELY =
  /^[，,]?(?:全年)?(?:(累计[^，。；、\d]{1,10})|(?:项目)?总(?:投资|预算|投入))(?:为|达)?$/;

/**
 * 检查甲342家次、乙587家次，累计检查1132家次; 上级补助820万元，本级180万元，总投资1000万元: right behind a
 * list of what was done in the same words, or of sources of money, the total is hardly of anything else.
 */
function likelyTotal({ text }: Statement, amounts: readonly Figure[]): Sum[] {
  return amounts.flatMap((total, index): Sum[] => {
    const named = LIKELY.exec(total.label);
    if (named === null || total.rough) return [];
    const done: string | undefined = named[1];
    const parts: Figure[] = [];
    for (const part of amounts.slice(0, index).reverse()) {
      const next = parts[0] ?? total;
      const apart = part.segment !== total.segment || part.depth !== total.depth;
      if (apart || !comparable(total, part) || TOTAL.test(part.label)) break;
      if (
        done !== undefined &&
        next !== total &&
        !text.slice(part.end, next.start).startsWith('、')
      )
        break;
      parts.unshift(part);
    }
    const [first] = parts;
    const ofOneKind =
      done === undefined
        ? areSources(parts) && parts.length === index
        : first !== undefined && sharesPair(done.slice(2), first.label);
    return parts.length > 1 && ofOneKind ? [{ total, parts, listed: 'likely' }] : [];
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
    if (leavesOut(statement.text, { total, parts })) return [];
    const named = parts.every(({ label }) => noun.length === 2 && label.includes(noun));
    // 资金总额52.8万元，到位资金52.8万元，执行资金30.8万元: stages of the same money.
    const isStage = ({ label }: Figure): boolean => STAGE.test(label.replace(noun, ''));
    return named &&
      !parts.some(isStage) &&
      parts.every(({ label }) => !/上年|结余|结转/.test(label))
      ? [{ total, parts, listed: isDivision(parts) ? 'all' : 'some' }]
      : [];
  });
}

const FUNDED = /总(?:收入|投资)|(?:收入|资金|投资)(?:总额|总计|合计|总量)/;
/** The kinds of income in a budget of the state. */
const INCOME = /(?:拨款|收入|结转|结余|补助|资金|投资)$/;
const STAGE = /到位|下达|支付|拨付|使用|支出|实际|完成|执行|已|年末|剩余/;

/** 总收入3520万元，一般公共预算拨款3120万元，政府性基金拨款400万元: what it comes from, each with its bare name. */
function ofSources({ text }: Statement, amounts: readonly Figure[]): Sum[] {
  return amounts.flatMap((total, index): Sum[] => {
    if (!FUNDED.test(total.label) || total.rough) return [];
    const behind = amounts.slice(index + 1);
    const end = behind.findIndex(
      (part) =>
        part.segment !== total.segment ||
        part.depth !== total.depth ||
        !comparable(total, part) ||
        !isSource(part) ||
        /其中|包括|分别|[占含]/.test(text.slice(total.end, part.start)),
    );
    const parts = end < 0 ? behind : behind.slice(0, end);
    return parts.length > 1 && !leavesOut(text, { total, parts })
      ? [{ total, parts, listed: 'some' }]
      : [];
  });
}

const isSource = (part: Figure): boolean =>
  INCOME.test(part.label) && !STAGE.test(part.label) && part.tail === '';
