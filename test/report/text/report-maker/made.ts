import fc from 'fast-check';

/** A piece of a report made from facts that agree, and the same with one fact changed. */
export interface Made {
  readonly right: string;
  readonly wrong: string;
}

/** Two decimals of 万元. */
export const cents = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: low * 100, max: high * 100 }).map((value) => value / 100);

export const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

export const round = (value: number, places = 2): number => Number(value.toFixed(places));

/** A figure with another second digit, or first where it has no more than two: what no rounding explains. */
export const mistaken = (value: number): number => {
  const text = String(value);
  const second = text.charAt(1) === '.' ? 2 : 1;
  const at = text.replace('.', '').length > 2 ? second : 0;
  const digit = Number(text.charAt(at));
  return Number(
    `${text.slice(0, at)}${String(digit < 6 ? digit + 3 : digit - 3)}${text.slice(at + 1)}`,
  );
};

export type Words = (figures: readonly (number | string)[]) => string;

export const oneOf = (...words: readonly Words[]): fc.Arbitrary<Words> => fc.constantFrom(...words);

export const pick = (...words: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...words);

/** Words with one place written rightly or wrongly. */
export const told = (
  words: Words,
  right: readonly (number | string)[],
  at: number,
  wrong: number | string,
): Made => ({
  right: words(right),
  wrong: words(right.map((figure, index) => (index === at ? wrong : figure))),
});
