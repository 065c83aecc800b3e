import fc from 'fast-check';
import { addMissing, NEWER_BUILTINS } from '../../src/pane/newer-builtins';

type Method = (this: unknown, ...given: unknown[]) => unknown;

const ownOf = (owner: object, name: string): Method => {
  const found = NEWER_BUILTINS.find((one) => one.owner === owner && one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found.value as unknown as Method;
};
const nativeOf = (owner: object, name: string): Method =>
  (owner as Record<string, Method | undefined>)[name] as Method;

/** What a call gives, or the kind of error it throws. */
const outcome = (method: Method, self: unknown, ...given: unknown[]): unknown => {
  try {
    return method.apply(self, given);
  } catch (reason) {
    return reason instanceof Error ? reason.name : reason;
  }
};

const same = (owner: object, name: string, self: unknown, ...given: unknown[]): void =>
  expect(outcome(ownOf(owner, name), self, ...given)).toEqual(
    outcome(nativeOf(owner, name), self, ...given),
  );

const index = fc.oneof(
  fc.integer({ min: -12, max: 12 }),
  fc.double({ min: -12, max: 12, noNaN: false }),
  fc.constant(undefined),
);

test('at counts as the engine’s own does', () => {
  const typed = Object.getPrototypeOf(Uint8Array.prototype) as object;
  fc.assert(
    fc.property(fc.array(fc.nat(255), { maxLength: 8 }), index, (items, at) => {
      same(Array.prototype, 'at', items, at);
      same(String.prototype, 'at', items.join(''), at);
      same(typed, 'at', Uint8Array.from(items), at);
    }),
  );
});

test('findLast and findLastIndex look from the end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.nat(9), (items, least) => {
      const test = (value: unknown): boolean => Number(value) >= least;
      same(Array.prototype, 'findLast', items, test);
      same(Array.prototype, 'findLastIndex', items, test);
    }),
  );
});

test('toReversed leaves the list itself as it is, and fills holes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (items) => {
      const before = [...items];
      same(Array.prototype, 'toReversed', items);
      expect(items).toEqual(before);
    }),
  );
  const holes: number[] = [1];
  holes.length = 3;
  expect(ownOf(Array.prototype, 'toReversed').call(holes)).toStrictEqual([undefined, undefined, 1]);
});

test('replaceAll takes its search literally, its replacement with $ and as a function', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '.', '$', '&', '1', '\\', '(', '指', '-') });
  fc.assert(
    fc.property(text, text, text, (whole, search, by) => {
      same(String.prototype, 'replaceAll', whole, search, by);
      same(
        String.prototype,
        'replaceAll',
        whole,
        search,
        (match: string, at: number) => `<${match}${at}>`,
      );
      same(String.prototype, 'replaceAll', whole, /[a.$]/g, by);
    }),
  );
  same(String.prototype, 'replaceAll', 'aa', /a/, 'b');
});

test('a reference gives back what it was made of', () => {
  const Ref = ownOf(globalThis, 'WeakRef') as unknown as new (target: object) => {
    deref(): object;
  };
  const target = {};
  expect(new Ref(target).deref()).toBe(target);
});

test('hasOwn sees own keys only', () => {
  same(Object, 'hasOwn', Object, { a: undefined }, 'a');
  same(Object, 'hasOwn', Object, { a: 1 }, 'toString');
  same(Object, 'hasOwn', Object, Object.create({ a: 1 }), 'a');
});

test('what the engine has stays, what it has not is added without showing in loops', () => {
  const kept = (): string => 'kept';
  const owner: Record<string, unknown> = { old: kept };
  addMissing([
    { owner, name: 'old', value: () => 'new' },
    { owner, name: 'added', value: () => 'added' },
  ]);
  expect(owner['old']).toBe(kept);
  expect((owner['added'] as () => string)()).toBe('added');
  expect(Object.keys(owner)).toEqual(['old']);
});
