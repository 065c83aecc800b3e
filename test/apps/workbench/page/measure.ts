import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { momentName, type Moment } from '../../../../src/apps/workbench/books/moments';
import { openContext, openPage, SITE, startBrowser, type Started } from './browser';
import { manyRows, writePageFiles } from './page-files';
import { button, openFile, paneTab, score } from './page-steps';

/**
 * `tsx test/apps/workbench/page/measure.ts [--out FILE]` measures the built page and prints a table.
 * Nothing is asserted; what this computer does besides is in the numbers.
 */

const ROUNDS = 5;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

interface FirstVisit {
  readonly paint: number;
  readonly scored: number;
  readonly grid: number;
}

/** Milliseconds after the page was asked for. */
async function firstVisit(page: Page, address: string): Promise<FirstVisit> {
  await page.goto(address);
  const at = (): Promise<number> => page.evaluate(() => performance.now());
  const [scored, grid] = await Promise.all([
    button(page, '重新计算').waitFor().then(at),
    page.locator('[data-grid] canvas').first().waitFor().then(at),
  ]);
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
  return { paint, scored, grid };
}

const mediansOf = (visits: readonly FirstVisit[]): FirstVisit => ({
  paint: Math.round(median(visits.map(({ paint }) => paint))),
  scored: Math.round(median(visits.map(({ scored }) => scored))),
  grid: Math.round(median(visits.map(({ grid }) => grid))),
});

async function firstVisits(started: Started, address: string): Promise<Record<string, FirstVisit>> {
  const cold: FirstVisit[] = [];
  const warm: FirstVisit[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await openContext(started.browser);
    cold.push(await firstVisit(await context.newPage(), address));
    warm.push(await firstVisit(await context.newPage(), address));
    await context.close();
  }
  return { 'without cache': mediansOf(cold), 'with cache': mediansOf(warm) };
}

const LONG_TASKS = `
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longTasks.push(Math.round(entry.duration));
  }).observe({ type: 'longtask', buffered: true });
  for (const input of ['change', 'click', 'keydown'])
    addEventListener(input, () => { window.lastInput = performance.now(); }, true);
`;

const longTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));

/** Milliseconds from the last press or choice to what came of it, by the page's own timeline. */
async function answerTime(page: Page, moment: Moment): Promise<number> {
  const taken = await page.waitForFunction((name) => {
    const since = (window as unknown as { lastInput?: number }).lastInput ?? 0;
    const at = performance.getEntriesByName(name).at(-1)?.startTime ?? 0;
    return at > since ? at - since : null;
  }, momentName(moment));
  return Math.round((await taken.jsonValue()) ?? NaN);
}

interface EditTime {
  readonly rows: number;
  /** Milliseconds from the key until it is scored again; median. */
  readonly answered: number;
  /** Longest task of the page's own thread after the edits. */
  readonly longest: number;
  /** From the choice of the file until its sheet is drawn; from 写入 until it is written. */
  readonly drawn: number;
  readonly scored: number;
}

/** From the first blank score to the actual value of a row with a number for its target. */
const TO_ACTUAL = ['ArrowUp', 'ArrowLeft', 'ArrowLeft'];

async function editTimes(started: Started, rows: number, path: string): Promise<EditTime> {
  const { page, context } = await openPage(started, started.place.local, {
    empty: true,
    script: LONG_TASKS,
  });
  await openFile(page, path);
  const drawn = await answerTime(page, 'drawn');
  await score(page);
  const scored = await answerTime(page, 'scored');
  await paneTab(page, /^评分$/).click();
  const link = page
    .locator('.pane-slot')
    .getByRole('button', { name: /^G\d+$/ })
    .first();
  await link.click();
  await page.keyboard.press('Shift+F6');
  await page.waitForTimeout(300);
  for (const move of rows === 60 ? TO_ACTUAL.slice(1) : TO_ACTUAL) await page.keyboard.press(move);
  await longTasks(page);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.keyboard.type(String(round % 2));
    await page.keyboard.press('Enter');
    times.push(await answerTime(page, 'answered'));
    await page.keyboard.press('ArrowUp');
  }
  const longest = Math.max(0, ...(await longTasks(page)));
  await context.close();
  return { rows, answered: Math.round(median(times)), longest, drawn, scored };
}

async function heapOf(started: Started): Promise<number> {
  const { page, context } = await openPage(started, started.place.local);
  await button(page, '重新计算').waitFor();
  await page.waitForTimeout(1_500);
  const heap = await page.evaluate(() => {
    (window as unknown as { gc?: () => void }).gc?.();
    return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
  });
  await context.close();
  return Math.round(heap / 1024 / 1024);
}

const sizes = (): Record<string, number> =>
  Object.fromEntries(
    readdirSync(SITE)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [
        name.replace(/\..*$/, ''),
        Math.round(gzipSync(readFileSync(join(SITE, name)), { level: 9 }).length / 102.4) / 10,
      ]),
  );

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-measure-'));
  const started = await startBrowser();
  try {
    const { sixty } = writePageFiles(folder);
    const { local, file } = started.place;
    const measured = {
      'gzip KB': sizes(),
      'served, ms': await firstVisits(started, local),
      'one file, ms': await firstVisits(started, file),
      'edits, ms': [
        await editTimes(started, 60, sixty),
        await editTimes(started, 600, manyRows(folder, 600)),
        await editTimes(started, 5000, manyRows(folder, 5000)),
      ],
      'heap MB': await heapOf(started),
    };
    const text = JSON.stringify(measured, null, 2);
    console.log(text);
    const at = process.argv.indexOf('--out');
    const out = at < 0 ? undefined : process.argv[at + 1];
    if (out !== undefined) writeFileSync(out, text);
  } finally {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
