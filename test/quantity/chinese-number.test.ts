import fc from 'fast-check';
import { readChineseNumber } from '../../src/quantity/chinese-number';

test.each<[string, number | null]>([
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二百零五', 205],
  ['一百一十', 110],
  ['三万', 30000],
  ['两', 2],
  ['两千', 2000],
  ['〇', 0],
  ['廿三', 23],
  ['二〇二一', 2021],
  ['一亿二千万', 120000000],
  ['一万零一', 10001],
  ['三千零二十', 3020],
  ['九十五点五', 95.5],
  ['壹佰贰拾', 120],
  ['百', null],
  ['万', null],
  ['三百五', null],
  ['三万五', null],
  ['一一十', null],
  ['二十十', null],
  ['点五', null],
  ['一点', null],
  ['十个', null],
  ['', null],
])('%s is %p', (text, value) => {
  expect(readChineseNumber(text)).toBe(value);
});

test('reads every number up to 99999 as it is said', () => {
  const digits = '零一二三四五六七八九';
  const say = (value: number): string => {
    let text = '';
    let zero = false;
    for (const [unit, name] of [
      [10000, '万'],
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(value / unit) % 10;
      if (digit === 0) zero = text !== '';
      else {
        text += `${zero ? '零' : ''}${digits.charAt(digit)}${name}`;
        zero = false;
      }
    }
    return text;
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99999 }), (value) => {
      expect(readChineseNumber(say(value))).toBe(value);
    }),
  );
});

test('never throws and never gives NaN', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('零一二十百千万亿点廿两个')) }),
      (text) => {
        expect(readChineseNumber(text)).not.toBeNaN();
      },
    ),
  );
});
