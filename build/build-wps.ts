import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { VERSION } from '../src/model/version';
import { render, speaker, type Texts } from '../src/texts/catalogue';
import { wpsTexts, type WpsKey } from '../src/texts/zh-CN/wps';
import { isFailure, toldOf } from '../src/model/failure';
import { runWebpack } from './run-webpack';
import { sevenZip } from './seven-zip';
import { wpsAddress } from './wps-address';
import {
  isOfTheAddin,
  manifestXml,
  OFFLINE_ARCHIVE,
  offlineFolder,
  offlinePluginsXml,
  onlinePluginsXml,
  publishHtml,
  publishXml,
} from './wps-files';

/** `npm run build:wps -- --base http://intranet/jixiao/` makes dist/wps, to be put at that address. */

const TEXTS: Texts<WpsKey> = { language: 'zh-CN', entries: wpsTexts };
const ROOT = join(__dirname, '..');
const FOLDER = join(ROOT, 'dist', 'wps');

function baseOf(given: readonly string[]): string | undefined {
  const at = given.indexOf('--base');
  if (at >= 0) return given[at + 1];
  return given.find((one) => one.startsWith('--base='))?.slice('--base='.length);
}

function put(path: string, content: string | Uint8Array): void {
  const whole = join(FOLDER, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function build(): void {
  const address = wpsAddress(baseOf(process.argv.slice(2)));
  if (!runWebpack(['wps'])) {
    process.exitCode = 1;
    return;
  }
  const say = speaker('wps', TEXTS);
  const given = { address, version: VERSION, title: say('description') };
  put('manifest.xml', manifestXml(given));
  const inside = filesIn(FOLDER).filter(isOfTheAddin);
  put(
    OFFLINE_ARCHIVE,
    sevenZip(
      inside.map((path) => ({
        path: `${offlineFolder(VERSION)}/${path}`,
        content: readFileSync(join(FOLDER, path)),
      })),
    ),
  );
  put('offline/jsplugins.xml', offlinePluginsXml(given));
  put('offline/publish.xml', publishXml(given));
  if (!runWebpack(['wps-install'])) process.exitCode = 1;
  put('jsplugins.xml', onlinePluginsXml(given));
  const template = readFileSync(join(__dirname, 'wps-publish.html'), 'utf8');
  put('publish.html', publishHtml(template, given));
  console.log(say('build.done', { address }));
}

try {
  build();
} catch (reason) {
  if (!isFailure(reason)) throw reason;
  const { message, hint } = toldOf(reason);
  console.error(render(message, TEXTS));
  console.error(render(hint, TEXTS));
  process.exitCode = 2;
}
