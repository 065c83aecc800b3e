import type { Texts, Within } from '../texts/catalogue';
import type { ReportKey } from '../texts/zh-CN/report';
import type { OwnBookSheet, SheetCell, SheetStyle } from '../model/patch';
import { groupTotal, type ProjectGroup, type ProjectRow } from './cross-project';
import { cell, sayIn, type Say } from './sheet-cells';

interface Column {
  readonly key: Within<'report.projects.column', ReportKey>;
  readonly width: number;
  readonly style: SheetStyle;
  readonly value: (row: ProjectRow) => string | number | null;
}

const column = (
  key: Column['key'],
  width: number,
  style: SheetStyle,
  value: Column['value'],
): Column => ({
  key,
  width,
  style,
  value,
});

/**
 * What is handed in on paper, then what only its maker needs. Together the printed ones are no wider
 * than what A4 across holds in letters of 8 points (house rule: people print it).
 */
const PRINTED: readonly Column[] = [
  column('number', 5, 'number', ({ number }) => number),
  column('project', 20, 'text', ({ project }) => project),
  column('department', 12, 'text', ({ department }) => department),
  column('unit', 12, 'text', ({ unit }) => unit),
  column('currency', 5, 'text', ({ currency }) => currency),
  column('initial', 10, 'number', ({ initial }) => initial),
  column('adjusted', 10, 'number', ({ adjusted }) => adjusted),
  column('executed', 10, 'number', ({ executed }) => executed),
  column('rate', 9, 'percent', ({ rate }) => rate),
  column('indicators', 5, 'number', ({ indicators }) => indicators),
  column('met', 5, 'number', ({ met }) => met),
  column('unmet', 5, 'number', ({ unmet }) => unmet),
  column('weight', 6, 'number', ({ weight }) => weight),
  column('filledScore', 8, 'number', ({ filledScore }) => filledScore),
  column('score', 8, 'number', ({ score }) => score),
  column('difference', 7, 'number', ({ difference }) => difference),
  column('grade', 6, 'text', ({ grade }) => grade),
  column('deviations', 20, 'text', ({ deviations }) => deviations.join('；') || null),
];
const COLUMNS: readonly Column[] = [
  ...PRINTED,
  column('errors', 8, 'number', ({ errors }) => errors),
  column('warnings', 8, 'number', ({ warnings }) => warnings),
  column('path', 36, 'text', ({ path }) => path),
  column('sheet', 14, 'text', ({ sheet }) => sheet),
];

export interface ProjectSheetOptions {
  readonly texts: Texts<ReportKey>;
  /** As it is to stand on the sheet: `2026-03-02`. */
  readonly date: string;
  /** Workbooks that could not be scored, by name, with the reason in plain words. */
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * The 自评情况汇总表 over many workbooks: a line each project, below each of several groups what it
 * comes to, and at the end what could not be read.
 */
export function projectSheet(
  groups: readonly ProjectGroup[],
  { texts, date, failed }: ProjectSheetOptions,
): OwnBookSheet {
  const say = sayIn(texts);
  const last = PRINTED.length - 1;
  const wide = (text: string, style: SheetStyle): (SheetCell | null)[] => [
    cell(text, style),
    ...COLUMNS.slice(1).map(() => null),
  ];
  const rows = groups.flatMap((group) =>
    groups.length > 1 ? [...group.rows, subtotal(group, say)] : group.rows,
  );
  const projects = groups.reduce((all, group) => all + group.rows.length, 0);
  const counts = { projects, failed: failed.length, date };
  const lines = [
    wide(say('projects.title'), 'title'),
    wide(say('projects.note', counts), 'note'),
    COLUMNS.map(({ key }) => cell(say(`projects.column.${key}`), 'header')),
    ...rows.map((row) => COLUMNS.map(({ style, value }) => cell(value(row), style))),
    ...failed.map(({ path, reason }) => wide(say('projects.failed', { path, reason }), 'error')),
  ];
  const across = (row: number) => ({ top: row, left: 0, bottom: row, right: last });
  return {
    role: 'summary',
    name: say('projects.name'),
    widths: COLUMNS.map(({ width }) => width),
    rows: lines,
    merges: [across(0), across(1), ...failed.map((_one, index) => across(3 + rows.length + index))],
    frozenRows: 3,
    landscape: true,
    printedColumns: PRINTED.length,
    chart: null,
  };
}

const subtotal = (group: ProjectGroup, say: Say): ProjectRow => {
  const data = { name: group.name ?? say('projects.unnamed'), count: group.rows.length };
  return { ...groupTotal(group), project: say('projects.subtotal', data) };
};
