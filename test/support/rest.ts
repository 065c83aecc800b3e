import type { Frame, Page } from 'playwright-core';

/** How long anything may take before a page test gives up: a loaded machine is slow, not wrong. */
export const PATIENCE_MS = 120_000;

/** Some pages are never idle, as one that draws without end: they are left to it after so long. */
const NEVER_IDLE_MS = 2_000;

/** Waits so long, and then until the page has nothing left to do. */
export async function rest(page: Page | Frame, ms: number): Promise<void> {
  await page.waitForTimeout(ms);
  await page.evaluate(
    (timeout) =>
      new Promise<void>((done) => {
        requestIdleCallback(() => done(), { timeout });
      }),
    NEVER_IDLE_MS,
  );
}
