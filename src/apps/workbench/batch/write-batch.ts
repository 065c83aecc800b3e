import type { Notice } from '../../../pane/session-state';
import type { DeskParts } from '../books/desk-parts';
import { told } from '../books/desk-state';
import type { BatchFile, BatchPlace } from '../books/steps/effects';

/**
 * Writes a result of the last batch; what is to be said of it.
 * @throws Failure what the worker ran into, and whatever the place refuses
 */
export async function writeBatch(
  { asker, files }: Pick<DeskParts, 'asker' | 'files'>,
  { what, name, folder, date }: BatchFile,
  place: BatchPlace,
): Promise<Notice> {
  const output = await asker.ask('batchOutput', { date });
  const bytes = new Uint8Array(output[what]);
  if (place.kind === 'download') {
    files.download(name, bytes);
    return told('success', 'workbench.saved.download', { name });
  }
  if (place.kind === 'file') {
    await place.file.write(bytes);
    return told('success', 'workbench.saved.file', { name: place.file.name });
  }
  const { unzipSync } = await import('fflate');
  const inside = Object.entries(unzipSync(bytes));
  const made = await place.folder.newFolder(folder);
  for (const [path, file] of inside) await made.write(path, new Uint8Array(file));
  return told('success', 'workbench.batch.savedFolder', { count: inside.length, name: made.name });
}
