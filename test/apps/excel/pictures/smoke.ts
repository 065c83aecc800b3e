import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../../support/chromium';
import { paneProblems } from '../check-bundles';
import { PATIENCE_MS } from '../../../support/rest';

/**
 * `tsx test/apps/excel/pictures/smoke.ts` opens the built add-in page in a browser without Excel: `Office` is a
 * stand-in that says that nothing is supported. The page must run, associate all commands and
 * functions, and say in words that this Excel is too old; an old webview must be sent to the
 * upgrade page, and one that is only behind gets what it lacks from the page.
 */

const FOLDER = join(__dirname, '..', '..', '..', '..', 'dist', 'pane');
const OFFICE = `
  window.seen = { actions: [], functions: [] };
  window.Office = {
    onReady: () => Promise.resolve({ host: 'Excel' }),
    actions: { associate: (name) => window.seen.actions.push(name) },
    addin: { showAsTaskpane: () => Promise.resolve() },
    context: {
      displayLanguage: 'LANGUAGE',
      document: { url: 'C:\\\\表\\\\附表.xlsx' },
      requirements: { isSetSupported: () => false },
    },
  };
  window.CustomFunctions = { associate: (id) => window.seen.functions.push(id) };
`;

interface Seen {
  readonly actions: readonly string[];
  readonly functions: readonly string[];
}

/** The commands that the built shortcuts name: the ribbon's and those that have keys only. */
function commands(): readonly string[] {
  const { actions } = JSON.parse(readFileSync(join(FOLDER, 'shortcuts.json'), 'utf8')) as {
    readonly actions: readonly { readonly id: string }[];
  };
  return actions.map(({ id }) => id);
}

/** Run in the page before its scripts: what came after the first WebView2 is not there. */
function becomeOldWebView(): void {
  const lists: object[] = [Array.prototype, String.prototype];
  lists.push(Object.getPrototypeOf(Uint8Array.prototype) as object);
  const newer = ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'];
  for (const list of lists) for (const name of newer) Reflect.deleteProperty(list, name);
  for (const name of ['hasOwn', 'groupBy']) Reflect.deleteProperty(Object, name);
  for (const name of ['withResolvers', 'try']) Reflect.deleteProperty(Promise, name);
  for (const name of ['structuredClone', 'Iterator']) Reflect.deleteProperty(window, name);
}

async function main(): Promise<void> {
  const served = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    try {
      const types = { html: 'text/html', js: 'text/javascript' } as const;
      const type = name.endsWith('.js') ? types.js : types.html;
      const content = readFileSync(join(FOLDER, name));
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    served.listen(0, '127.0.0.1', resolve);
  });
  const address = served.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox'],
  });
  const problems: string[] = paneProblems(FOLDER);
  const visit = async (
    language: string,
    agent: string | null,
    expected: string,
    before: () => void = () => undefined,
  ) => {
    const context = await browser.newContext(agent === null ? {} : { userAgent: agent });
    const page = await context.newPage();
    await page.addInitScript(before);
    page.on('pageerror', (error) => problems.push(error.message));
    const asked: string[] = [];
    await page.route(/^https:/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({
        contentType: 'text/javascript',
        body: OFFICE.replace('LANGUAGE', language),
      });
    });
    await page.goto(`http://127.0.0.1:${String(port)}/taskpane.html`);
    try {
      await page.getByText(expected).first().waitFor({ timeout: PATIENCE_MS });
    } catch {
      problems.push(`“${expected}” is not shown: ${(await page.innerText('body')).slice(0, 200)}`);
    }
    if (agent === null) {
      const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
      const unheard = commands().filter((name) => !seen.actions.includes(name));
      if (unheard.length > 0) problems.push(`commands without a function: ${unheard.join()}`);
      if (seen.functions.length !== 3) problems.push(`functions: ${seen.functions.join()}`);
      if (asked.some((url) => !url.endsWith('/office.js'))) problems.push(asked.join(' '));
    }
    await context.close();
  };
  await visit('zh-CN', null, '没能读取工作簿');
  await visit('en-US', null, 'The workbook could not be read');
  await visit(
    'zh-CN',
    'Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko',
    '可以这样办',
  );
  await visit('zh-CN', null, '没能读取工作簿', becomeOldWebView);
  await browser.close();
  served.close();
  for (const problem of problems) console.error(problem);
  console.log(`smoke: ${String(problems.length)} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

void main();
