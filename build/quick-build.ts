import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { BUNDLES, ROOT } from './bundles.js';

/**
 * The workbench made in seconds, to be looked at on this computer: the same page and scripts as
 * webpack makes for handing on, without its checks of size and its smaller parts.
 */

interface PageParameters {
  readonly policy: string;
  readonly icon: string;
}

const OPTIONS: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  logLevel: 'warning',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.png': 'dataurl', '.xlsx': 'dataurl', '.css': 'text' },
};

/** The grid's dictionaries for hyphens in eighty languages; forms have none. */
const noHyphenation: Plugin = {
  name: 'no-hyphenation',
  setup: (tools) =>
    tools.onResolve({ filter: /^\.\/[a-z0-9-]+-[A-Za-z0-9_-]{8}\.js$/ }, ({ importer }) =>
      /@univerjs[\\/]engine-render/.test(importer)
        ? { path: join(ROOT, 'src/apps/workbench/grid/no-hyphenation.ts') }
        : null,
    ),
};

/** The page's template filled in as webpack's plugin for pages does. */
function pageOf(template: string, given: Readonly<Record<string, string>>): string {
  const filled = template.replace(/<%= (\w+)(?:\(\))? %>/g, (_, name: string) => given[name] ?? '');
  return filled.replace('</head>', '<script type="module" src="shell.js"></script>\n  </head>');
}

/**
 * Builds into `folder`, emptied before; `onPart` is told after each of the parts.
 * @throws what esbuild throws, with its messages printed.
 */
export async function quickBuild(
  folder: string,
  onPart: (done: number, all: number) => void,
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const scripts: readonly BuildOptions[] = [
    { entryPoints: { worker: 'src/apps/workbench/worker/worker.ts' }, format: 'iife' },
    {
      entryPoints: { shell: 'src/apps/workbench/frame/main.tsx' },
      format: 'esm',
      splitting: true,
      plugins: [noHyphenation],
    },
  ];
  let done = 0;
  await Promise.all(
    scripts.map(async (script) => {
      await build({ ...OPTIONS, ...script, outdir: folder });
      done += 1;
      onPart(done, scripts.length);
    }),
  );
  const html = BUNDLES.find(({ name }) => name === 'workbench')?.html;
  const { policy, icon } = (html?.templateParameters ?? {}) as Partial<PageParameters>;
  const template = readFileSync(join(ROOT, 'src/apps/workbench/frame/index.html'), 'utf8');
  const given = { policy: policy ?? '', icon: icon ?? '', worker: 'worker.js' };
  // Last: a page that is there is whole.
  writeFileSync(join(folder, 'index.html'), pageOf(template, given));
}
