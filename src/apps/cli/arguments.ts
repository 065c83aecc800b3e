import { parseArgs } from 'node:util';
import { Failure } from '../../model/failure';
import { messageOf } from './thrown';

/** `text` takes a value, `switch` does not. */
export type OptionKind = 'text' | 'switch' | 'texts';

export type OptionKinds = Readonly<Record<string, OptionKind>>;

export interface Arguments {
  readonly words: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly switches: ReadonlySet<string>;
}

/**
 * Reads one command's arguments.
 * @throws Failure `usage-option` for an unknown option or a missing value, `usage-argument` for the rest.
 */
export function readArguments(argv: readonly string[], kinds: OptionKinds): Arguments {
  const { values, positionals } = parse(argv, kinds);
  const texts: Record<string, string> = {};
  const lists: Record<string, readonly string[]> = {};
  const switches = new Set<string>();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') texts[name] = value;
    else if (Array.isArray(value)) lists[name] = value.map(String);
    else if (value === true) switches.add(name);
  }
  return { words: positionals, texts, lists, switches };
}

function parse(argv: readonly string[], kinds: OptionKinds) {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      kind === 'switch'
        ? ({ type: 'boolean' } as const)
        : ({ type: 'string', multiple: kind === 'texts' } as const),
    ]),
  );
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (reason) {
    throw usage(argv, kinds, reason);
  }
}

/** Names the argument at fault, since the parser's own sentence is English and long. */
function usage(argv: readonly string[], kinds: OptionKinds, reason: unknown): Failure {
  const known = (word: string) => {
    const name = word.replace(/^--/, '').split('=', 1)[0] ?? '';
    return Object.hasOwn(kinds, name);
  };
  const end = argv.indexOf('--');
  const options = (end < 0 ? argv : argv.slice(0, end)).filter((word) => /^-./.test(word));
  const unknown = options.find((word) => !word.startsWith('--') || !known(word));
  if (unknown !== undefined) {
    return new Failure(
      'usage-option',
      { option: unknown.split('=', 1)[0] ?? '' },
      { cause: reason },
    );
  }
  const message = messageOf(reason);
  const named = options.find((word) => message.includes(word.split('=', 1)[0] ?? word)) ?? '';
  return new Failure('usage-value', { option: named.split('=', 1)[0] ?? '' }, { cause: reason });
}

/**
 * Reads `score=I,weight=H` and `附表!score=I`, the list form of several `--map` options.
 * The key `*` stands for every sheet.
 * @throws Failure `usage-map` for anything else.
 */
export function readMapping(
  parts: readonly string[],
  roles: ReadonlySet<string>,
): Record<string, Record<string, string>> {
  const mapping: Record<string, Record<string, string>> = Object.create(null) as Record<
    string,
    Record<string, string>
  >;
  for (const part of parts.flatMap((list) => list.split(/[,，]/))) {
    const match = /^(?:(.+)[!！])?\s*([A-Za-z0-9]+)\s*=\s*([A-Za-z]{1,3})\s*$/.exec(part.trim());
    const role = match?.[2] ?? '';
    if (!match || !roles.has(role)) throw new Failure('usage-map', { text: part });
    const sheet = match[1] ?? '*';
    mapping[sheet] = { ...mapping[sheet], [role]: (match[3] ?? '').toUpperCase() };
  }
  return mapping;
}

/** @throws Failure `usage-number` unless the text is a whole number, 0 or more. */
export function readCount(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Failure('usage-number', { option, text });
  return Number(text);
}

/** What a program is to read, where `--json` or `--ndjson` asks for it; the lines win. */
export const programFormat = ({ switches }: Arguments): 'json' | 'ndjson' | null =>
  switches.has('ndjson') ? 'ndjson' : switches.has('json') ? 'json' : null;
