import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { runWebpack } from '../../../../build/run-webpack';
import { chromiumPath } from '../../../support/chromium';

/**
 * `tsx test/apps/excel/pictures/pictures.ts FOLDER` takes a picture of every face of the pane at 320 and
 * 350 px in light, dark and forced colours, and fails where a page scrolls sideways or axe finds
 * something (contrast among it).
 */

interface Face {
  readonly name: string;
  readonly query: string;
  /** Buttons and tabs pressed on the way, by their accessible names. */
  readonly press: readonly RegExp[];
  /** A list by its label, and which of its entries is chosen at the end. */
  readonly choose?: readonly [string, number];
}

const TOOLS = [/^设置$/, /比较、另存和交换口径/];
const ENGLISH_TOOLS = [/^Settings$/, /Compare, copy and exchange/];

const FACES: readonly Face[] = [
  { name: 'first-run', query: 'first=1', press: [] },
  { name: 'recognise-open', query: '', press: [/查看和更正各列/, /查看和更正指标方向/] },
  { name: 'loading', query: 'state=loading', press: [] },
  { name: 'failed', query: 'state=failed', press: [] },
  { name: 'empty', query: 'state=empty', press: [] },
  { name: 'read-only', query: 'state=locked', press: [] },
  { name: 'score', query: '', press: [/^评分$/] },
  { name: 'preview', query: '', press: [/^一键评分$/] },
  { name: 'working', query: 'state=working', press: [/^一键评分$/, /^写入$/] },
  { name: 'written', query: '', press: [/^一键评分$/, /^写入$/] },
  { name: 'findings', query: '', press: [/^核查/] },
  { name: 'finding-waive', query: '', press: [/^核查/, /JX401/, /^忽略并说明$/] },
  { name: 'finding-reason', query: '', press: [/^核查/, /JX401/, /^填写偏差原因$/] },
  { name: 'output', query: '', press: [/^一键评分$/, /^写入$/, /^输出$/] },
  { name: 'settings', query: '', press: [/^一键评分$/, /^写入$/, /^设置$/, /^清除标记$/] },
  {
    name: 'profile-compare',
    query: '',
    press: [...TOOLS, /换一个口径/],
    choose: ['与哪个口径比', 5],
  },
  { name: 'profile-edit', query: '', press: [...TOOLS, /另做一份/] },
  { name: 'profile-exchange', query: '', press: [...TOOLS, /从文件导入/] },
  {
    name: 'english-profile-compare',
    query: 'language=en',
    press: [...ENGLISH_TOOLS, /What other rules/],
    choose: ['Compare with', 5],
  },
  {
    name: 'english-profile-edit',
    query: 'language=en',
    press: [...ENGLISH_TOOLS, /Make a copy/],
  },
  { name: 'english-findings', query: 'language=en', press: [/^Findings/, /JX401/] },
  { name: 'english-preview', query: 'language=en', press: [/^Score$/] },
];
const WIDTHS = [320, 350];
const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced', colorScheme: 'dark', forcedColors: 'active' },
] as const;

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

async function walk(page: Page, face: Face): Promise<void> {
  for (const name of face.press) {
    const found = page.getByRole('button', { name }).or(page.getByRole('tab', { name }));
    // A click sooner would count as the rest of a double click.
    if (name.test('写入')) await page.waitForTimeout(700);
    await found.first().click();
    if (face.query !== 'state=working') {
      await page.waitForFunction(() => window.paneState?.().stage.kind !== 'working');
    }
    await page.waitForTimeout(60);
  }
  if (!face.choose) return;
  const [label, index] = face.choose;
  await page.getByLabel(label).selectOption({ index });
  await page.getByRole('button', { name: /改用这个口径|Use these rules/ }).waitFor();
}

async function problemsOf(page: Page, checkColours: boolean): Promise<string[]> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const inner = [...document.querySelectorAll('#root *')].filter(
      (one) =>
        one.getBoundingClientRect().right > clientWidth + 0.5 &&
        !['OPTION', 'SELECT'].includes(one.tagName),
    );
    return scrollWidth > clientWidth
      ? [`is ${scrollWidth} px wide`]
      : inner
          .slice(0, 3)
          .map((one) => `${one.tagName} “${one.textContent.slice(0, 20)}” sticks out`);
  });
  await page.evaluate(AXE);
  const found = await page.evaluate(async (colours) => {
    const axe = (
      window as unknown as {
        axe: {
          run(
            where: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await axe.run(document, {
      rules: { 'color-contrast': { enabled: colours } },
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, checkColours);
  return [...wide, ...found];
}

async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? 'jixiao-out/pane');
  const only = process.argv[3];
  mkdirSync(folder, { recursive: true });
  const out = mkdtempSync(join(tmpdir(), 'pane-demo-'));
  if (!runWebpack(['test-pane'], out)) throw new Error('the demo could not be built');
  const address = pathToFileURL(join(out, 'demo.html')).href;
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--allow-file-access-from-files'],
  });
  let failed = 0;
  let taken = 0;
  const shoot = async (face: Face, width: number, look: (typeof LOOKS)[number], zoom = 1) => {
    const context = await browser.newContext({
      viewport: { width: width / zoom, height: Math.round(720 / zoom) },
      deviceScaleFactor: zoom,
      colorScheme: look.colorScheme,
      forcedColors: look.forcedColors,
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${address}?${face.query}`);
    await page.waitForSelector('h1');
    if (face.name !== 'loading') await page.waitForSelector('[data-home]');
    await walk(page, face);
    const problems = [...errors, ...(await problemsOf(page, look.forcedColors === 'none'))];
    const name = `${face.name}-${String(width)}-${look.name}${zoom === 1 ? '' : '-zoomed'}.png`;
    await page.screenshot({ path: join(folder, name), fullPage: true });
    taken++;
    for (const problem of problems) {
      failed++;
      console.error(`${name}: ${problem}`);
    }
    await context.close();
  };
  for (const face of FACES.filter(({ name }) => only === undefined || name.includes(only))) {
    for (const width of WIDTHS) for (const look of LOOKS) await shoot(face, width, look);
    await shoot(face, 320, LOOKS[0], 2);
  }
  await browser.close();
  console.log(`${String(taken)} pictures in ${folder}, ${String(failed)} problems`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
