import fc from 'fast-check';
import { normaliseText } from '../../src/quantity/normalise';
import { growthOf, LINEAR } from '../support/growth';

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

test('the work on a long cell grows with its length', () => {
  expect(normaliseText('　（１）'.repeat(250_000))).toHaveLength(750_000);
  const growth = growthOf(
    50_000,
    (size, round) => '　（１）'.repeat(size) + String(round),
    normaliseText,
  );
  expect(growth).toBeLessThan(LINEAR);
});
