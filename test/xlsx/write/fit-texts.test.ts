import fc from 'fast-check';
import { createFileHost } from '../../../src/hosts/file/file-host';
import { emptyPatch, type Patch } from '../../../src/model/patch';
import { parseCellName } from '../../../src/model/grid';
import type { CellValue, Snapshot } from '../../../src/model/snapshot';
import { openPackage, readPartText } from '../../../src/xlsx/package';
import { buildWorkbook, type SheetSpec } from '../../support/workbook-builder';

const REASON =
  '年度指标值≥20公里，实际完成18公里，完成率90%。偏差原因：上游来水少，灌溉推迟两周，部分渠段开春才能进场。';

const write = (snapshot: Snapshot, at: string, value: CellValue): Patch => {
  const { row: top, column: left } = parseCellName(at) ?? { row: 0, column: 0 };
  const [sheet] = snapshot.sheets;
  const before = sheet?.values[top]?.[left] ?? null;
  const block = { sheetId: sheet?.id ?? '', top, left, values: [[value]], before: [[before]] };
  return { ...emptyPatch(snapshot.revision), values: [block] };
};

async function written(spec: SheetSpec, at: string, value: CellValue) {
  const bytes = buildWorkbook({ sheets: [spec] });
  const host = await createFileHost(bytes);
  await host.apply(write(await host.read(), at, value));
  const pkg = openPackage(host.bytes());
  const sheet = readPartText(pkg, 'xl/worksheets/sheet1.xml');
  const row = /<row [^>]*r="2"[^>]*>/.exec(sheet)?.[0] ?? '';
  const format = Number(new RegExp(`<c r="${at}"[^>]* s="(\\d+)"`).exec(sheet)?.[1] ?? '0');
  const formats = readPartText(pkg, 'xl/styles.xml').split('<cellXfs')[1] ?? '';
  const xf = formats.match(/<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/g)?.[format] ?? '';
  expect(host.undo()).toBe(true);
  expect(host.bytes()).toEqual(bytes);
  return {
    height: Number(/ ht="([\d.]+)"/.exec(row)?.[1] ?? Number.NaN),
    isCustom: row.includes('customHeight="1"'),
    isWrapped: xf.includes('wrapText="1"'),
  };
}

const sheet = (more: Partial<SheetSpec> = {}): SheetSpec => ({
  name: '附表',
  rows: [
    ['指标', '偏差原因'],
    ['渠道', null],
  ],
  ...more,
});

describe('a text written into a cell too narrow for it', () => {
  it('is broken into lines, and a row with a height of its own grows', async () => {
    const spec = sheet({ heights: { 1: 20 } });
    const { height, isCustom, isWrapped } = await written(spec, 'B2', REASON);
    expect([isCustom, isWrapped]).toEqual([true, true]);
    expect(height).toBeGreaterThan(100);
  });

  it('leaves a row without a height to the program that opens it', async () => {
    const { height, isWrapped } = await written(sheet(), 'B2', REASON);
    expect([height, isWrapped]).toEqual([Number.NaN, true]);
  });

  it('grows a row for a merged cell, which no program fits', async () => {
    const { height, isCustom } = await written(sheet({ merges: ['B2:C2'] }), 'B2', REASON);
    expect(isCustom).toBe(true);
    expect(height).toBeGreaterThan(50);
  });

  it.each<[string, CellValue]>([
    ['a short text', '未到期'],
    ['a number', 12],
    ['nothing', null],
  ])('%s changes neither row nor format', async (_, value) => {
    const spec = sheet({ heights: { 1: 20 } });
    expect(await written(spec, 'B2', value)).toEqual({
      height: 20,
      isCustom: true,
      isWrapped: false,
    });
  });

  it('never makes a row lower, however tall it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 10, max: 409 }),
        fc.integer({ min: 1, max: 120 }),
        async (stands, length) => {
          const spec = sheet({ heights: { 1: stands } });
          const { height } = await written(spec, 'B2', '原因'.repeat(length));
          expect(height).toBeGreaterThanOrEqual(stands);
          expect(height).toBeLessThanOrEqual(409);
        },
      ),
      { numRuns: 60 },
    );
  });
});
