import { strFromU8, strToU8 } from 'fflate';
import { workbookParts, zipParts, type Parts, type SheetSpec } from './workbook-builder';

const RELS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const DEFAULT_RELS = `<Default Extension="rels" ContentType="${RELS_TYPE}"/>`;

/** How a program may have declared that .rels parts are relationships. */
export const DECLARED = {
  default: (text: string) => text,
  'in capitals': (text: string) => text.replace('"rels"', '"RELS"'),
  'part by part': (text: string, parts: Parts) =>
    text.replace(
      DEFAULT_RELS,
      [...parts.keys()]
        .filter((name) => name.endsWith('.rels'))
        .map((name) => `<Override PartName="/${name}" ContentType="${RELS_TYPE}"/>`)
        .join(''),
    ),
};

/** Parts that the relationships of a file may name although nobody wrote them. */
export const LEFT_OUT = ['xl/notes/said.xml', 'xl/notes/drawn.vml', 'xl/styles.xml'] as const;
const VML = '<xml xmlns:v="urn:schemas-microsoft-com:vml"></xml>';
const COMMENTS =
  '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>';

export type Declared = keyof typeof DECLARED;

/** A workbook with the sheet 附表 and a place for its notes, declared and left out as told. */
export function oddPackage(
  declared: Declared,
  leftOut: readonly string[],
  rows: SheetSpec['rows'],
): Uint8Array {
  const parts = workbookParts({
    sheets: [
      {
        name: '附表',
        rows,
        tail: '<legacyDrawing r:id="rId7"/>',
        rels: {
          rId6: ['comments', '../notes/said.xml'],
          rId7: ['vmlDrawing', '/xl/notes/drawn.vml'],
        },
      },
    ],
    parts: { 'xl/notes/said.xml': COMMENTS, 'xl/notes/drawn.vml': VML },
    contentTypes: {
      vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
      '/xl/notes/said.xml':
        'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
    },
  });
  const types = strFromU8(parts.get('[Content_Types].xml') ?? new Uint8Array());
  parts.set('[Content_Types].xml', strToU8(DECLARED[declared](types, parts)));
  for (const name of leftOut) parts.delete(name);
  return zipParts(parts);
}
