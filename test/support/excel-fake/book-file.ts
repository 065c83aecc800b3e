import { parseCellName, rangeName } from '../../../src/model/grid';
import {
  buildWorkbook,
  relsXml,
  XML_HEAD,
  xmlText,
  type CellSpec,
  type SheetSpec,
} from '../workbook-builder';
import {
  columnOfKey,
  rowOfKey,
  type FakeBook,
  type FakeCell,
  type FakeFill,
  type FakeSheet,
} from './fake-book';

/** A workbook as Excel saves it, as far as the stand-in knows of it: charts and looks are left out. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const FIRST_FORMAT = 164;
/** Patterns a test uses, by Excel's names; anything else is a mistake of the test. */
const PATTERNS: Readonly<Record<string, string>> = {
  None: 'none',
  Solid: 'solid',
  Gray25: 'lightGray',
  LightUp: 'lightUp',
};

const argb = (color: string): string => `FF${color.replace('#', '').toUpperCase()}`;

function fillXml({ color, pattern, patternColor }: FakeFill): string {
  const type = PATTERNS[pattern];
  if (type === undefined) throw new Error(`no pattern for a file: ${pattern}`);
  if (type === 'none') return '<fill><patternFill patternType="none"/></fill>';
  const [fore, back] =
    type === 'solid'
      ? [argb(color), '<bgColor indexed="64"/>']
      : [argb(patternColor), `<bgColor rgb="${argb(color)}"/>`];
  return `<fill><patternFill patternType="${type}"><fgColor rgb="${fore}"/>${back}</patternFill></fill>`;
}

/** Things numbered in the order they are first asked for. */
function numbered(first: readonly string[]) {
  const numbers = new Map(first.map((item, index) => [item, index]));
  return {
    of: (item: string): number => {
      const number = numbers.get(item) ?? numbers.size;
      numbers.set(item, number);
      return number;
    },
    all: (): readonly string[] => [...numbers.keys()],
  };
}

const NONE = '<fill><patternFill patternType="none"/></fill>';

function styleBook() {
  const fills = numbered([NONE, '<fill><patternFill patternType="gray125"/></fill>']);
  const formats = numbered(['General', '0%']);
  const looks = numbered(['0 0']);
  const idOf = (format: number): number => [0, 9][format] ?? FIRST_FORMAT + format;
  return {
    styleOf: ({ fill, format }: FakeCell): number =>
      looks.of(`${formats.of(format)} ${fills.of(fill ? fillXml(fill) : NONE)}`),
    xml: (): string => {
      const named = formats
        .all()
        .map((code, index) => `<numFmt numFmtId="${idOf(index)}" formatCode="${xmlText(code)}"/>`)
        .slice(2);
      const xfs = looks.all().map((look) => {
        const [format = 0, fill = 0] = look.split(' ').map(Number);
        return `<xf numFmtId="${idOf(format)}" fontId="0" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>`;
      });
      return `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${named.length}">${named.join('')}</numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="${fills.all().length}">${fills.all().join('')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
    },
  };
}

function cellSpec(cell: FakeCell, style: number): CellSpec {
  const formula = cell.formula === null ? {} : { formula: cell.formula };
  if (cell.isError) {
    const stored = cell.formula === null ? '' : `<f>${xmlText(cell.formula)}</f>`;
    return { style, attributes: 't="e"', xml: `${stored}<v>${String(cell.value)}</v>` };
  }
  const value = cell.value === '' ? null : cell.value;
  return { style, value, ...formula };
}

function rowsOf(sheet: FakeSheet, styleOf: (cell: FakeCell) => number): CellSpec[][] {
  const rows: CellSpec[][] = [];
  for (const [key, cell] of [...sheet.cells].sort(([a], [b]) => a - b)) {
    const [row, column] = [rowOfKey(key), columnOfKey(key)];
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length < column) line.push(null);
    line[column] = cellSpec(cell, styleOf(cell));
  }
  return rows;
}

function commentsXml(sheet: FakeSheet): string {
  const authors = numbered([]);
  const comments = [...sheet.notes].map(
    ([cell, { author, content }]) =>
      `<comment ref="${cell}" authorId="${authors.of(author)}" shapeId="0"><text><r><rPr><sz val="9"/></rPr><t xml:space="preserve">${xmlText(content)}</t></r></text></comment>`,
  );
  const names = authors.all().map((name) => `<author>${xmlText(name)}</author>`);
  return `${XML_HEAD}<comments xmlns="${MAIN}"><authors>${names.join('')}</authors><commentList>${comments.join('')}</commentList></comments>`;
}

function shapesXml(sheet: FakeSheet): string {
  const shapes = [...sheet.notes.keys()].map((cell, index) => {
    const place = parseCellName(cell) ?? { row: 0, column: 0 };
    return `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1"><v:fill color2="#ffffe1"/><v:textbox><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>1, 15, 1, 2, 3, 15, 4, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${place.row}</x:Row><x:Column>${place.column}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}

const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** `.xlsx` bytes of a workbook open in the stand-in: values, formulas, fills, notes, sheets, ledger. */
export function fileOfBook(book: FakeBook): Uint8Array {
  const styles = styleBook();
  const parts: Record<string, string> = {};
  const contentTypes: Record<string, string> = {
    vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  };
  const sheets = book.sheets.map((sheet, index): SheetSpec => {
    const number = index + 1;
    const spec: SheetSpec = {
      name: sheet.name,
      rows: rowsOf(sheet, styles.styleOf),
      merges: sheet.merges.map(rangeName),
      state: VISIBILITY[sheet.visibility],
      hiddenRows: [...sheet.hiddenRows],
      hiddenColumns: [...sheet.hiddenColumns],
      ...(sheet.isProtected ? { middle: '<sheetProtection sheet="1"/>' } : {}),
    };
    if (sheet.notes.size === 0) return spec;
    parts[`xl/comments${number}.xml`] = commentsXml(sheet);
    parts[`xl/drawings/vmlDrawing${number}.vml`] = shapesXml(sheet);
    contentTypes[`/xl/comments${number}.xml`] =
      'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
    return {
      ...spec,
      tail: '<legacyDrawing r:id="rId1"/>',
      rels: {
        rId1: ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
        rId2: ['comments', `../comments${number}.xml`],
      },
    };
  });
  const workbookRels: Record<string, readonly [string, string]> = {};
  book.parts.forEach(({ id, xml }, index) => {
    const number = index + 1;
    parts[`customXml/item${number}.xml`] = xml;
    parts[`customXml/itemProps${number}.xml`] =
      `${XML_HEAD}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${CUSTOM_XML}"><ds:schemaRefs><ds:schemaRef ds:uri="${/xmlns="([^"]*)"/.exec(xml)?.[1] ?? ''}"/></ds:schemaRefs></ds:datastoreItem>`;
    parts[`customXml/_rels/item${number}.xml.rels`] = relsXml({
      rId1: ['customXmlProps', `itemProps${number}.xml`],
    });
    contentTypes[`/customXml/itemProps${number}.xml`] =
      'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
    workbookRels[`rIdX${number}`] = ['customXml', `../customXml/item${number}.xml`];
  });
  return buildWorkbook({
    sheets,
    parts,
    contentTypes,
    workbookRels,
    date1904: book.date1904,
    styles: styles.xml(),
  });
}
