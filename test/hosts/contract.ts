import { correct } from '../../src/engine/correct';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { cellName } from '../../src/model/grid';
import { EMPTY_LEDGER } from '../../src/model/ledger';
import type { Patch } from '../../src/model/patch';
import type { CellValue, Snapshot } from '../../src/model/snapshot';
import type { HostPort } from '../../src/hosts/port';
import { isFailure } from '../../src/model/failure';
import {
  clearPatch,
  emptyPatch,
  flag,
  fullPatch,
  sheetNamed,
  valueIn,
  writes,
} from '../xlsx/write/sample-patch';

/** A sheet a host is to be opened with. Cells are values, or a formula with its result. */
export interface ContractSheet {
  readonly name: string;
  readonly rows: readonly (readonly (
    CellValue | { readonly formula: string; readonly value: number | string }
  )[])[];
  /** `A1:B2`. */
  readonly merges?: readonly string[];
  /** Cells with a note of the user's. */
  readonly notes?: readonly string[];
}

export type MakeHost = (sheets: readonly ContractSheet[]) => Promise<HostPort>;

/** What a host cannot do is said by name; the cases about it are then other ones. */
export interface ContractLimits {
  /** Merged areas can be read; false below ExcelApi 1.13. */
  readonly merges: boolean;
}

const SHEETS: readonly ContractSheet[] = [
  {
    name: '附表',
    rows: [
      ['项目支出绩效自评表', null, null, null, null],
      ['指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['数量', '≥50个', '50', 50, null],
      ['质量', '98%', '96%', 40, null],
      ['合计', null, null, 90, { formula: 'SUM(E3:E4)', value: 0 }],
    ],
    merges: ['A1:E1'],
    notes: ['B3'],
  },
  { name: '说明', rows: [['留着']] },
];

async function failureOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
  } catch (reason) {
    if (isFailure(reason)) return reason.code;
    throw reason;
  }
  return null;
}

async function write(host: HostPort, plan: (snapshot: Snapshot) => Patch): Promise<Snapshot> {
  await host.apply(plan(await host.read()));
  return host.read();
}

/** A snapshot without what may differ between hosts and after a write. */
const content = ({ sheets }: Snapshot): unknown =>
  sheets.map(({ name, values, formulas, merges, rowCount, columnCount }) => ({
    name,
    values: values.slice(0, rowCount).map((row) => row.slice(0, columnCount)),
    formulas,
    merges,
  }));

const HIDDEN_REFUSED: [string, string, Readonly<Record<string, CellValue>>] = [
  'the hidden part of a merge',
  'patch-merge-hidden',
  { E3: 1, C1: 'x' },
];
const TITLE = { top: 0, left: 0, bottom: 0, right: 4 };

/** What holds where nothing tells beforehand that C1 lies under a merge. */
function mergesUnknown(hostOf: () => HostPort): void {
  const withHidden = (snapshot: Snapshot): Patch =>
    fullPatch(snapshot, '附表', { E3: 50, C1: 7 }, ['B4']);

  test('names the cell that did not take what was written, and keeps all the rest', async () => {
    const host = hostOf();
    const report = await host.apply(withHidden(await host.read()));
    expect(report).toMatchObject({ cellsWritten: 1, flagsSet: 1 });
    expect(report.degradations.filter(({ kind }) => kind === 'cell-not-kept')).toEqual([
      { kind: 'cell-not-kept', sheet: '附表', cell: { row: 0, column: 2 } },
    ]);
    const after = await host.read();
    expect(report.revision).toBe(after.revision);
    expect(valueIn(after, '附表', 'E3')).toBe(50);
    expect(valueIn(after, '附表', 'C1')).toBeNull();
    expect(after.ledger?.scores.map(({ cell }) => cell)).toEqual(['E3']);
  });

  test('takes back all of such a write', async () => {
    const host = hostOf();
    const before = await host.read();
    await host.apply(withHidden(before));
    expect(await host.undo?.()).toBe(true);
    expect((await host.read()).revision).toBe(before.revision);
  });

  test('clears what such a write left, and nothing else', async () => {
    const host = hostOf();
    await host.apply(withHidden(await host.read()));
    const cleared = await write(host, clearPatch);
    expect(cleared.ledger).toBeNull();
    expect(cleared.sheets.map((sheet) => sheet.name)).toEqual(['附表', '说明']);
    expect(valueIn(cleared, '附表', 'E3')).toBe(50);
  });
}

