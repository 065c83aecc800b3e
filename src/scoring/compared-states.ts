import type { Indicator } from '../model/table';
import { normaliseText } from '../quantity/normalise';

type Compared = 'kept' | 'missed' | null;

const LONGEST = 24;

/**
 * Whether what was done keeps to what was asked where both are words about a state: 不高于上年 and
 * 较上年下降3.6%, 下降 and 同比下降12.6%, 春节前 and 春节前发放到位, 按时拨付 and 延迟拨付, 省级二等奖及以上 and
 * 省级一等奖2项. Null where the two are no such words.
 */
export function comparedInStates({ target, actual }: Indicator): Compared {
  if (target.kind !== 'qualitative' || actual.kind !== 'qualitative') return null;
  const [asked, done] = [target, actual].map(({ text }) => normaliseText(text));
  if (asked === undefined || done === undefined || asked.length > LONGEST || done.length > LONGEST)
    return null;
  return (
    byTurn(asked, done) ??
    byRepetition(asked, done) ??
    byLateness(asked, done) ??
    byBudget(asked, done) ??
    byPrize(asked, done)
  );
}

type Turn = 'rise' | 'fall' | 'same';

const BEFORE =
  /^(?:[较比与同和])?(?:上一?年|去年|上年度|前一年|年初|上期)(?:度|同期|底|末|水平)?(?:相比)?|^[同环]比/;
const SAID = /^(?:保持|逐年|持续|稳步|进一步|实际|有所|均|已)+/;
const TURNS: readonly (readonly [Turn, RegExp])[] = [
  ['rise', /^(?:增长|增加|提高|提升|上升|增|升)了?(?:\d.*)?$/],
  ['fall', /^(?:负增长|下降|减少|降低|压减|回落|下调|降)了?(?:\d.*)?$/],
  ['same', /^(?:基本)?(?:持平|一致|不变)$/],
];
const BEYOND: readonly (readonly [Turn, RegExp])[] = [
  ['rise', /^[高多]于(?:上一?年|去年)/],
  ['fall', /^[低少]于(?:上一?年|去年)/],
];
/** 不高于上年: what may not become more. */
const BOUND =
  /^(?:(?:不(高于|超过|大于|多于|低于|少于|小于)|([≤≥]))(?:上一?年|去年)(?:度|同期|水平|数|实际)*|只减不增|零增长|不增[长加]?)$/;

const turnOf = (text: string): Turn | null => {
  const bare = text.replace(SAID, '').replace(BEFORE, '').replace(SAID, '');
  return (
    BEYOND.find(([, pattern]) => pattern.test(text))?.[0] ??
    TURNS.find(([, pattern]) => pattern.test(bare))?.[0] ??
    null
  );
};

/** A turn that is only told in words is judged as words are; one with its figure, or beside last year, took place. */
const tookPlace = (text: string): boolean => /[1-9]|持平|^[高多低少]于/.test(text);

/** 下降 where 提高 was asked. */
const isTurnedRound = (wanted: Turn | null, turn: Turn): boolean =>
  (wanted === 'rise' && turn === 'fall') || (wanted === 'fall' && turn === 'rise');

function byTurn(asked: string, done: string): Compared {
  const turn = turnOf(done);
  if (turn === null) return null;
  if (!tookPlace(done)) return isTurnedRound(turnOf(asked), turn) ? 'missed' : null;
  // 较上年不增长.
  const [bound, word = '', sign = ''] =
    BOUND.exec(asked) ?? BOUND.exec(asked.replace(BEFORE, '')) ?? [];
  if (bound !== undefined) {
    const isMost = word === '' ? sign !== '≥' : /[高超大多]/.test(word);
    return turn === 'same' || (turn === 'fall') === isMost ? 'kept' : 'missed';
  }
  const wanted = /\d/.test(asked) ? null : turnOf(asked);
  if (wanted === null || wanted === 'same') return null;
  return turn === wanted ? 'kept' : 'missed';
}

const DONE =
  /^(?:已|均|全部)*[\u4e00-\u9fff]{0,4}(?:到位|完成|完毕|发放|办结|拨付|完工|交付|开放|报送|上线)$/;

/** 春节前发放到位 where 春节前 is asked. */
function byRepetition(asked: string, done: string): Compared {
  if (!/[前内]$/.test(asked) || asked.length < 3 || !done.startsWith(asked)) return null;
  const rest = done.slice(asked.length);
  return DONE.test(rest) && !/[未没不延推预计]/.test(rest) ? 'kept' : null;
}

const IN_TIME = /^(?:按[时期]|按(?:计划|规定)?(?:进度|时间|节点)|按计划|及时|如期|准时)/;
const LATE = /^(?:延迟|推迟|逾期|滞后|延期|延误)/;
/** 较计划滞后1个月. */
const LATE_BY =
  /^[较比](?:原?计划|规定|合同)[\u4e00-\u9fff]{0,3}(?:延迟|推迟|逾期|滞后|延期|延误|晚)/;

/** 延迟拨付 where 按时拨付 is asked. */
function byLateness(asked: string, done: string): Compared {
  if (!IN_TIME.test(asked)) return null;
  if (LATE_BY.test(done)) return 'missed';
  if (!LATE.test(done)) return null;
  const rest = done.replace(LATE, '');
  return rest === '' || /^了?约?\d/.test(rest) || rest === asked.replace(IN_TIME, '')
    ? 'missed'
    : null;
}

const WITHIN_BUDGET =
  /^(?:严格)?(?:控制在|不超过?|不突破|不高于|低于|≤)(?:年度|项目)*(?:预算|概算)/;
const OVER_BUDGET = /^(?:已|实际|略)?(?:超出?|超过|突破|高于)(?:年度|项目)*(?:预算|概算)|^超支/;

/** 超预算5万元 where 控制在预算内 is asked. */
const byBudget = (asked: string, done: string): Compared =>
  WITHIN_BUDGET.test(asked) && OVER_BUDGET.test(done) ? 'missed' : null;

const PRIZES = ['特等奖', '一等奖', '二等奖', '三等奖'];
const PRIZE = /(国家级|[省市县区]级|全[国省市县区])?(特等奖|一等奖|二等奖|三等奖)/g;

/** 省级一等奖2项、二等奖5项 where 省级二等奖及以上 is asked. */
function byPrize(asked: string, done: string): Compared {
  const [due, ...more] = prizesIn(asked);
  const won = prizesIn(done);
  if (!due || more.length > 0 || won.length === 0 || /[未没无不]/.test(done)) return null;
  const [first] = won;
  if (first?.level !== due.level || won.some(({ level }) => level !== '' && level !== due.level))
    return null;
  if (won.some(({ rank }) => rank <= due.rank)) return 'kept';
  return 'missed';
}

const prizesIn = (text: string): { readonly level: string; readonly rank: number }[] =>
  Array.from(text.matchAll(PRIZE), ([, level = '', prize = '']) => ({
    level,
    rank: PRIZES.indexOf(prize),
  }));
