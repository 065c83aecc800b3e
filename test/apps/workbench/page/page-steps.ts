import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import type { DocumentJson } from '../../../../src/report/result-json';
import { rest } from '../../../support/rest';

/** What a person does on the page, by what they see. */

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Through the page's own file input, as in browsers without pickers. */
export async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    button(page, '打开').click(),
  ]);
  await chooser.setFiles([...paths]);
}

/** Until the pane of the file shown says what it found, and the grid is there. */
export async function paneReady(page: Page): Promise<void> {
  await page.locator('.pane-slot [data-home]').waitFor();
  await page.locator('[data-grid] canvas').first().waitFor();
}

export async function openFile(page: Page, path: string): Promise<void> {
  await chooseFiles(page, [path]);
  await paneReady(page);
}

export const paneTab = (page: Page, name: RegExp) =>
  page.locator('.pane-slot').getByRole('tab', { name });

/** Writes what the preview shows; a click sooner would count as the rest of a double click. */
export async function write(page: Page): Promise<void> {
  await button(page, '写入').waitFor();
  await rest(page, 700);
  await button(page, '写入').click();
}

/** One press for the preview and one to write it. */
export async function score(page: Page): Promise<void> {
  await button(page, '一键评分').click();
  await write(page);
  await button(page, '重新计算').waitFor();
}

export async function writtenScore(page: Page): Promise<string> {
  await paneTab(page, /^评分$/).click();
  return page
    .locator('.pane-slot')
    .getByRole('article', { name: '得分、等级和执行率' })
    .locator('dd')
    .first()
    .innerText();
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}

export interface Saved {
  readonly name: string;
  readonly path: string;
}

/** Gives the file that a press downloads, under its own name. */
export async function saveBy(
  page: Page,
  folder: string,
  press: () => Promise<void>,
): Promise<Saved> {
  const download = await downloaded(page, press);
  const name = download.suggestedFilename();
  const path = `${folder}/${name}`;
  await download.saveAs(path);
  return { name, path };
}

/** Saves by the header's button. */
export const save = (page: Page, folder: string): Promise<Saved> =>
  saveBy(page, folder, () => button(page, '保存').click());

/** The result as the page itself gives it away. */
export async function pageJson(page: Page): Promise<DocumentJson> {
  await paneTab(page, /^输出$/).click();
  const download = await downloaded(page, () => button(page, '存为文件').click());
  return JSON.parse(readFileSync(await download.path(), 'utf8')) as DocumentJson;
}

/** Goes to a cell by a link of the pane that names it, from there by keys, and types. */
export async function typeInto(
  page: Page,
  from: string,
  moves: readonly string[],
  text: string,
): Promise<void> {
  await paneTab(page, /^评分$/).click();
  const link = page.locator('.pane-slot').getByRole('button', { name: from, exact: true });
  await link.first().click();
  await page.keyboard.press('Shift+F6');
  await rest(page, 150);
  for (const move of moves) await page.keyboard.press(move);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** A file as it is dropped: a text, or what a file on the disk holds. */
export type DroppedFile =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly path: string };

/** Lets go of files over the page. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const contents = files.map((file) => ({
    name: file.name,
    bytes: [...('text' in file ? Buffer.from(file.text) : readFileSync(file.path))],
  }));
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, bytes } of dropped) {
      data.items.add(new File([new Uint8Array(bytes)], name));
    }
    return data;
  }, contents);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Lets go of a folder of the disk over the page, as a file manager does. */
export async function dropFolder(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 400, data });
  }
  await session.detach();
}
