import { openerWithout, PROBES } from '../../support/excel-fake/rule-probes';
import { RULES, RULE_NAMES } from '../../support/excel-fake/rules';

describe.each(RULE_NAMES)('the stand-in for Excel: %s', (name) => {
  test(RULES[name].says, async () => {
    expect(await PROBES[name](openerWithout([]))).toBe(true);
  });

  test('is what makes it so', async () => {
    expect(await PROBES[name](openerWithout([name]))).toBe(false);
  });
});

test('every rule says where it comes from', () => {
  expect(
    RULE_NAMES.filter((name) => !/docs: |office-js #|excel-host |\[I\]/.test(RULES[name].source)),
  ).toEqual([]);
});
