import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { contractFile } from '../../../hosts/contract-file';
import { CORRECTIONS, sheetWith } from '../../../support/corrections';
import { openPage, type Started } from './browser';
import type { Checks } from './checks';
import { button, openFile, paneTab, save } from './page-steps';

/** Every certain correction on the page: written by one press, taken back by 撤销, the file as it was. */
export async function takenBack(
  started: Started,
  { check }: Checks,
  folder: string,
): Promise<void> {
  for (const [at, [what, given, expected]] of CORRECTIONS.entries()) {
    const path = join(folder, `改正${String(at)}.xlsx`);
    const bytes = contractFile([sheetWith(given)]);
    writeFileSync(path, bytes);
    const visited = await openPage(started, started.place.local, { empty: true });
    const { page } = visited;
    await openFile(page, path);
    await paneTab(page, /^核查/).click();
    await page.getByRole('heading', { name: '核查结果' }).waitFor();
    if (expected.length === 0) {
      check(`${what}: nothing is written`, (await button(page, /^一键改好/).count()) === 0);
    } else {
      await correctAndUndo(page);
      const saved = await save(page, folder);
      check(`${what}: the file is what it was`, readFileSync(saved.path).equals(bytes));
    }
    await visited.context.close();
  }
}

async function correctAndUndo(page: Page): Promise<void> {
  await button(page, /^一键改好/).click();
  await button(page, /^写入改正/).click();
  await page.getByText(/^已改正 \d+ 格/).waitFor();
  await button(page, '撤销').first().click();
  await button(page, /^一键改好/).waitFor();
}
