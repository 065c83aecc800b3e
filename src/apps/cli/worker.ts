import { parentPort, workerData } from 'node:worker_threads';
import { runJob, type Job, type Work } from './job';

const work = workerData as Work;

// One job at a time; the main thread sends the next when this one is told.
parentPort?.on('message', (job: Job) => {
  void runJob(job, work).then((told) => parentPort?.postMessage(told));
});
