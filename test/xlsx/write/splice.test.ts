import * as fc from 'fast-check';
import {
  applySplices,
  digestText,
  inverseSplices,
  splicesFit,
  type Splice,
} from '../../../src/xlsx/write/write-splice';

const textWithSplices = fc
  .tuple(fc.string({ maxLength: 60 }), fc.array(fc.tuple(fc.nat(60), fc.string({ maxLength: 8 }))))
  .map(([text, cuts]): readonly [string, readonly Splice[]] => {
    const places = cuts.map(([place]) => place % (text.length + 1)).sort((a, b) => a - b);
    const splices = cuts.slice(0, Math.floor(places.length / 2)).map(([, added], index) => ({
      at: places[index * 2] ?? 0,
      end: places[index * 2 + 1] ?? 0,
      text: added,
    }));
    return [text, splices];
  });

describe('splices', () => {
  test('keep the order of several insertions at one place', () => {
    const at = (text: string): Splice => ({ at: 1, end: 1, text });
    expect(applySplices('ab', [at('1'), at('2'), { at: 0, end: 1, text: 'A' }])).toBe('A12b');
  });

  test('are undone by their inverse', () => {
    fc.assert(
      fc.property(textWithSplices, ([text, splices]) => {
        const after = applySplices(text, splices);
        const back = inverseSplices(text, splices);
        expect(splicesFit(back, after.length)).toBe(true);
        expect(applySplices(after, back)).toBe(text);
      }),
    );
  });

  test('that overlap or lie outside do not fit', () => {
    expect(splicesFit([{ at: 0, end: 3, text: '' }], 2)).toBe(false);
    expect(
      splicesFit(
        [
          { at: 0, end: 3, text: '' },
          { at: 2, end: 4, text: '' },
        ],
        9,
      ),
    ).toBe(false);
  });

  test('a fingerprint tells texts apart that differ in one place', () => {
    const texts = ['', 'a', 'b', 'ab', 'ba', 'a'.repeat(1000), `${'a'.repeat(999)}b`];
    expect(new Set(texts.map(digestText)).size).toBe(texts.length);
  });
});
