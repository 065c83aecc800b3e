import type { Quantity } from '../model/quantity';
import type { Indicator } from '../model/table';
import { exactAside } from '../quantity/asides';
import { sum } from '../quantity/exact';
import { commensurable } from '../quantity/compare-quantity';
import {
  figureInSentence,
  figuresInClauses,
  type SaidFigure,
} from '../quantity/figure-in-sentence';
import { normaliseText } from '../quantity/normalise';
import { periodOf } from '../quantity/periods';
import { readQuantity } from '../quantity/read-quantity';
import { isReverseName } from './direction';
import { bySumOfEach } from './each-of-several';
import { remembering } from '../model/remember';

const LONGEST = 40;
const DIGIT = /[\d０-９]|最[多少][\u4e00-\u9fff]{0,2}[一二两三]/;
const SPLIT = /^([\u4e00-\u9fff]{1,12}?)((?:[≥≤<>]=?|不低于|不少于|不超过|不高于)?\d.*)$/;
/** They say that it was done, not what: 共培训310人 is a figure of 培训. */
const FILLERS = /^(?:本年度?|全年|累计|合计|总计|实际|已经|已|共计|共|仅)+|(?:达到|达|了|为|约)+$/g;
const DONE = /^(?:完成|实现)/;
/** What the change is from says nothing of its size. */
const COMPARED =
  /^(?:(?:较|比|与)?(?:上年|去年|上一年|上年度|前一年|年初)(?:度|同期|底|末)?(?:相比)?|同比|环比)/;
const RISING = /^(?:增长|增加|增收|提高|提升|上升)$/;
/** What is to be improved by so much is wanted; what is only to grow may be a limit. */
const IMPROVED = /^(?:提高|提升)$/;
const FALLING = /^(?:下降|降低|减少|压减|节约|缩短|下调)$/;

interface Said {
  readonly lead: string;
  readonly figure: Quantity;
}

/** What stands before a figure, and the figure; null for any other text. */
function readSaid(text: string, role: 'target' | 'actual'): Said | null {
  const match = SPLIT.exec(normaliseText(text));
  if (!match) return null;
  const figure = readQuantity(match[2] ?? '', null, { role });
  if (figure.kind !== 'number' && figure.kind !== 'percent') return null;
  const lead = (match[1] ?? '').replace(FILLERS, '').replace(DONE, '').replace(COMPARED, '');
  return { lead, figure };
}

const MOST_REMEMBERED = 2000;
const saidTarget = remembering(MOST_REMEMBERED, (text: string) => readSaid(text, 'target'));
const saidActual = remembering(MOST_REMEMBERED, (text: string) => readSaid(text, 'actual'));

const askedInSentence = remembering(MOST_REMEMBERED, (text: string) =>
  figureInSentence(text, 'target'),
);
const doneInSentence = remembering(MOST_REMEMBERED, (text: string) =>
  figureInSentence(text, 'actual'),
);

const mayLead = ({ kind, text }: Quantity): boolean =>
  kind === 'qualitative' && text.length <= LONGEST && DIGIT.test(text);

const isFigure = ({ kind, value }: Quantity): boolean => kind !== 'date' && value !== null;

/**
 * The indicator with the figure that a short phrase leads to: 共培训310人 under 培训人数, 降低12% under
 * 降低成本, 同比增长4% beside 同比增长≥5%. Only where the phrase is one of the name's own or the same change
 * on both sides, for 增长5000元 says nothing beside ≥2万元, and only where both sides have a figure then.
 * A fall is the better the more, unless a sign says otherwise; beside an upper bound it stays wording.
 * Else the one figure of a sentence (`inSentence`).
 */
export function withSaidFigures(indicator: Indicator): Indicator {
  const { target, actual } = indicator;
  if (!mayLead(target) && !mayLead(actual)) return byAll(indicator) ?? indicator;
  if (UNCHANGED.test(normaliseText(actual.text))) return unchanged(indicator) ?? indicator;
  return (
    byTotal(indicator) ??
    byAverage(indicator) ??
    bySumOfEach(indicator) ??
    inPhrase(indicator) ??
    inSentence(indicator) ??
    byWhole(indicator) ??
    byAll(indicator) ??
    indicator
  );
}

