import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import type { CellEdit } from '../../../../src/model/edit';
import { cellName } from '../../../../src/model/grid';
import type { CellValue } from '../../../../src/model/snapshot';
import type { TestPage } from './page';
import { randomFrom, randomStep } from './random-steps';
import { chromiumPath } from '../../../support/chromium';
import { PATIENCE_MS, rest } from '../../../support/rest';

/**
 * `npm run test:grid -- --sequences 20 --report FILE` builds the page and walks through it: people's doings in the real grid, in
 * Chromium. What the grid told, put over the workbook that was opened, must be what the grid shows.
 */

const PAGE = join(__dirname, '..', '..', '..', '..', 'dist', 'test-grid', 'page.html');
const STEPS = 6;

interface Shown {
  readonly value: CellValue;
  readonly formula: string | null;
}

type Told = Readonly<Record<string, Shown>>;

/** Address → content, for every cell that is not empty. */
async function shownIn(page: Page): Promise<Told> {
  return page.evaluate(() => (window as unknown as { page: TestPage }).page.shown());
}

async function toldIn(page: Page): Promise<Told> {
  const { edits, original } = await page.evaluate(() => {
    const { edits: told, original: first } = (window as unknown as { page: TestPage }).page;
    return { edits: told, original: first() };
  });
  const cells: Record<string, Shown> = { ...original };
  for (const { sheetId, cell, value, formula } of edits as readonly CellEdit[]) {
    const key = `${sheetId}!${cellName(cell)}`;
    if (value === null && formula === null) Reflect.deleteProperty(cells, key);
    else cells[key] = { value, formula };
  }
  return cells;
}

function differences(told: Told, shown: Told): readonly string[] {
  const keys = new Set([...Object.keys(told), ...Object.keys(shown)]);
  return [...keys]
    .filter((key) => JSON.stringify(told[key] ?? null) !== JSON.stringify(shown[key] ?? null))
    .map((key) => `${key}: told ${JSON.stringify(told[key])}, shows ${JSON.stringify(shown[key])}`);
}

/** Opens the small workbook anew and clicks into it, again while it is not drawn yet and hears nothing. */
async function begin(page: Page): Promise<void> {
  await page.evaluate(() => {
    (window as unknown as { page: TestPage }).page.begin();
  });
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await rest(page, 100);
    await page.mouse.click(900, 500);
    await rest(page, 80);
    if (await page.evaluate(() => document.activeElement?.matches('[contenteditable]'))) return;
  }
  throw new Error('the grid never heard a click');
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { page: TestPage }).page.grid.commitTyping());
  await rest(page, 250);
}

type Case = readonly [name: string, walk: (page: Page) => Promise<string | null>];

const pageOf = <T>(page: Page, expression: string): Promise<T> => page.evaluate<T>(expression);

