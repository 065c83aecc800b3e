import { strFromU8, strToU8, unzipSync } from 'fflate';
import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { planClear, planPatch } from '../../../src/engine/plan';
import { review } from '../../../src/engine/review';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { createFileHost, type FileHost } from '../../../src/hosts/file/file-host';
import type { HostPort } from '../../../src/hosts/port';
import { cellName, parseRangeName, rangeName, type Range } from '../../../src/model/grid';
import type { Patch, PatchReport } from '../../../src/model/patch';
import type { Snapshot } from '../../../src/model/snapshot';
import { fileJson } from '../../../src/report/result-json';
import { fileOfBook } from '../../support/excel-fake/book-file';
import {
  AUTHOR,
  changeCell,
  columnOfKey,
  keyOf,
  rowOfKey,
  sheetNamed,
  type FakeBook,
} from '../../support/excel-fake/fake-book';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { formBook } from '../../support/excel-fake/form-book';
import { openInExcel } from '../../support/excel-fake/open-file';
import { zipParts } from '../../support/workbook-builder';

const YELLOW = { color: '#FFFF00', pattern: 'Solid', patternColor: '' };
const HATCHED = { color: '#FFFFFF', pattern: 'LightUp', patternColor: '#00B050' };

const range = (name: string): Range => {
  const found = parseRangeName(name);
  if (!found) throw new Error(`no range: ${name}`);
  return found;
};

/** A form a person has coloured, commented and merged in, also where the tool will flag. */
function livedIn(): FakeBook {
  const book = formBook(24);
  const form = sheetNamed(book, '附表');
  for (const cell of ['G6', 'A6', 'A7', 'D9']) changeCell(form, cell, { fill: { ...YELLOW } });
  changeCell(form, 'H6', { fill: { ...HATCHED } });
  form.notes.set('G11', { author: AUTHOR, content: '请核对，<已问> “张三”\n再看一遍' });
  form.notes.set('C8', { author: AUTHOR, content: '用户的批注' });
  for (let row = 7; row <= 17; row++) changeCell(form, `A${row}`, { value: '' });
  form.merges = [...form.merges, range('A6:A17')];
  return book;
}

const plan = (snapshot: Snapshot): Patch =>
  planPatch(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS);

const jsonOf = (snapshot: Snapshot): string => {
  const result = evaluate(snapshot, DEFAULT_OPTIONS);
  const findings = review(snapshot, result, DEFAULT_OPTIONS);
  return JSON.stringify(fileJson('附表.xlsx', 'xlsx', result, findings, { workbook: null }));
};

async function score(host: HostPort): Promise<Snapshot> {
  await host.apply(plan(await host.read()));
  return host.read();
}

const clear = async (host: HostPort): Promise<void> => {
  await host.apply(planClear(await host.read()));
};

