import { createFileHost, type FileHost } from '../../src/hosts/file/file-host';
import type { HostPort } from '../../src/hosts/port';
import { parseCellName, type CellRef } from '../../src/model/grid';
import type { Patch } from '../../src/model/patch';
import type { CellValue } from '../../src/model/snapshot';
import type { Clock } from '../../src/pane/session';
import { buildWorkbook, type SheetSpec } from '../support/workbook-builder';

const HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];

/** Wrong: 甲 has full score though unmet, 乙 no score, 丙 no reason. The total is a SUM: 85. */
export const FORM: SheetSpec = {
  name: '附表',
  rows: [
    ['项目支出绩效自评表'],
    ['（2023年度）'],
    ['项目名称', '农村饮水安全巩固提升项目'],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', 100, 100, 90, 10, { value: 0.9, style: 1 }, 9],
    HEAD,
    ['产出指标', '数量指标', '新建供水工程', '≥10处', '9处', 20, 20, '一处未完工'],
    [null, '质量指标', '水质达标率', '≥98%', '98%', 30, null, ''],
    ['效益指标', '社会效益指标', '受益人口', '30000', '27000', 30, 27, ''],
    ['满意度指标', '服务对象满意度', '群众满意度', '≥90%', '81%', 10, 9, ''],
    ['总分', null, null, null, null, 100, { formula: 'SUM(G5,G7:G10)', value: 65 }, null],
  ],
};

export const openForm = (...sheets: readonly SheetSpec[]): Promise<FileHost> =>
  createFileHost(buildWorkbook({ sheets: sheets.length === 0 ? [FORM] : sheets }));

/** A host in whose workbook a person can write, and that tells of it as a program would. */
export interface EditedHost extends HostPort {
  readonly file: FileHost;
  readonly patches: Patch[];
  readonly selected: string[];
  edit(cell: string, value: CellValue): Promise<void>;
  /** An edit nobody is told of: another person's, or one made while events were off. */
  slip(cell: string, value: CellValue): Promise<void>;
  /** Tells listeners of an edit without one. */
  rumour(): void;
}

export function withEdits(file: FileHost, echo = false): EditedHost {
  const listeners = new Set<() => void>();
  const patches: Patch[] = [];
  const selected: string[] = [];
  const rumour = (): void => {
    for (const listener of listeners) listener();
  };
  const slip = async (name: string, value: CellValue): Promise<void> => {
    const snapshot = await file.read();
    const cell = parseCellName(name);
    const sheet = snapshot.sheets[0];
    if (!cell || !sheet) throw new Error(`no cell ${name}`);
    const before = sheet.values[cell.row]?.[cell.column] ?? null;
    await file.apply({
      revision: snapshot.revision,
      values: [
        {
          sheetId: sheet.id,
          top: cell.row,
          left: cell.column,
          values: [[value]],
          before: [[before]],
        },
      ],
      flags: [],
      cached: [],
      sheets: [],
      removeSheets: [],
      ledger: undefined,
    });
  };
  return {
    file,
    patches,
    selected,
    rumour,
    capabilities: { ...file.capabilities, editEvents: true },
    read: () => file.read(),
    apply: async (patch, hooks) => {
      hooks?.onProgress?.(0, 1);
      const report = await file.apply(patch);
      hooks?.onProgress?.(1, 1);
      patches.push(patch);
      if (echo) rumour();
      return report;
    },
    undo: () => file.undo(),
    select: (sheet, cell: CellRef) => {
      selected.push(`${sheet}!${cell.row + 1},${cell.column + 1}`);
      return Promise.resolve();
    },
    onEdit: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    slip,
    edit: async (name, value) => {
      await slip(name, value);
      rumour();
    },
  };
}

/** Work put off runs when the test says so; pauses of no length run at once. */
export interface TestClock extends Clock {
  readonly waiting: () => number;
  /** Moves time on and runs what is due. */
  pass(milliseconds: number): void;
}

export function testClock(): TestClock {
  let now = 0;
  let jobs: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => now,
    after: (delay, work) => {
      if (delay === 0) {
        queueMicrotask(work);
        return () => undefined;
      }
      const job = { at: now + delay, work };
      jobs.push(job);
      return () => {
        jobs = jobs.filter((one) => one !== job);
      };
    },
    waiting: () => jobs.length,
    pass: (milliseconds) => {
      now += milliseconds;
      const due = jobs.filter(({ at }) => at <= now);
      jobs = jobs.filter(({ at }) => at > now);
      for (const { work } of due) work();
    },
  };
}

/** Until everything promised so far is done. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
