import { evaluate } from '../../../engine/evaluate';
import { isEmptyPatch, planClear, planPatch } from '../../../engine/plan';
import type { HostPort } from '../../../hosts/port';
import { cellAt, sheetsByName } from '../../../model/address';
import { isFailure } from '../../../model/failure';
import { parseCellName } from '../../../model/grid';
import { emptyPatch, type Patch } from '../../../model/patch';
import type { CellValue, SheetSnapshot, Snapshot } from '../../../model/snapshot';
import { engineOptions, DEFAULT_SETTINGS, NO_CHOICES } from '../../../pane/session-state';
import {
  holds,
  shown,
  type Bench,
  type Observation,
  type ProbeCase,
  type ProbeId,
  type Seen,
} from './probe-case';
import type { ProbeSheet } from './probe-model';

/**
 * What every host must hold to, asked of this WPS through the add-in's own adapter. The same cases
 * run over the file host in test/apps/wps/host-cases.test.ts, so that they are the contract and not WPS's.
 */

export const FORM_NAME = '附表';

/** 甲 has full score though unmet, 乙 no score, 丙 no reason; the total is a formula. */
export const FORM_ROWS: readonly (readonly (string | number | null)[])[] = [
  ['项目支出绩效自评表', null, null, null, null, null, null, null],
  ['（2023年度）', null, null, null, null, null, null, null],
  ['项目名称', '农村饮水安全巩固提升项目', null, null, null, null, null, null],
  ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分', null],
  ['年度资金总额', 100, 100, 90, 10, 0.9, 9, null],
  [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ],
  ['产出指标', '数量指标', '新建供水工程', '≥10处', '9处', 20, 20, '一处未完工'],
  [null, '质量指标', '水质达标率', '≥98%', '98%', 30, null, null],
  ['效益指标', '社会效益指标', '受益人口', '30000', '27000', 30, 27, null],
  ['满意度指标', '服务对象满意度', '群众满意度', '≥90%', '81%', 10, 9, null],
  ['总分', null, null, null, null, 100, null, null],
];
export const FORM_TOTAL = { cell: 'G11', formula: 'SUM(G5,G7:G10)' } as const;
export const FORM_MERGE = 'A1:H1';

const TEXTS = ['=100%', '+x', '-1', '@x', "'x", '=HYPERLINK("x")', '007', '1e3', 'TRUE'];

/** Writes the form with WPS's own members, as a person's file would have it. */
function setUp(sheet: ProbeSheet): void {
  sheet.Name = FORM_NAME;
  const range = sheet.Range(`A1:H${FORM_ROWS.length}`);
  range.NumberFormat = '@';
  sheet.Range('B5:G5').NumberFormat = 'General';
  sheet.Range('F7:G11').NumberFormat = 'General';
  range.Value2 = FORM_ROWS;
  sheet.Range(FORM_TOTAL.cell).Formula = `=${FORM_TOTAL.formula}`;
  sheet.Range(FORM_MERGE).Merge();
}

/** A case over a host whose workbook has the form; `disturb` edits it as a person would. */
export interface HostCase {
  readonly id: ProbeId;
  readonly run: (
    host: HostPort,
    disturb: () => void,
    wait: (milliseconds: number) => Promise<void>,
  ) => Promise<Observation>;
}

export const HOST_CONTRACT: readonly HostCase[] = [
  { id: 'host-read', run: read },
  { id: 'host-values', run: values },
  { id: 'host-text', run: text },
  { id: 'host-refuses', run: refuses },
  { id: 'host-scoring', run: scoring },
  { id: 'host-undo', run: undo },
  { id: 'host-events', run: events },
];

export const HOST_CASES: readonly ProbeCase[] = HOST_CONTRACT.map(({ id, run }) => ({
  id,
  book: true,
  run: (bench: Bench) => {
    setUp(bench.sheet);
    return run(
      bench.host(),
      () => {
        bench.sheet.Range('E8').Value2 = '97%';
      },
      bench.wait,
    );
  },
}));

async function read(host: HostPort): Promise<Observation> {
  const [first, second] = [await host.read(), await host.read()];
  const sheet = formOf(first);
  const expected = FORM_ROWS.map((row) => row.slice(0, 8));
  const wrong = expected.flatMap((row, at) =>
    row.flatMap((value, column) => {
      const found = cellAt(sheet, { row: at, column });
      const isTotal = at === 10 && column === 6;
      return isTotal || found === value
        ? []
        : [`${at + 1},${column + 1}: ${JSON.stringify(found)}`];
    }),
  );
  const formula = sheet.formulas[10]?.[6] ?? null;
  const merged = sheet.merges.some(
    ({ top, left, right }) => top === 0 && left === 0 && right === 7,
  );
  const stable = first.revision === second.revision;
  return holds(wrong.length === 0 && formula === FORM_TOTAL.formula && merged && stable, {
    wrong,
    formula,
    merged,
    stable,
    rows: sheet.rowCount,
    columns: sheet.columnCount,
  });
}

