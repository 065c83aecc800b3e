const { spawnSync } = require('node:child_process');
const {
  chmodSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} = require('node:fs');
const { join } = require('node:path');
const { gzipSync } = require('node:zlib');
const { parse } = require('acorn');
const webpack = require('webpack');
const { plainScript } = require('./plain-script.js');

/** Says how many KB of gzip each page loads and each later part is; too large a one fails the build. */
class Sizes {
  constructor(limits) {
    this.limits = limits;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap('Sizes', (compilation) => {
      const sizes = sizesOf(compilation, compiler.outputPath);
      const told = Object.entries(sizes).map(([part, size]) => `${part} ${size.toFixed(1)} KB`);
      console.log(`${compiler.name}, gzip: ${told.join(', ')}`);
      for (const [part, limit] of Object.entries(this.limits)) {
        if (sizes[part] <= limit) continue;
        const problem =
          part in sizes ? `${part} is over ${limit} KB of gzip` : `there is no ${part}`;
        compilation.errors.push(new webpack.WebpackError(`${compiler.name}: ${problem}`));
      }
    });
  }
}

function sizesOf({ assets, entrypoints }, folder) {
  const partOf = new Map();
  for (const [page, entry] of entrypoints)
    entry.getFiles().forEach((file) => partOf.set(file, page));
  const sizes = {};
  for (const file of Object.keys(assets).filter((name) => name.endsWith('.js'))) {
    const part = partOf.get(file) ?? file.replace(/\..*$/, '');
    const bytes = gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
    sizes[part] = (sizes[part] ?? 0) + bytes / 1024;
  }
  return sizes;
}

/** Bytes of a module from which its compiling is felt. */
const LARGE = 50_000;

/**
 * Puts the large modules of later scripts in brackets: by them engines know a function that will be
 * called at once, and compile it while the script comes in, beside the page's own work, instead of
 * passing over it first and compiling it when it is called, which takes most of what the grid takes.
 */
class CompiledAsFetched {
  apply(compiler) {
    compiler.hooks.compilation.tap('CompiledAsFetched', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_INLINE;
      compilation.hooks.processAssets.tap({ name: 'CompiledAsFetched', stage }, (assets) => {
        for (const [name, source] of Object.entries(assets)) {
          const found = name.endsWith('.js') ? bracketed(source.source().toString()) : [];
          if (found.length === 0) continue;
          const changed = new webpack.sources.ReplaceSource(source);
          for (const { start, end, text } of found) changed.replace(start, end - 1, text);
          compilation.updateAsset(name, changed);
        }
      });
    });
  }
}

/** The large modules of a script that adds some to those there are: `…push([["name"], {1: function…}])`. */
function bracketed(script) {
  const [statement] = parse(script, { ecmaVersion: 'latest' }).body;
  const modules = statement?.expression?.arguments?.[0]?.elements?.[1]?.properties ?? [];
  return modules
    .filter(({ start, end }) => end - start > LARGE)
    .map(({ key, method, value, start, end }) => {
      const made = script.slice(value.start, value.end);
      const text = `${script.slice(key.start, key.end)}:(${method ? 'function' : ''}${made})`;
      return { start, end, text };
    });
}

/**
 * Makes of the bundles a program to be started by its name, and a thread of it, both with the code that
 * V8 makes of them now: what one file takes is mostly compiling. `trial` is a workbook to run it on.
 */
class Program {
  constructor({ file, entry, thread, job, trial }) {
    this.starts = { [file]: entry, [thread]: job };
    this.file = file;
    this.trial = trial;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Program', (compilation) => {
      compilation.hooks.processAssets.tap('Program', () => {
        for (const [file, entry] of Object.entries(this.starts)) {
          const start = `#!/usr/bin/env node\nrequire('./load.js').load('${entry}');\n`;
          compilation.emitAsset(file, new webpack.sources.RawSource(start));
        }
      });
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_INLINE;
      compilation.hooks.processAssets.tap({ name: 'Program', stage }, (assets) => {
        const plain = ['load.js', ...Object.keys(this.starts)];
        for (const name of Object.keys(assets)) {
          if (!name.endsWith('.js') || plain.includes(name)) continue;
          const script = (source) =>
            new webpack.sources.RawSource(plainScript(source.source().toString()));
          compilation.updateAsset(name, script);
        }
      });
    });
    compiler.hooks.afterEmit.tap('Program', (compilation) => {
      const folder = compiler.outputPath;
      chmodSync(join(folder, this.file), 0o755);
      rmSync(join(folder, 'code'), { recursive: true, force: true });
      for (const command of ['score', 'check']) {
        const words = [join(__dirname, 'code-cache.js'), folder, command, this.trial];
        const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
        if (status !== 0 && status !== 1) compilation.errors.push(new webpack.WebpackError(stderr));
      }
    });
  }
}

/** Puts every check's page beside the program, as `checks/<id>/page.md`. */
class CheckPages {
  constructor(folder) {
    this.folder = folder;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('CheckPages', (compilation) => {
      compilation.hooks.processAssets.tap('CheckPages', () => {
        compilation.contextDependencies.add(this.folder);
        for (const id of readdirSync(this.folder)) {
          const page = join(this.folder, id, 'page.md');
          if (!existsSync(page)) continue;
          compilation.fileDependencies.add(page);
          const source = new webpack.sources.RawSource(readFileSync(page));
          compilation.emitAsset(`checks/${id}/page.md`, source);
        }
      });
    });
  }
}

/** A script whose name changes with what is in it. */
const HASHED = /^[\w-]+\.[0-9a-f]{8}\.js$/;

/**
 * Leaves the scripts of the build before beside the new ones, for pages that are open since then, and
 * writes `version.json`, by which an open page learns that there is a newer build. The folder is
 * left to it: webpack may clean away nothing that `LastBuild.KEEPS` matches.
 */
class LastBuild {
  constructor(version) {
    this.version = version;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap('LastBuild', ({ assets }) => {
      const folder = compiler.outputPath;
      const path = join(folder, 'version.json');
      const scripts = Object.keys(assets)
        .filter((name) => HASHED.test(name))
        .sort();
      const before = buildIn(path);
      const isSame = before.scripts.join() === scripts.join();
      const previous = (isSame ? before.previous : before.scripts).filter(
        (name) => !scripts.includes(name),
      );
      const kept = new Set([...scripts, ...previous]);
      for (const name of readdirSync(folder)) {
        if (HASHED.test(name) && !kept.has(name)) rmSync(join(folder, name));
      }
      const build = { version: this.version, scripts, previous };
      writeFileSync(path, `${JSON.stringify(build, null, 1)}\n`);
    });
  }
}
LastBuild.KEEPS = /^(?:[\w-]+\.[0-9a-f]{8}\.js|version\.json)$/;

/** What a folder says of its build; of one without a word nothing is known. */
function buildIn(path) {
  try {
    const { scripts, previous } = JSON.parse(readFileSync(path, 'utf8'));
    return { scripts: scripts.map(String), previous: previous.map(String) };
  } catch {
    return { scripts: [], previous: [] };
  }
}

module.exports = { bracketed, CheckPages, CompiledAsFetched, LastBuild, Program, Sizes };
