import fc from 'fast-check';
import { columnWidths } from '../../src/report/column-widths';

test('a column of sentences is wider than one of figures', () => {
  const [name = 0, figure = 0, reason = 0] = columnWidths(
    [
      ['指标', '分值', '原因'],
      ['验收合格率', '10', '两处水源汛期浊度偏高，已加装净水设备，明年不再发生'],
    ],
    1000,
  );
  expect(name).toBeGreaterThanOrEqual(figure);
  expect(reason).toBeGreaterThan(name);
});

test('no column is lost, none is wider than the room, none takes what the others need', () => {
  const row = fc.array(fc.string({ maxLength: 300 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const widths = columnWidths(rows, 8000);
      expect(widths).toHaveLength(Math.max(...rows.map((one) => one.length)));
      expect(widths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(8000);
      // Four times as wide as the narrowest at most.
      expect(Math.min(...widths) * 4 + 4).toBeGreaterThanOrEqual(Math.max(...widths));
    }),
  );
});
