import { exitStatus } from '../exit-status';
import { processFiles } from '../process-files';
import type { Command } from '../command';
import { tellJson, tellPretty } from '../tell-results';

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
  },
  async run(args, io) {
    const outcomes = await processFiles(args, io, {
      task: 'score',
      outputFolder: args.texts['out'] ?? DEFAULT_FOLDER,
    });
    if (args.switches.has('json')) tellJson(outcomes, io);
    else tellPretty(outcomes, io, false);
    return exitStatus(outcomes);
  },
};
