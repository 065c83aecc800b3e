import type { Quantity } from '../model/quantity';
import type { Indicator } from '../model/table';
import { commensurable, saysNothingHappened } from '../quantity/compare-quantity';
import { readChineseNumber } from '../quantity/chinese-number';
import { normaliseText } from '../quantity/normalise';
import { readQuantity } from '../quantity/read-quantity';
import { measureOf } from '../quantity/units';
import { isReverseName, wantedOf } from './direction';

/**
 * Whether what was done keeps to what was asked where both are words that stand in an order, or several
 * figures side by side: 前3名 and 第5名, Ⅲ类 and Ⅳ类 of water, 广场2个、公厕3座 and 广场2个、公厕2座. Null
 * where the two are no such words, or do not tell of the same.
 */
export function comparedInWords({ name, target, actual }: Indicator): 'kept' | 'missed' | null {
  if (target.kind !== 'qualitative' || actual.kind !== 'qualitative') return null;
  const [asked, done] = [target, actual].map(({ text }) => normaliseText(text));
  if (asked === undefined || done === undefined || asked.length > LONGEST || done.length > LONGEST)
    return null;
  return byRank(name, asked, done) ?? byWaterClass(name, asked, done) ?? byGrade(name, asked, done);
}

/** The same of several figures in one cell, each held against the one in its place. */
export function comparedInParts(indicator: Indicator): 'kept' | 'missed' | null {
  const { target, actual } = indicator;
  if (target.kind !== 'qualitative' || actual.kind !== 'qualitative') return null;
  const [asked, done] = [partsOf(target, 'target'), partsOf(actual, 'actual')];
  if (!asked || asked.length !== done?.length) return null;
  const met = asked.map((part, at) => {
    const other = done[at];
    return other === undefined ? null : isPartKept(indicator, part, other);
  });
  if (met.includes(null)) return null;
  return met.includes(false) ? 'missed' : 'kept';
}

/**
 * 零投诉 beside 未发生投诉 or 0件: nothing of the kind happened; beside 2起 it did. Null where what did not
 * happen may be something else.
 */
export function comparedWithNone({ name, target, actual }: Indicator): 'kept' | 'missed' | null {
  if (!saysNothingHappened(target)) return null;
  const [asked, done] = [target, actual].map(({ text }) => normaliseText(text));
  if (asked === undefined || done === undefined) return null;
  if (actual.kind === 'number' && actual.value !== null) {
    if (actual.value === 0) return 'kept';
    return COUNTED_BAD.test(actual.unit ?? '') && [asked, name].some(isReverseName)
      ? 'missed'
      : null;
  }
  const [happened, what = ''] = HAPPENED.exec(done) ?? [];
  if (happened !== undefined)
    return what === '' || sharesPair(what, name + asked) ? 'missed' : null;
  if (!saysNothingHappened(actual)) return null;
  const thing = done.replace(NONE, '');
  return thing === '' || sharesPair(thing, name + asked) ? 'kept' : null;
}

/** 发生1起. */
const HAPPENED = /^(?:全年|共|累计)*(?:发生|出现)了?[1-9]\d*(?:起|件|例|次|宗)([\u4e00-\u9fff]*)$/;
/** What goes wrong is counted so. */
const COUNTED_BAD = /^(?:起|件|例|次|宗)$/;
const NONE =
  /^(?:实现|全年|保持|本年度?|年内)*(?:零|杜绝|不(?:发生|出现)|未(?:发生|出现|发现|收到|接到)|无(?:发生)?|没有)(?:发生)?/;

const sharesPair = (thing: string, others: string): boolean =>
  Array.from(thing, (_, at) => thing.slice(at, at + 2)).some(
    (pair) => pair.length === 2 && others.includes(pair),
  );

const LONGEST = 24;
const DENIED = /[未没不无]|倒数|跌|降|下滑/;
/** 全市前三, 第5名. */
const RANK = /(前|第)(\d{1,3}|[一二三四五六七八九十]{1,3})(?:[名位]|$)/g;
const RANKED = /名|位|全[国省区市州盟县旗镇乡]/;
/** Among whom: third of a city is no worse than fifth of a province. */
const AMONG = /全[国省区市州盟县旗镇乡校系]/;

function byRank(name: string, asked: string, done: string): 'kept' | 'missed' | null {
  if (![asked, done].every((text) => RANKED.test(name + text))) return null;
  const [due, place] = [asked, done].map(rankOf);
  if (!due || !place) return null;
  const [among, other] = [asked, done].map((text) => AMONG.exec(text)?.[0]);
  if (among !== undefined && other !== undefined && among !== other) return null;
  if (place.rank <= due.rank) return 'kept';
  // 前10名 may as well be the third.
  return place.exact ? 'missed' : null;
}

function rankOf(text: string): { readonly rank: number; readonly exact: boolean } | null {
  if (DENIED.test(text)) return null;
  const [found, second] = [...text.matchAll(RANK)];
  if (!found || second || /\d/.test(text.replace(found[0], ''))) return null;
  const rank = readChineseNumber(found[2] ?? '') ?? Number(found[2]);
  return Number.isFinite(rank) ? { rank, exact: found[1] === '第' } : null;
}

const CLASS = /([ⅠⅡⅢⅣⅤ]|(?<![IV])(?:I{1,3}|IV|V)(?![IV])|[一二三四五])类/g;
const CLASSES: readonly (readonly string[])[] = ['ⅠI一', 'ⅡII二', 'ⅢIII三', 'ⅣIV四', 'ⅤV五'].map(
  (spellings) => [spellings.charAt(0), spellings.slice(1, -1), spellings.slice(-1)],
);

