import fc from 'fast-check';

/** The dashes and slashes of keyboards and input methods, half and full width. */
export const DASHES: readonly string[] = Array.from('-‐‑‒–—―−─━－﹣/／\\＼');

/** What people type where nothing belongs: a dash or some, with spaces around and between. */
export const dashText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...DASHES, ...DASHES, ' ', '\u3000', '\u00a0'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((signs) => signs.join(''))
  .filter((text) => text.trim() !== '');
