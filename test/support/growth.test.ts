import { growthOf, LINEAR } from './growth';

const numbers = (size: number): number[] => Array.from({ length: size }, (_, index) => index);

test('work that looks at each thing once grows with its input', () => {
  const growth = growthOf(20_000, numbers, (all) => all.map((one) => String(one)).join());
  expect(growth).toBeLessThan(LINEAR);
});

test('work that looks for each thing among all grows faster', () => {
  const growth = growthOf(3_000, numbers, (all) => all.filter((one) => !all.includes(-one - 1)));
  expect(growth).toBeGreaterThan(LINEAR);
});
