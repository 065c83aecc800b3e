import type { CellValue } from '../../../src/model/snapshot';
import type { RowSpec } from './form-spec';
import { DEEDS, QUALITIES, RATES, THINGS } from './words';

/** A row's texts as a clerk writes them, with the share of the points that is right for them. */
export interface Measured {
  readonly name: string;
  readonly sign: string;
  readonly value: string | number;
  readonly unit: string;
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

export function measured(row: RowSpec, index: number): Measured {
  const numbered = (name: string): string => `${name}${'甲乙丙丁戊己庚辛壬癸'.charAt(index % 10)}`;
  if (row.kind === 'quality') {
    const [name, target] = pick(QUALITIES, row.thing);
    const actual = target;
    return {
      name: numbered(name),
      sign: '',
      value: target,
      unit: '',
      actual,
      actualFormat: null,
      targetFormat: null,
      lastYear: target,
      told: '',
      earned: 1,
    };
  }
  if (row.kind === 'date') return dated(row, numbered(pick(DEEDS, row.thing)));
  if (row.kind === 'rate') {
    const target = 60 + (row.target % 38);
    const actual = Math.min(100, Math.round(target * row.percent) / 100);
    return {
      name: numbered(pick(RATES, row.thing)),
      sign: row.sign,
      value: target,
      unit: '%',
      actual: row.rateAsNumber ? actual / 100 : `${String(actual)}%`,
      actualFormat: row.rateAsNumber ? '0.00%' : null,
      targetFormat: null,
      lastYear: `${String(target - 2)}%`,
      told: `${String(actual)}%`,
      earned: Math.min(1, actual / target),
    };
  }
  const [name, unit] = pick(THINGS, row.thing);
  const actual = Math.round(row.target * row.percent) / 100;
  return {
    name: numbered(name),
    sign: row.sign,
    value: row.target,
    unit,
    actual: row.unitInActual ? `${String(actual)}${unit}` : actual,
    actualFormat: null,
    targetFormat: null,
    lastYear: `${String(row.target + 1)}${unit}`,
    told: '',
    earned: Math.min(1, actual / row.target),
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
    name,
    sign: '',
    value: row.rateAsNumber ? due : `${text(due)}前`,
    unit: '',
    actual: row.unitInActual ? done : text(done),
    actualFormat: row.unitInActual ? format : null,
    targetFormat: row.rateAsNumber ? format : null,
    lastYear: null,
    told: '',
    earned: 1,
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
