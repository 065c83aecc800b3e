const { mkdtempSync, mkdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const threads = require('node:worker_threads');
const { keepCode } = require('./keep-code.js');

/**
 * `node code-cache.js FOLDER COMMAND WORKBOOK`: runs the program built in the folder over a workbook, and
 * keeps beside it the code that V8 made of what was used, in both threads.
 */

const [folder, command, workbook] = process.argv.slice(2);
const out = mkdtempSync(join(tmpdir(), 'jixiao-code-'));

/** The program's own thread keeps its code too. */
threads.Worker = class extends threads.Worker {
  constructor(_file, options) {
    super(join(__dirname, 'code-cache-worker.js'), {
      ...options,
      env: { ...process.env, JIXIAO_BUILT: folder },
    });
  }
};

const program = require(join(folder, 'load.js'));
mkdirSync(join(folder, program.CODE_FOLDER, 'chunks'), { recursive: true });
process.argv = [process.argv[0], join(folder, 'cli.js'), command, workbook];
if (command === 'score') process.argv.push('--out', out);
process.stdout.write = () => true;
process.on('exit', () => {
  rmSync(out, { recursive: true, force: true });
  keepCode(folder, program);
});
program.load('program.js');
