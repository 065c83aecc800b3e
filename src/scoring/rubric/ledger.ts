import {
  bearsFault,
  degreeOf,
  faultsIn,
  isOtherDate,
  MISSED,
  sharedPairs,
  deniesFault,
  withSigns,
} from './agreement';
import type { Reading } from './reading';
import { DONE, PLANNED } from './row-facts';

/** What the words of a row are held against. */
export interface Asked {
  /** Plain. */
  readonly name: string;
  /** The 评分标准, plain. */
  readonly standard: string;
  /** The rules that take points, each as printed. */
  readonly punished: readonly string[];
  readonly weight: number;
}

/** Where something new is told, within a sentence and in brackets too: 完工20个其中未验收3个, 98%(不含延期项目). */
const PARTS =
  /(?<=[,;。!?])|(?=其中|另有|尚有|还有|仍有|并且|而且)|(?<=[\u4e00-\u9fff])(?=但)|(?=\([^()]*[\u4e00-\u9fff]{2}[^()]*\))|(?<=[\u4e00-\u9fff][^()]*\))/;
const SIGNS = /^\(|[,;。!?)]+$/g;

/**
 * Whether all that a row tells was heard by its reading. A part without which the points are the same
 * was not: it must then say nothing against them. Whatever else is left over, a word of denial or
 * degree too, is a person's to judge.
 * @param told what the row tells, plain
 * @param score what the standard gives for other words of the row
 */
export function hearsAll(
  told: string,
  reading: Reading,
  asked: Asked,
  score: (told: string) => Reading | null,
): boolean {
  const isSame = (parts: readonly string[]): boolean =>
    score(parts.join(''))?.span.every((points, at) => points === reading.span[at]) ?? false;
  const parts = told.split(PARTS);
  const instead = (at: number, other: string): readonly string[] =>
    parts.map((part, index) => (index === at ? other : part));
  // 账实不符,账务不合规: the same loss told twice.
  const saysTheSame = (part: string): boolean =>
    reading.span[1] < asked.weight && isSame([part.replace(SIGNS, '')]);
  return parts.every((part, at) =>
    parts.length > 1 && isSame(instead(at, ''))
      ? saysTheSame(part) || saysNothingAgainst(part, reading, asked, instead(at, ''))
      : weakened(part, asked).every((other) => !isSame(instead(at, other))),
  );
}

const DEGREE = /基本|部分|大多|个别|少数(?!民族)|不太|不够|较为|比较|略/g;
const DENIAL = /(?:尚|仍|还|均)?(?:未能|没有|未|没|不|无)([\u4e00-\u9fff]{2})/g;

/** A part without one of its words that lower it: 基本齐全 as 齐全, 未加盖公章 as 加盖公章. */
function weakened(part: string, { name, standard }: Asked): readonly string[] {
  const about = name + standard;
  const without = ({ index, 0: { length } }: RegExpExecArray): string =>
    part.slice(0, index) + part.slice(index + length);
  const degrees = Array.from(part.matchAll(DEGREE));
  // 不动产 denies nothing: what is denied is done elsewhere in the row's own words.
  const denials = Array.from(part.matchAll(DENIAL)).filter(
    ([whole, verb = '']) => !about.includes(whole) && about.includes(verb),
  );
  return [
    // 除2月外每月检查: all of them but one.
    ...Array.from(part.matchAll(/除[^,;。]{1,12}外/g)).map(without),
    ...degrees.filter(({ index }) => degreeOf(part.slice(index)) !== '').map(without),
    ...denials.map((match) => without(Object.assign(match, { 0: match[0].slice(0, -2) }))),
  ];
}

const WHEN =
  /(?:截至|截止|于|在|自)?(?:\d{4}年度?(?:\d{1,2}月(?:\d{1,2}日|[底末初])?)?|\d{1,2}月(?:\d{1,2}日|[底末初])?|\d{4}[-.]\d{1,2}(?:[-.]\d{1,2})?)/g;
const isDated = (rule: string): boolean => new RegExp(WHEN.source).test(rule);
const WHERE =
  /^(?:(?:项目|工程)?(?:位于|地点|地址)[\u4e00-\u9fff:、]{2,16}|(?:详?见|附(?![属近加设着])|佐证|网址|链接|资料来源|(?:依据|根据)(?!充[分足]|合理|明确|科学|完[整备]))[^,;。]*|[\u4e00-\u9fff]{1,6}[〔[(]\d{4}[〕\])]\d*号?)$/;

