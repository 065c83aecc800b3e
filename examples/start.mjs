import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

// `npm start`: the main job on the examples. Status 1 only says that the forms hold mistakes; they do.
const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'jixiao-out');
const { status } = spawnSync(
  process.execPath,
  [join(root, 'dist', 'cli.js'), 'score', 'examples', '--out', 'jixiao-out'],
  { cwd: root, stdio: 'inherit' },
);
if (status !== 0 && status !== 1) process.exit(status ?? 2);
console.log('\n结果在这里，用 Excel、WPS 或 LibreOffice 打开即可：');
for (const name of readdirSync(results)) {
  if (name.endsWith('.xlsx')) console.log(`  ${join(results, name)}`);
}
console.log(
  '\n给自己的表算分：node dist/cli.js score 你的附表.xlsx（用法：node dist/cli.js --help）',
);
