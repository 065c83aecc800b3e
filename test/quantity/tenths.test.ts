import { readQuantity } from '../../src/quantity/read-quantity';

it.each([
  ['六成五', 65],
  ['九成', 90],
  ['8.5成', 85],
])('%s is %d percent', (text, value) => {
  expect(readQuantity(text, null)).toMatchObject({ kind: 'percent', value, unit: '%' });
});
