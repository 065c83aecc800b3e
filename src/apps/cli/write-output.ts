import { readFile } from 'node:fs/promises';
import { createFileHost } from '../../hosts/file/file-host';
import { Failure } from '../../model/failure';
import type { Job } from './job';
import { whatIsAt, writeWhole } from './outputs';
import { inflate } from './read-input';

/**
 * Writes the workbook of a job, and gives its path as people know it; null where none is wanted.
 * @throws Failure `output-is-input`, `output-exists`, or as `writeWhole`.
 */
export async function writeOutput(
  job: Job,
  format: string,
  bytes: Uint8Array,
): Promise<string | null> {
  if (!job.output) return null;
  // A macro-enabled workbook named .xlsx would be refused by Excel.
  const extension = format === 'xlsm' ? '.xlsm' : '.xlsx';
  const path = job.output.absolute + extension;
  const shown = job.output.shown + extension;
  const there = await whatIsAt(path, new Set(job.inputs));
  if (there === 'input') throw new Failure('output-is-input', { path: shown });
  if (there === 'folder') throw new Failure('output-exists', { path: shown });
  if (there === 'file' && !(await mayReplace(path, bytes))) {
    throw new Failure('output-exists', { path: shown });
  }
  await writeWhole(path, bytes);
  return shown;
}

/** Only a file that this tool wrote is replaced: it carries the ledger, or is what we would write. */
async function mayReplace(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const present = await readFile(path);
    if (Buffer.compare(present, bytes) === 0) return true;
    const host = await createFileHost(present, { fileName: path, inflate });
    const { ledger } = await host.read();
    return ledger !== null && ledger.recognised?.withoutLedger !== true;
  } catch {
    return false;
  }
}
