import type { Locator, Page } from 'playwright-core';
import { rest } from '../../../support/rest';
import { openPage, type Started } from './browser';
import type { Checks } from './checks';
import { chooseFiles, paneTab } from './page-steps';
import { REASON } from './work-off';

const pane = (page: Page): Locator => page.locator('.pane-slot');

/** Every 40 px from the top of the panel to its end. */
async function scrolledTo(page: Page): Promise<number[]> {
  const most = await pane(page)
    .locator('[data-scroll]')
    .evaluate((panel) => panel.scrollHeight - panel.clientHeight);
  return Array.from({ length: Math.floor(most / 40) + 1 }, (_, at) => at * 40).concat(most);
}

const scroll = (page: Page, top: number): Promise<void> =>
  pane(page)
    .locator('[data-scroll]')
    .evaluate((panel, to) => {
      panel.scrollTop = to;
    }, top);

/** Whether all four corners and the middle can be pressed: nothing lies over them, nothing cuts them. */
const isBare = (what: Locator): Promise<boolean> =>
  what.evaluate((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const across = [left + 3, (left + right) / 2, right - 3];
    const down = [top + 3, (top + bottom) / 2, bottom - 3];
    return across.every((x) =>
      down.every((y) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (one === hit || one.contains(hit));
      }),
    );
  });

/** Whether it stands wholly in what the panel shows. */
const isWhole = (what: Locator): Promise<boolean> =>
  what.evaluate((one) => {
    const room = one.closest('[data-scroll]')?.getBoundingClientRect();
    const { top, bottom } = one.getBoundingClientRect();
    return room !== undefined && top >= room.top && bottom <= room.bottom;
  });

/**
 * In a pane of 350 px: tabs, message and its 撤销 in sight wherever the panel is scrolled to, and the
 * button that writes a reason never covered, once the reason is being written.
 */
export async function inSight(
  started: Started,
  { check, same }: Checks,
  form: string,
): Promise<void> {
  for (const height of [720, 500, 400]) {
    const visited = await openPage(started, started.place.local, {
      empty: true,
      width: 350,
      height,
    });
    const { page } = visited;
    await chooseFiles(page, [form]);
    // The grid is drawn before it is hidden.
    await page.locator('[data-grid] canvas').first().waitFor();
    await rest(page, 600);
    await page.getByRole('tab', { name: '评分与核查' }).click();
    await paneTab(page, /^核查/).click();
    const button = (name: RegExp): Locator => pane(page).getByRole('button', { name }).first();
    const first = pane(page).locator('h3 button').first();
    const at = await first.evaluate((one) => {
      const slot = one.closest('.pane-slot')?.getBoundingClientRect();
      return slot ? (one.getBoundingClientRect().top - slot.top) / slot.height : 1;
    });
    if (height === 720)
      check(`the first finding stands at ${at.toFixed(2)} of the pane`, at < 1 / 3);
    const all = button(/^一键改好/);
    const tall = (await all.boundingBox())?.height;
    await all.click();
    await button(/^写入改正/).waitFor();
    same(`${String(height)} px high: not squeezed`, (await all.boundingBox())?.height, tall);
    await button(/^写入改正/).click();
    const strip = pane(page).getByRole('status').filter({ hasText: '改' }).first();
    await button(/^撤销$/).waitFor();
    const write = button(/^写入（\d+ 处）$/);
    for (let line = 0; line < 8 && !(await write.isVisible()); line += 1) {
      await page.keyboard.press('F8');
      await rest(page, 100);
    }
    await pane(page)
      .getByLabel(/^偏差原因/)
      .click();
    await page.keyboard.type(REASON);
    let seen = 0;
    const lost: string[] = [];
    for (const top of await scrolledTo(page)) {
      await scroll(page, top);
      for (const one of [paneTab(page, /^核查/), strip, button(/^撤销$/)]) {
        if (!(await isBare(one))) lost.push(`${String(await one.textContent())} at ${String(top)}`);
      }
      if (!(await isWhole(write))) continue;
      seen += 1;
      if (!(await isBare(write))) lost.push(`the button at ${String(top)}`);
    }
    same(`${String(height)} px high: covered`, lost, []);
    check(`${String(height)} px high: the button is seen`, seen > 0);
    await write.click();
    await button(/^撤销$/).waitFor();
    await visited.context.close();
    same(`${String(height)} px high: nothing complains`, visited.complaints, []);
  }
}
