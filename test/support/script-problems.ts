import { parse, type ecmaVersion, type Node } from 'acorn';
import { NEWER_BUILTINS } from '../../src/pane/newer-builtins';

/** What a script may not contain: syntax newer than an engine reads, and names it lacks or hangs on. */
export interface Engine {
  readonly syntax: ecmaVersion;
  /** Free names: they stand for things of the page. */
  readonly globals: ReadonlySet<string>;
  /** Names behind a dot. */
  readonly members: ReadonlySet<string>;
  /** Members that are newer only on one built-in; on anything else they are somebody's own. */
  readonly statics: ReadonlySet<string>;
  /** Whether `toLocale…` throws. */
  readonly noLocales: boolean;
}

/** A name that stands in a bundle though the engine lacks it, how often, and why it does no harm. */
export interface Allowance {
  readonly name: string;
  readonly times: number;
  readonly why: string;
}

/** Built-ins that came after Chromium 80, by where they stand. */
export const NEWER_GLOBALS: ReadonlySet<string> = new Set([
  'structuredClone',
  'WeakRef',
  'FinalizationRegistry',
  'AggregateError',
  'Iterator',
]);
export const NEWER_MEMBERS: ReadonlySet<string> = new Set([
  'randomUUID',
  'userAgentData',
  'replaceChildren',
  'checkVisibility',
  'toSorted',
  'toReversed',
  'toSpliced',
  'isWellFormed',
  'withResolvers',
  'fromAsync',
  'groupBy',
  'isSubsetOf',
  'isSupersetOf',
  'symmetricDifference',
  'waitAsync',
  'at',
  'findLast',
  'findLastIndex',
  'replaceAll',
  'hasOwn',
]);
export const NEWER_STATICS: ReadonlySet<string> = new Set([
  'Promise.any',
  'AbortSignal.any',
  'AbortSignal.timeout',
]);

const FILLED_IN: ReadonlySet<string> = new Set(NEWER_BUILTINS.map(({ name }) => name));

/** @param filledIn names that are there because the page adds them first. */
export function scriptProblems(
  text: string,
  engine: Engine,
  allowed: readonly Allowance[] = [],
  filledIn: ReadonlySet<string> = FILLED_IN,
): string[] {
  let program: Node;
  try {
    program = parse(text, { ecmaVersion: engine.syntax, sourceType: 'script' });
  } catch (reason) {
    const at = (reason as { pos?: number }).pos ?? 0;
    return [
      `not ES${engine.syntax}: ${String(reason)} at “${text.slice(Math.max(0, at - 60), at + 40)}”`,
    ];
  }
  const found = new Map<string, number>();
  const note = (name: string): void => void found.set(name, (found.get(name) ?? 0) + 1);
  visit(program, null, { engine, filledIn, note });
  const stale = allowed.filter(({ name, times }) => (found.get(name) ?? 0) < times);
  return [
    ...[...found].flatMap(([name, times]) => {
      const most = allowed.find((one) => one.name === name)?.times ?? 0;
      return times > most ? [`${name} ×${times}`] : [];
    }),
    ...stale.map(({ name, times }) => `${name} is allowed ×${times} and not there so often`),
  ];
}

interface AnyNode extends Node {
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as AnyNode).type === 'string';

interface Search {
  readonly engine: Engine;
  readonly filledIn: ReadonlySet<string>;
  readonly note: (name: string) => void;
}

function visit(node: Node, parent: AnyNode | null, search: Search): void {
  const { engine, filledIn, note } = search;
  const one = node as AnyNode;
  if (one.type === 'Identifier' && isFree(one, parent)) {
    const name = String(one['name']);
    if (engine.globals.has(name) && !filledIn.has(name)) note(name);
  }
  if (one.type === 'MemberExpression') {
    const name = memberOf(one);
    const owner = isNode(one['object']) ? String(one['object']['name']) : '';
    if (engine.noLocales && /^toLocale/.test(name)) note(name);
    else if (engine.statics.has(`${owner}.${name}`)) note(`${owner}.${name}`);
    else if (engine.members.has(name) && !filledIn.has(name)) note(name);
  }
  for (const part of Object.values(one)) {
    for (const child of Array.isArray(part) ? (part as readonly unknown[]) : [part]) {
      if (isNode(child)) visit(child, one, search);
    }
  }
}

/** The name behind the dot, or in the brackets where a text stands there. */
function memberOf(member: AnyNode): string {
  const property = member['property'];
  if (!isNode(property)) return '';
  if (member['computed'] !== true) return String(property['name']);
  return typeof property['value'] === 'string' ? property['value'] : '';
}

/** Not the name of a member, a key or a label. */
function isFree(node: AnyNode, parent: AnyNode | null): boolean {
  if (!parent) return true;
  const isMember = parent.type === 'MemberExpression' && parent['property'] === node;
  const isKey =
    (parent.type === 'Property' || parent.type === 'MethodDefinition') && parent['key'] === node;
  return !((isMember || isKey) && parent['computed'] !== true);
}
