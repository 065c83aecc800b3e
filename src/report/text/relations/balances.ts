import { placeOf, type Figure } from '../facts/figure';
import { sharesPair } from './likeness';
import { sumsOf } from './sums';
import { isChange, isPrior, type Statement } from '../facts/statement';

/** Money that came in, went out and is left, as one sentence or two neighbours tell it. */
export interface Balance {
  readonly came: readonly Figure[];
  readonly went: readonly Figure[];
  readonly left: Figure;
  /** Money told behind it: what is left may be told in pieces, 招标结余38.4万元，另有23.33万元结转下年. */
  readonly more?: readonly Figure[];
}

/** 预算640万元，年中调减40万元，调整后预算600万元: what is left of a budget. */
const ADJUSTED =
  /调整后(?:的)?(?:全年|年度)?预算[^，。；\d]{0,6}$|^[，；]?全年预算数?(?:为|是|：)?$/;
/** 首批下达460万元，追加下达85万元，累计下达545万元 */
const TOTALLED = /^[，；]?(?:累计|共计?|合计)(?:下达|到位|安排|拨付)(?:资金)?(?:为|共)?$/;
const CUT = /调减|压减|核减|收回/;
const LEFT =
  /(?:结余|结转|剩余|余额|未支出|未使用|尚余|实际可用|节余|结存|未支付|未执行|[尚仍还]欠|欠付)[^，。；\d]{0,10}$/;
const CAME =
  /预算|收到|合同(?:总?价|金额|额)|总额|总价|收入|下达|到位|安排|拨款|拨付|结转|上年|年初|期初|总投资|资金总额|批复|筹集|合计资金|项目资金/;
const WENT = /支出|支付|已付|使用|执行|支用|列支|开支|花费|调减|压减|收回|缴回|核减|上缴/;
const OPENING = /上年|年初|期初|以前年度/;

const money = (figure: Figure): boolean =>
  figure.kind === 'money' && figure.per === null && !figure.rough;

/** The balances of a sentence, with the figures of the sentence before where it has none itself. */
export function balancesOf(statement: Statement): Balance[] {
  const own = statement.figures.filter(money);
  return own.flatMap((left): Balance[] => {
    const saved = savedOf(own, left);
    if (saved) return [saved];
    // 结转60万元支出52万元: what was carried over, of which some is spent behind it.
    const next = own[own.indexOf(left) + 1];
    const isSpent = next?.clause === left.clause && WENT.test(next.label);
    if (
      isSpent ||
      !(isLeft(left) || ADJUSTED.test(left.label) || TOTALLED.test(left.label)) ||
      OPENING.test(left.label) ||
      // 收入98.6亿元，支出93.2亿元，年末滚存结余61.5亿元: of all years.
      /滚存|累计结余|历年/.test(left.label) ||
      // 全年预算1380万元，其中结转资金300万元: a part of what came, not what is left of it.
      /其中[^，。；]*$/.test(left.label) ||
      /调减|压减/.test(left.label)
    )
      return [];
    const earlier = own.filter(
      (figure) => figure.start < left.start && figure.depth === left.depth,
    );
    const near = earlier.filter((figure) => figure.segment === left.segment);
    const told =
      near.length > 1
        ? near
        : [...(statement.before ? wholesOf(statement.before, left) : []), ...earlier];
    const went = told.filter((figure, index) => isWent(told, figure, index, statement.text));
    const came = told.filter(
      (figure) =>
        !went.includes(figure) &&
        (CAME.test(figure.label) || ADDED.test(figure.label)) &&
        !isOther(figure),
    );
    const isFromBefore = near.length <= 1 && statement.before !== null;
    // 区级资金20万元，支出17.7万元。省级资金剩余1.4万元; 预算1240万元，压减56万元。全年结余82万元.
    if (
      isFromBefore &&
      (went.every(({ label }) => CUT.test(label)) ||
        areOfTwo(statement.text.slice(0, left.start), told))
    )
      return [];
    if (ADJUSTED.test(left.label) && went.some(({ label }) => !CUT.test(label))) return [];
    // （年底收回10万元）: taken back, of which a bracket tells.
    const isMended = own.some(
      ({ depth, label }) => depth > left.depth && /收回|压减|核减|调减|追加|调增/.test(label),
    );
    if (isMended) return [];
    const more = told.filter((figure) => !went.includes(figure) && !came.includes(figure));
    // 年初预算720万元，追加80万元，全年预算800万元: nothing need have gone out.
    const grew =
      (ADJUSTED.test(left.label) || TOTALLED.test(left.label)) &&
      came.some(({ label }) => ADDED.test(label));
    if (TOTALLED.test(left.label) && (!grew || went.length > 0)) return [];
    const balances = came.length > 0 && more.length === 0 && (went.length > 0 || grew);
    const behind = own.filter(
      ({ start, segment, depth }) =>
        start > left.start && segment === left.segment && depth === left.depth,
    );
    return balances && !(grew && came.length < 2) ? [{ came, went, left, more: behind }] : [];
  });
}

