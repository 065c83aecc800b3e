import fc from 'fast-check';
import type { Quantity } from '../../src/model/quantity';
import type { CellValue } from '../../src/model/snapshot';
import { readQuantity } from '../../src/quantity/read-quantity';
import { growthOf, LINEAR } from '../support/growth';

/** kind op value[~upper] unit, or the date's span. */
function brief(quantity: Quantity): string {
  const { kind, op, value, upper, unit, date } = quantity;
  const figure = upper === null ? value : `${value ?? ''}~${upper}`;
  const span = date === null ? null : `${date.from}..${date.to}`;
  return [kind, op, figure, unit, span].filter((part) => part !== null).join(' ');
}

const target = (text: CellValue, format: string | null = null): string =>
  brief(readQuantity(text, format, { role: 'target' }));

describe('a target as people write it', () => {
  test.each([
    // symbols
    ['≥50个', 'number >= 50 个'],
    ['≤90万元', 'number <= 90 万元'],
    ['≥95%', 'percent >= 95 %'],
    ['≤10次', 'number <= 10 次'],
    ['≤5%', 'percent <= 5 %'],
    ['=100%', 'percent = 100 %'],
    ['﹦72890', 'number = 72890'],
    ['═8', 'number = 8'],
    ['＞90', 'number > 90'],
    ['＜3天', 'number < 3 天'],
    ['≧80', 'number >= 80'],
    ['达90%以上', 'percent >= 90 %'],
    ['达到90%以上', 'percent >= 90 %'],
    ['达50个', 'number = 50 个'],
    ['≥90%且≤100%', 'range range 90~100 %'],
    ['≥1,000个，≤2,000个', 'range range 1000~2000 个'],
    ['≥100%且≤90%', 'qualitative'],
    ['≥90%且合格', 'qualitative'],
    ['98.5%（优秀）', 'percent 98.5 %'],
    ['10个（100%）', 'number 10 个'],
    ['100%（约2300户）', 'percent 100 %'],
    ['≥95%（1.2万人）', 'percent >= 95 %'],
    ['≥4.5分（5分制）', 'number >= 4.5 分'],
    ['90分以上（满分100分）', 'number >= 90 分'],
    ['≥4.5分（20分）', 'qualitative'],
    ['100%（98%）', 'qualitative'],
    ['10个（未验收）', 'qualitative'],
    ['10个（待竣工验收）', 'qualitative'],
    ['≥20场（线上线下）', 'number >= 20 场'],
    ['4次（每季度一次）', 'number 4 次(每季度一次)'],
    ['平均30分钟', 'number 30 分钟'],
    ['最高5万元', 'number <= 5 万元'],
    ['≤1个半小时', 'number <= 1.5 小时'],
    ['3个半月以内', 'number <= 3.5 个月'],
    ['两年半', 'number 2.5 年'],
    ['半年', 'number 0.5 年'],
    ['半数以上', 'qualitative'],
    ['≦80', 'number <= 80'],
    ['＞＝９５％', 'percent >= 95 %'],
    ['=>95', 'number >= 95'],
    ['=<95', 'number <= 95'],
    // bare
    ['1', 'number 1'],
    ['43.2', 'number 43.2'],
    ['１００', 'number 100'],
    ['.32', 'number 0.32'],
    ['1,234.5', 'number 1234.5'],
    ['9,034', 'number 9034'],
    ['-5', 'number -5'],
    // percent
    ['≥100百分比', 'percent >= 100 %'],
    ['百分之九十五', 'percent 95 %'],
    ['百分之百', 'percent 100 %'],
    ['九成以上', 'percent >= 90 %'],
    ['8.5成', 'percent 85 %'],
    ['百分之98.5', 'percent 98.5 %'],
    ['100 %', 'percent 100 %'],
    ['100%覆盖', 'percent 100 %'],
    ['小于0.9‰', 'number < 0.9 ‰'],
    // words
    ['大于等于3', 'number >= 3'],
    ['大于或等于3', 'number >= 3'],
    ['不低于95%', 'percent >= 95 %'],
    ['不少于20人次', 'number >= 20 人次'],
    ['不小于2', 'number >= 2'],
    ['至少3场', 'number >= 3 场'],
    ['不超过5%', 'percent <= 5 %'],
    ['不高于8', 'number <= 8'],
    ['不大于8', 'number <= 8'],
    ['不多于8人', 'number <= 8 人'],
    ['小于等于5', 'number <= 5'],
    ['至多5', 'number <= 5'],
    ['控制在5%以内', 'percent <= 5 %'],
    ['大于3', 'number > 3'],
    ['超过3', 'number > 3'],
    ['高于3', 'number > 3'],
    ['小于3', 'number < 3'],
    ['低于3', 'number < 3'],
    ['少于3个', 'number < 3 个'],
    ['等于3', 'number = 3'],
    ['达到95%', 'percent = 95 %'],
    // after the figure
    ['88.32%及以上', 'percent >= 88.32 %'],
    ['90%以上', 'percent >= 90 %'],
    ['90%以上（含）', 'percent >= 90 %'],
    ['90%（含）以上', 'percent >= 90 %'],
    ['3天以内', 'number <= 3 天'],
    ['5次及以下', 'number <= 5 次'],
    ['30日内', 'number <= 30 日'],
    // ranges
    ['90%-95%', 'range range 90~95 %'],
    ['80—100', 'range range 80~100'],
    ['80~90%', 'range range 80~90 %'],
    ['3~5天', 'range range 3~5 天'],
    ['3至5天', 'range range 3~5 天'],
    ['3天到5天', 'range range 3~5 天'],
    // dates
    ['2021年12月31日', 'date 2021-12-31..2021-12-31'],
    ['２０２１年１２月３１日', 'date 2021-12-31..2021-12-31'],
    ['2023.6.28', 'date 2023-06-28..2023-06-28'],
    ['2023-6-28', 'date 2023-06-28..2023-06-28'],
    ['2021年底', 'date 2021-12-31..2021-12-31'],
    ['2020年', 'date 2020-01-01..2020-12-31'],
    ['2024年2月', 'date 2024-02-01..2024-02-29'],
    ['2021年第三季度', 'date 2021-07-01..2021-09-30'],
    ['2024年12月底前', 'date <= 2024-12-31..2024-12-31'],
    ['2021年12月底前完成', 'date <= 2021-12-31..2021-12-31'],
    ['12月31日前', 'date <= --12-31..--12-31'],
    ['6月前', 'date <= --06-01..--06-30'],
    ['年底前', 'date <= --12-31..--12-31'],
    ['2022年3月-2022年11月', 'date 2022-03-01..2022-11-30'],
    ['2022年3月至11月', 'date 2022-03-01..2022-11-30'],
    ['2021-2023年', 'date 2021-01-01..2023-12-31'],
    ['1-6月', 'date --01-01..--06-30'],
    ['2022.1-2022.12', 'date 2022-01-01..2022-12-31'],
    ['2022-2023', 'date 2022-01-01..2023-12-31'],
    ['5月1日至10月31日', 'date --05-01..--10-31'],
    ['第四季度', 'date --10-01..--12-31'],
    ['四季度末前', 'date <= --10-01..--12-31'],
    ['上半年', 'date --01-01..--06-30'],
    ['≤2021年12月31日', 'date <= 2021-12-31..2021-12-31'],
    // zero
    ['0', 'number = 0'],
    ['0起', 'number = 0 起'],
    ['零起', 'number = 0 起'],
    ['0人次', 'number = 0 人次'],
    ['0%', 'percent = 0 %'],
    ['无', 'number = 0'],
    // units as written
    ['29.5亩', 'number 29.5 亩'],
    ['550万粒', 'number 550 万粒'],
    ['25TB', 'number 25 TB'],
    ['5万', 'number 5 万'],
    ['2.38  万元', 'number 2.38 万元'],
    ['400元/人、天', 'number 400 元/人、天'],
    ['300元/人·月', 'number 300 元/人·月'],
    ['300元/人*月', 'number 300 元/人·月'],
    ['300元/人.月', 'number 300 元/人·月'],
    ['5台×次', 'number 5 台·次'],
    ['每亩300元', 'number 300 元/亩'],
    ['12个月', 'number 12 个月'],
    ['1290.3平方米', 'number 1290.3 平方米'],
    ['￥300', 'number 300 元'],
    ['3000（元）', 'number 3000 元'],
    ['95（%）', 'percent 95 %'],
    ['≥95%。', 'percent >= 95 %'],
    ['90%以上（含90%）', 'percent >= 90 %'],
    ['约50人', 'number 50 人'],
    ['50人左右', 'number 50 人'],
    ['500余万元', 'number 500 万元'],
    ['3万余人', 'number 3 万人'],
    ['每月不少于1次', 'number >= 1 次/月'],
    ['不少于每月1次', 'number >= 1 次/月'],
    ['5A级', 'qualitative'],
    ['十二个', 'number 12 个'],
    ['三场次', 'number 3 场次'],
    // wording
    ['效果明显', 'qualitative'],
    ['严格执行相关制度规定', 'qualitative'],
    ['在项目计划完成时间内完成', 'qualitative'],
    ['按时完成', 'qualitative'],
    ['及时', 'qualitative'],
    ['高', 'qualitative'],
    ['优良中低差', 'qualitative'],
    ['定性', 'qualitative'],
    ['一般', 'qualitative'],
    ['三公经费', 'qualitative'],
    ['万无一失', 'qualitative'],
    ['100%1000件', 'qualitative'],
    ['11月底完成100%', 'qualitative'],
    ['290$', 'qualitative'],
    ['工5%', 'qualitative'],
    ['^80%', 'qualitative'],
    ['5=50%', 'qualitative'],
    ['5-3', 'qualitative'],
    ['2021年13月1日', 'qualitative'],
    ['2021年2月30日', 'qualitative'],
    ['万元', 'none'],
    ['%', 'none'],
    ['≥个', 'none'],
    ['（㎡）', 'none'],
    ['100%(百分比)', 'percent 100 %'],
    ['95百分数', 'percent 95 %'],
    ['120平方米(㎡)', 'number 120 平方米'],
    ['3万元（人民币）', 'number 3 万元'],
    // nothing
    ['—', 'none'],
    ['*', 'none'],
    ['/', 'none'],
    ['-', 'none'],
    ['……', 'none'],
    ['   ', 'none'],
    ['', 'none'],
  ])('%s', (text, expected) => {
    expect(target(text)).toBe(expected);
  });

  test('keeps the text as written', () => {
    expect(readQuantity(' ≥ ５０个 ', null).text).toBe('≥ ５０个');
  });

  test('无 and a bare 0 mean "= 0" only in a target', () => {
    expect(brief(readQuantity('无', null))).toBe('qualitative');
    expect(brief(readQuantity('0起', null))).toBe('number 0 起');
    expect(brief(readQuantity(0, null))).toBe('number 0');
    expect(target(0)).toBe('number = 0');
  });
});