/** 地表水环境质量标准 GB 3838-2002 counts water from Ⅰ, the best, to Ⅴ, and what is worse. */
function byWaterClass(name: string, asked: string, done: string): 'kept' | 'missed' | null {
  if (!/水/.test(name + asked) || /[率比]/.test(name)) return null;
  const [due, reached] = [asked, done].map(waterClassOf);
  if (due === undefined || reached === undefined || due === null || reached === null) return null;
  return reached <= due ? 'kept' : 'missed';
}

function waterClassOf(text: string): number | null {
  if (/[未没不无%\d]/.test(text)) return null;
  const [found, second] = [...text.matchAll(CLASS)];
  if (!found || second) return null;
  const at = CLASSES.findIndex((spellings) => spellings.includes(found[1] ?? ''));
  return at < 0 ? null : at + (/劣$/.test(text.slice(0, found.index)) ? 1 : 0);
}

/**
 * Grades from the best down: discharge of sewage (GB 18918-2002), prizes, letters and 甲乙丙 as regulations
 * count them. Of risks and dangerous houses a letter says how bad they are.
 */
const GRADES: readonly (readonly [about: RegExp, from: readonly string[]])[] = [
  [/[水污排]/, ['一级A', '一级B', '二级', '三级']],
  [/./, ['三级甲等', '三级乙等', '三级丙等', '二级甲等', '二级乙等', '二级丙等', '一级甲等']],
  [/./, ['特等奖', '一等奖', '二等奖', '三等奖']],
  [/^(?!.*[险危患灾害])/, ['特等', '一等', '二等', '三等']],
  [/^(?!.*[险危患])/, ['A级', 'B级', 'C级', 'D级']],
  [/^(?!.*[险危患])/, ['甲级', '乙级', '丙级']],
];
const AROUND_GRADE =
  /^(?:达到?|评为|被评为|获得?|符合|为)+|(?:及以上|以上|排放|标准|水平|(?<=星)级)+$/g;

function byGrade(name: string, asked: string, done: string): 'kept' | 'missed' | null {
  const [due, reached] = [asked, done].map((text) =>
    text.toUpperCase().replace(AROUND_GRADE, '').replace(AROUND_GRADE, ''),
  );
  if (due === undefined || reached === undefined) return null;
  const ranks = RANKS.find((from) => from.includes(due) && from.includes(reached));
  if (ranks && ranks.indexOf(reached) > ranks.indexOf(due)) return 'missed';
  const grades = GRADES.find(
    ([about, from]) => about.test(name + asked) && from.includes(due) && from.includes(reached),
  )?.[1];
  return grades ? (grades.indexOf(reached) <= grades.indexOf(due) ? 'kept' : 'missed') : null;
}

/** Below what was asked; one that keeps to it may be judged as words are. */
const RANKS: readonly (readonly string[])[] = [
  ['优秀', '良好', '合格', '不合格'],
  ['优良', '合格', '不合格'],
  ['五星', '四星', '三星', '二星'],
];

interface Part {
  readonly label: string;
  readonly figure: Quantity;
}

/** 60名（其中博士5名）, 12个（1864户）. */
const OF_THEM = /\((?:其中|含|包括)?[:,]?([^()]*\d[^()]*)\)/g;
const SEPARATOR = /[、,;]|[和及](?=[\u4e00-\u9fff]{0,8}\d)|(?<=\d(?:场次?|[期批次轮]))(?=\d)/;
const PART = /^([\u4e00-\u9fff]{0,12}?)((?:[≥≤]|不低于|不少于|不超过|不高于)?\d.*)$/;
const FILLERS = /^(?:其中|其余|实际|已|共|完成|新建|新增|建成|建设)+/;
const LONGEST_LIST = 60;

/** Two or more figures, each with its unit; null for any other text. */
function partsOf({ text }: Quantity, role: 'target' | 'actual'): readonly Part[] | null {
  const plain = normaliseText(text).replace(OF_THEM, ',$1');
  if (plain.length > LONGEST_LIST) return null;
  const clauses = plain.split(SEPARATOR);
  if (clauses.length < 2) return null;
  const parts = clauses.flatMap((clause) => {
    const [, label = '', figure = ''] = PART.exec(clause) ?? [];
    const read = figure === '' ? null : readQuantity(figure, null, { role });
    const isFigure = read?.kind === 'number' || read?.kind === 'percent';
    return read && isFigure && read.unit !== null
      ? [{ label: label.replace(FILLERS, ''), figure: read }]
      : [];
  });
  return parts.length === clauses.length ? parts : null;
}

/** What is counted, measured out or built, of which fewer are not what was asked. */
const MADE = /^(?:count:|length$|area$)/;

/** Whether one part was reached; null where the two are of different things, or nobody says which is better. */
function isPartKept(indicator: Indicator, asked: Part, done: Part): boolean | null {
  const { figure } = asked;
  if (asked.label !== done.label && asked.label !== '' && done.label !== '') return null;
  const pair = commensurable(figure, done.figure);
  if ('problem' in pair || done.figure.op !== null) return null;
  if (pair.actual === pair.target) return figure.op !== '<' && figure.op !== '>';
  if (figure.op === '>=' || figure.op === '>') return pair.actual > pair.target;
  if (figure.op === '<=' || figure.op === '<') return pair.actual < pair.target;
  const isMade = MADE.test(measureOf(figure.unit ?? '').measure);
  if (!isMade || isReverseName(asked.label) || wantedOf(indicator) === 'less') return null;
  return pair.actual > pair.target;
}
