/** Webpack's own way to a later script, by the name of its part. */
declare let __webpack_chunk_load__: (part: string) => Promise<unknown>;

const WORKER = 'worker';

/**
 * The element that holds a script in the one-file page, packed (gzip, base64): there it costs neither
 * reading as text nor compiling until it is asked for.
 */
export const heldId = (part: string): string => `jixiao-held-${part}`;

/** The worker's program stands above all scripts of that page. */
export const isOneFile = (page: Document): boolean => page.getElementById(heldId(WORKER)) !== null;

/** The worker's program; null in a served page. */
export const heldWorker = (page: Document): Promise<string | null> => takeHeld(page, WORKER);

/**
 * In the one-file page each later script is put to work when it is first asked for; the page's policy
 * knows it by its text. A served page goes on as webpack does.
 */
export function loadHeldScripts(page: Document): void {
  if (!isOneFile(page)) return;
  const load = __webpack_chunk_load__;
  const asked = new Map<string, Promise<void>>();
  __webpack_chunk_load__ = async (part) => {
    const working = asked.get(part) ?? putToWork(page, part);
    asked.set(part, working);
    await working;
    return load(part);
  };
}

async function putToWork(page: Document, part: string): Promise<void> {
  // It may stand below the script that asks.
  await documentRead(page);
  const text = await takeHeld(page, part);
  if (text === null) return;
  const script = page.createElement('script');
  script.textContent = text;
  page.head.append(script);
}

function documentRead(page: Document): Promise<void> {
  if (page.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    page.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

async function takeHeld(page: Document, part: string): Promise<string | null> {
  const element = page.getElementById(heldId(part));
  if (!element) return null;
  const packed = new Blob([bytesOf(element.textContent)]);
  if (part !== WORKER) element.remove();
  return new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
