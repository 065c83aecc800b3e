import type { Sentence } from '../read-report';

interface Unpaired {
  readonly paragraph: number;
  readonly text: string;
  readonly at: number;
  readonly mark: string;
  readonly sure: boolean;
}

const PAIRS: Readonly<Record<string, string>> = {
  '《': '》',
  '（': '）',
  '(': ')',
  '“': '”',
  '〔': '〕',
  '【': '】',
  '「': '」',
};
const CLOSERS = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]));
const MARKS = /[《》（）()“”〔〕【】「」]/g;
/** Half and full width brackets close one another in what people type. */
const KIN: Readonly<Record<string, string>> = { '(': '（', ')': '）', '〔': '[', '〕': ']' };
const kin = (mark: string): string => KIN[mark] ?? mark;
/** 1） and （1) number an item, they open nothing. */
const ITEM = /(?:^|[，。；：\s、])([一二三四五六七八九十\d]{1,3})$/;

/** 1)…；(2)…: the items behind it are written with both brackets. */
const nextIsPaired = (item: string, behind: string): boolean =>
  new RegExp(`[，。；][（(]${Number(item) + 1}[）)]`).test(behind);

/** Marks of a paragraph that have no counterpart in it. Quotation may run over paragraphs. */
export function unpaired(sentences: readonly Sentence[]): Unpaired[] {
  const paragraphs = new Map<number, string>();
  for (const { paragraph, text } of sentences)
    paragraphs.set(paragraph, (paragraphs.get(paragraph) ?? '') + text);
  return [...paragraphs].flatMap(([paragraph, text]) => {
    const first = firstUnpaired(text);
    return first ? [{ paragraph, text, ...first }] : [];
  });
}

function firstUnpaired(text: string): { at: number; mark: string; sure: boolean } | null {
  const open: { mark: string; at: number }[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (mark in PAIRS) open.push({ mark, at });
    const opener = CLOSERS.get(mark);
    if (opener === undefined) continue;
    const index = open.map((one) => kin(one.mark)).lastIndexOf(kin(opener));
    if (index < 0) {
      const before = text.slice(0, at);
      const item = mark === '）' || mark === ')' ? ITEM.exec(before)?.[1] : undefined;
      if (item !== undefined && !nextIsPaired(item, text.slice(at))) continue;
      return { at, mark, sure: mark !== '”' };
    }
    // Within 《…》 the inner marks pair among themselves.
    open.splice(index, 1);
  }
  const [left] = open;
  return left ? { ...left, sure: left.mark !== '“' } : null;
}
