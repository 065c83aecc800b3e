import { ledgerInPlace } from '../../changes/ledger-place';
import type { StandingNote } from '../../changes/follow-notes';
import { sheetsToLookAt, withOwnTraces } from '../../changes/own-traces';
import { isFailure } from '../../model/failure';
import type { Ledger } from '../../model/ledger';
import type { SheetSnapshot } from '../../model/snapshot';
import { hasPart, readPartText, type Package } from '../package';
import { parseRelationships } from '../part-paths';
import { readNotes } from '../view/view-notes';
import type { SheetEntry, WorkbookIndex } from '../workbook-index';

/** The text of a sheet's notes; null without, and where they are damaged: then nobody's are ours. */
function commentsOf(pkg: Package, { part, rels }: SheetEntry): string | null {
  try {
    if (!hasPart(pkg, rels)) return null;
    const found = parseRelationships(readPartText(pkg, rels), part).find(
      ({ kind, external, target }) => kind === 'comments' && !external && hasPart(pkg, target),
    );
    return found ? readPartText(pkg, found.target) : null;
  } catch (reason) {
    if (!isFailure(reason)) throw reason;
    return null;
  }
}

const countIn = (comments: string): number =>
  [...comments.matchAll(/<(?:\w+:)?comment[\s>]/g)].length;

/** The ledger of a file with its addresses as they are now, and with what is ours without it. */
export function readOurs(
  pkg: Package,
  index: WorkbookIndex,
  stored: Ledger | null,
  sheets: readonly SheetSnapshot[],
): Ledger | null {
  const ledger = ledgerInPlace(stored, sheets);
  const comments = new Map(
    index.sheets.flatMap((entry) => {
      const text = entry.kind === 'worksheet' ? commentsOf(pkg, entry) : null;
      return text === null ? [] : [[entry.name, text] as const];
    }),
  );
  const counts = new Map([...comments].map(([name, text]) => [name, countIn(text)]));
  const notes = sheetsToLookAt(ledger, counts).flatMap((sheet): readonly StandingNote[] =>
    readNotes(comments.get(sheet) ?? '').map((note) => ({ sheet, ...note })),
  );
  return withOwnTraces(ledger, sheets, { notes, all: true });
}
