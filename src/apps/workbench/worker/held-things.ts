/** Things under numbers; the oldest go when there are too many. */
export interface HeldThings<T> {
  hold(thing: T): number;
  /** Undefined: it is no longer here. */
  get(number: number): T | undefined;
}

export function holdThings<T>(most: number): HeldThings<T> {
  const things = new Map<number, T>();
  let last = 0;
  return {
    hold: (thing) => {
      last += 1;
      things.set(last, thing);
      things.delete(last - most);
      return last;
    },
    get: (number) => things.get(number),
  };
}
