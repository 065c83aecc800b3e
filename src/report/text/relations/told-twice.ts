import { isMistyped, suspect } from '../facts/slip';
import type { Stated, StatedFunds } from '../facts/stated';
import type { RepeatedFact } from './repeated-facts';

/** Which of a project's budgets an amount is: what was there first may have been changed. */
const versionOf = ({ figure }: Stated): string =>
  /年初|追加|调整|压减|全年/.exec(figure.label)?.[0] ?? '';

/**
 * The budget or the spending of a whole project told twice, one key apart, however the two are called:
 * 项目全年预算数为318万元, 全年预算381万元已支出311.64万元.
 */
export function fundsToldTwice({ budgets, spent }: StatedFunds): RepeatedFact[] {
  return [budgets, spent].flatMap((told): RepeatedFact[] => {
    const [first, ...others] = told;
    if (!first) return [];
    const other = others.find((one) => {
      const { text, meant } = suspect(one.figure, first.figure.value);
      return (
        one.statement !== first.statement &&
        versionOf(one) === versionOf(first) &&
        isMistyped(text, meant)
      );
    });
    const values = new Set(told.map(({ figure }) => figure.value));
    if (!other || values.size !== 2) return [];
    const suspects = [suspect(other.figure, first.figure.value)];
    const weighed = { explicit: false, suspects };
    return [{ subject: first.figure.label.replace(/^[，；、]/, ''), first, other, weighed }];
  });
}
