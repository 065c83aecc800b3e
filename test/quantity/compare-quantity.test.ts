import fc from 'fast-check';
import type { CellValue } from '../../src/model/snapshot';
import { commensurable } from '../../src/quantity/compare-quantity';
import { joinQuantity } from '../../src/quantity/join-quantity';
import { readQuantity } from '../../src/quantity/read-quantity';

const compare = (
  target: CellValue,
  actual: CellValue,
  actualFormat: string | null = null,
): unknown => {
  const pair = commensurable(
    readQuantity(target, null, { role: 'target' }),
    readQuantity(actual, actualFormat),
  );
  return 'problem' in pair ? pair.problem : [pair.target, pair.actual];
};

describe('two figures in the unit of the target', () => {
  test.each<[CellValue, CellValue, unknown]>([
    ['≥50个', 50, [50, 50]],
    ['≥50个', '50', [50, 50]],
    ['≥100百分比', 100, [100, 100]],
    ['100%', '100%', [100, 100]],
    ['100%', 1, [100, 100]],
    ['100%', 0.98, [100, 98]],
    ['100%', '98', [100, 98]],
    ['≥90%', 1.02, [90, 102]],
    ['≤5%', 1, [5, 1]],
    [100, '98%', [100, 98]],
    [1, '98%', [100, 98]],
    [0.9, '100%', [90, 100]],
    [1, 1, [1, 1]],
    ['小于0.9‰', '0.1‰', [0.9, 0.1]],
    ['小于0.9‰', '0.05%', [0.9, 0.5]],
    ['≤1%', '5‰', [1, 0.5]],
    ['≤90万元', '899740元', [90, 89.974]],
    ['≤90万元', 89.974, [90, 89.974]],
    ['≤9000元', '0.9万元', [9000, 9000]],
    ['5万', '5万元', [5, 5]],
    ['1亿元', '12000万元', [1, 1.2]],
    ['≥8000亩', '8535.5亩', [8000, 8535.5]],
    ['15亩', '1公顷', [15, 15]],
    ['2公顷', '30亩', [2, 2]],
    ['300公里', '300000米', [300, 300]],
    ['≥266米', '2.66公里', [266, 2660]],
    ['3吨', '3000公斤', [3, 3]],
    ['24小时', '1天', [24, 24]],
    ['30分钟', '0.5小时', [30, 30]],
    ['4次/年', '4次', [4, 4]],
    ['4次', '5次/年', [4, 5]],
    ['3万元/年', '29000元', [3, 2.9]],
    ['1次/月', '12次', [1, 1]],
    ['每月1次', '11次', [1, 0.916666666667]],
    ['每季度1次', '4次', [1, 1]],
    ['4次', '每季度1次', [4, 4]],
    ['每月2次', '3次', 'unit'],
    ['每周1次', '50次', 'unit'],
    ['10个/台/套', '12台', [10, 12]],
    ['20人/次', '21人次', [20, 21]],
    ['120平方米(㎡)', '130㎡', [120, 130]],
    ['550万粒', '5500000粒', [550, 550]],
    ['2万亩', '20000亩', [2, 2]],
    ['1万人次', '12000人次', [1, 1.2]],
    ['≥1000人', '1000人次', [1000, 1000]],
    ['12个乡镇', '12个', [12, 12]],
    ['192只', '192头', [192, 192]],
    ['400元/人·天', '180元/人、天', [400, 180]],
    ['0.04万元/人', '400元/人', [0.04, 0.04]],
    ['0起', '无', [0, 0]],
    ['无', '未发生', [0, 0]],
    ['1年', '12个月', [1, 1]],
    ['≥500万千瓦时', '512万度', [500, 512]],
    ['500kWh', '480度', [500, 480]],
    ['50兆瓦', '50000KW', [50, 50]],
    ['26度', '25℃', [26, 25]],
    ['壹佰万元整', '98.5万元', [1000000, 985000]],
    ['25万元整', '贰拾伍万圆整', [25, 25]],
    ['2倍', '200%', [2, 2]],
    ['150%', '1.6倍', [150, 160]],
    ['零事故', '0起', [0, 0]],
    ['零投诉', 0, [0, 0]],
    ['零事故', '1起', 'kind'],
    ['每周2次', '104次', [2, 2]],
    ['每季度1次', 4, [1, 1]],
    ['2次/季度', 8, [2, 2]],
    ['每季度1次', 1, [1, 1]],
    ['≥5%', 0.06, [5, 6]],
    ['≥3%', 0.035, [3, 3.5]],
    ['≥5%', 1, [5, 1]],
    ['≤0.5%', 0.03, [0.5, 0.03]],
    ['≤3起', '无', [3, 0]],
    ['≤1%', '零投诉', [1, 0]],
    ['0次', '未发生违规问题', [0, 0]],
    ['≤3起', '无法统计', 'kind'],
    ['0次', '没有完成', 'kind'],
    ['每人每月600元', '600元', [600, 600]],
    ['≤2000元/人', '1950元', [2000, 1950]],
    ['≤2000元/人', '30万元', 'unit'],
    ['≥10公里', '20里', [10, 10]],
    ['≤24h', '20小时', [24, 20]],
    ['≥100平方', '100平方米', [100, 100]],
    ['≥100课时', '105学时', [100, 105]],
    ['每周2次', '96次', 'unit'],
  ])('%p and %p', (target, actual, expected) => {
    expect(compare(target, actual)).toEqual(expected);
  });

  test('a percent cell is counted in hundredths', () => {
    expect(compare('≥95%', 0.97, '0%')).toEqual([95, 97]);
    expect(compare(100, 1, '0%')).toEqual([100, 100]);
  });

  test.each<[CellValue, CellValue, string]>([
    ['100%', '1000件', 'unit'],
    ['300公里', '100%', 'unit'],
    ['≥50个', '50人次', 'unit'],
    ['3吨', '3个', 'unit'],
    ['10天', '10元', 'unit'],
    ['≤90万元', 899740, 'unit'],
    ['72890元', 7.289, 'unit'],
    ['400元/人', '400元/户', 'unit'],
    ['25TB', '25米', 'unit'],
    ['≥50个', '达成预期指标', 'kind'],
    ['效果明显', 5, 'kind'],
    ['2021年底', 5, 'kind'],
    ['5', '2021年底', 'kind'],
    ['5', '3-5', 'kind'],
    ['1', '无', 'kind'],
    ['5', '/', 'kind'],
  ])('%p and %p: %s', (target, actual, problem) => {
    expect(compare(target, actual)).toBe(problem);
  });

  test('multiplying both by a unit keeps their ratio', () => {
    const figure = fc.integer({ min: 1, max: 100000 });
    fc.assert(
      fc.property(figure, figure, (target, actual) => {
        expect(compare(`${target}万元`, `${actual * 10000}元`)).toEqual([target, actual]);
      }),
    );
  });
});

describe('a bare fraction under a % unit column', () => {
  const join = (value: CellValue, unit: string, format: string | null = null): unknown =>
    commensurable(
      joinQuantity('≥', readQuantity(100, null, { role: 'target' }), '%'),
      joinQuantity(null, readQuantity(value, format), unit),
    );

  test.each<[CellValue, string | null, number]>([
    [100, null, 100],
    [0.98, null, 98],
    [1, null, 100],
    [0.98, '0%', 98],
    ['98%', null, 98],
    ['0.98%', null, 0.98],
  ])('%p with format %p counts as %d', (value, format, actual) => {
    expect(join(value, '%', format)).toEqual({ target: 100, actual });
  });
});
