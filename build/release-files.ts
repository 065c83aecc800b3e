import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';

/** What a release consists of: whole files, named by version, with a list of checksums beside them. */

export interface ReleaseFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The earliest instant a zip entry can carry: the same release is the same bytes. */
const FIXED_ENTRY_TIME = new Date(1980, 0, 1);

/** What puts the add-in into the WPS of one computer, from the top of the WPS package (build/bundles.js builds it). */
export const WPS_INSTALLER = 'offline/install.js';

/** Files of a folder, by path with slashes, in one .zip. */
export function archive(name: string, files: ReadonlyMap<string, Uint8Array>): ReleaseFile {
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path);
    if (content) entries[path] = [content, { mtime: FIXED_ENTRY_TIME, level: 9 }];
  }
  return { name, content: zipSync(entries) };
}

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** As `sha256sum -c` reads it. */
export function checksums(files: readonly ReleaseFile[]): ReleaseFile {
  const lines = files.map(({ name, content }) => `${sha256(content)}  ${name}\n`);
  return { name: 'SHA256SUMS.txt', content: new TextEncoder().encode(lines.join('')) };
}

/** Which file is for whom; read in Notepad, hence the mark in front and the line ends. */
export function readMe(version: string, base: string): ReleaseFile {
  const lines = [
    `绩效自评助手 ${version}`,
    '',
    `绩效自评助手-${version}.html`,
    '  给经办人：存到电脑或 U 盘，双击用浏览器打开，把附表拖进去。不用安装，不联网。',
    `jixiao-${version}-site.zip`,
    '  给单位：解开放到内网任何网页服务器上，大家打开网址就用。',
    `jixiao-${version}-wps.zip`,
    '  WPS 表格加载项；步骤见 docs/install-wps.md。没有服务器的，装进一台电脑：那台电脑要有 Node.js 20.12 以上，',
    `  先打开过一次 WPS，再在解开的文件夹里运行 node ${WPS_INSTALLER}；去掉用 node ${WPS_INSTALLER} --remove。`,
    '  没有 Node.js 的，照那一页把 offline 文件夹里的文件拷过去。',
    `jixiao-${version}-excel.zip`,
    '  Excel 加载项，由管理员分发；步骤见 docs/install-excel.md。',
    `jixiao-${version}-cli.zip`,
    '  命令行，要有 Node.js 20.12 以上：node cli.js score 附表.xlsx',
    'SHA256SUMS.txt',
    '  校验：Linux、Mac 上 sha256sum -c SHA256SUMS.txt；Windows 上 certutil -hashfile 文件 SHA256。',
    '',
    `WPS 与 Excel 两包里写的服务器地址是 ${base}，换成自己的：用记事本打开包里的 .xml 和 publish.html，全部替换。`,
    '加载项还没有在真的 Excel 和 WPS 里运行过，先试用。',
  ];
  return {
    name: '先看这里.txt',
    content: new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`),
  };
}
