import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { writeVariedForms } from './varied-forms';

/**
 * `npm run bench:batch -- [--files 10000] [--command score] [--folder DIR] [--out FILE.csv] [--keep]`: the
 * built program over that many varied forms, and over the first thousand of them: time for a file, memory
 * over time. Reads /proc, so Linux only. What is scored is emptied as soon as its line is read, so that
 * it needs room for the forms alone (8 KB each); they are taken away too unless `--keep` says that they
 * are wanted again.
 */

const PROGRAM = resolve(__dirname, '..', '..', 'dist', 'cli.js');
/** Linux counts processor time in hundredths of a second. */
const TICK = 10;
/** Files between two rows of the table of a run. */
const STEPS = 50;

/** How a run stood after so many files. */
interface Standing {
  readonly files: number;
  /** Milliseconds since the start; of the processor, in all threads. */
  readonly wall: number;
  readonly processor: number;
  /** Megabytes. */
  readonly memory: number;
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

/** The last row is that of all files. */
async function measure(files: number, words: readonly string[]): Promise<readonly Standing[]> {
  const start = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pid = child.pid ?? 0;
  const standings: Standing[] = [];
  let done = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const output = /"outputs":\{"workbook":("[^"]*")/.exec(line)?.[1];
    // Not removed: ext4 steps over every file that was removed lately to make the next one.
    if (output) truncateSync(JSON.parse(output) as string);
    if (!line.startsWith('{"path"')) continue;
    done += 1;
    if (done % Math.max(1, Math.floor(files / STEPS)) !== 0) continue;
    const wall = performance.now() - start;
    const [processor, memory] = [processorTime(pid), residentMemory(pid)];
    standings.push({ files: done, wall, processor, memory });
  }
  if (done !== files) throw new Error(`${String(done)} of ${String(files)} files were told`);
  return standings;
}

const each = (time: number, files: number): string => (time / files).toFixed(2);

function print(standings: readonly Standing[]): void {
  const last = standings.at(-1);
  if (!last) return;
  const tenths = Array.from({ length: 10 }, (_, at) =>
    Math.round(standings[Math.floor((standings.length * (at + 0.9)) / 10)]?.memory ?? 0),
  );
  const most = Math.max(...standings.map(({ memory }) => memory));
  const { files, wall, processor } = last;
  console.log(
    `| ${String(files)} | ${(wall / 1000).toFixed(1)} s | ${each(wall, files)} ms | ${each(processor, files)} ms | ${most.toFixed(0)} MB | ${tenths.join(' ')} |`,
  );
}

/** A row for each part of the run: files, and within that part ms a file, of the processor too, and MB. */
function table(standings: readonly Standing[]): string {
  const rows = standings.map((now, at) => {
    const before = standings[at - 1] ?? { files: 0, wall: 0, processor: 0 };
    const files = now.files - before.files;
    return [
      String(now.files),
      each(now.wall - before.wall, files),
      each(now.processor - before.processor, files),
      now.memory.toFixed(0),
    ].join(',');
  });
  return ['files,ms a file,processor ms a file,MB', ...rows, ''].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '10000' },
      folder: { type: 'string', default: join(tmpdir(), 'jixiao-bench-batch') },
      command: { type: 'string', default: 'score' },
      out: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const count = Number(values.files);
  const forms = join(values.folder, `forms-${values.files}`);
  if (!existsSync(forms)) writeVariedForms(forms, count);
  const out = mkdtempSync(join(values.folder, 'scored-'));
  const words = [values.command, '--ndjson', ...(values.command === 'score' ? ['--out', out] : [])];
  console.log(`${String(availableParallelism())} CPU, node ${process.version}, ${words.join(' ')}`);
  console.log('| 文件 | 全程 | 每个 | 每个，处理器 | 内存最多 | 内存，每十分之一 |');
  console.log('| ---: | ---: | ---: | ---: | ---: | --- |');
  try {
    const first = Math.min(1000, count);
    print(await measure(first, [...words, join(forms, '单位000')]));
    const all = await measure(count, [...words, forms]);
    print(all);
    if (values.out !== undefined) writeFileSync(values.out, table(all));
  } finally {
    rmSync(out, { recursive: true, force: true });
    if (!values.keep) rmSync(forms, { recursive: true, force: true });
  }
}

void main();
