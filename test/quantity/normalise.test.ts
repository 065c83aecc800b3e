import fc from 'fast-check';
import { normaliseText } from '../../src/quantity/normalise';

test.each([
  ['１００％', '100%'],
  ['（万元）：', '(万元):'],
  ['﹦72890', '=72890'],
  ['＞＝９５', '>=95'],
  ['≧90 ≦5', '≥90≤5'],
  ['80—100', '80-100'],
  ['80～100', '80~100'],
  [' 总\u3000分\r\n', '总分'],
  ['得\u200b分\ufeff', '得分'],
  ['一，二；三', '一,二;三'],
  ['plain-text', 'plain-text'],
  ['', ''],
])('%j is matched as %j', (text, plain) => {
  expect(normaliseText(text)).toBe(plain);
});

test('normalising twice changes nothing more, and full width is half width', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseText(text);
      expect(normaliseText(once)).toBe(once);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      const full = text.replace(/[!-~]/g, (sign) =>
        String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
      );
      expect(normaliseText(full)).toBe(normaliseText(text));
    }),
  );
});

test('a cell of a million characters takes well under a second', () => {
  const text = '　（１）'.repeat(250_000);
  const start = performance.now();
  expect(normaliseText(text)).toHaveLength(750_000);
  expect(performance.now() - start).toBeLessThan(1000);
});
