import { areAlike, type ProjectPage, type ProjectRow } from './project-page';

export interface RowsAlike {
  readonly page: ProjectPage;
  readonly other: ProjectPage;
  /** Of `page`, from the top. */
  readonly rows: readonly ProjectRow[];
}

/** House rule: a row on half of the projects, five or more, is a habit of the unit and tells nothing. */
const FEWEST_OF_A_HABIT = 5;
/** House rule: at least half of the rows, and two amounts of one's own among them, are no accident. */
const FEWEST_ROWS = 3;
const FEWEST_TELLING = 2;

/** Each project that shares its rows with an earlier one, with the one it shares most with. */
export function rowsAlike(pages: readonly ProjectPage[]): readonly RowsAlike[] {
  const holders = holdersOf(pages);
  const usual = Math.max(FEWEST_OF_A_HABIT, pages.length / 2);
  const isUsual = ({ key }: ProjectRow): boolean => (holders.get(key)?.length ?? 0) >= usual;
  return pages.flatMap((page, index) => {
    const shared = new Map<number, ProjectRow[]>();
    for (const row of page.rows) {
      if (!row.isTelling || isUsual(row)) continue;
      for (const other of holders.get(row.key) ?? []) {
        if (other >= index) break;
        shared.set(other, [...(shared.get(other) ?? []), row]);
      }
    }
    const [best] = [...shared].sort(([, a], [, b]) => b.length - a.length);
    const other = best && pages[best[0]];
    if (!other || best[1].length < FEWEST_TELLING || areAlike(page, other)) return [];
    const theirs = new Set(other.rows.map(({ key }) => key));
    const rows = page.rows.filter(({ key }) => theirs.has(key));
    return rows.length >= FEWEST_ROWS && rows.length * 2 >= page.rows.length
      ? [{ page, other, rows }]
      : [];
  });
}

/** Which projects have a row, from the first. */
function holdersOf(pages: readonly ProjectPage[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [index, { rows }] of pages.entries()) {
    for (const { key } of rows) {
      const known = holders.get(key);
      if (!known) holders.set(key, [index]);
      else if (known.at(-1) !== index) known.push(index);
    }
  }
  return holders;
}
