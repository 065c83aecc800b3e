import type { ReportText } from '../read-report';
import { headOf, type ScoreStated } from './stated';

const PROJECT = /(?:项目|经费|资金|工程|补助|专项)$/;
const OF_ALL = /情况|分析|结论|完成|概况|基本|自评|评价|总体|全部|整体|[本该此我各]/;
/** 部门整体自评得分: of the unit as a whole, beside those of its projects. */
const OF_UNIT = /(?:部门|单位)整体(?:支出)?$/;
export const WHOLE_UNIT = '部门整体';

/** What stands between the name of a project and its score. */
const SCORED =
  /(?:自评|绩效|评价|综合|最终|自我|总体)*(?:得分|总分|评分|结果|得)?(?:为|是|达到?|：|:)*$/;

/** The project that a score is told of: by its own words, the head before a colon, or its heading; `''` where none is named. */
export function projectOf({ headings }: ReportText, { statement, figure }: ScoreStated): string {
  const words = figure.lead.replace(SCORED, '');
  if (OF_UNIT.test(words)) return WHOLE_UNIT;
  const names = [words, headOf(statement, figure), headings[statement.heading]?.title ?? ''];
  return names.find(isProjectName) ?? '';
}

/** 项目 alone is the name of none. */
export const isProjectName = (name: string): boolean =>
  PROJECT.test(name) && !OF_ALL.test(name) && name.replace(/项目|[^\u4e00-\u9fff]/g, '').length > 1;

/** Of two named projects each has its own score; one that is not named may be any. */
export const areOfOneProject = (one: string, other: string): boolean =>
  one === '' || other === '' || one === other;
