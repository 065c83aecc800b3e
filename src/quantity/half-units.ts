import { readChineseNumber } from './chinese-number';

const COUNT = '(\\d+|[一二两三四五六七八九十]+)';
const HALF_BEHIND = new RegExp(`^${COUNT}(年|天|日|周|小时)半$`);
const HALF_INSIDE = new RegExp(`^${COUNT}个半(月|小时|学期|季度|工作日)$`);
const HALF_ALONE = /^半个?(年|月|天|日|小时|学期|工作日)$/;

/** 月 is counted in 个月, for 月 alone names one. */
const counted = (unit: string): string => (unit === '月' ? '个月' : unit);

/** 2个半月, 一年半, 半年: so many and a half of a unit; null for any other normalised text. */
export function readHalf(text: string): { readonly value: number; readonly unit: string } | null {
  if (!text.includes('半')) return null;
  const [, many, unit] = HALF_BEHIND.exec(text) ?? HALF_INSIDE.exec(text) ?? [];
  if (many !== undefined && unit !== undefined) {
    const whole = /^\d/.test(many) ? Number(many) : readChineseNumber(many);
    return whole === null ? null : { value: whole + 0.5, unit: counted(unit) };
  }
  const alone = HALF_ALONE.exec(text)?.[1];
  return alone === undefined ? null : { value: 0.5, unit: counted(alone) };
}

const TWO_UNITS = /^(\d+)个?(?:(小时)(\d+)分钟?|(年)(\d{1,2})个月)$/;

/** 1小时40分, 1年6个月: counted in the smaller unit; null for any other normalised text. */
export function readTwoUnits(
  text: string,
): { readonly value: number; readonly unit: string } | null {
  const [, many, hours, minutes, years, months] = TWO_UNITS.exec(text) ?? [];
  if (hours !== undefined) return { value: Number(many) * 60 + Number(minutes), unit: '分钟' };
  return years === undefined ? null : { value: Number(many) * 12 + Number(months), unit: '个月' };
}
