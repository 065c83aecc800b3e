import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { speaker } from '../src/texts/catalogue';
import { workbench } from '../src/texts/zh-CN/workbench';
import { quickBuild } from './quick-build';
import { listenFrom, serveFolder } from './static-server';

/** `npm start`: the workbench on this computer, built first where it is older than its sources. */

const ROOT = join(__dirname, '..');
const FOLDER = join(ROOT, 'dist', 'start');
const PORTS = { from: 3000, to: 3099 };

const say = speaker('workbench', { language: 'zh-CN', entries: workbench });

const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newestIn(folder: string): number {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => Math.max(newest, timeOf(join(entry.parentPath, entry.name))), 0);
}

function isBuilt(): boolean {
  const newest = Math.max(
    ...['src', 'examples', 'build'].map(newestIn),
    ...['package-lock.json', 'webpack.config.js'].map((name) => timeOf(join(ROOT, name))),
  );
  return timeOf(join(FOLDER, 'index.html')) > newest;
}

/** False where it failed; what was wrong is on the screen then. */
async function build(): Promise<boolean> {
  console.log(say('serve.building'));
  const start = Date.now();
  try {
    await quickBuild(FOLDER, (done, all) => {
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      console.log(say('serve.progress', { done, all, seconds }));
    });
    return true;
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : String(reason));
    return false;
  }
}

/** The program that opens an address here; null where nobody would see it. */
function opener(): readonly [string, readonly string[]] | null {
  const { env, platform } = process;
  if (env['CI'] || process.argv.includes('--no-open')) return null;
  if (platform === 'darwin') return ['open', []];
  if (platform === 'win32') return ['cmd', ['/c', 'start', '']];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', []] : null;
}

function openBrowser(address: string): void {
  const program = opener();
  if (!program) return;
  const [name, given] = program;
  const started = spawn(name, [...given, address], { stdio: 'ignore', detached: true });
  // The address stands on the screen; whoever has no such program opens it by hand.
  started.on('error', () => undefined);
  started.unref();
}

async function main(): Promise<void> {
  if (!isBuilt() && !(await build())) {
    console.error(say('serve.failed'));
    process.exitCode = 1;
    return;
  }
  const port = await listenFrom(serveFolder(FOLDER), PORTS.from, PORTS.to);
  if (port === null) {
    console.error(say('serve.noPort', PORTS));
    process.exitCode = 1;
    return;
  }
  const address = `http://localhost:${String(port)}/`;
  console.log(say('serve.ready', { address }));
  console.log(say('serve.stop'));
  openBrowser(address);
}

void main();
