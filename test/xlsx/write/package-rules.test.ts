import * as fc from 'fast-check';
import { DECLARED, LEFT_OUT, oddPackage, type Declared } from '../../support/odd-packages';
import { packageFaults } from '../../support/package-rules';
import { clearPatch, fullPatch } from './sample-patch';
import { changedParts, write } from './written';

const ROWS = [
  ['指标', 1],
  ['得分', 2],
];
const DECLARATIONS = Object.keys(DECLARED) as Declared[];

describe('every part of a result is typed, every note drawn once', () => {
  test.each(DECLARATIONS)('where relationships are declared %s', (declared) => {
    const input = oddPackage(declared, [], ROWS);
    const after = write(input, (snapshot) => fullPatch(snapshot, '附表', {}, ['A1', 'B2']));
    expect(packageFaults(after.bytes)).toEqual([]);
    expect(changedParts(input, write(after.bytes, clearPatch).bytes)).toEqual([]);
  });

  test.each(LEFT_OUT)('where %s is named and not there, it is made at that name', (name) => {
    const input = oddPackage('default', [name], ROWS);
    const after = write(input, (snapshot) => fullPatch(snapshot, '附表', {}, ['A1', 'B2']));
    expect(Object.keys(after.parts)).toContain(name);
    expect(packageFaults(after.bytes)).toEqual([]);
    expect(changedParts(input, write(after.bytes, clearPatch).bytes)).toEqual([]);
  });

  test('whatever is declared and left out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DECLARATIONS),
        fc.subarray([...LEFT_OUT]),
        fc.uniqueArray(fc.constantFrom('A1', 'B1', 'A2', 'D9'), { minLength: 1 }),
        (declared, leftOut, flags) => {
          const input = oddPackage(declared, leftOut, ROWS);
          const once = write(input, (snapshot) => fullPatch(snapshot, '附表', {}, flags));
          expect(packageFaults(once.bytes)).toEqual([]);
          expect(changedParts(input, write(once.bytes, clearPatch).bytes)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
