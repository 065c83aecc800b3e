/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { listedEntries } from '../../src/apps/cli/listed-entries';
import { prettyOutcome } from '../../src/apps/cli/print-results';
import { createDesk } from '../../src/apps/workbench/books/desk';
import { DeskContext } from '../../src/apps/workbench/books/desk-context';
import { PrintFindings } from '../../src/apps/workbench/print/print-findings';
import { evaluate } from '../../src/engine/evaluate';
import { findingList } from '../../src/engine/finding-list';
import { fixesOf } from '../../src/engine/fixes';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { plannedSheet } from '../../src/engine/plan';
import { review } from '../../src/engine/review';
import { textOf, type CellValue, type Snapshot } from '../../src/model/snapshot';
import { findingItems, findingLines } from '../../src/pane/finding-items';
import { CHINESE } from '../../src/report/chinese';
import { entryText } from '../../src/report/entry-text';
import { fileJson } from '../../src/report/result-json';
import { snapshotOf, type SheetSpec } from '../support/snapshot-of';
import { TEXTS } from '../support/texts';
import { fakeSurroundings } from './workbench/books/desk-fakes';

beforeAll(() => Object.assign(globalThis, { TextDecoder, TextEncoder }));
afterEach(cleanup);

const HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因',
];

const cellOf = (...values: readonly CellValue[]): fc.Arbitrary<CellValue> =>
  fc.constantFrom(...values);
const row = fc.tuple(
  fc.constantFrom('产出指标', '效益指标', ''),
  fc.constantFrom('数量指标', '质量指标', '时效指标', '社会效益指标', ''),
  fc.constantFrom('修建水池', '验收合格率', '完工时间', '群众满意度', ''),
  fc.constantFrom('≥10个', '≥95%', '2023年10月底前', '按规范建设', '0', ''),
  fc.constantFrom('≥10个', '8个', '96%', '105%', '2023年12月5日', '基本完成', ''),
  cellOf(20, '20', 0, null, 60),
  cellOf(20, 18, '２０', 25, null, '—'),
  fc.constantFrom('', '客观原因', '征地滞后，下一步加快'),
);
const form = fc.record({
  rows: fc.array(row, { minLength: 2, maxLength: 9 }),
  funds: fc.tuple(
    cellOf(100, 0, null),
    cellOf(90, 130, null),
    cellOf(0.9, '80%', null),
    cellOf(9, 12),
  ),
  total: cellOf(100, 96, null, '９0'),
});

type Form = typeof form extends fc.Arbitrary<infer Given> ? Given : never;

const sheetWith = (name: string, { rows, funds, total }: Form): SheetSpec => ({
  name,
  rows: [
    ['项目支出绩效自评表（2023年度）'],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', 100, funds[0], funds[1], 10, funds[2], funds[3]],
    HEAD,
    ...rows,
    ['总分', null, null, null, null, 100, total, null],
  ],
});

/** What each place lists, a line an entry: its cells and what it says. */
function listsOf(snapshot: Snapshot): Readonly<Record<string, readonly string[]>> {
  const options = DEFAULT_OPTIONS;
  const result = evaluate(snapshot, options);
  const findings = review(snapshot, result, options);
  const texts = TEXTS['zh-CN'];
  const items = findingItems(snapshot, result, options);
  const lines = findingLines(items, fixesOf(snapshot, result, options));
  const sheet = plannedSheet('findings', snapshot, result, options, texts, 'now');
  const rows = (sheet?.rows ?? []).slice(3);
  const place = (text: unknown): string => String(text).split('!').pop() ?? '';
  const { container, unmount } = render(
    <DeskContext value={createDesk(fakeSurroundings().parts)}>
      <PrintFindings name="附表.xlsx" workbook={{ snapshot, result, options }} />
    </DeskContext>,
  );
  const printed = [...container.querySelectorAll('tbody tr')].map((line) => {
    const cells = [...line.querySelectorAll('td, th')].map((one) => one.textContent);
    return `${place(cells[4])} ${cells[6] ?? ''}`;
  });
  unmount();
  const file = fileJson('a.xlsx', 'xlsx', result, findings, { workbook: null });
  const entries = listedEntries(findings, CHINESE);
  const pretty = prettyOutcome(
    { path: 'a.xlsx', file, entries, error: null, output: null, notes: [] },
    { texts, colours: false, findings: true },
  );
  return {
    list: findingList(findings).map((entry) => {
      const { place: at, problem } = entryText(entry, CHINESE);
      return `${at} ${problem}`;
    }),
    pane: lines.map(({ entry }) => {
      const { place: at, problem } = entryText(entry, texts);
      return `${at} ${problem}`;
    }),
    sheet: rows.map((cells) => `${place(cells[4]?.value)} ${textOf(cells[6]?.value ?? null)}`),
    printed,
    pretty: pretty
      .split('\n')
      .map((line) =>
        /^ {4}(\S.*?) {2}(?:错误|警告|提示)(?: [\d.]+ 分)? {2}(.*) JX\d+ \S+$/.exec(line),
      )
      .flatMap((told) => (told ? [`${place(told[1])} ${told[2] ?? ''}`] : [])),
  };
}

it('lists the same entries in the same order in pane, 核查清单, print and on a terminal', () => {
  fc.assert(
    fc.property(fc.array(form, { minLength: 1, maxLength: 2 }), (forms) => {
      const snapshot = snapshotOf(forms.map((one, at) => sheetWith(`附表${String(at + 1)}`, one)));
      const { list, ...others } = listsOf(snapshot);
      for (const [name, lines] of Object.entries(others))
        expect([name, lines]).toEqual([name, list]);
    }),
    { numRuns: 20 },
  );
});
