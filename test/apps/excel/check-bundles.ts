import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  NEWER_GLOBALS,
  NEWER_MEMBERS,
  NEWER_STATICS,
  scriptProblems,
  type Engine,
} from '../../support/script-problems';

/**
 * The oldest engine Excel's pane is made for: WebView2 began with Chromium 86 and does not renew itself
 * where the network is closed; Safari 14 of a Mac that is not kept up reads the same syntax.
 */
export const OLDEST_WEBVIEW: Engine = {
  syntax: 2020,
  globals: NEWER_GLOBALS,
  members: NEWER_MEMBERS,
  statics: NEWER_STATICS,
  noLocales: false,
};

const builtBefore = (folder: string): readonly string[] =>
  (JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')) as { previous: string[] })
    .previous;

/** What the scripts of a built pane have that its oldest engine does not, by script. */
export function paneProblems(folder: string): string[] {
  const before = builtBefore(folder);
  const scripts = readdirSync(folder).filter(
    (name) => name.endsWith('.js') && !before.includes(name),
  );
  if (scripts.length === 0) return [`no script in ${folder}`];
  return scripts.flatMap((name) =>
    scriptProblems(readFileSync(join(folder, name), 'utf8'), OLDEST_WEBVIEW).map(
      (problem) => `${name}: ${problem}`,
    ),
  );
}
