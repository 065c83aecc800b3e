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
  return names.find((name) => PROJECT.test(name) && isName(name)) ?? '';
}

/** What a section of a report is called, not a project. */
const SECTION = /情况|分析|结论|概况|自评|评价|总体|结果|得分|绩效/;

/** The projects of all scores; under headings side by side, each with a score, each is its own heading's. */
export function projectsOf(report: ReportText, scores: readonly ScoreStated[]): string[] {
  const places = scores.map((score) => placeOf(report, score));
  return scores.map((score, index) => {
    const named = projectOf(report, score);
    const own = places[index];
    if (named !== '' || !own || SECTION.test(own.title)) return named;
    const beside = places.some(
      (other) => other && other.parent === own.parent && other.title !== own.title,
    );
    return beside ? own.title : '';
  });
}

interface HeadingPlace {
  readonly title: string;
  /** Index of the heading above it. */
  readonly parent: number;
}

/** The numbered item or heading below a section that a score stands under. */
function placeOf({ headings }: ReportText, { statement }: ScoreStated): HeadingPlace | null {
  const own = headings[statement.heading];
  if (!own || own.style === 1) return null;
  const parent = headings
    .slice(0, statement.heading)
    .findLastIndex(({ style }) => style < own.style);
  return { title: own.title.split('，')[0] ?? '', parent };
}

/** 项目 alone is the name of none. */
const isName = (name: string): boolean =>
  !OF_ALL.test(name) && name.replace(/项目|[^\u4e00-\u9fff]/g, '').length > 1;

/** Of two named projects each has its own score; one that is not named may be any. */
export const areOfOneProject = (one: string, other: string): boolean =>
  one === '' || other === '' || one === other;
