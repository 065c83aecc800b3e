import { zipSync, strToU8, type Zippable } from 'fflate';
import { columnName } from '../../src/model/grid';

/**
 * Makes .xlsx bytes from grids of cells, so that tests need no files. It writes its own XML and
 * zips with fflate itself: nothing of `src/xlsx` is used, which it is there to test.
 */

/**
 * A cell: a plain value, or parts of one. `formula` is without `=`; `value` is then its stored
 * result. `style` is an index of `STYLES`. `xml` replaces the content of `<c>` as it stands, and
 * `attributes` is added to its tag (`t="e"`, `cm="1"`).
 */
export type CellSpec =
  | string
  | number
  | boolean
  | null
  | {
      readonly value?: string | number | boolean | null;
      readonly formula?: string;
      readonly style?: number;
      readonly xml?: string;
      readonly attributes?: string;
    };

export interface SheetSpec {
  readonly name: string;
  /** `rows[0][0]` is A1; null and missing cells are not written, unless they have a style. */
  readonly rows: readonly (readonly CellSpec[])[];
  /** `A1:B2`. */
  readonly merges?: readonly string[];
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  /** 0-based. */
  readonly hiddenRows?: readonly number[];
  /** Points of rows with a height of their own, by 0-based row. */
  readonly heights?: Readonly<Record<number, number>>;
  readonly hiddenColumns?: readonly number[];
  /** Raw XML between the root and `<sheetData>`. */
  readonly head?: string;
  /** Raw XML after `<sheetData>` and `<mergeCells>`. */
  readonly tail?: string;
  /** Raw XML right after `</sheetData>`, before `<mergeCells>`: sheetProtection, autoFilter. */
  readonly middle?: string;
  /** Relationships of the sheet: id → [last segment of the type or whole address, target]. */
  readonly rels?: Readonly<Record<string, readonly [string, string]>>;
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  /** Text cells as shared strings (the default) or inline. */
  readonly strings?: 'shared' | 'inline';
  readonly date1904?: boolean;
  /** Replaces the styles part; without it `STYLES` names the cell styles there are. */
  readonly styles?: string;
  /** Raw XML inside `<workbook>` after `<sheets>`: definedNames, calcPr. */
  readonly workbookTail?: string;
  /** Raw XML inside `<workbook>` before `<bookViews>`: workbookPr is written by itself. */
  readonly workbookHead?: string;
  /** Further relationships of the workbook: id → [type, target]. */
  readonly workbookRels?: Readonly<Record<string, readonly [string, string]>>;
  /** Further parts, or (null) parts to leave out; they replace those built. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  /** Content types of further parts: `/xl/charts/chart1.xml` → type; `png` → type by extension. */
  readonly contentTypes?: Readonly<Record<string, string>>;
  readonly macro?: boolean;
}

export type Parts = Map<string, Uint8Array>;

/** Cell styles of the built-in styles part, by the index to use as `style`. */
export const STYLES = {
  plain: 0,
  percent: 1,
  twoDecimals: 2,
  date: 3,
  text: 4,
  /** Yellow fill, bold, thin border. */
  marked: 5,
  /** `yyyy"年"m"月"d"日"`, a custom format. */
  chineseDate: 6,
} as const;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE_MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text as it may stand in content or a double-quoted attribute. */
export const xmlText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const DEFAULT_STYLES = `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="9" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="2" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1"/><xf numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>`;

