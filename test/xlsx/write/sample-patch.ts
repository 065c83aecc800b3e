import type { Ledger } from '../../../src/model/ledger';
import type { FlagEdit, Patch, SheetCell, SheetWrite, ValueBlock } from '../../../src/model/patch';
import { cellName, parseCellName, type CellRef } from '../../../src/model/grid';
import type { CellValue, SheetSnapshot, Snapshot } from '../../../src/model/snapshot';
import type { FindingSeverity } from '../../../src/model/finding';

/** Patches written the way the engine writes them, for tests of hosts. */

export const at = (name: string): CellRef => {
  const cell = parseCellName(name);
  if (!cell) throw new Error(`no cell ${name}`);
  return cell;
};

export const emptyPatch = (snapshot: Snapshot): Patch => ({
  revision: snapshot.revision,
  values: [],
  flags: [],
  cached: [],
  sheets: [],
  removeSheets: [],
  ledger: undefined,
});

export function sheetNamed(snapshot: Snapshot, name: string): SheetSnapshot {
  const sheet = snapshot.sheets.find((item) => item.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

export const valueIn = (snapshot: Snapshot, sheet: string, name: string): CellValue => {
  const cell = at(name);
  return sheetNamed(snapshot, sheet).values[cell.row]?.[cell.column] ?? null;
};

export function writes(
  snapshot: Snapshot,
  sheet: string,
  values: Readonly<Record<string, CellValue>>,
): readonly ValueBlock[] {
  return Object.entries(values).map(([name, value]) => ({
    sheetId: sheetNamed(snapshot, sheet).id,
    top: at(name).row,
    left: at(name).column,
    values: [[value]],
    before: [[valueIn(snapshot, sheet, name)]],
  }));
}

export function flag(
  snapshot: Snapshot,
  sheet: string,
  name: string,
  tone: FindingSeverity | null = 'error',
  note: string | null = tone === null
    ? null
    : `JX201 ${name}：得分与计算不符。\n应为 9.8，填了 9。`,
): FlagEdit {
  return { sheetId: sheetNamed(snapshot, sheet).id, cell: at(name), tone, note };
}

const cell = (value: CellValue, style: SheetCell['style'] = 'text'): SheetCell => ({
  value,
  style,
});

export function findingsSheet(source: string, targets: readonly string[]): SheetWrite {
  return {
    role: 'findings',
    name: '核查清单',
    widths: [8, 14, 60, 14],
    rows: [
      [cell('核查清单', 'title')],
      ['级别', '单元格', '问题', '应为'].map((text) => cell(text, 'header')),
      ...targets.map((target, index): SheetCell[] => [
        cell(
          ['错误', '警告', '提示'][index % 3] ?? '',
          (['error', 'warning', 'info'] as const)[index % 3] ?? 'info',
        ),
        {
          value: `${source}!${target}`,
          style: 'link',
          link: { sheet: source, cell: at(target) },
        },
        cell(
          `完成率没有达到 100%，得分却是满分；请核对实际完成值或者重新计算得分（第 ${index + 1} 条）。`,
        ),
        cell(9.8, 'number'),
      ]),
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    frozenRows: 2,
    landscape: true,
    chart: null,
  };
}

export function summarySheet(source: string): SheetWrite {
  const rows: readonly (readonly [string, number, number])[] = [
    ['产出指标', 50, 48.5],
    ['效益指标', 30, 27],
    ['满意度指标', 10, 10],
  ];
  const quoted = `'${source.replaceAll("'", "''")}'`;
  return {
    role: 'summary',
    name: '汇总表',
    widths: [24, 11, 11, 11],
    rows: [
      [cell('绩效自评汇总表', 'title')],
      ['一级指标', '分值', '得分', '得分率'].map((text) => cell(text, 'header')),
      ...rows.map(([label, weight, score], index): SheetCell[] => [
        cell(label),
        cell(weight, 'number'),
        cell(score, 'number'),
        {
          value: score / weight,
          formula: `IF(B${index + 3}=0,"",ROUND(C${index + 3}/B${index + 3},4))`,
          style: 'percent',
        },
      ]),
      [
        cell('合计', 'total'),
        { value: 90, formula: 'SUM(B3:B5)', style: 'total' },
        { value: 85.5, formula: 'SUM(C3:C5)', style: 'total' },
        { value: 0.95, formula: 'ROUND(C6/B6,4)', style: 'percent' },
      ],
      [cell('来源', 'note'), { value: '', formula: `T(${quoted}!A1)`, style: 'text' }],
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    frozenRows: 2,
    landscape: false,
    chart: {
      title: '各级指标得分',
      anchor: { top: 8, left: 0, bottom: 24, right: 3 },
      categories: { top: 2, left: 0, bottom: 4, right: 0 },
      series: [
        { name: '分值', values: { top: 2, left: 1, bottom: 4, right: 1 } },
        { name: '得分', values: { top: 2, left: 2, bottom: 4, right: 2 } },
      ],
    },
  };
}

function beforeOf(snapshot: Snapshot, sheet: string, name: string): CellValue {
  const scores = snapshot.ledger?.scores ?? [];
  const known = scores.find((score) => score.sheet === sheet && score.cell === name);
  return known ? known.before : valueIn(snapshot, sheet, name);
}

/** A patch with flags, values, two sheets and the ledger that belongs to them. */
export function fullPatch(
  snapshot: Snapshot,
  sheet: string,
  values: Readonly<Record<string, number>>,
  flags: readonly string[],
): Patch {
  const tones = ['error', 'warning', 'info'] as const;
  const edits = flags.map((name, index) => flag(snapshot, sheet, name, tones[index % 3]));
  const sheets = [findingsSheet(sheet, flags), summarySheet(sheet)];
  const ledger: Ledger = {
    version: 1,
    profile: 'cn-mof-2020',
    mapping: {},
    scores: Object.entries(values).map(([name, wrote]) => ({
      sheet,
      cell: name,
      wrote,
      before: beforeOf(snapshot, sheet, name),
    })),
    flags: edits.flatMap(({ cell: place, tone, note }) =>
      tone === null ? [] : [{ sheet, cell: cellName(place), tone, note }],
    ),
    sheets: sheets.map(({ role, name }) => ({ role, name, digest: 'd' })),
    waivers: [],
    host: snapshot.ledger?.host ?? {},
  };
  return {
    ...emptyPatch(snapshot),
    values: writes(snapshot, sheet, values),
    flags: edits,
    sheets,
    ledger,
  };
}

/** What the engine plans to take everything but scores away again. */
export function clearPatch(snapshot: Snapshot): Patch {
  const ledger = snapshot.ledger;
  return {
    ...emptyPatch(snapshot),
    flags: (ledger?.flags ?? []).flatMap((item) =>
      snapshot.sheets.some(({ name }) => name === item.sheet)
        ? [flag(snapshot, item.sheet, item.cell, null)]
        : [],
    ),
    removeSheets: (ledger?.sheets ?? [])
      .map(({ name }) => name)
      .filter((name) => snapshot.sheets.some((sheet) => sheet.name === name)),
    ledger: ledger ? null : undefined,
  };
}
