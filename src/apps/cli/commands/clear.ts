import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isInside } from '../inputs';
import type { Io } from '../io';
import { exitStatus } from '../tally';
import { processFiles } from '../process-files';
import type { Command } from '../command';
import { DEFAULT_FOLDER } from './score';

/** Used when what is to be cleared lies in the default folder itself. */
const SECOND_FOLDER = 'jixiao-cleared';

export const command: Command = {
  options: { out: 'text', force: 'switch' },
  async run(args, io) {
    const tally = await processFiles(args, io, {
      task: 'clear',
      format: 'pretty',
      outputFolder: args.texts['out'] ?? (await folderFor(args.words, io)),
    });
    return exitStatus(tally);
  },
};

async function folderFor(words: readonly string[], io: Io): Promise<string> {
  const real = (path: string) => realpath(path).catch(() => path);
  const folder = await real(resolve(io.cwd, DEFAULT_FOLDER));
  const places = await Promise.all(words.map((word) => real(resolve(io.cwd, word))));
  return places.some((place) => isInside(place, folder)) ? SECOND_FOLDER : DEFAULT_FOLDER;
}
