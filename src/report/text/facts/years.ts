import type { ReportText } from '../read-report';
import type { Figure } from './figure';
import { isChange, isPlan, periodOf, type Statement } from './statement';

/** The year evaluated: as the cover says, else the title, else the one most often written; null where none is. */
export function reportYear(report: ReportText): number | null {
  const [named] = namedYears(report);
  if (named) return named.year;
  const counts = new Map<number, number>();
  for (const { text } of report.sentences) {
    if (/^(?:填报|报告|填表)(?:日期|时间)/.test(text)) continue;
    for (const match of text.matchAll(/(?<!\d)(20\d\d)年(度?)/g)) {
      const year = Number(match[1]);
      counts.set(year, (counts.get(year) ?? 0) + (match[2] ? 2 : 1));
    }
  }
  let best: number | null = null;
  for (const [year, count] of counts) {
    const most = best === null ? 0 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== null && year < best)) best = year;
  }
  return best;
}

interface NamedYear {
  readonly year: number;
  readonly paragraph: number;
  readonly text: string;
  readonly at: number;
}

const FIELD =
  /(?:^|；)(?:评价|自评|绩效评价|考核|项目|预算)年度[：:]?(\d{4})|^评价(?:时段|期间|时间)[：:]?(\d{4})年(?!.*至)|(?:自评|评价)的?(?:时段|期间|时间范围?)(?:为|是|：)?(\d{4})年1月(?:1日)?[至到—–-]+(?:\3年)?12月/;
const TITLE =
  /(?<!\d)(\d{4})年度?(?![-—–~～至到、和])[^，。；：]{0,60}(?:自评报告|自我评价报告|绩效报告|评价报告|自评情况报告|自评总结)$/;
const TITLE_LINES = 6;
/** （2023年度） below a title. */
const ALONE = /^[（(]?(\d{4})年度[）)]?$/;

/** Where title and cover name the year evaluated: the field before the title. */
export function namedYears({ sentences }: ReportText): NamedYear[] {
  const named = (pattern: RegExp, lines: number) =>
    sentences.slice(0, lines).flatMap(({ text, paragraph }): NamedYear[] => {
      const match = pattern.exec(text);
      const year = match?.slice(1).find((group: string | undefined) => group !== undefined);
      return match && year !== undefined
        ? [{ year: Number(year), paragraph, text, at: match.index }]
        : [];
    });
  return [...named(FIELD, 30), ...named(TITLE, TITLE_LINES), ...named(ALONE, TITLE_LINES)];
}

/** The year a line names as a title does: …2023年度…自评报告, （2023年度）; null where it is none. */
export function titledYear(line: string): number | null {
  const year = (TITLE.exec(line) ?? ALONE.exec(line))?.[1];
  return year === undefined ? null : Number(year);
}

interface OtherYear {
  readonly statement: Statement;
  readonly at: number;
  readonly found: number;
  readonly sure: boolean;
}

const COMPARED =
  /比|同期|较|参[照考]|增长|下降|上升|上年|去年|以前年度|至今|年起|以来|自20|历年|分别|延续|上年结转|年结转|跨年|年至20|开工|启动|立项|批复|下达|印发|成立|文件|通知|规划/;
const MONEY = /(?:支出|收入|执行|决算|预算)(?:总额|总计|数)?[^，。；\d]{0,6}$/;
const DONE =
  /(?:完成|培训|发放|开展|建成|新建|改建|举办|受理|办结|检查|抽检|救助|服务|整治|维修|购置|实施|支出|组织)/;
const RESULTS = /完成|绩效|产出|效益|分析|成效|主要|实施|情况/;
const BACKGROUND = /概况|背景|依据|立项|沿革|问题|改进|建议/;

/**
 * Figures of an earlier year where the report is on this one. Sure: spending or income of another
 * year beside that of this year in one sentence. A sentence of done work whose only year is an
 * earlier one is asked about; what compares, tells a history or a plan is not.
 */
