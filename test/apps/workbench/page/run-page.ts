import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import type { DocumentJson } from '../../../../src/report/result-json';
import {
  recalculatingProfile,
  readWithOpenpyxl,
  resaveWithLibreOffice,
} from '../../../interop/programs';
import {
  axeFindings,
  openContext,
  openPage,
  ROOT,
  sidewaysOf,
  startBrowser,
  visit,
} from './browser';
import { createChecks } from './checks';
import { writePageFiles } from './page-files';
import {
  button,
  chooseFiles,
  openFile,
  pageJson,
  paneReady,
  paneTab,
  save,
  score,
  typeInto,
  write,
  writtenScore,
} from './page-steps';
import { inSight } from './in-sight';
import { profileFiles } from './profile-files';
import { reportLooks } from './report-looks';
import { reportPapers } from './report-papers';
import { reports } from './reports';
import { takenBack } from './taken-back';
import { workedOff } from './work-off';
import { rest } from '../../../support/rest';

/**
 * `npm run test:workbench`: the built page in Chromium, as a person uses it. It needs
 * `npm run build:portable`, and LibreOffice; so it is no jest test. `--only TEXT` runs some parts.
 */

const { values } = parseArgs({
  options: { report: { type: 'string' }, only: { type: 'string' }, pictures: { type: 'string' } },
});
const checks = createChecks(values.only);
const { check, same, comesTo, part } = checks;

