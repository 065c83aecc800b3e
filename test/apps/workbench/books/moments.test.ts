import { momentName, noteMoment } from '../../../../src/apps/workbench/books/moments';

test('of each moment the last one stands in the timeline', () => {
  noteMoment('scored');
  const [first] = performance.getEntriesByName(momentName('scored'));
  noteMoment('drawn');
  noteMoment('scored');
  const now = performance.getEntriesByName(momentName('scored'));
  expect(now).toHaveLength(1);
  expect(now[0]?.startTime).toBeGreaterThan(first?.startTime ?? Infinity);
  expect(performance.getEntriesByName(momentName('drawn'))).toHaveLength(1);
});
