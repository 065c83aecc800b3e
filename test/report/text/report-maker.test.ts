import fc from 'fast-check';
import { PROPERTIES } from './report-maker/index';

describe('reports made from facts', () => {
  it.each(PROPERTIES)('$name: right ones are left alone, wrong ones found', ({ property }) => {
    fc.assert(property, { numRuns: 60, seed: 14 });
  });
});
