import type { Table } from '../../model/table';
import { sum } from '../../quantity/exact';
import { normaliseText } from '../../quantity/normalise';
import { readNumberCell } from '../../quantity/read-number';

/** 资料迟报扣2分、共扣除3.5分: points taken off once; 每迟报一天扣1分 is a rule and takes nothing off. */
const TAKEN = /(?<!每[^,;。、]{0,12})(?:扣|减)[除减去掉了]?(\d+(?:\.\d+)?)分/g;
const ADDED = /(?<!每[^,;。、]{0,12})(?:加|奖)[了励]?(\d+(?:\.\d+)?)分/g;

/** 年度目标完成情况得分 | 20 above the list: points that no row has. */
const OF_THE_GOAL = /目标[^;,。]{0,8}得分$/;

/**
 * Whether the total's own row, a note below it, or points in the head of the form tell why the total is so
 * many points off.
 * @param off points by which the total is more (less where negative) than what adds up
 */
export function isDifferenceTold({ total, notes, meta }: Table, off: number): boolean {
  const isOfTheGoal = meta.some(
    ({ label, value }) =>
      OF_THE_GOAL.test(normaliseText(label)) && readNumberCell(value).value === off,
  );
  if (isOfTheGoal) return true;
  const texts = [...(total?.remarks ?? []), ...notes.map(({ value }) => value)].map(normaliseText);
  const told = (way: RegExp): number[] =>
    texts.flatMap((text) => [...text.matchAll(way)].map(([, points]) => Number(points)));
  const points = told(off < 0 ? TAKEN : ADDED);
  const wanted = Math.abs(off);
  return points.includes(wanted) || (points.length > 1 && sum(points) === wanted);
}
