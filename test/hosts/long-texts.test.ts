import fc from 'fast-check';
import { joinNotes, MOST_TEXT } from '../../src/changes/fit-text';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS, type EngineOptions } from '../../src/engine/options';
import { planPatch } from '../../src/engine/plan';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { createFileHost } from '../../src/hosts/file/file-host';
import type { HostPort } from '../../src/hosts/port';
import { createWpsHost } from '../../src/hosts/wps/wps-host';
import type { CellValue } from '../../src/model/snapshot';
import { snapshotOf } from '../support/snapshot-of';
import { bookOf as excelBook } from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { bookOf as wpsBook } from '../support/wps-fake/book-of';
import { fakeEt } from '../support/wps-fake/fake-et';
import { buildWorkbook } from '../support/workbook-builder';

type Rows = readonly (readonly CellValue[])[];

const NAME = '附表';

/** A form with texts as long as said in one row, which has findings that repeat them. */
const formWith = (name: string, target: string, actual: string, reason: string): Rows => [
  ['项目支出绩效自评表（2023年度）'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析'],
  ['产出指标', '数量指标', name, target, actual, 10, 10, reason],
  ['产出指标', '质量指标', '水质达标率', '≥98%', '90%', 40, 40, null],
  ['效益指标', '社会效益指标', '受益人口', '≥300人', '270人', 40, null, null],
];

const HOSTS: readonly (readonly [string, (rows: Rows) => Promise<HostPort>])[] = [
  [
    'a file',
    (rows) =>
      createFileHost(
        buildWorkbook({
          sheets: [
            {
              name: NAME,
              rows: rows.map((row) =>
                row.map((value) => (typeof value === 'object' ? null : value)),
              ),
            },
          ],
        }),
      ),
  ],
  [
    'Excel',
    (rows) =>
      Promise.resolve(
        createExcelHost(openFakeExcel({ book: excelBook(snapshotOf([{ name: NAME, rows }])) })),
      ),
  ],
  [
    'WPS',
    (rows) => Promise.resolve(createWpsHost(fakeEt(wpsBook([{ name: NAME, rows }])).application)),
  ],
];

async function score(host: HostPort, options: EngineOptions) {
  const snapshot = await host.read();
  const patch = planPatch(snapshot, evaluate(snapshot, options), options);
  await host.apply(patch);
  return { patch, after: await host.read() };
}

/** Every text of ours there is in a plan. */
const textsOf = ({ sheets, flags }: Awaited<ReturnType<typeof score>>['patch']): string[] => [
  ...sheets.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      row.flatMap((cell) => (typeof cell?.value === 'string' ? [cell.value] : [])),
    ),
  ),
  ...flags.flatMap(({ note }) => note ?? []),
];

/** Half a character of two units. */
const BROKEN = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const LONG = '完成道路维修12.5公里，合格率≥95%，'.repeat(2_000).slice(0, 32_000);

describe.each(HOSTS)('a form with a long cell in %s', (_, open) => {
  test.each([
    ['target and actual', formWith('道路', LONG, LONG, '')],
    ['name and reason', formWith(LONG, '≥10公里', '8公里', LONG)],
  ])('is scored, and our own texts say that they were cut: %s', async (__, rows) => {
    const { patch, after } = await score(await open(rows), DEFAULT_OPTIONS);
    const texts = textsOf(patch);
    expect(texts.some((text) => text.endsWith('……（太长，后面略去）'))).toBe(true);
    expect(texts.every((text) => text.length <= MOST_TEXT)).toBe(true);
    expect(after.sheets[0]?.values[4]?.[6]).not.toBeNull();
  });

  test('whatever the lengths, nothing of ours is too long or ends within a character', async () => {
    const text = fc
      .tuple(fc.constantFrom('𠮷', '路', 'a', '𝟗%'), fc.integer({ min: 0, max: MOST_TEXT }))
      .map(([unit, length]) => unit.repeat(Math.floor(length / unit.length)));
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        text,
        text,
        fc.boolean(),
        async (name, target, actual, reason, isEnglish) => {
          const options = {
            ...DEFAULT_OPTIONS,
            language: isEnglish ? ('en' as const) : ('zh-CN' as const),
          };
          const { patch } = await score(
            await open(formWith(name, target, actual, reason)),
            options,
          );
          for (const one of textsOf(patch)) {
            expect(one.length).toBeLessThanOrEqual(MOST_TEXT);
            expect(BROKEN.test(one)).toBe(false);
          }
        },
      ),
      { numRuns: 6 },
    );
  });
});

test('notes that meet on one cell are joined as far as a note goes', () => {
  const [first, second] = ['甲'.repeat(20_000), '乙'.repeat(20_000)];
  expect(joinNotes([first, second, '丙'])).toBe(`${first}\n\n丙`);
  expect(joinNotes([null, '丙', '丙'])).toBe('丙');
  expect(joinNotes([null, null])).toBeNull();
});
