import type { Claim } from '../facts/claims';
import { written, type Figure } from '../facts/figure';
import { isPlan, isPrior, type Statement } from '../facts/statement';

const COMPARES =
  /^，?(?:均|已|仍|略|明显|远|大幅)?(?:(低于|少于|小于)|高于|超过|超出|多于|大于)(?:了)?((?:年度|年初|预期)?(?:目标|计划)(?:值|数)?(?:的)?)?$/;
const OF_TARGET =
  /^的?(?:年度|年初|预期|既定|绩效|控制)?(?:目标|指标值|标准|要求|任务|计划|上限|水平)/;
const FALLS = /下降|降低|减少|降/;

/** 满意度92.5%，低于90%的目标: what was reached, and what it is said to be against it. */
export const comparedWrongly = (
  statements: readonly Statement[],
): readonly (readonly [Claim, Claim])[] =>
  statements.flatMap((statement) =>
    statement.figures.flatMap((target, index): (readonly [Claim, Claim])[] => {
      const actual = statement.figures[index - 1];
      if (!actual || !isWrong(statement.text, actual, target)) return [];
      const claim = (start: number, end: number): Claim => ({
        statement,
        at: start,
        found: statement.text.slice(start, end).replace(/^，/, ''),
      });
      return [
        [
          { ...claim(actual.start, actual.end), found: written(actual) },
          claim(actual.end, target.end),
        ],
      ];
    }),
  );

function isWrong(text: string, actual: Figure, target: Figure): boolean {
  const match = COMPARES.exec(text.slice(actual.end, target.start));
  const alike = actual.unit === target.unit && actual.per === target.per;
  if (!match || !alike || actual.rough || isPrior(actual) || isPlan(actual)) return false;
  if (FALLS.test(actual.label)) return false;
  const [, isBelow, isNamed] = match;
  const isTarget = OF_TARGET.test(text.slice(target.end));
  // 低于目标2块 tells by how many; nothing is above its target by more than all of it.
  if (isBelow) return isTarget && !isNamed && actual.value > target.value;
  return (isTarget || isNamed !== undefined) && actual.value < target.value;
}
