import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { parseArgs } from 'node:util';
import { MANIFEST_PATH } from './manifest-text';
import { idOf, removeSideload, sideload, type Machine, type Outcome } from './sideload';

/**
 * `npm run excel` puts the add-in into Excel on this computer and serves its pages;
 * `npm run excel -- --remove` takes it out again. `--manifest file` takes the manifest of a server, whose
 * pages are there already.
 */

const MACHINE: Machine = {
  platform: process.platform,
  home: homedir(),
  registry: (args) => spawnSync('reg', args, { stdio: 'ignore' }).status === 0,
};

const SAID: Readonly<Record<Outcome, string>> = {
  added:
    '已装进这台电脑的 Excel。关掉并重新打开 Excel：开始选项卡里应有“绩效自评”一组；没有的话，插入 → 加载项（我的加载项）→ 开发人员加载项。去掉：npm run excel -- --remove',
  removed: '已从这台电脑的 Excel 里去掉。下次打开 Excel 就没有了。',
  nothing: '这台电脑的 Excel 里没有装过，不用去掉。',
  refused:
    process.platform === 'darwin'
      ? '没有找到 Excel 的文件夹。请先打开一次 Excel，再运行。'
      : '写不进注册表（HKCU\\Software\\Microsoft\\Office\\16.0\\Wef\\Developer）。请看公司策略是否禁止，或按 docs/install-excel.md 用共享文件夹。',
  unsupported:
    '只能在 Windows 和 Mac 上装进 Excel。网页版 Excel：加载项 → 上传我的加载项，选 manifest.xml。',
};

function main(): void {
  const { values } = parseArgs({
    options: { remove: { type: 'boolean', default: false }, manifest: { type: 'string' } },
  });
  const path = values.manifest ?? MANIFEST_PATH;
  const id = idOf(readFileSync(path, 'utf8'));
  const outcome = values.remove ? removeSideload(MACHINE, id) : sideload(MACHINE, path, id);
  console.log(SAID[outcome]);
  if (outcome === 'refused' || outcome === 'unsupported') process.exitCode = 1;
  if (outcome !== 'added' || values.manifest !== undefined) return;
  console.log(
    '窗格的网页由这个命令提供，用的时候不要关；第一次会请您信任一张本机证书。Ctrl+C 停止。',
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['run', '--silent', 'dev'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 0;
}

main();
