import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { asFailure, Failure } from '../../model/failure';
import type { Job } from './job';
import type { Outcome } from './outcome';
import { failedOutcome } from './outcome';
import { TEXTS } from './texts';
import { codeOf } from './thrown';

export interface PoolOptions {
  /** The worker's file; null does the jobs one after the other in this thread. */
  readonly worker: string | null;
  /** Seconds one file may take. */
  readonly timeLimit: number;
  readonly onDone: (done: number) => void;
}

/** Files that one more thread must have to be worth its start. */
const FILES_PER_THREAD = 4;
const MOST_THREADS = 8;
/** Megabytes of JavaScript heap for one file. */
const HEAP_LIMIT = 512;

/**
 * Does all jobs, several at a time, and gives the outcomes in the order of the jobs. A file that
 * crashes, hangs or eats all memory costs its thread, not the run: its outcome is a typed failure.
 */
export async function runJobs(
  jobs: readonly Job[],
  options: PoolOptions,
): Promise<readonly Outcome[]> {
  const outcomes = new Array<Outcome>(jobs.length);
  const queue = jobs.entries();
  let done = 0;
  const work = async (thread: Thread) => {
    for (const [index, job] of queue) {
      outcomes[index] = await thread.run(job);
      done += 1;
      options.onDone(done);
    }
    await thread.close();
  };
  const threads =
    options.worker === null
      ? [inThisThread]
      : Array.from({ length: threadCount(jobs.length) }, () =>
          inWorker(options.worker ?? '', options.timeLimit),
        );
  await Promise.all(threads.map(work));
  return outcomes;
}

function threadCount(jobs: number): number {
  const useful = Math.ceil(jobs / FILES_PER_THREAD);
  return Math.max(1, Math.min(useful, availableParallelism(), MOST_THREADS));
}

interface Thread {
  run(job: Job): Promise<Outcome>;
  close(): Promise<void>;
}

const inThisThread: Thread = {
  run: async (job) => (await import('./job')).runJob(job),
  close: () => Promise.resolve(),
};

/** What the job under way ends with. */
interface Settle {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (failure: Failure) => void;
}

function inWorker(file: string, timeLimit: number): Thread {
  let worker: Worker | null = null;
  let settle: Settle | null = null;

  const start = (): Worker => {
    const started = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT },
      // What a library prints must not get into the JSON on stdout.
      stdout: true,
      stderr: true,
    });
    started.on('message', (outcome: Outcome) => settle?.resolve(outcome));
    started.on('error', (cause) => {
      const code = codeOf(cause) === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file-memory' : 'file-crash';
      settle?.reject(new Failure(code, {}, { cause }));
    });
    started.on('exit', () => settle?.reject(new Failure('file-crash')));
    return started;
  };

  const close = async () => {
    const last = worker;
    worker = null;
    settle = null;
    await last?.terminate();
  };

  const attempt = (job: Job) =>
    new Promise<Outcome>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Failure('file-timeout', { seconds: timeLimit }));
      }, timeLimit * 1000);
      settle = {
        resolve: (outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        },
        reject: (failure) => {
          clearTimeout(timer);
          reject(failure);
        },
      };
      worker ??= start();
      worker.postMessage(job);
    });

  return {
    run: async (job) => {
      try {
        return await attempt(job);
      } catch (reason) {
        await close();
        const { code, data } = asFailure(reason);
        const failure = new Failure(code, { ...data, path: job.path }, { cause: reason });
        return failedOutcome(job.path, failure, TEXTS[job.language]);
      }
    },
    close,
  };
}