const WITH_TOTAL =
  /^每[\u4e00-\u9fff]{1,3}\d+[\u4e00-\u9fff]{1,3}[,;、]((?:全年|年内|合计|总计|累计|共).*)$/;

/** 每季度1次，共4次: the total is asked for where one figure of its kind tells what was done. */
function byTotal(indicator: Indicator): Indicator | null {
  const { target, actual } = indicator;
  if (target.kind !== 'qualitative') return null;
  const plain = normaliseText(target.text);
  const total = WITH_TOTAL.exec(plain)?.[1];
  const asked = total === undefined ? null : saidTarget(total);
  const done = mayLead(actual) ? saidActual(actual.text) : { lead: '', figure: actual };
  if (asked?.lead !== '' || done?.lead !== '' || done.figure.kind !== 'number') return null;
  const { unit } = asked.figure;
  if (unit === null || (done.figure.unit ?? unit) !== unit) return null;
  return { ...indicator, target: asked.figure, actual: done.figure };
}

const AVERAGE = /^(?:平均)?每?(月|季度?|周)均?(\d.*)$/;

/** 月均23条 beside 每月不少于20条: so many each month. */
function byAverage(indicator: Indicator): Indicator | null {
  const { target, actual } = indicator;
  const period = periodOf(target.unit ?? '');
  const [, each, figure = ''] = AVERAGE.exec(normaliseText(actual.text)) ?? [];
  if (period === null || each === undefined || !period.startsWith(each.charAt(0))) return null;
  const read = readQuantity(`每${period}${figure}`, null, { role: 'actual' });
  return read.kind === 'number' ? { ...indicator, actual: { ...read, text: actual.text } } : null;
}

/** Whether a target in words is scored by the figure in it. */
export const isFigureInWords = (indicator: Indicator): boolean =>
  indicator.target.kind === 'qualitative' &&
  DIGIT.test(indicator.target.text) &&
  isFigure(withSaidFigures(indicator).target);

/** Whether a target in words is held against a figure all the same: that in it, or 100% for 全覆盖. */
export const isComparedByFigure = (indicator: Indicator): boolean =>
  indicator.target.kind === 'qualitative' && isFigure(withSaidFigures(indicator).target);

function inPhrase(indicator: Indicator): Indicator | null {
  const { name, target, actual } = indicator;
  const asked = mayLead(target) ? saidTarget(target.text) : null;
  const done = mayLead(actual) ? saidActual(actual.text) : null;
  if (!asked && !done) return null;
  if (!isFigure(asked?.figure ?? target) || !isFigure(done?.figure ?? actual)) return null;
  const leads = [asked?.lead ?? '', done?.lead ?? ''];
  const [first = '', second = ''] = leads;
  const against = done && isContrary(first, second) ? turned(done.figure) : null;
  const figureIsMoney = (done?.figure ?? actual).unit?.includes('元') === true;
  // 5.6个百分点 beside 提高5个百分点 is the change, whatever word is left out.
  const isBare = second === '' && [target, actual].every(({ text }) => text.includes('百分点'));
  const change = (first === second || against !== null || isBare) && isChange(first);
  const own = (lead: string): boolean =>
    lead === '' ||
    (SPENT.test(lead) && figureIsMoney && (indicator.level2 ?? '').includes('成本')) ||
    (lead.length > 1 && (name.includes(lead) || isSameChange(lead, name)));
  if (!change && !leads.every(own)) return null;
  // 提高5% is no share of a whole that 95% could be compared with.
  if (first !== '' && second === '' && !isBare) return null;
  const figure = asked?.figure ?? target;
  const falls = FALLING.test(first === '' ? second : first);
  if (falls && (figure.op === '<=' || figure.op === '<')) return null;
  return {
    ...indicator,
    target:
      (falls || against !== null || isWanted(first, indicator)) && figure.op === null
        ? { ...figure, op: '>=' }
        : figure,
    actual: against ?? done?.figure ?? actual,
  };
}

