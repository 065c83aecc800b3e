import { CATALOGUES, render, type Language } from '../texts/catalogue';
import { cellName } from '../model/grid';
import type { Finding, FindingSeverity } from '../model/finding';
import type { Waiver } from '../model/ledger';
import type { SheetWrite } from '../model/patch';
import type { TableResult, WorkbookResult } from '../model/score';
import { cell, linkCell, sayIn, type Row } from './sheet-cells';

const WIDTHS = [6, 10, 9, 16, 9, 26, 46, 14, 14, 40, 30, 18];
const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'info'];
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

interface Line {
  readonly finding: Finding;
  readonly subject: string;
}

/** The indicator the finding's row belongs to, else the project, else the table's title. */
function linesOf({ table, findings }: TableResult): Line[] {
  const names = new Map(table.indicators.map((indicator) => [indicator.row, indicator.name]));
  const other = table.project?.value ?? table.title?.value ?? '';
  return findings.map((finding) => ({ finding, subject: names.get(finding.cell.row) ?? other }));
}

function sorted(result: WorkbookResult): Line[] {
  const lines = [
    ...result.findings.map((finding) => ({ finding, subject: '' })),
    ...result.tables.flatMap(linesOf),
  ];
  const sheets = new Map<string, number>();
  for (const { finding } of lines) {
    if (!sheets.has(finding.sheet)) sheets.set(finding.sheet, sheets.size);
  }
  const place = ({ finding }: Line): readonly number[] => [
    SEVERITIES.indexOf(finding.severity),
    sheets.get(finding.sheet) ?? 0,
    finding.cell.row,
    finding.cell.column,
  ];
  const keyed = lines.map((line) => ({ line, key: place(line) }));
  keyed.sort((a, b) => {
    const first = a.key.findIndex((part, index) => part !== b.key[index]);
    return first < 0 ? 0 : (a.key[first] ?? 0) - (b.key[first] ?? 0);
  });
  return keyed.map(({ line }) => line);
}

const waiverKey = (check: string, sheet: string, place: string) =>
  JSON.stringify([check, sheet, place]);

/** 核查清单: every finding with a link to its cell, errors first, then by position. */
export function findingsSheet(
  result: WorkbookResult,
  name: string,
  waivers: readonly Waiver[] = [],
  language: Language = 'zh-CN',
): SheetWrite {
  const say = sayIn(language);
  const catalogue = CATALOGUES[language];
  const lines = sorted(result);
  const reasons = new Map(
    waivers.map((waiver) => [waiverKey(waiver.check, waiver.sheet, waiver.cell), waiver.reason]),
  );
  const count = (severity: FindingSeverity) =>
    lines.filter(({ finding }) => finding.severity === severity).length;
  const rows: Row[] = [
    [cell(say('findings.title'), 'title')],
    [
      cell(
        lines.length === 0
          ? say('findings.none')
          : say('findings.counts', {
              all: lines.length,
              errors: count('error'),
              warnings: count('warning'),
              infos: count('info'),
            }),
        'note',
      ),
    ],
  ];
  if (lines.length > 0) {
    rows.push(COLUMNS.map((column) => cell(say(`findings.${column}`), 'header')));
  }
  lines.forEach(({ finding, subject }, index) => {
    const place = cellName(finding.cell);
    rows.push([
      cell(index + 1),
      cell(say(`severity.${finding.severity}`), finding.severity),
      cell(finding.code),
      cell(finding.sheet),
      linkCell(place, finding.sheet, finding.cell),
      cell(subject),
      cell(render(finding.message, language)),
      cell(finding.expected),
      cell(finding.found),
      cell(finding.fix ? render(finding.fix, language) : null),
      cell(catalogue[`check.${finding.check}.basis`] ?? null),
      cell(reasons.get(waiverKey(finding.check, finding.sheet, place)) ?? null),
    ]);
  });
  return {
    role: 'findings',
    name,
    widths: WIDTHS,
    rows,
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: WIDTHS.length - 1 })),
    frozenRows: lines.length > 0 ? 3 : 1,
    landscape: true,
    chart: null,
  };
}
