import { strToU8, unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { createBatch } from '../../../../src/apps/workbench/worker/batch-run';
import { createPageHost, type PageHost } from '../../../../src/apps/workbench/worker/page-host';
import { createWorkerEngine } from '../../../../src/apps/workbench/worker/worker-engine';
import { DEFAULT_OPTIONS } from '../../../../src/engine/options';
import { evaluate } from '../../../../src/engine/evaluate';
import { planClear, planPatch } from '../../../../src/engine/plan';
import { createFileHost } from '../../../../src/hosts/file/file-host';
import type { CellEdit } from '../../../../src/model/edit';
import type { BookView } from '../../../../src/model/look';
import type { Snapshot } from '../../../../src/model/snapshot';
import { openXlsx } from '../../../../src/xlsx/open';
import { failureCodeOf } from '../../../support/failure-code';
import { buildSheet, buildWorkbook } from '../../../support/workbook-builder';
import { largeWorkbook } from '../../../bench/large-sheet';
import { hostContract } from '../../../hosts/contract';
import { contractFile } from '../../../hosts/contract-file';
import { changedParts } from '../../../xlsx/write/written';
import { openCounts } from '../../../../src/model/finding';
import { findingItems } from '../../../../src/pane/finding-items';
import { createSession } from '../../../../src/pane/session';
import { FORM, testClock } from '../../../pane/pane-forms';
import { workerPair, type WorkerPair } from './worker-pair';

interface OpenHost {
  readonly pair: WorkerPair;
  readonly host: PageHost;
  readonly views: BookView[];
  readonly counts: (number | undefined)[];
  /** What the page is told of runs. */
  readonly runs: readonly string[];
}

async function opened(bytes: Uint8Array, book = '甲'): Promise<OpenHost> {
  const pair = workerPair();
  await pair.client.ask('open', { book, fileName: '附表.xlsx', bytes });
  const views: BookView[] = [];
  const counts: (number | undefined)[] = [];
  const runs: string[] = [];
  const host = createPageHost({
    client: pair.client,
    book,
    onView: (view, edited) => {
      views.push(view);
      counts.push(edited);
    },
    onSelect: () => undefined,
    onWritten: (unasked) => {
      runs.push(unasked ? 'unasked' : 'asked');
    },
    onTakenBack: () => {
      runs.push('taken back');
    },
  });
  return { pair, host, views, counts, runs };
}

hostContract('a book in the worker', async (sheets) => (await opened(contractFile(sheets))).host);

const form = (): Uint8Array => largeWorkbook(6);

const firstId = (snapshot: Snapshot): string => snapshot.sheets[0]?.id ?? '';

const typed = (
  snapshot: Snapshot,
  row: number,
  column: number,
  value: CellEdit['value'],
): CellEdit => ({ sheetId: firstId(snapshot), cell: { row, column }, value, formula: null });

async function score({ pair, host }: OpenHost): Promise<void> {
  const engine = createWorkerEngine(pair.client);
  const snapshot = await host.read();
  const result = await engine.evaluate(snapshot, DEFAULT_OPTIONS);
  await host.apply(await engine.planPatch(snapshot, result, DEFAULT_OPTIONS, 'zh-CN'));
}

const saved = ({ pair }: OpenHost): Promise<Uint8Array> => pair.client.ask('save', { book: '甲' });

describe('a book in the worker', () => {
  test('is scored to the very bytes the file host writes', async () => {
    const open = await opened(form());
    await score(open);
    const file = await createFileHost(form());
    const snapshot = await file.read();
    const result = evaluate(snapshot, DEFAULT_OPTIONS);
    await file.apply(planPatch(snapshot, result, DEFAULT_OPTIONS));
    expect(changedParts(await saved(open), file.bytes())).toEqual([]);
    expect(result.tables).toHaveLength(1);
  });

  test('snapshots and results go over once and are named after that', async () => {
    const { pair, host } = await opened(form());
    const engine = createWorkerEngine(pair.client);
    const snapshot = await host.read();
    const result = await engine.evaluate(snapshot, DEFAULT_OPTIONS);
    await engine.planPatch(snapshot, result, DEFAULT_OPTIONS, 'zh-CN');
    const asked = pair.sent.toWorker.flatMap((one) => (one.kind === 'ask' ? [one] : []));
    expect(asked.filter(({ question }) => JSON.stringify(question).includes('"given"'))).toEqual(
      [],
    );
    // Another's snapshot, and one long forgotten, are sent whole.
    const copy = structuredClone(snapshot);
    expect(await engine.evaluate(copy, DEFAULT_OPTIONS)).toEqual(result);
    for (let round = 0; round < 15; round++) await host.read();
    expect(await engine.evaluate(snapshot, DEFAULT_OPTIONS)).toEqual(result);
    expect(await engine.planPatch(snapshot, result, DEFAULT_OPTIONS, 'zh-CN')).toMatchObject({
      revision: snapshot.revision,
    });
  });

  test('what a run leaves is read and scored behind it: nothing more is asked for', async () => {
    const open = await opened(form());
    const { pair, host } = open;
    const engine = createWorkerEngine(pair.client);
    await score(open);
    const asked = pair.sent.toWorker.length;
    const after = await host.read();
    const result = await engine.evaluate(after, DEFAULT_OPTIONS);
    expect(pair.sent.toWorker).toHaveLength(asked);
    expect(result).toEqual(evaluate(after, DEFAULT_OPTIONS));
    expect(after).toEqual(openXlsx(await saved(open)).snapshot);
    const planned = planPatch(after, result, DEFAULT_OPTIONS);
    const before = pair.sent.toWorker.length;
    expect(await engine.planPatch(after, result, DEFAULT_OPTIONS, 'zh-CN')).toEqual(planned);
    expect(pair.sent.toWorker).toHaveLength(before);
    // Held by the worker under its own number, too, where it is asked for after all.
    await engine.planPatch(after, result, DEFAULT_OPTIONS, 'en');
    expect(JSON.stringify(pair.sent.toWorker.at(-1))).not.toContain('"given"');
    const other = { ...DEFAULT_OPTIONS, adopt: new Set(['附表!F5']) };
    expect(await engine.evaluate(after, other)).toEqual(evaluate(after, other));
    expect(pair.sent.toWorker).toHaveLength(asked + 3);
  });

  test.each(['edited', 'undone'])('a book %s after a run is read anew', async (how) => {
    const open = await opened(form());
    const { host } = open;
    await score(open);
    const written = (await host.read()).revision;
    const again = await createWorkerEngine(open.pair.client).evaluate(
      await host.read(),
      DEFAULT_OPTIONS,
    );
    await host.apply(planClear(await host.read()));
    expect(again.tables).toHaveLength(1);
    if (how === 'undone') await host.undo?.();
    else await host.edited([typed(await host.read(), 20, 0, '备注')]);
    const after = await host.read();
    if (how === 'undone') expect(after.revision).toBe(written);
    else expect(after.sheets[0]?.values[20]?.[0]).toBe('备注');
  });

  test('an edit of a scored book is answered by three questions and one asked ahead, without a pause', async () => {
    const { pair, host } = await opened(form());
    const clock = testClock();
    const pauses: number[] = [];
    const session = createSession({
      host,
      engine: createWorkerEngine(pair.client),
      clock: {
        ...clock,
        after: (delay, work) => {
          if (delay === 0) pauses.push(delay);
          return clock.after(delay, work);
        },
      },
      settings: { autoRecalculate: true },
    });
    await session.start();
    await session.preview();
    await session.apply();
    const before = session.state().workbook;
    if (!before) throw new Error('it is not read');
    const first = pair.sent.toWorker.length;
    await host.edited([typed(before.snapshot, 3, 4, 1)]);
    clock.pass(1_000);
    for (let turn = 0; turn < 200 && session.state().workbook === before; turn += 1)
      await new Promise((resolve) => setImmediate(resolve));
    const { workbook, stage, dirty } = session.state();
    expect([stage.kind, dirty]).toEqual(['ready', false]);
    expect(workbook?.result).toEqual(
      evaluate(await host.read(), workbook?.options ?? DEFAULT_OPTIONS),
    );
    const asked = pair.sent.toWorker.slice(first).map((one) => one.kind === 'ask' && one.name);
    expect(asked.slice(0, 4)).toEqual(['edit', 'read', 'apply', 'read']);
    expect(pauses).toEqual([]);
  });

  test('tells of edits that change something, and only of those', async () => {
    const { host } = await opened(form());
    const snapshot = await host.read();
    let heard = 0;
    const stop = host.onEdit(() => {
      heard += 1;
    });
    const same = snapshot.sheets[0]?.values[2]?.[0] ?? null;
    await host.edited([typed(snapshot, 2, 0, same)]);
    expect(heard).toBe(0);
    await host.edited([typed(snapshot, 20, 0, '备注')]);
    expect(heard).toBe(1);
    await host.edited([typed(snapshot, 20, 0, '备注')]);
    expect(heard).toBe(1);
    stop();
    await host.edited([typed(snapshot, 20, 0, '又一个')]);
    expect(heard).toBe(1);
    const after = await host.read();
    expect(after.sheets[0]?.values[20]?.[0]).toBe('又一个');
    expect(after.revision).not.toBe(snapshot.revision);
  });

  test('a plan made before an edit is refused', async () => {
    const { pair, host } = await opened(form());
    const engine = createWorkerEngine(pair.client);
    const snapshot = await host.read();
    const result = await engine.evaluate(snapshot, DEFAULT_OPTIONS);
    const patch = await engine.planPatch(snapshot, result, DEFAULT_OPTIONS, 'zh-CN');
    await host.edited([typed(snapshot, 20, 0, '备注')]);
    expect(await failureCodeOf(host.apply(patch))).toBe('stale-snapshot');
  });

  test('a refused edit leaves the others, and the grid is shown the book as it is', async () => {
    const bytes = buildWorkbook({
      sheets: [{ name: '附表', rows: [['甲', null, 1]], merges: ['A1:B1'] }],
    });
    const { host, views } = await opened(bytes);
    const snapshot = await host.read();
    await host.edited([typed(snapshot, 3, 0, '留着')]);
    expect(await failureCodeOf(host.edited([typed(snapshot, 0, 1, '盖住')]))).toBe(
      'patch-merge-hidden',
    );
    expect(views).toHaveLength(1);
    expect(views[0]?.sheets[0]?.values[3]?.[0]).toBe('留着');
    expect((await host.read()).sheets[0]?.values[0]?.[1]).toBeNull();
  });

  test('taking a run back keeps what a person changed after it', async () => {
    const before = await opened(form());
    const snapshot = await before.host.read();
    const note = [typed(snapshot, 20, 0, '手填')];
    await before.host.edited(note);
    const expected = await saved(before);

    const open = await opened(form());
    await score(open);
    await open.host.edited(note);
    expect(await open.host.undo?.()).toBe(true);
    expect(changedParts(await saved(open), expected)).toEqual([]);
    expect(await open.host.undo?.()).toBe(false);
  });

  test('the view says how many edits it holds already', async () => {
    const open = await opened(form());
    const snapshot = await open.host.read();
    const first = open.host.edited([typed(snapshot, 20, 0, 1)]);
    const clear = open.host.undo?.();
    const second = open.host.edited([typed(snapshot, 21, 0, 2)]);
    await Promise.all([first, clear, second]);
    expect(open.counts).toEqual([1]);
    expect(open.views[0]?.sheets[0]?.values[20]?.[0]).toBe(1);
  });

  test('any order of edits, runs, takings back and clearings ends in what was typed', async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('edit' as const),
        row: fc.nat(30),
        column: fc.nat(11),
        value: fc.constantFrom('备注', 5, '=1+1', '96%'),
      }),
      fc.record({ kind: fc.constantFrom('score' as const, 'undo' as const, 'clear' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const open = await opened(form());
        const plain = await opened(form());
        const first = await open.host.read();
        for (const one of steps) {
          if (one.kind === 'edit') {
            const edit = [typed(first, 12 + one.row, one.column, one.value)];
            await open.host.edited(edit);
            await plain.host.edited(edit);
          } else if (one.kind === 'score') await score(open);
          else if (one.kind === 'undo') await open.host.undo?.();
          else await open.host.apply(planClear(await open.host.read()));
        }
        while (await open.host.undo?.()) continue;
        expect(changedParts(await saved(open), await saved(plain))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('bytes that are saved are a copy; a closed book says so', async () => {
    const open = await opened(form());
    const first = await saved(open);
    expect(openXlsx(first).snapshot.revision).toBe(openXlsx(await saved(open)).snapshot.revision);
    await open.pair.client.ask('close', { book: '甲' });
    expect(await failureCodeOf(saved(open))).toBe('book-closed');
  });

  test('what cannot be opened says why', async () => {
    const { client } = workerPair();
    const open = (bytes: Uint8Array): Promise<string> =>
      failureCodeOf(client.ask('open', { book: '乙', fileName: '附表.xlsx', bytes }));
    expect(await open(new Uint8Array(0))).toBe('file-empty');
    expect(await open(strToU8('<html></html>'))).toBe('file-html');
    expect(await open(form().slice(0, 300))).toMatch(/^(zip|file)-/);
  });
});

describe('the client', () => {
  test('a question stopped by its signal ends at once and its answer is dropped', async () => {
    const { client, sent } = workerPair();
    const stop = new AbortController();
    const asked = client.ask(
      'open',
      { book: '甲', fileName: '附表.xlsx', bytes: form() },
      { signal: stop.signal },
    );
    stop.abort();
    expect(await failureCodeOf(asked)).toBe('cancelled');
    expect(sent.toWorker.at(-1)).toMatchObject({ kind: 'cancel' });
    expect(await failureCodeOf(client.ask('save', { book: '甲' }))).toBe('book-closed');
    expect(
      await failureCodeOf(client.ask('save', { book: '甲' }, { signal: AbortSignal.abort() })),
    ).toBe('cancelled');
  });

  test('a worker that breaks down ends every question, and later ones too', async () => {
    const pair = workerPair();
    const { client } = pair;
    const asked = client.ask('save', { book: '甲' });
    pair.breakDown();
    expect(await failureCodeOf(asked)).toBe('worker-stopped');
    expect(await failureCodeOf(client.ask('save', { book: '甲' }))).toBe('worker-stopped');
  });
});

describe('a batch', () => {
  const files = [
    { name: '甲/附表.xlsx', file: new Blob([form() as Uint8Array<ArrayBuffer>]) },
    { name: '坏的.xlsx', file: new Blob(['不是表格']) },
    { name: '空的.xlsx', file: new Blob([buildSheet([['随便']]) as Uint8Array<ArrayBuffer>]) },
  ];

  test('scores every file, says of each what went wrong, and gives all of it as one', async () => {
    const { client } = workerPair();
    const progress: [number, number][] = [];
    const rows = await client.ask(
      'batch',
      { files, options: DEFAULT_OPTIONS, language: 'zh-CN' },
      { onProgress: (done, total) => progress.push([done, total]) },
    );
    expect(progress).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(rows.map(({ name, failure }) => [name, failure?.code ?? null])).toEqual([
      ['甲/附表.xlsx', null],
      ['坏的.xlsx', 'file-text'],
      ['空的.xlsx', 'batch-no-form'],
    ]);
    const [row] = rows;
    const expected = evaluate(openXlsx(form()).snapshot, DEFAULT_OPTIONS).tables[0];
    expect(row).toMatchObject({
      score: expected?.totals.score,
      grade: expected?.totals.grade,
      project: expected?.table.project?.value,
    });
    const { zip, summary } = await client.ask('batchOutput', { date: '2026-03-02' });
    const parts = unzipSync(zip);
    expect(Object.keys(parts).sort()).toEqual(['甲/附表.xlsx', '自评情况汇总表.xlsx'].sort());
    const open = await opened(form());
    await score(open);
    expect(changedParts(parts['甲/附表.xlsx'] ?? new Uint8Array(), await saved(open))).toEqual([]);
    const sheet = openXlsx(summary).snapshot.sheets[0];
    expect(sheet?.name).toBe('自评情况汇总表');
    expect(sheet?.values[3]?.slice(0, 2)).toEqual([1, row?.project]);
    expect(sheet?.values.slice(4).map(([text]) => text)).toEqual([
      expect.stringContaining('坏的.xlsx'),
      expect.stringContaining('空的.xlsx'),
    ]);
  });

  test('says of a file that is gone that it cannot be read', async () => {
    const gone = new Blob([]);
    gone.arrayBuffer = () => Promise.reject(new DOMException('it is gone', 'NotFoundError'));
    const batch = createBatch();
    const rows = await batch.run(
      {
        files: [
          { name: '读不到.xlsx', file: null },
          { name: '走了.xlsx', file: gone },
          ...files.slice(0, 1),
        ],
        options: DEFAULT_OPTIONS,
        language: 'zh-CN',
      },
      { onProgress: () => undefined, cancelled: () => false },
    );
    expect(rows.map(({ name, failure }) => [name, failure?.code, failure?.data])).toEqual([
      ['读不到.xlsx', 'file-gone', { name: '读不到.xlsx' }],
      ['走了.xlsx', 'file-gone', { name: '走了.xlsx' }],
      ['甲/附表.xlsx', undefined, undefined],
    ]);
  });

  test('counts as open what is open in the file it writes', async () => {
    const { client } = workerPair();
    const bytes = buildWorkbook({ sheets: [FORM] });
    const file = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    const [row] = await client.ask('batch', {
      files: [{ name: '附表.xlsx', file }],
      options: DEFAULT_OPTIONS,
      language: 'zh-CN',
    });
    const session = createSession({ host: await createFileHost(bytes), clock: testClock() });
    await session.start();
    await session.preview();
    await session.apply();
    const { workbook } = session.state();
    if (!workbook) throw new Error('it is not read');
    const items = findingItems(workbook.snapshot, workbook.result, workbook.options);
    const { error, warning, info } = openCounts(items.map(({ finding }) => finding));
    expect(row).toMatchObject({ errors: error, warnings: warning, infos: info, weight: 100 });
    expect(items.length).toBeGreaterThan(error + warning + info);
  });

  test('asks a person to name columns only where a table is offered for it', async () => {
    const { client } = workerPair();
    const sheet = { ...FORM, rows: [['自评表'], ...FORM.rows.slice(6, -1)] };
    const file = new Blob([buildWorkbook({ sheets: [sheet] }) as Uint8Array<ArrayBuffer>]);
    const [row] = await client.ask('batch', {
      files: [{ name: '附表.xlsx', file }],
      options: DEFAULT_OPTIONS,
      language: 'zh-CN',
    });
    expect(row?.failure?.code).toBe('batch-no-table');
  });

  test('stops between two files, and without a run there is no output', async () => {
    const { client } = workerPair();
    const stop = new AbortController();
    const asked = client.ask(
      'batch',
      { files, options: DEFAULT_OPTIONS, language: 'zh-CN' },
      {
        signal: stop.signal,
        onProgress: (done) => {
          if (done === 1) stop.abort();
        },
      },
    );
    expect(await failureCodeOf(asked)).toBe('cancelled');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await failureCodeOf(client.ask('batchOutput', { date: '' }))).toBe('batch-none');
  });
});
