import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Loads the built program with the code that V8 made of it when it was built (`build/code-cache.js`):
 * compiling it anew is a third of what one file takes. V8 refuses what another version of it made, and
 * then the program starts the slow way.
 */

/** Where the code of a script is kept, from the folder of the program. */
export const CODE_FOLDER = 'code';

/** What has been loaded, by the script's place in the program. */
export const compiled = new Map<string, Script>();

const loaded = new Map<string, { exports: unknown }>();

type Body = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  folder: string,
) => void;

function codeOf(name: string): Buffer | undefined {
  try {
    return readFileSync(join(__dirname, CODE_FOLDER, `${name}.bin`));
  } catch {
    return undefined;
  }
}

/** Runs a script of the program as `require` would, and gives what it exports. */
export function load(name: string): unknown {
  const known = loaded.get(name);
  if (known) return known.exports;
  const filename = join(__dirname, name);
  // As `build/plain-script.js` writes it.
  const source = readFileSync(filename, 'latin1');
  const cachedData = codeOf(name);
  const script = new Script(source, cachedData ? { filename, cachedData } : { filename });
  compiled.set(name, script);
  const module = { exports: {} as unknown };
  loaded.set(name, module);
  const others = createRequire(filename);
  const require = (id: string): unknown =>
    id.startsWith('./') ? load(join(dirname(name), id)) : others(id);
  const body = script.runInThisContext() as Body;
  body.call(module.exports, module.exports, require, module, filename, dirname(filename));
  return module.exports;
}
