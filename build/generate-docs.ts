import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkFaults, readCheckFolders } from './check-folders';
import { generatedFiles } from './generated-files';

/** Writes the generated files, then says what the checks still lack. */
async function generate(): Promise<void> {
  for (const { name, text } of await generatedFiles()) {
    writeFileSync(path.join(__dirname, '..', name), text);
  }
  const faults = checkFaults(await readCheckFolders());
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

void generate();
