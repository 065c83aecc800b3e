import { readLevelLabel } from '../rows/level-label';
import { filledColumns, type SheetView } from '../sheet-view';
import { isClass } from '../vocabulary/classes';
import type { HeadRole } from '../vocabulary/heads';
import { matchHead, type HeadMatch } from './match-head';

const LONGEST = 16;
/** What a list has right of its names, at least. */
const FEWEST_VALUES = 2;
const VALUES: ReadonlySet<HeadRole> = new Set(['target', 'actual', 'criteria', 'weight', 'score']);

/**
 * 产出指标 | 目标值 | 实际值: where no head says 指标名称, the class of the rows below stands over their names.
 * Null for a head that is no class, or that the vocabulary has.
 */
export function matchClassHead(text: string): HeadMatch | null {
  if (text === '' || text.length > LONGEST || matchHead(text)) return null;
  const { label } = readLevelLabel(text);
  return isClass(label) ? { role: 'name', label, confidence: 0.8 } : null;
}

/**
 * The classes over names in a row of heads: the first head of each list, with what is measured right of it.
 * 进度 or 社会效益 behind another text is a column like any other.
 */
export function classHeadsIn(view: SheetView, row: number): ReadonlyMap<number, HeadMatch> {
  const heads = filledColumns(view, row).map((column) => {
    const text = view.text(row, column);
    return { column, role: matchHead(text)?.role ?? null, named: matchClassHead(text) };
  });
  const lead = heads.find(({ role }) => role !== 'serial');
  const classes = new Map<number, HeadMatch>();
  if (!lead?.named) return classes;
  let values = new Set<HeadRole>();
  for (const { column, role, named } of heads.toReversed()) {
    if (role && VALUES.has(role)) values.add(role);
    if (!named || values.size < FEWEST_VALUES) continue;
    classes.set(column, named);
    values = new Set();
  }
  if (classes.size > 0 && !classes.has(lead.column)) {
    // 产出指标 | 进度 | 目标值: the first names the rows.
    classes.delete(Math.min(...classes.keys()));
    classes.set(lead.column, lead.named);
  }
  return classes;
}
