import fc from 'fast-check';
import { sameData } from '../../src/model/same-data';

const data = fc.jsonValue({ maxDepth: 4 });

describe('the same data', () => {
  it.each([
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [{ a: undefined }, { b: undefined }, true],
    [{ a: 1 }, { a: '1' }, false],
    [[1, 2], [1], false],
    [[], {}, false],
    [null, {}, false],
    [NaN, NaN, true],
  ])('%j and %j: %s', (one, other, same) => {
    expect(sameData(one, other)).toBe(same);
    expect(sameData(other, one)).toBe(same);
  });

  it('is what JSON says alike', () => {
    fc.assert(
      fc.property(data, data, (one, other) => {
        expect(sameData(one, structuredClone(one))).toBe(true);
        if (JSON.stringify(one) === JSON.stringify(other)) expect(sameData(one, other)).toBe(true);
        else if (sameData(one, other)) expect(one).toEqual(other);
      }),
    );
  });
});
