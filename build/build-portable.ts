import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { speaker } from '../src/texts/catalogue';
import { workbench } from '../src/texts/zh-CN/workbench';
import { entryScripts, oneFilePage } from './one-file-page';
import { runWebpack, WORKBENCH_BUNDLES } from './run-webpack';

/** `npm run build:portable`: one page for a USB stick and a folder for any web server. */

const ROOT = join(__dirname, '..');
const BUILT = join(ROOT, 'dist', 'workbench');
const PORTABLE = join(ROOT, 'dist', 'portable');
const NAME = '绩效自评助手.html';

const say = speaker('workbench', { language: 'zh-CN', entries: workbench });

function main(): void {
  if (!process.argv.includes('--built') && !runWebpack(WORKBENCH_BUNDLES)) {
    process.exitCode = 1;
    return;
  }
  rmSync(PORTABLE, { recursive: true, force: true });
  mkdirSync(PORTABLE, { recursive: true });
  cpSync(BUILT, join(PORTABLE, 'site'), { recursive: true });
  for (const name of ['LICENSE', 'NOTICE']) cpSync(join(ROOT, name), join(PORTABLE, name));
  const html = readFileSync(join(BUILT, 'index.html'), 'utf8');
  const entries = entryScripts(html);
  const all = readdirSync(BUILT).filter((name) => name.endsWith('.js'));
  const worker = all.find((name) => name.startsWith('worker.')) ?? '';
  const later = all.filter((name) => name !== worker && !entries.includes(name)).sort();
  const read = (name: string): string => readFileSync(join(BUILT, name), 'utf8');
  const page = oneFilePage({
    html,
    scripts: entries.map(read),
    // Named as webpack names its parts: `part.hash.js`.
    later: Object.fromEntries(later.map((name) => [name.replace(/\..*$/, ''), read(name)])),
    worker: read(worker),
  });
  const file = join(PORTABLE, NAME);
  writeFileSync(file, page);
  const size = (Buffer.byteLength(page) / 1024 / 1024).toFixed(1);
  console.log(say('portable.done', { file: relative(ROOT, file), size }));
  console.log(say('portable.site', { folder: relative(ROOT, join(PORTABLE, 'site')) }));
}

main();
