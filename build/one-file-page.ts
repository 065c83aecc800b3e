import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { heldId } from '../src/apps/workbench/frame/held-scripts';

export interface PageParts {
  /** The page as a server would send it. */
  readonly html: string;
  /** Entry scripts, in their order. */
  readonly scripts: readonly string[];
  /** Those loaded later, by the names of their parts. */
  readonly later: Readonly<Record<string, string>>;
  readonly worker: string;
}

/** Scripts by their hash and nothing else at all; `file:` has no origin that `'self'` could mean. */
function policyFor(scripts: readonly string[]): string {
  const hashes = scripts.map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A script as it may stand between script tags. Both sequences occur only inside strings and patterns. */
export const inScriptTag = (script: string): string =>
  script.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');

/** The scripts a page begins with, in their order; the minifier leaves quotes out. */
export const entryScripts = (html: string): readonly string[] =>
  [...html.matchAll(/<script\b[^>]*\bsrc="?([^"\s>]+)/g)].map((match) => match[1] ?? '');

/** The whole page in one file: its scripts and the worker's program inside it. */
export function oneFilePage({ html, scripts, later, worker }: PageParts): string {
  const inside = scripts.map(inScriptTag);
  // A browser reads these as something else, and the hash would not fit.
  if (inside.some((script) => /[\r\0]/.test(script)))
    throw new Error('a script has a raw CR or NUL');
  const policy = policyFor([...inside, ...Object.values(later)]);
  const without = html
    .replace(/<script\b[^>]*\bsrc=[^>]*><\/script>/g, '')
    .replace(/<meta name="?jixiao-worker\b[^>]*>/, '')
    .replace(
      /(<meta http-equiv="?Content-Security-Policy"? content=")[^"]*(")/,
      (_, before: string, after: string) => before + policy + after,
    );
  if (!without.includes(policy)) throw new Error('the page has no place for its policy');
  const tags = [
    held('worker', worker),
    ...inside.map((script) => `<script>${script}</script>`),
    ...Object.entries(later).map(([part, script]) => held(part, script)),
  ].join('\n');
  return without.replace('</body>', () => `${tags}\n</body>`);
}

/** A script that waits until it is asked for (`src/apps/workbench/frame/held-scripts.ts`). */
function held(part: string, script: string): string {
  const packed = gzipSync(script, { level: 9 }).toString('base64');
  return `<script type="text/plain" id="${heldId(part)}">${packed}</script>`;
}
