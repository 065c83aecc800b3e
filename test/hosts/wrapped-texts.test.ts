import { wrapSteps } from '../../src/hosts/excel/write-cells';
import type { Batch } from '../../src/hosts/excel/write-steps';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import type { HostPort } from '../../src/hosts/port';
import { wrapTexts } from '../../src/hosts/wps/write-cells';
import { createWpsHost } from '../../src/hosts/wps/wps-host';
import type { EtSheet } from '../../src/hosts/wps/object-model';
import type { CellChange } from '../../src/changes/change';
import { parseCellName } from '../../src/model/grid';
import { emptyPatch } from '../../src/model/patch';
import { bookOf as excelBook } from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { snapshotOf } from '../support/snapshot-of';
import { bookOf as wpsBook } from '../support/wps-fake/book-of';
import { fakeEt } from '../support/wps-fake/fake-et';

const REASON = '年度指标值≥20公里，实际完成18公里，完成率90%。偏差原因：上游来水少，推迟两周。';

const change = (name: string, wraps: boolean): CellChange => ({
  sheet: '附表',
  cell: parseCellName(name) ?? { row: 0, column: 0 },
  value: wraps ? REASON : '未到期',
  isText: false,
  ...(wraps ? { wraps: true } : {}),
});

/** A short text between two long ones. */
const CHANGES = [change('H7', true), change('H8', false), change('H9', true)];

describe('a long text written into a cell', () => {
  it('is broken into lines in Excel, and no other', () => {
    const wrapped: string[] = [];
    const getRange = (address: string) => ({
      format: {
        set wrapText(wraps: boolean) {
          if (wraps) wrapped.push(address);
        },
      },
    });
    const batch = { sheet: () => ({ getRange }) } as unknown as Batch;
    for (const { enqueue } of wrapSteps(CHANGES)) enqueue(batch);
    expect(wrapped).toEqual(['H7', 'H9']);
  });

  it('is broken into lines in WPS, and no other', () => {
    const wrapped: string[] = [];
    const Range = (address: string) => ({
      set WrapText(wraps: boolean) {
        if (wraps) wrapped.push(address);
      },
    });
    wrapTexts({ Range } as unknown as EtSheet, CHANGES);
    expect(wrapped).toEqual(['H7', 'H9']);
  });

  const SHEET = {
    name: '附表',
    rows: [
      ['指标', '偏差原因'],
      ['渠道', null],
    ],
  };
  it.each<[string, () => HostPort]>([
    ['Excel', () => createExcelHost(openFakeExcel({ book: excelBook(snapshotOf([SHEET])) }))],
    ['WPS', () => createWpsHost(fakeEt(wpsBook([SHEET])).application)],
  ])('is taken back in %s', async (_, open) => {
    const host = open();
    const before = await host.read();
    const [sheet] = before.sheets;
    const block = {
      sheetId: sheet?.id ?? '',
      top: 1,
      left: 1,
      values: [[REASON]],
      before: [[null]],
    };
    const report = await host.apply({ ...emptyPatch(before.revision), values: [block] });
    expect(report.degradations).toEqual([]);
    expect((await host.read()).sheets[0]?.values[1]?.[1]).toBe(REASON);
    expect(await host.undo?.()).toBe(true);
    expect((await host.read()).sheets[0]?.values).toEqual(sheet?.values);
  });
});
