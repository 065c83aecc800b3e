import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { CellEdit } from '../../../src/model/edit';
import { cellName } from '../../../src/model/grid';
import type { CellValue, Snapshot } from '../../../src/model/snapshot';
import { applyEdits, applyPatch } from '../../../src/xlsx/write/apply';
import { openXlsx } from '../../../src/xlsx/open';
import { failureCode } from '../../support/failure-code';
import { richWorkbook } from '../../support/rich-workbook';
import { buildSheet, buildWorkbook } from '../../support/workbook-builder';
import { at, clearPatch, fullPatch, sheetNamed } from './sample-patch';
import { changedParts } from './written';
import { malformed } from './well-formed';

interface Content {
  readonly value: CellValue;
  readonly formula: string | null;
}

type Contents = Readonly<Record<string, Content>>;

function contents(snapshot: Snapshot, sheet = '附表'): Contents {
  const { values, formulas } = sheetNamed(snapshot, sheet);
  const found: Record<string, Content> = {};
  values.forEach((line, row) =>
    line.forEach((value, column) => {
      const formula = formulas[row]?.[column] ?? null;
      if (value !== null || formula !== null) found[cellName({ row, column })] = { value, formula };
    }),
  );
  return found;
}

const editsOf = (snapshot: Snapshot, wanted: Contents, sheet = '附表'): CellEdit[] =>
  Object.entries(wanted).map(([name, content]) => ({
    sheetId: sheetNamed(snapshot, sheet).id,
    cell: at(name),
    ...content,
  }));

function edited(bytes: Uint8Array, wanted: Contents, sheet = '附表'): Uint8Array {
  const opened = openXlsx(bytes);
  const output = applyEdits(opened, editsOf(opened.snapshot, wanted, sheet));
  for (const [name, part] of Object.entries(unzipSync(output))) {
    if (/\.(xml|rels|vml)$/.test(name) && part[0] !== 0xff) {
      expect(malformed(strFromU8(part).replace(/^\ufeff/, ''))).toBeNull();
    }
  }
  return output;
}

const value = (content: CellValue): Content => ({ value: content, formula: null });
const formula = (text: string, result: CellValue): Content => ({ value: result, formula: text });

const partText = (bytes: Uint8Array, name: string): string => {
  const part = unzipSync(bytes)[name];
  if (!part) throw new Error(`no part ${name}`);
  return strFromU8(part);
};

const content: fc.Arbitrary<Content> = fc.oneof(
  fc.record({
    value: fc.oneof(
      fc.constantFrom<CellValue>('=1+1', '+x', '@y', '-', ' 前后 ', '≥98%', null, true, 0.05),
      fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' }),
      fc.integer(),
      fc.constantFrom('#N/A', '#DIV/0!').map((error) => ({ error })),
    ),
    formula: fc.constant(null),
  }),
  fc.record({
    value: fc.oneof(fc.integer(), fc.constantFrom<CellValue>('文', true, { error: '#REF!' })),
    formula: fc.constantFrom('A1*2', 'SUM(A1:B2)&"<&>"', 'IF(B1="=",1,2)'),
  }),
);
const place = fc.tuple(fc.nat(9), fc.nat(7)).map(([row, column]) => cellName({ row, column }));