function stringTable(): { readonly indexOf: (text: string) => number; readonly xml: () => string } {
  const indexes = new Map<string, number>();
  return {
    indexOf: (text) => {
      const index = indexes.get(text) ?? indexes.size;
      indexes.set(text, index);
      return index;
    },
    xml: () => {
      const items = [...indexes.keys()].map(
        (text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`,
      );
      return `${XML_HEAD}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
    },
  };
}

type StringTable = ReturnType<typeof stringTable>;

function valueXml(
  value: string | number | boolean | null,
  isFormula: boolean,
  table: StringTable | null,
): readonly [string, string] {
  if (value === null) return ['', ''];
  if (typeof value === 'number') return ['', `<v>${value}</v>`];
  if (typeof value === 'boolean') return [' t="b"', `<v>${value ? 1 : 0}</v>`];
  if (isFormula) return [' t="str"', `<v>${xmlText(value)}</v>`];
  if (table) return [' t="s"', `<v>${table.indexOf(value)}</v>`];
  return [' t="inlineStr"', `<is><t xml:space="preserve">${xmlText(value)}</t></is>`];
}

function cellXml(spec: CellSpec, ref: string, table: StringTable | null): string {
  if (spec === null) return '';
  const cell = typeof spec === 'object' ? spec : { value: spec };
  const style = cell.style === undefined ? '' : ` s="${cell.style}"`;
  const attributes = cell.attributes === undefined ? '' : ` ${cell.attributes}`;
  if (cell.xml !== undefined) return `<c r="${ref}"${style}${attributes}>${cell.xml}</c>`;
  const [type, value] = valueXml(cell.value ?? null, cell.formula !== undefined, table);
  const formula = cell.formula === undefined ? '' : `<f>${xmlText(cell.formula)}</f>`;
  const content = formula + value;
  const open = `<c r="${ref}"${style}${type}${attributes}`;
  return content === '' ? `${open}/>` : `${open}>${content}</c>`;
}

function rowXml(spec: SheetSpec, index: number, table: StringTable | null): string {
  const cells = (spec.rows[index] ?? []).map((cell, column) =>
    cellXml(cell, `${columnName(column)}${index + 1}`, table),
  );
  const hidden = spec.hiddenRows?.includes(index) ? ' hidden="1"' : '';
  const points = spec.heights?.[index];
  const height = points === undefined ? '' : ` ht="${points}" customHeight="1"`;
  return cells.length === 0 && hidden === ''
    ? ''
    : `<row r="${index + 1}"${hidden}${height}>${cells.join('')}</row>`;
}

function sheetXml(spec: SheetSpec, table: StringTable | null): string {
  const columns = (spec.hiddenColumns ?? []).map(
    (column) => `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1"/>`,
  );
  const cols = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
  const rows = spec.rows.map((_row, index) => rowXml(spec, index, table)).join('');
  const merges = (spec.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`);
  const mergeCells =
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '';
  return `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${spec.head ?? ''}${cols}<sheetData>${rows}</sheetData>${spec.middle ?? ''}${mergeCells}${spec.tail ?? ''}</worksheet>`;
}

/** A .rels part: id → [last segment of an Office type, or its whole address; target]. */
export function relsXml(rels: Readonly<Record<string, readonly [string, string]>>): string {
  const items = Object.entries(rels).map(([id, [type, target]]) => {
    const address = type.includes(':') ? type : `${RELATIONSHIPS}/${type}`;
    const mode = /^(?:https?|mailto):/.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${address}" Target="${xmlText(target)}"${mode}/>`;
  });
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypesXml(spec: WorkbookSpec, shared: boolean): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ];
  const workbook = spec.macro
    ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
    : `${TYPE_MAIN}.sheet.main+xml`;
  const overrides = [
    ['/xl/workbook.xml', workbook],
    ...spec.sheets.map((_sheet, index) => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      `${TYPE_MAIN}.worksheet+xml`,
    ]),
    ['/xl/styles.xml', `${TYPE_MAIN}.styles+xml`],
    ...(shared ? [['/xl/sharedStrings.xml', `${TYPE_MAIN}.sharedStrings+xml`]] : []),
  ];
  for (const [key, type] of Object.entries(spec.contentTypes ?? {})) {
    (key.startsWith('/') ? overrides : defaults).push([key, type]);
  }
  const items = [
    ...defaults.map(([ext, type]) => `<Default Extension="${ext}" ContentType="${type}"/>`),
    ...overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`),
  ];
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">${items.join('')}</Types>`;
}

function workbookXml(spec: WorkbookSpec): string {
  const sheets = spec.sheets.map((sheet, index) => {
    const state = sheet.state && sheet.state !== 'visible' ? ` state="${sheet.state}"` : '';
    return `<sheet name="${xmlText(sheet.name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const properties = `<workbookPr${spec.date1904 ? ' date1904="1"' : ''}/>`;
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${properties}${spec.workbookHead ?? ''}<bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets>${spec.workbookTail ?? ''}</workbook>`;
}

/** The parts of a workbook, uncompressed, so that a test can change one before zipping. */
export function workbookParts(spec: WorkbookSpec): Parts {
  const shared = spec.strings !== 'inline';
  const table = shared ? stringTable() : null;
  const sheets = spec.sheets.map((sheet) => sheetXml(sheet, table));
  const count = sheets.length;
  const rels: Record<string, readonly [string, string]> = {};
  for (let number = 1; number <= count; number++) {
    rels[`rId${number}`] = ['worksheet', `worksheets/sheet${number}.xml`];
  }
  rels[`rId${count + 1}`] = ['styles', 'styles.xml'];
  if (shared) rels[`rId${count + 2}`] = ['sharedStrings', 'sharedStrings.xml'];

  const parts: Parts = new Map();
  const add = (name: string, text: string): unknown => parts.set(name, strToU8(text));
  add('[Content_Types].xml', contentTypesXml(spec, shared));
  add('_rels/.rels', relsXml({ rId1: ['officeDocument', 'xl/workbook.xml'] }));
  add('xl/workbook.xml', workbookXml(spec));
  add('xl/_rels/workbook.xml.rels', relsXml({ ...rels, ...spec.workbookRels }));
  sheets.forEach((xml, index) => add(`xl/worksheets/sheet${index + 1}.xml`, xml));
  spec.sheets.forEach((sheet, index) => {
    if (sheet.rels) add(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relsXml(sheet.rels));
  });
  add('xl/styles.xml', spec.styles ?? DEFAULT_STYLES);
  if (table) add('xl/sharedStrings.xml', table.xml());
  for (const [name, content] of Object.entries(spec.parts ?? {})) {
    if (content === null) parts.delete(name);
    else parts.set(name, typeof content === 'string' ? strToU8(content) : content);
  }
  return parts;
}

/** Zips parts in the map's order with a fixed date. */
export function zipParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of parts) files[name] = [content, { mtime: new Date(2020, 0, 1) }];
  return zipSync(files);
}

/** `.xlsx` bytes of a workbook. */
export function buildWorkbook(spec: WorkbookSpec): Uint8Array {
  return zipParts(workbookParts(spec));
}

/** One visible sheet `附表` of the given rows. */
export function buildSheet(
  rows: SheetSpec['rows'],
  more: Omit<Partial<SheetSpec>, 'rows'> = {},
): Uint8Array {
  return buildWorkbook({ sheets: [{ name: '附表', ...more, rows }] });
}
