import { processFiles } from '../process-files';
import type { Command } from '../command';
import { programFormat } from '../arguments';
import { exitStatus } from '../tally';

export const DEFAULT_FOLDER = 'jixiao-out';

export const command: Command = {
  options: {
    out: 'text',
    profile: 'text',
    map: 'texts',
    overwrite: 'switch',
    force: 'switch',
    'no-flags': 'switch',
    'no-summary': 'switch',
    'no-outline': 'switch',
    json: 'switch',
    ndjson: 'switch',
    shard: 'text',
  },
  async run(args, io) {
    const tally = await processFiles(args, io, {
      task: 'score',
      outputFolder: args.texts['out'] ?? DEFAULT_FOLDER,
      format: programFormat(args) ?? 'pretty',
    });
    return exitStatus(tally);
  },
};
