import type { NumberCell } from '../../../model/table';
import { multiply } from '../../../quantity/exact';
import type { Figure } from '../facts/figure';
import { tenThousands, type Stated } from '../facts/stated';
import type { ComparedKind, Comparison } from './comparison';

/** Half of what two decimals of 万元 show, in 元. */
const ROUNDING = 50;

/** An amount of the report held against the cells that it may tell. */
export function amountAt(
  kind: ComparedKind,
  fact: string,
  { statement, figure }: Stated,
  cells: readonly NumberCell[],
  factor: number,
  sure: boolean,
): Comparison {
  const fits = cells.find(({ value }) => value !== null && isSame(figure, multiply(value, factor)));
  const first = fits ?? cells[0];
  return {
    kind,
    fact,
    cell: first?.cell ?? null,
    told: { statement, at: figure.start },
    verdict: fits ? 'same' : 'differs',
    expected: tenThousands(multiply(first?.value ?? 0, factor)),
    found: tenThousands(figure.value),
    sure,
  };
}

/** A figure told shorter than the form has it is the same where it rounds it. */
export function isSame(figure: Figure, expected: number): boolean {
  const short = figure.rough ? figure.factor : (figure.factor * 10 ** -figure.decimals) / 2;
  return (
    Math.abs(figure.value - expected) <=
    Math.max(ROUNDING, figure.decimals > 0 || figure.factor >= 1e8 || figure.rough ? short : 0)
  );
}
