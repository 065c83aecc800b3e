import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * What each bundle has of the texts when it starts: what its entry reaches without `import()`. The
 * checks bring theirs with them.
 */

const SRC = resolve(__dirname, '..', '..', 'src');
const TEXTS = join(SRC, 'texts');
const IMPORT = /^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)'|^import '(\.[^']+)'/gms;

function fileOf(from: string, asked: string): string | undefined {
  const base = resolve(dirname(from), asked);
  return [`${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find((path) => existsSync(path));
}

function reached(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const [, asked, alone] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
      const next = fileOf(path, asked ?? alone ?? '');
      if (next) visit(next);
    }
  };
  visit(join(SRC, 'apps', entry));
  return seen;
}

const textsIn = (entry: string): string[] =>
  [...reached(entry)]
    .map((path) => relative(TEXTS, path).split(sep).join('/'))
    .filter((path) => /^(?:en|zh-CN)\//.test(path))
    .map((path) => path.replace('.ts', ''))
    .sort();

const both = (...parts: string[]): string[] =>
  ['en', 'zh-CN'].flatMap((language) => parts.map((part) => `${language}/${part}`)).sort();
const chinese = (...parts: string[]): string[] => parts.map((part) => `zh-CN/${part}`).sort();

const PANE = ['pane', 'pane-findings', 'pane-profiles'];
const CLI = ['cli', 'cli-help'];
const RESULT = ['engine', 'errors', 'report', 'scoring'];

test.each([
  // What results are told in comes with the engine, what sheets are written in with what writes them.
  ['excel/main.tsx', chinese('engine', 'errors', ...PANE)],
  [
    'workbench/frame/main.tsx',
    [...chinese(...RESULT, ...PANE, 'workbench'), ...both('batch-names')].sort(),
  ],
  ['workbench/worker/worker.ts', both(...RESULT)],
  ['wps/index-page.ts', chinese('wps')],
  [
    'wps/pane-page.tsx',
    [...both('engine', 'errors', ...PANE), 'en/report', 'en/scoring', 'zh-CN/wps'].sort(),
  ],
  ['cli/main.ts', both(...CLI, 'errors', 'reports')],
  ['cli/job.ts', both(...RESULT, ...CLI, 'reports')],
])('%s starts with these texts and no others', (entry, parts) => {
  expect(textsIn(entry)).toEqual(parts);
});
