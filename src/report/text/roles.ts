import type { Figure } from './figures';
import type { ReportText, Sentence } from './read-report';

const VALUE = /(?:目标|指标|计划|任务|标准)(?:值|数|量|为|是)+(?:的|为|是|[（(：:≥≤<>＜＞=])*$/;
/** In the clause before the figure; what follows is still the plan: 计划（完成）养护里程120公里. */
const PLANNED =
  /(目标|计划|预期|预计|原定|拟|目标任务|要求|(?<![供响适反相对回效感])应(?:当|该)?(?=完成|达|不))(?:(?!实际|情况|已|仅)[^，。；：:,;、\d]){0,16}$/;
/** 按计划完成, 超过目标: done, measured by the plan. */
const BY_PLAN =
  /(?:[按依照据循合超过]|完成|达到|实现|落实)(?:了)?(?:年度|全年|绩效|预期|既定|工作|任务|项目){0,2}$/;

/** Whether a clause says of the figure behind it that it was intended. */
function isPlanned(label: string): boolean {
  if (VALUE.test(label)) return true;
  const match = PLANNED.exec(label);
  return match !== null && !BY_PLAN.test(label.slice(0, match.index));
}

/** A bound is nobody's count of what was done. */
const BOUND = /(?:[≥≤<>＜＞]=?|不[低少高大小多长短]于|不超过|以上|以内)$/;

/** 年度总体目标：… and what follows it in the paragraph. */
const GOAL_FOLLOWS = /(?:目标|计划|预期)[^，。；：:实]{0,4}[：:]/g;
const DONE_FOLLOWS = /(?:实际|完成情况|已)/g;
const GOAL_TITLE = /目标/;
const DONE_TITLE = /完成|实现|情况|分析|偏离|结论|评价|效果/;

/** What a paragraph is about is said at its beginning; how far back a sentence is looked through. */
const OPENING = 60;
const REACH = 200;

const lastOf = (text: string, pattern: RegExp): number => {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
};

/**
 * Tells which figures of a report say what was intended rather than what was done: those after 目标,
 * 指标值, 计划 or 应, those that are a bound, and those of a paragraph or a section that states the goal.
 */
export function intendedIn(report: ReportText): (sentence: Sentence, figure: Figure) => boolean {
  const openings = new Map<number, Sentence>();
  for (const sentence of report.sentences) {
    if (!openings.has(sentence.paragraph)) openings.set(sentence.paragraph, sentence);
  }
  return (sentence, figure) => {
    const { label } = figure;
    if (isPlanned(label) || BOUND.test(label)) return true;
    if (/^(?:及|或)?以[上内]/.test(sentence.text.slice(figure.end))) return true;
    const opening = openings.get(sentence.paragraph) ?? sentence;
    const before =
      (opening === sentence ? '' : opening.text.slice(0, OPENING)) +
      sentence.text.slice(Math.max(0, figure.start - REACH), figure.start);
    const goal = lastOf(before, GOAL_FOLLOWS);
    const done = lastOf(before, DONE_FOLLOWS);
    if (goal >= 0 || done >= 0) return goal > done;
    const title = report.headings[sentence.heading]?.title ?? '';
    return GOAL_TITLE.test(title) && !DONE_TITLE.test(title);
  };
}
