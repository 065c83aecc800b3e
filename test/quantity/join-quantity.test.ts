import type { CellValue } from '../../src/model/snapshot';
import { joinQuantity, readDirection, readSign } from '../../src/quantity/join-quantity';
import { readQuantity } from '../../src/quantity/read-quantity';

const join = (
  sign: string | null,
  value: CellValue,
  unit: string | null,
  format: string | null = null,
): unknown[] => {
  const read = readQuantity(value, format, { role: 'target' });
  const { text, kind, op, value: figure, unit: own } = joinQuantity(sign, read, unit);
  return [text, kind, op, figure, own];
};

test.each<[string | null, CellValue, string | null, unknown[]]>([
  ['=', 100, '%', ['=100%', 'percent', '=', 100, '%']],
  ['≥', '95', '%', ['≥95%', 'percent', '>=', 95, '%']],
  ['＝', 8, '个', ['=8个', 'number', '=', 8, '个']],
  ['大于等于', 3, '场', ['大于等于3场', 'number', '>=', 3, '场']],
  ['≤', 0, '起', ['≤0起', 'number', '<=', 0, '起']],
  ['≤', '0起', null, ['≤0起', 'number', '<=', 0, '起']],
  ['≥', '≥95%', '%', ['≥95%', 'percent', '>=', 95, '%']],
  ['≤', '≥95', '%', ['≥95', 'percent', '>=', 95, '%']],
  ['≥', '50个', '人次', ['≥50个', 'number', '>=', 50, '个']],
  ['2', 8, '万亩', ['8', 'number', null, 8, '万亩']],
  ['正向', 8, '万亩', ['8', 'number', null, 8, '万亩']],
  [null, 0.9, '%', ['0.9', 'percent', null, 0.9, '%']],
  [null, 95, '/', ['95', 'number', null, 95, null]],
  ['定性', '优良中低差', null, ['优良中低差', 'qualitative', null, null, null]],
  ['定性', '90', '%', ['90', 'qualitative', null, null, null]],
  ['≥', null, '%', ['', 'none', null, null, null]],
  ['=', '效果明显', null, ['效果明显', 'qualitative', null, null, null]],
])('%p %p %p', (sign, value, unit, expected) => {
  expect(join(sign, value, unit)).toEqual(expected);
});

test('a percent cell under a % column stays what it shows', () => {
  expect(join('≥', 0.95, '%', '0%')).toEqual(['≥95%', 'percent', '>=', 95, '%']);
});

test.each([
  ['正向', 'positive'],
  ['正向指标', 'positive'],
  ['反向指标', 'reverse'],
  ['逆向', 'reverse'],
  ['负向', 'reverse'],
  ['≥', null],
  ['定性', null],
  [null, null],
])('%p is %p', (text, direction) => {
  expect(readDirection(text)).toBe(direction);
});

test('a sign column states a comparison only with a sign alone', () => {
  expect(['≥', '小于等于', '＝', '≥95', '正向', ''].map(readSign)).toEqual([
    '>=',
    '<=',
    '=',
    null,
    null,
    null,
  ]);
});
