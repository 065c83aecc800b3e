import { COUNT, readCount } from './plain-text';
import { LARGE, MEASURES, THINGS } from './unit-words';

/** What the steps of a rule count: a share in points, a stretch of time, things, or a measured amount. */
export type PerKind = 'percent' | 'time' | 'count' | 'measure';

/** 每超过1个百分点: the size of a step and the side it lies on. */
export interface Per {
  readonly amount: number;
  readonly unit: string;
  readonly kind: PerKind;
  /** `event`: things happened or were missing; `late`: time passed; `apart`: either side. */
  readonly side: 'over' | 'under' | 'apart' | 'late' | 'event';
  /** A bound named inside the phrase: 每低于95%1个百分点. */
  readonly bound: string;
  /** The thing counted, with what must have become of it: 一个专项未按进度完成资金下达. */
  readonly what: string;
}

const PERCENT = '个?百分点|个点|个?百分比|%';
const TIME = '个?工作日|天|日|周|个?月|季度|个?季|年|小时|分钟';
const THING = `(?:${THINGS}|点|环节|单位|部门|项目)`;
const MEASURE = `${LARGE}|${MEASURES}|百元|分贝|度|级|档`;
const UNIT = `${PERCENT}|${TIME}|${MEASURE}|${THING}`;

const SIDES: readonly (readonly [RegExp, Per['side']])[] = [
  [/滞后|延迟|延期|延误|延后|逾期|推迟|迟|晚|滞留|拖|超期|超时/, 'late'],
  [/相差|偏差|偏离|差异|误差/, 'apart'],
  [/超|高|多|增|升|涨/, 'over'],
  [/低|少|减|降|不足|缺|差|欠|落后|下滑/, 'under'],
];
/** 每超过（降低）1个百分点, 每增减1%: whichever way. */
const [OVER, UNDER] = [/超|高于?|增/, /低|降|减/];

const BOUND =
  '((?:-?\\d+(?:\\.\\d+)?%(?:以[上下])?的?|目标值|计划值?|指标值|达标线|规定时间?|标准)?)';
const EACH = new RegExp(`每([\\u4e00-\\u9fff、()/]{0,12}?)${BOUND}(${COUNT})(${UNIT})(.*)$`);
/** 每项, 每缺项, 每滞后月: one of them, though no number stands. */
const EACH_ONE = new RegExp(
  `每((?:再|有|出现|发生|发现|存在|缺少?|少|多|低|高|超过?|滞后|延迟|逾期|延误|迟)*)${BOUND}()(${UNIT})(.*)$`,
);
/** 有一项未达要求, 一个学校未达到: each of them, though 每 is not said. */
const ONE = new RegExp(
  `(?<!至)((?:有|出现|发现|发生|存在|缺少|缺|少|超编|超员|超|多|漏报|迟报|错报)?)(?<![\\d第])(?:一|1)(${THING})(.*)$`,
);
/** 逾期一天, 低1个百分点. */
const ONE_STEP = new RegExp(
  `(滞后|延迟|延期|延误|逾期|推迟|超期|超时|[晚迟][报交到]?|超过?|高于?|低于?|少于?|降低|减少)(?<![\\d第])(?:一|1)(${PERCENT}|${TIME})()$`,
);

/** 迟报一次, 投诉一起: what is counted stands before the count. */
const MISDONE = /(?:[迟漏错误违缺逾未不]|投诉|事故|通报)[^,;。]{0,6}(?:一|1)[^,;。]{1,2}$/;

function kindOf(unit: string): PerKind {
  if (new RegExp(`^(?:${PERCENT})$`).test(unit)) return 'percent';
  if (new RegExp(`^(?:${TIME})$`).test(unit)) return 'time';
  return new RegExp(`^(?:${MEASURE})$`).test(unit) ? 'measure' : 'count';
}

function sideOf(words: string, kind: PerKind): Per['side'] | null {
  const isEither = OVER.test(words) && UNDER.test(words);
  const side = isEither ? 'apart' : (SIDES.find(([pattern]) => pattern.test(words))?.[1] ?? null);
  if (kind === 'count') return 'event';
  if (kind === 'time') return side === 'over' ? 'late' : (side ?? 'late');
  return side === 'late' ? 'over' : side;
}

