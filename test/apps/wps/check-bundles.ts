import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Allowance } from '../../support/script-problems';
import { bundleProblems } from './bundle-problems';

/** Per script of dist/wps, what may stand there all the same. Nothing has to. */
const ALLOWED: Readonly<Record<string, readonly Allowance[]>> = {};

/** Scripts: syntax and names. Pages: classic scripts beside them, and no other address. */
export function packageProblems(folder: string): string[] {
  const files = readdirSync(folder);
  const scripts = files.filter((name) => name.endsWith('.js'));
  const pages = files.filter((name) => name.endsWith('.html'));
  if (scripts.length === 0) return [`no script in ${folder}`];
  return [
    ...scripts.flatMap((name) =>
      bundleProblems(readFileSync(join(folder, name), 'utf8'), ALLOWED[name]).map(
        (problem) => `${name}: ${problem}`,
      ),
    ),
    ...pages
      .filter((name) => name !== 'publish.html')
      .flatMap((name) =>
        pageProblems(readFileSync(join(folder, name), 'utf8'), scripts).map(
          (problem) => `${name}: ${problem}`,
        ),
      ),
  ];
}

export function pageProblems(html: string, scripts: readonly string[]): string[] {
  const tags = [...html.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1] ?? '');
  const missing = tags.filter(
    (tag) => !scripts.includes(/^ src="?([\w.-]+)"?$/.exec(tag)?.[1] ?? ''),
  );
  return [
    ...missing.map((tag) => `<script${tag}> is not a classic script beside it`),
    ...(/<link\b|\bhttps?:|\bsrc="\/|@import|url\(/.test(html) ? ['names another address'] : []),
  ];
}
