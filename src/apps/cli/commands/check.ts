import { Failure } from '../../../model/failure';
import { readCount } from '../arguments';
import { exitStatus } from '../exit-status';
import { textsOf } from '../texts';
import { markdownResults } from '../print-results';
import { processFiles } from '../process-files';
import type { Command } from '../command';
import { tellJson, tellPretty } from '../tell-results';

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
    if (format === 'json') tellJson(outcomes, io);
    else if (format === 'markdown') io.stdout.write(markdownResults(outcomes, textsOf(io.env)));
    else tellPretty(outcomes, io, true);
    return exitStatus(outcomes, mostWarnings);
  },
};
