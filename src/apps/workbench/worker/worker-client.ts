import { DEFAULT_OPTIONS } from '../../../engine/options';
import { Failure } from '../../../model/failure';
import type { Patch } from '../../../model/patch';
import type { WorkbookResult } from '../../../model/score';
import type { Snapshot } from '../../../model/snapshot';
import type { FromWorker, QuestionName, Questions, ToWorker, Usual } from './protocol';

export interface AskHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What the page knows of what the worker sent. */
export interface Known {
  /** Under which number the worker holds a thing. */
  readonly held: WeakMap<object, number>;
  /** To what a snapshot was scored, what would be written, and how. */
  readonly scored: WeakMap<Snapshot, Scoring>;
  /** How was scored and planned last. */
  usual: Usual;
}

export interface Scoring {
  readonly how: Usual;
  readonly result: WorkbookResult;
  readonly patch: Patch | null;
}

/** The worker as the page sees it. */
export interface WorkerClient {
  /**
   * @throws Failure what the worker ran into; `cancelled` at once when the signal is given;
   *   `worker-stopped` where it broke down.
   */
  ask<K extends QuestionName>(
    name: K,
    question: Questions[K][0],
    hooks?: AskHooks,
  ): Promise<Questions[K][1]>;
  readonly known: Known;
  stop(): void;
}

/** What a Worker, or one end of a channel, has. */
export interface PageEnd {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate?(): void;
}

interface Open {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Failure) => void;
  readonly onProgress: AskHooks['onProgress'];
}

export function createWorkerClient(end: PageEnd): WorkerClient {
  const open = new Map<number, Open>();
  let last = 0;
  let isBroken = false;

  const breakDown = (): void => {
    isBroken = true;
    for (const { reject } of open.values()) reject(new Failure('worker-stopped'));
    open.clear();
  };
  end.addEventListener('message', ({ data }) => {
    const one = open.get(data.id);
    if (!one) return;
    if (data.kind === 'progress') {
      one.onProgress?.(data.done, data.total);
      return;
    }
    open.delete(data.id);
    // The worker answers each question with its own kind of answer.
    if (data.kind === 'answer') one.resolve(data.answer as never);
    else one.reject(new Failure(data.code, data.data));
  });
  end.addEventListener('error', breakDown);
  end.addEventListener('messageerror', breakDown);

  return {
    known: {
      held: new WeakMap(),
      scored: new WeakMap(),
      usual: { options: DEFAULT_OPTIONS, language: 'zh-CN' },
    },
    ask: (name, question, { signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        if (isBroken) {
          reject(new Failure('worker-stopped'));
          return;
        }
        if (signal?.aborted) {
          reject(new Failure('cancelled'));
          return;
        }
        last += 1;
        const id = last;
        open.set(id, { resolve, reject, onProgress });
        signal?.addEventListener(
          'abort',
          () => {
            if (!open.delete(id)) return;
            end.postMessage({ kind: 'cancel', id }, []);
            reject(new Failure('cancelled'));
          },
          { once: true },
        );
        end.postMessage({ kind: 'ask', id, name, question }, []);
      }),
    stop: () => {
      end.terminate?.();
      breakDown();
    },
  };
}
