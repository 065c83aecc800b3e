import fc from 'fast-check';
import { readMarks } from '../../src/changes/fill-memory';
import { createExcelHost } from '../../src/hosts/excel/excel-host';
import { createFileHost } from '../../src/hosts/file/file-host';
import type { HostPort } from '../../src/hosts/port';
import { createWpsHost } from '../../src/hosts/wps/wps-host';
import { EMPTY_LEDGER, type LedgerFlag } from '../../src/model/ledger';
import type { Patch, PatchReport } from '../../src/model/patch';
import type { Snapshot } from '../../src/model/snapshot';
import { openFakeExcel } from '../support/excel-fake/fake-excel';
import { bookOf } from '../support/wps-fake/book-of';
import { fakeEt } from '../support/wps-fake/fake-et';
import { clearPatch, emptyPatch, flag } from '../xlsx/write/sample-patch';
import type { ContractSheet } from './contract';
import { contractFile } from './contract-file';
import { bookOfSheets } from './excel/contract-book';

// Whatever flags come and go, on cells with notes of the user's and under merges: three hosts, one answer.

const SHEET = '附表';
const sheets = (notes: readonly string[]): readonly ContractSheet[] => [
  {
    name: SHEET,
    rows: Array.from({ length: 5 }, (_, row) => [`指标${String(row)}`, row, null, 'x']),
    merges: ['A1:C1', 'B3:B4'],
    notes,
  },
];

const hostsWith = async (notes: readonly string[]): Promise<readonly HostPort[]> => [
  await createFileHost(contractFile(sheets(notes))),
  createExcelHost(openFakeExcel({ book: bookOfSheets(sheets(notes)) })),
  createWpsHost(fakeEt(bookOf(sheets(notes))).application),
];

const cell = fc.constantFrom('A1', 'B1', 'C1', 'B3', 'B4', 'A2', 'D2', 'D5');
const wanted = fc.record({
  cell,
  tone: fc.constantFrom('error', 'warning', 'info', null),
  note: fc.constantFrom('得分与计算不符。', '目标值没有填。', null),
});
type Wanted = typeof wanted extends fc.Arbitrary<infer T> ? T : never;

function planOf(snapshot: Snapshot, flags: readonly Wanted[]): Patch {
  const ledger = snapshot.ledger ?? EMPTY_LEDGER;
  const named = new Set<string>(flags.map((one) => one.cell));
  const set = flags.flatMap(({ cell: at, tone, note }): readonly LedgerFlag[] =>
    tone === null ? [] : [{ sheet: SHEET, cell: at, tone, note }],
  );
  return {
    ...emptyPatch(snapshot),
    flags: flags.map(({ cell: at, tone, note }) =>
      flag(snapshot, SHEET, at, tone, tone === null ? null : note),
    ),
    ledger: { ...ledger, flags: [...ledger.flags.filter((one) => !named.has(one.cell)), ...set] },
  };
}

const sorted = (items: readonly unknown[]): readonly string[] =>
  items.map((item) => JSON.stringify(item)).sort();

/** What is decided, whichever host did it. */
function decided({ ledger }: Snapshot, report: PatchReport): unknown {
  const { flagsSet, flagsCleared, degradations } = report;
  return {
    flags: sorted(ledger?.flags ?? []),
    marks: sorted(
      readMarks(ledger).map(({ cell: at, tone, note, kept }) => [at, tone, kept ? null : note]),
    ),
    said: sorted([...new Set(sorted(degradations))]),
    counts: [flagsSet, flagsCleared],
  };
}

test('a file, Excel and WPS decide alike', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom('A1', 'B3', 'A2', 'D5'), { maxLength: 3 }),
      fc.array(
        fc.uniqueArray(wanted, { minLength: 1, maxLength: 5, selector: (one) => one.cell }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      async (notes, steps) => {
        const hosts = await hostsWith(notes);
        for (const flags of [...steps, null]) {
          const answers: unknown[] = [];
          for (const host of hosts) {
            const before = await host.read();
            const patch = flags === null ? clearPatch(before) : planOf(before, flags);
            const report = await host.apply(patch);
            answers.push(decided(await host.read(), report));
          }
          const [inFile, inExcel, inWps] = answers;
          expect(inExcel).toEqual(inFile);
          expect(inWps).toEqual(inFile);
        }
      },
    ),
    { numRuns: 60 },
  );
});
