import { createColors } from 'picocolors';
import { speaker, type SayOf } from '../../texts/catalogue';
import type { CliKey } from '../../texts/zh-CN/cli';
import { openCounts, SEVERITIES, type FindingSeverity } from '../../model/finding';
import type { ChangeJson, FileJson, FindingJson, TableJson } from '../../report/result-json';
import { cellLabel } from '../../model/address';
import type { ListedEntry } from './listed-entries';
import { findingsOf, isWithoutForm, type Outcome } from './outcome';
import type { Tally } from './tally';
import type { CliTexts } from './texts';

type Paint = Readonly<
  Record<FindingSeverity | 'good' | 'faint' | 'strong', (text: string) => string>
>;

export interface PrintOptions {
  readonly texts: CliTexts;
  readonly colours: boolean;
  /** Whether every finding is listed, or only counted. */
  readonly findings: boolean;
}

/** What became of a file, for people on a terminal; lines without a break at the end. */
export function prettyOutcome(outcome: Outcome, options: PrintOptions): string {
  const say = speaker('cli.print', options.texts);
  return prettyLines(outcome, options, say, paints(options.colours)).join('\n');
}

function prettyLines(
  outcome: Outcome,
  options: PrintOptions,
  say: Say,
  paint: Paint,
): readonly string[] {
  if (outcome.error) {
    const { code, message, hint } = outcome.error;
    return [
      `${paint.error('✗')} ${paint.strong(outcome.path)}`,
      `  ${message} ${paint.faint(`[${code}]`)}`,
      `  ${say('hint', { hint })}`,
    ];
  }
  const sign = outcome.idle || isWithoutForm(outcome) ? paint.faint('–') : paint.good('✓');
  const head = `${sign} ${paint.strong(outcome.path)}`;
  const written = outcome.output === null ? '' : ` → ${outcome.output}`;
  const file = outcome.file?.ok ? outcome.file : null;
  return [
    head + written,
    ...(file ? prettyFile(file, outcome.entries, options, say, paint) : []),
    ...outcome.notes.map((note) => `  ${paint.faint(say('note', { note }))}`),
  ];
}

function prettyFile(
  file: FileJson,
  entries: readonly ListedEntry[],
  options: PrintOptions,
  say: Say,
  paint: Paint,
): readonly string[] {
  const findings = findingsOf(file);
  const lines = file.tables.map((table) => `  ${tableLine(table, say)}`);
  if (file.tables.length > 0) {
    lines.push(`  ${countLine(findings, say, paint)} ${paint.faint(`(${file.profile.title})`)}`);
  }
  lines.push(...(file.changes ?? []).map((change) => `    ${changeLine(change, say, paint)}`));
  if (!options.findings || findings.length === 0) return lines;
  const named = new Set(entries.map(({ sheet }) => sheet)).size > 1;
  return [...lines, ...entries.flatMap((entry) => prettyEntry(entry, named, say, paint))];
}

/** `附表!H9  “10” → 10  number-as-text`; text stands in quotation marks, a formula with its result. */
function changeLine(change: ChangeJson, say: Say, paint: Paint): string {
  const { sheet, cell, rule, before, after, formula } = change;
  const told = (value: string | number | null): string =>
    typeof value === 'string' ? say('text', { text: value }) : String(value ?? say('blank'));
  const place = cellLabel(sheet, cell);
  const becomes = formula === undefined ? told(after) : `${told(after)} (=${formula})`;
  return `${place}  ${told(before)} → ${paint.good(becomes)}  ${paint.faint(rule)}`;
}

function tableLine(table: TableJson, say: Say): string {
  const { totals, state } = table;
  // Without 分值 nothing is computed: the sum is of what was filled in.
  const isComputed = totals.weight !== null;
  const filled =
    totals.filledScore === null || (isComputed && totals.filledScore === totals.score)
      ? ''
      : say('table.filled', { score: totals.filledScore });
  return say('table', {
    place: cellLabel(table.sheet, table.range),
    count: table.indicators.length,
    score: isComputed ? (totals.score ?? '—') : '—',
    weight: totals.weight ?? '—',
    filled,
    grade: totals.grade === null ? '' : say('table.grade', { grade: totals.grade }),
    state:
      state.kind === 'complete'
        ? ''
        : say(`table.${state.kind}`, { scored: state.scored, weighted: state.weighted }),
  });
}

