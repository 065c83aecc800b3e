import { strToU8, zipSync } from 'fflate';
import { cellName, rangeName, type Range } from '../src/model/grid';

/** Looks of the real forms: 小标宋 title, 黑体 heads, 仿宋 body, thin borders all round. */
export type FormStyle =
  'plain' | 'title' | 'subtitle' | 'head' | 'text' | 'middle' | 'percent' | 'note';

export interface FormCell {
  readonly value: string | number | null;
  /** Without `=`; `value` is then its result. */
  readonly formula?: string;
  readonly style: FormStyle;
}

export interface FormSheet {
  readonly name: string;
  /** Column widths in characters. */
  readonly widths: readonly number[];
  /** Row heights in points; a row beyond the list has the default. */
  readonly heights: readonly number[];
  readonly rows: readonly (readonly (FormCell | null)[])[];
  readonly merges: readonly Range[];
  readonly landscape: boolean;
}

const STYLES: readonly FormStyle[] = [
  'plain',
  'title',
  'subtitle',
  'head',
  'text',
  'middle',
  'percent',
  'note',
];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes a one-sheet .xlsx; the same sheet gives the same bytes on every machine. */
export function writeForm(sheet: FormSheet): Uint8Array {
  const texts = new Map<string, number>();
  const body = sheetXml(sheet, texts);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escape(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/sheet1.xml': body,
    'xl/styles.xml': stylesXml(),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" uniqueCount="${texts.size}">${[...texts.keys()]
      .map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`)
      .join('')}</sst>`,
  };
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]),
  );
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}

function sheetXml(sheet: FormSheet, texts: Map<string, number>): string {
  const columns = sheet.widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const rows = sheet.rows
    .map((cells, row) => {
      const height = sheet.heights[row];
      const attributes = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
      const inside = cells.map((cell, column) => cellXml(cell, row, column, texts)).join('');
      return `<row r="${row + 1}"${attributes}>${inside}</row>`;
    })
    .join('');
  const merges = sheet.merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`).join('');
  return (
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetFormatPr defaultRowHeight="28" customHeight="1"/><cols>${columns}</cols><sheetData>${rows}</sheetData>` +
    `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>` +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToHeight="1"/>` +
    '</worksheet>'
  );
}

function cellXml(
  cell: FormCell | null,
  row: number,
  column: number,
  texts: Map<string, number>,
): string {
  if (!cell) return '';
  const head = `<c r="${cellName({ row, column })}" s="${STYLES.indexOf(cell.style)}"`;
  const { value, formula } = cell;
  if (formula !== undefined) return `${head}><f>${escape(formula)}</f><v>${String(value)}</v></c>`;
  if (value === null) return `${head}/>`;
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`;
  const index = texts.get(value) ?? texts.size;
  texts.set(value, index);
  return `${head} t="s"><v>${index}</v></c>`;
}

function stylesXml(): string {
  const fonts = [
    font('宋体', 11),
    font('方正小标宋简体', 20),
    font('仿宋_GB2312', 12),
    font('黑体', 11),
    font('仿宋_GB2312', 11),
  ];
  const line = (side: string) => `<${side} style="thin"><color indexed="64"/></${side}>`;
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`,
  ];
  const look = (fontId: number, borderId: number, horizontal: string, format = 0) =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`;
  const looks: Readonly<Record<FormStyle, string>> = {
    plain: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    title: look(1, 0, 'center'),
    subtitle: look(2, 0, 'center'),
    head: look(3, 1, 'center'),
    text: look(4, 1, 'left'),
    middle: look(4, 1, 'center'),
    percent: look(4, 1, 'center', 10),
    note: look(4, 0, 'left'),
  };
  const list = (name: string, items: readonly string[]) =>
    `<${name} count="${items.length}">${items.join('')}</${name}>`;
  return (
    `<styleSheet xmlns="${MAIN}">` +
    list('fonts', fonts) +
    list('fills', [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
    ]) +
    list('borders', borders) +
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    list(
      'cellXfs',
      STYLES.map((style) => looks[style]),
    ) +
    list('cellStyles', ['<cellStyle name="常规" xfId="0" builtinId="0"/>']) +
    '</styleSheet>'
  );
}

function font(name: string, size: number): string {
  return `<font><sz val="${size}"/><name val="${name}"/><charset val="134"/></font>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(): string {
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${sheet}.${type}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('workbook', 'sheet.main') +
    part('worksheets/sheet1', 'worksheet') +
    part('styles', 'styles') +
    part('sharedStrings', 'sharedStrings') +
    '</Types>'
  );
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
