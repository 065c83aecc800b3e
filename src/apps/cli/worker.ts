import { parentPort } from 'node:worker_threads';
import type { Job } from './job';
import { runJob } from './job';

// One job at a time; the main thread sends the next when the outcome is back.
parentPort?.on('message', (job: Job) => {
  void runJob(job).then((outcome) => parentPort?.postMessage(outcome));
});
