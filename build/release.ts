import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { VERSION } from '../src/model/version';
import { archive, checksums, readMe, type ReleaseFile } from './release-files';

/**
 * `npm run release` builds everything that is handed on into dist/release, with checksums.
 * `-- --base https://server/jixiao/` is where the add-ins' pages will stand; without it they carry an
 * address that is to be replaced by hand.
 */

const ROOT = join(__dirname, '..');
const DIST = join(ROOT, 'dist');
const RELEASE = join(DIST, 'release');
const UNKNOWN_BASE = 'https://intranet/jixiao/';
/** Of the command line's folder, what other builds put there, and what is of use on this machine only. */
const NOT_OF_THE_PROGRAM = /^(?:code|pane|workbench|start|release|portable|wps|test-grid)\//;

function filesIn(folder: string): Map<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** @throws Error where the step fails; what it said is on the screen. */
function step(
  at: number,
  all: number,
  what: string,
  script: string,
  more: readonly string[],
): void {
  console.log(`[${at}/${all}] ${what}`);
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...more], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm run ${script}: ${String(status)}`);
}

function build(base: string): void {
  const steps: readonly (readonly [string, string, readonly string[]])[] = [
    ['单个网页与内网网站', 'build:portable', []],
    ['WPS 加载项', 'build:wps', ['--base', base]],
    ['Excel 加载项', 'build:pane', []],
    ['Excel 清单', 'manifest', [base]],
    ['命令行', 'build:cli', []],
  ];
  steps.forEach(([what, script, more], index) => step(index + 1, steps.length, what, script, more));
}

function release(base: string): readonly ReleaseFile[] {
  const program = [...filesIn(DIST)].filter(([path]) => !NOT_OF_THE_PROGRAM.test(path));
  const files: readonly ReleaseFile[] = [
    {
      name: `绩效自评助手-${VERSION}.html`,
      content: readFileSync(join(DIST, 'portable', '绩效自评助手.html')),
    },
    archive(`jixiao-${VERSION}-site.zip`, filesIn(join(DIST, 'portable', 'site'))),
    archive(`jixiao-${VERSION}-wps.zip`, filesIn(join(DIST, 'wps'))),
    archive(`jixiao-${VERSION}-excel.zip`, filesIn(join(DIST, 'pane'))),
    archive(`jixiao-${VERSION}-cli.zip`, new Map(program)),
    readMe(VERSION, base),
  ];
  return [...files, checksums(files)];
}

const { values } = parseArgs({ options: { base: { type: 'string', default: UNKNOWN_BASE } } });
build(values.base);
const files = release(values.base);
rmSync(RELEASE, { recursive: true, force: true });
mkdirSync(RELEASE, { recursive: true });
for (const { name, content } of files) {
  writeFileSync(join(RELEASE, name), content);
  console.log(`${(content.byteLength / 1024 / 1024).toFixed(1).padStart(6)} MB  ${name}`);
}
console.log(relative(ROOT, RELEASE));
