import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { fileOfBook } from '../support/excel-fake/book-file';
import { AUTHOR, changeCell, sheetNamed } from '../support/excel-fake/fake-book';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { formBook, score } from '../support/excel-fake/form-book';
import {
  readWithOpenpyxl,
  recalculatingProfile,
  resaveWithLibreOffice,
  type SeenWorkbook,
} from './programs';

export interface Carried {
  readonly name: string;
  /** Fills, notes and sheets as openpyxl sees them. */
  readonly expected: string;
  readonly found: string;
}

const marksIn = (seen: SeenWorkbook | undefined): string =>
  JSON.stringify(
    seen?.sheets.map(({ name, cells }) => [
      name,
      ...Object.entries(cells)
        .filter(([, { fill, note }]) => fill !== null || note !== null)
        .map(([cell, { fill, note }]) => [cell, fill, note]),
    ]),
  );

/**
 * A form scored through the Excel host (in the stand-in), saved, saved once more by LibreOffice, and
 * then cleared by the command line: the fills, notes and sheets of before, with and without it.
 */
export async function carriedWorkbooks(
  folder: string,
  program: string,
): Promise<readonly Carried[]> {
  mkdirSync(folder, { recursive: true });
  const written = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const book = formBook(12);
  const form = sheetNamed(book, '附表');
  const fill = { color: '#FFFF00', pattern: 'Solid', patternColor: '' };
  for (const cell of ['G6', 'H6', 'D9']) changeCell(form, cell, { fill: { ...fill } });
  form.notes.set('C8', { author: AUTHOR, content: '用户的批注' });
  const before = written('before.xlsx', fileOfBook(book));
  await score(createExcelHost(openFakeExcel({ book })));
  const scored = written('excel.xlsx', fileOfBook(book));
  const profile = recalculatingProfile(folder);
  const resaved = resaveWithLibreOffice([before, scored], profile, join(folder, 'resaved'));
  const [beforeResaved = '', scoredResaved = ''] = resaved;
  const cases = [
    ['as it was saved', before, scored, 'direct'],
    ['saved again by LibreOffice', beforeResaved, scoredResaved, 'again'],
  ] as const;
  return cases.flatMap(([name, original, path, place]) => {
    const out = join(folder, place);
    const { status, stderr } = spawnSync(process.execPath, [program, 'clear', path, '--out', out], {
      encoding: 'utf8',
    });
    const [then, flagged, now] = readWithOpenpyxl([original, path, join(out, basename(path))]);
    return [
      { name: `${name}: clear ends with 0`, expected: '0', found: `${String(status)}${stderr}` },
      {
        name: `${name}: it was flagged`,
        expected: 'true',
        found: String(marksIn(flagged).length > marksIn(then).length + 500),
      },
      { name: `${name}: cleared`, expected: marksIn(then), found: marksIn(now) },
    ];
  });
}
