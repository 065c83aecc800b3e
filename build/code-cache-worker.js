const { join } = require('node:path');
const { parentPort } = require('node:worker_threads');
const { keepCode } = require('./keep-code.js');

/** A thread of the program that keeps its code before it tells what became of a file. */
const folder = process.env.JIXIAO_BUILT;
const program = require(join(folder, 'load.js'));
const tell = parentPort.postMessage.bind(parentPort);
parentPort.postMessage = (told) => {
  keepCode(folder, program);
  tell(told);
};
program.load('jobs.js');
