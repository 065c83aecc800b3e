import { quotient, subtract, sum } from '../../quantity/exact';
import {
  bearsFault,
  degreeOf,
  deniedWords,
  HAPPENING,
  sameDenial,
  sameDenied,
  sharedPairs,
  withSigns,
} from './agreement';
import type { Told } from './figures-told';
import type { Item } from './items';
import type { Loss } from './loss';
import type { Per } from './per-unit';
import type { RowFacts } from './row-facts';
import { sameUnit } from './in-unit';
import { one, stepPoints } from './steps';
import { THINGS } from './unit-words';

const COUNTED = new RegExp(`^个?(?:${THINGS}|点|月|季度)$`);
const WRONG =
  /才|未|没|不|无|缺|少|违|超|滞|迟|延|问题|错|漏|投诉|事故|发现|出现|发生|存在|扣|退回|通报|逾/;
/** 未发现, 无投诉, 0起: that nothing went wrong. */
export const NONE =
  /^(?:经[^,]{0,8}|全年|本年度?|年内|均|从|[\u4e00-\u9fff]{0,4}(?:检查|抽查|审计|巡查|核查)(?:中|时)?)?(?:(?:未|没有?|无)(?:有|曾)?(?:发现|发生|出现|存在|收到|接到|被)|不存在|(?:无|没有)(?:此类|上述|任何|相关|重大|安全|该)*(?:$|情况|情形|现象|问题|违规|违纪|违法|投诉|事故|差错|上访|通报|截留|挪用|挤占|滞留|延误))|^0(?:例|次|处|起|件|项|个)|零(?:投诉|事故|差错|违规)/;

/** Things that happened or were missing, each at a price. */
export function countLoss(item: Item, per: Per, facts: RowFacts, points: number): Loss | null {
  if (isOneOfTwo(item, facts) || isPending(item, facts)) return null;
  const counted = facts.fragments.flatMap(({ text, told }) =>
    told
      .filter(({ unit, open }) => (COUNTED.test(unit) || unit === '') && !open)
      .map((figure) => ({
        figure,
        text,
        wrong:
          WRONG.test(text) ||
          text === `${figure.value}${figure.unit}` ||
          isJustThat(text, item, per),
      })),
  );
  const wrong = counted.filter(({ wrong: isWrong }) => isWrong);
  const done = counted.find((one) => isAllDone(one, item));
  if (done) return { span: one(0), fact: done.text, distance: null, side: null };
  const listed = faultsOfList(wrong, item, per) ?? leftUndone(counted, item, per);
  const chosen = narrow(wrong, per);
  const found = listed ?? (chosen && { value: chosen.figure.value, text: chosen.text });
  if (!listed && chosen && isOnlyFound(chosen, item)) return null;
  // 投诉3起,其中有效2起: which of them the rule counts is not told.
  if (!listed && chosen && isPartOf(counted, chosen, per)) return null;
  if (found && takenBack(found.text, facts)) return null;
  if (found) {
    const count = quotient([found.value], [per.amount], 9) ?? 0;
    return {
      span: stepPoints(count, 1, points, item.rounding),
      fact: found.text,
      distance: null,
      side: null,
    };
  }
  if (wrong.length > 0) return null;
  const counts = counted.some(
    (one) => !isLookedAt(one) && (one.figure.unit === '' || sameUnit(one.figure.unit, per.unit)),
  );
  const fact = nothingWrong(item, per, facts, counts);
  return fact === null ? null : { span: one(0), fact, distance: null, side: null };
}

/** 经核实均不属实, 均为无责: that it did happen, or that it counts, is denied of what was counted. */
const DISPROVED =
  /^(?:其中)?(?:经[^,]{1,8})?(?:均|都|全部)?(?:不|非|未|无)(?:属?实|成立|有效|采纳)|(?:均|都|全部|[起件次例])(?:为|属|系)?(?:不实|无效|无责|误报|误会|虚假)|^(?:系|属|为)?(?:误报|不实|无效)/;

/** 投诉4起,均为无效投诉: what is said of the same things without a figure may take them back. */
const takenBack = (counted: string, { fragments }: RowFacts): boolean =>
  fragments.some(
    ({ text, told }) =>
      told.length === 0 &&
      text !== counted &&
      ((/无|非(?!常)|属实/.test(text) && sharedPairs(text, counted) > 0) || DISPROVED.test(text)),
  ) || DISPROVED.test(counted);

/** 发生舆情且处置不及时 beside 发生1起,处置及时: of two things that must both be so one is not. */
const isOneOfTwo = ({ condition }: Item, { fragments }: RowFacts): boolean =>
  /且|并且|同时/.test(condition) &&
  fragments.some(({ text }) => !/¬/.test(withSigns(text)) && sameDenied(text, condition));

