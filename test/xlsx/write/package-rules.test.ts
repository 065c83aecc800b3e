import * as fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { packageFaults } from '../../support/package-rules';
import { workbookParts, zipParts, type Parts } from '../../support/workbook-builder';
import { clearPatch, fullPatch } from './sample-patch';
import { changedParts, write } from './written';

const RELS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const DEFAULT_RELS = `<Default Extension="rels" ContentType="${RELS_TYPE}"/>`;

/** How a program may have declared that .rels parts are relationships. */
const DECLARED = {
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
const LEFT_OUT = ['xl/notes/said.xml', 'xl/notes/drawn.vml', 'xl/styles.xml'] as const;
const VML = '<xml xmlns:v="urn:schemas-microsoft-com:vml"></xml>';
const COMMENTS =
  '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>';

function workbook(declared: keyof typeof DECLARED, leftOut: readonly string[]): Uint8Array {
  const parts = workbookParts({
    sheets: [
      {
        name: '附表',
        rows: [
          ['指标', 1],
          ['得分', 2],
        ],
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

describe('every part of a result is typed, every note drawn once', () => {
  test.each(Object.keys(DECLARED) as (keyof typeof DECLARED)[])(
    'where relationships are declared %s',
    (declared) => {
      const input = workbook(declared, []);
      const after = write(input, (snapshot) => fullPatch(snapshot, '附表', {}, ['A1', 'B2']));
      expect(packageFaults(after.bytes)).toEqual([]);
      expect(changedParts(input, write(after.bytes, clearPatch).bytes)).toEqual([]);
    },
  );

  test.each(LEFT_OUT)('where %s is named and not there, it is made at that name', (name) => {
    const input = workbook('default', [name]);
    const after = write(input, (snapshot) => fullPatch(snapshot, '附表', {}, ['A1', 'B2']));
    expect(Object.keys(after.parts)).toContain(name);
    expect(packageFaults(after.bytes)).toEqual([]);
    expect(changedParts(input, write(after.bytes, clearPatch).bytes)).toEqual([]);
  });

  test('whatever is declared and left out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(DECLARED) as (keyof typeof DECLARED)[])),
        fc.subarray([...LEFT_OUT]),
        fc.uniqueArray(fc.constantFrom('A1', 'B1', 'A2', 'D9'), { minLength: 1 }),
        (declared, leftOut, flags) => {
          const input = workbook(declared, leftOut);
          const once = write(input, (snapshot) => fullPatch(snapshot, '附表', {}, flags));
          expect(packageFaults(once.bytes)).toEqual([]);
          expect(changedParts(input, write(once.bytes, clearPatch).bytes)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
