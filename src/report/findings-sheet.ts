import { cellLabel } from '../model/address';
import { openCounts, type FindingEntry, type ReviewedFinding } from '../model/finding';
import type { SheetWrite } from '../model/patch';
import { textOf } from '../model/snapshot';
import type { Texts } from '../texts/catalogue';
import { CHINESE, type ResultKey } from './chinese';
import { cellByCell, entryText } from './entry-text';
import { cell, linkCell, sayIn, type Row, type Say } from './sheet-cells';

/** Together no more than what A4 across holds in letters of 9 points (house rule: people print it). */
const WIDTHS = [4, 6, 7, 5, 16, 15, 36, 28, 22, 9];
const COLUMNS = [
  'number',
  'severity',
  'code',
  'points',
  'place',
  'subject',
  'problem',
  'fix',
  'basis',
  'handling',
] as const;

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

/** @param named whether the sheet has to be told too */
function lineOf(entry: FindingEntry, index: number, named: boolean, texts: Texts<ResultKey>): Row {
  const { lead, severity, points, findings } = entry;
  const say = sayIn(texts);
  const { place, problem, fix, subject } = entryText(entry, texts);
  return [
    cell(index + 1),
    cell(say(`severity.${severity}`), severity),
    cell(lead.code),
    cell(points),
    linkCell(named ? cellLabel(lead.sheet, place) : place, lead.sheet, lead.cell),
    cell(subject),
    cell(problem),
    cell(fix),
    cell(texts.entries[`check.${lead.check}.basis`] ?? null),
    cell(cellByCell(findings, (finding) => handlingOf(finding, say), texts)),
  ];
}

/** 核查清单: a line for each cause with a link to its cell and what was done about it, in their order. */
export function findingsSheet(
  entries: readonly FindingEntry[],
  name: string,
  texts: Texts<ResultKey> = CHINESE,
): SheetWrite {
  const say = sayIn(texts);
  const findings = entries.flatMap((entry) => entry.findings);
  const rows: Row[] = [
    [cell(say('findings.title'), 'title')],
    [cell(countsText(findings, say), 'note')],
  ];
  if (entries.length > 0) {
    rows.push(COLUMNS.map((column) => cell(say(`findings.${column}`), 'header')));
  }
  const named = new Set(entries.map(({ lead }) => lead.sheet)).size > 1;
  rows.push(...entries.map((entry, index) => lineOf(entry, index, named, texts)));
  return {
    role: 'findings',
    name,
    widths: WIDTHS,
    rows,
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: WIDTHS.length - 1 })),
    frozenRows: entries.length > 0 ? 3 : 1,
    landscape: true,
    chart: null,
  };
}
