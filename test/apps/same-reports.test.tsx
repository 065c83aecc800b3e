/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { act, cleanup, configure, screen, waitFor } from '@testing-library/react';
import { unzipSync } from 'fflate';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/apps/cli/run';
import { createFileHost } from '../../src/hosts/file/file-host';
import { reportDeskOf, type OtherBook } from '../../src/pane/report/report-desk';
import { createSession } from '../../src/pane/session';
import { systemClock } from '../../src/pane/surroundings';
import { reporting } from '../../src/texts/zh-CN/reporting';
import { FORM } from '../pane/pane-forms';
import { show, unfold, withoutMedia, type Shown } from '../pane/report/shown-tab';
import { buildWorkbook, type SheetSpec } from '../support/workbook-builder';

beforeAll(() => {
  Object.assign(globalThis, { TextDecoder, TextEncoder });
  withoutMedia();
});
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-same-'));
});
afterEach(() => {
  cleanup();
  rmSync(folder, { recursive: true, force: true });
});

/** The same form for another project. */
const formOf = (sheet: string, project: string): SheetSpec => ({
  ...FORM,
  name: sheet,
  rows: FORM.rows.map((row, at) => (at === 2 ? ['项目名称', project] : row)),
});
const ROADS = formOf('附表2', '县乡公路养护工程');

/** Each workbook by its sheets. */
const BOOKS: Readonly<Record<string, readonly SheetSpec[]>> = {
  'one form': [FORM],
  'two sheets of one workbook': [FORM, ROADS],
};

async function commandLine(argv: readonly string[]): Promise<string> {
  const told: string[] = [];
  const stream = { isTTY: false, write: (text: string) => void told.push(text) };
  const io = { cwd: folder, env: {}, stdout: stream, stderr: stream };
  await run(argv, { ...io, terminal: null, worker: null, pages: [], timeLimit: 60 });
  return told.join('');
}

const bytesOf = (sheets: readonly SheetSpec[]): Uint8Array =>
  buildWorkbook({ sheets: [...sheets] });

/** What a program sees of a file: of a .docx its parts, however they were packed. */
function seen(name: string, bytes: Uint8Array): Readonly<Record<string, string>> {
  const parts = name.endsWith('.docx') ? unzipSync(new Uint8Array(bytes)) : { [name]: bytes };
  return Object.fromEntries(
    Object.entries(parts).map(([part, content]) => [part, Buffer.from(content).toString('utf8')]),
  );
}

/** What the pane saves by a press. */
async function savedBy({ user, saved }: Shown, label: string): Promise<Uint8Array> {
  saved.clear();
  await user.click(screen.getByRole('button', { name: label }));
  await waitFor(() => expect(saved.size).toBe(1));
  return [...saved.values()][0] ?? new Uint8Array();
}

const joinAll = async ({ user }: Shown): Promise<void> => {
  await user.click(screen.getByRole('button', { name: reporting['reporting.joint'] }));
  await user.click(screen.getByRole('button', { name: reporting['reporting.joint.all'] }));
};

async function sameReports(shown: Shown, books: readonly string[], template: string) {
  await unfold(shown.user, 'structure');
  await unfold(shown.user, 'more');
  const choice = screen.getByRole('combobox', { name: reporting['reporting.structure'] });
  await shown.user.selectOptions(choice, template);
  for (const [label, name] of [
    ['reporting.save.docx', '报告.docx'],
    ['reporting.save.md', '报告.md'],
  ] as const) {
    const argv = ['report', ...books, '--template', template, '--out', name, '--force'];
    await commandLine(argv);
    const own = await savedBy(shown, reporting[label]);
    expect(seen(name, own)).toEqual(seen(name, readFileSync(join(folder, name))));
  }
}

test.each(['one form', 'two sheets of one workbook'])(
  'pane and command line write the same files: %s',
  async (name) => {
    const bytes = bytesOf(BOOKS[name] ?? []);
    writeFileSync(join(folder, '附表.xlsx'), bytes);
    const shown = await show({}, { file: await createFileHost(bytes) });
    if (name !== 'one form') await joinAll(shown);
    for (const template of ['cn-project', 'cn-transfer', 'gd-jiangmen-2024']) {
      await sameReports(shown, ['附表.xlsx'], template);
    }
  },
);

test('and over the workbooks that are open beside it', async () => {
  const [own, roads] = [bytesOf([FORM]), bytesOf([ROADS])];
  writeFileSync(join(folder, '附表.xlsx'), own);
  writeFileSync(join(folder, '公路.xlsx'), roads);
  const shown = await show({}, { file: await createFileHost(own) });
  const session = createSession({ host: await createFileHost(roads), clock: systemClock });
  await session.start();
  const { workbook } = session.state();
  if (!workbook) throw new Error('nothing was read');
  const nothing = (): void => undefined;
  const beside: OtherBook = {
    id: '2',
    name: '公路.xlsx',
    workbook,
    check: nothing,
    select: nothing,
  };
  act(() => reportDeskOf(shown.session).change({ others: [beside] }));
  await joinAll(shown);
  await sameReports(shown, ['附表.xlsx', '公路.xlsx'], 'cn-project');
  await sameReports(shown, ['附表.xlsx', '公路.xlsx'], 'cn-transfer');
});

test('what is found in a report, its comments and the document about it are the same', async () => {
  const bytes = bytesOf([FORM]);
  writeFileSync(join(folder, '附表.xlsx'), bytes);
  await commandLine(['report', '附表.xlsx', '--template', 'cn-project', '--out', '报告.docx']);
  const verify = ['verify', '报告.docx', '--with', '附表.xlsx'];
  await commandLine([...verify, '--comments', '批注.docx']);
  await commandLine([...verify, '--format', 'docx', '--out', '核对.docx']);
  const shown = await show({}, { file: await createFileHost(bytes) });
  await shown.user.click(screen.getByRole('tab', { name: reporting['reporting.face.verify'] }));
  const report = readFileSync(join(folder, '报告.docx'));
  const file = new File([report], '报告.docx');
  Object.assign(file, { arrayBuffer: () => Promise.resolve(new Uint8Array(report).buffer) });
  const input = document.querySelector<HTMLInputElement>('#report-face input[type=file]');
  if (!input) throw new Error('nowhere to choose a file');
  await shown.user.upload(input, file);
  await screen.findByRole('button', { name: reporting['reporting.save.comments'] });
  for (const [label, name] of [
    ['reporting.save.comments', '批注.docx'],
    ['reporting.save.verified', '核对.docx'],
  ] as const) {
    const own = await savedBy(shown, reporting[label]);
    expect(seen(name, own)).toEqual(seen(name, readFileSync(join(folder, name))));
  }
});