/** 支出52.3万元 under 成本指标. */
const SPENT = /^(?:支出|花费|使用|支付|投入|成本|费用)$/;

/** What is to be improved, and what is to grow as a benefit of the money, is wanted. */
const isWanted = (lead: string, { level2, name }: Indicator): boolean =>
  IMPROVED.test(lead) || (RISING.test(lead) && /效益/.test(level2 ?? '') && !isReverseName(name));

/** 同比持平 where a change was asked: none of it came about. */
const UNCHANGED =
  /^(?:同比|环比|[较与同比](?:上年|去年)(?:同期|度)?(?:相比)?)?(?:保持)?(?:持平|(?:没有|无|未)变化)$/;
function unchanged(indicator: Indicator): Indicator | null {
  const asked = mayLead(indicator.target) ? saidTarget(indicator.target.text) : null;
  if (!asked || !isChange(asked.lead) || (asked.figure.value ?? 0) <= 0) return null;
  const { op, unit } = asked.figure;
  if (op === '<=' || op === '<') return null;
  return {
    ...indicator,
    target: { ...asked.figure, op: op ?? '>=' },
    actual: { ...indicator.actual, kind: asked.figure.kind, value: 0, unit },
  };
}

const isChange = (lead: string): boolean => RISING.test(lead) || FALLING.test(lead);

/** 降低18% under 单灯能耗下降. */
const isSameChange = (lead: string, name: string): boolean =>
  (FALLING.test(lead) && FALLS.test(name) && !RISES.test(name)) ||
  (RISING.test(lead) && RISES.test(name) && !FALLS.test(name));
const FALLS = /[降减]|节约|缩短|下调/;
const RISES = /[增升]|提高|扩大/;

/** 上升16% where 下降10% was asked. */
const isContrary = (asked: string, done: string): boolean =>
  (FALLING.test(asked) && RISING.test(done)) || (RISING.test(asked) && FALLING.test(done));

const turned = (figure: Quantity): Quantity => ({ ...figure, value: -(figure.value ?? 0) });

/** A bare percentage this many times a planned change is the level reached, not the change. */
const LEVEL_FROM = 5;

/**
 * The same for the one figure of a worded target: 至少全年完成2次宣传, 完成率达到100%, 较上年增长10%. The actual
 * is a figure of the same unit, or its sentence has words of the target's or the name's, or the very
 * figure. A target that is a plain figure may have its result in a sentence: 经调查满意度为76%.
 */
function inSentence(indicator: Indicator): Indicator | null {
  const { name, target, actual } = indicator;
  const asked = mayLead(target) ? askedInSentence(target.text) : plainly(target);
  if (!asked) return null;
  const graded = target.kind === 'percent' ? behindGrade(actual) : null;
  if (graded) return { ...indicator, actual: graded };
  const done = mayLead(actual)
    ? (doneInSentence(actual.text) ?? onlyOfUnit(actual.text, asked.figure.unit, name))
    : null;
  const figure = done?.figure ?? actual;
  if (!isFigure(figure) || figure.kind === 'range' || figure.unit === null) return null;
  const isSame = mayLead(target) && done?.figure.value === asked.figure.value;
  if (done && !isSame && !sharesWords(done.words, `${name}${asked.words}`)) return null;
  const change = done?.change ?? null;
  if (change !== null && change !== asked.change) return null;
  if ('problem' in commensurable(asked.figure, figure)) return null;
  const planned = asked.figure;
  if (asked.change !== null && change === null) {
    const level = planned.unit !== '%' || (figure.value ?? 0) > LEVEL_FROM * (planned.value ?? 0);
    if (level) return null;
  }
  const falls = asked.change === 'fall';
  if (falls && (planned.op === '<=' || planned.op === '<')) return null;
  return {
    ...indicator,
    target: falls && planned.op === null ? { ...planned, op: '>=' } : planned,
    actual: figure,
  };
}

const WITH_PARTS = /^([^(),;、]+)(?:\(|[,;]其中:?)([^()]*\d[^()]*)\)?$/;
const PART = /^[\u4e00-\u9fff]{0,8}?(?=\d)/;

