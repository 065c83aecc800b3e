import * as fc from 'fast-check';
import type { BookView, CellLook } from '../../../src/model/look';
import { openXlsx } from '../../../src/xlsx/open';
import { colourReader } from '../../../src/xlsx/view/view-colours';
import { PLAIN_LOOK } from '../../../src/xlsx/view/view-looks';
import { viewBook } from '../../../src/xlsx/view/view-book';
import { nextTag } from '../../../src/xlsx/xml';
import { at } from '../write/sample-patch';
import { RICH, richWorkbook } from '../../support/rich-workbook';
import {
  buildSheet,
  buildWorkbook,
  STYLES,
  type WorkbookSpec,
} from '../../support/workbook-builder';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const viewOf = (spec: WorkbookSpec): BookView => viewBook(openXlsx(buildWorkbook(spec)));

function lookAt(view: BookView, name: string): CellLook | undefined {
  const { row, column } = at(name);
  const index = view.sheets[0]?.looks[row]?.[column];
  return index === undefined ? undefined : view.looks[index];
}

/** A workbook whose cell format 1 is made of the given pieces. */
function styled(pieces: {
  readonly font?: string;
  readonly fill?: string;
  readonly border?: string;
  readonly alignment?: string;
}): CellLook | undefined {
  const { font = '', fill = '', border = '', alignment = '' } = pieces;
  const view = viewOf({
    sheets: [{ name: '附表', rows: [[{ value: 1, style: 1 }]] }],
    styles: `<styleSheet xmlns="${MAIN}"><fonts><font/><font>${font}</font></fonts><fills><fill/><fill>${fill}</fill></fills><borders><border/><border>${border}</border></borders><cellXfs><xf/><xf fontId="1" fillId="1" borderId="1">${alignment}</xf></cellXfs></styleSheet>`,
  });
  return lookAt(view, 'A1');
}

describe('how a cell looks', () => {
  const cases: readonly (readonly [string, Parameters<typeof styled>[0], Partial<CellLook>])[] = [
    ['nothing said', {}, {}],
    [
      'a font',
      { font: '<b/><i/><u/><strike/><sz val="10.5"/><name val="仿宋"/><color rgb="FFC00000"/>' },
      {
        bold: true,
        italic: true,
        underline: true,
        strike: true,
        size: 10.5,
        font: '仿宋',
        colour: '#c00000',
      },
    ],
    ['marks switched off', { font: '<b val="0"/><u val="none"/><i val="false"/>' }, {}],
    ['sizes that cannot be', { font: '<sz val="0"/><name val="宋体"/>' }, { font: '宋体' }],
    [
      'a solid fill',
      {
        fill: '<patternFill patternType="solid"><fgColor rgb="FFFFEB9C"/><bgColor indexed="64"/></patternFill>',
      },
      { fill: '#ffeb9c' },
    ],
    [
      'a fill that is none',
      { fill: '<patternFill patternType="none"><fgColor rgb="FFFFEB9C"/></patternFill>' },
      {},
    ],
    [
      'a pattern is the even colour it makes',
      {
        fill: '<patternFill patternType="mediumGray"><fgColor rgb="FF000000"/><bgColor rgb="FFFFFFFF"/></patternFill>',
      },
      { fill: '#808080' },
    ],
    [
      'a gradient is its first colour',
      {
        fill: '<gradientFill><stop position="0"><color rgb="FF00B050"/></stop><stop position="1"><color rgb="FFFFFFFF"/></stop></gradientFill>',
      },
      { fill: '#00b050' },
    ],
    [
      'borders, by side and by the older names of sides',
      {
        border:
          '<start style="thin"><color rgb="FF0000FF"/></start><right style="mediumDashed"/><top style="double"/><bottom style="none"/>',
      },
      {
        left: { style: 'thin', colour: '#0000ff' },
        right: { style: 'dashed', colour: '#000000' },
        top: { style: 'double', colour: '#000000' },
      },
    ],
    [
      'alignment',
      { alignment: '<alignment horizontal="center" vertical="center" wrapText="1" indent="2"/>' },
      { horizontal: 'center', vertical: 'middle', wrap: true, indent: 2 },
    ],
  ];
  test.each(cases)('%s', (_name, pieces, expected) => {
    expect(styled(pieces)).toEqual({ ...PLAIN_LOOK, ...expected });
  });

  test('a format the file does not have is the first', () => {
    const view = viewOf({ sheets: [{ name: '附表', rows: [[{ value: 1, style: 99 }]] }] });
    expect(view.sheets[0]?.looks[0]?.[0]).toBe(0);
  });

  test('number formats by code', () => {
    const row = [STYLES.percent, STYLES.chineseDate, STYLES.plain].map((style) => ({
      value: 1,
      style,
    }));
    const view = viewOf({ sheets: [{ name: '附表', rows: [row] }] });
    expect(['A1', 'B1', 'C1'].map((name) => lookAt(view, name)?.format)).toEqual([
      '0%',
      'yyyy"年"m"月"d"日"',
      null,
    ]);
  });
});

