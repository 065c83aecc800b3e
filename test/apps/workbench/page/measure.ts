import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openContext, openPage, SITE, startBrowser, type Started } from './browser';
import { manyRows, writePageFiles } from './page-files';
import { button, openFile, paneTab, score, writtenScore } from './page-steps';

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
  window.untilChanged = async (old) => {
    const began = performance.now();
    for (;;) {
      const shown = document.querySelector('.pane-slot article dd')?.textContent;
      const taken = performance.now() - began;
      if (shown !== old) return taken;
      if (taken > 10000) return -1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
`;

const longTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));

interface EditTime {
  readonly rows: number;
  /** Milliseconds from the key to the new score on the page; medians. */
  readonly recalculated: number;
  /** Longest task of the page's own thread after the edits. */
  readonly longest: number;
  readonly open: number;
  readonly score: number;
}

/** From the first blank score to the actual value of a row with a number for its target. */
const TO_ACTUAL = ['ArrowUp', 'ArrowLeft', 'ArrowLeft'];

async function editTimes(started: Started, rows: number, path: string): Promise<EditTime> {
  const { page, context } = await openPage(started, started.place.local, {
    empty: true,
    script: LONG_TASKS,
  });
  const now = (): number => Date.now();
  const began = now();
  await openFile(page, path);
  const open = now() - began;
  const scoring = now();
  await score(page);
  const scoreTime = now() - scoring;
  await page.waitForTimeout(2_000);
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
    const before = await writtenScore(page);
    await page.keyboard.press('Shift+F6');
    await page.waitForTimeout(300);
    await page.keyboard.type(String(round % 2));
    const changed = page.evaluate(
      (old) =>
        (window as unknown as { untilChanged: (old: string) => Promise<number> }).untilChanged(old),
      before,
    );
    await page.keyboard.press('Enter');
    times.push(await changed);
    await page.waitForTimeout(1_000);
    await page.keyboard.press('ArrowUp');
  }
  const longest = Math.max(0, ...(await longTasks(page)));
  await context.close();
  return { rows, recalculated: Math.round(median(times)), longest, open, score: scoreTime };
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