const NOT_YET = /[尚还暂仍]未|未(?:经|进行|开展|组织)?(?:验收|检[测查验]|抽检|考核|评审|审核)/;
/** 1个尚未验收 beside 有一个不合格扣1分: it has not failed yet. */
const isPending = ({ condition }: Item, { fragments }: RowFacts): boolean =>
  /不合格|不达标|不通过|未通过/.test(condition) &&
  fragments.some(({ text }) => NOT_YET.test(text) && !sameDenial(text, condition));

const TIDY = /^[^未没不无]{0,10}(?:齐全|齐备|完整|完备)$/;
const AFFIRMED =
  /^(?:各项|均|都|全部|所有)?(?:均|都)?(?:已)?(?:按时|按期|及时|按进度|符合(?:要求|规定)?|达到要求|合规|规范|全部(?:按进度|按时|达到|符合)[^,]{0,8})$/;

/** The part of a row that says that nothing of what costs points happened or was missing; null where none does. */
function nothingWrong(item: Item, per: Per, facts: RowFacts, counts: boolean): string | null {
  const { fragments } = facts;
  const [first] = fragments;
  const none = fragments.find(({ text }) => NONE.test(text));
  if (none && !counts && (fragments.length === 1 || sharedPairs(none.text, item.condition) > 0))
    return none.text;
  const absent = fragments.find(({ text }) => isAbsence(text, per));
  if (absent) return absent.text;
  if (!first || fragments.length > 1) return null;
  const { text } = first;
  if ((item.condition.split(',').includes(text) && !WRONG.test(text)) || AFFIRMED.test(text))
    return text;
  // 完成率90% beside 每有1项未完成: some were not.
  if (counts || first.told.some(({ unit, value }) => unit === '%' && value < 100)) return null;
  const tidy =
    /缺|少|漏/.test(per.what) &&
    TIDY.test(text) &&
    degreeOf(text) !== 'nearly' &&
    degreeOf(text) !== 'part';
  const denied =
    degreeOf(text) !== 'part' && !/¬/.test(withSigns(text)) && sameDenied(text, item.condition);
  return tidy || denied || does(text, item.clause) ? text : null;
}

/** 擅自调整预算1次 beside 擅自调整预算的,发现一次扣1分: of the thing that costs points, and of nothing that lacks. */
const isJustThat = (text: string, item: Item, { what }: Per): boolean =>
  item.kind === 'deduct' &&
  !/[少缺未不没无]/.test(what) &&
  !sameDenied(text, item.clause) &&
  sharedPairs(text, item.clause) > 1 &&
  sharedPairs(text, item.clause.split(/,|每/)[0] ?? '') > 1;

/**
 * 均开展了事前绩效评估 beside 开展事前绩效评估,应评未评的每个扣1分; 资金使用合规 beside 违规使用资金: the
 * row says that all is as it should be.
 */
function does(text: string, clause: string): boolean {
  if (/¬/.test(withSigns(text)) || degreeOf(text) !== (/均|都|全部/.test(text) ? 'whole' : ''))
    return false;
  const [asked = '', ...rest] = clause.split(',');
  if (rest.length > 0 && asked.length >= 4 && !asked.includes('每') && !bearsFault(asked))
    return sharedPairs(text, asked) >= Math.max(2, asked.length - 4) && !/¬/.test(withSigns(asked));
  return (
    /(?:合规|规范|符合(?:规定|要求))$/.test(text) &&
    /违规|不合规|不规范|违反|不符/.test(clause) &&
    sharedPairs(text, clause) > 0
  );
}

/** 未超编 beside 每超编1人: just what is counted did not happen. */
function isAbsence(text: string, { what }: Per): boolean {
  const counted = what.replace(/^(?:有|出现|发生|发现|存在)/, '');
  const said = /^(?:均|都|全部)?(?:未|没有|无|不存在)(.*)$/.exec(text)?.[1] ?? '';
  return counted !== '' && !/[未没不无]/.test(counted) && said.startsWith(counted);
}

interface Counted {
  readonly figure: Told;
  readonly text: string;
}

/** 抽查200户: how many were looked at, and nothing of what was found. */
const isLookedAt = ({ figure: { label, after } }: Counted): boolean =>
  /(?:抽查|抽检|抽取|抽样|检查|核查|走访|回访|巡查|入户)(?:了|发放)?$/.test(label) &&
  after.length < 4;

/** 12个问题均已整改 beside 每有1个问题未整改. */
const isAllDone = ({ text }: Counted, { condition }: Item): boolean =>
  /均|都|全部/.test(text) &&
  degreeOf(text) === 'whole' &&
  !/¬/.test(withSigns(text)) &&
  sameDenied(text, condition);

