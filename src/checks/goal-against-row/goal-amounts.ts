import type { Budget } from '../../model/table';
import { readAmount } from '../../quantity/read-number';

const AMOUNT = /\d[\d,]*(?:\.\d+)?\s*[亿万]?元/g;
const NEAR = 0.001;

/** An amount in words that is exactly ten thousand times one of the funds block, or a ten-thousandth. */
export interface AmountApart {
  readonly text: string;
  readonly figure: number;
  readonly currency: '万元' | '元';
}

/** Null also where one amount agrees: the unit is right then. */
export function amountApart(goal: string, budget: Budget | null): AmountApart | null {
  const currency = budget?.currency ?? null;
  if (currency === null) return null;
  const figures = (budget?.rows ?? []).flatMap((row) =>
    [row.initial, row.adjusted, row.received, row.carried, row.executed].flatMap(
      (amount) => amount?.value ?? [],
    ),
  );
  const pairs = (goal.match(AMOUNT) ?? []).flatMap((text) =>
    figures.map((figure) => {
      const times = (readAmount(text, currency) ?? 0) / figure;
      const isTimes = (factor: number): boolean => Math.abs(times / factor - 1) < NEAR;
      return { text, figure, same: isTimes(1), apart: isTimes(10_000) || isTimes(1 / 10_000) };
    }),
  );
  if (pairs.some(({ same }) => same)) return null;
  const found = pairs.find(({ figure, apart }) => apart && isTelling(figure));
  return found ? { text: found.text, figure: found.figure, currency } : null;
}

/** Two digits are ten thousand times another figure's by chance. */
const isTelling = (figure: number): boolean =>
  String(figure)
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length > 2;
