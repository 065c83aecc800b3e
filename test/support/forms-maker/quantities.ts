import type { CellValue } from '../../../src/model/snapshot';
import type { RowSpec } from './form-spec';
import { DEEDS, NONES, QUALITIES, RATES, SCALES, THINGS } from './words';

/** A row's texts as a clerk writes them, with the share of the points that is right for them. */
export interface Measured {
  readonly name: string;
  readonly sign: string;
  readonly value: string | number;
  readonly unit: string;
  /** The target in one cell, where it is more than sign, figure and unit. */
  readonly phrase: string | null;
  readonly actual: CellValue;
  readonly actualFormat: string | null;
  /** Of a target that is a real date; null for one that is text or a plain figure. */
  readonly targetFormat: string | null;
  readonly lastYear: CellValue;
  /** A share as a sentence tells it; blank for what is none. */
  readonly told: string;
  /** Of full points, at most 1. */
  readonly earned: number;
}

const pick = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('empty list');
  return found;
};

/** What most rows have. */
const PLAIN = {
  sign: '',
  unit: '',
  phrase: null,
  actualFormat: null,
  targetFormat: null,
  lastYear: null,
  told: '',
  earned: 1,
} as const;

export function measured(row: RowSpec, index: number): Measured {
  const numbered = (name: string): string => `${name}${'甲乙丙丁戊己庚辛壬癸'.charAt(index % 10)}`;
  switch (row.kind) {
    case 'quality': {
      const [name, target] = pick(QUALITIES, row.thing);
      return { ...PLAIN, name: numbered(name), value: target, actual: target, lastYear: target };
    }
    case 'none': {
      const [name, target, actual] = pick(NONES, row.thing);
      return { ...PLAIN, name: numbered(name), value: target, actual, lastYear: target };
    }
    case 'date':
      return dated(row, numbered(pick(DEEDS, row.thing)));
    case 'scale':
      return scaled(row, numbered('窗口服务评分'));
    case 'rate':
      return rated(row, numbered(pick(RATES, row.thing)));
    case 'count': {
      const [name, unit] = pick(THINGS, row.thing);
      const actual = Math.round(row.target * row.percent) / 100;
      return {
        ...PLAIN,
        name: numbered(name),
        sign: row.sign,
        value: row.target,
        unit,
        actual: row.unitInActual ? `${String(actual)}${unit}` : actual,
        lastYear: `${String(row.target + 1)}${unit}`,
        earned: Math.min(1, actual / row.target),
      };
    }
  }
}

function rated(row: RowSpec, name: string): Measured {
  const target = 60 + (row.target % 38);
  const actual = Math.min(100, Math.round(target * row.percent) / 100);
  const asNumber = row.rateAsNumber && row.asked !== 'glossed';
  return {
    ...PLAIN,
    name,
    sign: row.sign,
    value: target,
    unit: '%',
    phrase: phraseOf(row, target),
    actual: asNumber ? actual / 100 : `${String(actual)}%${glossOf(row, actual)}`,
    actualFormat: asNumber ? '0.00%' : null,
    lastYear: `${String(target - 2)}%`,
    told: `${String(actual)}%`,
    earned: Math.min(1, actual / target),
  };
}

function phraseOf(row: RowSpec, target: number): string | null {
  switch (row.asked) {
    case 'plain':
      return null;
    case 'glossed':
      return `${row.sign}${String(target)}%${glossOf(row, target)}`;
    case 'rising':
      return `${pick(RISES, row.thing)}${String(target)}%`;
    case 'from-to':
      return `由${String(target - 6)}%${pick(RISES, row.thing)}${String(target)}%`;
  }
}
const RISES = ['提升至', '提高到', '稳步提升到', '增至'] as const;

/** Of 2300 households, so many. */
const glossOf = ({ asked, thing }: RowSpec, share: number): string =>
  asked === 'glossed'
    ? `（${thing % 2 === 0 ? '约' : ''}${String(Math.round(23 * share))}户）`
    : '';

/** Marks on a scale that brackets name. */
function scaled(row: RowSpec, name: string): Measured {
  const [most, note] = pick(SCALES, row.thing);
  const target = most * 0.9;
  const actual = Math.min(most, rounded((target * row.percent) / 100));
  return {
    ...PLAIN,
    name,
    sign: row.sign,
    value: target,
    unit: '分',
    phrase: `${row.sign}${String(target)}分（${note}）`,
    actual: `${String(actual)}分`,
    lastYear: `${String(target)}分`,
    told: `${String(actual)}分`,
    earned: Math.min(1, actual / target),
  };
}

const DATE_FORMATS = ['yyyy"年"m"月"d"日"', 'm/d/yyyy', 'yyyy-mm-dd'] as const;
/** 2024-01-01 as a serial day of 1900. */
const NEW_YEAR = 45_292;

/** Done in time: a real date, in one of the ways that a sheet shows one, or a text. */
function dated(row: RowSpec, name: string): Measured {
  const due = NEW_YEAR + 30 + (row.target % 300);
  const done = due - 1 - (row.thing % 9);
  const format = pick(DATE_FORMATS, row.thing);
  const text = (serial: number): string => {
    const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
    return `${String(day.getUTCFullYear())}年${String(day.getUTCMonth() + 1)}月${String(day.getUTCDate())}日`;
  };
  return {
    ...PLAIN,
    name,
    value: row.rateAsNumber ? due : `${text(due)}前`,
    actual: row.unitInActual ? done : text(done),
    actualFormat: row.unitInActual ? format : null,
    targetFormat: row.rateAsNumber ? format : null,
  };
}

/** Whole points that come to `sum`, each at least 1, by the shares. */
export function pointsOf(shares: readonly number[], sum: number): number[] {
  const all = shares.reduce((total, share) => total + share, 0);
  const points = shares.map((share) => Math.max(1, Math.floor((share * sum) / all)));
  const rest = sum - points.reduce((total, one) => total + one, 0);
  points[0] = (points[0] ?? 0) + rest;
  return points;
}

/** Half up, two decimals: what a right form has. */
export const rounded = (value: number): number => Math.round((value + 1e-9) * 100) / 100;
