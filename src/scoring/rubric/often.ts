const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/每个?月|按月|逐月/, 12],
  [/每个?季度?|按季/, 4],
  [/每半年/, 2],
  [/每年/, 1],
];

const OFTEN = /(?:每个?[年月季周旬天日半]|按[月季]|逐月)[^,;。]*$/;

/** How many times a year what stands behind these words is due: 12 behind 每月; null where they name a time that no year is whole in; 1 where none. */
export function timesAYear(before: string): number | null {
  const said = OFTEN.exec(before)?.[0];
  if (said === undefined) return 1;
  return PERIODS.find(([words]) => words.test(said))?.[1] ?? null;
}

/** How many a year are due of what 按月报送 or 季报 names without a count; null where it names no time. */
export const reportsAYear = (text: string): number | null =>
  /按月|每月|逐月|月报/.test(text) ? 12 : /按季|每季|季报/.test(text) ? 4 : null;
