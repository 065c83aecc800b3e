import type { TableResult } from '../../../model/score';
import { headingName, above, projectsBySentence } from '../facts/project-sections';
import { statedFunds, statedScores } from '../facts/stated';
import { statementsOf } from '../facts/statement';
import { reportYear } from '../facts/years';
import type { ReportText } from '../read-report';
import { plainName } from './names';

/** What a report says of one table, which may be all of it. */
export interface OwnPart {
  readonly report: ReportText;
  /** Whether it stands under headings that are the table's name. */
  readonly isNamed: boolean;
}

/** Words that parts of any report and sheets of any workbook are called with: 附表1, Sheet1, 绩效自评情况. */
const OF_ANY_REPORT =
  /附[表件录]|工作表|sheet|表格|表|项目(?=[^\d一二三四五六七八九十])|绩效|自我|自评|评价|评分|复核|得分|指标|目标|资金|预算|执行|完成|实现|存在|主要|基本|概况|情况|问题|改进|措施|建议|结论|结果|分析|说明|报告|汇总|明细|封面|其他|需要|有关|工作|开展|组织|填报|年度|20\d\d|[的之及和与年附]|[\d一二三四五六七八九十]+$|^[\d一二三四五六七八九十]+/gi;

/** The words of a sheet's name that name what it is about; empty where they are any report's own. */
const sheetName = (sheet: string): string => {
  const name = plainName(sheet);
  return name.replace(OF_ANY_REPORT, '') === '' ? '' : name;
};

const nameOf = ({ table }: TableResult): string =>
  plainName(table.project?.value ?? '') || sheetName(table.sheet);
const bare = (name: string): string => name.replace(/项目$/, '');

/**
 * What a report over several tables says of each: the sentences under headings that are its project's
 * name (its sheet's, where the form names no project and a sheet's name can be one); of a table without, what is told of no other
 * project. All of it for a report that is about one table alone: no chapter has its name, nor do
 * headings of several sections, nor one heading beside those of other projects.
 */
export function ownParts(report: ReportText, tables: readonly TableResult[]): readonly OwnPart[] {
  const statements = statementsOf(report);
  const year = reportYear(report);
  const scores = statedScores(statements, year);
  const projects = projectsBySentence(report, [...scores, ...statedFunds(statements, year).rates]);
  const names = tables.map(nameOf);
  const own = names.map((name) => sentencesOf(report, name, names, projects));
  const scored = new Set(scores.map(({ statement }) => projects[statements.indexOf(statement)]));
  scored.delete('');
  const only = (fits: (at: number) => boolean): ReportText => ({
    ...report,
    sentences: report.sentences.filter((_, at) => fits(at)),
  });
  return tables.map(({ table }, index): OwnPart => {
    const part = own[index];
    if (part) return { report: only((at) => part.has(at)), isNamed: true };
    // Parts of one project have rates of their own, not scores.
    const isOfAll = table.scope === 'unit' || scored.size > 1;
    const isOther = (at: number): boolean =>
      (isOfAll && projects[at] !== '') || own.some((other) => other?.has(at));
    return { report: only((at) => !isOther(at)), isNamed: false };
  });
}

/** Which sentences stand under a table's name; null where no heading is its own part's. */
function sentencesOf(
  { headings, sentences }: ReportText,
  name: string,
  names: readonly string[],
  projects: readonly string[],
): ReadonlySet<number> | null {
  const isCalled = (title: string, as: string): boolean =>
    as !== '' && [title, headingName(title)].some((one) => bare(plainName(one)) === bare(as));
  const own = headings.map(({ title }) => isCalled(title, name));
  const named = headings.flatMap((_, at) => (own[at] ? [at] : []));
  const chapters = headings.filter(({ style }) => style === 1).length;
  const isChapter = named.some((at) => headings[at]?.style === 1) && chapters > named.length;
  const isBeside = named.some((at) =>
    headings.some(
      ({ title, style }, other) =>
        !own[other] &&
        style === headings[at]?.style &&
        above(headings, other) === above(headings, at) &&
        names.some((one) => isCalled(title, one)),
    ),
  );
  const isOwn = (at: number): boolean => isCalled(projects[at] ?? '', name);
  if (named.length < 2 && !isChapter && !isBeside && !sentences.some((_, at) => isOwn(at)))
    return null;
  const isUnder = (at: number): boolean =>
    at >= 0 && (own[at] === true || isUnder(above(headings, at)));
  return new Set(
    sentences.flatMap(({ heading }, at) => (isUnder(heading) || isOwn(at) ? [at] : [])),
  );
}
