import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { isEmptyPatch, planClear, planPatch } from '../../src/engine/plan';
import { createFileHost, type FileHost } from '../../src/hosts/file/file-host';
import { cellName, columnName, parseColumnName } from '../../src/model/grid';
import type { Patch } from '../../src/model/patch';
import type { CellValue } from '../../src/model/snapshot';
import { openWorkbook } from '../../src/xlsx/open';
import { viewBook } from '../../src/xlsx/view/view-book';
import { FORM, openForm } from '../pane/pane-forms';
import type { SheetSpec } from '../support/workbook-builder';

/** A person's 10 stands over the 10 the tool will write; the tool would give the person's row 9. */
const TENS: SheetSpec = {
  ...FORM,
  rows: FORM.rows.map((row, index) => {
    if (index === 6) {
      return ['产出指标', '数量指标', '新建供水工程', '≥10处', '9处', 10, 10, '一处未完工'];
    }
    return index === 7 ? [null, '质量指标', '水质达标率', '≥98%', '98%', 10, null, ''] : row;
  }),
};

async function run(host: FileHost): Promise<Patch> {
  const snapshot = await host.read();
  const patch = planPatch(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS);
  await host.apply(patch);
  return patch;
}

type Parts = Record<string, string>;

/** The file as another program saves it after a person changed its parts. */
async function changed(host: FileHost, change: (parts: Parts) => Parts): Promise<FileHost> {
  const packed = unzipSync(host.bytes());
  const before = Object.fromEntries(
    Object.entries(packed).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  const after = Object.fromEntries(
    Object.entries(change(before)).map(([name, text]) => [name, strToU8(text)]),
  );
  return createFileHost(zipSync(after));
}

/** Moves every cell of the first sheet, with its notes, as Excel does. */
const moving =
  (row: (row: number) => number, column: (letters: string) => string = (letters) => letters) =>
  (parts: Parts): Parts => {
    const address = (text: string): string =>
      text.replace(
        /([A-Z]+)(\d+)/g,
        (_, letters: string, digits: string) => `${column(letters)}${row(Number(digits))}`,
      );
    const move = (name: string, text: string): string => {
      if (/worksheets\/sheet1\.xml$/.test(name)) {
        return text
          .replace(/<row r="(\d+)"/g, (_, digits: string) => `<row r="${row(Number(digits))}"`)
          .replace(/<c r="([^"]*)"/g, (_, cell: string) => `<c r="${address(cell)}"`)
          .replace(/<f>([^<]*)<\/f>/g, (_, formula: string) => `<f>${address(formula)}</f>`)
          .replace(/<dimension ref="[^"]*"\/>/, '');
      }
      if (/comments\d*\.xml$/.test(name)) {
        return text.replace(/ref="([^"]*)"/g, (_, cell: string) => `ref="${address(cell)}"`);
      }
      if (!name.endsWith('.vml')) return text;
      return text
        .replace(
          /<x:Row>(\d+)<\/x:Row>/g,
          (_, at: string) => `<x:Row>${row(Number(at) + 1) - 1}</x:Row>`,
        )
        .replace(/<x:Column>(\d+)<\/x:Column>/g, (_, at: string) => {
          const letters = column(columnName(Number(at)));
          return `<x:Column>${parseColumnName(letters) ?? 0}</x:Column>`;
        });
    };
    return Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, move(name, text)]),
    );
  };

const rowInserted = moving((row) => (row >= 7 ? row + 1 : row));
const columnInserted = moving(
  (row) => row,
  (letters) => (letters >= 'D' ? String.fromCharCode(letters.charCodeAt(0) + 1) : letters),
);
const renamed = (parts: Parts): Parts => ({
  ...parts,
  'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replaceAll('name="附表"', 'name="附表2"'),
});

/** Coloured cells and cells with notes of the first sheet. */
async function marks(host: FileHost): Promise<{ fills: string[]; notes: string[] }> {
  const book = viewBook(await openWorkbook(host.bytes()));
  const sheet = book.sheets[0];
  const fills = (sheet?.looks ?? []).flatMap((line, row) =>
    [...line].flatMap((look, column) =>
      book.looks[look]?.fill ? [cellName({ row, column })] : [],
    ),
  );
  return { fills, notes: (sheet?.notes ?? []).map(({ cell }) => cellName(cell)).sort() };
}

const bare = { fills: [], notes: [] };

async function valueAt(host: FileHost, row: number, column: number): Promise<CellValue> {
  const { sheets } = await host.read();
  return sheets[0]?.values[row]?.[column] ?? null;
}

