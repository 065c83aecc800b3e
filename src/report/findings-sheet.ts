import { render, type Texts } from '../texts/catalogue';
import { cellName } from '../model/grid';
import { openCounts, SEVERITIES, type ReviewedFinding } from '../model/finding';
import type { SheetWrite } from '../model/patch';
import { textOf } from '../model/snapshot';
import { CHINESE, type ResultKey } from './chinese';
import { cell, linkCell, sayIn, type Row, type Say } from './sheet-cells';

const WIDTHS = [6, 10, 9, 16, 9, 26, 46, 14, 14, 40, 30, 18];
const COLUMNS = [
  'number',
  'severity',
  'code',
  'sheet',
  'cell',
  'subject',
  'problem',
  'expected',
  'found',
  'fix',
  'basis',
  'handling',
] as const;

/** The gravest first, then by sheet in the order they are first spoken of, then by position. */
function inOrder(findings: readonly ReviewedFinding[]): ReviewedFinding[] {
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))];
  const keyed = findings.map((finding) => ({
    finding,
    key: [
      SEVERITIES.indexOf(finding.severity),
      sheets.indexOf(finding.sheet),
      finding.cell.row,
      finding.cell.column,
    ],
  }));
  keyed.sort((a, b) => {
    const first = a.key.findIndex((part, index) => part !== b.key[index]);
    return first < 0 ? 0 : (a.key[first] ?? 0) - (b.key[first] ?? 0);
  });
  return keyed.map(({ finding }) => finding);
}

/** How many there are, and how many of each severity still wait. */
function countsText(findings: readonly ReviewedFinding[], say: Say): string {
  const settled = findings.filter(({ status }) => status !== 'open').length;
  const { error, warning, info } = openCounts(findings);
  if (findings.length === 0) return say('findings.none');
  return say(settled === 0 ? 'findings.counts' : 'findings.openCounts', {
    all: findings.length,
    settled,
    errors: error,
    warnings: warning,
    infos: info,
  });
}

/** What was done about a finding; null while it is open. */
function handlingOf({ status, reason, score }: ReviewedFinding, say: Say): string | null {
  if (!score || status === 'waived' || status === 'open') return reason;
  const { value, before } = score;
  return say(`findings.${status}`, { value, before: textOf(before) });
}

function lineOf(finding: ReviewedFinding, index: number, texts: Texts<ResultKey>): Row {
  const { severity, code, sheet, cell: place, subject, fix } = finding;
  const say = sayIn(texts);
  return [
    cell(index + 1),
    cell(say(`severity.${severity}`), severity),
    cell(code),
    cell(sheet),
    linkCell(cellName(place), sheet, place),
    cell(subject),
    cell(render(finding.message, texts)),
    cell(finding.expected),
    cell(finding.found),
    cell(fix ? render(fix, texts) : null),
    cell(texts.entries[`check.${finding.check}.basis`] ?? null),
    cell(handlingOf(finding, say)),
  ];
}

/** 核查清单: every finding with a link to its cell and what was done about it, errors first. */
export function findingsSheet(
  findings: readonly ReviewedFinding[],
  name: string,
  texts: Texts<ResultKey> = CHINESE,
): SheetWrite {
  const say = sayIn(texts);
  const rows: Row[] = [
    [cell(say('findings.title'), 'title')],
    [cell(countsText(findings, say), 'note')],
  ];
  if (findings.length > 0) {
    rows.push(COLUMNS.map((column) => cell(say(`findings.${column}`), 'header')));
  }
  rows.push(...inOrder(findings).map((finding, index) => lineOf(finding, index, texts)));
  return {
    role: 'findings',
    name,
    widths: WIDTHS,
    rows,
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: WIDTHS.length - 1 })),
    frozenRows: findings.length > 0 ? 3 : 1,
    landscape: true,
    chart: null,
  };
}
