import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUES } from '../../support/texts';
import { BOOK_CASES } from '../../../src/apps/wps/probe/book-cases';
import { CELL_CASES } from '../../../src/apps/wps/probe/cell-cases';
import { HOST_CASES } from '../../../src/apps/wps/probe/host-cases';
import { PAGE_CASES } from '../../../src/apps/wps/probe/page-cases';
import { probePage } from '../../../build/wps-probe-page';

const IDS = [...PAGE_CASES, ...CELL_CASES, ...BOOK_CASES, ...HOST_CASES].map(({ id }) => id);

test('no two cases have one id', () => {
  expect(IDS.length).toBeGreaterThan(40);
  expect(new Set(IDS).size).toBe(IDS.length);
});

test('every case says what it asks, how, and what that settles; no text is of no case', () => {
  const expected = IDS.flatMap((id) =>
    ['how', 'question', 'settles'].map((part) => `${id}.${part}`),
  );
  const written = Object.keys(CATALOGUES['zh-CN'])
    .map((key) => /^wps\.probe\.(.+\.(?:question|how|settles))$/.exec(key)?.[1])
    .filter((key) => key !== undefined);
  expect(written.sort()).toEqual(expected.sort());
});

test('docs/wps-probe.md is current', () => {
  expect(readFileSync(join(__dirname, '..', '..', '..', 'docs', 'wps-probe.md'), 'utf8')).toBe(
    probePage(),
  );
});
