import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import type { CellEdit } from '../../../src/model/edit';
import { cellName } from '../../../src/model/grid';
import type { CellValue } from '../../../src/model/snapshot';
import type { TestPage } from './page';
import { randomFrom, randomStep } from './random-steps';

/**
 * `tsx test/workbench/grid/run-grid.ts [sequences]`, after
 * `webpack --config test/workbench/grid/webpack.grid.config.js`: people's doings in the real grid, in
 * Chromium. What the grid told, put over the workbook that was opened, must be what the grid shows.
 */

const PAGE = join(__dirname, '..', '..', '..', 'dist', 'test-grid', 'page.html');
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

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { page: TestPage }).page.grid.commitTyping());
  await page.waitForTimeout(250);
}

async function main(): Promise<void> {
  if (!existsSync(PAGE)) throw new Error('build the page first');
  const sequences = Number(process.argv[2] ?? 20);
  const first = Number(process.argv[3] ?? 1);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
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
    await page.evaluate(() => {
      (window as unknown as { page: TestPage }).page.begin();
    });
    await page.waitForTimeout(120);
    await page.mouse.click(900, 500);
    const steps: string[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      steps.push(await randomStep(page, random));
      await page.waitForTimeout(40);
    }
    await settle(page);
    const wrong = differences(await toldIn(page), await shownIn(page));
    if (wrong.length > 0)
      problems.push(`seed ${String(seed)}: ${steps.join('; ')} → ${wrong.join('; ')}`);
  }
  await browser.close();
  for (const problem of problems) console.error(problem);
  console.log(
    `${String(sequences)} sequences of ${String(STEPS)} steps, ${String(problems.length)} problems`,
  );
  process.exitCode = problems.length > 0 ? 1 : 0;
}

void main();