/** 问题12个 beside 每有1个问题未整改: found, and whether it was put right is not told. */
const isOnlyFound = ({ text, figure }: Counted, { condition }: Item): boolean =>
  deniedWords(condition.split(/[,;。]/).at(-1) ?? '').length > 0 &&
  /问题|隐患|线索|事项/.test(figure.label + figure.after) &&
  !/¬/.test(withSigns(text)) &&
  !/才|缺|少|违|超|滞|迟|延|错|漏|逾|仅/.test(text);

/** A count of the same unit that says that it is a part of the one chosen. */
const isPartOf = (counted: readonly Counted[], chosen: Counted, per: Per): boolean =>
  counted.some(
    (one) =>
      one !== chosen &&
      sameUnit(one.figure.unit, per.unit) &&
      /^其中/.test(one.text) &&
      one.figure.value < chosen.figure.value,
  );

/** The first count, and no less than the others together. */
const isWholeOf = (one: Counted, own: readonly Counted[]): boolean =>
  one === own[0] &&
  own.length > 1 &&
  sum(own.slice(1).map(({ figure }) => figure.value)) <= one.figure.value;

/** 错发2户,漏发1户 beside 每发现1户错发、漏发: faults of one rule that each bear a name of it count together. */
function faultsOfList(
  counted: readonly Counted[],
  { condition }: Item,
  per: Per,
): { readonly value: number; readonly text: string } | null {
  const faultOf = ({ figure: { label } }: Counted): string => label.replace(HAPPENING, '');
  const named = counted.filter((one) => {
    const fault = faultOf(one);
    return sameUnit(one.figure.unit, per.unit) && fault.length >= 2 && condition.includes(fault);
  });
  if (named.length < 2 || new Set(named.map(faultOf)).size < named.length) return null;
  const others = counted.filter(
    (one) => !named.includes(one) && !isLookedAt(one) && sameUnit(one.figure.unit, per.unit),
  );
  return others.length > 0
    ? null
    : {
        value: sum(named.map(({ figure }) => figure.value)),
        text: named.map(({ text }) => text).join(','),
      };
}

/**
 * 指出问题8项,已整改6项 beside 每有一项未整改: of all there are those that are not done, whether or not the
 * row counts them once more.
 */
function leftUndone(
  counted: readonly Counted[],
  item: Item,
  per: Per,
): { readonly value: number; readonly text: string } | null {
  const own = counted.filter(({ figure: { unit } }) => sameUnit(unit, per.unit));
  const verbs = deniedWords(item.condition);
  const isDone = ({ figure: { label, after } }: Counted): boolean =>
    !/¬/.test(withSigns(label + after)) &&
    verbs.some((verb) => new RegExp(`^(?:已(?:经)?|全部|均|完成)*${verb}`).test(label + after));
  const [whole, ...rest] = own;
  const [done, ...more] = rest.filter(isDone);
  if (!whole || !done || more.length > 0 || own.some(({ figure }) => figure.open)) return null;
  const value = subtract(whole.figure.value, done.figure.value);
  const others = rest.filter((one) => one !== done);
  // 取消2项, 2户放弃: of what the rule does not speak.
  const isOpen = ({ figure: { label, after } }: Counted): boolean =>
    /¬/.test(withSigns(label + after)) || verbs.some((verb) => (label + after).includes(verb));
  if (!others.every(isOpen)) return null;
  if (value < 0 || isDone(whole) || sum(others.map(({ figure }) => figure.value)) > value)
    return null;
  return { value, text: [whole, ...rest].map(({ text }) => text).join(',') };
}

/** Of several counts the one in the rule's own unit, else the one behind whose words it stands. */
function narrow(counted: readonly Counted[], per: Per): Counted | null {
  const [first] = counted;
  if (counted.length === 1) return first ?? null;
  const own = counted.filter(({ figure }) => sameUnit(figure.unit, per.unit));
  // 5项指标中1项未完成: of the five.
  const [whole, part] = own;
  if (
    own.length === 2 &&
    part &&
    whole?.text === part.text &&
    /(?:中|其中)有?$/.test(part.figure.label)
  )
    return part;
  const [one] = own;
  if (own.length === 1) return one ?? null;
  const near = own.filter(({ figure }) => WRONG.test(figure.after) || WRONG.test(figure.label));
  const [fault] = near;
  // 指出问题8项,2项正在整改: more were found than are counted apart, and of which the rule speaks is not told.
  return near.length === 1 && fault && !isWholeOf(fault, own) ? fault : null;
}
