import { sum } from '../../../quantity/exact';
import { placeOf, type Figure } from '../facts/figure';
import type { Sum } from './sum';

/** Some figures of a sentence taken for a whole and all of it. */
interface Reading {
  readonly whole: Figure;
  readonly of: readonly Figure[];
}

/** In longer lists some figures always add up to another. */
const MOST = 16;

/**
 * Whether the figures around a sum that does not add up make sense otherwise, exactly: the list ends
 * earlier or goes on, its members have parts of their own or stand in columns, or what it makes up is
 * another figure. Then nobody can tell that a figure is wrong.
 */
export function fitsOtherwise(one: Sum, around: readonly Figure[]): boolean {
  const { total } = one;
  const reach = around.filter(
    ({ unit, per, kind, rough }) =>
      unit === total.unit && per === null && kind === total.kind && !rough,
  );
  if (reach.length > MOST) return false;
  return (
    [
      otherLists,
      otherWholes,
      besideTotal,
      withoutTheirParts,
      subtotalled,
      columns,
      inTurn,
      rests,
    ].some((readings) => readings(one, reach).some(addsUp)) || isWeighted(one, around)
  );
}

const valueOf = (figures: readonly Figure[]): number => sum(figures.map(({ value }) => value));

/** Exactly, but for what the coarsest figure with decimals leaves open where others are finer. */
function addsUp({ whole, of }: Reading): boolean {
  const all = [whole, ...of];
  const finest = Math.min(...all.map(placeOf));
  const coarse = Math.max(0, ...all.filter(isRounded).map(placeOf));
  const slack = coarse > finest * 1.5 ? coarse / 2 : 0;
  return of.length > 1 && Math.abs(valueOf(of) - whole.value) <= slack + 1e-6;
}

const isRounded = ({ decimals, factor }: Figure): boolean => decimals > 0 || factor >= 1e8;

/**
 * Of a list behind its total, fewer figures or more up to any further one; of one before its total the
 * same from its other end. What stands next to the total is never left out.
 */
function otherLists({ total, parts }: Sum, reach: readonly Figure[]): readonly Reading[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return [];
  const isBehind = total.start < first.start;
  const at = reach.indexOf(first);
  // 20分得12分，15分得8分: of one column nothing of the other is added.
  const isRun = parts.every((part, index) => reach[at + index] === part);
  const reached = isRun ? reach : parts;
  const list = isBehind
    ? reached.filter(({ start }) => start >= first.start)
    : reached.filter(({ start, end }) => start <= last.start && end <= total.start).reverse();
  // 其余30户 ends a list, so that nothing before it does.
  const fewest = /^[、，]?其余/.test(last.label) ? parts.length : 0;
  return list
    .map((_, index) => list.slice(0, index + 1))
    .filter(({ length }) => length >= fewest)
    .map((of) => ({ whole: total, of }));
}

/** What the list makes up is a figure before it, or the total that it closes with. */
const otherWholes = ({ total, parts }: Sum, reach: readonly Figure[]): readonly Reading[] =>
  reach
    .filter(
      (whole) =>
        whole !== total &&
        !parts.includes(whole) &&
        (whole.start < (parts[0]?.start ?? 0) || whole.value < total.value),
    )
    .map((whole) => ({ whole, of: parts }));

/** 受理3260件，办结3248件，另有12件: what was taken for the total is one of them. */
const besideTotal = ({ total, parts }: Sum, reach: readonly Figure[]): readonly Reading[] =>
  reach
    .filter((whole) => whole !== total && whole.value > total.value && !parts.includes(whole))
    .map((whole) => ({ whole, of: [total, ...parts] }));

const OPENS = /其中|包括|[含由]/;

/** 甲60万元（含设备20万元、软件40万元）、乙30万元: members without their own parts. */
const withoutTheirParts = ({ total, parts }: Sum): readonly Reading[] =>
  parts.flatMap((member, index): Reading[] => {
    const behind = parts.slice(index + 1);
    return behind.flatMap((first, last): Reading[] => {
      const own = behind.slice(0, last + 1);
      const value = valueOf(own);
      const isNested =
        (own.length > 1 && Math.abs(value - member.value) < 1e-6) ||
        own.every(({ depth }) => depth > member.depth) ||
        OPENS.test(first.label);
      const isOwn = isNested && value <= member.value + 1e-6;
      return isOwn ? [{ whole: total, of: parts.filter((part) => !own.includes(part)) }] : [];
    });
  });

/** 州级1.5万元、县级1.5万元，中央合计3万元，连同上年2万元，共5万元: members that another behind them takes together. */
const subtotalled = ({ total, parts }: Sum): readonly Reading[] =>
  parts.flatMap((member, index): Reading[] => {
    const run = parts.slice(0, index).reverse();
    return run.flatMap((_, last): Reading[] => {
      const own = run.slice(0, last + 1);
      const isOwn = own.length > 1 && Math.abs(valueOf(own) - member.value) < 1e-6;
      return isOwn ? [{ whole: total, of: parts.filter((part) => !own.includes(part)) }] : [];
    });
  });

/** 拨款950万元支出948.25万元，自筹200万元支出150万元，合计1150万元: every second or third. */
const inTurn = ({ total, parts }: Sum): readonly Reading[] =>
  [2, 3].flatMap((step) =>
    Array.from({ length: step }, (_, from) => ({
      whole: total,
      of: parts.filter((_part, at) => at % step === from),
    })),
  );

const wordOf = ({ label }: Figure): string => label.replace(/[^\u4e00-\u9fff]/g, '').slice(-2);

/** 预算80万元，执行72万元；预算120万元，执行118万元: of figures in turn those called alike. */
function columns({ total, parts }: Sum, reach: readonly Figure[]): readonly Reading[] {
  return parts.map(wordOf).map((word): Reading => {
    const alike = reach.filter((one) => one !== total && wordOf(one) === word);
    const inTurn = alike.every((one, index) => {
      const next = alike[index + 1];
      return !next || reach.indexOf(next) - reach.indexOf(one) > 1;
    });
    return { whole: total, of: inTurn && word !== '' ? alike : [] };
  });
}

/** 节约26万元（预算500万元，支出474万元）: what is left of one of the figures by the others. */
const rests = ({ total, parts }: Sum): readonly Reading[] =>
  parts.every(({ value }) => value > total.value)
    ? parts.map((whole) => ({ whole, of: [total, ...parts.filter((part) => part !== whole)] }))
    : [];

/** 一等奖5个、二等奖10个，分别奖励5万元、3万元，共55万元: of so many each what is told at its place. */
function isWeighted({ total, parts }: Sum, around: readonly Figure[]): boolean {
  const counts = around.filter(({ kind, start }) => kind === 'count' && start < total.start);
  return counts.some((_, from) => {
    const run = counts.slice(from, from + parts.length);
    const value = sum(parts.map((part, index) => part.value * (run[index]?.value ?? 0)));
    return run.length === parts.length && Math.abs(value - total.value) < placeOf(total) / 2;
  });
}