function prettyEntry(
  entry: ListedEntry,
  named: boolean,
  say: Say,
  paint: Paint,
): readonly string[] {
  const { severity, code, rule, points, fix } = entry;
  const status = statusText(entry, say);
  const colour = status === '' ? paint[severity] : paint.faint;
  const word = colour(say(`severity.${severity}`));
  const at = named ? cellLabel(entry.sheet, entry.place) : entry.place;
  const worth = points === null ? '' : ` ${paint.strong(say('points', { points }))}`;
  const told = status === '' ? '' : `  ${paint.good(status)}`;
  const head = `    ${at}  ${word}${worth}  ${entry.problem} ${paint.faint(`${code} ${rule}`)}${told}`;
  if (fix === null || status !== '') return [head];
  const [first = '', ...rest] = fix.split('\n');
  return [
    head,
    `      ${paint.faint(say('fix', { fix: first }))}`,
    ...rest.map((line) => `        ${paint.faint(line)}`),
  ];
}

/** Open findings by severity, and how many are settled. */
function countLine(findings: readonly FindingJson[], say: Say, paint: Paint): string {
  const counts = openCounts(findings);
  const settled = findings.filter(({ status }) => status !== 'open').length;
  const parts = SEVERITIES.map((severity) => {
    const text = `${say(`severity.${severity}`)} ${String(counts[severity])}`;
    return counts[severity] > 0 ? paint[severity](text) : paint.faint(text);
  });
  if (settled > 0) parts.push(paint.faint(say('settled', { count: settled })));
  return parts.join('  ');
}

/** What became of a finding that is settled; nothing for an open one. */
function statusText({ status, reason }: Pick<FindingJson, 'status' | 'reason'>, say: Say): string {
  return status === 'open' ? '' : say(`status.${status}`, { reason: reason ?? '' });
}

/** What came of all files. */
export const totalLine = ({ files, failed, without, open }: Tally, say: Say): string =>
  say('total', {
    files,
    failed,
    without: without === 0 ? '' : say('total.without', { count: without }),
    ...open,
  });

/** What stands above the files in a Markdown document of results. */
export function markdownHead(tally: Tally, texts: CliTexts): readonly string[] {
  const say = speaker('cli.print', texts);
  return [`# ${say('markdown.title')}`, totalLine(tally, say)];
}

/** What became of a file, as a section of that document: one table of findings per table. */
export function markdownOutcome(outcome: Outcome, texts: CliTexts): string {
  const say = speaker('cli.print', texts);
  const parts = [`## ${markdownText(outcome.path)}`];
  if (outcome.error) parts.push(`${outcome.error.message} ${outcome.error.hint}`);
  const file = outcome.file?.ok ? outcome.file : null;
  for (const table of file?.tables ?? []) {
    parts.push(markdownText(tableLine(table, say)));
    if (table.findings.length > 0) parts.push(markdownFindings(table.findings, say));
    else parts.push(say('markdown.none'));
  }
  if (file && file.findings.length > 0) parts.push(markdownFindings(file.findings, say));
  for (const note of outcome.notes) parts.push(`> ${markdownText(note)}`);
  return parts.join('\n\n');
}

function markdownFindings(findings: readonly FindingJson[], say: Say): string {
  const rows = findings.map((finding) => [
    finding.cell,
    say(`severity.${finding.severity}`),
    `${finding.code} ${finding.rule}`,
    finding.message,
    finding.expected ?? '',
    finding.found ?? '',
    finding.fix ?? '',
    statusText(finding, say),
  ]);
  const heads = [
    'cell',
    'severity',
    'rule',
    'message',
    'expected',
    'found',
    'fix',
    'status',
  ] as const;
  return [
    heads.map((head) => say(`markdown.${head}`)),
    heads.map(() => '---'),
    ...rows.map((row) => row.map((cell) => markdownText(String(cell)))),
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** Text from a workbook is text: no table breaks out of its cell, no tag or image comes alive. */
function markdownText(text: string): string {
  return text.replace(/[\\|<>[\]`*_]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ');
}

type Say = SayOf<'cli.print', CliKey>;

function paints(colours: boolean): Paint {
  const colour = createColors(colours);
  return {
    error: colour.red,
    warning: colour.yellow,
    info: colour.cyan,
    good: colour.green,
    faint: colour.dim,
    strong: colour.bold,
  };
}
