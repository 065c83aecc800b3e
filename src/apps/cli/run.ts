import { render, speaker } from '../../texts/catalogue';
import { asFailure, Failure, toldOf } from '../../model/failure';
import { readArguments } from './arguments';
import type { Command } from './command';
import type { ExitStatus, Io } from './io';
import { textsOf } from './texts';
import { VERSION } from '../../model/version';

const COMMANDS = {
  score: () => import('./commands/score'),
  check: () => import('./commands/check'),
  fix: () => import('./commands/fix'),
  report: () => import('./commands/report'),
  verify: () => import('./commands/verify'),
  summary: () => import('./commands/summary'),
  clear: () => import('./commands/clear'),
  profiles: () => import('./commands/profiles'),
  templates: () => import('./commands/templates'),
  rules: () => import('./commands/rules'),
} satisfies Readonly<Record<string, () => Promise<{ readonly command: Command }>>>;

type Topic = 'main' | keyof typeof COMMANDS;

const isCommand = (word: string): word is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, word);

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
  if (first === 'help') {
    const topic = rest[0] ?? 'main';
    if (topic !== 'main' && !isCommand(topic)) {
      throw new Failure('usage-command', { command: topic });
    }
    return help(topic, io);
  }
  if (!isCommand(first)) throw new Failure('usage-command', { command: first });
  if (asksForHelp(rest)) return help(first, io);
  const { command } = await COMMANDS[first]();
  return await command.run(readArguments(rest, command.options), io);
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  const options = end < 0 ? words : words.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function help(topic: Topic, io: Io): ExitStatus {
  return say(io, speaker('cli.help', textsOf(io.env))(topic, { version: VERSION }));
}

function say(io: Io, text: string): ExitStatus {
  io.stdout.write(text.trimEnd() + '\n');
  return 0;
}

/** A wrong command line: said on stderr, and as a document where one was asked for. */
function report(argv: readonly string[], failure: Failure, io: Io): void {
  const { code } = failure;
  const told = toldOf(failure);
  const texts = textsOf(io.env);
  const message = render(told.message, texts);
  const hint = render(told.hint, texts);
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
