import type { Locator, Page } from 'playwright-core';
import { rest } from '../../../support/rest';
import { openPage, type Started } from './browser';
import type { Checks } from './checks';
import { openFile, paneTab } from './page-steps';

/** How a person deals with what they see; every click and every key but those of words counts. */
interface Hands {
  readonly press: (what: Locator) => Promise<void>;
  /** To the next line of the list, opened. */
  readonly nextLine: () => Promise<void>;
  readonly write: (field: Locator, words: string) => Promise<void>;
  readonly steps: () => number;
}

export const REASON = '上游来水少，灌溉推迟两周';
export const WAIVER = '与主管部门商定';

const pane = (page: Page): Locator => page.locator('.pane-slot');
const lines = (page: Page): Locator => pane(page).getByRole('button', { name: /JX\d+ · / });

function mouse(page: Page): Hands {
  let count = 0;
  const press = async (what: Locator): Promise<void> => {
    count += 1;
    await what.click();
  };
  return {
    press,
    nextLine: () => press(lines(page).and(page.locator('[aria-expanded=false]')).first()),
    write: async (field, words) => {
      await press(field);
      await page.keyboard.type(words);
    },
    steps: () => count,
  };
}

function keyboard(page: Page): Hands {
  let count = 0;
  const key = async (name: string): Promise<void> => {
    count += 1;
    await page.keyboard.press(name);
  };
  const goTo = async (what: Locator): Promise<void> => {
    for (let tab = 0; tab < 80; tab += 1) {
      if (await what.evaluate((one) => one === document.activeElement)) return;
      await key('Tab');
    }
    throw new Error(`the Tab key does not come to ${String(await what.textContent())}`);
  };
  return {
    press: async (what) => {
      await goTo(what);
      await key('Enter');
    },
    nextLine: () => key('F8'),
    write: async (field, words) => {
      await goTo(field);
      await page.keyboard.type(words);
    },
    steps: () => count,
  };
}

/** Until the last press is answered: nothing is being written, and the list stands. */
async function answered(page: Page): Promise<void> {
  await pane(page).getByRole('progressbar').waitFor({ state: 'detached' });
  await rest(page, 0);
}

/** What the list says, whichever of its lines are opened. */
const listed = async (page: Page): Promise<string> =>
  (await lines(page).allInnerTexts()).join('\n');

interface Counted {
  readonly steps: number;
  readonly lines: number;
  /** Seconds in which the program worked and the person waited. */
  readonly waited: number;
  /** Lines dealt with one by one; those of them that took one press, and those that needed words. */
  readonly opened: number;
  readonly adopted: number;
  readonly written: number;
}

/** Writes the certain corrections, then deals with each line that is left, down to none. */
async function workOff(page: Page, hands: Hands): Promise<Counted> {
  const counted = {
    lines: await lines(page).count(),
    opened: 0,
    adopted: 0,
    written: 0,
    waited: 0,
  };
  const named = (name: RegExp): Locator => pane(page).getByRole('button', { name });
  const timed = async (work: () => Promise<void>): Promise<void> => {
    const began = Date.now();
    await work();
    await answered(page);
    counted.waited += Date.now() - began;
  };
  const act = async (name: RegExp): Promise<boolean> => {
    if ((await named(name).count()) === 0) return false;
    await timed(() => hands.press(named(name).first()));
    return true;
  };
  await act(/^一键改好/);
  await act(/^写入改正/);
  const done = pane(page).getByText('没有待处理的问题。');
  for (let round = 0; round < 12 && !(await done.isVisible()); round += 1) {
    const told = await listed(page);
    await timed(hands.nextLine);
    await named(/^忽略并说明$/).waitFor();
    counted.opened += 1;
    const reason = pane(page).getByLabel(/^偏差原因/);
    if (await act(/^(?:全部)?采用计算分/)) counted.adopted += 1;
    else if (await reason.count()) {
      counted.written += 1;
      await hands.write(reason, REASON);
      await act(/^写入（\d+ 处）$/);
    } else {
      counted.written += 1;
      await act(/^忽略并说明$/);
      await hands.write(pane(page).getByLabel(/^忽略的理由/), WAIVER);
      await act(/^忽略$/);
    }
    await timed(async () => {
      while ((await listed(page)) === told) await rest(page, 20);
    });
  }
  await done.waitFor();
  return { ...counted, waited: counted.waited / 1_000, steps: hands.steps() };
}

/** A form with 51 findings is worked off to none, by mouse and by keyboard, and what that takes is told. */
export async function workedOff(
  started: Started,
  { check, same }: Checks,
  form: string,
): Promise<void> {
  const most = { mouse: 19, keyboard: 45 };
  for (const [name, handsOf] of [
    ['mouse', mouse],
    ['keyboard', keyboard],
  ] as const) {
    const visited = await openPage(started, started.place.local, { empty: true });
    const { page } = visited;
    await openFile(page, form);
    await paneTab(page, /^核查/).click();
    await pane(page).getByText('待处理：错误', { exact: false }).waitFor();
    const told = await workOff(page, handsOf(page));
    same(`${name}: lines`, told.lines, 7);
    check(`${name}: ${String(told.steps)} steps`, told.steps <= most[name]);
    console.log(`51 findings by ${name}: ${JSON.stringify(told)}`);
    await visited.context.close();
    same(`${name}: nothing complains`, visited.complaints, []);
  }
}