describe('colours', () => {
  const theme =
    '<a:theme xmlns:a="x"><a:themeElements><a:clrScheme name="n"><a:dk1><a:sysClr val="windowText" lastClr="111111"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FEFEFE"/></a:lt1><a:dk2><a:srgbClr val="222222"/></a:dk2><a:lt2><a:srgbClr val="EEEEEE"/></a:lt2><a:accent1><a:srgbClr val="336699"/></a:accent1></a:clrScheme></a:themeElements></a:theme>';
  const read = (markup: string, styles: string | null = null): string | null => {
    const tag = nextTag(markup, 0);
    if (!tag) throw new Error('no tag');
    return colourReader(styles, theme)(markup, tag);
  };
  test.each([
    ['<color rgb="FF12AB34"/>', '#12ab34'],
    ['<color rgb="12AB34"/>', '#12ab34'],
    // The first two pairs of a theme stand the other way round (ECMA-376 part 1, §18.8.3).
    ['<color theme="0"/>', '#fefefe'],
    ['<color theme="1"/>', '#111111'],
    ['<color theme="2"/>', '#eeeeee'],
    ['<color theme="3"/>', '#222222'],
    ['<color theme="4"/>', '#336699'],
    ['<color theme="5"/>', '#ed7d31'],
    ['<color indexed="10"/>', '#ff0000'],
    ['<color indexed="64"/>', null],
    ['<color auto="1"/>', null],
    ['<color rgb="nonsense"/>', null],
    // Half way to white and to black, as Excel 2016 shows accent colours 50 % lighter and darker.
    ['<color rgb="FF808080" tint="0.5"/>', '#c0c0c0'],
    ['<color rgb="FF4472C4" tint="0.7999816888943144"/>', '#dae3f3'],
    ['<color rgb="FF4472C4" tint="-0.499984740745262"/>', '#203864'],
  ])('%s', (markup, expected) => {
    expect(read(markup)).toBe(expected);
  });

  test('a palette of the workbook’s own', () => {
    const styles = `<styleSheet><colors><indexedColors><rgbColor rgb="00ABCDEF"/></indexedColors></colors></styleSheet>`;
    expect(read('<color indexed="0"/>', styles)).toBe('#abcdef');
  });
});

describe('a sheet', () => {
  test('widths, heights, frozen panes, grid lines and hidden parts', () => {
    const [sheet] = viewOf({
      sheets: [
        {
          name: '附表',
          rows: [['甲', '乙', '丙'], ['丁']],
          head: '<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="2" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="10" defaultRowHeight="15"/><cols><col min="1" max="2" width="12.7109375" customWidth="1"/><col min="3" max="3" width="5" hidden="1"/></cols>',
        },
      ],
    }).sheets;
    // 12.7109375 digits of 7 pixels are what Excel calls 89 pixels, 10 are 70.
    expect(sheet).toMatchObject({
      frozenRows: 2,
      frozenColumns: 1,
      gridLines: false,
      defaultWidth: 70,
      defaultHeight: 20,
      widths: new Map([
        [0, 89],
        [1, 89],
        [2, 35],
      ]),
    });
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([2]);
  });

  test('panes that are only split are not frozen', () => {
    const [sheet] = viewOf({
      sheets: [
        {
          name: '附表',
          rows: [[1]],
          head: '<sheetViews><sheetView workbookViewId="0"><pane xSplit="2000" ySplit="900"/></sheetView></sheetViews>',
        },
      ],
    }).sheets;
    expect(sheet).toMatchObject({ frozenRows: 0, frozenColumns: 0, gridLines: true });
  });

  test('cells without content have the look of their own, their row’s or their column’s', () => {
    const sheet = buildSheet([[1, 2, 3]], {
      head: '<cols><col min="2" max="2" style="5"/></cols>',
    });
    const view = viewBook(openXlsx(sheet));
    expect(view.sheets[0]?.looks[0]).toHaveLength(3);
  });

  test('cells that only have a border widen what is shown, far ones do not', () => {
    const blank = { value: null, style: STYLES.marked };
    const rows = [[1], [null, null, blank], ...Array.from({ length: 600 }, () => [])];
    const [sheet] = viewOf({ sheets: [{ name: '附表', rows: [...rows, [blank]] }] }).sheets;
    expect(sheet).toMatchObject({ rowCount: 2, columnCount: 3 });
    expect(sheet?.looks[1]).toEqual([0, 0, STYLES.marked]);
    expect(sheet?.values).toEqual([
      [1, null, null],
      [null, null, null],
    ]);
    expect(sheet?.formulas.map((row) => row.length)).toEqual([3, 3]);
  });

  test('values, formulas and looks are dense, whatever the sheet', () => {
    const cell = fc.constantFrom(
      1,
      '文',
      null,
      { value: null, style: 5 },
      { formula: 'A1', value: 2 },
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
        const { snapshot } = openXlsx(buildSheet(rows));
        const [sheet] = viewBook(openXlsx(buildSheet(rows))).sheets;
        const read = snapshot.sheets[0];
        if (!sheet || !read) throw new Error('no sheet');
        for (const grid of [sheet.values, sheet.formulas, sheet.looks]) {
          expect(grid).toHaveLength(sheet.rowCount);
          for (const line of grid) expect(line).toHaveLength(sheet.columnCount);
        }
        read.values.forEach((line, row) =>
          expect(sheet.values[row]?.slice(0, read.columnCount)).toEqual(line),
        );
      }),
    );
  });
});

describe('a workbook full of other things', () => {
  const view = viewBook(openXlsx(richWorkbook()));

  test('its notes are shown, phonetic hints left out', () => {
    const notes = view.sheets.find(({ name }) => name === RICH.sheet)?.notes ?? [];
    const at10 = at(RICH.noteCell);
    expect(
      notes.find(({ cell }) => cell.row === at10.row && cell.column === at10.column)?.text,
    ).toMatch(/\S/);
  });

  test('what the grid does not show is listed by kind and sheet', () => {
    expect(
      Object.fromEntries(
        view.unshown.map(({ kind, sheet, count }) => [`${sheet ?? ''} ${kind}`, count]),
      ),
    ).toMatchSnapshot();
  });

  test('it can be sent to another thread', () => {
    expect(structuredClone(view)).toEqual(view);
  });
});
