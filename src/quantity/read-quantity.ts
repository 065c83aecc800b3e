import { isBlank, isNotApplicable } from '../model/blank';
import type { CellValue } from '../model/snapshot';
import { isCellError } from '../model/snapshot';
import type { Comparison, Quantity, QuantityKind } from '../model/quantity';
import { exactAside, withoutAsides, withoutExtreme } from './asides';
import { isChineseDigit, readChineseNumber } from './chinese-number';
import { cleanResidue, multiply, roundHalfUp } from './exact';
import { readHalf, readTwoUnits } from './half-units';
import { normaliseText } from './normalise';
import { readNumberFormat } from './number-format';
import type { Taken } from './operator-words';
import { takeOperatorAfter, takeOperatorBefore } from './operator-words';
import { dateInSentence, deadlineInSentence, readDate, serialDay, withoutLead } from './read-date';
import { eachWithoutVerb, shareOfCount } from './each-and-of';
import { remembering } from '../model/remember';
import { isBareUnit, isCountingWord, plainUnit } from './units';

/** Longer texts are sentences, whatever figures stand in them. */
const LONGEST = 48;
const LONGEST_UNIT = 10;

export interface ReadingOptions {
  /** What the cell is for; in a target, 无 and a bare 0 mean `= 0`. Default `actual`. */
  readonly role?: 'target' | 'actual';
  readonly date1904?: boolean;
}

const bare = (text: string, kind: QuantityKind): Quantity => ({
  text,
  kind,
  op: null,
  value: null,
  upper: null,
  unit: null,
  date: null,
});

const figure = (
  text: string,
  op: Comparison | null,
  value: number,
  unit: string | null,
  percent: boolean,
): Quantity => ({
  text,
  kind: percent ? 'percent' : 'number',
  op,
  value,
  upper: null,
  unit,
  date: null,
});

/** ×× stands in a form for what is still to be written. */
const CROSSES = /^×+$/;

/**
 * Reads what a person wrote into 年度指标值 or 实际完成值 (domain-rules §4.1). Never throws and
 * never gives NaN; a text that is not one figure, date or range stays wording (`qualitative`),
 * so 11月底完成100% and 100%1000件 do. Without a person's statement (blank, —, /, ……,
 * 不适用, an error value) the kind is `none`. 无 is `= 0` as a target and wording as an actual.
 */
export function readQuantity(
  value: CellValue,
  format: string | null,
  options: ReadingOptions = {},
): Quantity {
  if (value === null) return bare('', 'none');
  if (typeof value === 'number') return readNumber(value, format, options);
  if (typeof value === 'boolean') return bare(value ? 'TRUE' : 'FALSE', 'qualitative');
  if (isCellError(value)) return bare(value.error, 'none');
  return textReading(value, options.role ?? 'actual');
}

const MOST_REMEMBERED = 2000;
const readTarget = remembering(MOST_REMEMBERED, (text: string) => readText(text, 'target'));
const readActual = remembering(MOST_REMEMBERED, (text: string) => readText(text, 'actual'));

/** Sentences are rarely said twice; only what can be a figure is worth remembering. */
function textReading(text: string, role: 'target' | 'actual'): Quantity {
  if (text.length > LONGEST) return readText(text, role);
  return role === 'target' ? readTarget(text) : readActual(text);
}

