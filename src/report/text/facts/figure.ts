import { multiply } from '../../../quantity/exact';
import { clauseStarts } from './clauses';
import { readUnit, type FigureKind } from './units';

/** An amount in a sentence with what stands around it. Dates, numbers of documents and of items are none. */
export interface Figure {
  /** In its unit's base: 元 for money, single pieces for counts, percent for shares. */
  readonly value: number;
  /** As written, without unit: `1,161`, `25.8`. */
  readonly text: string;
  /** Signs after the decimal point. */
  readonly decimals: number;
  readonly kind: FigureKind;
  /** A class of unit: 件, 宗, 起 and 例 are one, 万元 and 元 are one; `''` where none. */
  readonly unit: string;
  /** As written: 宗, 万元, %. */
  readonly unitText: string;
  /** What one of the unit as written is in the base. */
  readonly factor: number;
  /** Of a price: what it is paid for. */
  readonly per: string | null;
  readonly start: number;
  readonly end: number;
  /** The words of its clause before it, from the figure before it on; without what stands in brackets. */
  readonly label: string;
  /** All words of its clause before it. */
  readonly lead: string;
  /** The words that follow it, up to the next figure or the end of the clause. */
  readonly tail: string;
  /** Which clause, and which part between semicolons, of the sentence it stands in. */
  readonly clause: number;
  readonly segment: number;
  /** How many brackets it stands in. */
  readonly depth: number;
  /** 约, 近, 余: not to the last digit. */
  readonly rough: boolean;
  /** ≥ and 不低于, ≤ and 不超过. */
  readonly bound: 'least' | 'most' | null;
}

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;
const LONGEST_NUMBER = 15;

/** As far as a list of dates or numbers goes before its unit: 3、5、7月. */
const LONGEST_AFTER = 24;

const TIME_AFTER =
  /^(?:年|月|日|时(?!间)|分钟|小时|点(?![位钟])|号|股|热线|政务|市民|(?:、\d+)+(?:年|月|日|号|期|标段|楼|层|班)|〕|版|级|届|周岁|岁|度(?!电)|期工程|个?月|[A-Za-z℃°])/;
