import { join } from 'node:path';
import type { Io, Sink } from './io';
import { run } from './run';

const sink = (stream: NodeJS.WriteStream): Sink => ({
  isTTY: stream.isTTY,
  write: (text) => {
    stream.write(text);
  },
});

// `jixiao … | head` closes the pipe early; that is no error of anybody's. Workers may still run, for
// nobody: so the process ends here, with what it had found.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (reason: NodeJS.ErrnoException) => {
    if (reason.code !== 'EPIPE') throw reason;
    process.exit(process.exitCode ?? 0);
  });
}

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  terminal: process.stderr.isTTY ? process.stderr : null,
  worker: join(__dirname, 'worker.js'),
  pages: join(__dirname, 'checks'),
  timeLimit: 60,
};

void run(process.argv.slice(2), io).then((status) => {
  process.exitCode = status;
});
