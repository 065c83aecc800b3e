import type { Quantity } from '../model/quantity';
import { normaliseText } from './normalise';
import { takeOperatorAfter, type SingleComparison } from './operator-words';
import { readQuantity } from './read-quantity';
import { isCountingWord } from './units';

/** What a sentence says in figures, where it says one thing. */
export interface SaidFigure {
  readonly figure: Quantity;
  /** Whether the figure is by how much something rises or falls. */
  readonly change: 'rise' | 'fall' | null;
  /** The Chinese words around the figure, without those that only lead to it. */
  readonly words: string;
}

const LONGEST = 40;
/** Several clauses ask several things; the comma of 12,000 parts nothing. */
const CLAUSES = /(?:(?<!\d),|,(?!\d{3}(?!\d))|[;。!?、:])(?=.)/;
/** Years, months, days of a month, document numbers, ordinals and ages count nothing that is done. */
const NO_FIGURE =
  /(?<!\d)(?:19|20)\d{2}(?!\d)(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?)?(?:年度?)?|\d{1,2}月(?:\d{1,2}日)?(?:底|末|初)?|(?<=月)\d{1,2}日|\d{1,2}日(?=[之以]?前)|第\d+|[〔[【(]\d{4}[〕\]】)]\d*号?|[A-Za-z]\d+|\d+(?:周?岁|级|号|类地区)/g;
const FIGURE = /(?:[≥≤<>=]{1,2})?\d+(?:,\d{3})*(?:\.\d+)?/g;
const AT_LEAST = /至少|不少于|不低于|不小于|最少|最低/;
const AT_MOST = /至多|不超过|不高于|不大于|不多于|控制在|最多|最高/;
const RISING = /增长|增加|增收|提高|提升|上升/;
const FALLING = /下降|降低|减少|压减|节约|缩短|下调/;
/** 前10名 is a rank. */
const ORDINAL = /[第前]$/;
/** 提高到90% and 缩短至10天 say what level is reached, and on which side of it is better. */
const RISEN = '(?:增|升|提高|扩大)';
const FALLEN = '(?:降|减|压|缩短|下调|控制)';
const TO = '[^\\d]{0,4}[至到]';
const RISEN_TO = new RegExp(`${RISEN}${TO}$`);
const LEVEL = new RegExp(`(?:${RISEN}|${FALLEN})${TO}$`);
/** 由86% before 提高到90%: where it began says nothing of where it is to come. */
const FROM = new RegExp(
  `[由从](?:[\\u4e00-\\u9fff]{0,6}|\\d{4}年[\\u4e00-\\u9fff]{0,3})\\d+(?:\\.\\d+)?(?:%|[\\u4e00-\\u9fff]{1,3}?)?(?=[\\u4e00-\\u9fff]{0,4}?(?:${RISEN}|${FALLEN})${TO})`,
);
const LEADING =
  /至少|全年|本年度?|年度|当年|完成率?|达到?|实现|开展|以上|以内|(?<![\u4e00-\u9fff])之?内|办结|完毕|不少于|不低于|不超过|累计|共计?/g;
const LONGEST_UNIT = 5;
/** 万 of 2.6万人: the word behind it is what is counted. */
const MULTIPLIED = /^(?:[百千十]?万|亿|千)(?=.)/;

/**
 * The one figure of a short sentence with its unit and sign: 至少全年完成2次宣传 asks ≥2次, 较上年增长10% a
 * rise of 10%. Null where there are several figures or clauses, no unit, or nothing but a figure.
 */
