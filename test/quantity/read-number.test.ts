import fc from 'fast-check';
import type { CellValue } from '../../src/model/snapshot';
import { readAmount, readNumberCell, readRate } from '../../src/quantity/read-number';

test.each<[CellValue, number | null, boolean]>([
  [8, 8, false],
  [10.000000000000002, 10, false],
  ['8分', 8, true],
  ['（8分）', 8, true],
  ['10 ', 10, true],
  ['１０', 10, true],
  ['十', 10, true],
  ['100.00%', 1, true],
  ['10.5', 10.5, true],
  ['-3', -3, true],
  ['36（扣4分）', 36, true],
  ['36分(扣4分)', 36, true],
  ['10（满分）', 10, true],
  ['36（40）', null, false],
  ['36（原38分）', null, false],
  ['（扣4分）', null, false],
  ['/', null, false],
  ['—', null, false],
  ['', null, false],
  ['满分', null, false],
  ['≥8', null, false],
  ['8个', null, false],
  ['2023年', null, false],
  [null, null, false],
  [true, null, false],
  [{ error: '#REF!' }, null, false],
])('分值 %p', (cell, value, asText) => {
  expect(readNumberCell(cell)).toEqual({ value, asText });
});

test.each<[CellValue, '万元' | '元' | null, number | null]>([
  ['620.82万元', '万元', 620.82],
  ['620.82万元', '元', 6208200],
  ['5.8万', '万元', 5.8],
  ['2.38  万元', '万元', 2.38],
  ['6208200元', '万元', 620.82],
  ['9,034', '元', 9034],
  ['20000.00', '元', 20000],
  ['5.8万', null, 5.8],
  [43.2, '万元', 43.2],
  ['.06', '万元', 0.06],
  ['万元', '万元', null],
  ['/', '万元', null],
  ['3吨', '万元', null],
  ['86%', '万元', null],
  [null, '万元', null],
])('amount %p in a %s block', (cell, currency, value) => {
  expect(readAmount(cell, currency)).toBe(value);
});

test.each<[CellValue, string | null, boolean, number | null]>([
  ['86%', null, false, 0.86],
  ['100 %', null, false, 1],
  ['45.17%', null, true, 0.4517],
  [0.86, null, false, 0.86],
  [0.862, '0.00%', true, 0.862],
  [86, null, false, 0.86],
  [79.27, null, false, 0.7927],
  ['79.27', null, false, 0.7927],
  [1, null, true, 1],
  [1, null, false, 1],
  [1.2, null, false, 1.2],
  [1.2, null, true, 0.012],
  [1.2, '0%', true, 1.2],
  [0, null, true, 0],
  ['/', null, true, null],
  [null, null, true, null],
  ['完成', null, true, null],
])('rate %p with format %p under a head with %%: %p', (cell, format, head, rate) => {
  expect(readRate(cell, format, head)).toBe(rate);
});

test('no cell makes a reader throw or give NaN', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(cell, (value) => {
      expect(readNumberCell(value).value).not.toBeNaN();
      expect(readAmount(value, '元')).not.toBeNaN();
      expect(readRate(value, null, true)).not.toBeNaN();
    }),
  );
});
