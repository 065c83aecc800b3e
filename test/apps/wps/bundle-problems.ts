import { parse, type Node } from 'acorn';
import { NEWER_BUILTINS } from '../../../src/pane/newer-builtins';

/**
 * What a script of the add-in may not contain: syntax newer than ES2018, and names WPS's engines
 * lack or hang on (wps-host notes: fetch hangs in the pane of 12.1.0.16250, toLocale… throws on
 * Linux, http:// pages have no crypto.subtle, Chromium 80 is the oldest engine).
 */

/** A name that stands in a bundle though it is listed below, how often, and why it does no harm. */
export interface Allowance {
  readonly name: string;
  readonly times: number;
  readonly why: string;
}

/** Free names: they stand for things of the page. */
const GLOBALS: ReadonlySet<string> = new Set([
  'fetch',
  'Intl',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'SharedWorker',
  'Worker',
  'structuredClone',
  'WeakRef',
  'FinalizationRegistry',
  'AggregateError',
  'Iterator',
]);

const MEMBERS: ReadonlySet<string> = new Set([
  'fetch',
  'subtle',
  'randomUUID',
  'sendBeacon',
  'serviceWorker',
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

/** Members that are newer only on one built-in; on anything else they are somebody's own. */
const STATICS: ReadonlySet<string> = new Set([
  'Promise.any',
  'AbortSignal.any',
  'AbortSignal.timeout',
]);

const FILLED_IN: ReadonlySet<string> = new Set(NEWER_BUILTINS.map(({ name }) => name));

export function bundleProblems(text: string, allowed: readonly Allowance[] = []): string[] {
  let program: Node;
  try {
    program = parse(text, { ecmaVersion: 2018, sourceType: 'script' });
  } catch (reason) {
    const at = (reason as { pos?: number }).pos ?? 0;
    return [`not ES2018: ${String(reason)} at “${text.slice(Math.max(0, at - 60), at + 40)}”`];
  }
  const found = new Map<string, number>();
  const note = (name: string): void => void found.set(name, (found.get(name) ?? 0) + 1);
  visit(program, null, note);
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

function visit(node: Node, parent: AnyNode | null, note: (name: string) => void): void {
  const one = node as AnyNode;
  if (one.type === 'Identifier' && isFree(one, parent)) {
    const name = String(one['name']);
    if (GLOBALS.has(name) && !FILLED_IN.has(name)) note(name);
  }
  if (one.type === 'MemberExpression') {
    const name = memberOf(one);
    const owner = isNode(one['object']) ? String(one['object']['name']) : '';
    if (/^toLocale/.test(name)) note(name);
    else if (STATICS.has(`${owner}.${name}`)) note(`${owner}.${name}`);
    else if (MEMBERS.has(name) && !FILLED_IN.has(name)) note(name);
  }
  for (const part of Object.values(one)) {
    for (const child of Array.isArray(part) ? (part as readonly unknown[]) : [part]) {
      if (isNode(child)) visit(child, one, note);
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
