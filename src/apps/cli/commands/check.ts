import { Failure } from '../../../model/failure';
import { documentJson } from '../../../report/result-json';
import { readCount } from '../arguments';
import { exitStatus } from '../exit-status';
import { colourful } from '../io';
import { textsOf } from '../texts';
import { filesOf } from '../outcome';
import { markdownResults, prettyResults } from '../print-results';
import { processFiles } from '../process-files';
import type { Command } from '../command';
import { tellNotes } from '../tell-notes';
import { VERSION } from '../../../model/version';

const FORMATS: ReadonlySet<string> = new Set(['pretty', 'json', 'markdown']);

export const command: Command = {
  options: {
    profile: 'text',
    map: 'texts',
    format: 'text',
    'max-warnings': 'text',
    json: 'switch',
  },
  async run(args, io) {
    const format = args.switches.has('json') ? 'json' : (args.texts['format'] ?? 'pretty');
    if (!FORMATS.has(format)) throw new Failure('usage-format', { format });
    const limit = args.texts['max-warnings'];
    const mostWarnings = limit === undefined ? Infinity : readCount('--max-warnings', limit);
    const outcomes = await processFiles(args, io, { task: 'check', outputFolder: null });
    const texts = textsOf(io.env);
    if (format === 'json') {
      tellNotes(outcomes, io);
      io.stdout.write(JSON.stringify(documentJson(VERSION, filesOf(outcomes)), null, 2) + '\n');
    } else if (format === 'markdown') {
      io.stdout.write(markdownResults(outcomes, texts));
    } else {
      const colours = colourful(io, io.stdout);
      io.stdout.write(prettyResults(outcomes, { texts, colours, findings: true }));
    }
    return exitStatus(outcomes, mostWarnings);
  },
};
