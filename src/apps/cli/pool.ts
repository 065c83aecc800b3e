import { availableParallelism } from 'node:os';
import { compileLess, FILES_BEFORE } from './compile-less';
import { inOrder } from './in-order';
import type { Job, Work } from './job';
import type { Told } from './tell-outcome';
import { startThread, type Thread } from './thread';

/** A file of a run: a job, or what is told of a file that could not even be begun. */
export type Task = { readonly job: Job } | { readonly told: Told };

export interface PoolOptions {
  readonly work: Work;
  /** The worker's file; null does the jobs one after the other in this thread. */
  readonly worker: string | null;
  /** Seconds one file may take. */
  readonly timeLimit: number;
  /** Seconds that a file under way has to come to its end where the run is stopped. */
  readonly grace: number;
  readonly stop: AbortSignal;
  /** Gets every file's result in the order of the tasks, as soon as it is its turn. */
  readonly onTold: (told: Told) => void;
  /** Until whoever reads the results has taken them. */
  readonly drained: () => Promise<void>;
}

/** Files that one more thread must have to be worth its start. */
const FILES_PER_THREAD = 4;
const MOST_THREADS = 8;
/** Results that may wait for a file that takes its time. */
const LOOK_AHEAD = 256;

/**
 * Does all tasks, several at a time. A file that crashes, hangs or eats all memory costs its thread,
 * not the run: a typed failure is told of it. Of the tasks only those under way are held.
 * @param count how many tasks there are
 * @returns false where it was stopped before all were done
 */
export async function runTasks(
  tasks: Iterable<Task>,
  count: number,
  options: PoolOptions,
): Promise<boolean> {
  const { stop } = options;
  const order = inOrder(LOOK_AHEAD, options.onTold);
  const queue = numbered(tasks);
  const length = threadCount(count, options.worker);
  const alone = length === 1;
  const work = async (thread: Thread) => {
    for (const [number, task] of queue) {
      await order.room(number);
      if (stop.aborted) break;
      const told = 'told' in task ? task.told : await thread.run(task.job);
      if (told === null) break;
      order.put(number, told);
      if (number === FILES_BEFORE && !alone) await compileLess();
      await options.drained();
    }
    await thread.close();
  };
  const threads = Array.from({ length }, () =>
    options.worker === null
      ? inThisThread(options.work)
      : startThread(options.worker, { ...options, alone }),
  );
  // What is under way when it is stopped may still come to its end, and has its place among the others.
  stop.addEventListener('abort', order.release);
  await Promise.all(threads.map(work));
  stop.removeEventListener('abort', order.release);
  order.flush();
  return !stop.aborted;
}

/** One iterator for all threads; one that stops early must not end it for the others. */
function numbered<T>(items: Iterable<T>): Iterable<readonly [number, T]> {
  const inner = (function* () {
    let number = 0;
    for (const item of items) {
      yield [number, item] as const;
      number += 1;
    }
  })();
  return { [Symbol.iterator]: () => ({ next: () => inner.next() }) };
}

function threadCount(jobs: number, worker: string | null): number {
  if (worker === null) return 1;
  const useful = Math.ceil(jobs / FILES_PER_THREAD);
  return Math.max(1, Math.min(useful, availableParallelism(), MOST_THREADS));
}

const inThisThread = (work: Work): Thread => ({
  run: async (job) => (await import('./job')).runJob(job, work),
  close: () => Promise.resolve(),
});
