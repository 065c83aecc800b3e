import { oneFilePage } from '../../../../build/one-file-page';
import {
  heldWorker,
  isOneFile,
  loadHeldScripts,
} from '../../../../src/apps/workbench/frame/held-scripts';

const HTML =
  `<html><head><meta http-equiv="Content-Security-Policy" content="default-src 'self'">` +
  '<meta name="jixiao-worker" content="worker.1.js"></head><body></body></html>';

const GRID = `say("表格 </script><!-- \u2028", \`$&\`)`;
const WORKER = 'postMessage("评分")';

interface Held {
  textContent: string;
  remove(): void;
}

/** As much of a document as its elements with an id, and what was put into its head. */
function documentOf(html: string, readyState: DocumentReadyState = 'complete') {
  const elements = new Map<string, Held>();
  for (const [, id = '', text = ''] of html.matchAll(/ id="([^"]+)">([^<]*)</g))
    elements.set(id, { textContent: text, remove: () => elements.delete(id) });
  const put: string[] = [];
  const listeners: (() => void)[] = [];
  const page = {
    readyState,
    getElementById: (id: string) => elements.get(id) ?? null,
    createElement: () => ({ textContent: '' }),
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
    head: { append: ({ textContent }: Held) => put.push(textContent) },
  };
  return { page: page as unknown as Document, put, listeners };
}

const ONE_FILE = oneFilePage({ html: HTML, scripts: [], later: { grid: GRID }, worker: WORKER });

let loaded: string[] = [];
beforeEach(() => {
  loaded = [];
  Object.assign(globalThis, {
    __webpack_chunk_load__: (part: string) => Promise.resolve(loaded.push(part)),
  });
});
const ask = (part: string): Promise<unknown> =>
  (
    globalThis as unknown as Record<'__webpack_chunk_load__', (part: string) => Promise<unknown>>
  ).__webpack_chunk_load__(part);

test('what the one-file page holds packed comes out as it was', async () => {
  const { page } = documentOf(ONE_FILE);
  expect(ONE_FILE).not.toContain('评分');
  expect(await heldWorker(page)).toBe(WORKER);
  // Still there for whoever asks what kind of page this is.
  expect(isOneFile(page)).toBe(true);
});

test('a later script is put to work once, when it is asked for', async () => {
  const { page, put } = documentOf(ONE_FILE);
  loadHeldScripts(page);
  expect(put).toEqual([]);
  await Promise.all([ask('grid'), ask('grid')]);
  await ask('grid');
  expect(put).toEqual([GRID]);
  // What the page does not hold is webpack's to find, or to fail at.
  await ask('elsewhere');
  expect(loaded).toEqual(['grid', 'grid', 'grid', 'elsewhere']);
});

test('a script below the one that asks is waited for', async () => {
  const { page, put, listeners } = documentOf(ONE_FILE, 'loading');
  loadHeldScripts(page);
  const asked = ask('grid');
  await Promise.resolve();
  expect(put).toEqual([]);
  listeners.forEach((listener) => listener());
  await asked;
  expect(put).toEqual([GRID]);
});

test('a served page holds nothing', async () => {
  const { page, put } = documentOf(HTML);
  expect(isOneFile(page)).toBe(false);
  expect(await heldWorker(page)).toBeNull();
  loadHeldScripts(page);
  await ask('grid');
  expect([put, loaded]).toEqual([[], ['grid']]);
});
