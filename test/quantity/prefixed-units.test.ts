import fc from 'fast-check';
import { PREFIXED_UNITS } from '../../src/quantity/prefixed-units';
import { conversion, isUnknownUnit } from '../../src/quantity/units';

const unit = fc.constantFrom(...PREFIXED_UNITS);

test('every spelling of a unit with a prefix converts into every other of its measure, and into none else', () => {
  fc.assert(
    fc.property(unit, unit, fc.boolean(), ([measure, one, times], [other, next, over], upper) => {
      const factor = conversion(upper ? one.toUpperCase() : one, next);
      expect(factor === null ? null : factor.numerator / factor.denominator).toEqual(
        measure === other ? times / over : null,
      );
    }),
  );
});

test.each(['盏灯', 'mSv', '毫西弗'])('nobody says what %s is', (unknown) => {
  expect(isUnknownUnit(unknown)).toBe(unknown !== '盏灯');
});

test('a bare letter is no unit: 5A景区', () => {
  expect(isUnknownUnit('A')).toBe(true);
});
