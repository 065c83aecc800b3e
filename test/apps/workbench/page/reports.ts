import type { Page } from 'playwright-core';
import { axeFindings, openContext, visit, type Started } from './browser';
import type { Checks } from './checks';
import { button, paneReady, paneTab, saveBy } from './page-steps';

const SECTION = '下一步改进措施';
const WRITTEN = '明年提前招标，按月核对进度。';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '');

/** Notes every time something in the grid gets the focus, from the first moment of the page. */
const NOTE_GRID_FOCUS = `
  window.gridFocus = [];
  addEventListener('focusin', ({ target, relatedTarget }) => {
    if (relatedTarget && target.closest('[data-grid]')) gridFocus.push(relatedTarget.textContent);
  }, true);
`;

/** Goes by arrow keys from the tab that is shown to the one so named. */
async function tabByKeys(page: Page, name: RegExp, key: string): Promise<void> {
  const wanted = paneTab(page, name);
  for (let step = 0; step < 10; step += 1) {
    if ((await wanted.getAttribute('aria-selected')) === 'true') return;
    const before = await focused(page);
    await page.keyboard.press(key);
    // A press before the last one was answered would go past the tab.
    await page.waitForFunction(
      (text) =>
        document.activeElement?.textContent !== text &&
        document.activeElement?.getAttribute('aria-selected') === 'true',
      before,
    );
  }
}

/** A report is written for the example, saved, and held against its table, by keys alone. */
export async function reports(
  started: Started,
  { check, same, comesTo }: Checks,
  folder: string,
): Promise<void> {
  const context = await openContext(started.browser, { script: NOTE_GRID_FOCUS });
  // The grid comes when the keyboard is already elsewhere: drawing it must leave it there.
  let letGridCome = (): void => undefined;
  const atWork = new Promise<void>((resolve) => {
    letGridCome = resolve;
  });
  await context.route(/\/grid\..*\.js$/, async (route) => {
    await atWork;
    await route.continue();
  });
  const visited = await visit(context, started.place.local, 'commit');
  const { page } = visited;
  await paneTab(page, /^评分$/).focus();
  letGridCome();
  await paneReady(page);
  await tabByKeys(page, /^报告$/, 'ArrowRight');
  const paper = page.getByRole('article', { name: '报告预览' });
  await paper.waitFor();
  same('the tab has the focus still', await focused(page), '报告');
  same('写报告: axe', await axeFindings(page), []);

  await button(page, `改写：${SECTION}`).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: `${SECTION}（一行一段）` }).waitFor();
  same('a section being written: axe', await axeFindings(page), []);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(WRITTEN);
  await page.keyboard.press('Control+Enter');
  const section = paper.getByRole('region', { name: SECTION });
  await section.getByText(WRITTEN).waitFor();
  check('it is marked as written', await section.getByText('您写的').isVisible());

  const next = button(page, '去下一处');
  for (let left = 40; left > 0 && (await next.count()) > 0; left -= 1) {
    await next.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: /（一行一段）$/ }).waitFor();
    await page.keyboard.type('由办公室汇总各科室的材料');
    await page.keyboard.press('Control+Enter');
  }
  check('no place waits', await page.getByText('正文里没有待补充、待核对的地方。').isVisible());

  await button(page, '存为 Word（.docx）').focus();
  const { name, path } = await saveBy(page, folder, () => page.keyboard.press('Enter'));
  check('the report is named after the table', name.endsWith('-自评报告.docx'), name);
  await page.getByText(`已存为“${name}”。`).waitFor();

  await paneTab(page, /^写报告$/).focus();
  await tabByKeys(page, /^核对报告$/, 'ArrowRight');
  await page.keyboard.press('Tab');
  await comesTo('the next stop is the choice of a report', () => focused(page), '选择报告…');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ]);
  await chooser.setFiles(path);
  const facts = page.getByRole('table', { name: '与表对照' });
  await facts.waitFor();
  const verdicts = (mark: string) => facts.getByRole('cell', { name: mark, exact: true }).count();
  check('the facts of its table are told alike', (await verdicts('一致')) > 5);
  same('and none otherwise', await verdicts('不一致'), 0);
  // What the form has wrong stands marked in its tables until the form is put right.
  const told = page.getByRole('region', { name: '问题' });
  same('no error is found', await told.getByText(/^错误 0，/).count(), 1);
  same(
    'what is found waits in its tables',
    await told.getByText(/^第 \d+ 段：“[^。]*\|.*【待核对/).count(),
    3,
  );
  same('核对报告: axe', await axeFindings(page), []);
  same('the grid took no focus from another', await page.evaluate('gridFocus'), []);
  await context.close();
  same('reports: nothing complains', visited.complaints, []);
}
