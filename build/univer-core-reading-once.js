/**
 * Stands for `@univerjs/core` in the workbench. The grid asks of each text it draws, with every drawing,
 * whether it could be read as a date, a time or a number (sheets-ui 0.25, ForceStringRenderController;
 * switching its mark off does not spare the question): here each text is read once.
 */
import { getNumfmtParseValueFilter as readNumber } from '@univerjs/core/lib/es/index.js';

export * from '@univerjs/core/lib/es/index.js';

/** Different texts after which all are forgotten. */
const LIMIT = 20_000;
const known = new Map();

export const getNumfmtParseValueFilter = (text) => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const read = readNumber(text);
  if (known.size >= LIMIT) known.clear();
  known.set(text, read);
  return read;
};