const ASKED = /(?:概算|控制价|送审|申报)[^，。；\d]{0,8}$/;
const SETTLED = /(?:决算|结算|审定|中标|成交|合同)[^，。；\d]{0,8}$/;
const SAVED =
  /^[，；]?(?:共|合计)?(?:节约|节省|核减|审减)(?:了)?(?:财政)?(?:投资|资金|金额)?(?:为|共)?$/;

/** 概算投资1480万元，决算审定1406万元，节约投资74万元 */
function savedOf(own: readonly Figure[], left: Figure): Balance | null {
  const at = own.indexOf(left);
  const [asked, settled] = [own[at - 2], own[at - 1]];
  if (!asked || !settled || !SAVED.test(left.label)) return null;
  const apart = [asked, settled].some(
    ({ segment, depth }) => segment !== left.segment || depth > 0,
  );
  const isTold = ASKED.test(asked.label) && SETTLED.test(settled.label) && at === 2;
  return isTold && !apart ? { came: [asked], went: [settled], left } : null;
}

const SOURCES = /中央|省级|市级|县级|区级|地方|本级|自筹|社会|上年结转|配套/g;

/** Whether what is left, by the words before it, is of another source than what came and went. */
function areOfTwo(source: string, told: readonly Figure[]): boolean {
  const own = source.match(SOURCES) ?? [];
  const theirs = told.flatMap((one) => one.label.match(SOURCES) ?? []);
  return own.length + theirs.length > 0 && !own.some((source) => theirs.includes(source));
}

/** 尚有49万元未支付 */
const isLeft = ({ label, tail }: Figure): boolean =>
  LEFT.test(label) ||
  (/[尚仍还]有$/.test(label) && /^未(?:支付|支出|拨付|使用|执行|付)/.test(tail));

/** The money of a sentence without what is merely part of other money of it, unless what is left is called like it. */
function wholesOf(statement: Statement, left: Figure): readonly Figure[] {
  const parts = new Set(sumsOf(statement).flatMap((one) => one.parts));
  const name = left.label.replace(LEFT, '').replace(/[^\u4e00-\u9fff]/g, '');
  return statement.figures.filter(
    (figure) => money(figure) && (!parts.has(figure) || sharesPair(name, figure.label)),
  );
}

/** 已支付首付款110.4万元、进度款147.2万元: what is listed behind it went out too. */
const isWent = (told: readonly Figure[], figure: Figure, index: number, text: string): boolean => {
  const { label } = figure;
  if (WENT.test(label)) return !/支出预算|预算支出数/.test(label);
  const before = told[index - 1];
  return (
    before !== undefined &&
    !CAME.test(label) &&
    /^[、和及][^，。；、\d]{0,10}$/.test(text.slice(before.end, figure.start)) &&
    isWent(told, before, index - 1, text)
  );
};

/** 年中追加60万元 came in too; 比上年增加60万元 did not. */
const ADDED =
  /^[，；]?(?![^，。；]*(?:[比较]|同期|去年))[^，。；]*(?:追加|调增|加上[^，。；\d]*结转)/;

const isOther = (figure: Figure): boolean =>
  (isPrior(figure) && !OPENING.test(figure.label)) ||
  (isChange(figure) && !ADDED.test(figure.label));

const MOST = 6;

/** What should be left, where no choice of what came and went gives it; null where one does. */
export function judgeBalance({ came, went, left, more = [] }: Balance): number | null {
  if (came.length > MOST || went.length > MOST || more.length > MOST) return null;
  const slack = [...came, ...went, left].reduce(
    (all, figure) => all + (figure.decimals > 0 ? placeOf(figure) / 2 : 0),
    0,
  );
  const ins = choices(came);
  const outs = went.length > 0 ? choices(went) : [0];
  const pieces = [0, ...more.map((_, at) => valueOf(more.slice(0, at + 1)))];
  const fits = ins.some((income) =>
    outs.some((spent) =>
      pieces.some((more) => Math.abs(income - spent - left.value - more) <= slack + 1e-6),
    ),
  );
  if (fits) return null;
  const possible = ins.flatMap((income) => outs.map((spent) => income - spent));
  const off = (value: number): number => Math.abs(value - left.value);
  return possible.reduce((best, one) => (off(one) < off(best) ? one : best), possible[0] ?? 0);
}

const valueOf = (figures: readonly Figure[]): number =>
  figures.reduce((all, { value }) => all + value, 0);

/** Sums of every choice of one or more. */
function choices(figures: readonly Figure[]): number[] {
  let sums: number[] = [];
  for (const { value } of figures) sums = [...sums, value, ...sums.map((one) => one + value)];
  return sums;
}
