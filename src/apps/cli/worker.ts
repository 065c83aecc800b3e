import { parentPort, workerData } from 'node:worker_threads';
import type { Job, Work } from './job';

const work = workerData as Work;

// One job at a time; the main thread sends the next when this one is told.
parentPort?.on('message', (job: Job) => {
  // The same script as in the program's own thread, so that its code is kept once.
  void import('./job')
    .then(({ runJob }) => runJob(job, work))
    .then((told) => parentPort?.postMessage(told));
});
