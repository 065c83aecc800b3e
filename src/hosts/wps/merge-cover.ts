import type { Range } from '../../model/grid';

/** Rows of one column. */
interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** A range in two: what areas cover of it, and what they leave. */
export interface Cover {
  readonly covered: readonly Range[];
  readonly free: readonly Range[];
}

/** In as few rectangles as stretches of columns give, so that each is one question. */
export function coverOf(whole: Range, areas: readonly Range[]): Cover {
  const near = areas
    .filter((area) => area.top <= whole.bottom && area.bottom >= whole.top)
    .sort((one, other) => one.top - other.top);
  const columns = Array.from({ length: whole.right - whole.left + 1 }, (_, at) =>
    coveredRows(near, whole.left + at, whole),
  );
  return {
    covered: joined(columns, whole.left),
    free: joined(
      columns.map((spans) => gapsOf(spans, whole)),
      whole.left,
    ),
  };
}

/** What areas (from the topmost on) cover of a column; stretches that touch are one. */
function coveredRows(areas: readonly Range[], column: number, whole: Range): readonly Span[] {
  const spans: { top: number; bottom: number }[] = [];
  for (const area of areas) {
    if (column < area.left || column > area.right) continue;
    const top = Math.max(area.top, whole.top);
    const bottom = Math.min(area.bottom, whole.bottom);
    const last = spans[spans.length - 1];
    if (last && top <= last.bottom + 1) last.bottom = Math.max(last.bottom, bottom);
    else spans.push({ top, bottom });
  }
  return spans;
}

function gapsOf(spans: readonly Span[], whole: Range): readonly Span[] {
  const gaps: Span[] = [];
  let next = whole.top;
  for (const { top, bottom } of spans) {
    if (top > next) gaps.push({ top: next, bottom: top - 1 });
    next = bottom + 1;
  }
  return next > whole.bottom ? gaps : [...gaps, { top: next, bottom: whole.bottom }];
}

/** The same rows of neighbouring columns are one rectangle. */
function joined(columns: readonly (readonly Span[])[], left: number): readonly Range[] {
  const open = new Map<string, { top: number; left: number; bottom: number; right: number }>();
  const all: Range[] = [];
  columns.forEach((spans, at) => {
    for (const { top, bottom } of spans) {
      const key = `${top}:${bottom}`;
      const beside = open.get(key);
      if (beside && beside.right + 1 === left + at) {
        beside.right += 1;
        continue;
      }
      const range = { top, left: left + at, bottom, right: left + at };
      open.set(key, range);
      all.push(range);
    }
  });
  return all;
}
