import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeVariedForms } from './varied-forms';

/**
 * `npm run bench:batch -- [--files 10000] [--folder DIR] [--command score]`: the built program over
 * that many varied forms, and over the first thousand of them: time for a file, memory over time.
 * Reads /proc, so Linux only. Forms that are in the folder already are used again.
 */

const PROGRAM = resolve(__dirname, '..', '..', 'dist', 'cli.js');
/** Linux counts processor time in hundredths of a second. */
const TICK = 10;

interface Run {
  readonly files: number;
  readonly wall: number;
  readonly processor: number;
  /** Megabytes, in the order of time. */
  readonly memory: readonly number[];
}

function processorTime(pid: number): number {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

async function measure(
  files: number,
  folder: string,
  out: string,
  words: readonly string[],
): Promise<Run> {
  const start = performance.now();
  const results = openSync(join(out, 'results.ndjson'), 'w');
  const child = spawn(process.execPath, [PROGRAM, ...words, folder], {
    stdio: ['ignore', results, 'ignore'],
  });
  const memory: number[] = [];
  let processor = 0;
  const timer = setInterval(() => {
    try {
      processor = processorTime(child.pid ?? 0);
      memory.push(residentMemory(child.pid ?? 0));
    } catch {
      // It has just ended.
    }
  }, 100);
  await new Promise((done) => child.on('close', done));
  clearInterval(timer);
  return { files, wall: performance.now() - start, processor, memory };
}

function print({ files, wall, processor, memory }: Run): void {
  const tenths = Array.from({ length: 10 }, (_, at) =>
    Math.round(memory[Math.floor((memory.length * (at + 0.9)) / 10)] ?? 0),
  );
  const each = (time: number) => (time / files).toFixed(2);
  console.log(
    `| ${String(files)} | ${(wall / 1000).toFixed(1)} s | ${each(wall)} ms | ${each(processor)} ms | ${Math.max(...memory).toFixed(0)} MB | ${tenths.join(' ')} |`,
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '10000' },
      folder: { type: 'string', default: join(tmpdir(), 'jixiao-bench-batch') },
      command: { type: 'string', default: 'score' },
    },
  });
  const count = Number(values.files);
  const forms = join(values.folder, `forms-${values.files}`);
  if (!existsSync(forms)) writeVariedForms(forms, count);
  const out = join(values.folder, 'out');
  const words = [values.command, '--ndjson', ...(values.command === 'score' ? ['--out', out] : [])];
  console.log('| 文件 | 全程 | 每个 | 每个，处理器 | 内存最多 | 内存，每十分之一 |');
  console.log('| ---: | ---: | ---: | ---: | ---: | --- |');
  for (const [files, folder] of [
    [1000, join(forms, '单位000')],
    [count, forms],
  ] as const) {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    print(await measure(files, folder, out, words));
  }
  rmSync(out, { recursive: true, force: true });
}

void main();
