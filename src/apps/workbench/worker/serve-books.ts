import { asFailure } from '../../../model/failure';
import { createBookStore } from './book-store';
import type { FromWorker, ToWorker } from './protocol';

/** What a worker's global scope, or one end of a channel, has. */
export interface WorkerEnd {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

/** Answers all that comes in at one end with a store of its own. */
export function serveBooks(end: WorkerEnd): void {
  const store = createBookStore();
  const running = new Set<number>();
  const cancelled = new Set<number>();
  end.addEventListener('message', ({ data }) => {
    if (data.kind === 'cancel') {
      if (running.has(data.id)) cancelled.add(data.id);
      return;
    }
    const { id, name, question } = data;
    running.add(id);
    const hooks = {
      onProgress: (done: number, total: number) =>
        end.postMessage({ kind: 'progress', id, done, total }, []),
      cancelled: () => cancelled.has(id),
    };
    store
      // The page's types hold what a question is.
      .answer(name, question as never, hooks)
      .then(
        (answer) => end.postMessage({ kind: 'answer', id, answer }, transferable(answer)),
        (reason: unknown) => {
          const { code, data: told } = asFailure(reason);
          end.postMessage({ kind: 'failed', id, code, data: told }, []);
        },
      )
      .finally(() => {
        running.delete(id);
        cancelled.delete(id);
      });
  });
}

/** Bytes that are the answer go without being copied. */
function transferable(answer: unknown): Transferable[] {
  const isBytes = answer instanceof Uint8Array && answer.byteLength === answer.buffer.byteLength;
  return isBytes && answer.buffer instanceof ArrayBuffer ? [answer.buffer] : [];
}
