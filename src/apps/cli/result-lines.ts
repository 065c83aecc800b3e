import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Failure } from '../../model/failure';
import { parseJson } from '../../model/decode';
import { resultLine, type RunEnd } from '../../report/summary-file';
import { codeOf } from './thrown';

type ResultLine = NonNullable<ReturnType<typeof resultLine>>;
export type FileLine = Exclude<ResultLine, RunEnd>;

const isEnd = (line: ResultLine): line is RunEnd => 'done' in line;

/**
 * The files of what `--ndjson` wrote, one after another; it need not fit into memory.
 * @returns whether the run that wrote it came to its end
 * @throws Failure `input-not-found`, `results-not-ours` (with the number of the line)
 */
export async function eachResult(
  absolute: string,
  shown: string,
  onFile: (file: FileLine) => void,
): Promise<boolean> {
  const lines = createInterface({ input: createReadStream(absolute), crlfDelay: Infinity });
  let number = 0;
  let ended = false;
  try {
    for await (const text of lines) {
      number += 1;
      if (text.trim() === '') continue;
      const line = resultLine(parseJson(text));
      if (!line) throw new Failure('results-not-ours', { path: shown, line: number });
      // Several runs may stand one after the other in a file.
      ended = isEnd(line);
      if (!isEnd(line)) onFile(line);
    }
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT')
      throw new Failure('input-not-found', { path: shown }, { cause });
    throw cause;
  }
  return ended;
}
