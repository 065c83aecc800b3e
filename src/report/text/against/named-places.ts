import type { Quantity } from '../../../model/quantity';
import type { TableResult } from '../../../model/score';
import type { Indicator } from '../../../model/table';
import type { Statement } from '../facts/statement';
import { readUnit } from '../facts/units';
import { plainName } from './names';

/** An indicator as its name and unit are looked for in a report. */
export interface Wanted {
  readonly indicator: Indicator;
  /** Its name without 数量, 情况 and the like. */
  readonly core: string;
  readonly actual: Value | null;
  readonly target: Value | null;
}

export interface Value {
  readonly value: number;
  readonly unit: string;
  /** Of a price: what it is paid for. */
  readonly per: string | null;
  readonly text: string;
}

const LOOSE_ENDS =
  /(?:完成)?(?:数量|人次数|[人个次户家件处座台所项套株辆名期批起]数|场次|面积|情况|人次|场次|批次|完成率?|工作|覆盖面|程度|数|量)$/;
const SHORTEST = 3;

const coreOf = (name: string): string => {
  const plain = plainName(name);
  const short = plain.replace(LOOSE_ENDS, '');
  return short.length >= SHORTEST ? short : plain;
};

/** Words of telling that name nothing. */
export const TELLS =
  /20\d\d年度?|全年|年度|本年度?|共计?|累计|总计|实际|已|完成|开展|组织|举办|新增|新建|建设|实施|落实|发放|实现|达到?|使|其|经|据|方面|指标|项目|[年的了中为等及和月日\d]/g;

/** Names that stand behind the name of any row. */
const ANY_ROW = /^(?:完成率|达成率|执行率|得分率|支出率|完成情况|完成比例|预算执行率|分值|得分)$/;

/** The indicators that a report can name. Of two that differ only in their last word the whole name is needed. */
export function wantedOf({ indicators }: TableResult['table']): readonly Wanted[] {
  const cores = new Map<string, Set<string>>();
  for (const { name } of indicators) {
    const core = coreOf(name);
    cores.set(core, (cores.get(core) ?? new Set()).add(plainName(name)));
  }
  return indicators.flatMap((indicator): Wanted[] => {
    const short = coreOf(indicator.name);
    const core = (cores.get(short)?.size ?? 0) > 1 ? plainName(indicator.name) : short;
    const [actual, target] = [
      valueOf(indicator.actual, indicator.target),
      valueOf(indicator.target, indicator.actual),
    ];
    return core.length >= SHORTEST && !ANY_ROW.test(core)
      ? [{ indicator, core, actual, target }]
      : [];
  });
}

function valueOf(quantity: Quantity, other: Quantity): Value | null {
  const { value } = quantity;
  if (value === null || (quantity.kind !== 'number' && quantity.kind !== 'percent')) return null;
  if (quantity.kind === 'percent') return { value, unit: '%', per: null, text: `${value}%` };
  const words = quantity.unit ?? other.unit ?? '';
  const unit = readUnit(words, '');
  // Of a row without any unit a bare figure tells the value; of an unknown unit none does.
  return words !== '' && unit.name === ''
    ? null
    : { value: value * unit.factor, unit: unit.name, per: unit.per, text: `${value}${words}` };
}

export interface Spoken {
  readonly wanted: Wanted;
  /** Where the name begins, where it ends, and up to where it is spoken of. */
  readonly at: number;
  readonly from: number;
  readonly end: number;
  /** Its whole name stands there, not just its last word. */
  readonly full: boolean;
}

interface Named {
  readonly wanted: Wanted;
  readonly at: number;
  readonly end: number;
  readonly full: boolean;
}

/** A text without signs and brackets, with the place of each of its signs in the text. */
interface Plain {
  readonly text: string;
  readonly places: readonly number[];
}

const SKIPPED = /[（(][^（）()]*[）)]|[^\u4e00-\u9fffA-Za-z\d]/g;

function plainOf(text: string): Plain {
  const places: number[] = [];
  let plain = '';
  let at = 0;
  const keep = (to: number): void => {
    for (; at < to; at += 1) {
      plain += text.charAt(at);
      places.push(at);
    }
  };
  for (const match of text.matchAll(SKIPPED)) {
    keep(match.index);
    at = match.index + match[0].length;
  }
  keep(text.length);
  return { text: plain, places };
}

/** Where a name stands in a sentence, whatever signs it is written with there. */
interface Occurrence {
  readonly at: number;
  readonly end: number;
}

function occurrences(plain: Plain, name: string, isListed: boolean, text: string): Occurrence[] {
  const found: Occurrence[] = [];
  const { text: words, places } = plain;
  for (let from = words.indexOf(name); from >= 0; from = words.indexOf(name, from + name.length)) {
    const at = places[from] ?? 0;
    const end = (places[from + name.length - 1] ?? 0) + 1;
    // 指标甲3 is not the beginning of 指标甲39; no name goes on behind a comma that it does not have.
    const goesOn = /\d$/.test(name) && /\d/.test(text.charAt(end));
    if (!goesOn && (isListed || !/[，。；：、]/.test(text.slice(at, end)))) found.push({ at, end });
  }
  return found;
}

/** 巡查731人次 of 巡查人次: the name goes on behind its figure. */
function shortOf({ indicator, actual }: Wanted): string | null {
  const name = plainName(indicator.name);
  const unit = indicator.actual.unit ?? indicator.target.unit ?? '';
  const short = name.slice(0, -unit.length);
  return actual !== null && unit !== '' && name.endsWith(unit) && short.length > 1 ? short : null;
}

/** Where the names of indicators stand in a sentence, each up to the next one. */
export function placesOf({ text }: Statement, wanted: readonly Wanted[]): readonly Spoken[] {
  const plain = plainOf(text);
  const find = (one: Wanted, name: string): Occurrence[] =>
    occurrences(plain, name, /[，。；：、]/.test(one.indicator.name), text);
  const found = wanted.flatMap((one): Named[] => {
    const told = (places: readonly Occurrence[], full: boolean): Named[] =>
      places.map((place) => ({ wanted: one, ...place, full }));
    const whole = find(one, one.core);
    if (whole.length > 0) return told(whole, true);
    const short = shortOf(one);
    const counted = short === null ? [] : find(one, short);
    const figures = counted.filter(({ end }) => /\d/.test(text.charAt(end)));
    if (figures.length > 0) return told(figures, true);
    const tail = tailOf(one, wanted);
    return tail === null ? [] : told(find(one, tail), false);
  });
  // Of names that stand in one another only the longest is meant.
  const kept = found.filter(
    ({ at, end }) =>
      !found.some((other) => other.end - other.at > end - at && other.at <= at && other.end >= end),
  );
  return kept.map(({ wanted: one, at, end, full }) => {
    const ends = kept.map((other) => other.at).filter((start) => start > at);
    return { wanted: one, at, from: end, end: Math.min(text.length, ...ends), full };
  });
}

/** The last word of a rate's name, where no other indicator ends alike: 普及率 of 农村自来水普及率. */
function tailOf({ core, indicator }: Wanted, all: readonly Wanted[]): string | null {
  const tail = /(?:满意度|[\u4e00-\u9fff]{2}率)$/.exec(core)?.[0];
  if (tail === undefined || core === tail) return null;
  return all.some((other) => other.indicator !== indicator && other.core.endsWith(tail))
    ? null
    : tail;
}