/** What a person sees in a workbook: cells with their fills, notes, merges, sheets; and our part. */
const seen = (book: FakeBook) => ({
  parts: book.parts.length,
  sheets: book.sheets.map((sheet) => ({
    name: sheet.name,
    merges: sheet.merges.map(rangeName).sort(),
    cells: Object.fromEntries(
      [...sheet.cells]
        .map(([key, { value, formula, fill, format }]) => {
          const cell = cellName({ row: rowOfKey(key), column: columnOfKey(key) });
          const content = formula === null ? value : `=${formula}`;
          return [cell, { content, fill, format }] as const;
        })
        .filter(([, { content, fill }]) => content !== '' || fill !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    notes: Object.fromEntries([...sheet.notes].sort(([a], [b]) => (a < b ? -1 : 1))),
  })),
});

/** What the sheets say, however they look. */
const said = (book: FakeBook) =>
  seen(book).sheets.map(({ name, merges, cells }) => ({
    name,
    merges,
    cells: Object.entries(cells).flatMap(([cell, { content }]) =>
      content === '' ? [] : [[cell, content]],
    ),
  }));

/** The same once the scores a clearing leaves are in it. */
function withScores(book: FakeBook, scored: Snapshot): FakeBook {
  const copy = structuredClone(book);
  for (const { sheet, cell, wrote } of scored.ledger?.scores ?? []) {
    changeCell(sheetNamed(copy, sheet), cell, { value: wrote });
  }
  return copy;
}

const openedInExcel = async (file: FileHost): Promise<FakeBook> =>
  openInExcel(file.bytes(), await file.read());

test('a workbook saved from the stand-in and opened again is the same', async () => {
  const book = livedIn();
  const file = await createFileHost(fileOfBook(book));
  expect(seen(await openedInExcel(file))).toEqual(seen(book));
});

describe.each([9, 14, 17, 18])(
  'scored in Excel with ExcelApi 1.%d, then saved as a file',
  (level) => {
    async function scoredInExcel() {
      const book = livedIn();
      const before = structuredClone(book);
      const host = createExcelHost(openFakeExcel({ book, level }));
      const scored = await score(host);
      return { before, book, scored, file: await createFileHost(fileOfBook(book)) };
    }

    test('the file host knows it as scored, with the same result, and has nothing to change', async () => {
      const { scored, file } = await scoredInExcel();
      const read = await file.read();
      expect(read.ledger).toEqual(scored.ledger);
      expect(jsonOf(read)).toBe(jsonOf(scored));
      const again = plan(read);
      expect(again.values).toEqual([]);
      expect(again.sheets).toEqual([]);
      expect(again.removeSheets).toEqual([]);
    });

    test('cleared as a file: the cells, fills and notes of before, and the scores', async () => {
      const { before, scored, file } = await scoredInExcel();
      await clear(file);
      expect((await file.read()).ledger).toBeNull();
      expect(seen(await openedInExcel(file))).toEqual(seen(withScores(before, scored)));
    });

    test('taken back in Excel after the file was saved and opened again', async () => {
      const { before, file } = await scoredInExcel();
      const book = await openedInExcel(file);
      const host = createExcelHost(openFakeExcel({ book, level }));
      await host.read();
      expect(await host.undo()).toBe(true);
      expect(seen(book)).toEqual(seen(before));
    });
  },
);

describe('scored as a file, then opened in Excel', () => {
  async function scoredAsFile() {
    const before = livedIn();
    const file = await createFileHost(fileOfBook(before));
    const scored = await score(file);
    const book = await openedInExcel(file);
    return { before, scored, book };
  }

  test.each([9, 14, 17, 18])(
    'ExcelApi 1.%d knows it as scored, with the same result, and has nothing to change',
    async (level) => {
      const { scored, book } = await scoredAsFile();
      const read = await createExcelHost(openFakeExcel({ book, level })).read();
      expect(read.ledger).toEqual(scored.ledger);
      expect(jsonOf(read)).toBe(jsonOf(scored));
      const again = plan(read);
      expect(again.values).toEqual([]);
      expect(again.sheets).toEqual([]);
      expect(again.removeSheets).toEqual([]);
    },
  );

  test('cleared in Excel: the cells, fills and notes of before, and the scores', async () => {
    const { before, scored, book } = await scoredAsFile();
    await clear(createExcelHost(openFakeExcel({ book })));
    expect(seen(book)).toEqual(seen(withScores(before, scored)));
  });

  test('scored again in Excel, then taken back there: as the file host left it', async () => {
    const { book } = await scoredAsFile();
    changeCell(sheetNamed(book, '附表'), 'E8', { value: '7个' });
    const edited = structuredClone(book);
    const host = createExcelHost(openFakeExcel({ book }));
    const scored = await score(host);
    expect(seen(book)).not.toEqual(seen(edited));
    expect(scored.ledger).not.toBeNull();
    expect(await host.undo()).toBe(true);
    expect(seen(book).sheets.slice(0, 2)).toEqual(seen(edited).sheets.slice(0, 2));
    // How a sheet of ours looked in the file, Excel was never told; what it said comes back.
    expect(said(book)).toEqual(said(edited));
    expect((await host.read()).ledger?.scores).toHaveLength(13);
  });

  test('scored again in Excel, then cleared there: the cells, fills and notes of before', async () => {
    const { before, book } = await scoredAsFile();
    changeCell(sheetNamed(book, '附表'), 'E8', { value: '7个' });
    changeCell(sheetNamed(before, '附表'), 'E8', { value: '7个' });
    const host = createExcelHost(openFakeExcel({ book }));
    const scored = await score(host);
    await clear(host);
    expect(seen(book)).toEqual(seen(withScores(before, scored)));
  });

  test('scored again in Excel, then cleared as a file: the same', async () => {
    const { before, book } = await scoredAsFile();
    changeCell(sheetNamed(book, '附表'), 'E8', { value: '7个' });
    changeCell(sheetNamed(before, '附表'), 'E8', { value: '7个' });
    const scored = await score(createExcelHost(openFakeExcel({ book })));
    const file = await createFileHost(fileOfBook(book));
    await clear(file);
    expect(seen(await openedInExcel(file))).toEqual(seen(withScores(before, scored)));
  });
});

describe.each([9, 14, 17])(
  'notes a file wrote, in Excel with ExcelApi 1.%d, which has none',
  (level) => {
    async function scoredAsFile() {
      const file = await createFileHost(fileOfBook(livedIn()));
      const scored = await score(file);
      const book = await openedInExcel(file);
      return { scored, book, host: createExcelHost(openFakeExcel({ book, level })) };
    }
    const left = (report: PatchReport): readonly string[] =>
      report.degradations
        .filter(({ kind }) => kind === 'note-left')
        .map(({ cell }) => (cell ? cellName(cell) : ''))
        .sort();
    const notesIn = (book: FakeBook): readonly string[] =>
      [...sheetNamed(book, '附表').notes.keys()]
        .filter((cell) => !['C8', 'G11'].includes(cell))
        .sort();

    test('clearing names every note that stays', async () => {
      const { book, host } = await scoredAsFile();
      const notes = notesIn(book);
      const report = await host.apply(planClear(await host.read()));
      expect(notes.length).toBeGreaterThan(10);
      expect(left(report)).toEqual(notes);
      expect(notesIn(book)).toEqual(notes);
    });

    test('scoring again names those that say something else by now', async () => {
      const { book, host } = await scoredAsFile();
      changeCell(sheetNamed(book, '附表'), 'E6', { value: '7个' });
      const report = await host.apply(plan(await host.read()));
      expect(left(report)).toContain('G6');
      expect(left(report)).not.toContain('G8');
      const again = createExcelHost(openFakeExcel({ book, level: 18 }));
      await clear(again);
      expect(notesIn(book)).toEqual([]);
    });

    test('what such an Excel flagged itself has no note to leave', async () => {
      const host = createExcelHost(openFakeExcel({ book: livedIn(), level }));
      await score(host);
      expect(left(await host.apply(planClear(await host.read())))).toEqual([]);
    });
  },
);

describe('colours only a file knows, scored as a file, then cleared in Excel', () => {
  /** The file with the yellow and the hatching written in other words. */
  async function recoloured(yellow: string, hatching: string) {
    const parts = unzipSync(fileOfBook(livedIn()));
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())
      .replace(/<fill><patternFill patternType="solid">.*?<\/fill>/, yellow)
      .replace(/<fill><patternFill patternType="lightUp">.*?<\/fill>/, hatching);
    const file = await createFileHost(
      zipParts(new Map(Object.entries({ ...parts, 'xl/styles.xml': strToU8(styles) }))),
    );
    const before = await openedInExcel(file);
    const scored = await score(file);
    const book = await openedInExcel(file);
    const report = await (async () => {
      const host = createExcelHost(openFakeExcel({ book }));
      return host.apply(planClear(await host.read()));
    })();
    return { before, scored, book, report };
  }

  test('the theme and the palette: as they looked', async () => {
    const { before, scored, book, report } = await recoloured(
      '<fill><patternFill patternType="solid"><fgColor theme="7"/><bgColor indexed="64"/></patternFill></fill>',
      '<fill><patternFill patternType="lightUp"><fgColor indexed="10"/><bgColor indexed="42"/></patternFill></fill>',
    );
    expect(sheetNamed(before, '附表').cells.get(keyOf(5, 6))?.fill?.color).toBe('#FFC000');
    expect(seen(book)).toEqual(seen(withScores(before, scored)));
    expect(report.degradations).toEqual([]);
  });

  test('a gradient: gone, and said to be', async () => {
    const { before, scored, book, report } = await recoloured(
      '<fill><gradientFill><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="1"><color rgb="FFFFC000"/></stop></gradientFill></fill>',
      '<fill><patternFill patternType="lightUp"/></fill>',
    );
    const lost = ['A6', 'A7', 'G6'];
    expect(
      report.degradations.map(({ kind, cell }) => [kind, cell && cellName(cell)]).sort(),
    ).toEqual(lost.map((cell) => ['fill-lost', cell]));
    const expected = withScores(before, scored);
    for (const cell of lost) changeCell(sheetNamed(expected, '附表'), cell, { fill: null });
    // Automatic colours are black on white.
    changeCell(sheetNamed(expected, '附表'), 'H6', {
      fill: { color: '#FFFFFF', pattern: 'LightUp', patternColor: '#000000' },
    });
    expect(seen(book)).toEqual(seen(expected));
  });
});
