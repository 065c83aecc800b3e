import * as fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { fileFaults } from '../support/files-maker/check-file';
import { fileSpec, makeFile } from '../support/files-maker/file-spec';
import { SEED_NAMES, seedParts } from '../support/files-maker/seed-files';
import { mutatedZip } from '../support/files-maker/mutate-zip';

/** The same files on every machine; `npm run files:fuzz` makes others for as long as wanted. */
const RUNS = Number(process.env['FILES_RUNS'] ?? 300);

beforeAll(() => {
  // The library that reads .xls reports odd records to the console.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterAll(() => {
  jest.restoreAllMocks();
});

test.each(SEED_NAMES)(
  'the file %s, as it is, is scored and cleared with nothing lost',
  async (name) => {
    expect(await fileFaults(mutatedZip(seedParts(name), []))).toEqual([]);
  },
);

/** What `npm run files:fuzz` found, the part of it and what was changed in it. */
const FOUND = [
  {
    what: 'relationships outside any root, of which ours are taken away',
    seed: 'ledger lost',
    part: 'xl/_rels/workbook.xml.rels',
    change: (text: string) => text.replace(/<Relationships[^>]*>/, ''),
  },
] as const;

test.each(FOUND)('$what: nothing is lost', async ({ seed, part, change }) => {
  const parts = seedParts(seed);
  const text = strFromU8(parts.get(part) ?? new Uint8Array());
  expect(change(text)).not.toBe(text);
  parts.set(part, strToU8(change(text)));
  expect(await fileFaults(mutatedZip(parts, []))).toEqual([]);
});

test('a file that nobody meant is refused in words, or dealt with and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fileSpec, async (spec) => {
      expect(await fileFaults(makeFile(spec))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
