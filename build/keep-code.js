const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Writes what V8 made of every script that was loaded so far; `program` is the built `load.js`. */
function keepCode(folder, { compiled, CODE_FOLDER }) {
  for (const [name, script] of compiled) {
    writeFileSync(join(folder, CODE_FOLDER, `${name}.bin`), script.createCachedData());
  }
}

module.exports = { keepCode };