/** What every host must hold to, whatever program it speaks to. */
export function hostContract(
  name: string,
  makeHost: MakeHost,
  { merges }: ContractLimits = { merges: true },
): void {
  describe(`${name} as a host`, () => {
    let host: HostPort;
    beforeEach(async () => {
      host = await makeHost(SHEETS);
    });

    const score =
      (cells: Readonly<Record<string, CellValue>>) =>
      (snapshot: Snapshot): Patch => ({
        ...emptyPatch(snapshot),
        values: writes(snapshot, '附表', cells),
      });

    test(`says whether it knows of merges: ${merges ? 'yes' : 'no'}`, () => {
      expect(host.capabilities.merges).toBe(merges);
    });

    test('reads values, formulas and merges densely', async () => {
      const snapshot = await host.read();
      const sheet = sheetNamed(snapshot, '附表');
      expect(valueIn(snapshot, '附表', 'D3')).toBe(50);
      expect(sheet.formulas[4]?.[4]).toBe('SUM(E3:E4)');
      expect(sheet.merges).toEqual(merges ? [TITLE] : []);
      expect(sheet.values).toHaveLength(sheet.rowCount);
      for (const row of sheet.values) expect(row).toHaveLength(sheet.columnCount);
      expect(snapshot.ledger).toBeNull();
    });

    test('reading twice gives the same revision and ids', async () => {
      const [first, second] = [await host.read(), await host.read()];
      expect(second.revision).toBe(first.revision);
      expect(second.sheets.map(({ id }) => id)).toEqual(first.sheets.map(({ id }) => id));
    });

    test('writes values and nothing beside them', async () => {
      const before = await host.read();
      const after = await write(host, score({ E3: 50, E4: 39.18 }));
      expect(valueIn(after, '附表', 'E3')).toBe(50);
      expect(valueIn(after, '附表', 'E4')).toBe(39.18);
      expect(valueIn(after, '附表', 'D4')).toBe(40);
      expect(content({ ...after, sheets: after.sheets.slice(1) })).toEqual(
        content({ ...before, sheets: before.sheets.slice(1) }),
      );
      expect(after.revision).not.toBe(before.revision);
    });

    test('null clears, undefined keeps', async () => {
      const after = await write(host, (snapshot) => {
        const sheet = sheetNamed(snapshot, '附表');
        return {
          ...emptyPatch(snapshot),
          values: [
            {
              sheetId: sheet.id,
              top: 2,
              left: 2,
              values: [[null, undefined, 7]],
              before: [['50', 50, null]],
            },
          ],
        };
      });
      expect(valueIn(after, '附表', 'C3')).toBeNull();
      expect(valueIn(after, '附表', 'D3')).toBe(50);
      expect(valueIn(after, '附表', 'E3')).toBe(7);
    });

    test.each(['=100%', '+x', '-1', '@x', "'x", '=HYPERLINK("x")', '007', '1e3', 'TRUE'])(
      'text stays text: %s',
      async (text) => {
        const after = await write(host, score({ C3: text }));
        expect(valueIn(after, '附表', 'C3')).toBe(text);
        expect(sheetNamed(after, '附表').formulas[2]?.[2]).toBeNull();
      },
    );

    test('refuses a plan for another revision and leaves everything as it was', async () => {
      const stale = score({ E3: 1 })(await host.read());
      const before = await write(host, score({ E3: 2 }));
      expect(await failureOf(host.apply(stale))).toBe('stale-snapshot');
      expect((await host.read()).revision).toBe(before.revision);
    });

    test.each<[string, string, Readonly<Record<string, CellValue>>]>([
      ['a formula', 'formula-kept', { E3: 1, E5: 1 }],
      ...(merges ? [HIDDEN_REFUSED] : []),
      ['what is no number', 'patch-number', { E3: 1, E4: Number.NaN }],
    ])('never writes over %s, nor anything beside it', async (_, code, cells) => {
      const before = await host.read();
      expect(await failureOf(host.apply(score(cells)(before)))).toBe(code);
      expect(valueIn(await host.read(), '附表', 'E3')).toBeNull();
    });

    if (!merges) mergesUnknown(() => host);

    test('refuses a sheet that is not there', async () => {
      const before = await host.read();
      const flags = [{ ...flag(before, '附表', 'A2'), sheetId: 'nowhere' }];
      expect(await failureOf(host.apply({ ...emptyPatch(before), flags }))).toBe(
        'patch-sheet-unknown',
      );
    });

    test('flags, sheets and ledger come back with the next reading', async () => {
      const after = await write(host, (snapshot) =>
        fullPatch(snapshot, '附表', { E3: 50 }, ['E4', 'B4']),
      );
      expect(after.sheets.map((sheet) => sheet.name)).toEqual([
        '附表',
        '说明',
        '核查清单',
        '汇总表',
      ]);
      expect(after.ledger?.profile).toBe('cn-mof-2020');
      expect(after.ledger?.scores).toEqual([
        { sheet: '附表', cell: 'E3', wrote: 50, before: null },
      ]);
      expect(after.ledger?.flags.map(({ cell }) => cell)).toEqual(['E4', 'B4']);
      expect(sheetNamed(after, '汇总表').formulas[5]?.[1]).toBe('SUM(B3:B5)');
    });

    test('a note of the user’s is kept and said', async () => {
      if (!host.capabilities.notes) return;
      const snapshot = await host.read();
      const report = await host.apply(fullPatch(snapshot, '附表', {}, ['B3', 'B4']));
      expect(report.degradations).toEqual([
        { kind: 'note-kept', sheet: '附表', cell: { row: 2, column: 1 } },
      ]);
      const { ledger } = await host.read();
      expect(ledger?.flags.map(({ cell, note }) => [cell, note === null])).toEqual([
        ['B3', true],
        ['B4', false],
      ]);
    });

    test('a mark without a note leaves a note of the user’s alone', async () => {
      if (!host.capabilities.notes) return;
      await write(host, (snapshot) => ({
        ...emptyPatch(snapshot),
        flags: [{ ...flag(snapshot, '附表', 'B3'), note: null }],
      }));
      const report = await host.apply(fullPatch(await host.read(), '附表', {}, ['B3']));
      expect(report.degradations.map(({ kind }) => kind)).toEqual(['note-kept']);
    });

    test('a note kept on the first cell of a merge is kept for a flag on its hidden part', async () => {
      if (!host.capabilities.notes || !merges) return;
      host = await makeHost(SHEETS.map((sheet) => ({ ...sheet, notes: ['A1'] })));
      const { ledger } = await write(host, (snapshot) => fullPatch(snapshot, '附表', {}, ['C1']));
      expect(ledger?.flags.map(({ cell, note }) => [cell, note])).toEqual([['C1', null]]);
    });

    test('certain corrections are written in one go and taken back in one', async () => {
      const [form, other] = SHEETS;
      if (!form || !other) throw new Error('no sheets');
      const rows = form.rows.map((row, at) =>
        at === 2
          ? ['数量', '≥50个', '50', '５０', ' 50分']
          : at === 3
            ? ['质量', '≥98%', ...row.slice(2)]
            : at === 4
              ? [...row.slice(0, 4), 90]
              : row,
      );
      host = await makeHost([{ ...form, rows }, other]);
      const before = await host.read();
      const { fixes, patch } = correct(before, DEFAULT_OPTIONS, null);
      expect(fixes.map(({ cell, after }) => [cellName(cell), after])).toEqual([
        ['D3', 50],
        ['E3', 50],
        ['E4', 39.18],
        ['E5', 89.18],
      ]);
      const after = await write(host, () => patch);
      for (const { cell, after: value } of fixes) {
        expect(valueIn(after, '附表', cellName(cell))).toBe(value);
      }
      expect(await host.undo?.()).toBe(true);
      const back = await host.read();
      expect(content(back)).toEqual(content(before));
      expect(back.ledger).toEqual(before.ledger);
    });

    test('twice is once', async () => {
      const plan = (snapshot: Snapshot): Patch =>
        fullPatch(snapshot, '附表', { E3: 50 }, ['E4', 'B4']);
      const once = await write(host, plan);
      const twice = await write(host, plan);
      expect(content(twice)).toEqual(content(once));
      expect(twice.ledger).toEqual(once.ledger);
    });

    test('clear leaves the scores and nothing else', async () => {
      await write(host, (snapshot) => fullPatch(snapshot, '附表', { E3: 50 }, ['E4', 'B3']));
      const cleared = await write(host, clearPatch);
      const scored = await (async () => {
        const other = await makeHost(SHEETS);
        return write(other, score({ E3: 50 }));
      })();
      expect(content(cleared)).toEqual(content(scored));
      expect(cleared.ledger).toBeNull();
    });

    /** A choice left in the workbook, as the pane does before and after a run. */
    const remembering =
      (reason: string) =>
      (snapshot: Snapshot): Patch => {
        const ledger = snapshot.ledger ?? EMPTY_LEDGER;
        const waiver = { check: 'reason-missing', sheet: '附表', cell: 'E3', reason };
        const waivers = [...ledger.waivers, waiver];
        return { ...emptyPatch(snapshot), ledger: { ...ledger, waivers } };
      };
    const remembered = ({ ledger }: Snapshot): readonly string[] =>
      (ledger?.waivers ?? []).map(({ reason }) => reason);

    test('a run is taken back whatever was only remembered since', async () => {
      const before = await write(host, remembering('甲'));
      expect(remembered(before)).toEqual(['甲']);
      await write(host, (now) => fullPatch(now, '附表', { E3: 50 }, ['B4']));
      await write(host, remembering('乙'));
      await write(host, remembering('丙'));
      expect(await host.undo?.()).toBe(true);
      const after = await host.read();
      expect(content(after)).toEqual(content(before));
      expect(remembered(after)).toEqual(['甲']);
      expect(await host.undo?.()).toBe(false);
      expect(remembered(await host.read())).toEqual(['甲']);
    });

    test('what was only remembered is no run to take back', async () => {
      await write(host, remembering('甲'));
      expect(await host.undo?.()).toBe(false);
      expect(remembered(await host.read())).toEqual(['甲']);
    });

    test('taking what was remembered away is', async () => {
      await write(host, remembering('甲'));
      await write(host, (now) => ({ ...emptyPatch(now), ledger: null }));
      expect(await host.undo?.()).toBe(true);
      expect(remembered(await host.read())).toEqual(['甲']);
    });

    test('a sheet of ours is written anew in place', async () => {
      await write(host, (snapshot) => fullPatch(snapshot, '附表', {}, ['E4', 'B4']));
      const after = await write(host, (snapshot) => {
        const patch = fullPatch(snapshot, '附表', {}, ['E4']);
        return { ...patch, flags: [...patch.flags, flag(snapshot, '附表', 'B4', null)] };
      });
      expect(after.sheets.map((sheet) => sheet.name)).toEqual([
        '附表',
        '说明',
        '核查清单',
        '汇总表',
      ]);
      expect(valueIn(after, '核查清单', 'B3')).toBe('附表!E4');
      expect(valueIn(after, '核查清单', 'B4')).toBeNull();
    });

    test('the report counts what was done', async () => {
      const snapshot = await host.read();
      const report = await host.apply(fullPatch(snapshot, '附表', { E3: 50 }, ['E4', 'B4']));
      expect(report).toMatchObject({
        cellsWritten: 1,
        flagsSet: 2,
        flagsCleared: 0,
        sheetsWritten: ['核查清单', '汇总表'],
      });
      expect(report.revision).toBe((await host.read()).revision);
      const cleared = await host.apply(clearPatch(await host.read()));
      expect(cleared).toMatchObject({ cellsWritten: 0, flagsCleared: 2 });
    });

    test('stops listening when told to', () => {
      let heard = 0;
      const stop = host.onEdit(() => heard++);
      stop();
      expect(heard).toBe(0);
    });
  });
}
