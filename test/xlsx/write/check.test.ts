import type { CellValue, Snapshot } from '../../../src/model/snapshot';
import type { Patch } from '../../../src/model/patch';
import { applyPatch } from '../../../src/xlsx/write/apply';
import { openXlsx } from '../../../src/xlsx/open';
import { RICH, richWorkbook } from '../../support/rich-workbook';
import { buildSheet } from '../../support/workbook-builder';
import { failureOf } from './failing';
import { emptyPatch, findingsSheet, flag, summarySheet, writes } from './sample-patch';

const rich = openXlsx(richWorkbook());
const plain = openXlsx(
  buildSheet([['a', 1, { formula: 'B1*2', value: 2 }]], { merges: ['A3:B4'] }),
);

const refusal = (opened: typeof rich, plan: (snapshot: Snapshot) => Partial<Patch>) =>
  failureOf(() => applyPatch(opened, { ...emptyPatch(opened.snapshot), ...plan(opened.snapshot) }));

const value = (name: string, written: CellValue) => (snapshot: Snapshot) => ({
  values: writes(snapshot, '附表', { [name]: written }),
});

describe('a patch is checked in full before anything is written', () => {
  test.each<[string, (snapshot: Snapshot) => Partial<Patch>]>([
    ['stale-snapshot', () => ({ revision: 'other' })],
    ['formula-kept', value('C1', 1)],
    ['formula-kept', value('C1', null)],
    ['patch-merge-hidden', value('B4', 1)],
    ['patch-number', value('B1', Number.NaN)],
    ['patch-number', value('B1', Number.POSITIVE_INFINITY)],
    ['patch-text-too-long', value('B1', 'x'.repeat(32768))],
    ['patch-error-value', value('B1', { error: '<v>' })],
    [
      'patch-sheet-unknown',
      () => ({ flags: [{ sheetId: '99', cell: { row: 0, column: 0 }, tone: 'info', note: null }] }),
    ],
    [
      'patch-cell-outside',
      (snapshot) => ({
        flags: [{ ...flag(snapshot, '附表', 'A1'), cell: { row: 1048576, column: 0 } }],
      }),
    ],
    [
      'patch-cell-outside',
      (snapshot) => ({
        flags: [{ ...flag(snapshot, '附表', 'A1'), cell: { row: 0, column: 16384 } }],
      }),
    ],
    [
      'patch-cell-outside',
      (snapshot) => ({
        flags: [{ ...flag(snapshot, '附表', 'A1'), cell: { row: 0.5, column: 0 } }],
      }),
    ],
    [
      'patch-shape',
      (snapshot) => ({
        values: writes(snapshot, '附表', { B1: 1 }).map((block) => ({ ...block, before: [] })),
      }),
    ],
    [
      'patch-no-formula',
      (snapshot) => ({
        cached: [{ sheetId: snapshot.sheets[0]?.id ?? '', cell: { row: 0, column: 0 }, value: 1 }],
      }),
    ],
    ['patch-sheet-name', () => ({ sheets: [{ ...findingsSheet('附表', ['A1']), name: 'a/b' }] })],
    [
      'patch-sheet-name',
      () => ({ sheets: [{ ...findingsSheet('附表', ['A1']), name: '表'.repeat(32) }] }),
    ],
    [
      'patch-shape',
      () => ({
        sheets: [
          {
            ...summarySheet('附表'),
            merges: [
              { top: 0, left: 0, bottom: 1, right: 1 },
              { top: 1, left: 1, bottom: 2, right: 2 },
            ],
          },
        ],
      }),
    ],
    ['patch-shape', () => ({ sheets: [summarySheet('附表'), summarySheet('附表')] })],
  ])('%s', (code, plan) => {
    expect(refusal(plain, plan)).toBe(code);
  });

  test.each([
    RICH.totals[0],
    RICH.sharedMaster,
    RICH.sharedMembers[1],
    'L9',
    'L10',
    RICH.dynamicArray,
  ])('no formula, master or member, is replaced: %s', (name) => {
    expect(refusal(rich, value(name, 1))).toBe('formula-kept');
  });

  test('an undefined value lets a formula be', () => {
    const [block] = writes(plain.snapshot, '附表', { B1: 5 });
    if (!block) throw new Error('no block');
    const wide = { ...block, values: [[5, undefined]], before: [[1, 2]] };
    expect(refusal(plain, () => ({ values: [wide] }))).toBeNull();
  });

  test('one bad cell stops the good ones', () => {
    const opened = openXlsx(buildSheet([[1, { formula: 'A1', value: 1 }]]));
    const before = opened.package.texts.get('xl/worksheets/sheet1.xml');
    expect(
      refusal(opened, (snapshot) => ({ values: writes(snapshot, '附表', { A1: 2, B1: 3 }) })),
    ).toBe('formula-kept');
    expect(opened.package.texts.get('xl/worksheets/sheet1.xml')).toBe(before);
  });
});
