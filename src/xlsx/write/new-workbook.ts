import { quotedReference } from '../../model/address';
import { columnName } from '../../model/grid';
import type { OwnBookSheet } from '../../model/patch';
import { createPackage, type Deflate } from './write-package';
import { encodeText } from '../part-text';
import { sheetPart } from './sheet-part';
import { defaultFontSize, sheetFormat } from './styles-sheet';
import { emptyStyles, openStyles, styleSplices } from './styles';
import { dialectOf } from './write-dialect';
import { XML_HEAD } from './write-plan';
import { applySplices } from './write-splice';
import { titleName } from './sheet-register';
import { escapeAttribute, escapeText } from '../xml-text';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What of a sheet is printed, and the rows that stand on every page. */
function printNames(sheet: OwnBookSheet, index: number): string {
  const { name, printedColumns, rows, frozenRows } = sheet;
  const area =
    printedColumns === undefined || rows.length === 0
      ? ''
      : `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${escapeText(quotedReference(name, `$A$1:$${columnName(printedColumns - 1)}$${rows.length}`))}</definedName>`;
  return area + titleName({ name, index, titleRows: frozenRows }, '');
}

/**
 * A workbook with nothing but the given sheets; charts are left out.
 * Names must be ones Excel takes, and each another.
 */
export function newWorkbook(
  sheets: readonly OwnBookSheet[],
  options: { readonly deflate?: Deflate } = {},
): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const dialect = dialectOf(`<workbook xmlns="${main}"/>`);
  const book = openStyles(`${XML_HEAD}${emptyStyles(dialect.main)}`);
  const contents = sheets.map((sheet) =>
    sheetPart(sheet, {
      dialect,
      format: (style) => sheetFormat(book, style),
      sheetName: (planned) => planned,
      formula: (formula) => formula,
      fontSize: defaultFontSize(book),
      drawing: null,
    }),
  );
  const relationship = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${dialect.relationships}/${kind}" Target="${target}"/>`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  const sheetNames = sheets.map((_sheet, index) => `worksheets/sheet${index + 1}`);
  const listed = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.map(printNames).join('');
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      override('workbook', 'sheet.main') +
      override('styles', 'styles') +
      `${sheetNames.map((name) => override(name, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relationship(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${dialect.main}" xmlns:r="${dialect.relationships}"><sheets>${listed.join('')}</sheets>${names === '' ? '' : `<definedNames>${names}</definedNames>`}</workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      sheetNames
        .map((name, index) => relationship(index + 1, 'worksheet', `${name}.xml`))
        .join('') +
      `${relationship(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
  };
  const files = new Map(
    Object.entries(parts).map(([name, text]) => [name, encodeText(XML_HEAD + text)]),
  );
  contents.forEach((text, index) =>
    files.set(`xl/${sheetNames[index] ?? ''}.xml`, encodeText(text)),
  );
  files.set('xl/styles.xml', encodeText(applySplices(book.text, styleSplices(book))));
  return createPackage(files, options);
}
