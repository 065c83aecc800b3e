import { extname, resolve } from 'node:path';
import { createColors } from 'picocolors';
import { evaluate } from '../../../engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../engine/options';
import { standingTables } from '../../../engine/plan';
import { createFileHost } from '../../../hosts/file/file-host';
import { render, speaker, type Language, type Texts } from '../../../texts/catalogue';
import type { ReportCheckKey } from '../../../texts/message';
import { Failure } from '../../../model/failure';
import type { TableResult } from '../../../model/score';
import { cellName } from '../../../model/grid';
import { chooseTable } from '../../../report/text/against/choose-table';
import type { Comparison } from '../../../report/text/against/comparison';
import { reportCheckTexts } from '../../../report/text/checks/check-texts';
import { docxParagraphs } from '../../../report/text/document/docx';
import { htmlParagraphs, isHtml } from '../../../report/text/document/html';
import { readReport, type ReportText } from '../../../report/text/read-report';
import type { ReportFinding } from '../../../report/text/report-finding';
import { verifyReport } from '../../../report/text/verify-report';
import type { Command } from '../command';
import { colourful, languageOf, type Io } from '../io';
import { textsOf } from '../texts';
import { singleWord } from '../list-lines';
import { crypto, inflate, readInput } from '../read-input';
import { docxParts, openReport } from '../report-file';
import { VERSION } from '../../../model/version';

/** What is found in a report is told in these. */
const FINDINGS: Readonly<Record<Language, Texts<ReportCheckKey>>> = {
  'zh-CN': { language: 'zh-CN', entries: reportCheckTexts('zh-CN') },
  en: { language: 'en', entries: reportCheckTexts('en') },
};

export const command: Command = {
  options: { with: 'text', sheet: 'text', json: 'switch' },
  async run(args, io) {
    const word = singleWord(args.words);
    if (word === null) throw new Failure('usage-no-input');
    const workbook = args.texts['with'] ?? null;
    const report = reportOf(word, io);
    const tables = workbook === null ? null : await tablesOf(workbook, io);
    const table = tables && chooseTable(report, tables, args.texts['sheet'] ?? null);
    const format = extname(word).toLowerCase() === '.md' ? 'markdown' : 'text';
    const { findings, comparisons } = verifyReport(report, table, format);
    if (args.switches.has('json')) {
      const document = {
        version: 1,
        engine: VERSION,
        report: word,
        with: workbook,
        findings: findings.map((finding) => findingJson(finding, FINDINGS[languageOf(io.env)])),
        ...(workbook !== null && comparedJson(comparisons)),
      };
      io.stdout.write(JSON.stringify(document, null, 2) + '\n');
    } else {
      io.stdout.write(prettyFindings(word, findings, io));
    }
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

function reportOf(word: string, io: Io): ReportText {
  const file = openReport(readInput(resolve(io.cwd, word), word), word);
  const source =
    file.format === 'docx'
      ? docxParagraphs(docxParts(file))
      : isHtml(file.text)
        ? htmlParagraphs(file.text)
        : file.text;
  const report = readReport(source);
  if (report.paragraphs.length === 0) throw new Failure('report-empty', { path: word });
  return report;
}

async function tablesOf(word: string, io: Io): Promise<readonly TableResult[]> {
  const bytes = readInput(resolve(io.cwd, word), word);
  const host = await createFileHost(bytes, { fileName: word, inflate, crypto });
  const snapshot = await host.read();
  const tables = standingTables(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS);
  if (tables.length === 0) throw new Failure('report-no-table', { path: word });
  return tables;
}

/** What of the form was looked for in the report, and what the report tells nowhere. */
function comparedJson(comparisons: readonly Comparison[]) {
  const [told, missing] = [
    comparisons.filter((one) => one.told !== null),
    comparisons.filter((one) => one.told === null),
  ];
  const name = ({ cell }: Comparison) => (cell === null ? null : cellName(cell));
  return {
    compared: told.map((one) => ({
      fact: one.fact,
      kind: one.kind,
      cell: name(one),
      paragraph: one.told?.statement.paragraph ?? null,
      expected: one.expected,
      found: one.found,
      verdict: one.verdict,
    })),
    notCompared: missing.map((one) => ({ what: one.fact, cell: name(one), why: 'not-told' })),
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

function prettyFindings(word: string, findings: readonly ReportFinding[], io: Io): string {
  const texts = FINDINGS[languageOf(io.env)];
  const say = speaker('cli.print', textsOf(io.env));
  const colour = createColors(colourful(io, io.stdout));
  const paint = { error: colour.red, warning: colour.yellow, info: colour.cyan };
  const lines = findings.flatMap((finding) => [
    `  ${say('paragraph', { paragraph: finding.paragraph })}  ${paint[finding.severity](
      say(`severity.${finding.severity}`),
    )}  ${render(finding.message, texts)} ${colour.dim(finding.id)}`,
    ...(finding.excerpt === ''
      ? []
      : [`    ${colour.dim(say('excerpt', { text: finding.excerpt }))}`]),
    `    ${colour.dim(say('fix', { fix: render(finding.fix, texts) }))}`,
  ]);
  const head = `${colour.bold(word)}${findings.length === 0 ? `  ${say('markdown.none')}` : ''}`;
  return [head, ...lines].join('\n') + '\n';
}
