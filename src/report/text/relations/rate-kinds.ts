import type { Figure } from '../facts/figure';

/** 办结率为: the word that makes a percentage a rate, with what it is a rate of before it. */
export const RATE =
  /([\u4e00-\u9fff]{1,12}?)(率|度|进度|比例|比重)(?:分别|均|都|约|已|总体|仅|也)*(?:为|是|达到?了?|有|计|高达|：|:|，)?$/;
/** 占总支出的: the words of a share. */
export const SHARE =
  /占(?:比|总数|总量|总额)?([\u4e00-\u9fff]{0,14}?)(?:的|比重?|比例)?(?:约|为|达|：|:)?$/;
const OF = /(?:完成|占|为|达到?|是|相当于)(?:了|到)?([\u4e00-\u9fff]{2,12})的$/;
/** 调整率: of by how much something changed, which stands in no figure. */
const OF_CHANGE = /(?:调整|变动|偏差|偏离|浮动|增减)$/;
const NO_RATE = /[温湿浓坡难力程年季月进制高长宽厚速精角]$/;

/** Words that mean the same as the head of a rate: what was 执行 was 支出. */
const KIN: readonly (readonly [RegExp, RegExp])[] = [
  [/执行|支出|支付|使用|拨付|完成/, /支出|使用|支付|执行|拨付|列支|花费|用于|完成|决算/],
  [/付款|支付/, /已付|付款|支付/],
  [/完成|达成|实现/, /完成|实际|达到|建成|实现|开展|举办|培训|新建/],
  [/到位/, /到位|到账|下达|拨付/],
  [/满意|认可/, /满意|认可/],
  [/办结|结案|审结|处置|处理/, /办结|审结|结案|处理|处置|办理/],
  [/回复|答复|反馈/, /回复|答复|反馈/],
  // What is 优良 is 合格 too, but not all that is 合格 is 优良.
  [/合格|达标|通过/, /合格|达标|通过/],
  [/优良|良好|优秀/, /优良|良好|优秀/],
  // 在职人员控制率: those in post of the posts there are.
  [/控制/, /在职|在编|实有/],
  [/参与|参加|参训|参会|出席/, /参与|参加|参训|参会|出席|实到/],
];

/** Whether the words around a figure have every sign of a name: 回收率 is of what was 收回. */
export const isCalled = (name: string, { label, tail }: Pick<Figure, 'label' | 'tail'>): boolean =>
  name !== '' && Array.from(name).every((sign) => (label + tail.slice(0, 8)).includes(sign));

/** Whether the words before a figure, or right behind it, say that it is what a rate counts. */
export function isNamed(head: string, { label, tail }: Figure): boolean {
  const words = label + tail.slice(0, 8);
  return (
    isCalled(head, { label, tail }) ||
    KIN.some(([rate, part]) => rate.test(head) && part.test(words))
  );
}

/** 未开工1个 beside 开工率: what a rate does not count, unless it is itself one of what was not. */
export function isDenied(head: string, rate: Figure, { label, tail }: Figure): boolean {
  const denied = [`未${head}`, `不${head}`];
  const said = (words: string): boolean => denied.some((word) => words.includes(word));
  return head !== '' && said(label + tail.slice(0, 8)) && !said(rate.label);
}

/** What words name beside what a rate counts: 脱贫人口 of 脱贫人口参保, nothing of 实际支出. */
export const nameBeside = (rate: Figure, words: string): string => {
  const stem = stemOf(rate);
  const own = KIN.filter(([counted]) => counted.test(stem)).map(([, part]) => part.source);
  const signs = Array.from(words.replace(new RegExp([...own, '实际|已'].join('|'), 'g'), ''));
  return signs.filter((sign) => /[\u4e00-\u9fff]/.test(sign) && !stem.includes(sign)).join('');
};

/** A share of something, or a rate with its head: 办结 of 按期办结率. */
export type Kind =
  | { readonly type: 'share'; readonly of: string }
  | { readonly type: 'rate'; readonly head: string; readonly of: string };

/** What kind of rate the words before a percentage make it; null for a bare one. */
export function kindOf(rate: Figure): Kind | null {
  const share = SHARE.exec(rate.label);
  if (share) return { type: 'share', of: share[1] ?? '' };
  const part = OF.exec(rate.lead);
  if (part) {
    return { type: 'rate', head: /完成|达/.test(part[0]) ? '完成' : '执行', of: part[1] ?? '' };
  }
  const named = RATE.exec(rate.label) ?? RATE.exec(rate.lead);
  if (!named) return null;
  const stem = named[1] ?? '';
  if ((named[2] === '度' && NO_RATE.test(stem)) || OF_CHANGE.test(stem)) return null;
  return { type: 'rate', head: stem.slice(-2), of: '' };
}

/** What a rate is called by, without 率: 按时办结; `''` where it has no name. */
export const stemOf = ({ label, lead }: Figure): string =>
  (RATE.exec(label) ?? RATE.exec(lead))?.[1]?.replace(/[^\u4e00-\u9fff]/g, '') ?? '';