describe('what was done as people write it', () => {
  test.each([
    ['九成以上（93%）', 'percent 93 %'],
    ['90%以上（实际93.5%）', 'percent 93.5 %'],
    ['不超过5万元（4.8万元）', 'number 4.8 万元'],
    ['90%以上（85%）', 'percent >= 90 %'],
    ['50人以上（其中3个村）', 'qualitative'],
    ['最高4.8万元', 'number 4.8 万元'],
    ['最长18天', 'number 18 天'],
    ['平均18分钟', 'number 18 分钟'],
    ['204万元（监理费已结清）', 'number 204 万元'],
    ['2个半月', 'number 2.5 个月'],
    ['一个半小时', 'number 1.5 小时'],
    ['三年半', 'number 3.5 年'],
  ])('%s', (text, expected) => {
    expect(brief(readQuantity(text, null, { role: 'actual' }))).toBe(expected);
  });
});

describe('a cell that is not text', () => {
  test.each<[CellValue, string | null, string, string]>([
    [0.95, '0%', '95%', 'percent 95 %'],
    [0.8667, '0.00%', '86.67%', 'percent 86.67 %'],
    [0.0900000762939453, '0.00%', '9.00%', 'percent 9 %'],
    [0.15000000000000002, null, '0.15', 'number 0.15'],
    [50, 'General', '50', 'number 50'],
    [1234.5, '#,##0.00', '1234.50', 'number 1234.5'],
    [5, '0"个"', '5个', 'number 5 个'],
    [0.95, '"≥"0%', '≥95%', 'percent >= 95 %'],
    [9034, '#,##0_);[Red]\\(#,##0\\)', '9034', 'number 9034'],
    [3, '0_ ', '3', 'number 3'],
    [44561, 'yyyy"年"m"月"d"日"', '2021年12月31日', 'date 2021-12-31..2021-12-31'],
    [44561, 'yyyy/m/d', '2021-12-31', 'date 2021-12-31..2021-12-31'],
    [44561, 'm/d/yy', '2021-12-31', 'date 2021-12-31..2021-12-31'],
    [44561, '[$-804]yyyy年m月', '2021年12月31日', 'date 2021-12-31..2021-12-31'],
    [1e-7, null, '0.0000001', 'number 1e-7'],
    [-1, 'yyyy/m/d', '-1', 'number -1'],
    [null, null, '', 'none'],
    [{ error: '#DIV/0!' }, null, '#DIV/0!', 'none'],
    [true, null, 'TRUE', 'qualitative'],
    [Number.NaN, null, '', 'none'],
  ])('%p with format %p shows %s', (value, format, text, expected) => {
    const quantity = readQuantity(value, format);
    expect(quantity.text).toBe(text);
    expect(brief(quantity)).toBe(expected);
  });

  test('dates count from 1904 where the workbook does', () => {
    const quantity = readQuantity(43099, 'yyyy/m/d', { date1904: true });
    expect(quantity.date?.from).toBe('2021-12-31');
  });
});

