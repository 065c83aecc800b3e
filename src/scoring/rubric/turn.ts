/** Which way a figure went. */
export type Turn = 'rise' | 'fall' | 'level';

const TURNS: readonly (readonly [RegExp, Turn])[] = [
  [/增长|增加|上升|提高|提升|增幅|升高|上涨/, 'rise'],
  [/下降|减少|降低|压减|降幅|核减|调减|压缩/, 'fall'],
  [/持平|不变|一致|无变化/, 'level'],
];

/** 较上年下降5%: the first that the words say; null where they say none. */
export const turnOf = (text: string): Turn | null =>
  TURNS.find(([words]) => words.test(text))?.[1] ?? null;
