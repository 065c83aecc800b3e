/**
 * So many files of a run are done before fewer functions are compiled for speed: the program is in by
 * then, whose kept code V8 refuses once this is set.
 */
export const FILES_BEFORE = 32;

/** Bytes of bytecode that a function runs through before V8 compiles it for speed, eight times its own. */
const BUDGET = 8 * 66 * 1024;

/**
 * Tells V8 to wait longer before it compiles a function for speed. Of a few thousand forms a fifth of
 * the time is compiling, for every thread anew; what is hot is compiled all the same, a little later.
 */
export async function compileLess(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString(`--interrupt-budget=${String(BUDGET)}`);
}
