import fc from 'fast-check';
import { isBlank, isNotApplicable } from '../../src/model/blank';
import { DASHES, dashText } from '../support/dash-text';

test.each([
  [undefined, true],
  [null, true],
  ['', true],
  ['  ', true],
  ['\u3000\n', true],
  ['—', true],
  ['／', true],
  ['……', true],
  ['*', true],
  ['。', true],
  ['0', false],
  [0, false],
  [false, false],
  ['无', false],
  ['不适用', false],
  ['-5', false],
  ['1/2', false],
  ['√', false],
  ['×', false],
  ['一', false],
  [{ error: '#N/A' }, false],
])('blank: %j → %s', (value, expected) => {
  expect(isBlank(value)).toBe(expected);
});

test.each([
  ['', false],
  [' ', false],
  ['—', true],
  [' / ', true],
  ['- -', true],
  ['不适用', true],
  ['……', false],
  ['*', false],
  ['无', false],
  ['-1', false],
  ['0', false],
])('不适用: %j → %s', (text, expected) => {
  expect(isNotApplicable(text)).toBe(expected);
});

test('every dash, however wide, often and spaced, is both', () => {
  expect(DASHES.every(isNotApplicable)).toBe(true);
  fc.assert(
    fc.property(dashText, (text) => {
      expect([text, isBlank(text), isNotApplicable(text)]).toEqual([text, true, true]);
    }),
  );
});
