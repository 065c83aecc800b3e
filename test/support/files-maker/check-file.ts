import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { planClear, planPatch } from '../../../src/engine/plan';
import { isFailure } from '../../../src/model/failure';
import type { Patch } from '../../../src/model/patch';
import { textOf, type SheetSnapshot, type Snapshot } from '../../../src/model/snapshot';
import { CHINESE } from '../../../src/report/chinese';
import { openWorkbook, openXlsx, type OpenedWorkbook } from '../../../src/xlsx/open';
import { partNames, readPart } from '../../../src/xlsx/package';
import { applyPatch } from '../../../src/xlsx/write/apply';
import { CATALOGUES } from '../texts';

/** What may cost more than it holds: cells read, for each byte that the parts of a file inflate to. */
const CELLS_PER_BYTE = 1;
/** Columns of a sheet: a row is kept from its first cell on, and one that is filled far out is that long. */
const LONGEST_ROW = 16_384;

/**
 * What is wrong with how a file of any bytes is dealt with; empty where all is well: it is read, scored,
 * written and cleared with nothing lost, or refused by a Failure with words.
 */
export async function fileFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const before = await attempt('open', () => openWorkbook(bytes));
  if (!('value' in before)) return before.faults;
  const opened = before.value;
  const faults = workFaults(opened);
  const written = await attempt('score', () => scored(opened));
  if (!('value' in written)) return [...faults, ...written.faults];
  // What was written by us is no stranger's file: there is no refusing it. Nothing to write is not written.
  const { patch, bytes: result } = written.value;
  const again = await must('read again', () => openXlsx(result));
  if (!('value' in again)) return [...faults, ...again.faults];
  const after = again.value;
  faults.push(...lostFaults('score', opened, after, cellsOf(patch)));
  const clear = () => openXlsx(applyPatch(after, planClear(after.snapshot)).bytes);
  const isOurs = result !== opened.package.bytes;
  const cleared = isOurs ? await must('clear', clear) : await attempt('clear', clear);
  if (!('value' in cleared)) return [...faults, ...cleared.faults];
  const ours = ownSheets(after.snapshot);
  return [...faults, ...lostFaults('clear', after, cleared.value, new Set(), ours)];
}

type Attempt<T> = { readonly value: T } | { readonly faults: readonly string[] };

/** A Failure that has words in both languages is an answer; anything else is a fault. */
async function attempt<T>(what: string, work: () => T | Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (reason) {
    if (!isFailure(reason)) return { faults: [`${what}: ${String(reason)}`] };
    // What was read can be written again, or is refused for what it is: never for the unforeseen.
    if (reason.code === 'unexpected')
      return { faults: [`${what}: unexpected, ${causeOf(reason)}`] };
    const wordless = Object.values(CATALOGUES).some(
      (words) => !words[`error.${reason.code}.message`] || !words[`error.${reason.code}.hint`],
    );
    return { faults: wordless ? [`${what}: ${reason.code} has no words`] : [] };
  }
}

async function must<T>(what: string, work: () => T): Promise<Attempt<T>> {
  return attempt(what, () => {
    try {
      return work();
    } catch (reason) {
      throw isFailure(reason) ? new Error(`${reason.code} ${JSON.stringify(reason.data)}`) : reason;
    }
  });
}

function causeOf({ cause }: Error): string {
  return cause instanceof Error
    ? (cause.stack ?? cause.message).split('\n').slice(0, 3).join(' ')
    : '';
}

function scored(opened: OpenedWorkbook): { readonly patch: Patch; readonly bytes: Uint8Array } {
  const { snapshot } = opened;
  const result = evaluate(snapshot, DEFAULT_OPTIONS);
  const patch = planPatch(snapshot, result, DEFAULT_OPTIONS, CHINESE);
  return { patch, bytes: applyPatch(opened, patch).bytes };
}

/** Work is counted by what it makes: the model may not be larger than the file by far. */
function workFaults({ package: pkg, snapshot }: OpenedWorkbook): string[] {
  const bytes = pkg.entries.reduce((sum, { size }) => sum + size, 0);
  const cells = snapshot.sheets.reduce(
    (sum, { values }) => values.reduce((all, row) => all + row.length, sum),
    0,
  );
  const most = bytes * CELLS_PER_BYTE + snapshot.sheets.length * LONGEST_ROW;
  return cells > most ? [`${String(cells)} cells of ${String(bytes)} bytes`] : [];
}

const placeOf = (sheet: string, row: number, column: number) =>
  `${sheet} ${String(row)} ${String(column)}`;

/** The cells a patch writes to, by the sheet's id. */
function cellsOf({ values, cached }: Patch): ReadonlySet<string> {
  const blocks = values.flatMap(({ sheetId, top, left, values: rows }) =>
    rows.flatMap((row, down) => row.map((_, along) => placeOf(sheetId, top + down, left + along))),
  );
  return new Set([
    ...blocks,
    ...cached.map(({ sheetId, cell }) => placeOf(sheetId, cell.row, cell.column)),
  ]);
}

const ownSheets = ({ ledger }: Snapshot): ReadonlySet<string> =>
  new Set(ledger?.sheets.map(({ name }) => name));

/** Everything there was is there still, but for the cells that were to be written. */
function lostFaults(
  what: string,
  before: OpenedWorkbook,
  after: OpenedWorkbook,
  written: ReadonlySet<string>,
  gone: ReadonlySet<string> = ownSheets(before.snapshot),
): string[] {
  const faults: string[] = [];
  for (const sheet of before.snapshot.sheets) {
    if (gone.has(sheet.name)) continue;
    const same = after.snapshot.sheets.find(({ id }) => id === sheet.id);
    if (same) faults.push(...sheetFaults(sheet, same, written).map((fault) => `${what}: ${fault}`));
    else faults.push(`${what}: no sheet ${sheet.name} any more`);
  }
  const kept = new Set(partNames(after.package));
  for (const name of partNames(before.package)) {
    if (/\.(?:xml|rels|vml)$/i.test(name)) continue;
    const differs = kept.has(name) && isReadable(before, name) && !sameBytes(before, after, name);
    if (!kept.has(name) || differs) faults.push(`${what}: part ${name} changed`);
  }
  return faults;
}

function isReadable({ package: pkg }: OpenedWorkbook, name: string): boolean {
  try {
    readPart(pkg, name);
    return true;
  } catch {
    return false;
  }
}

const sameBytes = (one: OpenedWorkbook, other: OpenedWorkbook, name: string): boolean =>
  Buffer.compare(readPart(one.package, name), readPart(other.package, name)) === 0;

function sheetFaults(
  before: SheetSnapshot,
  after: SheetSnapshot,
  written: ReadonlySet<string>,
): readonly string[] {
  const faults: string[] = [];
  if (before.name !== after.name) faults.push(`${before.name} is called ${after.name}`);
  if (JSON.stringify(before.merges) !== JSON.stringify(after.merges)) faults.push('merges changed');
  before.values.forEach((row, at) => {
    row.forEach((value, column) => {
      const now = after.values[at]?.[column] ?? null;
      const isWritten = written.has(placeOf(before.id, at, column));
      const formula = before.formulas[at]?.[column] ?? null;
      if (formula !== (after.formulas[at]?.[column] ?? null))
        faults.push(`formula at ${placeOf(before.name, at, column)} changed`);
      if (isWritten || textOf(value) === textOf(now)) return;
      faults.push(`${placeOf(before.name, at, column)}: ${textOf(value)} became ${textOf(now)}`);
    });
  });
  return faults.slice(0, 5);
}
