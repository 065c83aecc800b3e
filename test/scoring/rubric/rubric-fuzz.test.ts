import fc from 'fast-check';
import { madeRow } from '../../support/rubric-maker/make-row';
import { verdictOf } from '../../support/rubric-maker/verdict';

/** The same rows on every machine; `npm run rubric:fuzz` makes others, ten thousand at a time. */
const SEED = Number(process.env['RUBRIC_SEED'] ?? 20_261_129);
const RUNS = Number(process.env['RUBRIC_RUNS'] ?? 500);

test('a standard gives the points it gives, however it and its facts are written', () => {
  fc.assert(
    fc.property(madeRow, (row) => {
      expect({ ...row, ...verdictOf(row) }).toMatchObject({ verdict: 'right' });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
