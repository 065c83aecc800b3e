import { multiply, subtract } from '../../quantity/exact';
import type { Item } from './items';
import { readCount } from './plain-text';
import type { Reading } from './reading';
import type { RowFacts } from './row-facts';
import { vetoed } from './veto';
import { one } from './steps';

/** A place in a ranking, or a run of them. */
interface Places {
  readonly from: number;
  readonly to: number;
  readonly points: number;
  readonly rule: string;
}

const SPEAKS = /排名|名次|位次|第\d+名|前\d+名/;
/** 排名前三, 位列第5. */
const numbered = (text: string): string =>
  text.replace(
    /(?<=[前第])([一二三四五六七八九十]{1,3})(?=名|位|[的,;。得计]|$)/g,
    (said: string) => String(readCount(said) ?? said),
  );
const TOLD = /(倒数)?第(\d{1,3})(?:名|位|$|[,;。])/;
const LIST =
  /((?:(?:倒数)?第\d+名[、和及])+(?:倒数)?第\d+名)的?,?分别(?:得|计|记|给)((?:\d+(?:\.\d+)?分?[、和及])+\d+(?:\.\d+)?分)/;
const RUN = /前(\d+)(?:名|位|的?$)|第?(\d+)(?:名|位)?[-~至到]第?(\d+)(?:名|位)|第(\d+)(?:名|位)/;
const STEP =
  /每(?:下降|后移|降低|退后?|进|低|增加|往后|推后|靠后|落后)*(?:1|一)?(?:个)?(?:名次?|位次?)(?:依次|递减|减|扣|扣减)*(\d+(?:\.\d+)?)/;
const LAST = /(\d+)名(?:及)?(?:以后|之后|以下|开外)/;

/** Whether a standard gives its points by places in a ranking. */
export const isRanking = (text: string): boolean =>
  SPEAKS.test(text) && !/按.{0,4}第[1一]名的?比例/.test(text);

/** The points of the place a row tells: its own, or counted down from the last place that has points. */
export function scoreRank(
  text: string,
  items: readonly Item[],
  facts: RowFacts,
  weight: number,
): Reading | null {
  const told = TOLD.exec(numbered(facts.text));
  if (!told) return vetoed(items, facts, weight);
  if ((told[1] === undefined) === /倒数/.test(text)) return null;
  const place = Number(told[2]);
  const known = [...listed(text), ...runs(items, weight)];
  const own = known.find(({ from, to }) => from <= place && place <= to);
  if (own) return { span: one(own.points), rule: own.rule, fact: told[0], sum: '' };
  const last = known.filter(({ to }) => to < place).sort((a, b) => b.to - a.to)[0];
  const step = STEP.exec(text)?.[1];
  if (!last || step === undefined) return null;
  const loss = multiply(place - last.to, Number(step));
  return {
    span: one(Math.max(0, subtract(last.points, loss))),
    rule: text,
    fact: told[0],
    sum: `${last.points} − ${loss}`,
  };
}

function listed(text: string): Places[] {
  const match = LIST.exec(text);
  const places = Array.from(match?.[1]?.matchAll(/\d+/g) ?? [], Number);
  const points = Array.from(match?.[2]?.matchAll(/\d+(?:\.\d+)?/g) ?? [], Number);
  if (places.length !== points.length) return [];
  return places.map((place, index) => ({
    from: place,
    to: place,
    points: points[index] ?? 0,
    rule: match?.[0] ?? '',
  }));
}

function runs(items: readonly Item[], weight: number): Places[] {
  return items.flatMap((item) => {
    if (/每|分别/.test(item.clause)) return [];
    const given = item.points === 'full' ? weight : item.points[1];
    const points = item.kind === 'award' ? given : Math.max(0, subtract(weight, given));
    const after = LAST.exec(item.clause);
    if (after) return [{ from: Number(after[1]), to: Infinity, points, rule: item.text }];
    const run = RUN.exec(numbered(item.clause.split(',').at(-1) ?? ''));
    if (!run) return [];
    const [, front, from, to, single] = run;
    const start = front === undefined ? Number(from ?? single) : 1;
    const end = Number(front ?? to ?? single);
    return [{ from: start, to: end, points, rule: item.text }];
  });
}
