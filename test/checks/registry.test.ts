import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CHECKS } from '../../src/checks/registry';
import { CATALOGUES } from '../../src/texts/catalogue';
import { indexPage } from '../../build/checks-index';
import { HEADINGS, readPage } from './page-examples';

const FOLDER = path.join(__dirname, '../../src/checks');
const ids = CHECKS.map((check) => check.id);

/** The order and names of the contract. */
const CONTRACT = `
  column-missing actual-missing score-missing target-missing weight-invalid template-text
  goal-not-stated number-as-text formula-error duplicate-indicator weight-total level-weight
  score-total score-over-weight grade-band level-split execution-rate execution-score funds-sum
  overspent execution-unexplained budget-adjusted part-row-scored unmet-full-score
  score-not-computed met-not-full reason-missing over-achieved qualitative-band actual-is-bound
  copied-actual kind-mismatch unit-mismatch zero-target deadline-missed sign-conflict
  class-mismatch heavy-indicator score-rate-gap all-full`
  .trim()
  .split(/\s+/);

test('the registry holds the checks of the contract, in its order', () => {
  expect(ids).toEqual(CONTRACT);
});

test('every folder is a registered check with a page under its code and title', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(folders.sort()).toEqual([...ids].sort());
  for (const { id, code } of CHECKS) {
    expect(existsSync(path.join(FOLDER, id, 'check.ts'))).toBe(true);
    const markdown = readFileSync(path.join(FOLDER, id, 'page.md'), 'utf8');
    const title = CATALOGUES['zh-CN'][`check.${id}.title`] ?? '';
    expect(markdown.split('\n')[0]).toBe(`# ${code} ${title}`);
    expect(readPage(id, markdown).headings).toEqual(HEADINGS);
  }
});

test('codes are unique and count up inside each group', () => {
  const groups = new Map<string, number[]>();
  for (const { code } of CHECKS) {
    const match = /^JX([1-4])(\d\d)$/.exec(code);
    expect(match).not.toBeNull();
    const group = match?.[1] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), Number(match?.[2])]);
  }
  for (const numbers of groups.values()) {
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
  }
});

test.each(['zh-CN', 'en'] as const)(
  'the %s catalogue has every text of every check',
  (language) => {
    const keys = Object.keys(CATALOGUES[language]).filter((key) => key.startsWith('check.'));
    for (const id of ids) {
      for (const part of ['title', 'why', 'fix', 'basis']) {
        expect(keys).toContain(`check.${id}.${part}`);
      }
      expect(keys.some((key) => key.startsWith(`check.${id}.message`))).toBe(true);
    }
    const known = new Set(ids);
    expect(keys.filter((key) => !known.has(key.split('.')[1] ?? ''))).toEqual([]);
  },
);

test('both catalogues ask for the same figures', () => {
  const places = (text: string): string[] =>
    [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
  for (const [key, text] of Object.entries(CATALOGUES['zh-CN'])) {
    if (!key.startsWith('check.')) continue;
    const english = places(CATALOGUES.en[key] ?? '').sort();
    expect([key, ...new Set(english)]).toEqual([key, ...new Set(places(text).sort())]);
  }
});

test('every basis is a text of the catalogue', () => {
  for (const { id, basis } of CHECKS) expect(basis).toBe(`check.${id}.basis`);
});

test('docs/checks.md is what the generator writes', () => {
  const file = path.join(__dirname, '../../docs/checks.md');
  expect(readFileSync(file, 'utf8')).toBe(indexPage());
});
