import type { CellValue } from '../../src/model/snapshot';
import { daysInDigits } from '../../src/quantity/days-in-digits';
import { readQuantity } from '../../src/quantity/read-quantity';

const read = (target: CellValue, actual: CellValue): unknown =>
  daysInDigits(readQuantity(target, null, { role: 'target' }), readQuantity(actual, null)).map(
    ({ kind, value, date }) => (kind === 'date' ? date?.to : value),
  );

test.each<[CellValue, CellValue, unknown]>([
  [20231231, 20231220, ['2023-12-31', '2023-12-20']],
  ['20231231', 20240105, ['2023-12-31', '2024-01-05']],
  ['20231231前', '20231220', ['2023-12-31', '2023-12-20']],
  ['≤20231231', '2023年12月20日', ['2023-12-31', '2023-12-20']],
  ['2023年12月底前', 20231220, ['2023-12-31', '2023-12-20']],
  ['12月31日前', 20231220, ['--12-31', '2023-12-20']],
  [20231231, 20231320, [20231231, 20231320]],
  [20231231, 18960101, [20231231, 18960101]],
  [20231231, 22000000, [20231231, 22000000]],
  ['20231231元', '20231220元', [20231231, 20231220]],
  [20231231, 20991231, [20231231, 20991231]],
])('%p beside %p', (target, actual, expected) => {
  expect(read(target, actual)).toEqual(expected);
});
