import type { ProjectPlace } from '../../model/finding';
import type { CellRef } from '../../model/grid';
import type { ScoredProject } from '../../model/score';
import { normaliseText } from '../../quantity/normalise';

export interface ProjectRow {
  readonly name: string;
  /** Name and target, as two rows are held against one another. */
  readonly key: string;
  /** An amount of its own (≥50公里), not a rate or a word that many projects have. */
  readonly isTelling: boolean;
  readonly place: ProjectPlace;
}

/** What a project's form says of itself, ready to be held against the others. */
export interface ProjectPage {
  readonly name: string;
  /** The name without codes, years and spaces. */
  readonly key: string;
  /** Long enough to be met in a text by no accident. */
  readonly isTelling: boolean;
  /** What belongs to the form besides its project: unit, department, title. */
  readonly about: string;
  readonly texts: readonly {
    readonly text: string;
    readonly packed: string;
    readonly place: ProjectPlace;
  }[];
  readonly rows: readonly ProjectRow[];
}

/** House rule: a shorter name (培训费, 办公经费) is a common word. */
const TELLING_NAME = 6;

/** The projects that have a name, each once: another year or copy of one is no other project. */
export function pagesOf(projects: readonly ScoredProject[]): readonly ProjectPage[] {
  const pages = new Map<string, ProjectPage>();
  for (const project of projects) {
    const page = pageOf(project);
    if (page !== null && !pages.has(page.key)) pages.set(page.key, page);
  }
  return [...pages.values()];
}

function pageOf({ path, result: { table } }: ScoredProject): ProjectPage | null {
  const name = table.project?.value ?? '';
  const key = nameKey(name);
  if (key === '') return null;
  const at = (cell: CellRef): ProjectPlace => ({ path, sheet: table.sheet, cell });
  const { unit, department, title, goal } = table;
  return {
    name,
    key,
    isTelling: key.length >= TELLING_NAME,
    about: [unit, department, title].map((one) => normaliseText(one?.value ?? '')).join('\n'),
    texts: [goal.expected, goal.achieved].flatMap((one) =>
      one ? [{ text: one.value, packed: normaliseText(one.value), place: at(one.cell) }] : [],
    ),
    rows: table.indicators.flatMap(({ name: row, nameCell, target, parent }) =>
      parent !== null || row === '' || target.kind === 'none'
        ? []
        : [
            {
              name: row,
              key: `${normaliseText(row)}\n${normaliseText(target.text)}`,
              isTelling: target.kind === 'number' && (target.value ?? 0) !== 0,
              place: at(nameCell),
            },
          ],
    ),
  };
}

/** Codes before a name (219-…, 51000021R…-) and years are not what it is about. */
const nameKey = (name: string): string =>
  normaliseText(name)
    .replace(/^[\dA-Z]+-/i, '')
    .replace(/20\d\d年?度?/g, '');

/** House rule: names that share this much of their pairs of characters are of one project's parts. */
const ALIKE = 0.6;

export function areAlike({ key: a }: ProjectPage, { key: b }: ProjectPage): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  const pairs = pairsOf(a);
  const others = pairsOf(b);
  const shared = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * shared) / (pairs.size + others.size) >= ALIKE;
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
