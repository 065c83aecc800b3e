import fc from 'fast-check';
import {
  cleanResidue,
  compare,
  multiply,
  ratio,
  roundHalfUp,
  shareOf,
  subtract,
  sum,
} from '../../src/quantity/exact';

const decimal = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => Number(`${digits}e-${places}`));

describe('sum', () => {
  test.each<[number[], number]>([
    [[], 0],
    [[0.1, 0.2], 0.3],
    [[12.1, 2.5, 23, 15.6825], 53.2825],
    [[41880, 7180, 65], 49125],
    [[1, 2, 84, 3, 4, 34], 128],
    [[25, 16, 8, 1, 5, 135], 190],
    [[522, 254, 112, 4, 5], 897],
    [[143.06, 295.33], 438.39],
    [[1e16, 1, -1e16], 1],
    [[1e21, 1e-7, -1e21], 1e-7],
    [[-0.1, 0.1], 0],
  ])('%j is %d', (values, expected) => {
    expect(sum(values)).toBe(expected);
  });

  test('a thousand times 0.01 is 10', () => {
    expect(sum(Array.from({ length: 1000 }, () => 0.01))).toBe(10);
  });

  test('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(decimal), (values) => {
        expect(sum(values.toReversed())).toBe(sum(values));
        expect(sum(values.toSorted((a, b) => a - b))).toBe(sum(values));
      }),
    );
  });

  test('any finite numbers give a finite sum or an overflow, never NaN', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (values) => {
        expect(sum(values)).not.toBeNaN();
      }),
    );
  });
});

describe('subtract, multiply, compare', () => {
  test.each([
    [439.62, 438.39, 1.23],
    [0.3, 0.1, 0.2],
    [100, 99.99, 0.01],
  ])('%d − %d = %d', (a, b, expected) => {
    expect(subtract(a, b)).toBe(expected);
  });

  test.each([
    [1.1, 3, 3.3],
    [0.07, 100, 7],
    [0.285, 100, 28.5],
    [123456789.12, 98765.4321, 12193263123115.379],
    [-0.1, 0, 0],
  ])('%d × %d = %d', (a, b, expected) => {
    expect(multiply(a, b)).toBe(expected);
  });

  test('compare orders', () => {
    expect([compare(1, 2), compare(2, 1), compare(0.3, 0.3)]).toEqual([-1, 1, 0]);
  });
});

describe('roundHalfUp', () => {
  test.each([
    [8.005, 2, 8.01],
    [1.005, 2, 1.01],
    [-8.005, 2, -8.01],
    [2.675, 2, 2.68],
    [0.125, 2, 0.13],
    [4.988, 2, 4.99],
    [8.62, 2, 8.62],
    [1234567.8949999, 2, 1234567.89],
    [0.00000001, 2, 0],
    [1e21, 2, 1e21],
  ])('%d at %i places is %d', (value, places, expected) => {
    expect(roundHalfUp(value, places)).toBe(expected);
  });

  test('agrees with the decimal spelling cut by hand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (digits) => {
        const up = Math.floor(digits / 10) + (digits % 10 >= 5 ? 1 : 0);
        expect(roundHalfUp(Number(`${digits}e-3`), 2)).toBe(Number(`${up}e-2`));
      }),
    );
  });
});

describe('ratio and shareOf', () => {
  test.each<[number, number, number, number | null]>([
    [37.24, 43.2, 4, 0.862],
    [154.74, 310.2, 4, 0.4988],
    [93.79, 164, 4, 0.5719],
    [53.28, 110, 4, 0.4844],
    [13.32, 23, 4, 0.5791],
    [254, 897, 4, 0.2832],
    [112, 897, 4, 0.1249],
    [4, 897, 4, 0.0045],
    [1161, 1169, 4, 0.9932],
    [47, 135, 4, 0.3481],
    [438.39, 439.62, 4, 0.9972],
    [1, 3, 4, 0.3333],
    [2, 3, 4, 0.6667],
    [-1, 8, 2, -0.13],
    [5, 0, 4, null],
    [0, 5, 4, 0],
  ])('%d ÷ %d at %i is %d', (top, bottom, places, expected) => {
    expect(ratio(top, bottom, places)).toBe(expected);
  });

  test.each<[number, number, number, number | null]>([
    [8, 98, 100, 7.84],
    [10, 37.24, 43.2, 8.62],
    [10, 0.801, 1, 8.01],
    [10, 0.8005, 1, 8.01],
    [12.5, 1, 3, 4.17],
    [10, 99.995, 100, 10],
    [10, 1, 0, null],
  ])('%d × %d ÷ %d is %d', (weight, top, bottom, expected) => {
    expect(shareOf(weight, top, bottom, 2)).toBe(expected);
  });

  test('multiplies before it divides and rounds once, against BigInt', () => {
    const cents = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(cents, cents, cents, (weight, top, bottom) => {
        const exact = (BigInt(weight) * BigInt(top) * 2n + BigInt(bottom)) / (BigInt(bottom) * 2n);
        const share = shareOf(weight / 100, top / 100, bottom / 100, 2);
        expect(share).toBe(Number(`${exact}e-2`));
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), (a, b, c) => {
        expect(() => [
          shareOf(a, b, c, 2),
          ratio(a, b, 4),
          sum([a, b, c]),
          multiply(a, b),
        ]).not.toThrow();
      }),
    );
  });
});

describe('cleanResidue', () => {
  test.each([
    [0.15000000000000002, 0.15],
    [0.30000000000000004, 0.3],
    [0.0900000762939453, 0.09],
    [0.8999999761581421, 0.9],
    [86.19999694824219, 86.2],
    [1234.56005859375, 1234.56],
    [0.333333333333333, 0.333333333333333],
    [0.8620370370370369, 0.862037037037037],
    [1000000.1234567891, 1000000.12345679],
    [89.974, 89.974],
    [0.0009765625, 0.0009765625],
    [12345678.91, 12345678.91],
    [-0.15000000000000002, -0.15],
    [0, 0],
  ])('%d means %d', (value, meant) => {
    expect(cleanResidue(value)).toBe(meant);
  });

  test('leaves a number of few decimals alone', () => {
    fc.assert(fc.property(decimal, (value) => cleanResidue(value) === value));
  });
});