const NAME_BEFORE = /(?:第|附件|[A-Za-z〔[#＃№]|[A-Za-z\d][-–—.:：]|[A-Za-z][/]|\d[~～至到])$/;
/** 附表2、图3, but 水表5200只. */
const LISTED_BEFORE = /(?:表|图)$/;
const FRACTION = /[（(]\d[\d.,]*[^\d/／，。；]{0,3}[/／]$/;
const RANGE_AFTER = /^[-–—~～至]\d/;
const LEAST = /(?:≥|>=|>|＞|不低于|不少于|不小于|不短于|大于等于|大于|至少|高于)=?$/;
const MOST = /(?:≤|<=|<|＜|不超过|不高于|不多于|不大于|小于等于|小于|控制在|不超出|低于)=?$/;
const LEAST_AFTER = /^(?:[（(]含[）)])?(?:及|或|（含）)?以上/;
const MOST_AFTER = /^(?:及|或|（含）)?(?:以内|以下|之内)/;
const ROUGH_BEFORE =
  /(?:(?<![签预节合履违公契条制集])约|(?<![附邻最临靠])近|超|超过|突破|逾|左右|不足)(?:为|有|共)?$/;
const ROUGH_AFTER = /^(?:多|余|左右|上下|以上)/;

/** How long something took, which is no day or month of a date. */
const LENGTH_AFTER = /^(?:个?小时|个月|分钟|日(?=历天|以?内|之内))/;
const tellsLength = (before: string, after: string): boolean =>
  LENGTH_AFTER.test(after) && !/月$/.test(before);

const isName = (before: string, after: string, text: string, withLengths: boolean): boolean =>
  text.length > LONGEST_NUMBER ||
  text === '12345' ||
  (TIME_AFTER.test(after) && !(withLengths && tellsLength(before, after))) ||
  NAME_BEFORE.test(before) ||
  (LISTED_BEFORE.test(before) && !/^[\u4e00-\u9fff%]/.test(after)) ||
  RANGE_AFTER.test(after) ||
  (/[（(]$/.test(before) && /^[）)]/.test(after)) ||
  // 2023/3/15, but not 合格率98.33%（118/120）.
  (/\d[/／]$/.test(before) && !(FRACTION.test(before) && /^[^\d/／]{0,3}[）)]/.test(after))) ||
  (/["“+＋]$/.test(before) &&
    /^[+＋"”]/.test(after) &&
    text.length <= 2 &&
    /["“]|\d[+＋]$/.test(before));

/** Every amount of a sentence in its order; how long something took only where asked for. */
export function figuresOf(sentence: string, withLengths = false): Figure[] {
  const found = [...sentence.matchAll(NUMBER)].filter((match) => {
    const end = match.index + match[0].length;
    const before = sentence.slice(Math.max(0, match.index - LONGEST_AFTER), match.index);
    return !isName(before, sentence.slice(end, end + LONGEST_AFTER), match[0], withLengths);
  });
  const clauses = clauseStarts(
    sentence,
    found.map(({ index }) => index),
  );
  const figures: Figure[] = [];
  let previous: Figure | null = null;
  found.forEach((match, index) => {
    const clause = clauses[index];
    if (!clause) return;
    const start = match.index;
    const stop = found[index + 1]?.index ?? sentence.length;
    const figure = figureAt(sentence, match[0], start, stop, clause, previous);
    figures.push(figure);
    previous = figure;
  });
  return withSharedUnits(sentence, figures);
}

/** 达标198、未达标18个; 120、80、95亩: one unit behind the last of a list is that of all. */
function withSharedUnits(sentence: string, figures: readonly Figure[]): Figure[] {
  const shared: Figure[] = [];
  for (const figure of [...figures].reverse()) {
    const next = shared[0];
    const listed = next && /^、[^，。；：、\d]{0,12}$/.test(sentence.slice(figure.end, next.start));
    const bare = figure.kind === 'bare' && figure.factor === 1;
    const counted = next && (next.kind === 'count' || next.kind === 'money');
    if (!bare || !listed || !counted) shared.unshift(figure);
    else {
      const { kind, unit, factor, per } = next;
      const value = multiply(figure.value, factor);
      shared.unshift({ ...figure, kind, unit, factor, per, value });
    }
  }
  return shared;
}

type Clause = ReturnType<typeof clauseStarts>[number];

function figureAt(
  sentence: string,
  text: string,
  start: number,
  stop: number,
  clause: Clause,
  previous: Figure | null,
): Figure {
  const numberEnd = start + text.length;
  const more = /^[多余]/.test(sentence.slice(numberEnd));
  const lead = withoutBrackets(sentence.slice(clause.start, start));
  const own = previous?.clause === clause.index ? Math.max(previous.end, clause.start) : null;
  const label = own === null ? lead : withoutBrackets(sentence.slice(own, start));
  const unit = readUnit(sentence.slice(numberEnd + (more ? 1 : 0), numberEnd + 14), lead);
  const end = numberEnd + (more ? 1 : 0) + unit.text.length;
  const tail = /^[^，；：。,;:、（()）]*/.exec(sentence.slice(end, Math.max(end, stop)))?.[0] ?? '';
  const after = sentence.slice(end, end + 8);
  return {
    value: multiply(Number(text.replaceAll(',', '')), unit.factor),
    text,
    decimals: text.split('.')[1]?.length ?? 0,
    kind: unit.kind,
    unit: unit.name,
    unitText: unit.text,
    factor: unit.factor,
    per: unit.per,
    start,
    end,
    label,
    lead,
    tail,
    clause: clause.index,
    segment: clause.segment,
    depth: clause.depth,
    rough: more || ROUGH_BEFORE.test(label) || ROUGH_AFTER.test(after),
    bound: boundOf(label, after),
  };
}

const boundOf = (label: string, after: string): Figure['bound'] =>
  LEAST.test(label) || LEAST_AFTER.test(after)
    ? 'least'
    : MOST.test(label) || MOST_AFTER.test(after)
      ? 'most'
      : null;

const withoutBrackets = (text: string): string =>
  text.replace(/[（(][^（）()]*[）)]/g, '').replace(/^[）)]/, '');

/** What one sign at its last place is worth, in its base: 100 for `12.34万元`. */
export const placeOf = ({ decimals, factor }: Figure): number => factor * 10 ** -decimals;

/** How far a figure may be from what it rounds. Whole numbers are exact. */
export const roundingOf = (figure: Figure): number =>
  figure.decimals > 0 || figure.factor >= 1e8 ? placeOf(figure) / 2 : 0;

/** As written with its unit. */
export const written = ({ text, unitText }: Figure): string => text + unitText;

/** A value in the unit of a figure, as that figure would be written. */
export function writtenLike(value: number, { factor, unitText }: Figure): string {
  const scaled = Number((value / factor).toFixed(6));
  return `${scaled}${unitText}`;
}