function commandLineJson(path: string): DocumentJson {
  const cli = join(ROOT, 'dist', 'cli.js');
  const { stdout } = spawnSync(process.execPath, [cli, 'check', path, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(stdout) as DocumentJson;
}

/** A document without what only says where it came from. */
const resultOf = ({ files }: DocumentJson): unknown =>
  files.map(({ path: _path, ...file }) => ({ ...file, outputs: null, format: null }));

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-page-'));
  const files = writePageFiles(folder);
  const started = await startBrowser();
  const { place } = started;
  const saved = join(folder, 'saved');
  mkdirSync(saved);
  const clean = (visited: { readonly complaints: readonly string[] }, what: string): void =>
    same(`${what}: nothing complains`, visited.complaints, []);
  try {
    await part('example', async () => {
      const visited = await openPage(started, place.local);
      const { page } = visited;
      await paneReady(page);
      await button(page, '重新计算').waitFor();
      same('the example is scored', await writtenScore(page), '98.56');
      await button(page, '各级复算得分图').click();
      const drawing = page.getByRole('img', { name: /^各级复算得分（.*）：.*预算执行 9\.21 分/ });
      check('the chart is drawn', (await drawing.count()) === 1);
      check('the example is no unsaved work', !(await page.title()).startsWith('●'));
      await page.reload();
      await paneReady(page);
      await visited.context.close();
      clean(visited, 'example');
    });

    await part('newcomer', async () => {
      // The forms are Chinese, and so is the page, whatever the browser's own language.
      const visited = await openPage(started, place.local, { empty: true, language: 'en' });
      const { page } = visited;
      await page.getByRole('heading', { name: '打开一份绩效自评表' }).waitFor();
      await openFile(page, files.form);
      await score(page);
      same('the score', await writtenScore(page), '93');
      check('it is marked as unsaved', (await page.title()).startsWith('● 附表.xlsx'));
      const json = await pageJson(page);
      const { name, path } = await save(page, saved);
      same('the name', name, '附表.xlsx');
      await page.getByText('已保存为“附表.xlsx”').waitFor();
      check('it is no longer marked', (await page.title()).startsWith('附表.xlsx'));
      same('the command line reads the same', resultOf(commandLineJson(path)), resultOf(json));
      const [seen] = readWithOpenpyxl([path]);
      same('openpyxl reads the score', seen?.sheets[0]?.cells['G8']?.value, 30);
      check('the 汇总表 has its chart', seen?.sheets.some((sheet) => sheet.charts === 1) === true);
      const again = resaveWithLibreOffice([path], recalculatingProfile(folder), join(saved, 'lo'));
      const [other] = readWithOpenpyxl(again);
      same('LibreOffice calculates the same total', other?.sheets[0]?.cells['G11']?.value, 95);
      await visited.context.close();
      clean(visited, 'newcomer');
    });

    await part('edit', async () => {
      const visited = await openPage(started, place.local, { empty: true });
      const { page } = visited;
      await openFile(page, files.form);
      await score(page);
      same('the score before', await writtenScore(page), '93');
      await typeInto(page, 'G8', ['ArrowLeft', 'ArrowLeft'], '49%');
      await page.getByText('78', { exact: true }).first().waitFor();
      await comesTo('the score after', () => writtenScore(page), '78');
      const json = await pageJson(page);
      const { path } = await save(page, saved);
      same('the saved file says the same', resultOf(commandLineJson(path)), resultOf(json));
      const [seen] = readWithOpenpyxl([path]);
      same('the edit is in the file', seen?.sheets[0]?.cells['E8']?.value, '49%');
      same('the score is in the file', seen?.sheets[0]?.cells['G8']?.value, 15);
      await paneTab(page, /^评分$/).click();
      const goTo = page.locator('.pane-slot').getByRole('button', { name: 'G8', exact: true });
      await goTo.first().click();
      await page.keyboard.press('Shift+F6');
      await rest(page, 150);
      await page.keyboard.press('ArrowUp');
      const note = page.locator('textarea[data-u-comp]:visible');
      await comesTo('a note is shown at its cell', () => note.count(), 1);
      await goTo.first().click();
      await comesTo('and goes when another cell is gone to', () => note.count(), 0);
      const labels = await page
        .locator('[data-grid] [aria-label]:not(canvas)')
        .evaluateAll((parts) => parts.map((part) => part.getAttribute('aria-label') ?? ''));
      same(
        'the parts of the grid have Chinese names',
        labels.filter((label) => /[a-z]{3}/.test(label)),
        [],
      );
      await paneTab(page, /设置/).click();
      same('F6 goes round', await around(page, ['F6', 'F6', 'F6', 'Shift+F6']), [
        'top',
        'sheet',
        'pane',
        'sheet',
      ]);
      await button(page, '撤销本次评分').click();
      await page.getByText('已撤销').waitFor();
      await paneTab(page, /设置/).click();
      await button(page, '清除标记').click();
      await button(page, '确定清除').click();
      await page.getByText('标记和工作表已清除').waitFor();
      const cleared = await save(page, saved);
      const [bare] = readWithOpenpyxl([cleared.path]);
      same(
        'no sheet of ours is left',
        bare?.sheets.map(({ name }) => name),
        ['附表'],
      );
      check(
        'no mark is left',
        Object.values(bare?.sheets[0]?.cells ?? {}).every(({ note }) => note === null),
      );
      await visited.context.close();
      clean(visited, 'edit');
    });

    await part('reports', () => reports(started, checks, saved));
    await part('report papers', () => reportPapers(started, checks, files));
    await part('report looks', () =>
      reportLooks(started, checks, files.form, values.pictures ?? null),
    );

    await part('profile files', () => profileFiles(started, checks, saved));

    await part('51 findings', () => workedOff(started, checks, files.faulty));

    await part('in sight', () => inSight(started, checks, files.faulty));

    await part('corrections', () => takenBack(started, checks, saved));

    await part('undo', async () => {
      const visited = await openPage(started, place.local, { empty: true });
      const { page } = visited;
      await openFile(page, files.form);
      await score(page);
      await paneTab(page, /设置/).click();
      await button(page, '撤销本次评分').click();
      await button(page, '一键评分').waitFor();
      const { path } = await save(page, saved);
      check(
        'the file is what it was, byte for byte',
        readFileSync(path).equals(readFileSync(files.form)),
      );
      await visited.context.close();
      clean(visited, 'undo');
    });

    await part('one history', async () => {
      const visited = await openPage(started, place.local, { empty: true });
      const { page } = visited;
      await openFile(page, files.form);
      await score(page);
      await typeInto(page, 'G8', ['ArrowLeft', 'ArrowLeft'], '49%');
      await comesTo('what is typed counts', () => writtenScore(page), '78');
      await page.keyboard.press('Control+z');
      await comesTo('Ctrl+Z takes back what was typed', () => writtenScore(page), '93');
      await page.keyboard.press('Control+z');
      await button(page, '一键评分').waitFor();
      check('and then what the pane wrote', true);
      const { path } = await save(page, saved);
      const [seen] = readWithOpenpyxl([path]);
      const cells = seen?.sheets[0]?.cells ?? {};
      same('no sheet of ours is left', seen?.sheets.length, 1);
      same(
        'the cells are what they were',
        [cells['E8']?.value, cells['G8']?.value ?? null],
        ['98%', null],
      );
      await page.keyboard.press('F8');
      await page.locator('.pane-slot h3 button[aria-expanded="true"]').waitFor();
      check('F8 opens the first finding', true);
      await visited.context.close();
      clean(visited, 'one history');
    });

    await part('old format', async () => {
      const visited = await openPage(started, place.local, { empty: true });
      const { page } = visited;
      await openFile(page, files.legacy);
      await page.getByText('“旧附表.xls”是旧格式，保存时存为“旧附表.xlsx”').waitFor();
      await score(page);
      const json = await pageJson(page);
      const { name, path } = await save(page, saved);
      same('.xls is saved as .xlsx', name, '旧附表.xlsx');
      same('the command line reads the same', resultOf(commandLineJson(path)), resultOf(json));
      await visited.context.close();
      clean(visited, 'old format');
    });

    await part('what the grid leaves out', async () => {
      const visited = await openPage(started, place.local, { empty: true });
      const { page } = visited;
      await openFile(page, files.rich);
      await page.getByText(/文件里还有：.*表格里不显示，保存时原样留着/).waitFor();
      await score(page);
      const { name, path } = await save(page, saved);
      same('.xlsm stays .xlsm', name, '带图附表.xlsm');
      const before = unzipSync(readFileSync(files.rich));
      const after = unzipSync(readFileSync(path));
      const kept = Object.keys(before).filter((one) => /vbaProject|charts\/chart1|media/.test(one));
      check('there is something to keep', kept.length > 1);
      for (const one of kept) {
        const [was, is] = [before[one], after[one]];
        check(`${one} is kept`, was && is ? Buffer.compare(was, is) === 0 : false);
      }
      await visited.context.close();
      clean(visited, 'what the grid leaves out');
    });

    await part('files that cannot be opened', async () => {
      const visited = await openPage(started, place.local, { empty: true });
      const { page } = visited;
      const cases = [
        [files.broken, '文件已损坏或不完整', '请用 Excel 或 WPS 打开并另存一份'],
        [files.encrypted, '文件设了打开密码', '取消打开密码'],
        [files.text, '这个文件是纯文本', '另存为 .xlsx'],
      ] as const;
      for (const [path, what, hint] of cases) {
        await chooseFiles(page, [path]);
        await page.getByRole('heading', { name: `没能打开“${basename(path)}”` }).waitFor();
        const alert = await page.locator('[role="alert"]').innerText();
        check(`${what} is said`, alert.includes(what), alert);
        check(`${hint} is said`, alert.includes(hint), alert);
        const onTop = await page.evaluate(() => {
          const box = document.querySelector('[role="alert"]')?.getBoundingClientRect();
          const at = box && document.elementFromPoint(box.x + box.width / 2, box.y + 8);
          return at?.closest('[role="alert"]') !== null;
        });
        check('nothing lies over it', onTop);
        same(`${what}: axe`, await axeFindings(page), []);
      }
      await openFile(page, files.notice);
      check('a book without a form says so', await page.getByText('没有找到自评表').isVisible());
      const printing = button(page, '打印核查清单');
      same('and prints no list', await printing.getAttribute('aria-disabled'), 'true');
      check(
        'it says why',
        (await printing.getAttribute('title'))?.startsWith('没有认出自评表') === true,
      );
      await openFile(page, files.protected);
      check('a protected sheet is said', await page.getByText('只能查看和核查').isVisible());
      await visited.context.close();
      clean(visited, 'files that cannot be opened');
    });

    await part('a big file', async () => {
      const visited = await openPage(started, place.local, {
        empty: true,
        // The first opening takes as long as on a slow computer.
        script: `
          const post = Worker.prototype.postMessage;
          let slow = true;
          Worker.prototype.postMessage = function (message, transfer) {
            const wait = slow && message.name === 'open';
            if (wait) slow = false;
            if (wait) setTimeout(() => post.call(this, message, transfer), 3000);
            else post.call(this, message, transfer);
          };
        `,
      });
      const { page } = visited;
      await chooseFiles(page, [files.big]);
      await page.getByText('正在打开“大附表.xlsx”').waitFor();
      await button(page, '取消').click();
      await page.getByRole('heading', { name: '打开一份绩效自评表' }).waitFor();
      await rest(page, 3_500);
      await openFile(page, files.big);
      await score(page);
      same('it is scored', await writtenScore(page), '93');
      const { path } = await save(page, saved);
      const picture = 'xl/media/image1.png';
      const pictureOf = (file: string): Buffer =>
        Buffer.from(
          unzipSync(readFileSync(file), { filter: ({ name }) => name === picture })[picture] ?? [],
        );
      check('its picture is kept', pictureOf(path).equals(pictureOf(files.big)));
      await visited.context.close();
      clean(visited, 'a big file');
    });

    await part('two files and two windows', async () => {
      const context = await openContext(started.browser, { empty: true });
      const one = await visit(context, place.local);
      await chooseFiles(one.page, [files.form, files.sixty]);
      await paneReady(one.page);
      await button(one.page, '六十行.xlsx').click();
      await score(one.page);
      same('the other file is not scored', await one.page.title(), '● 六十行.xlsx - 绩效自评助手');
      await one.page.keyboard.press('Alt+1');
      await button(one.page, '一键评分').waitFor();
      check('the first has no mark', (await one.page.title()).startsWith('附表.xlsx'));
      await rest(one.page, 2_500);
      const two = await visit(context, place.local);
      await rest(two.page, 800);
      check(
        'a living window’s work is not offered to another',
        (await two.page.getByText('上次有文件没有保存').count()) === 0,
      );
      await openFile(two.page, files.form);
      await score(two.page);
      same('both windows work', await writtenScore(two.page), '93');
      await two.page.close();
      await one.page.close();
      const three = await visit(context, place.local);
      await three.page.getByText(/上次有文件没有保存页面就关了：.*六十行\.xlsx/).waitFor();
      await button(three.page, '恢复').click();
      await paneReady(three.page);
      await button(three.page, '重新计算').waitFor();
      check('what is recovered is unsaved', (await three.page.title()).startsWith('●'));
      await context.close();
      for (const visited of [one, two, three]) clean(visited, 'two windows');
    });

    await part('what is being typed', async () => {
      const two = async (act: (page: Page) => Promise<void>): Promise<void> => {
        const visited = await openPage(started, place.local, { empty: true });
        await chooseFiles(visited.page, [files.form, files.sixty]);
        await paneReady(visited.page);
        await rest(visited.page, 1_500);
        const grid = await visited.page.locator('[data-grid] canvas').first().boundingBox();
        await visited.page.mouse.click((grid?.x ?? 0) + 180, (grid?.y ?? 0) + 200);
        await rest(visited.page, 300);
        await act(visited.page);
        await visited.context.close();
        clean(visited, 'what is being typed');
      };
      const marked = async (page: Page): Promise<boolean[]> => {
        const tabs = await page.getByRole('navigation', { name: '打开的文件' }).locator('li').all();
        const texts = await Promise.all(tabs.map((tab) => tab.innerText()));
        return texts.map((text) => text.includes('●'));
      };
      await two(async (page) => {
        await page.keyboard.press('Delete');
        await rest(page, 600);
        await comesTo('Delete acts on the file that is shown', () => marked(page), [true, false]);
      });
      await two(async (page) => {
        await page.keyboard.type('777');
        await button(page, '六十行.xlsx').click();
        await rest(page, 800);
        await comesTo(
          'the other file is shown',
          async () => (await page.title()).startsWith('六十行.xlsx'),
          true,
        );
        await comesTo('what was typed is kept', () => marked(page), [true, false]);
        await page.keyboard.press('Alt+1');
        await rest(page, 800);
        await page.keyboard.type('888');
        await page.keyboard.press('Alt+2');
        await rest(page, 800);
        await comesTo('nothing is typed into the other', () => marked(page), [true, false]);
      });
      await two(async (page) => {
        await page.keyboard.type('777');
        await button(page, '打印核查清单').click();
        await button(page, '回到表格').waitFor();
        await comesTo('printing keeps it', () => marked(page), [true, false]);
      });
      await two(async (page) => {
        await page.keyboard.type('777');
        await button(page, '关闭“附表.xlsx”').click();
        await page.getByRole('dialog', { name: '还没有保存' }).waitFor();
        await button(page, '不保存').click();
        await rest(page, 300);
        await comesTo('only the other is left', () => marked(page), [false]);
      });
      await two(async (page) => {
        await page.keyboard.type('777');
        const warned = new Promise<string>((resolve) => {
          page.once('dialog', (dialog) => {
            void dialog.dismiss().then(() => resolve(dialog.type()));
          });
          page.once('close', () => resolve('no question'));
        });
        await page.close({ runBeforeUnload: true });
        same('leaving is warned of', await warned, 'beforeunload');
        await page.keyboard.press('Escape');
      });
    });

    await part('closing', async () => {
      const visited = await openPage(started, place.local, { empty: true });
      const { page } = visited;
      await openFile(page, files.form);
      await button(page, '一键评分').click();
      await button(page, '写入').waitFor();
      same('before writing: axe', await axeFindings(page), []);
      await write(page);
      await button(page, '重新计算').waitFor();
      const warned = new Promise<string>((resolve) => {
        page.once('dialog', (dialog) => {
          resolve(dialog.type());
          void dialog.dismiss();
        });
      });
      await page.close({ runBeforeUnload: true });
      same('leaving with unsaved work is warned of', await warned, 'beforeunload');
      await button(page, '关闭“附表.xlsx”').click();
      await page.getByRole('dialog', { name: '还没有保存' }).waitFor();
      same('asking before closing: axe', await axeFindings(page), []);
      await page.keyboard.press('Escape');
      check('Escape keeps it', (await page.title()).startsWith('●'));
      await button(page, '关闭“附表.xlsx”').click();
      await button(page, '不保存').click();
      await page.getByRole('heading', { name: '打开一份绩效自评表' }).waitFor();
      await visited.context.close();
      clean(visited, 'closing');
    });

    await part('File System Access', async () => {
      const visited = await openPage(started, place.local, {
        empty: true,
        pickers: true,
        script: `
          const root = () => navigator.storage.getDirectory();
          window.showOpenFilePicker = async () => [await (await root()).getFileHandle('附表.xlsx')];
          window.showSaveFilePicker = async ({ suggestedName }) => {
            window.suggested = suggestedName;
            return (await root()).getFileHandle('存到这里.xlsx', { create: true });
          };
        `,
      });
      const { page } = visited;
      await page.evaluate(async (base64) => {
        const folder = await navigator.storage.getDirectory();
        const handle = await folder.getFileHandle('附表.xlsx', { create: true });
        const stream = await handle.createWritable();
        await stream.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
        await stream.close();
      }, readFileSync(files.form).toString('base64'));
      await button(page, '打开').click();
      await paneReady(page);
      await score(page);
      await page.keyboard.press('Control+s');
      await page.getByText('已保存到“存到这里.xlsx”').waitFor();
      same(
        'the name offered',
        await page.evaluate(() => (window as unknown as { suggested: string }).suggested),
        '附表.xlsx',
      );
      const size = await page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        return (await (await folder.getFileHandle('存到这里.xlsx')).getFile()).size;
      });
      check('it is in the file', size > readFileSync(files.form).length);
      await button(page, '关闭“附表.xlsx”').click();
      await button(page, '附表.xlsx').click();
      await paneReady(page);
      check('a recent file opens again', (await page.title()).startsWith('附表.xlsx'));
      await visited.context.close();
      clean(visited, 'File System Access');
    });

    await part('batch', async () => {
      const visited = await openPage(started, place.local, { empty: true });
      const { page } = visited;
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        button(page, '整个文件夹评分').click(),
      ]);
      await chooser.setFiles(files.batch);
      const table = page.getByRole('table');
      await table.waitFor();
      const names = async (): Promise<string[]> =>
        table.locator('tbody tr td:first-child').allInnerTexts();
      const listed = await names();
      same('every workbook is a row', [...listed].sort(), [
        '各单位/乙镇/乙镇附表.xlsx',
        '各单位/坏.xlsx',
        '各单位/甲镇附表.xlsx',
      ]);
      check('the broken one says why', await page.getByText('文件已损坏或不完整').isVisible());
      same('the table of a folder: axe', await axeFindings(page), []);
      const head = page.getByRole('columnheader', { name: '执行率' });
      await head.getByRole('button').press('Enter');
      same('sorted up', await head.getAttribute('aria-sort'), 'ascending');
      const up = await names();
      await head.getByRole('button').press('Enter');
      same('sorted down', await head.getAttribute('aria-sort'), 'descending');
      same(
        'down is up the other way, the broken last',
        (await names()).slice(0, 2),
        up.slice(0, 2).reverse(),
      );
      await page.getByLabel('查找文件或项目').fill('甲镇');
      same('found', await names(), ['各单位/甲镇附表.xlsx']);
      const zip = await Promise.all([
        page.waitForEvent('download'),
        button(page, '全部保存').click(),
      ]);
      const inside = unzipSync(readFileSync(await zip[0].path()));
      check(
        'the zip has both workbooks',
        Object.keys(inside).filter((one) => one.includes('附表')).length === 2,
        Object.keys(inside).join(),
      );
      await page.getByText('已保存为“自评结果-').waitFor();
      const sheet = await Promise.all([
        page.waitForEvent('download'),
        button(page, '保存汇总表').click(),
      ]);
      const summary = join(saved, 'summary.xlsx');
      await sheet[0].saveAs(summary);
      const [seen] = readWithOpenpyxl([summary]);
      const texts = Object.values(seen?.sheets[0]?.cells ?? {}).map(({ value }) => value);
      check('the summary names the project', texts.includes('农村饮水安全巩固提升项目'));
      await button(page, '打开“各单位/甲镇附表.xlsx”').click();
      await paneReady(page);
      same('a row opens as a file', await page.title(), '甲镇附表.xlsx - 绩效自评助手');
      await visited.context.close();
      clean(visited, 'batch');
    });

    await part('portable', async () => {
      for (const [name, address, own] of [
        ['one file', place.file, /^(file|blob|data):/],
        ['intranet', place.intranet, /^(http:\/\/intranet\.test|blob|data):?/],
      ] as const) {
        const context = await openContext(started.browser);
        const visited = await visit(context, address);
        const { page } = visited;
        await paneReady(page);
        await button(page, '重新计算').waitFor();
        if (name === 'intranet') {
          check(
            'plain http is no secure place',
            !(await page.evaluate(() => window.isSecureContext)),
          );
        }
        await context.setOffline(true);
        await openFile(page, files.legacy);
        await score(page);
        same(`${name}: offline it scores`, await writtenScore(page), '93');
        const json = await pageJson(page);
        const { path } = await save(page, saved);
        same(`${name}: and saves`, resultOf(commandLineJson(path)), resultOf(json));
        await page.getByRole('button', { name: '打印核查清单' }).click();
        await button(page, '回到表格').click();
        same(
          `${name}: nothing else is asked for`,
          visited.asked.filter((one) => !own.test(one)),
          [],
        );
        check(`${name}: something was asked for`, visited.asked.length > 0);
        console.log(
          `network log of ${name}: ${visited.asked.map((one) => decodeURI(one).slice(0, 80)).join(' ')}`,
        );
        await context.close();
        clean(visited, name);
      }
    });

    await part('npm start', async () => {
      const script = join(ROOT, 'build', 'start.ts');
      const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
      const server = spawn(process.execPath, [tsx, script, '--no-open'], { cwd: ROOT });
      try {
        const address = await new Promise<string>((resolve, reject) => {
          let said = '';
          server.stdout.on('data', (text: Buffer) => {
            said += text.toString();
            const found = /http:\/\/localhost:\d+\//.exec(said)?.[0];
            if (found !== undefined) resolve(found);
          });
          server.on('exit', () => reject(new Error(said)));
          setTimeout(() => reject(new Error(said)), 240_000).unref();
        });
        const visited = await openPage(started, address);
        await button(visited.page, '重新计算').waitFor();
        check('npm start shows the example scored', true);
        await visited.context.close();
        const port = Number(new URL(address).port);
        const outside = Object.values(networkInterfaces())
          .flat()
          .find((one) => one?.family === 'IPv4' && !one.internal);
        if (outside) {
          const reached = await fetch(`http://${outside.address}:${String(port)}/`).catch(
            () => null,
          );
          check('no other computer is answered', reached === null);
        }
      } finally {
        server.kill();
      }
    });

    await part('looks', async () => {
      for (const language of ['zh-CN', 'en'] as const) {
        for (const dark of [false, true]) {
          for (const width of [350, 1366]) await looks(language, dark, width);
        }
      }
    });

    await part('memory', async () => {
      const visited = await openPage(started, place.local, { empty: true });
      const { page } = visited;
      const used = async (): Promise<number> => {
        await page.evaluate(() => (window as unknown as { gc?: () => void }).gc?.());
        return page.evaluate(
          () =>
            (performance as unknown as { memory: { usedJSHeapSize: number } }).memory
              .usedJSHeapSize / 1048576,
        );
      };
      const sizes: number[] = [];
      for (let round = 0; round < 30; round += 1) {
        await openFile(page, files.sixty);
        await button(page, '关闭“六十行.xlsx”').click();
        await page.getByRole('heading', { name: '打开一份绩效自评表' }).waitFor();
        if (round % 10 === 9 || round === 0) sizes.push(await used());
      }
      console.log(
        `heap after 1, 10, 20, 30 files: ${sizes.map((one) => one.toFixed(1)).join(', ')} MB`,
      );
      check('thirty files were opened and closed', sizes.length === 4);
      await visited.context.close();
      clean(visited, 'memory');
    });

    await part('long tasks', async () => {
      const visited = await openPage(started, place.local, {
        empty: true,
        script: `
          window.longTasks = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.longTasks.push(Math.round(entry.duration));
          }).observe({ type: 'longtask', buffered: true });
        `,
      });
      const { page } = visited;
      const taken = (): Promise<number[]> =>
        page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));
      await openFile(page, files.sixty);
      await rest(page, 1_500);
      console.log(`long tasks while loading, ms: ${(await taken()).join(', ')}`);
      await score(page);
      await rest(page, 1_000);
      console.log(`long tasks while scoring 60 rows, ms: ${(await taken()).join(', ')}`);
      await paneTab(page, /^评分$/).click();
      const told = (): Promise<string> => page.locator('.pane-slot').innerText();
      const before = await told();
      const link = page
        .locator('.pane-slot')
        .getByRole('button', { name: /^G\d+$/ })
        .first();
      await typeInto(page, await link.innerText(), ['ArrowLeft', 'ArrowLeft'], '1');
      await rest(page, 1_500);
      console.log(`long tasks after an edit, ms: ${(await taken()).join(', ')}`);
      await comesTo('the edit counts', async () => (await told()) !== before, true);
      await visited.context.close();
      clean(visited, 'long tasks');
    });
  } finally {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  async function looks(language: 'zh-CN' | 'en', dark: boolean, width: number): Promise<void> {
    const preferences = { language };
    const visited = await openPage(started, place.local, { language, dark, width, preferences });
    const { page } = visited;
    const judge = async (state: string): Promise<void> => {
      const what = `${state} ${language} ${dark ? 'dark' : 'light'} ${String(width)}`;
      const { pictures } = values;
      if (pictures !== undefined) {
        mkdirSync(pictures, { recursive: true });
        const file = `${state}-${String(width)}-${dark ? 'dark' : 'light'}-${language}.png`;
        await page.screenshot({ path: join(pictures, file) });
      }
      same(`${what}: axe`, await axeFindings(page), []);
      same(`${what}: width`, await sidewaysOf(page), []);
    };
    const chinese = language === 'zh-CN';
    const named = (zh: string, en: string) => button(page, chinese ? zh : en).first();
    const narrow = width < 900;
    await paneReadyAnywhere(page);
    await rest(page, 600);
    await judge('scored');
    if (narrow) {
      await named('各级复算得分图', 'Computed scores by level').click();
      const letters = page.locator('figure svg text').first();
      const { height = 0 } = (await letters.boundingBox()) ?? {};
      check('the letters of the drawing can be read', height >= 11, String(height));
      await named('各级复算得分图', 'Computed scores by level').click();
      await page.getByRole('tab', { name: chinese ? '评分与核查' : 'Scores and findings' }).click();
      await judge('pane');
      await paneTab(page, chinese ? /^核查/ : /^Findings/).click();
      const finding = page.locator('.pane-slot').getByRole('button', { name: /JX401/ }).first();
      await finding.click();
      check('an opened finding stays in sight', await finding.isVisible());
      await page
        .locator('.pane-slot')
        .getByRole('button', { name: chinese ? '到 G15' : /G15$/ })
        .first()
        .click();
      await page.locator('[data-grid]').waitFor();
      check('its cell is shown when asked for', true);
      await page.getByRole('tab', { name: chinese ? '评分与核查' : 'Scores and findings' }).click();
    }
    await paneTab(page, chinese ? /^核查/ : /^Findings/).click();
    await judge('findings');
    await named('打印核查清单', 'Print findings').click();
    await judge('print');
    await page.keyboard.press('F1');
    await judge('shortcuts');
    await page.keyboard.press('Escape');
    await named('批量', 'Batch').click();
    await judge('batch-empty');
    if (narrow) {
      await named('更多', 'More').click();
      await judge('more');
      await page.keyboard.press('Escape');
    }
    await page
      .getByRole('button', { name: chinese ? /^关闭“/ : /^Close “/ })
      .first()
      .click();
    await named('批量', 'Batch').click();
    await judge('empty');
    await visited.context.close();
    clean(visited, `looks ${language}`);
  }
}

/** Where the focus is after each of these keys. */
async function around(page: Page, keys: readonly string[]): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    await rest(page, 150);
    seen.push(
      await page.evaluate(() => {
        const place = document.activeElement?.closest('header, [data-grid], .pane-slot');
        if (!place) return 'none';
        if (place.matches('header')) return 'top';
        return place.matches('[data-grid]') ? 'sheet' : 'pane';
      }),
    );
  }
  return seen;
}

async function paneReadyAnywhere(page: Page): Promise<void> {
  await page.locator('.pane-slot [data-home]').waitFor({ state: 'attached' });
  await page.locator('[data-grid] canvas').first().waitFor({ state: 'attached' });
}

main()
  .catch((reason: unknown) => check('the run itself', false, String(reason)))
  .finally(() => {
    const { passed, failed, failures } = checks.counts();
    if (values.report !== undefined) {
      writeFileSync(values.report, JSON.stringify({ passed, failed, failures }));
    }
    console.log(`workbench: ${String(passed)} passed, ${String(failed)} failed`);
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  });
