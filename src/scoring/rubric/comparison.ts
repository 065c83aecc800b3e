import { compare } from '../../quantity/exact';
import { measureOf } from '../../quantity/units';
import { isReverseName } from '../direction';
import { byLabels } from './derived';
import { pairTold, type RowFacts } from './row-facts';

type Sign = '<' | '≤' | '=' | '≥' | '>';

const SIGNS: readonly (readonly [RegExp, Sign])[] = [
  [
    /≤|小于或?等于|不(?:得|应)?(?:超过|高于|大于|多于)|(?:(?:未|没有)(?:超过?|突破)|控制在)(?=[^,;]*(?:预算|计划|概算|标准|目标|编制))/,
    '≤',
  ],
  [/≥|大于或?等于|不(?:得|应)?(?:低于|少于|小于)|(?<![未没有不])达到(?:或超过)?/, '≥'],
  [/<|小于|低于|少于|(?:未|没有?|不)(?:能|曾)?达到?|达不到|(?:未|没有?)(?:能)?完成/, '<'],
  [/>|大于|高于|超过|超出|多于/, '>'],
  [/=|等于|等同于/, '='],
];
/** What was due, as rows and rules name it. */
const DUE_AMOUNT =
  /^(?:年初|年度|全年|部门|批复|核定|规定|本年度?)*(?:预算|计划|概算|目标|指标|标准|编制|决算|上年|任务)[\u4e00-\u9fff]{0,6}$/;

interface Comparison {
  readonly left: string;
  readonly sign: Sign;
  readonly right: string;
  /** 达到: whichever way is better, and no order of the two. */
  readonly reaches: boolean;
}

/** 有结余,但不超过上年结转: what the part before it speaks of. */
const before = (condition: string): string =>
  /(?:有|存在)([\u4e00-\u9fff]{2,6}),[^,;。]*$/.exec(condition)?.[1] ?? '';

/** 决算数≤预算数, 高于目标值: two amounts that a rule compares by name; null where it names a figure or none. */
function comparisonIn(condition: string): Comparison | null {
  const clause =
    condition
      .split(/[,;。]/)
      .at(-1)
      ?.replace(/的$/, '') ?? '';
  if (/\d/.test(clause)) return null;
  for (const [pattern, sign] of SIGNS) {
    const match = pattern.exec(clause);
    if (!match) continue;
    const left = clause.slice(0, match.index).replace(/^(?:但|且|而|并)+/, '') || before(condition);
    const right = clause.slice(match.index + match[0].length);
    return DUE_AMOUNT.test(right) ? { left, sign, right, reaches: /达/.test(match[0]) } : null;
  }
  return null;
}

/** Whether a rule compares two amounts by name. */
export const compares = (condition: string): boolean => comparisonIn(condition) !== null;

/** Whether a comparison of two named amounts holds for those that the row tells; null where it tells other things. */
export function comparisonHolds(
  condition: string,
  facts: RowFacts,
): { readonly held: boolean; readonly fact: string } | null {
  const asked = comparisonIn(condition);
  if (!asked || facts.figures.length !== 2) return null;
  const pair = pairTold(facts);
  const named = asked.left === '' ? null : byLabels([asked.left, asked.right], facts);
  const left = named?.get(asked.left) ?? pair?.done.value;
  const isOwn = pair !== null && isWholeOf(asked.right, pair.whole.label);
  const right = named?.get(asked.right) ?? (isOwn ? pair.whole.value : undefined);
  if (left === undefined || right === undefined) return null;
  if (asked.reaches && isBetterLess(facts)) return null;
  const isShare = facts.figures.some(({ unit }) => unit === '%');
  if (named && pair && !isShare && left !== pair.done.value) return null;
  return { held: keeps(compare(left, right), asked.sign), fact: facts.text };
}

/** 8分钟 reach a target of 10分钟. */
const isBetterLess = ({ name, figures }: RowFacts): boolean =>
  isReverseName(name) || figures.some(({ unit }) => measureOf(unit).measure === 'time');

/** Whether an amount of this label may be the one that a rule names: the budget for 预算, last year's for 上年. */
function isWholeOf(named: string, label: string): boolean {
  if (/上年/.test(named)) return /上年|去年|上期|同期/.test(label);
  const due = /预算|概算|编制|决算/.exec(named)?.[0];
  return due === undefined || label.includes(due);
}

function keeps(order: number, sign: Sign): boolean {
  if (order === 0) return /[≤=≥]/.test(sign);
  return order < 0 ? /[<≤]/.test(sign) : /[>≥]/.test(sign);
}
