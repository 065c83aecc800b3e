import * as fc from 'fast-check';
import { Script } from 'node:vm';
import { plainScript } from '../../build/plain-script.js';

/** What the script gives through `exports.value`, with what `plainScript` made of it. */
function valueOf(expression: string): { readonly script: string; readonly value: unknown } {
  const script = plainScript(`exports.value = ${expression};`);
  const exports: { value?: unknown } = {};
  (new Script(script).runInThisContext() as (exports: unknown) => void)(exports);
  return { script, value: exports.value };
}

test('a text is the same, and no character of the script is more than a byte', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { script, value } = valueOf(JSON.stringify(text));
      expect(value).toBe(text);
      expect(Math.max(...Array.from(script, (one) => one.codePointAt(0) ?? 0))).toBeLessThan(128);
    }),
  );
});

test.each([
  ["'\\，'", '，'],
  ["'\\\\，'", '\\，'],
  ['/[，\\、]\\、/.test("、、")', true],
  ['/^[𠀀-𪛖]$/u.test("𠮷")', true],
  ['/(?<年>\\d+)年/.exec("2023年").groups.年', '2023'],
  ['({ 附表: `共${1}张，` }).附表', '共1张，'],
])('%s stays what it was', (expression, value) => {
  expect(valueOf(expression).value).toBe(value);
});
