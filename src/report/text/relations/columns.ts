import type { Figure } from '../facts/figure';

/** 安排甲300万元、乙900万元，分别支出270万元、720万元: as many before as behind, one for each. */
export function areColumns(amounts: readonly Figure[], at: number, first: Figure): boolean {
  const alike = amounts.filter(
    ({ unit, depth, segment }) =>
      unit === first.unit && depth === first.depth && segment === first.segment,
  );
  const behind = alike.filter(({ start }) => start > at).length;
  return behind > 1 && alike.length >= behind * 2;
}

const GOT = /得分?(?:为|了)?$/;

/** 预算执行10分得9分、管理20分得18分: of full scores and those awarded the awarded ones. */
export function awarded(parts: readonly Figure[]): readonly Figure[] {
  const got = parts.filter(({ label }) => GOT.test(label));
  return got.length > 1 && got.length * 2 === parts.length ? got : parts;
}

/** `费用12万元，实际支出12万元；…`: of lists in columns no column is known to be the parts. */
export function oneColumn(
  parts: readonly Figure[],
  list: readonly Figure[],
): readonly Figure[] | null {
  const labels = parts.map(({ label }) => label.replace(/[^\u4e00-\u9fff]/g, ''));
  const COLUMN =
    /^(?:实际)?(?:支出|执行|到位|完成|支付|使用|预算|拨付|全年预算数?|全年执行数?)(?:数|金额|资金)?$/;
  const repeated = labels.filter((label) => COLUMN.test(label));
  return repeated.length > 1 || list.some(({ kind }) => kind === 'percent' && repeated.length > 0)
    ? null
    : parts;
}
