/** Second levels of the national form (财预〔2020〕10号 annex layout: domain-rules §1.7). */
export type IndicatorClass =
  | 'quantity'
  | 'quality'
  | 'time'
  | 'cost'
  | 'economic'
  | 'social'
  | 'ecological'
  | 'lasting'
  | 'satisfaction';

export type Misplacement = 'amount-rate' | 'rate' | 'satisfaction' | 'cost' | 'harm' | 'money';

const CLASSES: readonly (readonly [string, IndicatorClass])[] = [
  ['满意', 'satisfaction'],
  ['数量', 'quantity'],
  ['质量', 'quality'],
  ['时效', 'time'],
  ['成本', 'cost'],
  ['经济效益', 'economic'],
  ['社会效益', 'social'],
  ['生态', 'ecological'],
  ['环境效益', 'ecological'],
  ['可持续', 'lasting'],
];
const OUTPUT: readonly IndicatorClass[] = ['quantity', 'quality', 'time'];
const EFFECT: readonly IndicatorClass[] = ['economic', 'social', 'ecological', 'lasting'];

export function classOf(level2: string | null): IndicatorClass | null {
  if (level2 === null) return null;
  const packed = level2.replace(/\s+/g, '');
  return CLASSES.find(([word]) => packed.includes(word))?.[1] ?? null;
}

/** An effect under 产出, or an output under 效益 or 满意度. 成本 may be a first level of its own. */
export function misplacedLevel(level1: string | null, level2: IndicatorClass | null): boolean {
  if (level1 === null || level2 === null) return false;
  if (level1.includes('产出')) return EFFECT.includes(level2);
  if (level1.includes('效益') || level1.includes('满意')) return OUTPUT.includes(level2);
  return false;
}

/**
 * The kind of an indicator its name shows, where the second level is another one. A rate is no
 * quantity (forms SC1, HN3, 029); money put in is neither quantity (LF) nor quality; harm done is
 * neither satisfaction (HN3) nor an economic effect (029).
 */
export function misplaced(name: string, level2: IndicatorClass): Misplacement | null {
  if (level2 !== 'satisfaction' && name.includes('满意')) {
    return name.includes('满意度') || name.includes('满意率') ? 'satisfaction' : null;
  }
  switch (level2) {
    case 'quantity':
      if (isRate(name)) return 'rate';
      return isMoney(name) ? 'money' : null;
    case 'quality':
      if (AMOUNT_RATE.test(bareName(name))) return 'amount-rate';
      return isCost(name) ? 'cost' : null;
    case 'time':
      return isCost(name) ? 'cost' : null;
    case 'ecological':
    case 'satisfaction':
      return isCost(name) ? 'cost' : level2 === 'satisfaction' && isHarm(name) ? 'harm' : null;
    case 'economic':
      return isHarm(name) ? 'harm' : null;
    case 'cost':
    case 'social':
    case 'lasting':
      return null;
  }
}

/** Codes of last characters: most names end otherwise, and asking for one makes no string. */
const endings = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, (character) => character.charCodeAt(0)));
const lastOf = (name: string): number => name.charCodeAt(name.length - 1);

/** Endings of a rate, with or without a remark in brackets. */
const RATE_END = endings('率例比）)');

/** How much was done, reached or arrived, and whether in time: quantity and time, no quality. */
const AMOUNT_RATE = /(?:完成率|覆盖率|到位率|及时率)$/;

const bareName = (name: string): string => name.replace(/[（(][^（()）]{0,40}[)）]$/, '');

function isRate(name: string): boolean {
  if (!RATE_END.has(lastOf(name))) return false;
  const bare = bareName(name);
  return /(?:率|比例|占比|百分比)$/.test(bare) && !/(?:频率|功率|税率|利率|汇率|效率)$/.test(bare);
}

const MONEY_END = endings('额资入金费数付放出');

function isMoney(name: string): boolean {
  if (!MONEY_END.has(lastOf(name))) return false;
  return /(?:资金金额|资金总额|投资额|总投资|资金投入|投入资金|项目资金|经费金额|资金数|(?:资金|补贴|补助|经费)(?:支付|拨付|发放|支出)(?:金额|总额|数额|额|数)?|(?:支付|拨付|发放)(?:资金|金额|总额|补贴金额))$/.test(
    name,
  );
}

function isCost(name: string): boolean {
  return /成本|造价|总投资|投资额|投资总额/.test(name) && !/成本(?:意识|核算)/.test(name);
}

function isHarm(name: string): boolean {
  return /事故|伤亡|死亡|安全事件|安全度汛|火灾/.test(name) && !/损失|赔|挽回|节约/.test(name);
}
