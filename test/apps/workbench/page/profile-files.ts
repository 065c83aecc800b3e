import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axeFindings, openContext, visit, type Started } from './browser';
import type { Checks } from './checks';
import { button, paneReady, paneTab, saveBy } from './page-steps';

const COLUMNS = [{ heads: ['指标', '说明', '分数'], columns: { weight: [2, 0] } }];

const kept = (page: Page, key: string): Promise<unknown> =>
  page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? 'null') as unknown, key);

async function openExchange(page: Page): Promise<void> {
  await paneReady(page);
  await paneTab(page, /设置/).click();
  await button(page, '比较、另存和交换口径').click();
  await button(page, '从文件导入，或导出').click();
}

const chosenTitle = (page: Page): Promise<string> =>
  page.getByLabel('评分口径', { exact: true }).evaluate((select) => {
    const { options, selectedIndex } = select as HTMLSelectElement;
    return options[selectedIndex]?.text ?? '';
  });

const importFile = (page: Page, path: string): Promise<void> =>
  page.getByLabel('导入口径文件（.json）').setInputFiles(path);

/** A profile with the columns named on one computer is given to another, which keeps both. */
export async function profileFiles(
  started: Started,
  { check, same, comesTo }: Checks,
  folder: string,
): Promise<void> {
  const script = `localStorage.setItem('jixiao.columns', ${JSON.stringify(JSON.stringify(COLUMNS))});`;
  const county = await openContext(started.browser, { script });
  const { page: giver } = await visit(county, started.place.local);
  await openExchange(giver);
  same('exchange of profiles: axe', await axeFindings(giver), []);
  const given = await saveBy(giver, folder, () => button(giver, /^导出“/).click());
  const file = JSON.parse(readFileSync(given.path, 'utf8')) as Record<string, unknown>;
  same('the file carries the columns', file['columns'], COLUMNS);
  await county.close();

  const unit = await openContext(started.browser);
  const { page } = await visit(unit, started.place.local);
  await openExchange(page);
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, JSON.stringify({ ...file, columns: [{ heads: 1 }] }));
  await importFile(page, broken);
  await page
    .getByRole('alert')
    .getByText(/columns/)
    .waitFor();
  same('nothing of a file that is refused is kept', await kept(page, 'jixiao.profiles'), null);
  await importFile(page, given.path);
  await comesTo('the imported profile is chosen', () => chosenTitle(page), file['title']);
  same('its columns are kept', await kept(page, 'jixiao.columns'), COLUMNS);
  await page.reload();
  await openExchange(page);
  const offered = await page.getByLabel('评分口径', { exact: true }).innerText();
  check('it is offered the next time', offered.includes(String(file['title'])));
  await unit.close();
}
