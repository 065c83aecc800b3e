import { once } from '../../model/remember';
import type { Column, ColumnRole } from '../../model/table';
import type { Chosen } from './assign-roles';
import type { Contents } from './column-contents';
import { fitOf, type Fit, type ToldRole } from './column-fit';

/** A column that one of the told roles may have, with what its head's words are worth for each. */
export interface Place extends Omit<Column, 'confidence'> {
  readonly words: ReadonlyMap<ToldRole, number>;
  /** What the words are worth for a role that they do not mean. */
  readonly otherwise: number;
}

export type Taken = ReadonlyMap<ToldRole, Place>;

/** Contents that suit a role less than this are no evidence where the head's words say nothing. */
export const LEAST = 0.55;
/** What contents can add or take away beside a word of the vocabulary, which is worth 1. */
const BY_CONTENTS = 0.8;
/** However little contents suit a role that the head's words mean. */
const LEAST_SAID = 0.25;

/** `null`: the column cannot have the role. */
export type Worth = (Fit & { readonly worth: number }) | null;

export interface Around {
  readonly columns: Chosen;
  readonly read: (column: number) => Contents;
}

/** What words, contents and position say together for a column in a role, beside the columns taken. */
export function worthOf(role: ToldRole, place: Place, taken: Taken, around: Around): Worth {
  if (!isAllowed(role, place, taken, around.columns)) return null;
  const said = place.words.get(role) ?? place.otherwise;
  const own = around.read(place.column);
  if (role === 'target' && givesPoints(own)) return null;
  if (own.filled === 0) {
    // Rows have names, if nothing else: 绩效指标 over a blank column only names the block.
    const worth = role === 'name' ? said + BY_CONTENTS * (2 * LEAST_SAID - 1) : said;
    return said > 0 ? { points: 0, because: 'distinct', worth } : null;
  }
  const columnOf = (of: ColumnRole): number | undefined =>
    taken.get(of as ToldRole)?.column ?? around.columns[of]?.column;
  const { points, because } = fitOf(role, own, (of) => {
    const partner = columnOf(of);
    return partner === undefined || partner === place.column ? null : around.read(partner);
  });
  if (said > 0) {
    const fit = Math.max(points, LEAST_SAID);
    return { points, because, worth: said + BY_CONTENTS * (2 * fit - 1) };
  }
  const fit = points + positionPoints(role, place.column, columnOf);
  if (fit < LEAST) return null;
  const worth = said + BY_CONTENTS * (2 * fit - 1);
  return { points: fit, because, worth: role === 'name' ? worth + place.column * INNER : worth };
}

/**
 * A rubric tells the facts under 评分依据 and needs neither target nor result, unless what is called
 * its standard is the target of a result beside it: 考核标准 over ≥95%.
 */
function isAllowed(role: ToldRole, place: Place, taken: Taken, columns: Chosen): boolean {
  if (!columns.criteria || columns[role]) return true;
  if (role === 'target')
    return place.column === columns.criteria.column && columns.actual !== undefined;
  return role !== 'actual' || taken.has('target');
}

/** 达到95%得10分，未达到的按比例得分 has a figure in it, and is a standard all the same. */
const givesPoints = once(({ texts, filled }: Contents): boolean => {
  const giving = [...texts.values()].filter((text) => GIVES.test(text.replace(SCALE, ''))).length;
  return giving * 2 > filled;
});
/** ≥9分（满分10分）: of how many. */
const SCALE = /\([满总]分\d+分\)/;
const GIVES = /[得扣计]\d+(?:\.\d+)?分|[得满]分|扣完/;

/** Forms read from left to right: name, target, actual; weight before score; reasons last. */
function positionPoints(
  role: ToldRole,
  column: number,
  columnOf: (of: ColumnRole) => number | undefined,
): number {
  const rightOf = (of: ColumnRole): boolean | null => {
    const other = columnOf(of);
    return other === undefined ? null : column > other;
  };
  const leftOf = (of: ColumnRole): boolean | null => {
    const is = rightOf(of);
    return is === null ? null : !is;
  };
  const orders: Readonly<Record<ToldRole, readonly (boolean | null)[]>> = {
    name: [rightOf('level1'), rightOf('level2'), leftOf('target'), leftOf('weight')],
    target: [rightOf('name'), leftOf('actual')],
    actual: [rightOf('target'), rightOf('name')],
    score: [rightOf('weight'), rightOf('name')],
    reason: [rightOf('actual') ?? rightOf('target'), rightOf('name')],
    weight: [rightOf('name')],
  };
  return -OUT_OF_ORDER * orders[role].filter((good) => good === false).length;
}

const OUT_OF_ORDER = 0.4;
/** Of two columns that would both do for names the last is it; the other is their level. */
const INNER = 0.001;
