import { heldWorker } from './held-scripts';

declare global {
  interface Document {
    /** The worker that was started before the page's own script had come. */
    jixiaoWorker?: Promise<StartedWorker>;
  }
}

export interface StartedWorker {
  readonly worker: Worker;
  /** It broke down when nobody listened yet. */
  broken: boolean;
}

/**
 * Starts the worker from where this page keeps it, unless it was started already: the one-file page
 * holds its program, a served page names its file.
 */
export const startedWorker = (page: Document): Promise<StartedWorker> =>
  (page.jixiaoWorker ??= startWorker(page));

async function startWorker(page: Document): Promise<StartedWorker> {
  const started: StartedWorker = { worker: new Worker(await programOf(page)), broken: false };
  started.worker.addEventListener('error', () => (started.broken = true), { once: true });
  return started;
}

async function programOf(page: Document): Promise<URL | string> {
  const held = await heldWorker(page);
  if (held !== null) return URL.createObjectURL(new Blob([held], { type: 'text/javascript' }));
  const file = page.querySelector('meta[name="jixiao-worker"]')?.getAttribute('content');
  return new URL(file ?? 'worker.js', page.baseURI);
}
