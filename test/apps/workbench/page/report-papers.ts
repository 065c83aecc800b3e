import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFindings, openPage, type Started } from './browser';
import type { Checks } from './checks';
import { button, dropFolder, openFile, paneReady, paneTab } from './page-steps';

const TELLS = '附表项目支出绩效自评报告\n项目计划投资100万元，实际支出80万元，预算执行率为90%。\n';
/** The sheet stays while it is looked at. */
const HELD = `window.print = () => { throw new Error('held'); };`;
/** In points, as Chromium writes them. */
const A4 = /\/MediaBox \[0 0 594\.\d+ 841\.\d+\]/g;

/** A folder of a form and reports is let go over the page, as from a file manager; both papers are printed. */
export async function reportPapers(
  started: Started,
  { check, same, comesTo }: Checks,
  { folder, form }: { readonly folder: string; readonly form: string },
): Promise<void> {
  for (const size of SCREENS) await previewInSight(started, check, form, size);
  const dropped = join(folder, '一起送来');
  mkdirSync(join(dropped, '下一层'), { recursive: true });
  writeFileSync(join(dropped, '附表.xlsx'), readFileSync(form));
  writeFileSync(join(dropped, '甲报告.txt'), TELLS);
  writeFileSync(join(dropped, '下一层', '乙报告.txt'), TELLS);
  const visited = await openPage(started, started.place.local, { empty: true, script: HELD });
  const { page } = visited;
  await dropFolder(page, dropped);
  await paneReady(page);
  const many = page.getByRole('table', { name: '一起核对的报告：2 份' });
  await many.getByRole('button', { name: '乙报告.txt' }).waitFor();
  same('a folder of reports: axe', await axeFindings(page), []);
  await many.getByRole('button', { name: '甲报告.txt' }).click();

  const printed = async (what: string, pages: number): Promise<void> => {
    await button(page, '打印').click();
    await page.locator('[data-print-sheet]').waitFor({ state: 'attached' });
    await comesTo(
      'the sheet is held',
      () => Promise.resolve(visited.complaints.includes('held')),
      true,
    );
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = pdf.match(/\/MediaBox/g) ?? [];
    check(`${what}: pages`, boxes.length >= pages, String(boxes.length));
    same(`${what}: upright A4, all of them`, pdf.match(A4)?.length, boxes.length);
  };
  await printed('核对报告', 1);
  await visited.context.close();
  same(
    'papers: nothing else complains',
    visited.complaints.filter((one) => one !== 'held'),
    [],
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const SCREENS: readonly Size[] = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];

/** The report begins where it is seen without scrolling: its title and its first heading. */
async function previewInSight(
  started: Started,
  check: Checks['check'],
  form: string,
  size: Size,
): Promise<void> {
  const { page, context } = await openPage(started, started.place.local, { empty: true, ...size });
  await openFile(page, form);
  await paneTab(page, /^报告$/).click();
  const paper = page.getByRole('article', { name: '报告预览' });
  await paper.waitFor();
  const ends = await paper.evaluate((one) =>
    [...one.querySelectorAll('h2, h3, h4')]
      .slice(0, 2)
      .map((heading) => heading.getBoundingClientRect().bottom),
  );
  const where = `${String(size.width)}×${String(size.height)}: ${ends.map(Math.round).join(', ')}`;
  check(
    `the report begins in sight, ${where}`,
    ends.length === 2 && ends.every((end) => end > 0 && end < size.height),
  );
  await context.close();
}
