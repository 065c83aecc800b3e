import fc from 'fast-check';
import { faultsOf } from '../support/forms-maker/check-form';
import { formSpec } from '../support/forms-maker/form-spec';
import { mistakeFaults, MISTAKES } from '../support/forms-maker/mistakes';

/** The same forms on every machine; `npm run forms:fuzz` makes others, ten thousand at a time. */
const SEED = Number(process.env['FORMS_SEED'] ?? 20_261_129);
const RUNS = Number(process.env['FORMS_RUNS'] ?? 150);

test('a form is read as what it says, whatever it is called, however it is laid out', () => {
  fc.assert(
    fc.property(formSpec, (spec) => {
      expect(faultsOf(spec)).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test.each(MISTAKES)('one mistake (%s) is said where it stands, and nothing else', (mistake) => {
  fc.assert(
    fc.property(formSpec, (spec) => {
      expect(mistakeFaults(spec, mistake)).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS / 3), seed: SEED },
  );
});
