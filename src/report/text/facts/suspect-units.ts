import type { Figure } from './figure';
import type { Statement } from './statement';

interface Suspect {
  readonly statement: Statement;
  readonly at: number;
  readonly found: string;
  readonly sure: boolean;
}

const MIXED = /\d[\d,.]*(?:亿|万)?元(?:亩|平方米|公里|人次|公顷|户|立方米|吨)(?!\/)/g;
const FUNDS =
  /(?:预算|资金|经费|支出|收入|拨款|补贴|投资|总额|执行|下达|到位|结余|决算|支付|拨付|结算|投入|配套)(?:数|额|资金|金额|总额|共计?|合计|为|达|约|：)*$/;
/** Words of what is paid for one: a rate and no sum. */
export const EACH =
  /农户|群众|个人|居民|患者|学生|职工|每|均|标准|单价|\/|／|人次|按|价(?!款)|罚|奖励|票|押金|工资|餐/;
const MOST_YUAN = 10_000;

/** Money whose unit does not fit what it is of: areas in 元, funds of a project in single 元. */
export function suspectUnits(statements: readonly Statement[]): Suspect[] {
  const large = statements.some(({ figures }) =>
    figures.some(({ kind, factor, per }) => kind === 'money' && factor >= 1e4 && per === null),
  );
  return statements.flatMap((statement): Suspect[] => {
    const mixed = [...statement.text.matchAll(MIXED)].map((match) => ({
      statement,
      at: match.index,
      found: match[0],
      sure: true,
    }));
    const small = statement.figures.filter(
      (figure) =>
        isSmall(figure, statement) ||
        isCounted(figure) ||
        isAmongFunds(figure, statement) ||
        isBoundOfMore(figure, statement),
    );
    return [
      ...mixed,
      ...small.map((figure) => ({
        statement,
        at: figure.start,
        found: figure.text + figure.unitText,
        sure:
          figure.decimals > 0 ||
          isCounted(figure) ||
          isBesideMore(figure, statement) ||
          (large && /预算数|执行数|总额/.test(figure.label)),
      })),
    ];
  });
}

/** 参保人数12.6万元: people and pieces are no money. */
const isCounted = ({ kind, label }: Figure): boolean =>
  kind === 'money' &&
  /(?:人|户|个|次|件|台|株|床位|处)数(?:量)?(?:为|达到?|共|约|：)*$/.test(label);

const NEARLY = 3;

/** 控制在32元以内，实际支出28.7万元: a bound and what is held to it, of one size but for the unit. */
function isBoundOfMore(figure: Figure, { figures }: Statement): boolean {
  const next = figures[figures.indexOf(figure) + 1];
  const isBound = figure.kind === 'money' && figure.per === null && figure.bound !== null;
  if (!isBound || figure.factor > 1 || next?.kind !== 'money' || next.factor < 1e4) return false;
  const size = next.value / next.factor / figure.value;
  return (
    next.per === null && next.clause - figure.clause === 1 && size < NEARLY && size > 1 / NEARLY
  );
}

/** 中央补助380万元、省级补助120元、县级配套60万元: of several sources one alone in 元. */
const isAmongFunds = (figure: Figure, { figures }: Statement): boolean => {
  const sources = figures.filter(
    ({ kind, label, per, segment }) =>
      kind === 'money' && per === null && segment === figure.segment && SOURCE.test(label),
  );
  const others = sources.filter((one) => one !== figure);
  return (
    sources.includes(figure) &&
    figure.factor === 1 &&
    figure.value > 0 &&
    figure.value < MOST_YUAN &&
    !EACH.test(figure.label) &&
    others.length > 0 &&
    others.every(({ factor, value }) => factor >= 1e4 && value > figure.value * MUCH) &&
    others.some(({ value }) => isOfSize(value, figure.value * 1e4))
  );
};
/** Beside amounts in 万元 so much larger that it must be one of them too. */
const isBesideMore = (figure: Figure, { figures }: Statement): boolean =>
  figures.some(
    ({ kind, factor, value }) => kind === 'money' && factor >= 1e4 && value > figure.value * MUCH,
  );

/** 8600元 beside 1.2万元 may well be; 120元 beside 60万元 is 120万元. */
const MUCH = 100;
const isOfSize = (one: number, other: number): boolean =>
  Math.max(one, other) <= Math.min(one, other) * TEN;
const TEN = 10;
const SOURCE =
  /(?:中央|[省市县区镇]级?|自筹|地方|上级|本级)(?:财政)?(?:专项)?(?:补助|补贴|配套|资金|拨款|投资|安排|预算内)/;

const isSmall = (figure: Figure, { text }: Statement): boolean =>
  figure.kind === 'money' &&
  figure.factor === 1 &&
  figure.per === null &&
  figure.value > 0 &&
  figure.value < MOST_YUAN &&
  FUNDS.test(figure.label) &&
  !EACH.test(text.slice(Math.max(0, figure.start - 20), figure.start)) &&
  !/^(?:[/／]|每|的标准|整)/.test(text.slice(figure.end)) &&
  !/结余/.test(figure.label);
