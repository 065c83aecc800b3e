import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { createFileHost } from '../../src/hosts/file/file-host';
import { isFailure } from '../../src/model/failure';
import { outlineFaults } from './outline-faults';

/** `npm run outlines -- FOLDER…` says what is wrong with the outlines of every workbook under the folders. */
const workbooksUnder = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => workbooksUnder(join(path, name)))
    : /\.xlsx?$/.test(path)
      ? [path]
      : [];

async function main(): Promise<void> {
  let tables = 0;
  let wrong = 0;
  for (const path of process.argv.slice(2).flatMap(workbooksUnder)) {
    try {
      const host = await createFileHost(new Uint8Array(readFileSync(path)));
      const { tables: results } = evaluate(await host.read(), DEFAULT_OPTIONS);
      for (const result of results) {
        const faults = outlineFaults(result);
        tables += 1;
        if (faults.length > 0) wrong += 1;
        for (const fault of faults)
          console.log(`${basename(path)} ${result.table.sheet}: ${fault}`);
      }
    } catch (reason) {
      if (!isFailure(reason)) throw reason;
    }
  }
  console.log(`${String(tables)} outlines, ${String(wrong)} with faults`);
}

void main();
