import { cellName, rangeName } from '../../model/grid';
import { isCellError } from '../../model/snapshot';
import type {
  LegacyBook,
  LegacyCell,
  LegacyColumn,
  LegacyFont,
  LegacyNote,
  LegacyRow,
  LegacySheet,
  LegacyStyle,
} from './legacy-book';
import { createPackage } from '../write/write-package';
import { encodeText } from '../part-text';
import { encodeOoxmlString, escapeAttribute, escapeText } from '../xml-text';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** 宋体 11 is what Chinese Office has used for workbooks of the .xls age. */
const DEFAULT_FONT: LegacyFont = {
  name: '宋体',
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  color: null,
};

/** First number that custom format codes may have. */
const FIRST_CUSTOM_FORMAT = 176;

interface Registry {
  /** Position of an item; the same text gets the same position. */
  readonly add: (xml: string) => number;
  readonly items: () => readonly string[];
}

function registry(first: readonly string[]): Registry {
  const positions = new Map(first.map((xml, index) => [xml, index]));
  return {
    add: (xml) => {
      const position = positions.get(xml) ?? positions.size;
      positions.set(xml, position);
      return position;
    },
    items: () => [...positions.keys()],
  };
}

function fontXml(font: LegacyFont): string {
  const color = font.color === null ? '' : `<color rgb="FF${font.color}"/>`;
  const flags = [
    font.bold ? '<b/>' : '',
    font.italic ? '<i/>' : '',
    font.strike ? '<strike/>' : '',
    font.underline ? '<u/>' : '',
  ].join('');
  return `<font>${flags}<sz val="${font.size}"/>${color}<name val="${escapeAttribute(encodeOoxmlString(font.name))}"/></font>`;
}

const fillXml = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;

function borderXml(borders: LegacyStyle['borders']): string {
  const sides = ['left', 'right', 'top', 'bottom'].map((side, index) => {
    const line = borders[index] ?? null;
    return line === null ? `<${side}/>` : `<${side} style="${line}"><color auto="1"/></${side}>`;
  });
  return `<border>${sides.join('')}<diagonal/></border>`;
}

function alignmentXml(style: LegacyStyle): string {
  const parts = [
    style.horizontal === null ? '' : ` horizontal="${style.horizontal}"`,
    style.vertical === null ? '' : ` vertical="${style.vertical}"`,
    style.wrap ? ' wrapText="1"' : '',
  ].join('');
  return parts === '' ? '' : `<alignment${parts}/>`;
}

interface StyleBook {
  readonly indexOf: (style: LegacyStyle) => number;
  readonly xml: () => string;
}

function styleBook(): StyleBook {
  const fonts = registry([fontXml(DEFAULT_FONT)]);
  const fills = registry([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  const borders = registry([borderXml([])]);
  const formats = registry([]);
  const known = new Map<LegacyStyle, number>();
  const xfXml = (style: LegacyStyle): string => {
    const font = fonts.add(fontXml(style.font ?? DEFAULT_FONT));
    const fill = style.fill === null ? 0 : fills.add(fillXml(style.fill));
    const border = borders.add(borderXml(style.borders));
    const format = style.format === null ? 0 : FIRST_CUSTOM_FORMAT + formats.add(style.format);
    const alignment = alignmentXml(style);
    const head = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${format ? ' applyNumberFormat="1"' : ''}${font ? ' applyFont="1"' : ''}${fill ? ' applyFill="1"' : ''}${border ? ' applyBorder="1"' : ''}`;
    return alignment === '' ? `${head}/>` : `${head} applyAlignment="1">${alignment}</xf>`;
  };
  const xfs = registry(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  const list = (name: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
  return {
    indexOf: (style) => {
      const index = known.get(style) ?? xfs.add(xfXml(style));
      known.set(style, index);
      return index;
    },
    xml: () => {
      const codes = formats
        .items()
        .map(
          (code, index) =>
            `<numFmt numFmtId="${FIRST_CUSTOM_FORMAT + index}" formatCode="${escapeAttribute(encodeOoxmlString(code))}"/>`,
        );
      return `${HEAD}<styleSheet xmlns="${MAIN}">${list('numFmts', codes)}${list('fonts', fonts.items())}${list('fills', fills.items())}${list('borders', borders.items())}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', xfs.items())}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
    },
  };
}

function stringXml(text: string): string {
  return `<t xml:space="preserve">${escapeText(encodeOoxmlString(text))}</t>`;
}

function cellXml(row: number, cell: LegacyCell, styles: StyleBook, strings: Registry): string {
  const { value } = cell;
  const style = styles.indexOf(cell.style);
  const open = `<c r="${cellName({ row, column: cell.column })}"${style > 0 ? ` s="${style}"` : ''}`;
  const array = cell.arrayRange === null ? '' : ` t="array" ref="${cell.arrayRange}"`;
  const formula =
    cell.formula === null ? '' : `<f${array}>${escapeText(encodeOoxmlString(cell.formula))}</f>`;
  if (value === null) return formula === '' ? `${open}/>` : `${open}>${formula}</c>`;
  if (typeof value === 'number') return `${open}>${formula}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (isCellError(value)) {
    return `${open} t="e">${formula}<v>${escapeText(encodeOoxmlString(value.error))}</v></c>`;
  }
  if (formula !== '') {
    return `${open} t="str">${formula}<v>${escapeText(encodeOoxmlString(value))}</v></c>`;
  }
  return `${open} t="s"><v>${strings.add(stringXml(value))}</v></c>`;
}

function rowXml(row: LegacyRow, styles: StyleBook, strings: Registry): string {
  const height = row.height === null ? '' : ` ht="${row.height}" customHeight="1"`;
  const cells = row.cells.map((cell) => cellXml(row.row, cell, styles, strings)).join('');
  return `<row r="${row.row + 1}"${height}${row.hidden ? ' hidden="1"' : ''}>${cells}</row>`;
}

function columnsXml(columns: readonly LegacyColumn[]): string {
  if (columns.length === 0) return '';
  const items = columns.map(({ column, width, hidden }) => {
    const size = width === null ? ' width="9"' : ` width="${width}" customWidth="1"`;
    return `<col min="${column + 1}" max="${column + 1}"${size}${hidden ? ' hidden="1"' : ''}/>`;
  });
  return `<cols>${items.join('')}</cols>`;
}

function sheetXml(sheet: LegacySheet, styles: StyleBook, strings: Registry): string {
  const rows = sheet.rows.map((row) => rowXml(row, styles, strings)).join('');
  const merges = sheet.merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`);
  const mergeCells =
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
  const protection = sheet.protected ? '<sheetProtection sheet="1"/>' : '';
  const notes = sheet.notes.length === 0 ? '' : '<legacyDrawing r:id="rId1"/>';
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELS}"><sheetFormatPr defaultRowHeight="14.25"/>${columnsXml(sheet.columns)}<sheetData>${rows}</sheetData>${protection}${mergeCells}<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>${notes}</worksheet>`;
}