export function figureInSentence(text: string, role: 'target' | 'actual'): SaidFigure | null {
  const whole = normaliseText(text).replace(/[。;,.]$/, '');
  if (whole.length > LONGEST) return null;
  const said = whole.replace(FROM, '').replace(FEW_IN_WORDS, (_, most: string, count: string) => {
    return most + String('一二三'.indexOf(count.replace('两', '二')) + 1);
  });
  const plain = role === 'actual' ? clauseWithFigure(withoutGloss(said)) : withoutNote(said);
  if (plain === null || CLAUSES.test(plain)) return null;
  const counted = plain.replace(NO_FIGURE, (found) => '#'.repeat(found.length));
  const found = [...counted.matchAll(FIGURE)];
  const [match] = found;
  if (!match || found.length > 1) return null;
  const from = match.index;
  const to = from + match[0].length;
  const before = counted.slice(0, from);
  const unit = unitAt(counted.slice(to));
  const reached = LEVEL.test(before);
  if (unit === '' || ORDINAL.test(before)) return null;
  const rest = counted.slice(to + unit.length);
  const figure = readQuantity(match[0] + unit, null, { role });
  if (figure.value === null || figure.kind === 'date') return null;
  return {
    figure: { ...figure, op: figure.op ?? operatorOf(before, rest) ?? sideOf(before, role) },
    change: reached ? null : FALLING.test(before) ? 'fall' : RISING.test(before) ? 'rise' : null,
    words: ((reached ? before.replace(LEVEL, '') : before) + rest)
      .replace(LEADING, '')
      .replace(/[^\u4e00-\u9fff]/g, ''),
  };
}

/** (回收问卷200份) behind a figure says where it comes from, unless it takes something back. */
const GLOSS = /\([^()]*\)$/;
function withoutGloss(text: string): string {
  const told = text.replace(GLOSS, (gloss) => (TAKEN_BACK.test(gloss) ? gloss : ''));
  return saysFigure(told) ? told : text;
}

/** 达到100%（约2300户）: how many that share is, unless the brackets ask for more; 12个（1864户） asks for both. */
function withoutNote(text: string): string {
  const told = text.replace(GLOSS, '');
  const note = text.slice(told.length);
  const isTwice = note.includes('%') && told.includes('%');
  return told.endsWith('%') && !isTwice && !ASKS_TOO.test(note) ? told : text;
}
const ASKS_TOO = /其中|每|且|并|[≥≤<>]|不[少低高超大小]|至[少多]|以[上内下]/;

/** 提升至92% asks for no less. */
const sideOf = (before: string, role: 'target' | 'actual'): SingleComparison | null =>
  role === 'target' && LEVEL.test(before) ? (RISEN_TO.test(before) ? '>=' : '<=') : null;

/** 最多跑一次. */
const FEW_IN_WORDS = /(最[多少][\u4e00-\u9fff]{0,2})([一二两三])(?=[次个项天日人])/;

/** 截至2023年12月底 is no figure. */
const saysFigure = (clause: string): boolean => /\d/.test(clause.replace(NO_FIGURE, ''));
/** What was left undone or taken back may be what the figure counts. */
const UNDONE = /未|没|尚|取消/;
const TAKEN_BACK = /未|没|尚|不足|不到|仅|但|然而|取消|除/;

/**
 * What was done may come with words about how: 开展宣传14场次,覆盖全部乡镇. The one clause with a figure,
 * where no other takes anything back; null where two have one.
 */
function clauseWithFigure(text: string): string | null {
  if (!CLAUSES.test(text)) return UNDONE.test(text) ? null : text;
  const clauses = text.split(CLAUSES);
  const [told, second] = clauses.filter(saysFigure);
  if (told === undefined || second !== undefined || UNDONE.test(told)) return null;
  return clauses.some((clause) => clause !== told && TAKEN_BACK.test(clause)) ? null : told;
}

/** The figure of each clause of what was done, 512批次 and 99.2% of 512批次，合格率99.2%; none where anything is taken back. */
export function figuresInClauses(text: string): readonly SaidFigure[] {
  const whole = normaliseText(text).replace(/[。;,.]$/, '');
  if (whole.length > LONGEST || TAKEN_BACK.test(whole) || MEANT.test(whole)) return [];
  return whole.split(CLAUSES).flatMap((clause) => figureInSentence(clause, 'actual') ?? []);
}
const MEANT = /计划|目标|应|拟|预计/;

function unitAt(text: string): string {
  if (text.startsWith('%')) return '%';
  for (let length = LONGEST_UNIT; length > 0; length -= 1) {
    const unit = text.slice(0, length);
    if (unit.length === length && isCountingWord(unit.replace(MULTIPLIED, ''))) return unit;
  }
  return '';
}

function operatorOf(before: string, rest: string): SingleComparison | null {
  if (AT_LEAST.test(before)) return '>=';
  if (AT_MOST.test(before)) return '<=';
  const after = /^(?:及|或)?以[上下内]|^之?内/.exec(rest);
  return after ? (takeOperatorAfter(after[0])?.op ?? null) : null;
}