async function values(host: HostPort): Promise<Observation> {
  const before = await host.read();
  const sheet = formOf(before);
  await host.apply({
    ...emptyPatch(before.revision),
    values: [
      {
        sheetId: sheet.id,
        top: 6,
        left: 5,
        values: [[undefined, 18, null]],
        before: [[20, 20, '一处未完工']],
      },
    ],
  });
  const after = await host.read();
  const found = ['F7', 'G7', 'H7', 'G9', 'H8'].map((name) => valueAt(after, name));
  const held = JSON.stringify(found) === JSON.stringify([20, 18, null, 27, null]);
  return holds(held && after.revision !== before.revision, found.map(shown));
}

async function text(host: HostPort): Promise<Observation> {
  const wrong: Seen[] = [];
  for (const written of TEXTS) {
    const snapshot = await host.read();
    await host.apply({
      ...emptyPatch(snapshot.revision),
      values: [single(snapshot, 'H9', written)],
    });
    const after = await host.read();
    const found = valueAt(after, 'H9');
    if (found !== written || formOf(after).formulas[8]?.[7]) wrong.push([written, shown(found)]);
  }
  return holds(wrong.length === 0, wrong);
}

async function refuses(host: HostPort): Promise<Observation> {
  const before = await host.read();
  const plans: readonly (readonly [string, Patch])[] = [
    ['stale-snapshot', { ...emptyPatch(before.revision), revision: 'another' }],
    [
      'formula-kept',
      { ...emptyPatch(before.revision), values: [single(before, FORM_TOTAL.cell, 1)] },
    ],
    ['patch-merge-hidden', { ...emptyPatch(before.revision), values: [single(before, 'C1', 'x')] }],
  ];
  const found: [string, string][] = [];
  for (const [code, patch] of plans) {
    const values = [...patch.values, single(before, 'G8', 1)];
    found.push([code, await codeOf(host.apply({ ...patch, values }))]);
  }
  const after = await host.read();
  const untouched = after.revision === before.revision && valueAt(after, 'G8') === null;
  return holds(untouched && found.every(([expected, code]) => expected === code), {
    untouched,
    found,
  });
}

async function scoring(host: HostPort): Promise<Observation> {
  const before = await host.read();
  const report = await host.apply(planFor(before));
  const scored = await host.read();
  const again = isEmptyPatch(planFor(scored));
  const score = valueAt(scored, 'G8');
  const marks = scored.ledger?.flags.length ?? 0;
  const sheets = scored.ledger?.sheets.map(({ name }) => name) ?? [];
  await host.apply(planClear(scored));
  const cleared = await host.read();
  const names = cleared.sheets.map(({ name }) => name);
  const left = sheets.filter((name) => names.includes(name));
  const held = again && score === 30 && marks > 0 && cleared.ledger === null && left.length === 0;
  return holds(held, {
    degradations: report.degradations.map(({ kind }) => kind),
    again,
    score: shown(score),
    marks,
    sheets,
    ledgerGone: cleared.ledger === null,
    left,
  });
}

async function undo(host: HostPort): Promise<Observation> {
  const before = await host.read();
  await host.apply(planFor(before));
  const done = (await host.undo?.()) ?? null;
  const after = await host.read();
  const held = done === true && after.ledger === null && contentOf(after) === contentOf(before);
  return holds(held, { done, score: shown(valueAt(after, 'G8')), sheets: after.sheets.length });
}

async function events(
  host: HostPort,
  disturb: () => void,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Observation> {
  let heard = 0;
  const stop = host.onEdit(() => {
    heard += 1;
  });
  const snapshot = await host.read();
  await host.apply({ ...emptyPatch(snapshot.revision), values: [single(snapshot, 'G8', 30)] });
  await wait(LATE);
  const own = heard;
  // The adapter takes what comes soon after its own write for its echo.
  await wait(QUIET);
  disturb();
  await wait(LATE);
  const others = heard - own;
  stop();
  const { editEvents } = host.capabilities;
  return holds(own === 0 && (others > 0 || !editEvents), { own, others, editEvents });
}

const LATE = 600;
const QUIET = 2_500;

function planFor(snapshot: Snapshot): Patch {
  const options = engineOptions({ ...DEFAULT_SETTINGS, language: 'zh-CN' }, NO_CHOICES);
  return planPatch(snapshot, evaluate(snapshot, options), options);
}

function formOf(snapshot: Snapshot): SheetSnapshot {
  const sheet = sheetsByName(snapshot).get(FORM_NAME);
  if (!sheet) throw new Error('the form was not read');
  return sheet;
}

function valueAt(snapshot: Snapshot, name: string): CellValue {
  const cell = parseCellName(name);
  return cell && cellAt(formOf(snapshot), cell);
}

function single(snapshot: Snapshot, name: string, value: CellValue): Patch['values'][number] {
  const { row: top, column: left } = parseCellName(name) ?? { row: 0, column: 0 };
  const before = formOf(snapshot).formulas[top]?.[left] ? null : valueAt(snapshot, name);
  return { sheetId: formOf(snapshot).id, top, left, values: [[value]], before: [[before]] };
}

const contentOf = ({ sheets }: Snapshot): string =>
  JSON.stringify(sheets.map(({ name, values: cells, formulas }) => [name, cells, formulas]));

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (reason) {
    return isFailure(reason) ? reason.code : String(reason);
  }
}
