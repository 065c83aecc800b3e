import { TEXTS } from '../support/texts';
import fc from 'fast-check';
import { listedEntries } from '../../src/apps/cli/listed-entries';
import type { Outcome } from '../../src/apps/cli/outcome';
import { markdownOutcome, prettyOutcome } from '../../src/apps/cli/print-results';
import { counted, exitStatus, NOTHING_TOLD } from '../../src/apps/cli/tally';
import { tellOutcome } from '../../src/apps/cli/tell-outcome';
import { createBatch } from '../../src/apps/workbench/worker/batch-run';
import { evaluate } from '../../src/engine/evaluate';
import { findingList } from '../../src/engine/finding-list';
import { DEFAULT_OPTIONS, type EngineOptions } from '../../src/engine/options';
import { planMemory, planPatch, plannedSheet } from '../../src/engine/plan';
import { review } from '../../src/engine/review';
import { createFileHost } from '../../src/hosts/file/file-host';
import { cellName } from '../../src/model/grid';
import { openCounts, type Finding, type FindingCounts } from '../../src/model/finding';
import type { Waiver } from '../../src/model/ledger';
import type { CellValue, Snapshot } from '../../src/model/snapshot';
import { findingItems } from '../../src/pane/finding-items';
import { CHINESE } from '../../src/report/chinese';
import { fileJson } from '../../src/report/result-json';
import { applyInMemory } from '../support/apply-in-memory';
import { snapshotOf } from '../support/snapshot-of';
import { buildWorkbook } from '../support/workbook-builder';

interface Row {
  readonly actual: string;
  readonly score: string | number | null;
  readonly reason: string;
}

interface Form {
  readonly rows: readonly Row[];
  readonly funds: string | number | null;
  readonly total: string | number | null;
}