const OFTEN =
  /^每(?:个)?(?:年度?|半年|季度?|月|周|日|天)(?:[\u4e00-\u9fff]{0,6}(?:至少|不少于|不低于)|组织|召开|开展|报送|定期|度)/;
/** 每年盘点一次 says how often, whatever is done; 每月迟报一次 counts what goes wrong. */
const SO_OFTEN =
  /^每(?:个)?(?:年度?|半年|季度?|月|周|日|天)(?![^,;]*[迟缺漏少未没不逾晚违超错拖])[\u4e00-\u9fff]{2,6}(?:一|1)[次场期轮回]$/;
const GAINED_SHARE = new RegExp(
  `每(?:完成|达到|提高|增加|有)?(?:计划|目标|任务)?(?:数|值)?的?(${COUNT})?(${PERCENT})$`,
);

/** 每完成10%得1分, 每个百分点得0.1分: what is gained by each part of a rate. */
export function readShareGain(condition: string): Per | null {
  const match = GAINED_SHARE.exec(condition);
  if (!match) return null;
  const amount = match[1] === undefined ? 1 : readCount(match[1]);
  if (amount === null || amount <= 0) return null;
  return { amount, unit: match[2] ?? '', kind: 'percent', side: 'over', bound: '', what: '' };
}

const GAIN = new RegExp(`(?<![第\\d.])(${COUNT})(${THING})$`);

/** 报道1次加0.5分: what is gained by each, though 每 is not said. */
export function readGain(condition: string): Per | null {
  const match = GAIN.exec(condition);
  const amount = match ? readCount(match[1] ?? '') : null;
  if (!match || amount === null || amount <= 0) return null;
  return { amount, unit: match[2] ?? '', kind: 'count', side: 'event', bound: '', what: '' };
}

/** 每低0.01: of an index, which has no unit. */
const OF_INDEX = /每(低|高|超|少|多|降低|下降|减少|上升|增加)[过出于]?(0\.\d+)$/;

/**
 * What a rule's points are counted by, from the words before them. Null where there is no 每 and no
 * single thing, and where a share or an amount has no side.
 */
export function readPer(condition: string): Per | null {
  const at = condition.lastIndexOf('每');
  const each = at < 0 ? '' : condition.slice(at);
  const match = EACH.exec(each) ?? EACH_ONE.exec(each);
  // 每年至少组织一次 says how often, not what is counted.
  if (match && (OFTEN.test(each) || SO_OFTEN.test(each))) return null;
  if (match) {
    const [, lead = '', bound = '', count = '', unit = '', rest = ''] = match;
    const amount = count === '' ? 1 : readCount(count);
    const kind = kindOf(unit);
    const side = sideOf(lead, kind) ?? sideOf(rest, kind) ?? sideOf(condition.slice(0, at), kind);
    if (amount === null || amount <= 0 || side === null) return null;
    return { amount, unit, kind, side, bound, what: lead + rest };
  }
  const index = OF_INDEX.exec(each);
  if (index) {
    const [, lead = '', amount = ''] = index;
    const side = sideOf(lead, 'measure');
    return (
      side && { amount: Number(amount), unit: '', kind: 'measure', side, bound: '', what: lead }
    );
  }
  if (at >= 0) return null;
  const step = ONE_STEP.exec(condition);
  if (step) {
    const [, lead = '', unit = ''] = step;
    const side = sideOf(lead, kindOf(unit));
    return side && { amount: 1, unit, kind: kindOf(unit), side, bound: '', what: lead };
  }
  const one = ONE.exec(condition);
  if (!one) return null;
  const [, lead = '', unit = '', rest = ''] = one;
  const behindRule = rest === '' && /的,[一1][^,]{1,3}$/.test(condition);
  if (
    lead === '' &&
    !behindRule &&
    !/[未不没无缺违]/.test(rest) &&
    !(rest === '' && MISDONE.test(condition))
  )
    return null;
  return { amount: 1, unit, kind: 'count', side: 'event', bound: '', what: lead + rest };
}
