import fc from 'fast-check';
import { parseLedger } from '../../src/changes/read-ledger';
import { EMPTY_LEDGER } from '../../src/model/ledger';
import {
  count,
  either,
  fits,
  fitting,
  flag,
  listOf,
  mapOf,
  misfit,
  number,
  only,
  openRecord,
  openRow,
  optional,
  orNull,
  placeText,
  record,
  restored,
  row,
  text,
  type Rule,
} from '../../src/model/decode';

const GRADE = record<{ readonly from: number; readonly word: string }>({
  from: number({ least: 0, most: 100 }),
  word: text({ pattern: /\S/, most: 4 }),
});

describe('misfit', () => {
  test.each<[string, Rule, unknown, string | null]>([
    ['a text', text(), '', null],
    ['no text', text(), 1, ''],
    ['a text that is too long', GRADE, { from: 1, word: '一二三四五' }, 'word'],
    ['a blank text', GRADE, { from: 1, word: ' ' }, 'word'],
    ['both ends of a range', listOf(number({ least: 0, most: 1 })), [0, 1, 0.5], null],
    ['beyond a range', listOf(number({ least: 0, most: 1 })), [0, 1.01], '[1]'],
    ['NaN', number(), Number.NaN, ''],
    ['1e999 where it must be finite', number({ finite: true }), Infinity, ''],
    ['half of a count', count, 1.5, ''],
    ['a word of several', only('a', 'b', 1), 1, null],
    ['another word', only('a', 'b', 1), '1', ''],
    ['a stranger in a closed record', GRADE, { from: 1, word: '优', more: 1 }, 'more'],
    ['a stranger in an open one', openRecord({ from: count }), { from: 1, more: 1 }, null],
    ['a field that is missing', GRADE, { from: 1 }, 'word'],
    ['a field that may be', record({ a: optional(count) }), {}, null],
    ['a list for a record', GRADE, [], ''],
    ['null for a record', GRADE, null, ''],
    ['null where it may be', orNull(GRADE), null, null],
    ['deep inside one of several', orNull(mapOf(listOf(GRADE))), { a: [{ from: 1 }] }, 'a[0].word'],
    ['a row', row<[number, string]>(count, text()), [1, 'a'], null],
    ['a longer row', row<[number, string]>(count, text()), [1, 'a', 2], ''],
    ['a longer row where more may follow', openRow<[number]>(count), [1, 'a'], null],
    ['a row whose item is another', row<[number, string]>(count, text()), [1, 2], '[1]'],
    ['too few', listOf(count, { least: 1 }), [], ''],
    ['either', either<[string, boolean]>(text(), flag), true, null],
  ])('%s', (_what, rule, value, expected) => {
    const place = misfit(rule, value);
    expect(place === null ? null : placeText(place)).toBe(expected);
  });

  test('gives back the very value', () => {
    const value: unknown = { from: 1, word: '优' };
    expect(fitting(GRADE, value)).toBe(value);
    expect(fitting(GRADE, { from: 1 })).toBeNull();
  });

  test('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(typeof fits(orNull(mapOf(listOf(GRADE))), value)).toBe('boolean');
      }),
    );
  });
});

test('choices are restored one by one, damaged ones as at first', () => {
  const shapes = { wide: flag, width: number({ least: 1 }) };
  const first = { wide: false, width: 380 };
  expect(restored(shapes, null, first)).toBe(first);
  expect(restored(shapes, '{', first)).toBe(first);
  expect(restored(shapes, '[]', first)).toBe(first);
  expect(restored(shapes, '{"wide":true,"width":"380","more":1}', first)).toEqual({
    wide: true,
    width: 380,
  });
});

describe('a ledger', () => {
  test('keeps what it does not know, and is null where a part is damaged', () => {
    const known = { ...EMPTY_LEDGER, profile: 'cn-mof-2020', later: { a: 1 } };
    expect(parseLedger(JSON.stringify(known))).toEqual(known);
    expect(parseLedger(JSON.stringify({ ...known, flags: [{ sheet: '附表' }] }))).toBeNull();
    expect(parseLedger(JSON.stringify({ ...known, version: 2 }))).toBeNull();
    expect(parseLedger('')).toBeNull();
  });
});
