import { useState } from 'react';
import { parseJson } from '../../model/decode';
import { sameData } from '../../model/same-data';
import { OUTLINE_TEMPLATES, type OutlineTemplate } from '../../report/outline-templates';
import { loadTemplate } from '../../report/outline-templates/load-template';
import { usePaneTools } from '../pane-context';

/** The structures a person made, kept on this computer. */
export interface OwnStructures {
  /** Those that everybody has, then a person's own. */
  readonly all: readonly OutlineTemplate[];
  /** The last change could not be kept: it holds while the pane is open. */
  readonly unkept: boolean;
  /** Keeps one; another of the same id is replaced. */
  readonly keep: (template: OutlineTemplate) => void;
  readonly remove: (id: string) => void;
}

function entriesOf(stored: string | null): readonly unknown[] {
  const kept = parseJson(stored ?? '[]');
  return Array.isArray(kept) ? kept : [];
}

/** Structures kept as JSON; what cannot be read of them is left out. */
export const readStructures = (stored: string | null): readonly OutlineTemplate[] =>
  entriesOf(stored).flatMap(readOne);

/** With these structures in place of those that could be read: another version may know the others. */
export const withStructures = (
  stored: string | null,
  structures: readonly OutlineTemplate[],
): string =>
  JSON.stringify([
    ...entriesOf(stored).filter((entry) => readOne(entry).length === 0),
    ...structures,
  ]);

function readOne(kept: unknown): readonly OutlineTemplate[] {
  try {
    return [loadTemplate(kept)];
  } catch {
    return [];
  }
}

export const isOwn = ({ id }: OutlineTemplate): boolean =>
  OUTLINE_TEMPLATES.every((shipped) => shipped.id !== id);

/** An id nobody has: `own-1`, `own-2`, … */
export function newStructureId(all: readonly OutlineTemplate[]): string {
  const ids = new Set(all.map(({ id }) => id));
  let number = 1;
  while (ids.has(`own-${String(number)}`)) number += 1;
  return `own-${String(number)}`;
}

/** One that comes from elsewhere: an id that stands here for other contents is none of its own. */
export function withOwnId(made: OutlineTemplate, all: readonly OutlineTemplate[]): OutlineTemplate {
  const there = all.find(({ id }) => id === made.id);
  return there && !sameData(there, made) ? { ...made, id: newStructureId(all) } : made;
}

export function useOwnStructures(): OwnStructures {
  const { surroundings } = usePaneTools();
  const read = (): string | null => surroundings.structures?.read() ?? null;
  const stored = (): readonly OutlineTemplate[] => readStructures(read());
  const [own, setOwn] = useState(stored);
  const [unkept, setUnkept] = useState(false);
  const hold = (next: readonly OutlineTemplate[]): void => {
    setOwn(next);
    setUnkept(surroundings.structures?.keep(withStructures(read(), next)) !== true);
  };
  // Others may have been kept since in another window.
  const others = (id: string): readonly OutlineTemplate[] => {
    const now = stored();
    const here = own.filter((one) => now.every((other) => other.id !== one.id));
    return [...now, ...(unkept ? here : [])].filter((one) => one.id !== id);
  };
  return {
    all: [...OUTLINE_TEMPLATES, ...own],
    unkept,
    keep: (template) => hold([...others(template.id), template]),
    remove: (id) => hold(others(id)),
  };
}