export function otherYears(
  report: ReportText,
  statements: readonly Statement[],
  year: number,
): OtherYear[] {
  return statements.flatMap((statement): OtherYear[] => {
    const { text } = statement;
    const itself = ofItself(statements, statement, year);
    if (itself) return [itself];
    const years = [...text.matchAll(/(?<!\d)(20\d\d)年(?!代)/g)];
    const earlier = years.filter(([, one]) => Number(one) < year);
    const [mark] = earlier;
    if (!mark || COMPARED.test(text) || new Set(earlier.map(([, one]) => one)).size > 1) return [];
    const own = years.some(([, one]) => Number(one) === year);
    const follows = statement.figures.filter(
      (figure) => figure.start > mark.index && !isPlan(figure) && !isChange(figure),
    );
    const [figure] = follows;
    if (!figure) return [];
    const found = Number(mark[1]);
    if (found < year - 1 && !isOwnYear(statements, statement, mark[0])) return [];
    if (
      found === year - 1 &&
      figure.kind === 'money' &&
      MONEY.test(figure.label) &&
      (own || sameFor(statements, statement, year))
    ) {
      const told = periodOf(statement, figure, year).includes(`${found}年`);
      return told && !isHistory(statement, figure, year)
        ? [{ statement, at: mark.index, found, sure: own && isPair(text) }]
        : [];
    }
    const heading = report.headings[statement.heading]?.title ?? '';
    const told =
      DONE.test(text.slice(mark.index)) && RESULTS.test(heading) && !BACKGROUND.test(heading);
    return !own && told && !hasNeighbour(statements, statement, year)
      ? [{ statement, at: mark.index, found, sure: false }]
      : [];
  });
}

/** 对2022年度项目资金使用情况进行自评, 2023年度项目绩效自评得分96分: what the report says it is on. */
const ITSELF =
  /对(20\d\d)年度[^，。；]{0,30}(?:进行|开展)了?[^，。；]{0,6}自评|(?<!\d)(20\d\d)年度[^，。；\d]{0,24}(?:自评|综合)(?:得分|总分|评分)[^，。；\d]{0,4}(\d+(?:\.\d+)?)/;
const EARLIER = /上年|去年|往年|结果|应用|整改|发现|历年|分别|[比较]|提高|下降/;

function ofItself(
  statements: readonly Statement[],
  statement: Statement,
  year: number,
): OtherYear | null {
  const { text } = statement;
  const match = ITSELF.exec(text);
  const found = Number(match?.[1] ?? match?.[2] ?? year);
  const isOther = found < year && !text.includes(`${year}年`) && !EARLIER.test(text);
  // 2023年度得93分，2024年度得96分, in whatever sentences; of one score told for two years one is wrong.
  const isOwn = ({ text: one }: Statement): boolean => {
    const [, itself, named, score] = ITSELF.exec(one) ?? [];
    return Number(itself ?? named) === year && score !== match?.[3];
  };
  return match && isOther && !statements.some(isOwn)
    ? { statement, at: match.index, found, sure: false }
    : null;
}

/** 2022年全年支出531.4万元 of a report on 2024: a sentence that opens with its year, beside no other. */
const isOwnYear = (statements: readonly Statement[], own: Statement, named: string): boolean =>
  own.text.startsWith(named) &&
  !/本年|今年|目前|现[有已共]|建成的/.test(own.text) &&
  statements.every(
    ({ paragraph, text }) =>
      paragraph !== own.paragraph ||
      (text.match(/20\d\d年/g) ?? []).every((other) => other === named),
  );

/** 2023年收入…，2022年支出…: income and spending of two years in one breath. A history says one word of each year. */
const isPair = (text: string): boolean => /收入|预算/.test(text) && /支出|执行/.test(text);

/** 2022年预算320万元，2023年预算360万元: the same told of this year too. */
function isHistory({ text, figures }: Statement, earlier: Figure, year: number): boolean {
  const noun = /支出|收入|执行|决算|预算/.exec(earlier.label)?.[0] ?? '';
  return figures.some(
    (figure) =>
      figure !== earlier &&
      figure.label.includes(noun) &&
      (text.slice(0, figure.start).match(/20\d\d年/g) ?? []).at(-1) === `${year}年`,
  );
}

const sameFor = (statements: readonly Statement[], statement: Statement, year: number): boolean =>
  statements.some(
    ({ paragraph, text }) =>
      paragraph === statement.paragraph && text !== statement.text && text.includes(`${year}年`),
  );

/** The year itself told beside: a history of years. */
const hasNeighbour = sameFor;
