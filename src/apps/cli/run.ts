import { render } from '../../texts/catalogue';
import { Failure } from '../../model/failure';
import { readArguments } from './arguments';
import type { Command } from './command';
import type { ExitStatus, Io } from './io';
import { languageOf } from './io';
import { asFailure } from './outcome';
import { VERSION } from '../../model/version';

const COMMANDS: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  score: () => import('./commands/score'),
  check: () => import('./commands/check'),
  report: () => import('./commands/report'),
  verify: () => import('./commands/verify'),
  clear: () => import('./commands/clear'),
  profiles: () => import('./commands/profiles'),
  templates: () => import('./commands/templates'),
  rules: () => import('./commands/rules'),
};

/** Runs one command line (without `node` and the program). Never rejects. */
export async function run(argv: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    return await dispatch(argv, io);
  } catch (reason) {
    report(argv, asFailure(reason), io);
    return 2;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitStatus> {
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-v') return say(io, VERSION);
  if (first === undefined || first === '--help' || first === '-h') return help('main', io);
  const load = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  if (first === 'help') {
    const topic = rest[0] ?? 'main';
    if (topic !== 'main' && !Object.hasOwn(COMMANDS, topic)) {
      throw new Failure('usage-command', { command: topic });
    }
    return help(topic, io);
  }
  if (!load) throw new Failure('usage-command', { command: first });
  if (asksForHelp(rest)) return help(first, io);
  const { command } = await load();
  return await command.run(readArguments(rest, command.options), io);
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  const options = end < 0 ? words : words.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function help(topic: string, io: Io): ExitStatus {
  return say(
    io,
    render({ key: `cli.help.${topic}`, data: { version: VERSION } }, languageOf(io.env)),
  );
}

function say(io: Io, text: string): ExitStatus {
  io.stdout.write(text.trimEnd() + '\n');
  return 0;
}

/** A wrong command line: said on stderr, and as a document where one was asked for. */
function report(argv: readonly string[], failure: Failure, io: Io): void {
  const { code, data } = failure;
  const language = languageOf(io.env);
  const message = render({ key: `error.${code}.message`, data }, language);
  const hint = render({ key: `error.${code}.hint`, data }, language);
  io.stderr.write(`${message}\n${hint}\n`);
  if (asksForJson(argv)) {
    const document = { version: 1, engine: VERSION, files: [], error: { code, message, hint } };
    io.stdout.write(JSON.stringify(document, null, 2) + '\n');
  }
}

function asksForJson(argv: readonly string[]): boolean {
  return (
    argv.includes('--json') ||
    argv.includes('--format=json') ||
    argv[argv.indexOf('--format') + 1] === 'json'
  );
}
