import fc from 'fast-check';
import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { planPatch } from '../../../src/engine/plan';
import { createFileHost } from '../../../src/hosts/file/file-host';
import { DEFAULT_LIMITS, type Limits } from '../../../src/xlsx/limits';
import { openXlsx } from '../../../src/xlsx/open';
import { failureCodeOf } from '../../support/failure-code';
import { buildWorkbook } from '../../support/workbook-builder';

const FORM = {
  name: '附表',
  rows: [
    ['项目支出绩效自评表（2023年度）'],
    [
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析',
    ],
    ['产出指标', '数量指标', '新建供水工程', '≥10处', '9处', 50, 50, null],
    ['效益指标', '社会效益指标', '受益人口', '≥300人', '270人', 50, null, null],
  ],
};

/** The form in a workbook of so many sheets. */
const workbookOf = (count: number): Uint8Array =>
  buildWorkbook({
    sheets: [
      FORM,
      ...Array.from({ length: count - 1 }, (_, at) => ({ name: `表${at}`, rows: [['留着']] })),
    ],
  });

/** Scores a file under limits: what came of it, and the bytes there are then. */
async function scoreUnder(bytes: Uint8Array, limits: Limits, options = DEFAULT_OPTIONS) {
  const host = await createFileHost(bytes, { limits });
  const snapshot = await host.read();
  const patch = planPatch(snapshot, evaluate(snapshot, options), options);
  return { code: await failureCodeOf(host.apply(patch)), bytes: host.bytes() };
}

test('a workbook that would have more sheets than are read is not written', async () => {
  const limits = { ...DEFAULT_LIMITS, sheets: 12 };
  const before = workbookOf(11);
  const { code, bytes } = await scoreUnder(before, limits);
  expect(code).toBe('result-too-large');
  expect(bytes).toEqual(before);
});

test('it is where fewer sheets are chosen', async () => {
  const limits = { ...DEFAULT_LIMITS, sheets: 12 };
  const options = { ...DEFAULT_OPTIONS, summary: false, outline: false };
  const { code, bytes } = await scoreUnder(workbookOf(11), limits, options);
  expect(code).toBe('ok');
  expect(openXlsx(bytes, { limits }).snapshot.sheets).toHaveLength(12);
});

test('whatever the limits, what is written opens again, and what is refused is as it was', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        sheets: fc.integer({ min: 4, max: 20 }),
        entries: fc.integer({ min: 12, max: 80 }),
        cells: fc.integer({ min: 36, max: 2_000 }),
        partBytes: fc.integer({ min: 3_000, max: 400_000 }),
        readBytes: fc.integer({ min: 8_000, max: 1_500_000 }),
        fileBytes: fc.integer({ min: 4_000, max: 120_000 }),
      }),
      async (some) => {
        const limits = { ...DEFAULT_LIMITS, ...some };
        const before = workbookOf(4);
        const opens = (bytes: Uint8Array): Promise<string> =>
          failureCodeOf(Promise.resolve().then(() => openXlsx(bytes, { limits })));
        fc.pre((await opens(before)) === 'ok');
        const { code, bytes } = await scoreUnder(before, limits);
        seen.add(code);
        expect(['ok', 'result-too-large']).toContain(code);
        if (code === 'ok') expect(await opens(bytes)).toBe('ok');
        else expect(bytes).toEqual(before);
      },
    ),
    { numRuns: 100 },
  );
  expect([...seen].sort()).toEqual(['ok', 'result-too-large']);
});