/** A number as Excel shows it in a General cell. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') && Math.abs(value) < 1e21 && Math.abs(value) > 1e-12
    ? value.toFixed(20).replace(/\.?0+$/, '')
    : text;
}

function shown(value: number, places: number | null): string {
  if (places === null) return plainNumber(value);
  return roundHalfUp(value, Math.min(places, 12)).toFixed(Math.min(places, 12));
}

function readNumber(raw: number, code: string | null, options: ReadingOptions): Quantity {
  if (!Number.isFinite(raw)) return bare('', 'none');
  const format = readNumberFormat(code);
  if (format.kind === 'date') {
    const date = serialDay(raw, options.date1904 ?? false);
    if (date !== null) {
      const text = format.chinese ? chineseDay(date) : date;
      return { ...bare(text, 'date'), date: { from: date, to: date } };
    }
  }
  const clean = cleanResidue(raw);
  const percent = format.kind === 'percent';
  const value = percent ? multiply(clean, 100) : clean;
  if (!Number.isFinite(value)) return bare('', 'none');
  const sign = percent ? '%' : '';
  const text = format.before + shown(value, format.places) + sign + format.after;
  if (format.before === '' && format.after === '') {
    const op = value === 0 && options.role === 'target' ? '=' : null;
    return figure(text, op, value, percent ? '%' : null, percent);
  }
  const exact = textReading(
    format.before + plainNumber(value) + sign + format.after,
    options.role ?? 'actual',
  );
  return exact.value === null
    ? figure(text, null, value, percent ? '%' : null, percent)
    : { ...exact, text };
}

function chineseDay(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

function readText(raw: string, role: 'target' | 'actual'): Quantity {
  const text = raw.trim();
  if (text.length > LONGEST * 4) return bare(text, 'qualitative');
  const plain = normaliseText(text);
  if (isBlank(plain) || isNotApplicable(plain) || CROSSES.test(plain)) return bare(text, 'none');
  if (plain.length > LONGEST) return bare(text, 'qualitative');
  if (isBareUnit(takeOperatorBefore(plain)?.rest ?? plain)) return bare(text, 'none');
  if (plain === '无' && role === 'target') return figure(text, '=', 0, null, false);
  return readStatement(text, plain, role);
}

const TRAILING_POINT = /[。;,.、]$/;

/** 每月不少于1次: the sign stands behind what the figure is per. */
function takeOperatorInside(plain: string): Taken | null {
  if (!plain.startsWith('每')) return null;
  for (let length = 2; length <= 4; length += 1) {
    const taken = takeOperatorBefore(plain.slice(length));
    if (taken) return { op: taken.op, rest: plain.slice(0, length) + taken.rest };
  }
  return null;
}

/** 九成以上（93%）: the figure behind a bound that it keeps is what was done. */
function readExactAside(text: string, plain: string): Quantity | null {
  const parts = exactAside(plain);
  if (!parts) return null;
  const share = shareOfCount(parts.outer, parts.inner);
  if (share !== null) return figure(text, null, share, '%', true);
  const [bound, exact] = [parts.outer, parts.inner].map((part) =>
    readStatement(part, part, 'actual'),
  );
  if (!bound || !exact || bound.value === null || exact.value === null) return null;
  if (exact.op !== null || bound.kind !== exact.kind) return null;
  if (exact.unit !== null && exact.unit !== bound.unit) return null;
  const keeps =
    bound.op === '>=' || bound.op === '>'
      ? exact.value >= bound.value
      : (bound.op === '<=' || bound.op === '<') && exact.value <= bound.value;
  return keeps ? { ...exact, text, unit: exact.unit ?? bound.unit } : null;
}

/** 高于0.6个百分点 tells how far it is from something else, and bounds nothing. */
const BEYOND = /^(?:高于|超过|低于|多于|少于|高出|超出)\d+(?:\.\d+)?个?百分点$/;

