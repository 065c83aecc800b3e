/** Takes what is done in any order and gives it on in the order of its numbers, from 0. */
export interface InOrder<T> {
  /** Resolves when an item of this number may be begun: not too far ahead of what was given on. */
  readonly room: (number: number) => Promise<void>;
  readonly put: (number: number, item: T) => void;
  /** Lets all that wait for room go on: no more will be begun. */
  readonly release: () => void;
  /** Gives on what waits for an item that will never come. */
  readonly flush: () => void;
}

/** @param lookAhead how many items may be held or under way before their turn */
export function inOrder<T>(lookAhead: number, give: (item: T) => void): InOrder<T> {
  const held = new Map<number, T>();
  let next = 0;
  let isReleased = false;
  let waiting: (() => void)[] = [];

  const wake = () => {
    const woken = waiting;
    waiting = [];
    for (const go of woken) go();
  };

  return {
    room: async (number) => {
      while (!isReleased && number - next >= lookAhead) {
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    put: (number, item) => {
      held.set(number, item);
      for (let due = held.get(next); due !== undefined; due = held.get(next)) {
        held.delete(next);
        next += 1;
        give(due);
      }
      wake();
    },
    release: () => {
      isReleased = true;
      wake();
    },
    flush: () => {
      const numbers = [...held.keys()].sort((a, b) => a - b);
      for (const number of numbers) {
        const item = held.get(number);
        held.delete(number);
        if (item !== undefined) give(item);
      }
    },
  };
}
