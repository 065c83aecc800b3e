import { multiply, ratio } from '../../../quantity/exact';
import type { Figure } from './figure';
import { isChange, isPlan, isPrior, periodOf, type Statement } from './statement';
import { segmentBefore } from './segment-before';

/** A figure and the sentence it stands in. */
export interface Stated {
  readonly statement: Statement;
  readonly figure: Figure;
}

/** A total score as a report states it. */
export type ScoreStated = Stated;

/** What a report says of the money of its whole project. Amounts in 元, rates in percent. */
export interface StatedFunds {
  readonly budgets: readonly Stated[];
  readonly spent: readonly Stated[];
  /** Rates of execution of the whole year and project. */
  readonly rates: readonly Stated[];
}

const BUDGET =
  /(?:全年预算|调整后?(?:的)?预算|(?:总|年度|全年|年初|部门|项目)预算|预算(?:安排|资金|数|总额)|安排(?:财政)?(?:专项)?(?:资金|经费)|项目(?:经费|总预算)|压减后[^，。]{0,8}(?:指标|预算))[^，。；\d]{0,14}$/;
const ADJUSTED_TO = /(?:调[整减增]|压减|核减)(?:为|到|至)$/;
const SPENT =
  /(?:实际支出|实际使用|全年(?:总)?支出|全年(?:共)?执行|支出数|执行数|支出总额|总支出|已支出|累计支出|实际执行|支出(?:共计|合计|为)?)[^，。；\d]{0,6}$/;
const RATE =
  /(?:执行|支出|支付)(?:完成)?率[^，。；\d]{0,6}$|预算(?:执行|支出|完成)[^，。；\d]{0,6}率?[^，。；\d]{0,6}$/;
const NARROW =
  /每|分别|人均|户均|基本支出|项目支出|季度|[上下]半年|\d月|上级|中央|省级|市级|县级|区级|配套|自筹|债券|省财政|上年|人员|公用|三公|预备费|利息/;

const all = (
  statements: readonly Statement[],
  fits: (figure: Figure, statement: Statement) => boolean,
): Stated[] =>
  statements.flatMap((statement) =>
    statement.figures
      .filter((figure) => fits(figure, statement))
      .map((figure) => ({ statement, figure })),
  );

/** 上年结转资金：全年预算数40万元 is of that source; a sum of all is headed as such or not at all. */
const SOURCE_HEAD = /(?:资金|拨款|结转|补助|经费|收入|支出)[^，。；：]{0,6}$/;
const WHOLE_HEAD = /总额|合计|总体|情况|预算执行/;

/** What stands before the colon in the part of a sentence that a figure stands in. */
export function headOf({ text }: Pick<Statement, 'text'>, figure: Figure): string {
  const segment = segmentBefore(text, figure.start);
  const colon = segment.search(/[：:](?=[^：:]*$)/);
  return colon < 0 ? '' : segment.slice(0, colon).replace(/.*[：:]/, '');
}

const MONEY_HEAD = /^(.*)(?:经费|费用?|支出|采购|资金)/;
const ANY_MONEY =
  /项目|资金|预算|财政|专项|年度|全年|部门|单位|整体|总体|投入|使用|管理|安排|到位|执行|支付|情况|分析|实际|支出|收入|收支|经费|拨款|补助|[及和与的总]/g;

/** （四）“三公”经费。全年支出…: the head of its paragraph names money of its own. */
const isUnderPart = ({ head }: Statement): boolean =>
  (MONEY_HEAD.exec(head)?.[1] ?? '')
    .replace(ANY_MONEY, '')
    .replace(/[^\u4e00-\u9fff]/g, '')
    .replace(/^[一二三四五六七八九十]+/, '').length > 1;

/** 项目支出预算2740万元，支出2553.92万元，执行率93.21%: of the one amount that opens its part of the sentence. */
function isOfPart({ kind, start, segment, label }: Figure, { figures }: Statement): boolean {
  const told = figures.filter(
    (one) => one.kind === 'money' && one.end <= start && one.segment === segment,
  );
  const few =
    kind === 'percent' ? told.length <= 2 : told.length === 1 && !/全年|[合共总]计?/.test(label);
  return few && NARROW.test(told[0]?.label ?? '');
}

/** Words before a figure that make it less than the whole project's and year's. */
const isNarrow = (figure: Figure, statement: Statement): boolean => {
  const segment = segmentBefore(statement.text, figure.start);
  const head = headOf(statement, figure);
  return (
    NARROW.test(figure.lead) ||
    segment.includes('其中') ||
    (SOURCE_HEAD.test(head) && !WHOLE_HEAD.test(head)) ||
    isUnderPart(statement) ||
    isOfPart(figure, statement) ||
    isPrior(figure) ||
    isChange(figure)
  );
};

const isMoney = (figure: Figure): boolean =>
  figure.kind === 'money' && figure.per === null && figure.value > 0;

