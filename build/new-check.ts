import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkFaults, CHECKS_FOLDER, checksOf, readCheckFolders } from './check-folders';
import { writeGenerated } from './generated-files';
import { checkSource, pageSource, whyNotNew } from './new-check-files';

/** Writes what the check of that name lacks, brings the registry up to date and lists what is to be written. */
async function newCheck(id: string, group: string): Promise<void> {
  const folder = path.join(CHECKS_FOLDER, id);
  const write = (name: string, text: string): void => {
    const file = path.join(folder, name);
    if (existsSync(file)) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
    console.log(`写好了 ${path.relative(process.cwd(), file)}`);
  };
  write('check.ts', checkSource(id, group, checksOf(await readCheckFolders())));
  const begun = (await readCheckFolders()).find(({ name }) => name === id);
  if (begun?.check) write('page.md', pageSource(begun.check));
  await writeGenerated();
  console.log('接下来：');
  for (const fault of checkFaults(await readCheckFolders())) console.log(`- ${fault}`);
  console.log('写好以后：npm run docs，再 npx jest test/checks。写法见 docs/adding-a-check.md。');
}

const { values, positionals } = parseArgs({
  options: { group: { type: 'string', default: '4' } },
  allowPositionals: true,
});
const [id = ''] = positionals;
const why = whyNotNew(id, values.group);
if (why === null) void newCheck(id, values.group);
else {
  console.error(why);
  process.exitCode = 1;
}
