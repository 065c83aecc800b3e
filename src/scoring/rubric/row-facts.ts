import { quotient, roundHalfUp, subtract } from '../../quantity/exact';
import { sharedPairs } from './agreement';
import { fragmentsOf, type Fragment, type Told } from './figures-told';
import { saidOf } from './in-unit';
import { plainText } from './plain-text';
import { withPartsApart } from './whole-and-part';

/** What is known of a row besides its 评分标准. */
export interface RowWords {
  /** The indicator's name. */
  readonly name: string;
  /** 自评情况, 完成情况, 评分依据; blank where nothing is told. */
  readonly told: string;
  /** The execution rate of the funds block in hundredths, for a row that is about it. */
  readonly execution: number | null;
  /** What its target's sign or its form says is better, whatever its name does. */
  readonly wanted?: 'more' | 'less' | null;
}

export interface RowFacts {
  readonly name: string;
  /** Plain. */
  readonly text: string;
  readonly fragments: readonly Fragment[];
  readonly figures: readonly Told[];
  readonly execution: number | null;
  readonly wanted: 'more' | 'less' | null;
}

/** 扣2分 tells what somebody made of the facts, not a fact. */
const VERDICT =
  /(?:共|合计|应|因此|故|所以|酌情)*(?:扣除|扣减|扣|得|计)\d+(?:\.\d+)?分|不扣分|得满分|自评(?:得分)?\d+(?:\.\d+)?分/g;

const OWN_VERDICT = /^自评(?:得分)?(\d+(?:\.\d+)?)分$/;

/** @param weight the points of the row: 自评得分96分 is more than anyone gives a row of 5 */
export function rowFacts(
  { name, told, execution, wanted = null }: RowWords,
  weight = Infinity,
): RowFacts {
  const plain = plainText(told).replace(VERDICT, (said) =>
    Number(OWN_VERDICT.exec(said)?.[1] ?? 0) > weight ? said : '',
  );
  const text = withPartsApart(plain, plainText(name));
  const fragments = fragmentsOf(text).map((fragment) => ({
    ...fragment,
    told: fragment.told.map((one) =>
      one.unit === PERCENT && isImpossible(one.value, name) ? { ...one, open: true } : one,
    ),
  }));
  return {
    name: plainText(name),
    text,
    fragments,
    figures: fragments.flatMap((fragment) => fragment.told),
    execution: execution !== null && isImpossible(execution, name) ? null : execution,
    wanted,
  };
}

/** A figure that a rule is held against; two values where the row tells two for the same thing. */
export interface Measure {
  readonly values: readonly number[];
  readonly said: string;
}

export const PLANNED =
  /目标|计划|指标值|标准|应|规定|预算|预期|年初|上年|去年|要求|任务|概算|合同|批复|达标线|第[1一]名|受理|收到|接到|签订|提出|登记|抽查|抽检|送审|总|全部|核定|编制|下达|应缴|应到/;
export const DONE =
  /实际|完成|已|实|本单位|到位|支出|支付|执行|合格|达标|及时|在职|在编|在岗|使用|落实|通过|回收|办结|满意|培训|发放|查处|办理|处理|整改|履约|履行|验收|审定|决算|结算/;
/** 应…, 计划… and 已…, 实际…: whichever other words stand beside them. */
export const DUE = /问卷|受访|应|计划|目标|指标值|任务|年初|预算(?!完成|支出|执行)/;
/** 总人口3万人, 计划200户: the whole or what was due, and nothing of what was done. */
export const isDue = ({ label }: Told): boolean =>
  (/^(?:计划|目标|任务|指标值|总|应|预算)/.test(label) && !DONE.test(label)) ||
  // 计划培训500人 is no training yet.
  (/^(?:年初|年度|本年|全年)?(?:计划(?!内|外)|拟|应(?![急用届对收付税聘征]))/.test(label) &&
    !DID.test(label));
export const DID = /实际|已|实有|实到|满意/;
const PERCENT = '%';

const measured = (values: readonly number[], said: string): Measure => ({
  values: [...new Set(values)],
  said,
});

