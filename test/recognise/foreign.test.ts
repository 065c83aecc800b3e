import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValue } from '../../src/model/snapshot';
import { recogniseWorkbook } from '../../src/recognise/recognise-tables';
import { snapshotOf } from '../support/snapshot-of';

/** Tables parted by blank lines: `# what it is`, then its rows with cells parted by `|`. */
const tablesIn = (file: string): { is: string; rows: CellValue[][] }[] =>
  readFileSync(join(__dirname, '../fixtures', file), 'utf8')
    .trim()
    .split('\n\n')
    .map((block) => {
      const [is = '', ...lines] = block.split('\n');
      return { is: is.slice(2), rows: lines.map((line) => line.split('|').map(cellOf)) };
    });

const cellOf = (text: string): CellValue =>
  text === '' ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;

const FOREIGN = tablesIn('foreign.txt');
const OWN = tablesIn('odd-self-evaluations.txt');

test.each(FOREIGN)('$is: no self-evaluation', ({ rows }) => {
  expect(recogniseWorkbook(snapshotOf({ rows })).tables).toEqual([]);
});

test.each(OWN)('$is: a self-evaluation', ({ rows }) => {
  expect(recogniseWorkbook(snapshotOf({ rows })).tables).toHaveLength(1);
});

test('the files have them all', () => {
  expect(FOREIGN.length).toBeGreaterThan(41);
  expect(OWN.length).toBeGreaterThan(15);
});
