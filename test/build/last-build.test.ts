import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';
import { LastBuild } from '../../build/bundle-plugins.js';
import { serveFolder } from '../../build/static-server';

let folder = '';
let server: Server;
let address = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'last-build-'));
  mkdirSync(join(folder, 'dist'));
  server = serveFolder(join(folder, 'dist'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Told {
  readonly version: string;
  readonly scripts: readonly string[];
  readonly previous: readonly string[];
}

/** A page with a part that comes late, built as the pane is. */
async function build(late: string, version: string): Promise<Told> {
  writeFileSync(
    join(folder, 'page.js'),
    "import('./late.js').then(({ text }) => console.log(text));",
  );
  writeFileSync(join(folder, 'late.js'), `export const text = ${JSON.stringify(late)};`);
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: { pane: './page.js' },
    output: {
      path: join(folder, 'dist'),
      filename: '[name].[contenthash:8].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: { keep: LastBuild.KEEPS },
    },
    plugins: [new LastBuild(version)],
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((reason, stats) => {
      if (reason || !stats || stats.hasErrors()) reject(reason ?? new Error(stats?.toString()));
      else compiler.close(() => resolve());
    });
  });
  return JSON.parse(readFileSync(join(folder, 'dist', 'version.json'), 'utf8')) as Told;
}

const ask = async (name: string) => {
  const answer = await fetch(`${address}/${name}`);
  return { status: answer.status, cache: answer.headers.get('cache-control') };
};
const NEVER_CHANGES = { status: 200, cache: 'max-age=31536000, immutable' };

test('a page open since the build before still gets its late parts, one since two builds not', async () => {
  const first = await build('甲', '1.0.0');
  expect(first.previous).toEqual([]);
  const second = await build('乙', '1.1.0');
  expect(second.version).toBe('1.1.0');
  expect(second.scripts.filter((name) => first.scripts.includes(name))).toEqual([]);
  expect(second.previous).toEqual(first.scripts);
  for (const name of [...first.scripts, ...second.scripts]) {
    expect(await ask(name)).toEqual(NEVER_CHANGES);
  }
  expect((await ask('version.json')).cache).toBe('no-cache');
  await build('丙', '1.2.0');
  for (const name of first.scripts) expect((await ask(name)).status).toBe(404);
  for (const name of second.scripts) expect(await ask(name)).toEqual(NEVER_CHANGES);
});

test('building the same once more takes nothing away', async () => {
  const first = await build('甲', '1.0.0');
  const second = await build('乙', '1.1.0');
  expect(await build('乙', '1.1.0')).toEqual(second);
  for (const name of first.scripts) expect(existsSync(join(folder, 'dist', name))).toBe(true);
});

test('a folder without a word of its build, or with a damaged one, is begun anew', async () => {
  await build('甲', '1.0.0');
  writeFileSync(join(folder, 'dist', 'version.json'), '{"scripts":7}');
  writeFileSync(join(folder, 'dist', 'old.0123abcd.js'), '');
  writeFileSync(join(folder, 'dist', 'help.html'), '');
  const next = await build('乙', '1.1.0');
  expect(next.previous).toEqual([]);
  expect(existsSync(join(folder, 'dist', 'old.0123abcd.js'))).toBe(false);
});
