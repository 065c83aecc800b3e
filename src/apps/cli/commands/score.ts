import { documentJson } from '../../../report/result-json';
import { exitStatus } from '../exit-status';
import { colourful } from '../io';
import { textsOf } from '../texts';
import { prettyResults } from '../print-results';
import { filesOf } from '../outcome';
import { processFiles } from '../process-files';
import type { Command } from '../command';
import { tellNotes } from '../tell-notes';
import { VERSION } from '../../../model/version';

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
    if (args.switches.has('json')) {
      tellNotes(outcomes, io);
      io.stdout.write(JSON.stringify(documentJson(VERSION, filesOf(outcomes)), null, 2) + '\n');
    } else {
      const colours = colourful(io, io.stdout);
      const texts = textsOf(io.env);
      io.stdout.write(prettyResults(outcomes, { texts, colours, findings: false }));
    }
    return exitStatus(outcomes);
  },
};
