import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundledPackages, licenceProblems, lockedPackages, noticeText } from '../../build/licences';

const TELEMETRY = { 'node_modules/@univerjs/telemetry': { version: '1.0.0' } };

test('whatever a bundle may contain is under a permissive licence', () => {
  expect(bundledPackages(lockedPackages()).length).toBeGreaterThan(100);
  expect(licenceProblems(lockedPackages())).toEqual([]);
});

test.each([
  ['GPL-3.0', { license: 'GPL-3.0' }],
  ['none', {}],
  ['words of its own', { license: 'SEE LICENSE IN LICENSE.md' }],
])('a package under %s is named with what to do', (_, entry) => {
  const problems = licenceProblems({
    ...TELEMETRY,
    'node_modules/a/node_modules/@b/c': { version: '1.0.0', ...entry },
  });
  expect(problems).toEqual([expect.stringMatching(/^@b\/c .*LOOKED_UP of build\/licences\.ts/)]);
});

test('a licence that was looked up and now stands in the lock file is named', () => {
  const locked = {
    'node_modules/@univerjs/telemetry': { version: '2.0.0', license: 'Apache-2.0' },
  };
  expect(licenceProblems(locked)).toEqual([expect.stringContaining('no longer needs')]);
});

test('packages for development and packages of types are in no bundle', () => {
  const entry = { version: '1.0.0', license: 'MIT' };
  expect(
    bundledPackages({
      '': entry,
      'node_modules/tool': { ...entry, dev: true },
      'node_modules/@types/node': entry,
      'node_modules/kept': entry,
    }).map(({ name }) => name),
  ).toEqual(['kept']);
});

test('NOTICE is what the lock file says', () => {
  const notice = readFileSync(path.join(__dirname, '../../NOTICE'), 'utf8');
  if (notice !== noticeText()) throw new Error('NOTICE is stale: npm run notice');
  expect(notice).toContain('@univerjs/core');
  expect(notice).toContain('Apache License');
});