/** Doings with one right outcome: null where it came, else what came instead. */
const CASES: readonly Case[] = [
  [
    'a composed Chinese text is one edit',
    async (page) => {
      const input = await page.context().newCDPSession(page);
      await input.send('Input.imeSetComposition', {
        text: 'shui',
        selectionStart: 4,
        selectionEnd: 4,
      });
      await rest(page, 80);
      await input.send('Input.insertText', { text: '水质' });
      await rest(page, 80);
      await page.keyboard.press('Enter');
      await settle(page);
      const told = await pageOf<CellEdit[]>(page, 'window.page.edits');
      const typed = told.filter(({ formula }) => formula === null);
      return typed.length === 1 && typed[0]?.value === '水质' ? null : JSON.stringify(told);
    },
  ],
  [
    'bold type is refused',
    async (page) => {
      await page.keyboard.press('Control+b');
      await settle(page);
      const refused = await pageOf<{ reason: string }[]>(page, 'window.page.refused');
      const told = await pageOf<CellEdit[]>(page, 'window.page.edits');
      return refused.some(({ reason }) => reason === 'format') && told.length === 0
        ? null
        : JSON.stringify({ refused, told });
    },
  ],
  [
    'what is being typed outlives an update from outside',
    async (page) => {
      await page.keyboard.type('正在');
      await pageOf(page, "window.page.grid.update('a', window.page.small())");
      await page.keyboard.type('打字');
      await page.keyboard.press('Enter');
      await settle(page);
      const told = await pageOf<CellEdit[]>(page, 'window.page.edits');
      return told.some(({ value }) => value === '正在打字') ? null : JSON.stringify(told);
    },
  ],
  [
    'the selected cell is said, in a live region and as the name of the canvas',
    async (page) => {
      await page.mouse.click(100, 100);
      await rest(page, 300);
      const said = await pageOf<(string | null)[]>(
        page,
        `[
          document.querySelector('[data-grid-selection][aria-live]')?.textContent ?? null,
          document.querySelector('canvas[aria-label]')?.getAttribute('aria-label') ?? null,
        ]`,
      );
      return said.every((text) => text === 'A2 指标') ? null : JSON.stringify(said);
    },
  ],
  [
    'the language chosen last is spoken, though another is still being loaded',
    async (page) => {
      await pageOf(
        page,
        "(window.page.grid.setLanguage('en'), window.page.grid.setLanguage('zh-CN'))",
      );
      await rest(page, 1_000);
      await page.mouse.click(100, 100, { button: 'right' });
      await rest(page, 400);
      const said = await pageOf<string>(page, 'document.body.innerText');
      await page.keyboard.press('Escape');
      return said.includes('复制') && !said.includes('Copy') ? null : said.slice(0, 200);
    },
  ],
  [
    'a book opened behind another leaves the keys with the one that is shown',
    async (page) => {
      await pageOf(page, "window.page.grid.open('b', window.page.small())");
      await page.mouse.click(100, 100);
      await rest(page, 300);
      await page.keyboard.press('Delete');
      await page.keyboard.type('只在甲');
      await page.keyboard.press('Enter');
      await settle(page);
      const edited = await pageOf<string[]>(page, 'window.page.edited');
      const told = await pageOf<CellEdit[]>(page, 'window.page.edits');
      await pageOf(page, "window.page.grid.close('b')");
      const right = edited.length > 0 && edited.every((book) => book === 'a');
      const deleted = told[0]?.value === null;
      const typed = told.some(({ value }) => value === '只在甲');
      return right && deleted && typed ? null : JSON.stringify({ edited, told });
    },
  ],
];

async function oneByOne(page: Page): Promise<{ count: number; problems: string[] }> {
  const problems: string[] = [];
  for (const [name, walk] of CASES) {
    await begin(page);
    const wrong = await walk(page);
    if (wrong !== null) problems.push(`${name}: ${wrong}`);
  }
  return { count: CASES.length, problems };
}

async function main(): Promise<void> {
  if (!existsSync(PAGE)) throw new Error('build the page first');
  const { values } = parseArgs({
    options: {
      sequences: { type: 'string', default: '20' },
      first: { type: 'string', default: '1' },
      report: { type: 'string' },
    },
  });
  const sequences = Number(values.sequences);
  const first = Number(values.first);
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(PATIENCE_MS);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(`console: ${line.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) {
      problems.push(`asked for ${request.url()}`);
    }
  });
  await page.goto(pathToFileURL(PAGE).href);
  await page.waitForFunction('window.page');
  for (let seed = first; seed < first + sequences; seed += 1) {
    const random = randomFrom(seed * 7919);
    await begin(page);
    const steps: string[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      steps.push(await randomStep(page, random));
      await rest(page, 40);
    }
    await settle(page);
    const wrong = differences(await toldIn(page), await shownIn(page));
    if (wrong.length > 0)
      problems.push(`seed ${String(seed)}: ${steps.join('; ')} → ${wrong.join('; ')}`);
  }
  const shared = await oneByOne(page);
  problems.push(...shared.problems);
  await browser.close();
  const failed = Math.min(problems.length, sequences + shared.count);
  if (values.report !== undefined) {
    const passed = sequences + shared.count - failed;
    writeFileSync(values.report, JSON.stringify({ passed, failed, failures: problems }));
  }
  for (const problem of problems) console.error(problem);
  console.log(
    `${String(sequences)} sequences of ${String(STEPS)} steps, ${String(problems.length)} problems`,
  );
  process.exitCode = problems.length > 0 ? 1 : 0;
}

void main();