describe('a row inserted above the scores', () => {
  it('leaves a person’s score that now stands where the tool wrote the same number', async () => {
    const host = await openForm(TENS);
    await run(host);
    const moved = await changed(host, rowInserted);
    const patch = await run(moved);
    expect(await valueAt(moved, 7, 2)).toBe('新建供水工程');
    expect(await valueAt(moved, 7, 6)).toBe(10);
    expect(patch.values).toEqual([]);
  });

  it('keeps the tool’s score the tool’s at its new address', async () => {
    const host = await openForm(TENS);
    await run(host);
    const moved = await changed(host, rowInserted);
    expect((await moved.read()).ledger?.scores).toEqual([
      { sheet: '附表', cell: 'G9', wrote: 10, before: null },
    ]);
  });

  it('moves the marks, and clearing takes all of them away', async () => {
    const host = await openForm();
    await run(host);
    const before = await marks(host);
    const moved = await changed(host, rowInserted);
    const standing = await marks(moved);
    expect(standing.notes).toHaveLength(before.notes.length);
    await run(moved);
    expect(await marks(moved)).toEqual(standing);
    await moved.apply(planClear(await moved.read()));
    expect(await marks(moved)).toEqual(bare);
  });

  it('clears at once as well', async () => {
    const host = await openForm();
    await run(host);
    const moved = await changed(host, rowInserted);
    await moved.apply(planClear(await moved.read()));
    expect(await marks(moved)).toEqual(bare);
  });
});

describe('a column inserted before the scores', () => {
  it('keeps scores and marks the tool’s', async () => {
    const host = await openForm(TENS);
    await run(host);
    const moved = await changed(host, columnInserted);
    expect((await moved.read()).ledger?.scores.map(({ cell }) => cell)).toEqual(['H8']);
    await moved.apply(planClear(await moved.read()));
    expect(await marks(moved)).toEqual(bare);
  });
});

describe('a renamed sheet', () => {
  it('keeps scores and marks the tool’s', async () => {
    const host = await openForm(TENS);
    await run(host);
    const moved = await changed(host, renamed);
    expect((await moved.read()).ledger?.scores.map(({ sheet }) => sheet)).toEqual(['附表2']);
    await run(moved);
    expect(isEmptyPatch(await run(moved))).toBe(true);
    await moved.apply(planClear(await moved.read()));
    expect(await marks(moved)).toEqual(bare);
    expect((await moved.read()).sheets.map(({ name }) => name)).toEqual(['附表2']);
  });

  it('goes by its order where several read the same', async () => {
    const host = await openForm(TENS, { ...TENS, name: '附表乙' });
    await run(host);
    const moved = await changed(host, (parts) =>
      renamed({
        ...parts,
        'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replaceAll('"附表乙"', '"附表丙"'),
      }),
    );
    const { ledger } = await moved.read();
    expect(ledger?.scores.map(({ sheet }) => sheet)).toEqual(['附表2', '附表丙']);
  });

  it('is found among others by what it says', async () => {
    const other = { ...FORM, name: '封面', rows: [['封面'], ['自评单位', '水利局']] };
    const host = await openForm(FORM, other);
    await run(host);
    const moved = await changed(host, renamed);
    await moved.apply(planClear(await moved.read()));
    expect(await marks(moved)).toEqual(bare);
  });
});

