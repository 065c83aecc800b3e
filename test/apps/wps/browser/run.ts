import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import type { ProbeReport } from '../../../../src/apps/wps/probe/run-probe';
import { packageProblems } from '../check-bundles';
import { becomeOldEngine } from './old-engine';
import { serve } from './serve';
import { runWebpack } from '../../../../build/run-webpack';
import { chromiumPath } from '../../../support/chromium';
import { rest } from '../../../support/rest';

/**
 * `tsx test/apps/wps/browser/run.ts [FOLDER]` checks dist/wps (npm run build:wps): what its scripts are
 * made of, and the whole add-in in a browser that was made as old as Chromium 80, over the stand-in
 * for WPS. Pictures go to FOLDER.
 */

const DIST = join(__dirname, '..', '..', '..', '..', 'dist', 'wps');
const WIDTHS = [320, 350];

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>WPS</title>
<style>body{margin:0;display:flex;justify-content:flex-end}iframe{border:0;height:100vh}</style>
<body><script src="stand-in.js"></script></body></html>`;

/** Goes into every frame of the add-in before its own scripts. */
const IN_FRAMES = `
  if (window !== window.top) {
    var __name = function (given) { return given; };
    (${becomeOldEngine.toString()})();
    window.Application = window.top.desktop.application;
  }`;

const problems: string[] = [];
let checks = 0;

function check(holds: boolean, what: string): void {
  checks += 1;
  if (holds) return;
  problems.push(what);
  console.error(`FAILED: ${what}`);
}

function equal(found: unknown, expected: unknown, what: string): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  check(one === other, `${what}: ${one} is not ${other}`);
}

interface Opened {
  readonly page: Page;
  readonly asked: string[];
  readonly errors: string[];
}

/** Asks the window of WPS; the answer is JSON. */
const ask = <T>(page: Page, expression: string): Promise<T> =>
  page.evaluate<T>(`window.desktop.${expression}`);

async function open(browser: Browser, base: string, width: number, query = ''): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 720 } });
  const page = await context.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('dialog', (dialog) => {
    asked.push(`dialog: ${dialog.message()}`);
    void dialog.accept();
  });
  await page.addInitScript({ content: IN_FRAMES });
  await page.goto(`${base}wps.html${query}`);
  await page.waitForFunction('window.desktop && window.desktop.ready()');
  return { page, asked, errors };
}

/** Asks again and again, for ten seconds at most. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('what was waited for did not come');
}

/** A frame's address is known to the driver a little after the page has the frame. */
const paneOf = async (page: Page, name: string): Promise<Frame> => {
  const found = (): Frame | undefined => page.frames().find((one) => one.url().endsWith(name));
  await until(() => Promise.resolve(found() !== undefined));
  const frame = found();
  if (!frame) throw new Error(`no pane ${name}`);
  await frame.waitForLoadState();
  return frame;
};

const press = (page: Page, id: string): Promise<unknown> =>
  ask(page, `press(${JSON.stringify(id)})`);

const button = (frame: Frame, name: string | RegExp) => frame.getByRole('button', { name });
const tab = (frame: Frame, name: RegExp) => frame.getByRole('tab', { name });

const cells = (page: Page, ...names: readonly string[]): Promise<unknown[]> =>
  ask(page, `cells(${JSON.stringify(names)})`);

async function ribbon({ page }: Opened, base: string): Promise<void> {
  equal(
    await ask(page, 'callbacks()'),
    ['OnAddinLoad', 'OnAddInLoad', 'OnAction', 'GetImage'].map(() => 'function'),
    'callbacks',
  );
  equal(await ask(page, 'loaded()'), [true, true], 'OnAddinLoad answers at once');
  for (const id of [
    'scoreWorkbook',
    'recalculateWorkbook',
    'showFindings',
    'nextFinding',
    'previousFinding',
    'togglePane',
    'probe',
  ]) {
    const image = await ask<string>(page, `image(${JSON.stringify(id)})`);
    const { status } = await fetch(`${base}${image}`);
    equal(status, 200, image);
  }
}

/** Writes what the preview shows; a click sooner would count as the rest of a double click. */
async function write(pane: Frame): Promise<void> {
  await button(pane, '写入').waitFor();
  await rest(pane, 700);
  await button(pane, '写入').click();
  await button(pane, '重新计算').waitFor();
}

/** Scoring a form from the ribbon's button to the marks, and every way back. */
async function scoring(opened: Opened, picture: (name: string) => Promise<unknown>): Promise<void> {
  const { page, asked } = opened;
  const before = await cells(page, 'G7', 'G8', 'H8', 'G11');
  equal(await press(page, 'scoreWorkbook'), true, 'the ribbon is answered at once');
  const pane = await paneOf(page, 'taskpane.html');
  await button(pane, '写入').waitFor();
  await picture('preview');
  equal(await cells(page, 'G8'), [null], 'nothing is written before consent');
  const loaded = asked.length;
  await write(pane);
  await picture('scored');
  equal(await cells(page, 'G8'), [30], 'the blank score is filled');
  equal(await cells(page, 'G7'), [20], 'a person’s score stays');
  equal(await ask(page, 'sheets()'), ['附表', '核查清单', '汇总表', '自评报告提纲'], 'sheets');
  check((await ask<number>(page, 'notes()')) > 0, 'notes are there');
  check((await ask<number>(page, 'fills()')) > 0, 'fills are there');
  equal(await ask(page, 'charts()'), ['各级指标分值与复算得分'], 'the chart');
  equal(await ask(page, 'parts()'), 1, 'the ledger');

  await press(page, 'showFindings');
  await pane.getByRole('tab', { name: /^核查/, selected: true }).waitFor();
  await picture('findings');
  const shown = pane.locator('#panel h3 button[aria-expanded=true]');
  await press(page, 'nextFinding');
  await shown.first().waitFor();
  equal(await shown.count(), 1, 'the ribbon opens the first finding');
  await press(page, 'recalculateWorkbook');
  await pane.getByText('得分和标注都是最新的').waitFor();

  await tab(pane, /^输出/).click();
  await picture('output');
  await button(pane, '存为文件').click();
  equal(await ask(page, 'saved()'), ['C:\\下载\\附表.xlsx.json'], 'the exported file');

  await tab(pane, /^设置/).click();
  await picture('settings');
  await button(pane, '撤销本次评分').click();
  await pane.getByText('已撤销').first().waitFor();
  equal(await cells(page, 'G7', 'G8', 'H8', 'G11'), before, 'undone');
  equal(await ask(page, 'sheets()'), ['附表'], 'undone sheets');
  equal(await ask(page, 'notes()'), 0, 'undone notes');
  equal(await ask(page, 'fills()'), 0, 'undone fills');

  await rest(pane, 700);
  await button(pane, '一键评分').click();
  await write(pane);
  await tab(pane, /^设置/).click();
  await pane.getByRole('checkbox', { name: '编辑后自动重算' }).check();
  await ask(page, 'edit("E8", "49%")');
  await until(async () => (await cells(page, 'G8'))[0] === 15);
  check(true, 'recalculated by itself after an edit');
  await pane.getByRole('checkbox', { name: '编辑后自动重算' }).uncheck();
  await button(pane, '清除标记').click();
  await button(pane, '确定清除').click();
  await pane.getByText('标记和工作表已清除').first().waitFor();
  equal(await ask(page, 'sheets()'), ['附表'], 'cleared sheets');
  equal(await ask(page, 'notes()'), 0, 'cleared notes');
  equal(await cells(page, 'G8'), [15], 'cleared marks leave the scores');

  await button(pane, '收起窗格').click();
  equal(await ask(page, 'shownPanes()'), [], 'the pane hides itself');
  await press(page, 'togglePane');
  equal(await ask(page, 'shownPanes()'), ['taskpane.html'], 'and comes back');
  await ask(page, 'openAnother()');
  await tab(pane, /^识别/).click();
  await pane.getByText('没有找到自评表').waitFor();
  check(true, 'the pane follows the workbook in front');
  equal(
    asked.slice(loaded).filter((one) => !one.startsWith('dialog:')),
    [],
    'nothing is fetched',
  );
}

/** WPS draws a bar of its own over the top of a pane: nothing to click may stand there. */
const COVERED = 40;

async function topIsBare(pane: Frame, where: string): Promise<void> {
  const covered = await pane.evaluate(
    (below) =>
      [...document.querySelectorAll('button, a[href], input, select, textarea, [role=tab]')]
        .filter((one) => {
          const { top, width, height } = one.getBoundingClientRect();
          return width > 0 && height > 0 && top + scrollY < below;
        })
        .map((one) => one.textContent),
    COVERED,
  );
  equal(covered, [], `${where}: nothing to click in the top ${COVERED} px`);
}

async function probing(
  { page }: Opened,
  picture: (name: string) => Promise<unknown>,
): Promise<void> {
  const before = await ask(page, 'everything()');
  await press(page, 'probe');
  const pane = await paneOf(page, 'probe.html');
  await picture('probe');
  await button(pane, '开始检测').click();
  await pane.getByText(/^符合 \d+ 项/).waitFor();
  await picture('probe-done');
  const json = await pane.getByRole('textbox').inputValue();
  const report = JSON.parse(json) as ProbeReport;
  console.log(
    report.cases.map(({ id, held, error }) => `${id}=${error ?? String(held)}`).join('\n'),
  );
  equal(report.scratch.refused, null, 'a new workbook');
  equal(
    [report.scratch.closed, report.scratch.booksAfter],
    [true, report.scratch.booksBefore],
    'closed',
  );
  equal(await ask(page, 'everything()'), before, 'the person’s workbook is as it was');
  const needed = [
    'engine',
    'program',
    'misspelt',
    'panes',
    'storage',
    'switches',
    'file-text',
    'empty-sheet',
    'shape-block',
    'error-values',
    'text-stays',
    'apostrophe',
    'sheets',
    'custom-xml',
    'protected-write',
    'hidden-rows',
    'chart',
    'activate-event',
    'merge-mixed',
    'colour',
    'note-twice',
    'events-on',
    'events-off',
    'host-read',
    'host-values',
    'host-text',
    'host-refuses',
    'host-scoring',
    'host-undo',
    'host-events',
  ];
  for (const id of needed) equal(report.cases.find((one) => one.id === id)?.held, true, id);
  await button(pane, '保存结果').click();
  check(
    (await ask<string[]>(page, 'saved()')).includes('C:\\下载\\jixiao-wps-probe.json'),
    'saved',
  );
}

async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? 'jixiao-out/wps');
  mkdirSync(folder, { recursive: true });
  for (const problem of packageProblems(DIST)) check(false, problem);
  const out = mkdtempSync(join(tmpdir(), 'wps-stand-in-'));
  if (!runWebpack(['test-wps'], out)) throw new Error('the stand-in could not be built');
  const standIn = readFileSync(join(out, 'stand-in.js'), 'utf8');
  const served = await serve(DIST, { 'wps.html': () => PAGE, 'stand-in.js': () => standIn });
  const { base } = served;
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--allow-file-access-from-files'],
  });
  for (const width of WIDTHS) {
    const opened = await open(browser, base, width);
    const picture = async (name: string): Promise<void> => {
      await opened.page.screenshot({ path: join(folder, `${name}-${width}.png`) });
      await topIsBare(await paneOf(opened.page, 'taskpane.html'), `${name}-${width}`);
    };
    await ribbon(opened, base);
    await scoring(opened, picture);
    await ended(opened, base);
    await opened.page.context().close();
  }
  const opened = await open(browser, base, 460);
  await probing(opened, (name) => opened.page.screenshot({ path: join(folder, `${name}.png`) }));
  await ended(opened, base);
  await opened.page.context().close();
  await offline(browser, standIn);
  await browser.close();
  served.close();
  console.log(`wps: ${checks} checks, ${problems.length} problems; pictures in ${folder}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

/** No error, nothing used that WPS lacks, no request to anywhere else. */
async function ended({ page, asked, errors }: Opened, base: string): Promise<void> {
  equal(errors, [], 'errors');
  const misused = await Promise.all(
    page.frames().map((frame) => frame.evaluate<string[]>('window.misused || []')),
  );
  equal(misused.flat(), [], 'used though WPS lacks it');
  const elsewhere = asked.filter((url) => !url.startsWith(base) && !url.startsWith('dialog:'));
  equal(elsewhere, [], 'requests');
}

/** The offline package: pages opened from a folder. */
async function offline(browser: Browser, standIn: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 350, height: 720 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.addInitScript({
    content: `${standIn};window.Application = window.desktop.application;`,
  });
  await page.goto(pathToFileURL(join(DIST, 'taskpane.html')).href);
  await page.getByText('找到 1 张自评表').waitFor();
  check(
    asked.every((url) => url.startsWith('file:')),
    'an offline page reads its own folder only',
  );
  await page.context().close();
}

void main();
