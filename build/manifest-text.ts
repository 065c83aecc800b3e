import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../src/model/version';

/** The base address written into manifest.xml, for `npm run dev`. */
export const DEVELOPMENT_URL = 'https://localhost:3000';

export const MANIFEST_PATH = join(__dirname, '..', 'manifest.xml');

/** Pages and scripts, whose addresses change with the version; icons may stay in every cache. */
const VERSIONED = /="(https:\/\/[^"?]+\.(?:html|js|json))"/g;

/**
 * manifest.xml for a server of one's own: every address begins with `base` (https, no slash at
 * the end), and those of pages and scripts name the version: what a cache kept of the one before
 * is not asked for again.
 * @throws Error when `base` is no https address
 */
export function manifestFor(base: string, template = readFileSync(MANIFEST_PATH, 'utf8')): string {
  const address = new URL(base);
  if (address.protocol !== 'https:') throw new Error(`${base} does not begin with https://`);
  if (address.search !== '' || address.hash !== '')
    throw new Error(`${base} is more than a folder`);
  return template
    .replaceAll(DEVELOPMENT_URL, address.href.replace(/\/$/, ''))
    .replace(VERSIONED, `="$1?v=${VERSION}"`);
}
