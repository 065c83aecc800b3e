/** A number in a sentence with what stands around it. */
export interface Figure {
  readonly value: number;
  /** As written, without unit: `1,161`, `25.8`. */
  readonly text: string;
  /** Signs after the decimal point. */
  readonly decimals: number;
  readonly percent: boolean;
  /** A class of unit: 件, 宗, 起 and 例 are one; 万元 and 元 keep their own. `''` where none. */
  readonly unit: string;
  /** As written: 宗, 万元, %. */
  readonly unitText: string;
  readonly start: number;
  readonly end: number;
  /** The words of its clause before it. */
  readonly label: string;
  /** Which clause of the sentence it stands in. */
  readonly clause: number;
}

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;
const MONEY = ['亿元', '万元', '元'];
const COUNTED = [
  '人次',
  '场次',
  '平方米',
  '公里',
  '个',
  '件',
  '宗',
  '起',
  '例',
  '份',
  '项',
  '家',
  '名',
  '人',
  '户',
  '次',
  '场',
  '部',
  '条',
  '篇',
  '期',
  '台',
  '套',
  '座',
  '间',
  '亩',
  '吨',
  '米',
  '批',
  '辆',
  '处',
  '所',
  '村',
  '镇',
  '类',
  '种',
  '门',
];
const UNITS = [
  ...MONEY,
  ...['万', '亿'].flatMap((large) => COUNTED.map((unit) => large + unit)),
  ...COUNTED,
];
const CASES = new Set(['件', '宗', '起', '例']);
const unitClass = (unit: string): string => (CASES.has(unit) ? '件' : unit);

/** Figures that name a year, a date, a telephone line or a document, not an amount. */
function isName(before: string, after: string, text: string): boolean {
  if (/^(?:年|月|日|时|分钟|小时|号|股|热线|政务|市民|、\d|〕|版|级)/.test(after)) return true;
  if (/[〔[第（(-—–~]$/.test(before) && /^[〕\]年月号）)-—–~]/.test(after)) return true;
  return text === '12345' || /第$/.test(before);
}

const unitAt = (after: string): string => UNITS.find((unit) => after.startsWith(unit)) ?? '';

/** Every amount of a sentence in its order. Percentages count as figures; dates and names do not. */
export function figuresOf(sentence: string): Figure[] {
  const figures: Figure[] = [];
  for (const match of sentence.matchAll(NUMBER)) {
    const text = match[0];
    const start = match.index;
    const end = start + text.length;
    const before = sentence.slice(Math.max(0, start - 2), start);
    const after = sentence.slice(end, end + 6);
    if (text.length > 15 || isName(before, after, text)) continue;
    const percent = after.startsWith('%');
    const unitText = percent ? '%' : unitAt(after);
    const clauseStart = clauseBefore(sentence, start);
    figures.push({
      value: Number(text.replaceAll(',', '')),
      text,
      decimals: text.split('.')[1]?.length ?? 0,
      percent,
      unit: percent ? '%' : unitClass(unitText),
      unitText,
      start,
      end: end + unitText.length,
      label: sentence.slice(clauseStart, start),
      clause: clauseStart,
    });
  }
  return figures;
}

const CLAUSE_ENDS = '，；：,;:。';

/** Where the clause that holds `index` begins; at most 60 signs back. */
function clauseBefore(sentence: string, index: number): number {
  const stop = Math.max(0, index - 60);
  for (let at = index - 1; at >= stop; at -= 1) {
    if (CLAUSE_ENDS.includes(sentence.charAt(at))) return at + 1;
  }
  return stop;
}

/** Whether two wordings share two neighbouring Chinese signs. */
export function sharesWord(a: string, b: string): boolean {
  for (let index = 0; index + 1 < a.length; index += 1) {
    const pair = a.slice(index, index + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(pair) && b.includes(pair)) return true;
  }
  return false;
}

const CHANGE = /同比|环比|增长|上升|提高|提升|增加|下降|降低|减少|压减|比/;

/** Whether a figure says by how much something changed, not how much there is. */
export const isChange = ({ label }: Figure): boolean => CHANGE.test(label);
