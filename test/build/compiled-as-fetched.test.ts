import { runInNewContext } from 'node:vm';
import { bracketed } from '../../build/bundle-plugins';

const LARGE = `return "${'x'.repeat(60_000)}"+e;`;

const later = (modules: string): string =>
  `(globalThis.parts=globalThis.parts||[]).push([["grid"],{${modules}}]);`;

/** The script as it is written, and what its modules give. */
function written(script: string): { readonly text: string; readonly given: unknown } {
  let text = script;
  for (const { start, end, text: made } of [...bracketed(script)].reverse())
    text = text.slice(0, start) + made + text.slice(end);
  const run: unknown = runInNewContext(`${text}parts[0][1]`);
  const modules = run as Readonly<Record<string, (end: string) => string>>;
  return {
    text,
    given: Object.fromEntries(Object.entries(modules).map(([id, make]) => [id, make('!').length])),
  };
}

describe('large modules of a later script', () => {
  it.each([
    ['a method', `9076(e){${LARGE}}`, '9076:(function(e){'],
    ['an arrow', `9076:e=>{${LARGE}}`, '9076:(e=>{'],
    ['a function', `"a b":function(e){${LARGE}}`, '"a b":(function(e){'],
  ])('%s is put in brackets, and says what it said', (_kind, module, start) => {
    const { text, given } = written(later(`1(e){return e},${module},2:e=>e`));
    expect(text).toContain(start);
    expect(text).toContain('1(e){return e}');
    expect(Object.values(given as object)).toContain(60_001);
  });

  it.each(['', 'var a=1;', later('1(e){return e}'), '(()=>{"use strict"})();'])(
    '%s stays',
    (text) => {
      expect(bracketed(text)).toEqual([]);
    },
  );
});
