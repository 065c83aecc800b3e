import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { BUNDLES } from '../../build/bundles';
import { archive, checksums, readMe, WPS_INSTALLER } from '../../build/release-files';

const FILES = new Map([
  ['b/表.txt', strToU8('二')],
  ['a.js', strToU8('1')],
]);

test('an archive holds every file, and is the same bytes however the folder is listed', () => {
  const made = archive('x.zip', FILES);
  expect(Object.keys(unzipSync(made.content))).toEqual(['a.js', 'b/表.txt']);
  const other = archive('x.zip', new Map([...FILES].reverse()));
  expect(Buffer.from(other.content).equals(Buffer.from(made.content))).toBe(true);
});

test('the checksums are those that sha256sum finds, until a file changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    const files = [archive('x.zip', FILES), readMe('1.2.3', 'https://a/b/')];
    const sums = checksums(files);
    for (const { name, content } of [...files, sums]) writeFileSync(join(folder, name), content);
    const verify = () =>
      execFileSync('sha256sum', ['-c', sums.name], { cwd: folder, stdio: 'pipe' }).toString();
    expect(verify().match(/: OK$/gm)).toHaveLength(2);
    writeFileSync(join(folder, 'x.zip'), 'other');
    expect(verify).toThrow();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what to read first names every file and the address to be replaced', () => {
  const text = strFromU8(readMe('1.2.3', 'https://a/b/').content);
  for (const part of ['绩效自评助手-1.2.3.html', 'site', 'wps', 'excel', 'cli']) {
    expect(text).toContain(part);
  }
  expect(text).toContain('https://a/b/');
});

test('what to read first tells how the WPS package is put in and taken out without a server, by the name it is built under', () => {
  const text = strFromU8(readMe('1.2.3', 'https://a/b/').content);
  expect(text).toContain(`node ${WPS_INSTALLER}；`);
  expect(text).toContain(`node ${WPS_INSTALLER} --remove。`);
  const built = BUNDLES.filter(({ name }) => name === 'wps-install').flatMap(({ folder, entry }) =>
    Object.keys(entry).map((name) => `${String(folder)}/${name}.js`),
  );
  expect(built).toEqual([`dist/wps/${WPS_INSTALLER}`]);
});
