import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkFaults, CHECKS_FOLDER, checksOf, readCheckFolders } from './check-folders';
import { writeGenerated } from './generated-files';
import {
  checkSource,
  pageSource,
  reportCheckSource,
  reportPageSource,
  whyNotNew,
} from './new-check-files';
import { readReportCheckFolders, REPORT_CHECKS_FOLDER, reportCheckFaults } from './report-checks';

/** Writes a file of a folder where it is not there yet. */
function write(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  console.log(`写好了 ${path.relative(process.cwd(), file)}`);
}

/** Writes what the check of that name lacks, brings the registry up to date and lists what is to be written. */
async function newCheck(id: string, group: string): Promise<void> {
  const folder = path.join(CHECKS_FOLDER, id);
  write(folder, 'check.ts', checkSource(id, group, checksOf(await readCheckFolders())));
  const begun = (await readCheckFolders()).find(({ name }) => name === id);
  if (begun?.check) write(folder, 'page.md', pageSource(begun.check));
  await writeGenerated();
  tellFaults(checkFaults(await readCheckFolders()), 'test/checks');
}

/** The same for a check of reports, whose id is written by hand where it has its place. */
async function newReportCheck(id: string): Promise<void> {
  const folder = path.join(REPORT_CHECKS_FOLDER, id);
  write(folder, 'check.ts', reportCheckSource(id));
  const begun = (await readReportCheckFolders()).find(({ name }) => name === id);
  if (begun?.check) write(folder, 'page.md', reportPageSource(begun.check));
  await writeGenerated();
  tellFaults(reportCheckFaults(await readReportCheckFolders()), 'test/report/text/checks');
}

function tellFaults(faults: readonly string[], tests: string): void {
  if (faults.length === 0) {
    console.log('这一项已经有了，什么也没有缺；要加新的，另起一个名字。');
    return;
  }
  console.log('接下来：');
  for (const fault of faults) console.log(`- ${fault}`);
  console.log(`写好以后：npm run docs，再 npx jest ${tests}。写法见 docs/adding-a-check.md。`);
}

const { values, positionals } = parseArgs({
  options: { group: { type: 'string', default: '4' }, report: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [id = ''] = positionals;
const why = whyNotNew(id, values.group);
if (why === null) void (values.report ? newReportCheck(id) : newCheck(id, values.group));
else {
  console.error(why);
  process.exitCode = 1;
}