/** 预算执行率833%: no money is spent so many times; a figure of it is wrong (house rule: above 150 %). */
const isImpossible = (share: number, name: string): boolean =>
  share > 150 && /(?:执行|支付|支出|拨付|到位)(?:率|进度)/.test(name);

/** The one percentage that a row tells of what a rule asks; null where none or several do. */
export function percentTold(facts: RowFacts, about: string): Measure | null {
  const shares = facts.figures.filter(({ unit }) => unit === PERCENT);
  if (shares.some(({ open }) => open)) return null;
  const one = theOne(shares, about);
  if (!one) return null;
  return measured(one.other === null ? [one.value] : [one.value, one.other], saidOf(one));
}

const CHANGES = /变动[率幅]|变化[率幅]|调整率|增长率|追加率|调剂/;
const FALLS = /调减|核减|压减|减少|下降|降低/;
const FALLS_IN_LABEL = new RegExp(FALLS.source, 'g');

/**
 * 下降9% and 调减6% are changes of −9 % and −6 %, where a rate of change is asked for and no fall.
 * @param about the name of the indicator and its 评分标准, plain
 */
export function withSignedFalls(facts: RowFacts, about: string): RowFacts {
  if (!CHANGES.test(about) || FALLS.test(about)) return facts;
  const signed = (told: Told): Told =>
    told.unit !== PERCENT || told.value <= 0 || !FALLS.test(told.label)
      ? told
      : {
          ...told,
          said: saidOf(told),
          value: -told.value,
          other: told.other === null ? null : -Math.abs(told.other),
          label: told.label.replace(FALLS_IN_LABEL, ''),
        };
  const fragments = facts.fragments.map((one) => ({ ...one, told: one.told.map(signed) }));
  return { ...facts, fragments, figures: fragments.flatMap(({ told }) => told) };
}

