import { once } from 'node:events';
import { join } from 'node:path';
import type { Io, Sink } from './io';
import { run } from './run';

const sink = (stream: NodeJS.WriteStream): Sink => ({
  isTTY: stream.isTTY,
  write: (text) => {
    stream.write(text);
  },
  drained: async () => {
    if (stream.writableNeedDrain) await once(stream, 'drain');
  },
});

// What is written is written in one go, so the program may end anywhere else, like every program; work
// that wants to tell how far it came is told to stop first, and ended all the same when asked again.
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;
const running: { stop: AbortController | null } = { stop: null };

function onSignals(stop: AbortController): () => void {
  const handlers = SIGNALS.map(([signal, status]) => {
    const handler = () => {
      if (stop.signal.aborted) process.exit(status);
      stop.abort(status);
    };
    process.on(signal, handler);
    return [signal, handler] as const;
  });
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}

// `jixiao … | head` closes the pipe early; that is no error of anybody's. A batch is told to stop, for its
// threads would go on for nobody; any other command has nobody to tell, and ends here.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (reason: NodeJS.ErrnoException) => {
    if (reason.code !== 'EPIPE') throw reason;
    if (running.stop) running.stop.abort(141);
    else process.exit(process.exitCode ?? 0);
  });
}

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  terminal: process.stderr.isTTY ? process.stderr : null,
  worker: join(__dirname, 'worker.js'),
  pages: [join(__dirname, 'checks')],
  timeLimit: 60,
  stoppable: async (work) => {
    const stop = new AbortController();
    const release = onSignals(stop);
    running.stop = stop;
    try {
      return await work(stop.signal);
    } finally {
      running.stop = null;
      release();
    }
  },
};

void run(process.argv.slice(2), io).then((status) => {
  process.exitCode = status;
});
