import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS, type EngineOptions } from '../../src/engine/options';
import { planClear, planPatch } from '../../src/engine/plan';
import { createFileHost } from '../../src/hosts/file/file-host';
import type { HostPort } from '../../src/hosts/port';
import type { PatchReport } from '../../src/model/patch';
import { openForm } from '../pane/pane-forms';

const OUTLINE = '自评报告提纲';
const WORDS = '我写的一大段';

async function run(host: HostPort, options: Partial<EngineOptions> = {}): Promise<PatchReport> {
  const snapshot = await host.read();
  const all = { ...DEFAULT_OPTIONS, ...options };
  return host.apply(planPatch(snapshot, evaluate(snapshot, all), all));
}

async function write(host: HostPort): Promise<void> {
  const { revision, sheets } = await host.read();
  const outline = sheets.find(({ name }) => name === OUTLINE);
  await host.apply({
    revision,
    values: [
      {
        sheetId: outline?.id ?? '',
        top: 3,
        left: 0,
        values: [[WORDS]],
        before: [[outline?.values[3]?.[0] ?? null]],
      },
    ],
    flags: [],
    cached: [],
    sheets: [],
    removeSheets: [],
    ledger: undefined,
  });
}

async function wordsIn(host: HostPort): Promise<unknown> {
  const { sheets } = await host.read();
  return sheets.find(({ name }) => name === OUTLINE)?.values[3]?.[0];
}

const KEPT = { kind: 'sheet-kept', sheet: OUTLINE, cell: null };

it('an outline with a person’s words stays when it is not wanted any more, and that is said', async () => {
  const host = await openForm();
  await run(host);
  await write(host);
  const report = await run(host, { outline: false });
  expect(report.degradations).toEqual([KEPT]);
  expect(await wordsIn(host)).toBe(WORDS);
  await run(host);
  expect(await wordsIn(host)).toBe(WORDS);
});

it('and when everything is cleared: it is the person’s from then on', async () => {
  const host = await openForm();
  await run(host);
  await write(host);
  const report = await host.apply(planClear(await host.read()));
  expect(report.degradations).toEqual([KEPT]);
  const again = await createFileHost(host.bytes());
  const { sheets, ledger } = await again.read();
  expect(sheets.map(({ name }) => name)).toEqual(['附表', OUTLINE]);
  expect(ledger).toBeNull();
  await run(again);
  expect(await wordsIn(again)).toBe(WORDS);
});

it('an outline nobody wrote in goes', async () => {
  const host = await openForm();
  await run(host);
  const report = await host.apply(planClear(await host.read()));
  expect(report.degradations).toEqual([]);
  expect((await host.read()).sheets.map(({ name }) => name)).toEqual(['附表']);
});