/** `text` as written, `written` as it is matched. */
function readStatement(text: string, written: string, role: 'target' | 'actual'): Quantity {
  const exact = role === 'actual' ? readExactAside(text, written) : null;
  if (exact) return exact;
  const plain = role === 'actual' ? withoutExtreme(written) : written;
  if (role === 'actual' && BEYOND.test(plain)) return bare(text, 'qualitative');
  const before = takeOperatorBefore(plain) ?? takeOperatorInside(plain);
  const body = (before ? before.rest : plain).replace(TRAILING_POINT, '');
  const date = readDate(withoutLead(body, role));
  if (date) {
    const op: Comparison | null = before ? before.op : date.deadline ? '<=' : null;
    return { ...bare(text, 'date'), op, date: date.date };
  }
  const said = withoutAsides(body);
  const after = takeOperatorAfter(said);
  // 达90%以上: the word behind says more than 达, which only leads to the figure.
  const op = (before?.op === '=' ? (after?.op ?? '=') : (before?.op ?? after?.op)) ?? null;
  const single = readFigure(after ? after.rest : said) ?? (after ? readFigure(said) : null);
  if (single) {
    const implied = op ?? (single.value === 0 && role === 'target' ? '=' : null);
    const unit = single.percent ? '%' : single.unit;
    return figure(text, implied, single.value, unit, single.percent);
  }
  const range =
    op === null || op === '<='
      ? readRange(after ? after.rest : said)
      : op === '>='
        ? readBounds(said)
        : null;
  if (range) {
    return {
      ...bare(text, 'range'),
      op: 'range',
      value: range.lower.value,
      upper: range.upper.value,
      unit: range.upper.percent ? '%' : range.upper.unit,
    };
  }
  if (role === 'actual') return { ...bare(text, 'qualitative'), date: dateInSentence(plain) };
  const until = deadlineInSentence(body);
  return { ...bare(text, 'qualitative'), op: until ? '<=' : null, date: until };
}

interface Figure {
  readonly value: number;
  readonly percent: boolean;
  readonly unit: string | null;
}

const DECIMAL = /^[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)/;
const PERCENT = /^(?:%|百分比|百分数|个百分点|百分点)(?:覆盖|完成|达标|合格|到位)?$/;
const UNIT =
  /^(?:m[23]|km2|hm2|[a-zA-Z\u00b0-\u00b5\u03bc\u2103\u2030\u3300-\u33ff\u4e00-\u9fff·](?:[a-zA-Z\u00b0-\u00b5\u03bc\u3300-\u33ff\u4e00-\u9fff·/、()²³]|m[23])*)$/;
const NOT_UNIT =
  /^月份?(?![份/·、]|$)|[的已未待以及前后内底完达实现通过提增减降均率左右级]|(?<![/毫千万]|^)升|(?:开展|举办|组织|建设|覆盖|合格|满意)/;

/** 个, (个), %(百分比), 平方米(㎡). */
const GLOSSED = /^[^()]{0,8}\([^()]{1,8}\)$/;

function unitOf(text: string): string | null | undefined {
  if (text === '') return null;
  // 元/人*月 and 元/人.月 are 元/人·月.
  const unit = text.replace(/([\u4e00-\u9fff])[*×.](?=[\u4e00-\u9fff])/g, '$1·');
  if (unit.length > LONGEST_UNIT || !UNIT.test(unit) || NOT_UNIT.test(unit)) return undefined;
  return unit;
}

/** One figure with at most a unit. Undefined units make the whole text wording. */
function readFigure(text: string): Figure | null {
  const [, size = '', parts = ''] = /^([百千万])分之(.+)$/.exec(text) ?? [];
  if (parts !== '') return readShareWord(parts, HUNDREDTHS[size] ?? 1);
  const [, ofMany = '', many = ''] = OF_MANY.exec(text) ?? [];
  if (many !== '') return { value: Number(ofMany), percent: false, unit: `/${many}` };
  if (text.endsWith('成')) return readTenths(text.slice(0, -1));
  const [, tenths = '', hundredths = ''] = TENTHS.exec(text) ?? [];
  if (tenths !== '') return readTenths(`${tenths}点${hundredths}`);
  const half = readHalf(text) ?? readTwoUnits(text);
  if (half) return { ...half, percent: false };
  const per = EACH.exec(text);
  if (per) {
    const counted = readFigure(text.slice(per[0].length));
    const each = (per[1] ?? per[2] ?? '').replaceAll('每', '·');
    return counted?.unit ? { ...counted, unit: `${counted.unit}/${eachWithoutVerb(each)}` } : null;
  }
  const start = text.startsWith('¥') ? 1 : 0;
  const match = DECIMAL.exec(text.slice(start));
  if (!match) return readChineseFigure(text);
  const value = cleanResidue(Number(match[0].replaceAll(',', '')));
  const after = text.slice(start + match[0].length);
  const rest = GLOSSED.test(after) ? plainUnit(after) : after;
  if (PERCENT.test(rest)) return start === 0 ? { value, percent: true, unit: '%' } : null;
  const unit = unitOf(rest);
  if (unit === undefined) return null;
  return {
    value,
    percent: false,
    unit: start === 1 ? `${unit ?? ''}元`.replace('元元', '元') : unit,
  };
}

