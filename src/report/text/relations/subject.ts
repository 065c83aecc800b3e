import type { Statement } from '../facts/statement';
import { sharesPair } from './likeness';

const ANY =
  /项目|工程|任务|工作|建设|施工|工期|内容|目前|截至|年底|月底|全部|已经|因|由于|部分|主体|[本该其我已均于并了至在\d年月日底]/g;

/** The words of its clause before a place of a sentence. */
export const clauseBefore = ({ statement, at }: { statement: Statement; at: number }): string =>
  statement.text
    .slice(0, at)
    .split(/[，。；：]/)
    .at(-1) ?? '';

/** What words are about: those of them that say more than 项目 or a date. */
export const subjectOf = (words: string): string =>
  words.replace(ANY, '').replace(/[^\u4e00-\u9fff]/g, '');

/** 白蚁防治已完成；设备采购未完成: of two things; words that name nothing may be of any. */
export function areOfOne(one: string, other: string): boolean {
  const [first, second] = [one, other].map(partOf);
  if (first !== undefined && second !== undefined && first !== second) return false;
  return one.length < 2 || other.length < 2 || sharesPair(one, other);
}

/** Which of several parts words name: 一 of 一标段. */
export const partOf = (words: string): string | undefined => PART.exec(words)?.[1];

/** 一标段 and 二标段 are two things, however alike. */
const PART = /([一二三四五六七八九十])(?:标段|期|阶段|批)/;