function theOne(shares: readonly Told[], about: string): Told | null {
  const [first] = shares;
  if (shares.length === 1 && first) return first;
  const actual = shares.filter(({ label }) => !(PLANNED.test(label) && !DONE.test(label)));
  if (actual.length === 1) return actual[0] ?? null;
  const [division] = shares.filter(({ divided }) => divided);
  const rates = shares.filter(({ divided }) => divided).length === 1 ? division : undefined;
  const named = shares
    .map((share) => ({ share, shared: sharedPairs(share.label, about) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  const [best, next] = named;
  if (best && best.shared > (next?.shared ?? 0)) return best.share;
  // 154.74/310.2,表上写50%: the same thing told twice.
  if (rates && shares.length === 2) {
    const other = shares.find((share) => share !== rates);
    if (other && Math.abs(other.value - rates.value) < 1) return { ...rates, other: other.value };
  }
  return rates && named.length === 0 ? rates : null;
}

/** 下降5% and a change of −5 % are one thing where only its size counts. */
export function withoutSign(facts: RowFacts): RowFacts {
  const plain = (told: Told): Told => ({
    ...told,
    said: saidOf(told),
    value: Math.abs(told.value),
    label: told.label.replace(FALLS_IN_LABEL, ''),
  });
  return {
    ...facts,
    figures: facts.figures.map(plain),
    fragments: facts.fragments.map((one) => ({ ...one, told: one.told.map(plain) })),
  };
}

export interface Pair {
  readonly done: Told;
  readonly whole: Told;
}

const MISSING = /(?:缺少?|漏|欠|(?<![减较不多至])少)$/;
const NOT_DONE = /(?:未|没有?|不)([\u4e00-\u9fff]{2,4})$/;

/**
 * 未完成3台, 缺少1项, 3台未完成: what was not done of what was due. The denial must stand right at the
 * figure and deny just what is done there; 不动产, 未成年人 and 少数民族 deny nothing.
 */
function isShortfall({ label, after }: Told, words: string): boolean {
  const denied = NOT_DONE.exec(label);
  const at = denied?.index ?? MISSING.exec(label)?.index ?? null;
  if (at !== null)
    return !DOES.test(label.slice(0, at)) && (denied === null || isVerb(denied[1] ?? '', words));
  const behind = /^(?:尚|仍|还)?(?:未|没有?|不)([\u4e00-\u9fff]{2,4})$/.exec(after);
  return behind !== null && !DOES.test(label) && isVerb(behind[1] ?? '', words);
}

const DOES = /实际|已|完成|实有|实到/;
const VERB =
  /^(?:完成|到位|达标|合格|通过|参加|培训|发放|办结|落实|验收|回收|支付|执行|整改|履约|开展|建成|安装|采购)$/;
/** 成年人 of 未成年人帮扶 is no verb of the name. */
const isVerb = (word: string, words: string): boolean =>
  VERB.test(word) || new RegExp(`(?<![未不没无少漏欠缺])${word}`).test(words);

/** 减少3台, 结余5万元: neither what was done nor what was missed. */
const isRest = ({ label }: Told): boolean =>
  /减少|结余|结转|节约|退回|剩余|压减|核减|取消/.test(label) && !DOES.test(label);

/** 未成活, 缺勤, 欠付 before a figure. */
const BEGINS_SHORT =
  /^(?:其中|其余|尚|仍|还|仅|只)*(?:[未没]|无[法故]|不(?![足少低超断折])|少(?!数)|差(?![旅额异])|缺|欠(?!发达)|漏)/;
/** 实际少完成, 实际缺勤: what was done is not so called, nor 实际少数民族 what was not. */
const DID_NOT = /(?:无法|未|没有?|少|漏|欠|缺)([\u4e00-\u9fff]{2})$|缺[勤席额]$/;

/** A figure of what was not done; `words` tell what should be. */
export function isShort(label: string, words: string): boolean {
  if (!/实际|已|完成值/.test(label)) return BEGINS_SHORT.test(label);
  const denied = DID_NOT.exec(label);
  return denied !== null && (denied[1] === undefined || isVerb(denied[1], words));
}

/** 闲置资产10万元 of 资产总额: of it, and nothing that was done with it. */
export const IDLE = /闲置|空置|报废|毁损|停用|待[\u4e00-\u9fff]{1,2}|拖延|流失|退出|逾期|延期/;

/** 参加, 实际: that it was done; 落下, 停工 and 退出 beside 计划100户 say no such thing. */
const isOfDone = ({ label }: Told, words: string): boolean =>
  !IDLE.test(label) &&
  (label.length < 2 ||
    /[本今当]年/.test(label) ||
    DONE.test(label) ||
    sharedPairs(label, words) > 0);

/** 未验收3个 beside a 合格率: what was not looked at is neither good nor bad. */
const isOfOtherQuality = ({ label, after }: Told, name: string): boolean => {
  const [, asked] = /(合格|达标|优良|优秀|满意|完好|准确)[率度]/.exec(name) ?? [];
  return asked !== undefined && !(label + after).includes(asked);
};

/** The pair with what was done in place of what was not. */
function withDone({ whole, done }: Pair, name: string): Pair | null {
  const words = name + whole.label;
  const short = isShortfall(done, words);
  if (isShortfall(whole, name + done.label) || (isRest(done) && !short)) return null;
  // 缺勤3人, 未按期完成3个: something else than what was done, and what of it was missed is not sure.
  if (!short && (isShort(done.label, words) || !isOfDone(done, words))) return null;
  if (!short) return { whole, done };
  if (isOfOtherQuality(done, name)) return null;
  const value = subtract(whole.value, done.value);
  return value < 0 ? null : { whole, done: { ...done, value } };
}

/** 计划500人,实际450人; 20项完成19项: what was done of what. Null where the two cannot be told apart. */
export function pairTold(facts: RowFacts): Pair | null {
  const pair = pairAsSaid(facts);
  return pair && withDone(pair, facts.name);
}

/** 受访300人,知晓249人 of a 知晓率: what the rate is named by was done, the other is the whole. */
function pairByName(name: string, first: Told, second: Told): Pair | null {
  const [, verb = ''] = /([\u4e00-\u9fff]{2})[率度]$/.exec(name) ?? [];
  const [a, b] = [first, second].map(({ label }) => verb !== '' && label.includes(verb));
  if (a === b) return null;
  const [done, whole] = a ? [first, second] : [second, first];
  return whole.value >= done.value && whole.label !== '' ? { whole, done } : null;
}

function pairAsSaid(facts: RowFacts): Pair | null {
  const plain = facts.figures.filter(({ unit, divided }) => unit !== '百分点' && !divided);
  if (plain.length !== 2 || plain.some(({ open }) => open)) return null;
  const [first, second] = plain;
  if (!first || !second || measureUnit(first.unit) !== measureUnit(second.unit)) return null;
  const roles = [first, second].map(({ label }) => ({
    planned: PLANNED.test(label),
    done: DONE.test(label),
  }));
  const [a, b] = roles;
  if (!a || !b) return null;
  if (isShortfall(second, facts.name + first.label) && first.value >= second.value)
    return { whole: first, done: second };
  if (a.planned && !b.planned) return { whole: first, done: second };
  if (b.planned && !a.planned) return { whole: second, done: first };
  // 应签订合同20份,已签订20份: both words stand in both, 应 and 已 do not.
  const due = [first, second].map(({ label }) => DUE.test(label) && !DID.test(label));
  const did = [first, second].map(({ label }) => DID.test(label) && !DUE.test(label));
  if (due[0] && did[1]) return { whole: first, done: second };
  if (due[1] && did[0]) return { whole: second, done: first };
  if (a.planned || b.planned) return null;
  if (!a.done && b.done && first.value >= second.value) return { whole: first, done: second };
  return pairByName(facts.name, first, second);
}

/** 年度任务45项全部完成, 16个项目全部编报: the figure only says how many all of them are. */
export const allOfThem = ({ fragments, figures, name }: RowFacts): boolean => {
  const [figure, ...more] = figures;
  const [only] = fragments;
  if (!figure || !only || more.length > 0 || fragments.length > 1 || figure.unit === '%')
    return false;
  const done = /^[^,]{0,6}?(?:均|都|全部)(?:已)?(?:按[期时])?(.+)$/.exec(figure.after)?.[1] ?? '';
  return (
    !/[未没不]/.test(only.text) &&
    (/^(?:完成|达标|合格|到位|验收|落实|办结|建成)/.test(done) || sharedPairs(done, name) > 0)
  );
};

const measureUnit = (unit: string): string => unit.replace(/^个/, '') || '';

const GROWTH = /增长率|增幅|变动率|变化率/;
const FALL = /下降率|降低率|降幅|压减率|压缩率|减少率|节约率|节能率/;
/** A rate of saving may be held against a plan; of growth and fall the whole is what was before. */
const SAVED = /节约率|节能率/;
const BEFORE = /上年|去年|上期|同期|基期|上一年/;
/** These are made of other things than what was done of what. */
const OTHER_RATE = /结转|结余|差异|偏离|偏差|调整|追加|调剂|负债/;

/** (计划时间-实际时间)/计划时间 of one place is 0 where another's is 100: no share of two times. */
const IN_TIME = /及时/;
const TIME = /^(?:个?(?:工作日|月|季度)|天|日|周|年|小时|分钟)$/;

/** The rate of an indicator by its pair in hundredths: a share, or by how much it grew or fell; null where no pair makes it. */
export function rateOfPair(pair: Pair, name: string): number | null {
  if (OTHER_RATE.test(name) || (IN_TIME.test(name) && TIME.test(pair.whole.unit))) return null;
  const share = shareOfPair(pair);
  if (share === null || isImpossible(share, name)) return null;
  const isChange = (GROWTH.test(name) || FALL.test(name)) && !SAVED.test(name);
  if (isChange && !BEFORE.test(pair.whole.label)) return null;
  if (GROWTH.test(name)) return roundHalfUp(share - 100, 9);
  return FALL.test(name) ? roundHalfUp(100 - share, 9) : share;
}

/** A pair as a share in hundredths; null where a whole of 0 stands. */
export function shareOfPair({ done, whole }: Pair): number | null {
  const share = quotient([done.value, 100], [whole.value], 9);
  return share === null ? null : roundHalfUp(share, 9);
}
