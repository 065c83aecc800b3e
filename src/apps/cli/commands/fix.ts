import { CHECKS } from '../../../checks/registry';
import { FIXABLE } from '../../../engine/fixes';
import { Failure } from '../../../model/failure';
import { programFormat } from '../arguments';
import type { Command } from '../command';
import { processFiles } from '../process-files';
import { exitStatus } from '../tally';
import { DEFAULT_FOLDER } from './score';

export const command: Command = {
  options: {
    only: 'texts',
    'dry-run': 'switch',
    out: 'text',
    force: 'switch',
    profile: 'text',
    map: 'texts',
    json: 'switch',
  },
  async run(args, io) {
    const only = args.lists['only'];
    const tally = await processFiles(args, io, {
      task: 'fix',
      format: programFormat(args) ?? 'pretty',
      outputFolder: args.switches.has('dry-run') ? null : (args.texts['out'] ?? DEFAULT_FOLDER),
      ...(only ? { only: readRules(only) } : {}),
    });
    return exitStatus(tally);
  },
};

/**
 * Ids or codes, with commas between them.
 * @throws Failure `rule-unknown`; `rule-not-fixable` for one of which no correction is certain.
 */
function readRules(lists: readonly string[]): string[] {
  const words = lists.flatMap((list) => list.split(/[,，]/)).map((word) => word.trim());
  return words.map((word) => {
    const check = CHECKS.find(({ id, code }) => id === word || code === word.toUpperCase());
    if (!check) throw new Failure('rule-unknown', { id: word });
    if (!FIXABLE.includes(check.id)) {
      throw new Failure('rule-not-fixable', { id: check.id, fixable: FIXABLE.join(' ') });
    }
    return check.id;
  });
}
