import type { TableResult } from '../../model/score';
import { ownPart } from './against/own-part';
import { comparisonsOf } from './against/compare';
import type { Comparison } from './against/comparison';
import type { ReportContext } from './check';
import { REPORT_TEXT_CHECKS } from './checks/registry';
import { statedFunds, statedScores } from './facts/stated';
import { statementsOf } from './facts/statement';
import { reportYear } from './facts/years';
import type { ReportText } from './read-report';
import type { ReportFinding } from './report-finding';

/** What was found in a report, and what of the table was looked for and where it stands. */
export interface Verified {
  readonly findings: readonly ReportFinding[];
  readonly comparisons: readonly Comparison[];
}

/** Reads a report's facts once for all checks. */
function contextOf(
  report: ReportText,
  table: TableResult | null,
  format: 'text' | 'markdown',
): ReportContext {
  const statements = statementsOf(report);
  const year = reportYear(report) ?? table?.table.year?.value ?? null;
  return {
    report,
    statements,
    year,
    funds: statedFunds(statements, year),
    scores: statedScores(statements, year),
    format,
    table,
  };
}

const findingsIn = (context: ReportContext): readonly ReportFinding[] =>
  REPORT_TEXT_CHECKS.flatMap((check) => check.find(context));

/** In a report over several tables: the whole by itself, and of the part what only its table tells. */
function ofSeveral(
  report: ReportText,
  found: readonly ReportFinding[],
  alone: ReportContext,
): readonly ReportFinding[] {
  const keyOf = ({ id, paragraph, excerpt }: ReportFinding): string =>
    `${id} ${String(paragraph)} ${excerpt}`;
  const known = new Set(findingsIn(alone).map(keyOf));
  const whole = findingsIn(contextOf(report, null, alone.format));
  return [...whole, ...found.filter((one) => !known.has(keyOf(one)))];
}

/**
 * Checks a report's text by itself and, where a table is given, against it. Findings come in the
 * order of the text.
 */
export function verifyReport(
  report: ReportText,
  table: TableResult | null = null,
  format: 'text' | 'markdown' = 'text',
): Verified {
  const part = table && ownPart(report, table);
  const context = contextOf(part ?? report, table, format);
  const found = findingsIn(context);
  return {
    findings: (part ? ofSeveral(report, found, { ...context, table: null }) : found)
      .map((finding, index) => ({ finding, index }))
      .sort((a, b) => a.finding.paragraph - b.finding.paragraph || a.index - b.index)
      .map(({ finding }) => finding),
    comparisons: comparisonsOf(context),
  };
}
