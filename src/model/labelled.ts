import type { CellValue } from './snapshot';

const LABELLED =
  /^[\s(（]*\p{L}[^:：\d]{0,20}[:：]|^\s*\p{L}{2,}[^:：\d]{0,12}\d+(?:\.\d+)?\s*分?\s*$/u;

/**
 * Whether a cell holds a label and its value in one: `自评总分：97.5分`, `自评得分 97.5`. A number written
 * over it would take the label away.
 */
export const isLabelled = (value: CellValue | undefined): boolean =>
  typeof value === 'string' && LABELLED.test(value);