function commentsXml(notes: readonly LegacyNote[]): string {
  const authors = registry([]);
  const comments = notes.map((note) => {
    const author = authors.add(note.author);
    return `<comment ref="${cellName(note.cell)}" authorId="${author}"><text>${stringXml(note.text)}</text></comment>`;
  });
  const names = authors
    .items()
    .map((name) => `<author>${escapeText(encodeOoxmlString(name))}</author>`);
  return `${HEAD}<comments xmlns="${MAIN}"><authors>${names.join('')}</authors><commentList>${comments.join('')}</commentList></comments>`;
}

/** Shapes of the notes; `sheet` keeps shape numbers of different sheets apart. */
function vmlXml(notes: readonly LegacyNote[], sheet: number): string {
  const shapes = notes.map(({ cell }, index) => {
    const { row, column } = cell;
    const anchor = [column + 1, 15, row, 10, column + 3, 15, row + 4, 4].join(', ');
    return `<v:shape id="_x0000_s${sheet * 1024 + index + 1}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}

function relsXml(rels: readonly (readonly [string, string])[]): string {
  const items = rels.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELS}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypesXml(sheets: readonly LegacySheet[]): string {
  const overrides = [
    ['/xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ['/xl/styles.xml', `${TYPE}.styles+xml`],
    ['/xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`],
  ];
  sheets.forEach((sheet, index) => {
    overrides.push([`/xl/worksheets/sheet${index + 1}.xml`, `${TYPE}.worksheet+xml`]);
    if (sheet.notes.length > 0) {
      overrides.push([`/xl/comments${index + 1}.xml`, `${TYPE}.comments+xml`]);
    }
  });
  const items = overrides.map(
    ([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${items.join('')}</Types>`;
}

function workbookXml(book: LegacyBook): string {
  const sheets = book.sheets.map((sheet, index) => {
    const state = sheet.visibility === 'visible' ? '' : ` state="${sheet.visibility}"`;
    const name = escapeAttribute(encodeOoxmlString(sheet.name));
    return `<sheet name="${name}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const names = book.names.map(({ name, ref, sheet }) => {
    const scope = sheet === null ? '' : ` localSheetId="${sheet}"`;
    const text = escapeText(encodeOoxmlString(ref));
    return `<definedName name="${escapeAttribute(encodeOoxmlString(name))}"${scope}>${text}</definedName>`;
  });
  const definedNames = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
  const properties = book.date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}">${properties}<sheets>${sheets.join('')}</sheets>${definedNames}</workbook>`;
}

/** A plain .xlsx of what was taken over from an old workbook. The same book gives the same bytes. */
export function buildLegacyPackage(book: LegacyBook): Uint8Array {
  const styles = styleBook();
  const strings = registry([]);
  const sheets = book.sheets.map((sheet) => sheetXml(sheet, styles, strings));
  const parts = new Map<string, Uint8Array>();
  const add = (name: string, text: string): unknown => parts.set(name, encodeText(text));
  add('[Content_Types].xml', contentTypesXml(book.sheets));
  add('_rels/.rels', relsXml([['officeDocument', 'xl/workbook.xml']]));
  add('xl/workbook.xml', workbookXml(book));
  const sheetRels = sheets.map(
    (_xml, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    relsXml([...sheetRels, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]),
  );
  book.sheets.forEach((sheet, index) => {
    const number = index + 1;
    add(`xl/worksheets/sheet${number}.xml`, sheets[index] ?? '');
    if (sheet.notes.length === 0) return;
    add(
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relsXml([
        ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
        ['comments', `../comments${number}.xml`],
      ]),
    );
    add(`xl/comments${number}.xml`, commentsXml(sheet.notes));
    add(`xl/drawings/vmlDrawing${number}.vml`, vmlXml(sheet.notes, number));
  });
  add('xl/styles.xml', styles.xml());
  const items = strings.items().map((xml) => `<si>${xml}</si>`);
  add('xl/sharedStrings.xml', `${HEAD}<sst xmlns="${MAIN}">${items.join('')}</sst>`);
  return createPackage(parts);
}
