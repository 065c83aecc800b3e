import { checkFaults, readCheckFolders } from './check-folders';
import { readReportCheckFolders, reportCheckFaults } from './report-checks';
import { writeGenerated } from './generated-files';

/** Writes the generated files, then says what the checks still lack. */
async function generate(): Promise<void> {
  await writeGenerated();
  const faults = [
    ...checkFaults(await readCheckFolders()),
    ...reportCheckFaults(await readReportCheckFolders()),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

void generate();
