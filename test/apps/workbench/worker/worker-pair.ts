import {
  createWorkerClient,
  type PageEnd,
  type WorkerClient,
} from '../../../../src/apps/workbench/worker/worker-client';
import { serveBooks, type WorkerEnd } from '../../../../src/apps/workbench/worker/serve-books';
import type { FromWorker, ToWorker } from '../../../../src/apps/workbench/worker/protocol';

/** A client and a store with nothing between them but what can be cloned. */
export interface WorkerPair {
  readonly client: WorkerClient;
  /** Everything that went over, by direction. */
  readonly sent: { readonly toWorker: ToWorker[]; readonly fromWorker: FromWorker[] };
  /** As a worker that breaks down. */
  breakDown(): void;
}

export function workerPair(): WorkerPair {
  const atWorker = new Set<(event: MessageEvent<ToWorker>) => void>();
  const atPage = new Set<(event: MessageEvent<FromWorker>) => void>();
  const onError = new Set<(event: Event) => void>();
  const sent: WorkerPair['sent'] = { toWorker: [], fromWorker: [] };
  const carry = <T>(
    message: T,
    transfer: Transferable[],
    log: T[],
    listeners: ReadonlySet<(event: MessageEvent<T>) => void>,
  ): void => {
    const data = structuredClone(message, { transfer });
    log.push(data);
    setImmediate(() => {
      for (const listener of listeners) listener({ data } as MessageEvent<T>);
    });
  };
  const workerEnd: WorkerEnd = {
    postMessage: (message, transfer) => carry(message, transfer, sent.fromWorker, atPage),
    addEventListener: (_type, listener) => atWorker.add(listener),
  };
  const pageEnd: PageEnd = {
    postMessage: (message: ToWorker, transfer: Transferable[]) =>
      carry(message, transfer, sent.toWorker, atWorker),
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'message') atPage.add(listener as (event: MessageEvent<FromWorker>) => void);
      else onError.add(listener as (event: Event) => void);
    },
  };
  serveBooks(workerEnd);
  return {
    client: createWorkerClient(pageEnd),
    sent,
    breakDown: () => {
      for (const listener of onError) listener({} as Event);
    },
  };
}
