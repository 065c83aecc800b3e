import { sheetsByName } from '../model/address';
import { sameData } from '../model/same-data';
import type { Degradation, SheetWrite } from '../model/patch';
import type { SheetSnapshot } from '../model/snapshot';
import type { PageChange } from './change';
import type { Findings } from './known-before';
import { freeSheetName } from './sheet-names';
import { pageAsItStands, pageBehind, readMemory, type UndoPage } from './undo-record';

export interface PagePlan {
  readonly pages: readonly PageChange[];
  /** All that stand as planned afterwards, those included that stood already. */
  readonly written: readonly SheetWrite[];
  readonly removed: readonly string[];
  readonly undo: readonly UndoPage[];
  readonly renamed: ReadonlyMap<string, string>;
  readonly degradations: readonly Degradation[];
  /** Roles whose sheet could not be made. */
  readonly missing: ReadonlySet<string>;
}

/** What becomes of our sheets: written, left as they stand, or removed. */
export function planPages(findings: Findings): PagePlan {
  const { patch, reading } = findings;
  const { snapshot, list } = reading;
  const sheets = sheetsByName(snapshot);
  const ours = (snapshot.ledger?.sheets ?? []).filter(({ name }) => sheets.has(name));
  const remembered = [...findings.pages, ...readMemory(snapshot.ledger).pages];
  const taken = new Set(list.sheets.map(({ name }) => name.toLowerCase()));
  const pages: PageChange[] = [];
  const written: SheetWrite[] = [];
  const undo: UndoPage[] = [];
  const removed: string[] = [];
  const renamed = new Map<string, string>();
  const degradations: Degradation[] = [];
  const missing = new Set<string>();
  const keep = (kind: Degradation['kind'], sheet: string): void => {
    degradations.push({ kind, sheet, cell: null });
  };
  const before = (sheet: SheetSnapshot, role: SheetWrite['role']): SheetWrite =>
    pageAsItStands(sheet, role, remembered);

  for (const write of patch.sheets) {
    const known = ours.find(({ role }) => role === write.role);
    const present = known && sheets.get(known.name);
    if (present?.protected) {
      keep('sheet-protected', present.name);
      continue;
    }
    if (!present && list.structureProtected) {
      keep('structure-protected', write.name);
      missing.add(write.role);
      continue;
    }
    const name = present?.name ?? freeSheetName(write.name, taken);
    taken.add(name.toLowerCase());
    if (name !== write.name) renamed.set(write.name, name);
    written.push({ ...write, name });
    const standing = present && pageBehind(present, write.role, remembered);
    if (standing && sameData(standing, { ...write, name })) continue;
    pages.push({ name, isNew: !present, write, standing: standing ?? null });
    undo.push({ name, before: present ? before(present, write.role) : null });
  }
  for (const name of patch.removeSheets) {
    const present = sheets.get(name);
    const known = ours.find((sheet) => sheet.name === name);
    if (!present) continue;
    if (!known) keep('sheet-kept', name);
    else if (list.structureProtected) keep('structure-protected', name);
    else {
      removed.push(name);
      undo.push({ name, before: before(present, known.role) });
    }
  }
  return { pages, written, removed, undo, renamed, degradations, missing };
}