/** 18所（小学12所、初中6所） beside 18所: what the parts come to is the whole, and is asked for alone. */
function byWhole(indicator: Indicator): Indicator | null {
  const { target, actual } = indicator;
  const [, outer = '', inner = ''] = WITH_PARTS.exec(normaliseText(target.text)) ?? [];
  if (inner === '' || !mayLead(target) || actual.kind !== 'number') return null;
  const whole = readQuantity(outer, null, { role: 'target' });
  const parts = inner
    .split(/[、,;和及]/)
    .map((part) => readQuantity(part.replace(PART, ''), null, { role: 'target' }));
  const isSum =
    whole.kind === 'number' &&
    whole.unit !== null &&
    parts.length > 1 &&
    parts.every(({ kind, unit }) => kind === 'number' && unit === whole.unit) &&
    sum(parts.map(({ value }) => value ?? 0)) === whole.value;
  return isSum ? { ...indicator, target: { ...whole, text: target.text } } : null;
}

/** 全覆盖 and 全部合格 ask for 100%, where a share is told. */
function byAll(indicator: Indicator): Indicator | null {
  const { target, actual, name } = indicator;
  if (!ALL.test(normaliseText(target.text))) return null;
  const done = mayLead(actual) ? doneInSentence(actual.text) : null;
  if (done && !sharesWords(done.words, name + target.text)) return null;
  const figure = done?.figure ?? actual;
  const asked = { kind: 'percent', value: 100, unit: '%' } as const;
  return figure.kind === 'percent' && figure.op === null
    ? { ...indicator, target: { ...target, ...asked }, actual: figure }
    : null;
}
const ALL = /^(?:实现|达到)?(?:全覆盖|全面覆盖|全部[\u4e00-\u9fff]{2,4}|应(.)尽\1)$/;

/** 优秀（96.5%） beside ≥90%: the grade in words and the share it stands for; a change is none. */
function behindGrade({ text, kind }: Quantity): Quantity | null {
  const { outer = '', inner = '' } =
    (kind === 'qualitative' && exactAside(normaliseText(text))) || {};
  if (!/^[\u4e00-\u9fff]{1,4}$/.test(outer) || /[增降升减涨跌比超欠差未没不]/.test(outer))
    return null;
  const share = readQuantity(inner, null, { role: 'actual' });
  return share.kind === 'percent' && share.op === null ? share : null;
}

/** 512批次 of 512批次，合格率99.2% where 批次 are asked; of several in that unit the one that the name is about. */
function onlyOfUnit(text: string, unit: string | null, name: string): SaidFigure | null {
  const ofUnit = figuresInClauses(text).filter(
    ({ figure, change }) => unit !== null && figure.unit === unit && change === null,
  );
  const last = ofUnit.at(-1);
  const rest = ofUnit.slice(0, -1).map(({ figure }) => figure.value ?? 0);
  // 春季612人次、秋季605人次，共1217人次.
  if (last && rest.length > 1 && sum(rest) === last.figure.value) return last;
  // 52场，线上18场: how many of them were of a kind.
  const [first, ...parts] = ofUnit;
  const isOfThem = ({ words, figure }: SaidFigure): boolean =>
    words.length > 1 && (figure.value ?? 0) <= (first?.figure.value ?? 0);
  if (first?.words === '' && parts.every(isOfThem)) return first;
  const own = ofUnit.filter(({ words }) => words.length > 1 && sharesWords(words, name));
  const [only, second] = ofUnit.length > 1 ? own : ofUnit;
  return only && !second ? only : null;
}

/** A target that is a figure and no more asks for just that. */
const plainly = (target: Quantity): SaidFigure | null =>
  target.value !== null && (target.kind === 'number' || target.kind === 'percent')
    ? { figure: target, change: null, words: '' }
    : null;

/** Whether two texts have two characters in a row in common, or one of them has no words. */
function sharesWords(words: string, others: string): boolean {
  if (words.length < 2) return true;
  for (let at = 0; at + 1 < words.length; at += 1) {
    if (others.includes(words.slice(at, at + 2))) return true;
  }
  return false;
}