describe('edits of a person', () => {
  test('any of them, one after another, change exactly their cells', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(fc.integer(), fc.constantFrom('甲', '乙', null)), { maxLength: 5 }),
          {
            maxLength: 6,
          },
        ),
        fc.array(fc.dictionary(place, content, { maxKeys: 6 }), { minLength: 1, maxLength: 4 }),
        (rows, rounds) => {
          const first = buildSheet(rows);
          const expected = new Map(Object.entries(contents(openXlsx(first).snapshot)));
          let bytes = first;
          for (const round of rounds) {
            bytes = edited(bytes, round);
            for (const [name, wanted] of Object.entries(round)) {
              if (wanted.value === null && wanted.formula === null) expected.delete(name);
              else expected.set(name, wanted);
            }
          }
          expect(contents(openXlsx(bytes).snapshot)).toEqual(Object.fromEntries(expected));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('nothing changed gives the very bytes back', () => {
    const bytes = buildSheet([['甲', 1]]);
    expect(edited(bytes, {})).toBe(bytes);
    expect(edited(bytes, { A1: value('甲'), B1: value(1), D9: value(null) })).toBe(bytes);
  });

  test('only the sheet changes in a workbook full of other things', () => {
    const bytes = richWorkbook();
    const sheet = openXlsx(bytes).snapshot.sheets[0]?.name ?? '';
    const output = edited(bytes, { J60: value('新') }, sheet);
    const changed = changedParts(bytes, output);
    expect(
      changed.filter((part) => !/worksheets\/sheet\d+\.xml$|xl\/workbook\.xml$/.test(part)),
    ).toEqual([]);
    expect(changed.length).toBeGreaterThan(0);
  });

  test('text that looks like a formula stays text, and a formula is one', () => {
    const bytes = edited(buildSheet([[1, 2]]), { A1: value('=1+1'), B1: formula('1+1', 2) });
    expect(contents(openXlsx(bytes).snapshot)).toEqual({
      A1: value('=1+1'),
      B1: formula('1+1', 2),
    });
    expect(partText(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>=');
  });

  test('a value over a formula takes the chain of calculation along', () => {
    const bytes = buildWorkbook({
      sheets: [{ name: '附表', rows: [[1, { formula: 'A1*2', value: 2 }]] }],
      parts: {
        'xl/calcChain.xml':
          '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B1" i="1"/></calcChain>',
      },
      contentTypes: {
        '/xl/calcChain.xml':
          'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml',
      },
      workbookRels: { rId90: ['calcChain', 'calcChain.xml'] },
    });
    const output = edited(bytes, { B1: value(7) });
    expect(Object.keys(unzipSync(output))).not.toContain('xl/calcChain.xml');
    expect(partText(output, '[Content_Types].xml')).not.toContain('calcChain');
    expect(partText(output, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(contents(openXlsx(output).snapshot).B1).toEqual(value(7));
    expect(Object.keys(unzipSync(edited(bytes, { A1: value(7) })))).toContain('xl/calcChain.xml');
  });

  describe('a shared formula', () => {
    const shared = (inner: string): { xml: string } => ({ xml: inner });
    const bytes = buildWorkbook({
      sheets: [
        {
          name: '附表',
          rows: [
            [1, shared('<f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v>')],
            [2, shared('<f t="shared" si="0"/><v>4</v>')],
            [3, shared('<f t="shared" si="0"/><v>6</v>')],
          ],
        },
      ],
    });

    test('outlives the cell that held it', () => {
      const output = edited(bytes, { B1: value(9) });
      expect(contents(openXlsx(output).snapshot)).toMatchObject({
        B1: value(9),
        B2: formula('A2*2', 4),
        B3: formula('A3*2', 6),
      });
    });

    test('stays shared where only one of its cells changes', () => {
      const output = edited(bytes, { B2: value('手填') });
      expect(contents(openXlsx(output).snapshot)).toMatchObject({
        B1: formula('A1*2', 2),
        B2: value('手填'),
        B3: formula('A3*2', 6),
      });
      expect(partText(output, 'xl/worksheets/sheet1.xml')).toContain('ref="B1:B3"');
    });

    test('keeps its form when only results are new', () => {
      const output = edited(bytes, {
        A1: value(10),
        B1: formula('A1*2', 20),
        B3: formula('A3*2', { error: '#N/A' }),
      });
      const text = partText(output, 'xl/worksheets/sheet1.xml');
      expect(text).toContain('ref="B1:B3"');
      expect(text.match(/si="0"/g)).toHaveLength(3);
      expect(contents(openXlsx(output).snapshot)).toMatchObject({
        B1: formula('A1*2', 20),
        B3: formula('A3*2', { error: '#N/A' }),
      });
    });
  });

  test('one cell of many that an array formula fills is refused; its result is not', () => {
    const bytes = buildWorkbook({
      sheets: [
        {
          name: '附表',
          rows: [
            [1, { xml: '<f t="array" ref="B1:B2">A1:A2*2</f><v>2</v>' }],
            [2, { xml: '<v>4</v>' }],
          ],
        },
      ],
    });
    expect(failureCode(() => edited(bytes, { B2: value(1) }))).toBe('formula-kept');
    const output = edited(bytes, { B2: formula('A1:A2*2', 8) });
    expect(contents(openXlsx(output).snapshot).B2).toEqual(formula('A1:A2*2', 8));
  });

  test('what no workbook can hold is refused whole', () => {
    const bytes = buildWorkbook({
      sheets: [{ name: '附表', rows: [['甲', null, 3]], merges: ['A1:B1'] }],
    });
    const cases: readonly (readonly [string, Contents])[] = [
      ['patch-merge-hidden', { B1: value(1) }],
      ['patch-number', { C1: value(Number.NaN) }],
      ['patch-text-too-long', { C1: value('长'.repeat(32768)) }],
      ['patch-text-too-long', { C1: formula('1+'.repeat(5000), 1) }],
      ['patch-error-value', { C1: value({ error: '#没有' }) }],
    ];
    for (const [code, wanted] of cases) {
      expect([code, failureCode(() => edited(bytes, { D4: value(1), ...wanted }))]).toEqual([
        code,
        code,
      ]);
    }
    const opened = openXlsx(bytes);
    const elsewhere = { sheetId: 'none', cell: at('A1'), value: 1, formula: null };
    expect(failureCode(() => applyEdits(opened, [elsewhere]))).toBe('patch-sheet-unknown');
  });

  describe('in a workbook the tool has written into', () => {
    const source = buildWorkbook({
      sheets: [
        {
          name: '附表',
          rows: [
            ['指标', '得分'],
            ['甲', 9],
            ['乙', { formula: 'B2*1', value: 9 }],
          ],
        },
      ],
    });
    const scored = ((): Uint8Array => {
      const opened = openXlsx(source);
      return applyPatch(opened, fullPatch(opened.snapshot, '附表', {}, ['B2'])).bytes;
    })();
    const cleared = (bytes: Uint8Array): Uint8Array => {
      const opened = openXlsx(bytes);
      return applyPatch(opened, clearPatch(opened.snapshot)).bytes;
    };

    test('marks and sheets stay, and clearing leaves the edit alone', () => {
      const output = edited(scored, { B2: value(8), C9: value('备注') });
      const names = openXlsx(output).snapshot.sheets.map(({ name }) => name);
      expect(names).toEqual(openXlsx(scored).snapshot.sheets.map(({ name }) => name));
      const without = cleared(output);
      expect(changedParts(without, edited(source, { B2: value(8), C9: value('备注') }))).toEqual(
        [],
      );
    });

    test('a sheet of the tool can be written into like any other', () => {
      const own = openXlsx(scored).snapshot.sheets[1]?.name ?? '';
      const output = edited(scored, { A1: value('改过'), H30: value(1) }, own);
      expect(contents(openXlsx(output).snapshot, own)).toMatchObject({
        A1: value('改过'),
        H30: value(1),
      });
    });
  });
});
