import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { planClear, planPatch } from '../../src/engine/plan';
import { createFileHost, type FileHost } from '../../src/hosts/file/file-host';
import { openXlsx } from '../../src/xlsx/open';
import { viewBook } from '../../src/xlsx/view/view-book';
import { FORM, openForm } from '../pane/pane-forms';

type Parts = Record<string, string>;

/** Copies the first sheet with its notes, as a spreadsheet program does. */
function withCopy(parts: Parts): Parts {
  const copied = (name: string): string => name.replace(/(\d+)(\.xml|\.vml)/, '90$1$2');
  const rels = parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? '';
  const targets = [...rels.matchAll(/Target="([^"]*)"/g)].map(([, target = '']) => target);
  const nameOf = (target: string): string =>
    target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\.\//, '')}`;
  const copies = Object.fromEntries(
    targets.map((target) => [copied(nameOf(target)), parts[nameOf(target)] ?? '']),
  );
  const types = ['xl/worksheets/sheet1.xml', ...targets.map(nameOf)].map((name) =>
    new RegExp(`<Override PartName="/${name}"[^>]*/>`).exec(parts['[Content_Types].xml'] ?? ''),
  );
  const added = types.map((found) => copied(found?.[0] ?? '')).join('');
  return {
    ...parts,
    ...copies,
    'xl/worksheets/sheet901.xml': parts['xl/worksheets/sheet1.xml'] ?? '',
    'xl/worksheets/_rels/sheet901.xml.rels': rels.replace(/Target="[^"]*"/g, copied),
    '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '').replace(
      '</Types>',
      `${added}</Types>`,
    ),
    'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(
      '</sheets>',
      `<sheet name="${FORM.name} (2)" sheetId="901" r:id="rId901"/></sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rId901" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet901.xml"/></Relationships>',
    ),
  };
}

async function changed(host: FileHost, change: (parts: Parts) => Parts): Promise<FileHost> {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(host.bytes())).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  return createFileHost(
    zipSync(
      Object.fromEntries(
        Object.entries(change(parts)).map(([name, text]) => [name, strToU8(text)]),
      ),
    ),
  );
}

async function score(host: FileHost) {
  const snapshot = await host.read();
  return host.apply(planPatch(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS));
}

/** Coloured cells and notes of every sheet that is not ours. */
function marks(host: FileHost): readonly (readonly [string, number, number])[] {
  const book = viewBook(openXlsx(host.bytes()));
  return book.sheets
    .filter(({ name }) => name.startsWith(FORM.name))
    .map(({ name, looks, notes }) => [
      name,
      looks.flatMap((line) => [...line].filter((look) => book.looks[look]?.fill)).length,
      notes.length,
    ]);
}

async function scoredAndCopied(): Promise<FileHost> {
  const host = await openForm();
  await score(host);
  const copy = await changed(host, withCopy);
  const [[, fills, notes] = ['', 0, 0], second] = marks(copy);
  expect(notes).toBeGreaterThan(0);
  expect(second).toEqual([`${FORM.name} (2)`, fills, notes]);
  return copy;
}

const BARE = [
  [FORM.name, 0, 0],
  [`${FORM.name} (2)`, 0, 0],
];

test('marks on a copied sheet are cleared with all else, and said', async () => {
  const host = await scoredAndCopied();
  const { degradations } = await host.apply(planClear(await host.read()));
  expect(marks(host)).toEqual(BARE);
  expect(degradations).toContainEqual({
    kind: 'ledger-gone',
    sheet: `${FORM.name} (2)`,
    cell: null,
  });
});

test('scoring takes them for its own, so that clearing leaves none', async () => {
  const host = await scoredAndCopied();
  const { degradations } = await score(host);
  expect(degradations.map(({ kind }) => kind)).not.toContain('note-kept');
  await host.apply(planClear(await host.read()));
  expect(marks(host)).toEqual(BARE);
});

test('so they are where all notes of the first sheet were deleted', async () => {
  const host = await changed(await scoredAndCopied(), (parts) => {
    const rels = 'xl/worksheets/_rels/sheet1.xml.rels';
    const sheet = 'xl/worksheets/sheet1.xml';
    return {
      ...parts,
      [rels]:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
      [sheet]: (parts[sheet] ?? '').replace(/<legacyDrawing[^>]*\/>/, ''),
    };
  });
  await host.apply(planClear(await host.read()));
  expect(marks(host)).toEqual(BARE);
});
