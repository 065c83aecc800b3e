import { isOneKeyOff } from '../facts/slip';
import type { Figure } from '../facts/figure';
import { isLength } from '../facts/units';
import { once } from '../../../model/remember';
import { TELLS, type Value, type Wanted } from './named-places';

/** How far the words around a figure are those of a row's name, from 0 to 1. */
export interface Likeness {
  readonly wanted: Wanted;
  /** Of the name's signs, how many stand around the figure. */
  readonly recall: number;
  /** Of the signs around the figure, how many are the name's. */
  readonly precision: number;
  readonly shared: number;
}

const SAYS =
  /不少于|不低于|不超过|以上|以下|以内|左右|控制在|截至|均为|平均|分别|全部|全面|已经|共有|用时|每|单位|人次|人数|场次|数量|标准|情况|时间|计划|目标|任务|要求|我[县市区局]|全[县市区省]|各|对|将|到|从|按|比|由|于|在|是|有|至|内|后|前|均|约|了/g;

/** The Chinese signs of words that name something, each once. */
const namingSigns = (words: string, unit: string): ReadonlySet<string> =>
  new Set(
    words
      .replace(SAYS, '')
      .replaceAll(unit === '' ? '\n' : unit, '')
      .replace(/[^\u4e00-\u9fff]/g, ''),
  );

const DIGITS = /\d/g;
const unitOf = ({ indicator: { actual, target } }: Wanted): string =>
  actual.unit ?? target.unit ?? '';

/** The naming signs of a row's name, without the words that tell of any figure and with them. */
const namesOf = once((wanted: Wanted) => ({
  bare: namingSigns(wanted.core.replace(TELLS, ''), unitOf(wanted)),
  whole: namingSigns(wanted.core.replace(DIGITS, ''), unitOf(wanted)),
}));

const FEWEST_SHARED = 2;
/** 每名学员 of 人均, 每吨 of 吨均. */
const FOR_EACH = /每个?([\u4e00-\u9fff])/g;

const NONE: ReadonlySet<string> = new Set();

/**
 * How like a row's name the words around a figure are; null where they share next to nothing. Signs
 * of the project's name tell nothing against a row without them.
 */
export function likenessOf(
  wanted: Wanted,
  words: string,
  ofProject: ReadonlySet<string> = NONE,
): Likeness | null {
  const unit = unitOf(wanted);
  const names = namesOf(wanted);
  const each = words.replace(FOR_EACH, (_, one: string) => `${/[名位]/.test(one) ? '人' : one}均`);
  const compared = (name: ReadonlySet<string>, strip: RegExp): Likeness | null => {
    const around = namingSigns(each.replace(strip, ''), unit);
    const shared = [...name].filter((sign) => around.has(sign)).length;
    if (shared < FEWEST_SHARED) return null;
    const own = [...around].filter((sign) => name.has(sign) || !ofProject.has(sign)).length;
    return { wanted, shared, recall: shared / name.size, precision: shared / own };
  };
  // 新增 tells in one name and belongs to another: 购置新书 of 新增图书册数.
  const [bare, whole] = [compared(names.bare, TELLS), compared(names.whole, DIGITS)];
  if (!bare || !whole) return bare ?? whole;
  return degreeOf(bare) >= degreeOf(whole) ? bare : whole;
}

export const degreeOf = ({ recall, precision }: Likeness): number => Math.max(recall, precision);

/** By how much one row must be liker than any other of its unit. */
const MARGIN = 0.1;

/** The one row that is liker than all others; null where two are alike. */
export function likeliest(all: readonly Likeness[]): Likeness | null {
  const closeness = (one: Likeness): number => one.recall + one.precision;
  const [first, second] = [...all].sort((one, other) => closeness(other) - closeness(one));
  if (!first || (second && closeness(first) - closeness(second) < MARGIN)) return null;
  return first;
}

/** The fewer digits a figure has, the liker must its words be: of two digits any two are one key apart. */
const NEEDED = [2, 0.75, 0.7, 0.5, 0.34] as const;

const digitsOf = ({ text }: Figure): number => text.replace(/\D/g, '').replace(/^0+/, '').length;

/** A figure so short that chance makes it one key off another. */
export const isShort = (figure: Figure): boolean => digitsOf(figure) < NEEDED.length - 2;
const MANY_SIGNS = 4;
const NEARLY_ALL = 0.9;

/** Whether nearly all words of the name, or around the figure, are the other's. */
export const isClose = (likeness: Likeness): boolean =>
  degreeOf(likeness) >= NEARLY_ALL && likeness.shared > FEWEST_SHARED;

/** Whether a figure of so many digits, one key off a row's, is likely to be meant for it. */
export function isLikely(figure: Figure, likeness: Likeness): boolean {
  const degree = degreeOf(likeness);
  const told = degree >= NEARLY_ALL || likeness.shared >= MANY_SIGNS || !isShort(figure);
  return told && degree >= (NEEDED[Math.min(digitsOf(figure), NEEDED.length - 1)] ?? 1);
}

/** The same for the only row of its unit, of which the report needs fewer words. */
const NEEDED_ALONE = [2, 0.7, 0.5, 0.34] as const;
const MOST_STRANGE = 0.5;

export function isLikelyAlone(figure: Figure, likeness: Likeness): boolean {
  const digits = digitsOf(figure);
  const enough = degreeOf(likeness) >= (NEEDED_ALONE[Math.min(digits, 3)] ?? 1);
  // Of how long something took a report tells little.
  if (isLength(figure.unit)) return degreeOf(likeness) >= MOST_STRANGE;
  return (
    enough && likeness.precision > MOST_STRANGE && (digits > 1 || likeness.shared > FEWEST_SHARED)
  );
}

/** Whether a figure is a value told with one wrong key. */
export function isOneOff(figure: Figure, { value }: Value): boolean {
  const scaled = value / figure.factor;
  const printed = scaled.toFixed(figure.decimals);
  const exact = Math.abs(Number(printed) - scaled) < 1e-6 * Math.max(1, scaled);
  // 645公里 of 64.5公里: its point left out.
  const meant = exact ? printed : String(Number(scaled.toFixed(6)));
  return isOneKeyOff(figure.text.replaceAll(',', ''), meant);
}

/** 93场次 of 93场 */
const heldOnce = (unit: string): string => (unit === '场次' ? '场' : unit);

/** A price may be told for each: 每亩35元 of 35元/亩. */
export const isOfUnit = (figure: Figure, value: Value): boolean =>
  heldOnce(figure.unit) === heldOnce(value.unit) &&
  (figure.per === value.per ||
    figure.label.includes('每') ||
    (figure.per === null && PRICE.test(figure.label)));

/** 亩均成本16.5元, 采购单价2.48万元: told without what it is paid for. */
const PRICE =
  /单价|均价|[\u4e00-\u9fff]均[^，。；\d]{0,6}(?:成本|费用|价格)|单[^，。；\d位]{1,2}[^，。；\d]{0,6}成本/;
