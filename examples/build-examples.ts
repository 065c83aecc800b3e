import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE_FORMS } from './example-forms';
import { writeForm } from './form-writer';

/** `tsx examples/build-examples.ts` writes the example workbooks; `--check` says whether they are current. */
const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [name, form] of Object.entries(EXAMPLE_FORMS)) {
  const path = join(__dirname, name);
  const bytes = writeForm(form());
  if (check) {
    if (!readFileSync(path).equals(bytes)) stale.push(name);
  } else {
    writeFileSync(path, bytes);
  }
}
for (const name of stale) {
  console.error(`${name} is not what build-examples.ts writes; run npm run examples`);
}
process.exitCode = stale.length > 0 ? 1 : 0;
