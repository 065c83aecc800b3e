import { Failure } from '../../../model/failure';
import { programFormat, readCount, type Arguments } from '../arguments';
import type { Command } from '../command';
import { processFiles } from '../process-files';
import { exitStatus } from '../tally';
import type { ResultFormat } from '../tell-outcome';

const FORMATS = ['pretty', 'json', 'markdown'] as const;

export const command: Command = {
  options: {
    profile: 'text',
    map: 'texts',
    format: 'text',
    'max-warnings': 'text',
    json: 'switch',
    ndjson: 'switch',
    shard: 'text',
  },
  async run(args, io) {
    const format = formatOf(args);
    const limit = args.texts['max-warnings'];
    const mostWarnings = limit === undefined ? Infinity : readCount('--max-warnings', limit);
    const tally = await processFiles(args, io, {
      task: 'check',
      outputFolder: null,
      format,
      findings: true,
    });
    return exitStatus(tally, mostWarnings);
  },
};

/** @throws Failure `usage-format` */
function formatOf(args: Arguments): ResultFormat {
  const named = args.texts['format'];
  const format = programFormat(args) ?? FORMATS.find((one) => one === (named ?? 'pretty'));
  if (!format) throw new Failure('usage-format', { format: named ?? '' });
  return format;
}
