import { createColors } from 'picocolors';
import type { Failure } from '../../model/failure';
import { cellName } from '../../model/grid';
import type { TableResult } from '../../model/score';
import { VERSION } from '../../model/version';
import { failedFileJson } from '../../report/failed-file-json';
import { namesOf } from '../../report/joint-outline';
import type { Comparison } from '../../report/text/against/comparison';
import { reportEntries } from '../../report/text/report-entries';
import type { ReportFinding } from '../../report/text/report-finding';
import type { ReportLine } from '../../report/report-lines';
import type { LayoutFact } from '../../report/text/document/layout';
import {
  apartLines,
  heldLines,
  layoutLines,
  verifiedLines,
  VERIFIED_TEXTS,
} from '../../report/text/verified-lines';
import type { Held, VerifiedAgainst } from '../../report/text/verify-report';
import { render, speaker, type Texts } from '../../texts/catalogue';
import type { ReportCheckKey } from '../../texts/message';
import { colourful, languageOf, type Io } from './io';
import type { ReportFile } from '../../pane/report/report-file';
import { textsOf } from './texts';

/** A report that was checked, or why it could not be. */
export interface VerifiedReport extends VerifiedAgainst {
  readonly path: string;
  /** The workbooks it was held against. */
  readonly workbooks: readonly string[];
  readonly file: ReportFile | null;
  readonly failure: Failure | null;
  /** Tables of the workbooks of which the report does not tell. */
  readonly apart: readonly TableResult[];
  /** How it is laid out; null for what is no .docx. */
  readonly layout: readonly LayoutFact[] | null;
}

/** One report: its findings beside version and engine; several: a list of them. */
export function jsonOf(reports: readonly VerifiedReport[], io: Io) {
  const [only] = reports;
  const head = { version: 1, engine: VERSION };
  if (only && reports.length === 1) return { ...head, ...reportJson(only, io) };
  return {
    ...head,
    reports: reports.map((report) =>
      report.failure
        ? failedFileJson(report.path, report.failure, textsOf(io.env))
        : { ok: true, ...reportJson(report, io) },
    ),
  };
}

function reportJson({ path, workbooks, findings, held, apart, layout }: VerifiedReport, io: Io) {
  const texts = VERIFIED_TEXTS[languageOf(io.env)];
  return {
    report: path,
    with: workbooks.length > 1 ? workbooks : (workbooks[0] ?? null),
    findings: findings.map((finding) => findingJson(finding, texts)),
    ...(workbooks.length > 0 && comparedJson(held, apart)),
    ...(layout && {
      layout: layout.map(({ item, verdict, found }) => ({
        item,
        verdict,
        found: render(found, texts),
      })),
    }),
  };
}

const cellOf = ({ cell }: Comparison): string | null => (cell === null ? null : cellName(cell));

/** What of the forms was looked for in the report, and what the report tells nowhere. */
function comparedJson(held: readonly Held[], apart: readonly TableResult[]) {
  const names = namesOf(held.map(({ table }) => table));
  const all = held.flatMap(({ comparisons }, at) =>
    comparisons.map((one) => ({
      one,
      // Of a report over several tables; one table has no need of it.
      of: held.length > 1 ? { table: names[at] ?? '' } : {},
    })),
  );
  const [told, missing] = [
    all.filter(({ one }) => one.told !== null),
    all.filter(({ one }) => one.told === null),
  ];
  return {
    compared: told.map(({ one, of }) => ({
      ...of,
      fact: one.fact,
      kind: one.kind,
      cell: cellOf(one),
      paragraph: one.told?.statement.paragraph ?? null,
      expected: one.expected,
      found: one.found,
      verdict: one.verdict,
    })),
    notCompared: [
      ...missing.map(({ one, of }) => ({
        ...of,
        what: one.fact,
        cell: cellOf(one),
        why: 'not-told',
      })),
      ...namesOf(apart).map((what) => ({ what, cell: null, why: 'table-not-told' })),
    ],
  };
}

function findingJson(finding: ReportFinding, texts: Texts<ReportCheckKey>) {
  const { id, severity, paragraph, margin, excerpt, expected, found } = finding;
  return {
    rule: id,
    severity,
    ...(margin === undefined ? { paragraph } : { paragraph: null, part: margin }),
    excerpt,
    message: render(finding.message, texts),
    expected,
    found,
    fix: render(finding.fix, texts),
  };
}

export function prettyOf(reports: readonly VerifiedReport[], io: Io): string {
  return reports.map((report) => prettyReport(report, io)).join('\n');
}

function prettyReport(report: VerifiedReport, io: Io): string {
  const { path, findings, failure } = report;
  const texts = VERIFIED_TEXTS[languageOf(io.env)];
  const say = speaker('reports', texts);
  const colour = createColors(colourful(io, io.stdout));
  const paint = { error: colour.red, warning: colour.yellow, info: colour.cyan };
  if (failure) {
    const { message, hint } = failedFileJson(path, failure, textsOf(io.env)).error;
    return `${colour.bold(path)}\n  ${colour.red(message)}\n  ${colour.dim(hint)}\n`;
  }
  const lines = reportEntries(findings, texts).flatMap(
    ({ place, severity, message, fix, excerpts, findings: [first] }) => [
      `  ${place}  ${paint[severity](say(`severity.${severity}`))}  ${message} ${colour.dim(first?.id ?? '')}`,
      ...excerpts.map(
        (text) => `    ${colour.dim(excerpts.length === 1 ? say('excerpt', { text }) : text)}`,
      ),
      `    ${colour.dim(say('fix', { fix }))}`,
    ],
  );
  const head = `${colour.bold(path)}${findings.length === 0 ? `  ${say('none')}` : ''}`;
  const compared = heldLines(report.held, texts).flatMap(([counts, ...facts]) => [
    `  ${counts}`,
    ...facts.map((line) => `    ${colour.dim(line)}`),
  ]);
  const apart = apartLines(report.apart, texts).map((line) => `  ${line}`);
  const [counts, ...looks] = report.layout ? layoutLines(report.layout, texts) : [];
  const different = looks.filter((_, index) => report.layout?.[index]?.verdict === 'differs');
  const layout =
    counts === undefined
      ? []
      : [`  ${counts}`, ...different.map((one) => `    ${colour.dim(one)}`)];
  return [head, ...lines, ...compared, ...apart, ...layout].join('\n') + '\n';
}

/** The same as headings and paragraphs, for Markdown and Word. */
const linesOf = (reports: readonly VerifiedReport[], io: Io): ReportLine[] =>
  verifiedLines(
    reports.map(({ path, findings, held, apart, layout, failure }) => ({
      name: path,
      refused: failure && failedFileJson(path, failure, textsOf(io.env)).error.message,
      findings,
      held,
      apart,
      layout,
    })),
    VERIFIED_TEXTS[languageOf(io.env)],
  );

const escaped = (text: string): string => text.replace(/[\\`*_<>[\]|#~]/g, '\\$&');

export const markdownOf = (reports: readonly VerifiedReport[], io: Io): string =>
  linesOf(reports, io)
    .map((line) =>
      line.role === 'title'
        ? `# ${escaped(line.text)}`
        : line.role === 'heading'
          ? `## ${escaped(line.text)}`
          : escaped(line.text),
    )
    .join('\n\n') + '\n';

/** A 核对报告 to print and sign. */
export async function wordOf(reports: readonly VerifiedReport[], io: Io): Promise<Uint8Array> {
  return (await import('../../report/outline-docx')).reportDocx(linesOf(reports, io));
}
