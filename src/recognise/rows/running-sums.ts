import type { Indicator } from '../../model/table';
import { sum } from '../../quantity/exact';
import type { OpenBody } from './groups';

/** Points of the weighted rows of a stretch, and how many these are. */
export interface SumOfRows {
  readonly rows: number;
  readonly weight: number;
  readonly score: number;
}

/** What the rows read so far come to: all of them, and those since the last sum. */
export interface RunningSums {
  readonly all: SumOfRows;
  readonly since: SumOfRows;
  /** Indicators and subtotals that are in it. */
  readonly counted: number;
  readonly subtotals: number;
}

const NOTHING: SumOfRows = { rows: 0, weight: 0, score: 0 };
export const NO_SUMS: RunningSums = { all: NOTHING, since: NOTHING, counted: 0, subtotals: 0 };

const plus = (so: SumOfRows, { weight, score }: Indicator): SumOfRows =>
  weight?.value == null
    ? so
    : {
        rows: so.rows + 1,
        weight: sum([so.weight, weight.value]),
        score: sum([so.score, score?.value ?? 0]),
      };

/** Brings the sums up to the last row read; each row is added once, however often it is asked. */
export function sumsAbove(body: OpenBody): RunningSums {
  const { indicators, subtotals, sums } = body;
  const fresh = indicators.slice(sums.counted);
  const isParted = subtotals.length !== sums.subtotals;
  const next: RunningSums = {
    all: fresh.reduce(plus, sums.all),
    since: isParted ? sinceLast(body).reduce(plus, NOTHING) : fresh.reduce(plus, sums.since),
    counted: indicators.length,
    subtotals: subtotals.length,
  };
  body.sums = next;
  return next;
}

function sinceLast({ indicators, subtotals }: OpenBody): readonly Indicator[] {
  const last = Math.max(...subtotals.map(({ row }) => row));
  const before = indicators.findLastIndex(({ row }) => row <= last);
  return indicators.slice(before + 1);
}