describe('properties', () => {
  const kinds = new Set(['number', 'percent', 'date', 'range', 'qualitative', 'none']);
  const sound = (quantity: Quantity): void => {
    expect(kinds.has(quantity.kind)).toBe(true);
    for (const value of [quantity.value, quantity.upper]) {
      if (value !== null) expect(Number.isFinite(value)).toBe(true);
    }
    const figure = ['number', 'percent', 'range'].includes(quantity.kind);
    expect(quantity.value !== null).toBe(figure);
    expect(quantity.date !== null).toBe(quantity.kind === 'date');
  };

  test('any text reads without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => sound(readQuantity(text, null))),
    );
    const piece = fc.constantFrom(
      ...['≥', '不低于', '9', '0', '.', ',', '%', '年', '月', '日', '前', '-', '~', '至', '以上'],
      ...['万元', '个', '/', '十', '零', '每', '（', '含', '）', '底', '2021', '无', '达到', ' '],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        sound(readQuantity(pieces.join(''), null, { role: 'target' }));
      }),
      { numRuns: 2000 },
    );
  });

  test('any number under any format reads without throwing', () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.string({ unit: fc.constantFrom(...Array.from('0#.,%yYmMdDhs"[]\\;_*年月@E+个')) }),
        (value, format) => sound(readQuantity(value, format)),
      ),
      { numRuns: 1000 },
    );
  });

  test('full width reads as half width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom('', '%'), (digits, sign) => {
        const half = `>=${digits / 100}${sign}`;
        const full = half.replace(/[!-~]/g, (at) => String.fromCharCode(at.charCodeAt(0) + 0xfee0));
        expect(brief(readQuantity(full, null))).toBe(brief(readQuantity(half, null)));
      }),
    );
  });

  test.each(['1,', '9', '十', '1-', '　'])(
    'reading a long cell of “%s” grows with its length',
    (piece) => {
      const long = (size: number, round = 0): string => `${piece.repeat(size)}${round}`;
      sound(readQuantity(long(40_000), null));
      const growth = growthOf(20_000, long, (text) => readQuantity(text, null));
      expect(growth).toBeLessThan(LINEAR);
    },
  );
});
