import type { Quantity } from '../model/quantity';
import { multiply } from '../quantity/exact';
import type { PromptName, Say } from './sheet-cells';

/** `0.862` → `86.2`. */
export const percentOf = (fraction: number): number => multiply(fraction, 100);
export const missing = (say: Say, what: string) => say('outline.missing', { what });
export const prompt = (say: Say, name: PromptName) => missing(say, say(`outline.prompt.${name}`));

/** `219-池州市…`, `51000023T000008123456-…`: the code of a list is no part of a name. */
export const withoutCode = (name: string | undefined): string | undefined =>
  name?.replace(/^\s*(?=[\dA-Za-z]*\d)[\dA-Za-z]{3,}\s*[-—_]\s*(?=\S)/, '');

/** 一、产出指标 at the start of a paragraph would read as a heading of the report. */
export const unnumbered = (label: string): string =>
  label.replace(
    /^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d))\s*(?=.)/,
    '',
  );

/** A unit: 100百分比 would be read as a hundred hundreds. */
const PERCENT_IN_WORDS = /^百分(?:比|率|号)$/;

/** A bare number with the unit its form keeps in a column of its own; `=100%` is said as 100%. */
export function withUnit({ text, unit }: Quantity): string {
  const said = text.trim().replace(/^[=＝]\s*/, '');
  return unit !== null && /\d$/.test(said) ? said + unit.replace(PERCENT_IN_WORDS, '%') : said;
}
