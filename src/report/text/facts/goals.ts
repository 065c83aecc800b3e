import type { ReportText } from '../read-report';
import type { Statement } from './statement';

const GOAL_FOLLOWS =
  /(?:目标|计划|预期)[^，。；：:实]{0,4}[：:]|(?:绩效|区域|年度|总体)目标[，、]?(?:主要)?(?:包括|为|是)/g;
const DONE_FOLLOWS = /(?:实际|完成情况|已)/g;
const GOAL_TITLE = /目标|(?:主要|建设|实施|工作)内容/;
const DONE_TITLE = /完成|实现|情况|分析|偏离|结论|评价|效果/;

/** What a paragraph is about is said at its beginning; how far back a sentence is looked through. */
const OPENING = 60;
const REACH = 200;

const lastOf = (text: string, pattern: RegExp): number => {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
};

/** Tells whether a place of a report states the goal: behind 总体目标：, or in a section of goals. */
export function goalsIn(
  report: ReportText,
  statements: readonly Statement[],
): (statement: Statement, at: number) => boolean {
  const openings = new Map<number, Statement>();
  for (const statement of statements) {
    if (!openings.has(statement.paragraph)) openings.set(statement.paragraph, statement);
  }
  return (statement, at) => {
    const opening = openings.get(statement.paragraph) ?? statement;
    const same = opening.text === statement.text;
    const before =
      (same ? '' : opening.text.slice(0, OPENING)) +
      statement.text.slice(Math.max(0, at - REACH), at);
    const goal = lastOf(before, GOAL_FOLLOWS);
    const done = lastOf(before, DONE_FOLLOWS);
    if (goal >= 0 || done >= 0) return goal > done;
    const title = report.headings[statement.heading]?.title ?? '';
    return GOAL_TITLE.test(title) && !DONE_TITLE.test(title);
  };
}
