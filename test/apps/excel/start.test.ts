/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUNCTION_IDS } from '../../../src/apps/excel/functions/register-functions';
import { nameOfDocument, startExcel, type OfficeEntry } from '../../../src/apps/excel/start';
import { COMMAND_NAMES, type CommandEvent, type CommandTarget } from '../../../src/pane/commands';
import { settled, testClock } from '../../pane/pane-forms';

const SOURCE = join(__dirname, '..', '..', '..', 'src', 'apps', 'excel');
const STARTING = readFileSync(join(SOURCE, 'starting.js'), 'utf8');
const PAGE = readFileSync(join(SOURCE, 'index.html'), 'utf8');

/** Office as it is before it is ready; `ready` makes it so. */
function office() {
  let ready: (info: { host: unknown }) => void = () => undefined;
  const waits = new Promise<{ host: unknown }>((resolve) => {
    ready = resolve;
  });
  const run = new Map<string, (event: CommandEvent) => void>();
  const shown: string[] = [];
  const entry: OfficeEntry = {
    onReady: () => waits,
    actions: { associate: (name, work) => run.set(name, work) },
    addin: {
      showAsTaskpane: () => {
        shown.push('pane');
        return Promise.resolve();
      },
    },
  };
  return { entry, run, shown, ready: (host: unknown) => ready({ host }) };
}

function started(host: ReturnType<typeof office>) {
  const faces: string[] = [];
  const functions: string[] = [];
  let tell: ((target: CommandTarget) => void) | null = null;
  void startExcel({
    office: host.entry,
    clock: testClock(),
    register: (to) => FUNCTION_IDS.forEach((id) => to.associate(id, () => id)),
    functions: { associate: (id) => functions.push(id), notAvailable: () => null },
    outside: () => faces.push('outside'),
    open: (found) => {
      faces.push('pane');
      tell = found;
    },
  });
  return { faces, functions, found: (target: CommandTarget) => tell?.(target) };
}

test('commands and functions are there before Office is ready, for the click that loads the page', () => {
  const host = office();
  const { faces, functions } = started(host);
  expect([...host.run.keys()]).toEqual([...COMMAND_NAMES]);
  expect(functions).toEqual([...FUNCTION_IDS]);
  expect(faces).toEqual([]);
});

test('the first click is done once the pane is there', async () => {
  const host = office();
  const { found } = started(host);
  let completed = 0;
  host.run.get('openPane')?.({ completed: () => completed++ });
  await settled();
  expect([host.shown.length, completed]).toEqual([0, 0]);
  host.ready('Excel');
  await settled();
  found({
    session: {} as CommandTarget['session'],
    show: () => undefined,
    walk: () => undefined,
  });
  await settled();
  expect([host.shown.length, completed]).toEqual([1, 1]);
});

test.each([
  ['Excel', 'pane'],
  [null, 'outside'],
  [undefined, 'pane'],
])('in %s it shows the %s', async (where, face) => {
  const host = office();
  const { faces } = started(host);
  host.ready(where);
  await settled();
  expect(faces).toEqual([face]);
});

test('without office.js nothing is thrown: the page says so by itself', async () => {
  await expect(
    startExcel({
      office: null,
      clock: testClock(),
      register: () => undefined,
      functions: null,
      outside: () => undefined,
      open: () => undefined,
    }),
  ).resolves.toBeUndefined();
});

describe('the page before there is a pane', () => {
  /** The template as the bundler fills it in, and its script run. */
  function opened(): void {
    jest.useFakeTimers();
    const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(PAGE)?.[1] ?? '';
    const filled = body
      .replace(/<% if[\s\S]*?<% } %>/g, '')
      .replace(/<%=[^%]*%>/g, 'https://office.example/office.js');
    document.body.innerHTML = filled;
    document.body.className = /<body class="([^"]*)"/.exec(PAGE)?.[1] ?? '';
    const script = document.createElement('script');
    script.textContent = STARTING;
    document.head.append(script);
  }
  afterEach(() => {
    jest.useRealTimers();
  });
  const address = (): string => document.getElementById('address')?.textContent ?? '';

  test('has words from the first, and each face it can show', () => {
    opened();
    for (const face of ['starting', 'unreachable', 'outside']) {
      expect(document.getElementById(face)?.textContent).toMatch(/[\u4e00-\u9fff]/);
      expect(PAGE).toContain(`body.${face} #${face}`);
    }
    expect(document.body.className).toBe('starting');
  });

  test('names the script that did not come', () => {
    opened();
    const script = document.createElement('script');
    script.src = 'https://server.example/pane.1234.js';
    document.body.append(script);
    script.dispatchEvent(new Event('error'));
    expect(document.body.className).toBe('unreachable');
    expect(address()).toBe('https://server.example/pane.1234.js');
  });

  test('after ten seconds it says what it waits for', () => {
    opened();
    jest.advanceTimersByTime(9_999);
    expect(document.body.className).toBe('starting');
    jest.advanceTimersByTime(1);
    expect(document.body.className).toBe('unreachable');
    expect(address()).toBe('https://office.example/office.js');
  });

  test('leaves the pane alone once it is there', () => {
    opened();
    const root = document.getElementById('root');
    if (root) root.innerHTML = '<main>窗格</main>';
    jest.advanceTimersByTime(60_000);
    expect(document.body.textContent).toContain('窗格');
    expect(document.body.className).toBe('starting');
  });

  test('office.js stands behind the words, so that a slow one holds nothing up', () => {
    expect(PAGE.indexOf('officeUrl %>"></script>')).toBeGreaterThan(PAGE.indexOf('id="starting"'));
    expect(PAGE.indexOf('starting.js')).toBeLessThan(PAGE.indexOf('<body'));
  });
});

test.each([
  ['https://contoso.sharepoint.com/%E9%99%84%E8%A1%A8.xlsx?web=1', '附表.xlsx'],
  ['C:\\表\\附表 100%.xlsx', '附表 100%.xlsx'],
  ['https://contoso.sharepoint.com/100%.xlsx', '100%.xlsx'],
  ['', 'workbook.xlsx'],
  [undefined, 'workbook.xlsx'],
])('the workbook at %s is called %s', (url, name) => {
  expect(nameOfDocument(url)).toBe(name);
});
