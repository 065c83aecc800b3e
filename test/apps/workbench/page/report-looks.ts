import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { reporting as ENGLISH } from '../../../../src/texts/en/reporting';
import { workbench as ENGLISH_PAGE } from '../../../../src/texts/en/workbench';
import { reporting as CHINESE } from '../../../../src/texts/zh-CN/reporting';
import { workbench as CHINESE_PAGE } from '../../../../src/texts/zh-CN/workbench';
import { pane as ENGLISH_PANE } from '../../../../src/texts/en/pane';
import { pane as CHINESE_PANE } from '../../../../src/texts/zh-CN/pane';
import { rest } from '../../../support/rest';
import { axeFindings, openPage, sidewaysOf, type Started } from './browser';
import type { Checks } from './checks';
import { dropFiles, paneTab, type DroppedFile } from './page-steps';

interface Look {
  readonly language: 'zh-CN' | 'en';
  readonly colours: 'light' | 'dark' | 'forced';
  readonly width: number;
  readonly height: number;
}

/** A pane's width, a screen's, and a screen's at 200 %. */
const LOOKS: readonly Look[] = [
  { language: 'zh-CN', colours: 'light', width: 350, height: 780 },
  { language: 'en', colours: 'dark', width: 350, height: 780 },
  { language: 'zh-CN', colours: 'forced', width: 350, height: 780 },
  { language: 'zh-CN', colours: 'dark', width: 1440, height: 900 },
  { language: 'en', colours: 'light', width: 1440, height: 900 },
  { language: 'en', colours: 'forced', width: 1440, height: 900 },
  { language: 'zh-CN', colours: 'light', width: 720, height: 450 },
];

const WRONG = `一、基本情况
农村饮水安全巩固提升项目计划投资100万元，实际支出80万元，预算执行率为90%。
二、绩效
新建集中供水工程9处，更换智能水表4836只，验收合格率100%。
`;
const OTHER = '一、概况\n城市绿化工程按时完成。\n';
/** One that is found, one of nobody's, one that cannot be read, and some more. */
const MANY: readonly DroppedFile[] = [
  { name: '农村饮水安全巩固提升项目支出绩效自评报告（2023年度）.md', text: WRONG },
  { name: '城市绿化.txt', text: OTHER },
  { name: '断了的.docx', text: 'PK\u0003\u0004 cut off' },
  ...Array.from({ length: 9 }, (_, at) => ({ name: `报告${String(at)}.txt`, text: OTHER + WRONG })),
];

/** Every state of the tab of reports, as it looks and as axe sees it, colours included. */
export async function reportLooks(
  started: Started,
  checks: Checks,
  form: string,
  pictures: string | null,
): Promise<void> {
  for (const look of LOOKS) await oneLook(started, checks, form, pictures, look);
}

async function oneLook(
  started: Started,
  { same }: Checks,
  form: string,
  pictures: string | null,
  { language, colours, width, height }: Look,
): Promise<void> {
  const chinese = language === 'zh-CN';
  const [tab, page_, pane] = chinese
    ? [CHINESE, CHINESE_PAGE, CHINESE_PANE]
    : [ENGLISH, ENGLISH_PAGE, ENGLISH_PANE];
  const visited = await openPage(started, started.place.file, {
    ...{ language, width, height, dark: colours === 'dark' },
    preferences: { language },
  });
  const { page } = visited;
  if (colours === 'forced') await page.emulateMedia({ forcedColors: 'active' });
  const judge = async (state: string): Promise<void> => {
    await rest(page, 300);
    const what = `${state} ${language} ${colours} ${String(width)}`;
    if (pictures !== null) {
      mkdirSync(pictures, { recursive: true });
      const file = `${String(width)}-${colours}-${language}-${state}.png`;
      await page.screenshot({ path: join(pictures, file) });
    }
    same(`${what}: axe`, await axeFindings(page), []);
    same(`${what}: width`, await sidewaysOf(page), []);
  };
  const press = (name: string | RegExp) =>
    page
      .locator('.pane-slot')
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  const showPane = async (): Promise<void> => {
    if (width < 900) await page.getByRole('tab', { name: page_['workbench.half.pane'] }).click();
  };
  const toTab = async (): Promise<void> => {
    await showPane();
    await paneTab(page, new RegExp(`^${pane['pane.tab.report']}$`)).click();
    await page.locator('#report-heading').waitFor();
  };
  await page.locator('.pane-slot [data-home]').waitFor({ state: 'attached' });
  await toTab();
  await page.getByRole('article', { name: tab['reporting.paper'] }).waitFor();
  await judge('01-write');
  await press(new RegExp(tab['reporting.places'].replace('{count}', '\\d+')));
  await judge('02-places');
  await press(tab['reporting.places.next']);
  await judge('03-writing');
  await page.keyboard.type('由办公室汇总各科室的材料。');
  await page.keyboard.press('Control+Enter');
  await judge('04-written');

  await paneTab(page, new RegExp(`^${tab['reporting.face.verify']}$`)).click();
  await judge('05-verify');
  await dropFiles(page, [{ name: '自评报告.md', text: WRONG }]);
  await page.getByRole('table', { name: tab['reporting.facts'] }).waitFor();
  await judge('06-verified');
  await press(new RegExp(`^${tab['reporting.waive']}`));
  await judge('07-waiving');
  await page
    .getByRole('textbox', { name: tab['reporting.waive.reason'] })
    .fill('口径与表不同，已向财政说明。');
  await press(tab['reporting.waive.done']);
  await judge('08-waived');
  await page.getByRole('table', { name: tab['reporting.facts'] }).scrollIntoViewIfNeeded();
  await judge('09-facts');
  await dropFiles(page, [{ name: '断了的.docx', text: 'PK\u0003\u0004 cut off' }]);
  await page.getByText('断了的.docx').first().waitFor();
  await judge('10-failed');
  await dropFiles(page, MANY);
  const list = tab['reporting.many'].replace('{count}', String(MANY.length));
  await page.getByRole('table', { name: list }).waitFor();
  await page.getByRole('button', { name: '报告8.txt' }).waitFor();
  await judge('11-many');

  const openForm = async (): Promise<void> => {
    await dropFiles(page, [{ name: 'form.xlsx', path: form }]);
    await page.waitForFunction(() => document.title.startsWith('form.xlsx'));
    await page.locator('.pane-slot [data-home]').waitFor({ state: 'attached' });
  };
  await openForm();
  await toTab();
  await press(tab['reporting.joint']);
  await press(tab['reporting.joint.all']);
  await judge('12-joint');
  await closeAll(page, page_['workbench.closeNamed']);
  await dropFiles(page, MANY.slice(0, 2));
  await page.getByText('城市绿化.txt').waitFor();
  await judge('13-waiting');
  await openForm();
  await page.getByRole('table', { name: tab['reporting.many'].replace('{count}', '2') }).waitFor();
  await judge('14-paired');
  await visited.context.close();
  // The grid's own word while it is hidden behind the pane.
  const complaints = visited.complaints.filter((one) => !/column width is less/.test(one));
  same(`reports ${language} ${colours} ${String(width)}: nothing complains`, complaints, []);
}

/** Closes every file; what is not saved is lost. */
async function closeAll(page: Page, close: string): Promise<void> {
  const [begin = ''] = close.split('{');
  const closers = page.getByRole('button', { name: new RegExp(`^${begin}`) });
  for (let left = 5; left > 0 && (await closers.count()) > 0; left -= 1) {
    await closers.first().click();
  }
}
