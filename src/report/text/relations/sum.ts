import { subtract, sum } from '../../../quantity/exact';
import { placeOf, type Figure } from '../facts/figure';
import { isChange, isPlan, isPrior } from '../facts/statement';

/** A total and what is said to be in it. */
export interface Sum {
  readonly total: Figure;
  readonly parts: readonly Figure[];
  /**
   * `all`: the words say that nothing else is in it; `some`: the list may leave something out;
   * `likely`: it reads as if it were all, so that what differs is asked about.
   */
  readonly listed: 'all' | 'likely' | 'some';
}

/** What the parts lack of their total. */
export const missing = ({ total, parts }: Pick<Sum, 'total' | 'parts'>): number =>
  subtract(total.value, sum(parts.map(({ value }) => value)));

/** Units whose parts may be counted twice: people and cases have several marks. */
export const OVERLAPS: ReadonlySet<string> = new Set(['人', '人次', '户', '件', '家', '批次']);

/** 等 behind a list: it leaves something out. */
export const OPEN_LIST = /等(?:[^级次待候额同，。；、）)]{0,6})(?:[，。；）)]|$)/;
/** …，其余由企业自筹: one more behind the list, without its figure; it excuses what is below the total. */
export const leavesOut = (text: string, one: Pick<Sum, 'total' | 'parts'>): boolean =>
  /^[^；。\d]*(?:其余|余下|剩余|不足|差额|等)/.test(
    text.slice(one.parts.at(-1)?.end ?? text.length),
  ) && missing(one) > 0;

/** …，其余批次已全部处置: a rest behind the list that is told without its figure, however closed the list looks. */
export const leavesRest = (text: string, one: Sum): boolean =>
  /^[^；。\d]*(?:其余|余下|剩余)[^，；。\d]*(?:[，；。]|$)/.test(
    text.slice(one.parts.at(-1)?.end ?? text.length),
  ) && missing(one) > 0;

/** A rest is told: nothing is left out. */
export const REST = /其他|其它|其余|另有|剩余/;

/** 每人每年补助1200元 is a price. */
const EACH = /每(?:[人户亩生月村家天次名位套台件班校]|公里|平方米)[^，。；]{0,10}$/;

/** Whether a figure is an amount that can be added: no price, no mean, no change. */
export const isAmount = (figure: Figure): boolean =>
  (figure.kind === 'money' || figure.kind === 'count' || figure.kind === 'points') &&
  figure.per === null &&
  !EACH.test(figure.label) &&
  // 市县各承担172.8万元: of each of several.
  !/各(?:自)?(?:承担|负担|配套|出资|补助|安排|投入)?$/.test(figure.label) &&
  !/(?:单价|上限|限额|封顶)(?:[为是约])?$/.test(figure.label) &&
  !/均(?:补助|补贴|投入|投资|支出|收入|成本|费用)?$|每[^，。；\d年]{1,3}$/.test(figure.label) &&
  !isChange(figure);

const alike = (total: Figure, part: Figure): boolean =>
  part.unit === total.unit && part !== total && !part.rough && !isPrior(part);

/** Whether a figure may be a part of a total. */
export const comparable = (total: Figure, part: Figure): boolean =>
  alike(total, part) && isPlan(part) === isPlan(total);

const DONE = /实际|完成|已|达/;

/** The same of a list that its total opens: of what is planned its items are planned too. */
export const listable = (total: Figure, part: Figure): boolean =>
  comparable(total, part) ||
  (alike(total, part) && isPlan(total) && total.bound === null && !DONE.test(part.label));

/** By how much figures, the whole first, may miss each other as they are rounded. */
export function slackOf(figures: readonly Figure[]): number {
  const finest = Math.min(...figures.map(placeOf));
  return sum(
    figures.map((figure, index) => {
      const place = placeOf(figure);
      const isCoarse = place > finest * 1.5;
      return isCoarse && (figure.decimals > 0 || figure.factor >= 1e8 || index === 0)
        ? place / 2
        : figure.decimals > 0
          ? finest / 2
          : 0;
    }),
  );
}
