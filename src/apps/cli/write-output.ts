import { readFile } from 'node:fs/promises';
import { isChangedSince } from '../../changes/content-digest';
import { planClear } from '../../engine/plan';
import { Failure } from '../../model/failure';
import { whatIsAt } from './identities';
import type { Job, Work } from './job';
import { writeWhole } from './outputs';
import { openBook } from './open-book';
import { readInput } from './read-input';

/**
 * Writes the workbook of a job, and gives its path as people know it; null where none is wanted.
 * @throws Failure `output-is-input`, `output-exists`, `output-changed`, or as `writeWhole`.
 */
export async function writeOutput(
  job: Job,
  { inputs, force = false }: Work,
  format: string,
  bytes: Uint8Array,
): Promise<string | null> {
  const { output } = job;
  if (!output) return null;
  // A macro-enabled workbook named .xlsx would be refused by Excel.
  const extension = format === 'xlsm' ? '.xlsm' : '.xlsx';
  const path = output.absolute + extension;
  const shown = output.shown + extension;
  const there = whatIsAt(path, inputs);
  if (there === 'input') throw new Failure('output-is-input', { path: shown });
  if (there === 'folder') throw new Failure('output-exists', { path: shown });
  if (there === 'file') await refuseOthers(path, shown, job, bytes, force);
  // What a run makes can be made again: it is whole or not there, but no disk is waited for.
  writeWhole(path, bytes, { temporary: output.temporary, flush: false });
  return shown;
}

/**
 * Only a file that this tool wrote is replaced: it carries the ledger, or is what we would write, now
 * or to clear.
 * @throws Failure `output-exists`; `output-changed` where a person typed into it since.
 */
async function refuseOthers(
  path: string,
  shown: string,
  job: Job,
  bytes: Uint8Array,
  force: boolean,
): Promise<void> {
  const present = await readFile(path).catch(() => null);
  if (present && Buffer.compare(present, bytes) === 0) return;
  const standing = present && (await readOutput(path, present));
  if (!standing) {
    if (present && (await isCleared(present, job, bytes))) return;
    throw new Failure('output-exists', { path: shown });
  }
  const { snapshot, ledger } = standing;
  if (!force && isChangedSince(snapshot, ledger)) {
    throw new Failure('output-changed', { path: shown });
  }
}

/**
 * Whether a file without a ledger is what `clear` made of this input, or of the result that is to go
 * in its place: to the byte, so that there is nothing in it that could not be made again. The input
 * itself, which `clear` copies where nothing in it is ours, may be a copy of a person's.
 */
async function isCleared(present: Uint8Array, job: Job, bytes: Uint8Array): Promise<boolean> {
  for (const source of [readInput(job.absolute, job.path), bytes]) {
    const host = await openBook(source, job.path);
    await host.apply(planClear(await host.read()));
    const cleared = host.bytes();
    if (Buffer.compare(cleared, source) !== 0 && Buffer.compare(cleared, present) === 0)
      return true;
  }
  return false;
}

/** A file with its ledger; null where it has none, or cannot be read. */
async function readOutput(path: string, present: Uint8Array) {
  try {
    const host = await openBook(present, path);
    const snapshot = await host.read();
    const { ledger } = snapshot;
    return ledger && !ledger.recognised?.withoutLedger ? { snapshot, ledger } : null;
  } catch {
    return null;
  }
}
