/**
 * Built-ins that our code and its packages use and that Chromium 80, the oldest engine the add-ins
 * are made for, does not have. test/support/script-problems.ts says when a bundle needs one more.
 */
export interface NewerBuiltin {
  readonly owner: object;
  readonly name: string;
  readonly value: (this: never, ...given: never[]) => unknown;
}

/** An index counted from the end where it is negative. */
function at(this: ArrayLike<unknown> | string, index?: number): unknown {
  const whole = Math.trunc(index ?? 0) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

type Replacer = string | ((match: string, ...rest: unknown[]) => string);

function replaceAll(this: string, search: string | RegExp, replacement: Replacer): string {
  if (search instanceof RegExp && !search.global) {
    throw new TypeError('replaceAll must be called with a global RegExp');
  }
  const every =
    search instanceof RegExp
      ? search
      : new RegExp(search.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'g');
  return this.replace(every, replacement as string);
}

function hasOwn(owner: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(owner, key);
}

type Test = (value: unknown, index: number, whole: readonly unknown[]) => unknown;

function findLastIndex(this: readonly unknown[], test: Test): number {
  for (let index = this.length - 1; index >= 0; index -= 1) {
    if (test(this[index], index, this)) return index;
  }
  return -1;
}

function findLast(this: readonly unknown[], test: Test): unknown {
  return this[findLastIndex.call(this, test)];
}

function toReversed(this: readonly unknown[]): unknown[] {
  return Array.from(this).reverse();
}

/** A strong reference: what Fluent UI keeps in these (the element last focused) does not grow. */
function StrongRef(this: { deref: () => unknown }, target: unknown): void {
  this.deref = () => target;
}

const typedArrays = Object.getPrototypeOf(Uint8Array.prototype) as object;

export const NEWER_BUILTINS: readonly NewerBuiltin[] = [
  { owner: Array.prototype, name: 'at', value: at },
  { owner: String.prototype, name: 'at', value: at },
  { owner: typedArrays, name: 'at', value: at },
  { owner: Array.prototype, name: 'findLast', value: findLast },
  { owner: Array.prototype, name: 'findLastIndex', value: findLastIndex },
  { owner: Array.prototype, name: 'toReversed', value: toReversed },
  { owner: String.prototype, name: 'replaceAll', value: replaceAll },
  { owner: Object, name: 'hasOwn', value: hasOwn },
  { owner: globalThis, name: 'WeakRef', value: StrongRef },
];

/** Adds those the engine does not have itself. */
export function addMissing(builtins: readonly NewerBuiltin[]): void {
  for (const { owner, name, value } of builtins) {
    if (name in owner) continue;
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
  }
}
