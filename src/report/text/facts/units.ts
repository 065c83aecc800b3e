/** Measure words of counted things, longest first where one begins another. A closed class of the language. */
const COUNTED = (
  '平方公里 平方米 立方米 千瓦时 人次 场次 批次 户次 台次 家次 车次 课时 学时 千瓦 公里 千米 公顷 公斤 千克 毫米 厘米 ' +
  '毫升 微克 毫克 兆瓦 万亩 台套 个 件 宗 起 例 份 项 家 名 人 位 户 次 场 部 条 篇 期 台 套 座 间 亩 吨 米 批 辆 处 所 村 ' +
  '镇 乡 类 种 门 只 头 尾 羽 株 棵 根 块 片 口 眼 栋 幢 层 张 页 册 本 把 支 枚 盏 艘 架 列 组 队 班 道 ' +
  '桩 笔 袋 箱 瓶 桶 盒 剂 针 幅 段 顶 颗 粒 升 天 孔 扇 盘 匹 卷 柜 床 棚 网'
).split(' ');
const CASES = new Set(['件', '宗', '起', '例']);
const PERSONS = new Set(['人', '名', '位']);
const SCALES: readonly (readonly [string, number])[] = [
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 100],
];

export type FigureKind = 'money' | 'count' | 'percent' | 'percentage-point' | 'points' | 'bare';

export interface Unit {
  readonly kind: FigureKind;
  /** What figures must share to be added or compared: `元`, `%`, `件`, `人`, `亩`; `''` where none. */
  readonly name: string;
  /** As written, with its scale: `万元`, `宗`. */
  readonly text: string;
  /** What one of it is in the named unit: 10 000 for 万元. */
  readonly factor: number;
  /** Of a price: what one pays it for (`人` of 元/人). */
  readonly per: string | null;
}

export const unitClass = (unit: string): string =>
  CASES.has(unit) ? '件' : PERSONS.has(unit) ? '人' : unit;

const NO_UNIT: Unit = { kind: 'bare', name: '', text: '', factor: 1, per: null };
/** 元/人, but not the division of 486万元/全年预算500万元. */
const PER = /^[/／](?![\u4e00-\u9fff]{3,}\d)(?:每)?([\u4e00-\u9fff]{1,3})/;
/** 万 and 亿 alone stand for money where money is spoken of. */
const MONEY_FOLLOWS = /^(?:的)?(?:资金|经费|补助|补贴|奖|预算|投资|费|款|元)/;
const MONEY_BEFORE = /(?:资金|经费|金额|预算|支出|收入|投资|补助|补贴|拨款|款)[^，。；\d]{0,6}$/;
const SCORE = /^分(?!钟|之|别|制|公司|局|支|厅|配|解|类|布|析|级|管|散|期|项|批|值以)/;

/** The unit that begins `after`; `before` are the words in front of the number. */
export function readUnit(after: string, before: string): Unit {
  if (/^[%％]/.test(after)) return { ...NO_UNIT, kind: 'percent', name: '%', text: '%' };
  const points = /^个?百分点/.exec(after);
  if (points) {
    return { ...NO_UNIT, kind: 'percentage-point', name: '百分点', text: points[0] };
  }
  const scale = SCALES.find(([sign]) => after.startsWith(sign));
  const [sign, factor] = scale ?? ['', 1];
  const rest = after.slice(sign.length);
  if (rest.startsWith('元')) return price(after, sign.length + 1, factor);
  if (SCORE.test(rest) && sign === '') {
    return { ...NO_UNIT, kind: 'points', name: '分', text: '分' };
  }
  const counted = COUNTED.find((unit) => rest.startsWith(unit));
  const money =
    (sign === '万' || sign === '亿') &&
    (MONEY_FOLLOWS.test(rest) || (counted === undefined && MONEY_BEFORE.test(before)));
  if (money) return { kind: 'money', name: '元', text: sign, factor, per: null };
  if (counted === undefined) return { ...NO_UNIT, text: sign, factor };
  const large = counted === '万亩';
  const name = large ? '亩' : unitClass(counted);
  return {
    kind: 'count',
    name,
    text: sign + counted,
    factor: large ? factor * 1e4 : factor,
    per: PER.exec(rest.slice(counted.length))?.[1] ?? null,
  };
}

function price(after: string, end: number, factor: number): Unit {
  const per = PER.exec(after.slice(end));
  const text = after.slice(0, end + (per?.[0].length ?? 0));
  return { kind: 'money', name: '元', text, factor, per: per?.[1] ?? null };
}
