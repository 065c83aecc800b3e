import type { FakeModes } from '../../support/wps-fake/fake-et';
import { openerWithout, PROBES } from '../../support/wps-fake/rule-probes';
import { RULES, RULE_NAMES } from '../../support/wps-fake/rules';

describe.each(RULE_NAMES)('the stand-in for WPS: %s', (name) => {
  test(RULES[name].says, () => {
    expect(PROBES[name](openerWithout([]))).toBe(true);
  });

  test('is what makes it so', () => {
    expect(PROBES[name](openerWithout([name]))).toBe(false);
  });
});

test('every rule says where it comes from', () => {
  const known =
    /(?:wps-host §\d|first-day §\d|LibreOffice).*\[(?:V:machine|V:doc|src|ran|I)\]|VBA: |strict: /;
  expect(RULE_NAMES.filter((name) => !known.test(RULES[name].source))).toEqual([]);
});

const open = openerWithout([]);

test('a version may answer a row or column in one dimension', () => {
  const one = open({ oneDimension: true });
  expect(open().range('A1:B1').Value2).toEqual([['甲', 1]]);
  expect(one.range('A1:B1').Value2).toEqual(['甲', 1]);
  expect(one.range('A1:A2').Value2).toEqual(['甲', '乙']);
  expect(one.range('A1:B2').Value2).toEqual([
    ['甲', 1],
    ['乙', null],
  ]);
});

test('or one cell as a block, or undefined for a member that is not there', () => {
  expect(open({ squareCell: true }).range('B1').Value2).toEqual([[1]]);
  const lenient = open({ lenient: true }).et.application as unknown as Readonly<
    Record<string, unknown>
  >;
  expect(lenient['NoSuchMember']).toBeUndefined();
});

test('or say of several merges that they are merged', () => {
  const { range } = open({ mergedAlike: true });
  range('A6:B6').Merge();
  expect(['A4:B6', 'A3:B6'].map((name) => range(name).MergeCells)).toEqual([true, null]);
});

test('or let covered cells keep what they hold', () => {
  expect(open({ coveredValues: true }).range('A4:B5').Value2).toEqual([
    ['合', '并'],
    ['了', null],
  ]);
});

test('or drop without a word what is written to a protected sheet', () => {
  const { et, range } = open({ silentProtection: true });
  const [sheet] = et.book.sheets;
  if (sheet) sheet.isProtected = true;
  range('A1').Value2 = '新';
  expect(range('A1').Value2).toBe('甲');
});

test.each<[string, FakeModes, readonly number[]]>([
  ['within the write', {}, [1, 1, 1]],
  ['late', { lateEvents: true }, [0, 1, 1]],
  ['although EnableEvents is false', { stubbornEvents: true }, [1, 1, 2]],
])('events come %s', (_, modes, expected) => {
  const { et, range } = open(modes);
  let heard = 0;
  et.application.ApiEvent?.AddApiEventListener('SheetChange', () => {
    heard += 1;
  });
  range('A1').Value2 = '新';
  const atOnce = heard;
  et.deliver();
  const later = heard;
  et.application.EnableEvents = false;
  range('A1').Value2 = '又';
  et.deliver();
  expect([atOnce, later, heard]).toEqual(expected);
});

test('refuses from the call it is told to, as often as it is told to', () => {
  const { et, range } = open();
  et.bridge.throwAt = et.bridge.total + 2;
  et.bridge.throwTimes = 1;
  expect(() => range('A1').Value2).toThrow('refused at call');
  expect(range('A1').Value2).toBe('甲');
});

test('or take no block, as on a Mac, or keep no custom XML part', () => {
  const { range } = open({ noBlocks: true });
  range('A1:A2').Value2 = [['新'], ['新']];
  range('B2').Value2 = 5;
  expect(range('A1:B2').Value2).toEqual([
    ['甲', 1],
    ['乙', 5],
  ]);
  const { CustomXMLParts: parts } = open({ deafParts: true }).book;
  parts?.Add('<x/>');
  expect(parts?.Count).toBe(0);
  expect(open({ noParts: true }).book.CustomXMLParts).toBeUndefined();
  expect(() => open({ noPlaces: true }).book.Worksheets.Add()).toThrow('no sheet');
});
