import type { Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';
import { sharesPair } from './likeness';
import { RATE } from './rate-kinds';
import type { Ratio } from './ratios';

const ANYTHING =
  /群众|对象|总体|综合|整体|平均|项目|预算|资金|年度|全年|当年|本年|实际|工作|任务|目标|指标|公众|居民|家长|学生|患者|人员|有效|最终|累计|共|总|已|均|其/g;

/** What words name beyond what any rate may be of. */
export const namedIn = (words: string): string =>
  words.replace(ANYTHING, '').replace(/[^\u4e00-\u9fff]/g, '');

/** What a rate is of by its own words: 重点人群 of 重点人群签约率. */
export const rateSubject = (rate: Figure): string =>
  namedIn((RATE.exec(rate.label)?.[1] ?? '').slice(0, -2));

/** 重点人群签约率 beside 常住人口 and 已签约: its own words are none of the figures'. */
export function isOfOther({ text }: Statement, { rate, parts, near }: Ratio): boolean {
  const subject = rateSubject(rate);
  const before = [...parts, ...near].filter(({ end }) => end <= rate.start);
  if (before.length === 0) return false;
  const first = Math.min(...before.map(({ start, label }) => start - label.length));
  const words = text.slice(Math.max(0, first), rate.start - rate.label.length);
  // 检测水样480份，水质合格率: a word of two signs and another of the same thing.
  const isKin = subject.length === 2 && words.includes(subject.charAt(0));
  return subject.length > 1 && !isKin && !sharesPair(subject, words);
}
