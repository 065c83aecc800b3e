import type { TableResult } from '../../model/score';
import { ownParts } from './against/own-part';
import { comparisonsOf } from './against/compare';
import type { Comparison } from './against/comparison';
import type { ReportContext } from './check';
import { REPORT_TEXT_CHECKS } from './checks/registry';
import { projectsBySentence } from './facts/project-sections';
import { statedFunds, statedScores, type ScoreStated, type Stated } from './facts/stated';
import { statementsOf } from './facts/statement';
import { reportYear } from './facts/years';
import { normalised, type ReportText } from './read-report';
import type { ReportFinding } from './report-finding';

/** What was found in a report, and what of the table was looked for and where it stands. */
export interface Verified {
  readonly findings: readonly ReportFinding[];
  readonly comparisons: readonly Comparison[];
}

/** 绩效目标得分5分: of a row called so. */
function isOfRow({ figure }: ScoreStated, table: TableResult | null): boolean {
  const words = figure.lead.replace(/(?:自评)?得分?(?:为|：|:)?$/, '');
  return (table?.table.indicators ?? []).some(
    ({ name }) => name.length > 1 && words.endsWith(normalised(name)),
  );
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
    scores: statedScores(statements, year).filter((score) => !isOfRow(score, table)),
    format,
    table,
  };
}

/** What a report tells of each project by itself, and of all. */
function byProject(context: ReportContext): readonly ReportContext[] {
  const { report, statements, funds, scores } = context;
  const projects = projectsBySentence(report, [...scores, ...funds.rates]);
  const of = new Map(statements.map((statement, at) => [statement, projects[at] ?? '']));
  return [...new Set(projects)].map((project): ReportContext => {
    const isOwn = ({ statement }: Pick<Stated, 'statement'>): boolean =>
      of.get(statement) === project;
    return {
      ...context,
      statements: statements.filter((statement) => isOwn({ statement })),
      funds: {
        budgets: funds.budgets.filter(isOwn),
        spent: funds.spent.filter(isOwn),
        rates: funds.rates.filter(isOwn),
      },
      scores: scores.filter(isOwn),
    };
  });
}

function findingsIn(context: ReportContext): readonly ReportFinding[] {
  const parts = byProject(context);
  return REPORT_TEXT_CHECKS.flatMap((check) =>
    (check.byProject ? parts : [context]).flatMap((part) => check.find(part)),
  );
}

/** Of a part of a report over several tables: what only its table tells. */
function tellsTable(context: ReportContext): readonly ReportFinding[] {
  const keyOf = ({ id, paragraph, excerpt }: ReportFinding): string =>
    `${id} ${String(paragraph)} ${excerpt}`;
  const known = new Set(findingsIn({ ...context, table: null }).map(keyOf));
  return findingsIn(context).filter((one) => !known.has(keyOf(one)));
}

/** Findings in the order of the text. */
const inOrder = (findings: readonly ReportFinding[]): readonly ReportFinding[] =>
  findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => a.finding.paragraph - b.finding.paragraph || a.index - b.index)
    .map(({ finding }) => finding);

/** A table, and what of it was looked for in the report. */
export interface Held {
  readonly table: TableResult;
  readonly comparisons: readonly Comparison[];
}

/** What was found in a report that was held against any number of tables. */
export interface VerifiedAgainst {
  readonly findings: readonly ReportFinding[];
  /** In the order of the tables. */
  readonly held: readonly Held[];
}

/**
 * Checks a report's text by itself and against the tables it is about: a report over several against
 * each where it tells of it.
 */
export function verifyAgainst(
  report: ReportText,
  tables: readonly TableResult[],
  format: 'text' | 'markdown' = 'text',
): VerifiedAgainst {
  const [only, ...more] = tables;
  if (!only || more.length === 0) {
    const { findings, comparisons } = verifyReport(report, only ?? null, format);
    return { findings, held: only ? [{ table: only, comparisons }] : [] };
  }
  const parts = ownParts(report, tables);
  const contexts = tables.map((table, at) => ({
    table,
    context: contextOf(parts[at]?.report ?? report, table, format),
  }));
  const whole = findingsIn(contextOf(report, null, format));
  return {
    findings: inOrder([...whole, ...contexts.flatMap(({ context }) => tellsTable(context))]),
    held: contexts.map(({ table, context }) => ({ table, comparisons: comparisonsOf(context) })),
  };
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
  const [part] = table ? ownParts(report, [table]) : [];
  const context = contextOf(part?.report ?? report, table, format);
  const isPart = context.statements.length < report.sentences.length;
  return {
    findings: inOrder(
      isPart
        ? [...findingsIn(contextOf(report, null, format)), ...tellsTable(context)]
        : findingsIn(context),
    ),
    comparisons: comparisonsOf(context),
  };
}
