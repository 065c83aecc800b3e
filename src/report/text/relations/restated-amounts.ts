import type { Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';
import { EACH } from '../facts/suspect-units';
import { suspect } from '../facts/slip';
import type { RepeatedFact } from './repeated-facts';

const OPENS = /^[（(](?:即|折?合)?$/;
const CLOSES = /^[）)]/;

/** Half of the last digit written. */
const half = ({ factor, decimals }: Figure): number => factor * 10 ** -decimals * 0.5001;

/** Nearly the same, or the same but for noughts: further apart they may be two amounts. */
const NEARLY = 0.2;
const isMistold = (one: number, other: number): boolean =>
  Math.abs(one - other) < NEARLY * Math.max(one, other) ||
  Number.isInteger(Number(Math.log10(one / other).toFixed(9)));

/**
 * Amounts told again in brackets in another unit, 3200000元（320万元）, that are not the same to the
 * digits written. An amount in the same unit may be another one: 预算200万元（220万元）; so may the
 * sum behind a rate: 每人1000元（10万元）.
 */
export function restatedAmounts(statements: readonly Statement[]): RepeatedFact[] {
  return statements.flatMap((statement) =>
    statement.figures.flatMap((figure, index): RepeatedFact[] => {
      const again = statement.figures[index + 1];
      if (!again) return [];
      const { text } = statement;
      if (!isRestated(text, figure, again) && !isConverted(text, figure, again)) return [];
      const off = Math.abs(figure.value - again.value);
      if (off <= Math.max(half(figure), half(again))) return [];
      if (!isMistold(figure.value, again.value)) return [];
      const first = { statement, figure };
      const other = { statement, figure: again };
      const suspects = [suspect(again, figure.value), suspect(figure, again.value)];
      return [{ subject: figure.label, first, other, weighed: { explicit: true, suspects } }];
    }),
  );
}

/** 全年预算3264000元，全部为财政拨款，折合326.4元 */
const TOLD_AGAIN = /^，(?:[^，。；\d]{1,10}，)?折合(?:为|人民币)?$/;

const isConverted = (text: string, figure: Figure, again: Figure): boolean =>
  figure.kind === 'money' &&
  again.kind === 'money' &&
  !EACH.test(figure.lead) &&
  [figure, again].every(({ per, rough, bound }) => per === null && !rough && bound === null) &&
  TOLD_AGAIN.test(text.slice(figure.end, again.start));

const isRestated = (text: string, figure: Figure, again: Figure): boolean =>
  figure.kind === 'money' &&
  figure.unit === again.unit &&
  figure.factor !== again.factor &&
  !EACH.test(figure.lead) &&
  [figure, again].every(({ per, rough, bound }) => per === null && !rough && bound === null) &&
  OPENS.test(text.slice(figure.end, again.start)) &&
  CLOSES.test(text.slice(again.end));
