import type { Quantity } from '../model/quantity';
import type { Indicator } from '../model/table';
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

/** What is said of a row within a sentence; what is longer stands in the annex. */
const LONGEST_EVIDENCE = 120;

/** 评分依据 of a row as a part of a sentence: without a stop at its end; null where there is none, or much. */
export function evidenceOf({ evidence }: Pick<Indicator, 'evidence'>): string | null {
  const text = (evidence ?? '').trim().replace(/[。；;.]+$/, '');
  return text === '' || text.length > LONGEST_EVIDENCE || /[\r\n]/.test(text) ? null : text;
}

/** With a full stop at the end, unless the person closed the sentence. */
export const closed = (text: string, say: Say): string => {
  // 1.完成养护300公里; 2. 3.: numbers of the form that nobody wrote behind.
  const trimmed = text.trim().replace(/(?:(?:^|[;；。，,\s])\s?\d{1,2}[.、．])+\s*$/, '');
  const open = trimmed.replace(/(?:[.…·]{3,}|[，,、\s])+。?$/, '');
  return /[。！？!?.；;]$/.test(open) ? open : open + say('outline.stop');
};

/** `年度资金总额：` is followed by a colon of the sentence. */
export const withoutColon = (label: string): string => label.trim().replace(/\s*[:：]$/, '');

/** `其中:本年财政拨款：…` has one colon. */
export const partLabel = (label: string): string =>
  withoutColon(label).replace(/^其中\s*[:：]\s*/, '其中');
