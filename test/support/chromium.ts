import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where Chrome, Edge and Chromium stand on the systems people develop on. */
const PLACES: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
];

const found = (): string | undefined =>
  [process.env['CHROMIUM'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));

/**
 * A browser for the tests of pages: the one `CHROMIUM` names, else the first that stands where they
 * stand, else Debian's, installed now.
 * @throws Error where there is none and none can be installed.
 */
export function chromiumPath(): string {
  const present = found();
  if (present !== undefined) return present;
  console.log('没有找到 Chrome、Edge 或 Chromium，正在安装 chromium（apt-get）…');
  try {
    execFileSync('apt-get', ['install', '-y', '-q', 'chromium'], { stdio: 'ignore' });
  } catch (cause) {
    throw new Error('请先安装 Chrome、Edge 或 Chromium，或用环境变量 CHROMIUM 指明它的位置。', {
      cause,
    });
  }
  const installed = found();
  if (installed === undefined) throw new Error('chromium 已安装，但找不到它。');
  return installed;
}
