import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { VERSION } from '../src/model/version';
import { addinsFolder, installAddin, removeAddin, type Outcome } from './wps-install';

/**
 * `npm run wps` puts the built add-in (dist/wps) into the WPS of this computer, `npm run wps -- --remove`
 * takes it out again; in a package handed on it is `node offline/install.js`. `--folder` names the
 * folder `jsaddons` where WPS keeps it elsewhere.
 */

const RESTART = '请关闭全部 WPS 窗口再打开；问是否信任加载项时选“允许”，再重新打开一次。';

const SAID: Readonly<Record<Outcome, string>> = {
  added: `已装进这台电脑的 WPS 表格。${RESTART}`,
  updated: `已换成版本 ${VERSION}。${RESTART}`,
  same: `已经装着版本 ${VERSION}，文件重新放了一遍。${RESTART}`,
  removed: '已从这台电脑的 WPS 里去掉。关闭全部 WPS 窗口再打开就没有了。',
  nothing: '这台电脑的 WPS 里没有装过，不用去掉。',
  'no-wps':
    '没有找到 WPS 的文件夹。请先打开一次 WPS 再运行；WPS 装在别处的，用 --folder 指出 jsaddons 文件夹。',
  'no-package': '没有找到加载项的文件。请先 npm run build:wps，或在解开的发布包里运行。',
  damaged:
    'publish.xml 不是完整的 XML，没有动它。请改好或移走以后再装（WPS 自己也读不了这样的文件）。',
  foreign: 'publish.xml 的根元素不是 jsplugins，不像是 WPS 的加载项清单，没有动它。',
};
const FAILED: readonly Outcome[] = ['no-wps', 'no-package', 'damaged', 'foreign'];

function main(): void {
  const { values } = parseArgs({
    options: { remove: { type: 'boolean', default: false }, folder: { type: 'string' } },
  });
  const { platform, env } = process;
  const place = addinsFolder({ platform, home: homedir(), appData: env['APPDATA'] });
  const folder = values.folder === undefined ? place : resolve(values.folder);
  if (folder === null) {
    console.error(SAID['no-wps']);
    process.exitCode = 1;
    return;
  }
  const beside = join(__dirname, '..');
  const from = existsSync(join(beside, 'ribbon.xml')) ? beside : join(beside, 'dist', 'wps');
  const { outcome, backup } = values.remove
    ? removeAddin(folder)
    : installAddin(folder, from, VERSION);
  (FAILED.includes(outcome) ? console.error : console.log)(SAID[outcome]);
  console.log(`文件夹：${folder}`);
  if (backup !== null) console.log(`原来的清单留在：${backup}`);
  if (FAILED.includes(outcome)) process.exitCode = 1;
}

try {
  main();
} catch (reason) {
  console.error(`没有装成：${reason instanceof Error ? reason.message : String(reason)}`);
  process.exitCode = 1;
}
