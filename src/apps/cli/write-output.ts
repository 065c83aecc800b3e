import { readFile } from 'node:fs/promises';
import { isChangedSince } from '../../changes/content-digest';
import { createFileHost } from '../../hosts/file/file-host';
import { Failure } from '../../model/failure';
import type { Job, Work } from './job';
import { whatIsAt, writeWhole } from './outputs';
import { inflate } from './read-input';

/**
 * Writes the workbook of a job, and gives its path as people know it; null where none is wanted.
 * @throws Failure `output-is-input`, `output-exists`, `output-changed`, or as `writeWhole`.
 */
export async function writeOutput(
  { output }: Job,
  { inputs, force = false }: Work,
  format: string,
  bytes: Uint8Array,
): Promise<string | null> {
  if (!output) return null;
  // A macro-enabled workbook named .xlsx would be refused by Excel.
  const extension = format === 'xlsm' ? '.xlsm' : '.xlsx';
  const path = output.absolute + extension;
  const shown = output.shown + extension;
  const there = whatIsAt(path, inputs);
  if (there === 'input') throw new Failure('output-is-input', { path: shown });
  if (there === 'folder') throw new Failure('output-exists', { path: shown });
  if (there === 'file') await refuseOthers(path, shown, bytes, force);
  // What a run makes can be made again: it is whole or not there, but no disk is waited for.
  writeWhole(path, bytes, { temporary: output.temporary, flush: false });
  return shown;
}

/**
 * Only a file that this tool wrote is replaced: it carries the ledger, or is what we would write.
 * @throws Failure `output-exists`; `output-changed` where a person typed into it since.
 */
async function refuseOthers(
  path: string,
  shown: string,
  bytes: Uint8Array,
  force: boolean,
): Promise<void> {
  const present = await readFile(path).catch(() => null);
  if (present && Buffer.compare(present, bytes) === 0) return;
  const standing = present && (await readOutput(path, present));
  if (!standing) throw new Failure('output-exists', { path: shown });
  const { snapshot, ledger } = standing;
  if (!force && isChangedSince(snapshot, ledger)) {
    throw new Failure('output-changed', { path: shown });
  }
}

/** A file with its ledger; null where it has none, or cannot be read. */
async function readOutput(path: string, present: Uint8Array) {
  try {
    const host = await createFileHost(present, { fileName: path, inflate });
    const snapshot = await host.read();
    const { ledger } = snapshot;
    return ledger && !ledger.recognised?.withoutLedger ? { snapshot, ledger } : null;
  } catch {
    return null;
  }
}