const scoreOf = fc.constantFrom<Row['score']>(null, '—', '满分', 20, 18, 15, 25);
const formOf: fc.Arbitrary<Form> = fc.record({
  rows: fc.array(
    fc.record({
      actual: fc.constantFrom('9个', '10个', '15个', '', '/', '已完成'),
      score: scoreOf,
      reason: fc.constantFrom('', '征地滞后', '/'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  funds: fc.constantFrom<Row['score']>(null, 9, 7, '／'),
  total: fc.constantFrom<Row['score']>(null, 100, 96, '—'),
});

const rowsOf = ({ rows, funds, total }: Form): (string | number | null)[][] => [
  ['项目支出绩效自评表（2023年度）'],
  ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', 100, 100, 90, 10, 0.9, funds],
  [
    ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    '偏差原因分析及改进措施',
  ],
  ...rows.map(({ actual, score, reason }, index) => [
    ...['产出指标', '数量指标', `修建第${index + 1}座水池`, '≥10个', actual, 20, score, reason],
  ]),
  ['总分', null, null, null, null, 10 + 20 * rows.length, total, null],
];

const waiverOf = (finding: Finding | undefined): Waiver[] =>
  finding
    ? [
        {
          check: finding.check,
          sheet: finding.sheet,
          cell: cellName(finding.cell),
          reason: '已请示',
        },
      ]
    : [];

/** The numbers in a text, in its order. */
const numbersIn = (text: CellValue | undefined): number[] =>
  (typeof text === 'string' ? (text.match(/\d+/g) ?? []) : []).map(Number);

const inOrder = ({ error, warning, info }: FindingCounts): number[] => [error, warning, info];

/** What every place says of a workbook: JSON, exit status, both printings, pane and 核查清单. */
function saidOf(snapshot: Snapshot, options: EngineOptions, when: 'now' | 'planned') {
  const result = evaluate(snapshot, options);
  const findings = review(snapshot, result, options, when);
  const file = fileJson('a.xlsx', 'xlsx', result, findings, { workbook: null });
  const outcome: Outcome = {
    path: 'a.xlsx',
    file,
    entries: listedEntries(findings, CHINESE),
    error: null,
    output: null,
    notes: [],
  };
  const texts = TEXTS['zh-CN'];
  const print = { texts, colours: false, findings: true } as const;
  const pretty = prettyOutcome(outcome, print);
  const markdown = markdownOutcome(outcome, texts);
  const telling = { format: 'ndjson', findings: false, colours: false } as const;
  const tally = counted(NOTHING_TOLD, tellOutcome(outcome, telling, texts));
  const sheet = plannedSheet('findings', snapshot, result, options, texts, when);
  const told = numbersIn(sheet?.rows[1]?.[0]?.value);
  return {
    counts: inOrder(openCounts(findings)),
    settled: findings.filter(({ status }) => status !== 'open').length,
    settledLines: findingList(findings).filter(({ status }) => status !== 'open').length,
    json: inOrder(openCounts(file.tables.flatMap((table) => table.findings))),
    exit: [exitStatus(tally), exitStatus(tally, 0)],
    pretty: numbersIn(/错误 \d+ {2}警告 \d+ {2}提示 \d+/.exec(pretty)?.[0]),
    prettySettled: numbersIn(/已处理 \d+/.exec(pretty)?.[0])[0] ?? 0,
    prettyLines: pretty.split('\n').filter((line) => /已(?:填得分|采用计算分|忽略：)/.test(line))
      .length,
    markdownLines: markdown
      .split('\n')
      .filter((line) => /\| (?:已填得分|已采用计算分|已忽略：.*) \|$/.test(line)).length,
    sheet: told.slice(-3),
    handled: sheet?.rows.slice(3).filter((row) => (row[9]?.value ?? null) !== null).length ?? 0,
    pane:
      when === 'now'
        ? inOrder(openCounts(findingItems(snapshot, result, options).map((one) => one.finding)))
        : null,
  };
}

function agree(said: ReturnType<typeof saidOf>): void {
  const { counts, settled, settledLines } = said;
  const [errors = 0, warnings = 0] = counts;
  expect(said).toEqual({
    counts,
    settled,
    json: counts,
    exit: [errors > 0 ? 1 : 0, errors > 0 || warnings > 0 ? 1 : 0],
    pretty: counts,
    prettySettled: settled,
    settledLines,
    prettyLines: settledLines,
    markdownLines: settled,
    sheet: said.handled + counts.reduce((sum, count) => sum + count, 0) === 0 ? [] : counts,
    handled: settledLines,
    pane: said.pane === null ? null : counts,
  });
}

it('every place counts the same open findings, before a run and after it', () => {
  fc.assert(
    fc.property(
      formOf,
      fc.boolean(),
      fc.array(fc.nat(30), { maxLength: 3 }),
      (form, overwriteScores, aside) => {
        const snapshot = snapshotOf({ name: '附表', rows: rowsOf(form), formats: { F3: '0%' } });
        const found = evaluate(snapshot, DEFAULT_OPTIONS).tables.flatMap((table) => table.findings);
        const waivers = aside.flatMap((index) => waiverOf(found[index]));
        const options = { ...DEFAULT_OPTIONS, overwriteScores, waivers };
        agree(saidOf(snapshot, options, 'now'));
        const planned = saidOf(snapshot, options, 'planned');
        agree(planned);
        const after = applyInMemory(
          snapshot,
          planPatch(snapshot, evaluate(snapshot, options), options),
        );
        // What was foretold stands, and a second run says the same again.
        expect({ ...saidOf(after, DEFAULT_OPTIONS, 'now'), pane: null }).toEqual(planned);
        expect(saidOf(after, DEFAULT_OPTIONS, 'planned')).toEqual(planned);
      },
    ),
    { numRuns: 60 },
  );
});

it('the batch counts as the file it leaves does', async () => {
  await fc.assert(
    fc.asyncProperty(formOf, fc.nat(10), async (form, aside) => {
      const host = await createFileHost(
        buildWorkbook({ sheets: [{ name: '附表', rows: rowsOf(form) }] }),
      );
      const snapshot = await host.read();
      const result = evaluate(snapshot, DEFAULT_OPTIONS);
      const waivers = waiverOf(result.tables[0]?.findings[aside]);
      await host.apply(planMemory(snapshot, result, { ...DEFAULT_OPTIONS, waivers }));
      const remembered = await host.read();
      const [row] = await createBatch().run(
        {
          files: [{ name: 'a.xlsx', file: new Blob([Uint8Array.from(host.bytes())]) }],
          options: DEFAULT_OPTIONS,
          language: 'zh-CN',
        },
        { onProgress: () => undefined, cancelled: () => false },
      );
      const { counts } = saidOf(remembered, DEFAULT_OPTIONS, 'planned');
      expect([row?.errors, row?.warnings, row?.infos]).toEqual(counts);
    }),
    { numRuns: 15 },
  );
});
