import type { Figure } from './figures';
import type { ReportText, Sentence } from './read-report';

/** What leads from a word of intent to its figure: 目标任务数为, 计划完成, ≥. */
const LEADING =
  '(?:任务|指标|数量|总数|[值数量]|完成|达到?|实现|开展|建设|新增|培训|控制在|为|是|共|约|至少|不[低少高大小多长短]于|不超过|[（(：:≥≤<>＜＞=])*';
const INTENDED = new RegExp(
  `(?<!(?:[按照依据超过]|完成|达到|实现)(?:年度|全年|绩效|预期|既定|工作|任务)?)(?:目标|计划|预期|预计|原定|应当?|拟|要求|任务|(?:年度|绩效)?指标值)${LEADING}$`,
);
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
    if (INTENDED.test(label) || BOUND.test(label)) return true;
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
