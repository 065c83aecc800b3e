import * as fc from 'fast-check';

/**
 * Properties are tried with the same values in each run, so that a change is judged by what it changes;
 * `PROPERTY_SEED=random`, or any number, tries others. See docs/decisions/one-seed-for-properties.md.
 */
const { PROPERTY_SEED = '20261129' } = process.env;
if (PROPERTY_SEED !== 'random') fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
