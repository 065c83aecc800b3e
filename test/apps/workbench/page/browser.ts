import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { serveFolder } from '../../../../build/static-server';
import { chromiumPath } from '../../../support/chromium';
import { PATIENCE_MS } from '../../../support/rest';

export const ROOT = resolve(__dirname, '..', '..', '..', '..');
export const PORTABLE = join(ROOT, 'dist', 'portable', '绩效自评助手.html');
export const SITE = join(ROOT, 'dist', 'portable', 'site');

/** A name for this computer that no browser takes for a secure place. */
const INTRANET = 'intranet.test';

export interface Place {
  /** The page on a server that may be trusted: `http://localhost`. */
  readonly local: string;
  /** The same page on a server of an intranet: plain http. */
  readonly intranet: string;
  /** The one-file page, from the disk. */
  readonly file: string;
}

export interface Started {
  readonly browser: Browser;
  readonly place: Place;
  stop(): Promise<void>;
}

export async function startBrowser(): Promise<Started> {
  const server = serveFolder(SITE);
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  const port = String(typeof address === 'object' && address ? address.port : 0);
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      `--host-resolver-rules=MAP ${INTRANET} 127.0.0.1`,
      '--enable-precise-memory-info',
      '--js-flags=--expose-gc',
    ],
  });
  return {
    browser,
    place: {
      local: `http://localhost:${port}/`,
      intranet: `http://${INTRANET}:${port}/`,
      file: pathToFileURL(PORTABLE).href,
    },
    stop: async () => {
      await browser.close();
      server.close();
    },
  };
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address asked for. */
  readonly asked: string[];
  /** What the page or its worker complained of. */
  readonly complaints: string[];
}

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly language?: 'zh-CN' | 'en';
  /** The empty desk instead of the example. */
  readonly empty?: boolean;
  /** With the browser's own pickers, which nobody can press here. */
  readonly pickers?: boolean;
  readonly preferences?: Readonly<Record<string, unknown>>;
  readonly script?: string;
}

const NO_PICKERS = `
  for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']) delete window[name];
`;

export async function openContext(
  browser: Browser,
  options: VisitOptions = {},
): Promise<BrowserContext> {
  const { width = 1366, height = 768, dark = false, language = 'zh-CN' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (!options.pickers) await context.addInitScript(NO_PICKERS);
  const preferences = {
    introduced: true,
    ...(options.empty ? { example: false } : {}),
    ...options.preferences,
  };
  await context.addInitScript(
    `localStorage.getItem('jixiao.workbench') ?? localStorage.setItem('jixiao.workbench', ${JSON.stringify(JSON.stringify(preferences))});`,
  );
  if (options.script !== undefined) await context.addInitScript(options.script);
  return context;
}

/** @param until `commit`: also where something of the page is held back */
export async function visit(
  context: BrowserContext,
  address: string,
  until: 'load' | 'commit' = 'load',
): Promise<Visit> {
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  // Listened for from the start: a key pressed right after the first listener came would open the real dialog.
  page.on('filechooser', () => undefined);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address, { waitUntil: until });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, context, asked, complaints };
}

export async function openPage(
  { browser }: Started,
  address: string,
  options: VisitOptions = {},
): Promise<Visit> {
  return visit(await openContext(browser, options), address);
}

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds. The grid draws on a canvas and its own menus are not ours to judge. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(where: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ exclude: [['[data-grid]']] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
    );
  });
}

/** What is wider than the page or sticks out of it. */
export async function sidewaysOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page is ${String(scrollWidth)} px wide`] : [];
  });
}
