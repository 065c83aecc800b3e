import { shiftFormula, splitFormula } from '../../../src/xlsx/formula-shift';

const shift = (formula: string, down: number, right: number): string =>
  shiftFormula(splitFormula(formula), down, right);

describe('shiftFormula moves what is relative and nothing else', () => {
  test.each([
    ['B1*2', 1, 0, 'B2*2'],
    ['B1*2', 0, 1, 'C1*2'],
    ['$B1+B$1+$B$1', 2, 3, '$B3+E$1+$B$1'],
    ['SUM(A1:C3)', 1, 1, 'SUM(B2:D4)'],
    ['SUM(A:C)+SUM(1:3)', 2, 1, 'SUM(B:D)+SUM(3:5)'],
    ['SUM($A:C)+SUM($1:3)', 2, 1, 'SUM($A:D)+SUM($1:5)'],
    ['Sheet1!A1+附表!B2', 1, 0, 'Sheet1!A2+附表!B3'],
    [`'A1 B2'!A1&'it''s A1'!B1`, 1, 0, `'A1 B2'!A2&'it''s A1'!B2`],
    ['"A1 ""B2"" "&A1', 1, 0, '"A1 ""B2"" "&A2'],
    ['LOG10(A1)+ATAN2(B1,C1)', 1, 0, 'LOG10(A2)+ATAN2(B2,C2)'],
    ['Table1[[#This Row],[A1]]+A1', 1, 0, 'Table1[[#This Row],[A1]]+A2'],
    ['A1_total+my.A1+A1B+_A1+A1', 1, 0, 'A1_total+my.A1+A1B+_A1+A2'],
    ['得分A1+A1', 1, 0, '得分A1+A2'],
    ['Q1!A1', 1, 0, 'Q1!A2'],
    ['1E5+A1*1.5', 1, 0, '1E5+A2*1.5'],
    ['TRUE+a1', 1, 1, 'TRUE+B2'],
    ['XFE1+A1048577+ABCD1', 1, 1, 'XFE1+A1048577+ABCD1'],
    ['A1#+A1%', 1, 0, 'A2#+A2%'],
    ['#REF!+A1', 1, 0, '#REF!+A2'],
    ['A3', -1, 0, 'A2'],
    ['XFD1048576', 1, 1, 'A1'],
    ['"never closed A1', 1, 0, '"never closed A1'],
  ])('%s by %i, %i is %s', (formula, down, right, expected) => {
    expect(shift(formula, down, right)).toBe(expected);
  });

  test('by nothing it is the formula itself', () => {
    const formula = `IF(AND($A1>=B$2,'x'!C3:D4<>""),SUM(A:A),"A1")`;
    expect(shift(formula, 0, 0)).toBe(formula);
  });
});
