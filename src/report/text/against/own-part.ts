import type { TableResult } from '../../../model/score';
import type { ReportText } from '../read-report';
import { plainName } from './names';

/**
 * What a report over several tables says of one: the sentences under headings that are its project's
 * name (its sheet's, where the form names no project). Null for a report that is about this table
 * alone: no chapter has the name, nor do headings of several sections.
 */
export function ownPart(report: ReportText, { table }: TableResult): ReportText | null {
  const name = plainName(table.project?.value ?? table.sheet);
  const { headings } = report;
  const own = headings.map(({ title }) => name !== '' && plainName(title) === name);
  const named = headings.filter((_, at) => own[at]);
  const chapters = headings.filter(({ style }) => style === 1).length;
  const isChapter = named.some(({ style }) => style === 1) && chapters > named.length;
  if (named.length < 2 && !isChapter) return null;
  const isUnder = (at: number): boolean => {
    if (at < 0) return false;
    if (own[at]) return true;
    const style = headings[at]?.style ?? 1;
    const above = headings.slice(0, at).findLastIndex((heading) => heading.style < style);
    return isUnder(above);
  };
  return { ...report, sentences: report.sentences.filter(({ heading }) => isUnder(heading)) };
}