describe('a mark whose row cannot be told any more', () => {
  /** A row is inserted above, and the indicator gets another name; perhaps the notes are written on in. */
  const unknown = (note: (text: string) => string) => (parts: Parts) =>
    Object.fromEntries(
      Object.entries(rowInserted(parts)).map(([name, text]) => {
        if (/comments\d*\.xml$/.test(name)) return [name, note(text)];
        const isForm = /sharedStrings|sheet1\.xml/.test(name);
        return [name, isForm ? text.replace('新建供水工程', '供水工程') : text];
      }),
    );

  it('is found by the words of its own note', async () => {
    const host = await openForm();
    await run(host);
    const moved = await changed(
      host,
      unknown((text) => text),
    );
    const report = await moved.apply(planClear(await moved.read()));
    expect(report.degradations).toEqual([]);
    expect(await marks(moved)).toEqual(bare);
  });

  it('is said and nothing else is touched where its note says something else', async () => {
    const host = await openForm();
    await run(host);
    const person = (text: string): string =>
      text.replace(/(<comment ref="[GH]8".*?)(<\/t>)/gs, '$1，已经问过水利局$2');
    const moved = await changed(host, unknown(person));
    const { notes } = await marks(moved);
    const report = await moved.apply(planClear(await moved.read()));
    const lost = report.degradations.filter(({ kind }) => kind === 'mark-lost');
    expect(lost).toEqual([
      { kind: 'mark-lost', sheet: '附表', cell: { row: 6, column: 6 } },
      { kind: 'mark-lost', sheet: '附表', cell: { row: 6, column: 7 } },
    ]);
    expect(notes).toContain('G8');
    expect(await marks(moved)).toEqual({ fills: ['G8', 'H8'], notes: ['G8', 'H8'] });
  });

  it('is not missed where a person deleted the row', async () => {
    const host = await openForm();
    await run(host);
    const moved = await changed(host, (parts) => {
      const without = Object.entries(parts).map(([name, text]): [string, string] => [
        name,
        /sheet1\.xml$|comments\d*\.xml$/.test(name)
          ? text.replace(/<(row r|comment ref)="G?8".*?<\/(?:row|comment)>/s, '')
          : text,
      ]);
      return moving((row) => (row > 8 ? row - 1 : row))(Object.fromEntries(without));
    });
    const report = await moved.apply(planClear(await moved.read()));
    expect(report.degradations).toEqual([]);
    expect(await marks(moved)).toEqual(bare);
  });
});

describe('rows nobody can tell apart', () => {
  const row = (name: string, score: CellValue) => [
    null,
    '质量指标',
    name,
    '≥98%',
    '98%',
    10,
    typeof score === 'number' ? score : null,
    '',
  ];
  const twins: SheetSpec = {
    ...FORM,
    rows: [
      ...FORM.rows.slice(0, 7),
      row('合格率', null),
      row('合格率', 10),
      ...FORM.rows.slice(10),
    ],
  };

  it('go by their order while there are as many of them', async () => {
    const host = await openForm(twins);
    await run(host);
    const moved = await changed(host, rowInserted);
    expect((await moved.read()).ledger?.scores.map(({ cell }) => cell)).toEqual(['G9']);
  });

  it('are not those whose names begin with another figure', async () => {
    const roads = [row('1.5公里道路合格率', null), row('2.5公里道路合格率', 10)];
    const host = await openForm({
      ...twins,
      rows: [...FORM.rows.slice(0, 7), ...roads, ...FORM.rows.slice(10)],
    });
    await run(host);
    const left = await changed(host, (parts) => {
      const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
      return { ...parts, 'xl/worksheets/sheet1.xml': sheet.replace(/<row r="9".*?<\/row>/s, '') };
    });
    expect((await left.read()).ledger?.scores.map(({ cell }) => cell)).toEqual(['G8']);
  });

  it('are a person’s once one of them is gone', async () => {
    const host = await openForm(twins);
    await run(host);
    const moved = await changed(host, (parts) => {
      const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
      const without = sheet.replace(/<row r="8".*?<\/row>/s, '');
      const up = moving((row) => (row > 8 ? row - 1 : row));
      return up({ ...parts, 'xl/worksheets/sheet1.xml': without });
    });
    expect(await valueAt(moved, 7, 6)).toBe(10);
    expect((await moved.read()).ledger?.scores).toEqual([]);
  });

  const calledOtherwise = (parts: Parts): Parts =>
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [
        name,
        /sharedStrings|sheet1\.xml/.test(name) ? text.replace('水质达标率', '入户率') : text,
      ]),
    );

  it('so is a score whose row was given another name', async () => {
    const host = await openForm(TENS);
    await run(host);
    const named = await changed(host, calledOtherwise);
    expect((await named.read()).ledger?.scores).toEqual([]);
    await named.apply(planClear(await named.read()));
    expect(await marks(named)).toEqual(bare);
  });

  it('keep their colour, and are said, once another program has taken the notes too', async () => {
    const host = await openForm(TENS);
    await run(host);
    const marked = (await marks(host)).fills;
    const named = await changed(host, (parts) =>
      Object.fromEntries(
        Object.entries(calledOtherwise(parts)).map(([name, text]) => [
          name,
          /comments\d*\.xml$/.test(name) ? text.replace(/<comment ref.*?<\/comment>/gs, '') : text,
        ]),
      ),
    );
    const { degradations } = await named.apply(planClear(await named.read()));
    const said = degradations.map(({ kind, cell }) => [kind, cell && cellName(cell)]);
    expect(marked.length).toBeGreaterThan(1);
    expect(said).toEqual([['mark-lost', 'G8']]);
    expect(await marks(named)).toEqual({ fills: ['G8'], notes: [] });
  });
});
