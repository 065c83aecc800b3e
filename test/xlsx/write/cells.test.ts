import { cellSplices } from '../../../src/xlsx/write/write-cells';
import { formulaRanges } from '../../../src/xlsx/write/sheet-formulas';
import type { CellChange } from '../../../src/xlsx/write/cell-markup';
import { applySplices } from '../../../src/xlsx/write/write-splice';
import type { CellValue } from '../../../src/model/snapshot';
import { failureOf } from './failing';
import { at } from './sample-patch';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const sheet = (data: string, head = ''): string =>
  `<worksheet xmlns="${MAIN}">${head}${data}</worksheet>`;

function edit(text: string, edits: Readonly<Record<string, CellChange>>): string {
  const changes = new Map<number, Map<number, CellChange>>();
  for (const [name, change] of Object.entries(edits)) {
    const { row, column } = at(name);
    changes.set(row, (changes.get(row) ?? new Map<number, CellChange>()).set(column, change));
  }
  return applySplices(text, cellSplices(text, changes));
}

const value = (written: CellValue): CellChange => ({ kind: 'value', value: written });

describe('values in a worksheet part', () => {
  test.each<[string, string, string, CellValue, string]>([
    [
      'a number keeps the format',
      '<row r="1"><c r="A1" s="3" t="s"><v>0</v></c></row>',
      'A1',
      9.8,
      '<row r="1"><c r="A1" s="3"><v>9.8</v></c></row>',
    ],
    [
      'a blank cell',
      '<row r="1"><c r="A1" s="3"/></row>',
      'A1',
      0,
      '<row r="1"><c r="A1" s="3"><v>0</v></c></row>',
    ],
    [
      'clearing keeps the format',
      '<row r="1"><c r="A1" s="3"><v>1</v></c></row>',
      'A1',
      null,
      '<row r="1"><c r="A1" s="3"/></row>',
    ],
    [
      'a boolean',
      '<row r="1"><c r="A1"/></row>',
      'A1',
      true,
      '<row r="1"><c r="A1" t="b"><v>1</v></c></row>',
    ],
    [
      'an error',
      '<row r="1"><c r="A1"/></row>',
      'A1',
      { error: '#N/A' },
      '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>',
    ],
    [
      'text',
      '<row r="1"><c r="A1"/></row>',
      'A1',
      ' a<b ',
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a&lt;b </t></is></c></row>',
    ],
    [
      'before, in order',
      '<row r="2"><c r="B2"/></row>',
      'A2',
      1,
      '<row r="2"><c r="A2"><v>1</v></c><c r="B2"/></row>',
    ],
    [
      'between',
      '<row r="2"><c r="A2"/><c r="C2"/></row>',
      'B2',
      1,
      '<row r="2"><c r="A2"/><c r="B2"><v>1</v></c><c r="C2"/></row>',
    ],
    [
      'after',
      '<row r="2"><c r="A2"/></row>',
      'Z2',
      1,
      '<row r="2"><c r="A2"/><c r="Z2"><v>1</v></c></row>',
    ],
    [
      'an empty row',
      '<row r="2" ht="9"/>',
      'A2',
      1,
      '<row r="2" ht="9"><c r="A2"><v>1</v></c></row>',
    ],
    [
      'a row before',
      '<row r="2"><c r="A2"/></row>',
      'A1',
      1,
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"/></row>',
    ],
    [
      'a row after',
      '<row r="2"><c r="A2"/></row>',
      'A3',
      1,
      '<row r="2"><c r="A2"/></row><row r="3"><c r="A3"><v>1</v></c></row>',
    ],
    [
      'cells and rows without r',
      '<row><c><v>1</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>',
      'B2',
      9,
      '<row><c><v>1</v></c></row><row><c><v>1</v></c><c><v>9</v></c></row>',
    ],
    [
      'a cell after those without r',
      '<row><c/><c/></row>',
      'D1',
      9,
      '<row><c/><c/><c r="D1"><v>9</v></c></row>',
    ],
    [
      'single quotes and line breaks in tags',
      "<row\n r='1'><c\tr='A1'\n s='2' ><v>1</v></c></row>",
      'A1',
      2,
      "<row\n r='1'><c\tr='A1'\n s='2' ><v>2</v></c></row>",
    ],
    [
      'a comment with a cell in it',
      '<row r="1"><!-- <c r="A1"/> --><c r="B1"/></row>',
      'B1',
      2,
      '<row r="1"><!-- <c r="A1"/> --><c r="B1"><v>2</v></c></row>',
    ],
    [
      'spans widen',
      '<row r="1" spans="2:3"><c r="B1"/></row>',
      'E1',
      1,
      '<row r="1" spans="2:5"><c r="B1"/><c r="E1"><v>1</v></c></row>',
    ],
    [
      'metadata of the old value goes',
      '<row r="1"><c r="A1" vm="1" t="e"><v>#VALUE!</v></c></row>',
      'A1',
      1,
      '<row r="1"><c r="A1"><v>1</v></c></row>',
    ],
  ])('%s', (_, rows, name, written, expected) => {
    const before = sheet(`<sheetData>${rows}</sheetData>`);
    expect(edit(before, { [name]: value(written) })).toBe(
      sheet(`<sheetData>${expected}</sheetData>`),
    );
  });

  test('an empty sheet, with its prefix', () => {
    const before = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/></x:worksheet>`;
    expect(edit(before, { B2: value('文') })).toBe(
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t xml:space="preserve">文</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    );
  });

  test('dimension widens to what was put in, and only then', () => {
    const before = sheet(
      '<sheetData><row r="2"><c r="B2"/></row></sheetData>',
      '<dimension ref="B2"/>',
    );
    expect(edit(before, { B2: value(1) })).toContain('<dimension ref="B2"/>');
    expect(edit(before, { D1: value(1) })).toContain('<dimension ref="B1:D2"/>');
  });

  test('a new cell looks like its row, else like its column', () => {
    const before = sheet(
      '<sheetData><row r="1" s="7" customFormat="1"/><row r="2" s="7"/></sheetData>',
      '<cols><col min="2" max="3" width="9" style="4"/></cols>',
    );
    const after = edit(before, { B1: value(1), C2: value(2), D2: value(3) });
    expect(after).toContain('<c r="B1" s="7"><v>1</v></c>');
    expect(after).toContain('<c r="C2" s="4"><v>2</v></c><c r="D2"><v>3</v></c>');
  });
});

describe('stored results', () => {
  test.each([
    [
      'a plain formula',
      '<c r="A1" s="1"><f>SUM(B1)</f><v>1</v></c>',
      7.5,
      '<c r="A1" s="1"><f>SUM(B1)</f><v>7.5</v></c>',
    ],
    [
      'text instead of a number',
      '<c r="A1"><f>X</f><v>1</v></c>',
      '优',
      '<c r="A1" t="str"><f>X</f><v>优</v></c>',
    ],
    [
      'a number instead of an error',
      '<c r="A1" t="e"><f>X</f><v>#N/A</v></c>',
      1,
      '<c r="A1"><f>X</f><v>1</v></c>',
    ],
    [
      'the master of a shared formula',
      '<c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>1</v></c>',
      2,
      '<c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c>',
    ],
    [
      'a member of a shared formula',
      '<c r="A1"><f t="shared" si="0"/><v>1</v></c>',
      2,
      '<c r="A1"><f t="shared" si="0"/><v>2</v></c>',
    ],
    [
      'a dynamic array',
      '<c r="A1" cm="1"><f t="array" ref="A1">SORT(B1:B2)</f><v>1</v></c>',
      2,
      '<c r="A1" cm="1"><f t="array" ref="A1">SORT(B1:B2)</f><v>2</v></c>',
    ],
    ['without a result so far', '<c r="A1"><f>X</f></c>', 2, '<c r="A1"><f>X</f><v>2</v></c>'],
  ])('%s', (_, cell, result, expected) => {
    const before = sheet(`<sheetData><row r="1">${cell}</row></sheetData>`);
    expect(edit(before, { A1: { kind: 'cached', value: result } })).toBe(
      sheet(`<sheetData><row r="1">${expected}</row></sheetData>`),
    );
  });

  test('a formula is never replaced, a result never put where there is none', () => {
    const before = sheet(
      '<sheetData><row r="1"><c r="A1"><f>X</f></c><c r="B1"/></row></sheetData>',
    );
    expect(failureOf(() => edit(before, { A1: value(1) }))).toBe('formula-kept');
    for (const name of ['B1', 'C1', 'A9']) {
      const renew = () => edit(before, { [name]: { kind: 'cached', value: 1 } });
      expect(failureOf(renew)).toBe('patch-no-formula');
    }
  });

  test('ranges of one formula are found', () => {
    const text = sheet(
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A3">X</f></c><c r="B1"><f t="array" ref="B1">X</f></c><c r="C1"><f t="dataTable" ref="C1:C2"/></c></row></sheetData>',
    );
    expect(formulaRanges(text)).toEqual(['A1:A3', 'C1:C2']);
  });
});
