import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { asFailure, Failure } from '../../model/failure';
import type { Job, Work } from './job';
import { failedOutcome } from './outcome';
import { tellOutcome, type Told } from './tell-outcome';
import { TEXTS } from './texts';
import { codeOf } from './thrown';

/** Does one job after the other. */
export interface Thread {
  /** Null: it was stopped before the job was done, and nothing of it is left. */
  readonly run: (job: Job) => Promise<Told | null>;
  readonly close: () => Promise<void>;
}

export interface ThreadOptions {
  readonly work: Work;
  readonly timeLimit: number;
  readonly grace: number;
  readonly stop: AbortSignal;
  /** It is the only thread of the run. */
  readonly alone: boolean;
}

/** Megabytes of JavaScript heap for one file. */
const HEAP_LIMIT = 512;
/**
 * Megabytes for what lives shortly. A large table is not collected over and over in much room; forms
 * make little each, and where several threads do them the room of each is memory that is never needed.
 */
const YOUNG_LIMIT = { alone: 192, together: 24 };

/** What the job under way ends with. */
interface Settle {
  readonly resolve: (told: Told) => void;
  readonly reject: (failure: Failure) => void;
}

/** A worker that is started at its first job, and anew after a job that ended it. */
export function startThread(file: string, options: ThreadOptions): Thread {
  const { work, timeLimit, grace, stop } = options;
  let worker: Worker | null = null;
  let settle: Settle | null = null;

  const close = async () => {
    const last = worker;
    worker = null;
    settle = null;
    await last?.terminate();
  };

  const attempt = (job: Job) =>
    new Promise<Told>((resolve, reject) => {
      const fail = (failure: Failure) => {
        end();
        reject(failure);
      };
      const failAfter = (seconds: number, failure: Failure) =>
        setTimeout(() => {
          fail(failure);
        }, seconds * 1000);
      let timer = failAfter(timeLimit, new Failure('file-timeout', { seconds: timeLimit }));
      // A thread ended in the middle of native code can take the whole program with it.
      const onStop = () => {
        clearTimeout(timer);
        timer = failAfter(grace, new Failure('cancelled'));
      };
      const end = () => {
        clearTimeout(timer);
        stop.removeEventListener('abort', onStop);
      };
      settle = {
        resolve: (told) => {
          end();
          resolve(told);
        },
        reject: fail,
      };
      stop.addEventListener('abort', onStop);
      worker ??= newWorker(file, options, () => settle);
      worker.postMessage(job);
    });

  return {
    run: async (job) => {
      try {
        return await attempt(job);
      } catch (reason) {
        await close();
        // A thread that was ended in the middle of writing could not clear up behind itself.
        if (job.output) await rm(job.output.temporary, { force: true });
        return stop.aborted ? null : toldFailure(job, work, reason);
      }
    },
    close,
  };
}

/** @param settle of the job under way; null between jobs */
function newWorker(file: string, options: ThreadOptions, settle: () => Settle | null): Worker {
  const worker = new Worker(file, {
    workerData: options.work,
    resourceLimits: {
      maxOldGenerationSizeMb: HEAP_LIMIT,
      maxYoungGenerationSizeMb: options.alone ? YOUNG_LIMIT.alone : YOUNG_LIMIT.together,
    },
    // What a library prints must not get into the JSON on stdout.
    stdout: true,
    stderr: true,
  });
  worker.on('message', (told: Told) => settle()?.resolve(told));
  worker.on('error', (cause) => {
    const code = codeOf(cause) === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file-memory' : 'file-crash';
    settle()?.reject(new Failure(code, {}, { cause }));
  });
  worker.on('exit', () => settle()?.reject(new Failure('file-crash')));
  return worker;
}

function toldFailure({ path }: Job, { language, telling }: Work, reason: unknown): Told {
  const { code, data } = asFailure(reason);
  const failure = new Failure(code, { ...data, path }, { cause: reason });
  const texts = TEXTS[language];
  return tellOutcome(failedOutcome(path, failure, texts), telling, texts);
}