/** 每年2次, 每年两次, 一年两次: so much each. */
const EACH =
  /^(?:每([\u4e00-\u9fff]{1,5}?)(?=[\d.]|[一二两三四五六七八九十]+(?:次|场|期|轮|回))|一(年|季度?|个?月|周)(?=[\d一二两三四五六七八九十]+(?:次|场|期|轮|回)))/;

/** 10/10万: a rate of so many. */
const OF_MANY = /^(\d+(?:\.\d+)?)\/(1?0?万)人?$/;

const HUNDREDTHS: Readonly<Record<string, number>> = { 百: 1, 千: 0.1, 万: 0.01 };

/** 百分之百, 万分之三, 千分之0.5: so many parts, each of so many hundredths. */
function readShareWord(text: string, hundredths: number): Figure | null {
  const value = text === '百' ? 100 : (readChineseNumber(text) ?? readDecimal(text));
  return value === null ? null : { value: multiply(value, hundredths), percent: true, unit: '%' };
}

/** 六成五: 65%. */
const TENTHS = /^([一二三四五六七八九])成([一二三四五六七八九])$/;

/** 九成, 8.5成: tenths of a whole. */
function readTenths(text: string): Figure | null {
  const tenths = readChineseNumber(text) ?? readDecimal(text);
  if (tenths === null || tenths <= 0 || tenths > 10) return null;
  return { value: multiply(tenths, 10), percent: true, unit: '%' };
}

function readDecimal(text: string): number | null {
  const match = DECIMAL.exec(text);
  return match?.[0].length === text.length ? Number(match[0].replaceAll(',', '')) : null;
}

/** 三个, 十二人次, 零起: only before a counting word, for 一般 and 万无一失 are no numbers. */
function readChineseFigure(text: string): Figure | null {
  let end = 0;
  while (end < text.length && (isChineseDigit(text.charAt(end)) || text.charAt(end) === '点'))
    end += 1;
  if (end === 0) return null;
  for (let length = end; length > 0; length -= 1) {
    const unit = text.slice(length);
    if (unit !== '' && !isCountingWord(unit)) continue;
    const value = readChineseNumber(text.slice(0, length));
    if (value !== null) return { value, percent: false, unit: unit === '' ? null : unit };
  }
  return null;
}

/** `90%且≤100%` behind its ≥: a range said as its two bounds. */
function readBounds(text: string): { lower: Figure; upper: Figure } | null {
  const joint = /(?:并且|且|[,、;](?=[≤<不小]))/.exec(text);
  if (!joint) return null;
  const bound = takeOperatorBefore(text.slice(joint.index + joint[0].length));
  if (bound?.op !== '<=') return null;
  return orderedRange(readFigure(text.slice(0, joint.index)), readFigure(bound.rest));
}

/** 90%-95%, 80—100, 3~5天, 3至5天. Both ends must read and stand in order. */
function readRange(text: string): { lower: Figure; upper: Figure } | null {
  const separator = /[-~至到]+/.exec(text.slice(1));
  if (!separator) return null;
  return orderedRange(
    readFigure(text.slice(0, separator.index + 1)),
    readFigure(text.slice(separator.index + 1 + separator[0].length)),
  );
}

function orderedRange(
  lower: Figure | null,
  upper: Figure | null,
): { lower: Figure; upper: Figure } | null {
  if (!lower || !upper || lower.value > upper.value) return null;
  if (lower.percent && !upper.percent) return null;
  if (lower.unit !== null && lower.unit !== upper.unit) return null;
  return { lower, upper };
}