/** Reads budget, spending and rates of execution of the whole project. */
export function statedFunds(statements: readonly Statement[], year: number | null): StatedFunds {
  const whole = (figure: Figure, statement: Statement): boolean =>
    !isNarrow(figure, statement) &&
    figure.depth === 0 &&
    !/20\d\d年/.test(periodOf(statement, figure, year));
  return {
    budgets: all(
      statements,
      (figure, statement) =>
        isMoney(figure) &&
        (BUDGET.test(figure.label) ||
          (ADJUSTED_TO.test(figure.label) && figure.lead.includes('预算'))) &&
        whole(figure, statement),
    ),
    spent: all(
      statements,
      (figure, statement) =>
        isMoney(figure) &&
        SPENT.test(figure.label) &&
        // 部门整体支出全年预算数1960万元: what it was to be.
        !/[未尚]支出|支出[^，。；\d]{0,4}预算(?:数|总额|金额)?(?:为|是|共|：)?$/.test(
          figure.label,
        ) &&
        whole(figure, statement),
    ),
    rates: all(
      statements,
      (figure, statement) =>
        figure.kind === 'percent' &&
        RATE.test(figure.label) &&
        !isPlan(figure) &&
        !/(?:未达到?|低于|不足|未满)$/.test(figure.label) &&
        // 执行率100%的有9家: a class.
        !/^(?:(?:及|或)?以[上下])?的/.test(statement.text.slice(figure.end)) &&
        whole(figure, statement),
    ),
  };
}

const ADJUSTED = /全年预算|调整后|压减后|调整预算/;

/** The adjusted or else the first budget and the first spending, the rate between them to four decimals; null where it is no rate. */
export function derivedRate({
  budgets,
  spent,
}: StatedFunds): { budget: Stated; spending: Stated; rate: number } | null {
  const adjusted = budgets.find(({ figure }) => ADJUSTED.test(figure.label));
  const budget = adjusted ?? budgets[0];
  // What is told in one sentence with the budget is of it; an item's 支出 before it is not.
  const beside = spent.find(({ statement }) => statement === budget?.statement);
  const spending = beside ?? spent[0];
  if (!budget || !spending) return null;
  const rate = ratio(spending.figure.value, budget.figure.value, 4);
  return rate !== null && rate <= 1 ? { budget, spending, rate } : null;
}

const SCORE_LABEL =
  /(?:(?:自评|评价|综合|绩效|自我评价|考核)[^，。；：\d]{0,8}?(?:得分|总分|分数|评分|得|结果|打分)|自评|(?<![子各分单此两个])项目(?:最终|总体|综合)?(?:得分|总分)|总得分|最终得分|综合得分|总评分|最终评分)(?:情况|结果|合计|共计|总计)?(?:为|是|达到?|：|:|，|总共|共|得)*$/;
const PARTIAL =
  /产出|效益|满意|过程|决策|投入|成本|管理|一级|二级|三级|指标得|数量|质量|时效|执行率|预算执行|上年|去年|同期|20\d\d年度?自评|单项|各项|满分|标准|分值|每|扣|平均|以上|其中/;

/** The total scores a report states: not of a level, not of another year, not of what could be had. */
export function statedScores(statements: readonly Statement[], year: number | null): ScoreStated[] {
  const found = scoresIn(statements, year);
  return found.filter((one) => !found.some((other) => isFullBeside(one, other)));
}

/** 总分100分，自评得分96分: what could be had, beside what was got. */
const isFullBeside = (one: ScoreStated, other: ScoreStated): boolean =>
  one.statement === other.statement &&
  one.figure.value === FULL &&
  /总分(?:为|是|：)*$/.test(one.figure.label) &&
  other.figure.value < FULL &&
  /得/.test(other.figure.label);
const FULL = 100;

const NAMES_TOTAL =
  /自我|自评|评价|综合|绩效|考核|管理|总体|最终|整体|项目|支出|部门|单位|等级|[本全]?年度?|得分|总分|分数|评分|结果|打分|情况|合计|共计|总计|[为是达到得总共的分]/g;
/** What a report's own total hardly is, of a hundred. */
const FEW = 50;

/** 绩效目标得分5分: the words name something of its own, and so few points are no total. */
const isOfOwnName = (words: string, { value }: Figure): boolean =>
  value < FEW &&
  (SCORE_LABEL.exec(words)?.[0] ?? '').replace(NAMES_TOTAL, '').replace(/[^\u4e00-\u9fff]/g, '')
    .length > 1;

function scoresIn(statements: readonly Statement[], year: number | null): ScoreStated[] {
  return all(statements, (figure, { text }) => {
    if (figure.kind !== 'points' || figure.depth > 0 || figure.bound !== null || isPrior(figure))
      return false;
    const from =
      Math.max(...['。', '；', '，'].map((sign) => text.lastIndexOf(sign, figure.start - 1))) + 1;
    const words = text.slice(from, figure.start);
    const segment = segmentBefore(text, figure.start);
    // 产出指标：分值50分，自评得分48.91分
    if (/\d分/.test(segment.slice(0, -words.length)) && PARTIAL.test(segment)) return false;
    // “平安校园”项目得分97分: one of several projects.
    if (/[”"》）]项目(?!自评)/.test(words)) return false;
    const other = /(20\d\d)年/.exec(words);
    if (other && year !== null && Number(other[1]) < year) return false;
    return (
      SCORE_LABEL.test(words) &&
      !isOfOwnName(words, figure) &&
      !PARTIAL.test(words.replace(/绩效管理|产出效益/g, '')) &&
      !/^(?:以[上下]|的)/.test(text.slice(figure.end))
    );
  });
}

/** In 万元 as people write it. */
export const tenThousands = (value: number): number =>
  multiply(Math.round(value * 100) / 100, 0.0001);

/** A fraction of four decimals as a percentage. */
export const percentText = (fraction: number): string => `${multiply(fraction, 100)}%`;
