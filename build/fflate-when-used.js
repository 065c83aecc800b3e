/**
 * Stands for `fflate` in the program, which has Node's own zlib for nearly all: its tables are made when
 * something is asked of it, and its threads, which reach for Node's loader, are left out.
 */
const fflate = () => require('fflate/browser');

for (const name of ['deflateSync', 'inflateSync', 'strFromU8', 'strToU8', 'unzipSync', 'zipSync']) {
  exports[name] = (...given) => fflate()[name](...given);
}
