import { createColors } from 'picocolors';
import type { Failure } from '../../model/failure';
import { cellName } from '../../model/grid';
import { VERSION } from '../../model/version';
import { failedFileJson } from '../../report/failed-file-json';
import type { Comparison } from '../../report/text/against/comparison';
import { reportCheckTexts } from '../../report/text/checks/check-texts';
import type { Remark } from '../../report/text/comments/docx-comments';
import type { ReportFinding } from '../../report/text/report-finding';
import type { ReportLine } from '../../report/report-lines';
import type { Verified } from '../../report/text/verify-report';
import { render, speaker, type Language, type Texts } from '../../texts/catalogue';
import type { ReportCheckKey } from '../../texts/message';
import { colourful, languageOf, type Io } from './io';
import type { ReportFile } from './report-file';
import { textsOf } from './texts';

/** What is found in a report is told in these. */
const FINDINGS: Readonly<Record<Language, Texts<ReportCheckKey>>> = {
  'zh-CN': { language: 'zh-CN', entries: reportCheckTexts('zh-CN') },
  en: { language: 'en', entries: reportCheckTexts('en') },
};

/** A report that was checked, or why it could not be. */
export interface VerifiedReport extends Verified {
  readonly path: string;
  /** The workbooks it was held against. */
  readonly workbooks: readonly string[];
  readonly file: ReportFile | null;
  readonly failure: Failure | null;
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

function reportJson({ path, workbooks, findings, comparisons }: VerifiedReport, io: Io) {
  return {
    report: path,
    with: workbooks.length > 1 ? workbooks : (workbooks[0] ?? null),
    findings: findings.map((finding) => findingJson(finding, FINDINGS[languageOf(io.env)])),
    ...(workbooks.length > 0 && comparedJson(comparisons)),
  };
}

const cellOf = ({ cell }: Comparison): string | null => (cell === null ? null : cellName(cell));

/** What of the form was looked for in the report, and what the report tells nowhere. */
function comparedJson(comparisons: readonly Comparison[]) {
  const [told, missing] = [
    comparisons.filter((one) => one.told !== null),
    comparisons.filter((one) => one.told === null),
  ];
  return {
    compared: told.map((one) => ({
      fact: one.fact,
      kind: one.kind,
      cell: cellOf(one),
      paragraph: one.told?.statement.paragraph ?? null,
      expected: one.expected,
      found: one.found,
      verdict: one.verdict,
    })),
    notCompared: missing.map((one) => ({ what: one.fact, cell: cellOf(one), why: 'not-told' })),
  };
}

function findingJson(finding: ReportFinding, texts: Texts<ReportCheckKey>) {
  const { id, severity, paragraph, excerpt, expected, found } = finding;
  return {
    rule: id,
    severity,
    paragraph,
    excerpt,
    message: render(finding.message, texts),
    expected,
    found,
    fix: render(finding.fix, texts),
  };
}

/** What a comparison is of, in the reader's language; the form's own words stay as they are. */
function factOf({ kind, fact }: Comparison, io: Io): string {
  const name = speaker('cli.compared', textsOf(io.env))(kind);
  return NAMELESS.has(kind) ? name : `${name} ${fact}`;
}
const NAMELESS: ReadonlySet<Comparison['kind']> = new Set(['total', 'grade', 'year']);

const MARKS = { same: '✓', differs: '✗', 'not-told': '－' } as const;

/** A line for every fact of the table: told alike, told otherwise, told nowhere. */
function comparedLines({ workbooks, comparisons }: VerifiedReport, io: Io): readonly string[] {
  if (workbooks.length === 0) return [];
  const say = speaker('cli.print', textsOf(io.env));
  const of = (verdict: Comparison['verdict']): number =>
    comparisons.filter((one) => one.verdict === verdict).length;
  const counts = { same: of('same'), differs: of('differs'), missing: of('not-told') };
  return [
    say('compared', counts),
    ...comparisons.map((one) => {
      const place = one.told
        ? say('paragraph', { paragraph: one.told.statement.paragraph })
        : say('not-told');
      const values =
        one.verdict === 'differs' ? `${one.expected} → ${one.found}` : String(one.expected);
      return `${MARKS[one.verdict]} ${[factOf(one, io), cellOf(one) ?? '', values, place]
        .filter((part) => part !== '')
        .join('  ')}`;
    }),
  ];
}

export function prettyOf(reports: readonly VerifiedReport[], io: Io): string {
  return reports.map((report) => prettyReport(report, io)).join('\n');
}

function prettyReport(report: VerifiedReport, io: Io): string {
  const { path, findings, failure } = report;
  const texts = FINDINGS[languageOf(io.env)];
  const say = speaker('cli.print', textsOf(io.env));
  const colour = createColors(colourful(io, io.stdout));
  const paint = { error: colour.red, warning: colour.yellow, info: colour.cyan };
  if (failure) {
    const { message, hint } = failedFileJson(path, failure, textsOf(io.env)).error;
    return `${colour.bold(path)}\n  ${colour.red(message)}\n  ${colour.dim(hint)}\n`;
  }
  const lines = findings.flatMap((finding) => [
    `  ${say('paragraph', { paragraph: finding.paragraph })}  ${paint[finding.severity](
      say(`severity.${finding.severity}`),
    )}  ${render(finding.message, texts)} ${colour.dim(finding.id)}`,
    ...(finding.excerpt === ''
      ? []
      : [`    ${colour.dim(say('excerpt', { text: finding.excerpt }))}`]),
    `    ${colour.dim(say('fix', { fix: render(finding.fix, texts) }))}`,
  ]);
  const head = `${colour.bold(path)}${findings.length === 0 ? `  ${say('markdown.none')}` : ''}`;
  const compared = comparedLines(report, io).map((line, index) =>
    index === 0 ? `  ${line}` : `    ${colour.dim(line)}`,
  );
  return [head, ...lines, ...compared].join('\n') + '\n';
}

/** The same as headings and paragraphs, for Markdown and Word. */
function linesOf(reports: readonly VerifiedReport[], io: Io): ReportLine[] {
  const texts = FINDINGS[languageOf(io.env)];
  const say = speaker('cli.print', textsOf(io.env));
  const lines: ReportLine[] = [{ role: 'title', text: say('verify.title') }];
  const body = (text: string): number => lines.push({ role: 'body', text });
  for (const report of reports) {
    lines.push({ role: 'heading', depth: 1, text: report.path });
    if (report.failure) {
      body(failedFileJson(report.path, report.failure, textsOf(io.env)).error.message);
      continue;
    }
    if (report.findings.length === 0) body(say('markdown.none'));
    for (const finding of report.findings) {
      const place = say('paragraph', { paragraph: finding.paragraph });
      const severity = say(`severity.${finding.severity}`);
      body(`${place}  ${severity}  ${render(finding.message, texts)}`);
      if (finding.excerpt !== '') body(say('excerpt', { text: finding.excerpt }));
      body(say('fix', { fix: render(finding.fix, texts) }));
    }
    for (const line of comparedLines(report, io)) body(line);
  }
  body(say('verify.signature'));
  return lines;
}

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

/** What is written in the margin of the report itself. */
export function remarksOf({ findings }: VerifiedReport, io: Io): Remark[] {
  const texts = FINDINGS[languageOf(io.env)];
  const say = speaker('cli.print', textsOf(io.env));
  return findings.map((finding) => ({
    words: finding.excerpt,
    text: `${say(`severity.${finding.severity}`)}：${render(finding.message, texts)} ${say('fix', {
      fix: render(finding.fix, texts),
    })}`,
  }));
}
