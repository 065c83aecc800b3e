import type { TableResult } from '../../../model/score';
import { multiply } from '../../../quantity/exact';
import type { Figure } from '../facts/figure';
import type { Stated } from '../facts/stated';
import type { Statement } from '../facts/statement';
import { isMistyped } from '../facts/slip';
import { segmentBefore } from '../facts/segment-before';

/** Words before an amount that name neither a part nor a purpose, a period or an owner of its own. */
const BARE =
  /20\d\d年度?|全年|当年|本年度?|年度|年[初末底终]|截[至止]目前|(?<!公)共计?|合计|总计|累计|项目|[本该]|资金|经费|实际|已|总|财政|专项|预算|安排|批复|下达|核定|调整后?|压减后|支出|支付|使用|执行|完成|情况|投入|到位|拨付|进度|比例|自评|绩效|整体|(?<!公)共|[数额率为是达到了约的年月日底末由按经在]/g;
const PERIOD = /上半年|下半年|季度|(?<![1一])[1-9]月|1[01]月|月[份均]|截[至止]/;
/** 一是卫生监督执法项目，支出126.5万元: an item of a list. */
const ITEM = /(?:^|[：:])[一二三四五六七八九十]是/;
const YEAR_END = /截[至止][^，。；]{0,10}(?:年[底末]|12月(?:底|末|31日)|目前)/g;
const OPENING = /预算|安排|拨款|下达|资金|到位|结转|指标/;
const UNIT_WIDE = /部门|[我本]?单位|我[局院校委办]/g;

/** Half a sign at the second decimal of 万元, in 元. */
const NEAR = 50;

const isNear = (figure: Figure, amount: number): boolean =>
  Math.abs(figure.value - amount) <= Math.max(NEAR, (figure.factor * 10 ** -figure.decimals) / 2);

/**
 * How an amount or rate that differs from the whole's may be of it: `whole` where nothing else can
 * be meant, `asked` where something may, `other` where its words or its value are a part's, another
 * time's or another owner's.
 */
export function ofWhole(
  { statement, figure }: Stated,
  result: TableResult,
  expected: string,
): 'whole' | 'asked' | 'other' {
  const segment = segmentBefore(statement.text, figure.start);
  if (isOfPart(figure, result)) return 'other';
  if (/未(?:支出|使用|支付|执行)/.test(figure.label)) return 'other';
  if (PERIOD.test(segment.replace(YEAR_END, ''))) return 'other';
  if (ITEM.test(segment)) return 'other';
  const opening = statement.figures.findLast(
    (one) =>
      one.kind === 'money' &&
      one.end <= figure.start &&
      one.segment === figure.segment &&
      OPENING.test(one.label),
  );
  if (opening && isOfPart(opening, result)) return 'other';
  const named = [figure, ...(opening ? [opening] : [])].map(({ label }) => ownName(label, result));
  const slip = isMistyped(figure.text, expected);
  if (!slip && figure.kind === 'money' && isOfCounted(statement, figure)) return 'other';
  // “三公”经费。全年支出31.8万元: what a row of the form has is that row's.
  if (isOfRow(figure, result)) return 'other';
  if (named.every((name) => name.length < 2)) return 'whole';
  return slip ? 'asked' : 'other';
}

const isOfRow = ({ kind, value }: Figure, { table }: TableResult): boolean =>
  kind === 'money' &&
  table.indicators.some(
    ({ actual }) => actual.unit === '万元' && multiply(actual.value ?? 0, 10_000) === value,
  );

/** 临时救助2106人次，支出186.3万元: a bare 支出 right behind something counted is what that cost. */
function isOfCounted({ figures }: Statement, figure: Figure): boolean {
  const before = figures.findLast(({ end }) => end <= figure.start);
  const bare = !/全年|[共总]|累计|本项目|资金/.test(figure.label);
  return bare && before?.kind === 'count' && figure.clause - before.clause === 1;
}

/** What an amount is of by its own words; `''` where it can be of the whole. */
function ownName(label: string, { table }: TableResult): string {
  const project = table.project?.value ?? '';
  const words = project.length > 1 ? label.replace(project, '') : label;
  const unitWide = table.scope === 'unit' ? words.replace(UNIT_WIDE, '') : words;
  return unitWide.replace(BARE, '').replace(/[^\u4e00-\u9fff]/g, '');
}

/** Whether a figure is what the form has for one of the sources and not for the whole. */
function isOfPart(figure: Figure, { table }: TableResult): boolean {
  const { budget } = table;
  if (!budget) return false;
  const factor = budget.currency === '元' ? 1 : 10_000;
  const cellsOf = (isTotal: boolean): number[] =>
    budget.rows
      .filter((row) => row.isTotal === isTotal)
      .flatMap(({ initial, adjusted, executed, rate }) =>
        figure.kind === 'percent'
          ? [multiply(rate?.value ?? 0, 100)]
          : [initial, adjusted, executed].map((cell) => multiply(cell?.value ?? 0, factor)),
      )
      .filter((value) => value > 0);
  const is = (value: number): boolean =>
    figure.kind === 'percent'
      ? Math.abs(figure.value - value) <= 10 ** -figure.decimals / 2 + 1e-9
      : isNear(figure, value);
  return cellsOf(false).some(is) && !cellsOf(true).some(is);
}
