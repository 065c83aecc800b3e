import type { TableResult } from '../../model/score';
import { againstTable, tableOf } from './against-table';
import { fundsChecks, statedFacts } from './funds';
import { headingNumbering, requiredHeadings } from './headings';
import { partsChecks } from './parts';
import type { ReportText } from './read-report';
import type { ReportFinding } from './report-finding';
import { sameFactTwoValues } from './same-fact';
import { shareChecks } from './shares';
import {
  contradictions,
  placeholders,
  repeatedSentences,
  strayMarks,
  truncatedSentences,
} from './wording';
import { reportYear, yearChecks } from './years';

/**
 * Checks a report's text by itself and, where tables are given, against the table it is about.
 * Findings come in the order of the text. Domain rules C10, E01–E04 and F01–F22.
 */
export function verifyReport(
  report: ReportText,
  tables: readonly TableResult[] | null,
  format: 'text' | 'markdown' = 'text',
): ReportFinding[] {
  const year = reportYear(report);
  const facts = statedFacts(report);
  const result = tables && tableOf(report, tables);
  const findings = [
    ...headingNumbering(report),
    ...requiredHeadings(report),
    ...shareChecks(report),
    ...partsChecks(report),
    ...sameFactTwoValues(report),
    ...yearChecks(report, year ?? result?.table.year?.value ?? null),
    ...fundsChecks(report, facts),
    ...contradictions(report),
    ...repeatedSentences(report),
    ...truncatedSentences(report),
    ...strayMarks(report, format),
    ...placeholders(report),
    ...(result ? againstTable(report, facts, result, year) : []),
  ];
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => a.finding.paragraph - b.finding.paragraph || a.index - b.index)
    .map(({ finding }) => finding);
}