/** What a row tells without the parts that only say where it was or where it is written down. */
export function withoutPlaces(told: string): string {
  const parts = told.split(/(?<=[,;。!?])/);
  const left = parts.filter((part) => !WHERE.test(part.replace(SIGNS, '')) || FAULTY.test(part));
  return left.length === 0 ? told : left.join('').replace(/(?<=.)\(([^()]+)\)/g, whereOrAll);
}

const whereOrAll = (all: string, inside: string): string =>
  WHERE.test(inside) && !FAULTY.test(inside) ? '' : all;

/** 根据审计报告存在超支. */
const FAULTY = /¬|存在|发现|出现|[未没不无缺]/;
const SOURCE = /^(?:按照?|依|经|为|通过|具体)/;
const VERDICT = /^(?:共|合计|应|故)*(?:扣|得|计)\d+(?:\.\d+)?分$|^(?:不扣分|得满分)$/;
const WHY = /^(?:主要)?(?:因|由于|受|系|为|原因|主要)|原因/;
/** 均已追回补发: what was done since about what cost points. */
const SINCE = /^(?:目前|现)?(?:均|都|全部)?(已(?:经)?[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,8}$/;
/** 其余有, 其他均符合. */
const OTHERS = /^(?:其余|其他|其它)[^\d]*$/;
/** That it went well, of whatever else. */
const WELL =
  /符合|达到|做到|达标|满足|合规|良好|顺利|明显|显著|有效|较好|正常|落实|完成|到位|规范|及时|完整|齐全|提升|改善|保障/;

/** Of a part that was not heard: that the points are right whether or not it is so. */
function saysNothingAgainst(
  part: string,
  { span, rule, fact }: Reading,
  asked: Asked,
  others: readonly string[],
): boolean {
  const text = part.replace(SIGNS, '');
  const rest = text.replace(WHEN, '');
  if (rest === '' || VERDICT.test(rest) || SAMPLE.test(rest)) return true;
  if (WHERE.test(rest) && !FAULTY.test(rest)) return true;
  if (isToldTwice(text, fact) || isToldTwice(fact, text)) return false;
  const [, most] = span;
  if (most < asked.weight && WHY.test(rest)) return true;
  const since = most < asked.weight ? SINCE.exec(rest)?.[1] : undefined;
  // 已整改的减半扣分: of which the standard has a rule of its own.
  if (since !== undefined && asked.standard.includes(since)) return false;
  if (since !== undefined && sharedPairs(rest, asked.standard) === 0) return true;
  // Nothing can be lost any more, unless what is denied takes a fault back: 均不属实.
  const isSaid = most < asked.weight && fact.includes(text);
  // 12月底前完成主体,附属工程次年1月完成
  if (isDated(rule) && !/\d/.test(rest) && DONE.test(text) && isOtherDate(text, rule))
    return most === 0;
  if (isRivalRate(text, fact, asked, others) || (speaksAgainst(rest, rule, asked) && !isSaid))
    return most === 0 && (!withSigns(rest).includes('¬') || sharedPairs(rest, asked.standard) > 0);
  // (学生), (含上年结转): more words for the same.
  const isAside = most < asked.weight && part.startsWith('(') && !/\d/.test(rest);
  if (
    isAside ||
    OTHERS.test(rest) ||
    withSigns(rest).includes('¬') ||
    sharedPairs(rest, asked.name + asked.standard) > 0
  )
    return true;
  return /\d/.test(rest)
    ? isAmount(rest) || makesRate(rest, others)
    : SOURCE.test(rest) || WELL.test(rest);
}

/** 上年结转资金执行率80% beside 当年资金执行率97%: another rate of the same name, where neither is the row's by its full name. */
function isRivalRate(
  text: string,
  fact: string,
  { name }: Asked,
  others: readonly string[],
): boolean {
  const [, verb] = /([\u4e00-\u9fff]{2})[率度]$/.exec(name) ?? [];
  return (
    verb !== undefined &&
    /\d%/.test(text) &&
    text.includes(verb) &&
    !/(?<![较比同与])(?:上年(?!结转)|去年|同期)|同比|环比|[较比]|\d月/.test(text) &&
    !fact.includes(name) &&
    !isMadeOf(ratesIn(text), others.flatMap(figuresIn)) &&
    !(CHANGE.test(verb) && isChangeOf(ratesIn(text), others.flatMap(figuresIn)))
  );
}

/** 年初预算1000万元, 应训150人, 上年80%: what was due or done, or when; 裂缝3处 is neither. */
const isAmount = (text: string): boolean =>
  !text.startsWith('其中') &&
  (PLANNED.test(text) ||
    DONE.test(text) ||
    /万元|亿元|元|%|同比|环比|[较比去上]年|收回/.test(text));

/** 床位300张,入住156人,使用率52%: an amount that the rate of the row was made of. */
function makesRate(text: string, others: readonly string[]): boolean {
  const [own, ...more] = figuresIn(text);
  if (own === undefined || more.length > 0) return false;
  return isMadeOf(others.flatMap(ratesIn), [own, ...others.flatMap(figuresIn)], own);
}

/** Whether one of the rates is one figure as a share of another, to half a percent. */
const isMadeOf = (rates: readonly number[], figures: readonly number[], of?: number): boolean =>
  figures.some((part, at) =>
    figures.some(
      (whole, other) =>
        at !== other &&
        (of === undefined || of === part || of === whole) &&
        rates.some((rate) => Math.abs((part / whole) * 100 - rate) < 0.51),
    ),
  );

const CHANGE = /变动|变化|增长|下降|降低|减少/;
/** 变动率-9% of 18.2万元 and 20万元: by how much one differs from the other, to half a percent. */
const isChangeOf = (rates: readonly number[], figures: readonly number[]): boolean =>
  figures.some((now) =>
    figures.some((before) =>
      rates.some((rate) => Math.abs(Math.abs(now / before - 1) * 100 - rate) < 0.51),
    ),
  );

const ratesIn = (text: string): readonly number[] =>
  Array.from(text.matchAll(/(\d+(?:\.\d+)?)%/g), ([, rate]) => Number(rate));

const figuresIn = (text: string): readonly number[] =>
  Array.from(text.matchAll(/(?<![\d.])(\d+(?:\.\d+)?)(?![\d.%])/g), ([, figure]) => Number(figure));

const EXCEPTION =
  /^但|另有|尚有|仍有|除|仅|只|剩余|其余.*\d|取消|放弃|退出|正在|待(?!遇)|拟(?!定)|[改工检查核]后.*\d%/;

/** 样本仅20份: how it was asked, not what was answered. */
const SAMPLE = /^(?:样本|问卷|受访|调查对象)[^\d]{0,4}\d+(?:份|人|户|名)$/;

const REALLY = /^\(?实际(\d+(?:\.\d+)?)([^\d%,;。年月日天])/;
const DONE_SO_MANY = /^[^\d]*?(\d+(?:\.\d+)?)([^\d%,;。年月日天])/;
/** 培训480人次(实际320人): of one thing two counts, and which is asked for is not told. */
function isToldTwice(one: string, other: string): boolean {
  const [, really, unit] = REALLY.exec(one) ?? [];
  const [, count, same] = DONE_SO_MANY.exec(other) ?? [];
  return (
    unit !== undefined &&
    unit === same &&
    really !== count &&
    !PLANNED.test(other) &&
    DONE.test(other)
  );
}

/** A fault, something missing or in part, an exception; not that what is punished did not happen. */
function speaksAgainst(text: string, rule: string, asked: Asked): boolean {
  const signs = withSigns(text);
  if (signs.includes('¬')) return !isGoodDenial(text, signs, asked);
  const degree = degreeOf(text.replace(/一般(?!$)/, ''));
  return (
    // 投诉150件 of a 投诉率 is what the rate is made of.
    (bearsFault(text) && !faultsIn(text).every((fault) => (asked.name + rule).includes(fault))) ||
    // 逾期480万元 of a 贷款逾期率.
    !asked.name.includes(MISSED.exec(text)?.[0] ?? asked.name) ||
    EXCEPTION.test(text) ||
    degree === 'part' ||
    degree === 'nearly'
  );
}

/** 未发现违规, 无漏报, 未超编 where 超编 costs points; 违规未整改 is none. */
function isGoodDenial(text: string, signs: string, { punished, standard }: Asked): boolean {
  if (/但|除|仅/.test(text)) return false;
  const denied = Array.from(signs.matchAll(/¬+([^¬]{1,2})/g), ([, word = '']) => word);
  return (
    deniesFault(text) ||
    (denied.length > 0 &&
      denied.every(
        (word) =>
          word.length > 1 &&
          withSigns(standard).includes(`¬${word}`) !==
            punished.some((rule) => withSigns(rule).includes(word)),
      ))
  );
}
