import { fitSheet } from '../../changes/fit-text';
import { digestOfSnapshot, digestOfWrite, isWrittenIn } from '../../changes/sheet-digest';
import type { LedgerSheet, SheetRole } from '../../model/ledger';
import type { SheetWrite } from '../../model/patch';
import type { ReviewedFinding } from '../../model/finding';
import { findingsSheet } from '../../report/findings-sheet';
import { buildOutline } from '../../report/outline';
import { outlineSheet } from '../../report/outline-sheet';
import { outlineTemplate } from '../../report/outline-templates';
import type { ResultKey } from '../../report/chinese';
import { summarySheet } from '../../report/summary-sheet';
import { speaker, type Texts } from '../../texts/catalogue';
import { asWritten } from '../as-written';
import { findingList } from '../finding-list';
import type { Planning } from './planning';

const ROLES: readonly SheetRole[] = ['findings', 'summary', 'outline'];
const WANTED_BY = { findings: 'flags', summary: 'summary', outline: 'outline' } as const;
const OUTLINE_TEMPLATE = { project: 'cn-project', unit: 'cn-project', transfer: 'cn-transfer' };

/** One of our sheets as the run leaves it. */
export interface Page {
  readonly write: SheetWrite;
  readonly digest: string;
  readonly isChanged: boolean;
}

/** What our sheets tell of. */
export interface Told {
  readonly findings: readonly ReviewedFinding[];
  /** Numbers that stand once the plan is applied, by `附表!G5`. */
  readonly standing: ReadonlyMap<string, number>;
  readonly texts: Texts<ResultKey>;
}

/** Our sheets that are wanted, in their order. */
export function wantedPages(planning: Planning, told: Told): Page[] {
  const { result, options } = planning;
  if (result.tables.length === 0) return [];
  return ROLES.filter((role) => options[WANTED_BY[role]]).flatMap((role) => {
    const write = sheetOf(role, planning, told);
    return write ? [asPage(planning, write)] : [];
  });
}

/** One of our sheets; null where the workbook gives nothing for it. */
export function sheetOf(role: SheetRole, planning: Planning, told: Told): SheetWrite | null {
  const write = madeSheet(role, planning, told);
  return write && fitSheet(write, speaker('engine', told.texts)('cut'));
}

function madeSheet(
  role: SheetRole,
  planning: Planning,
  { findings, standing, texts }: Told,
): SheetWrite | null {
  const { result } = planning;
  const name = sheetName(planning, role, texts);
  if (role === 'findings') return findingsSheet(findingList(findings), name, texts);
  if (role === 'summary') return summarySheet(result, name, standing, texts);
  const outlines = result.tables.flatMap((table) => {
    const template = outlineTemplate(OUTLINE_TEMPLATE[table.table.scope]);
    return template ? [buildOutline(asWritten(table, standing), template, texts)] : [];
  });
  return outlineSheet(outlines, name);
}

/** Sheets of an earlier run that nobody wants any more, and the second of one that is wanted. */
export function unwantedSheets(
  { ledger, sheets }: Planning,
  pages: readonly Page[],
): LedgerSheet[] {
  const wanted = new Map(pages.map(({ write }) => [write.role, write.name]));
  return (ledger?.sheets ?? []).filter(
    ({ role, name }) => sheets.has(name) && wanted.get(role) !== name,
  );
}

const knownSheet = ({ ledger, sheets }: Planning, role: SheetRole): LedgerSheet | undefined =>
  ledger?.sheets.find((sheet) => sheet.role === role && sheets.has(sheet.name));

/**
 * A sheet of ours is left alone when it already says the same, and an outline also when a person
 * has been writing in it.
 */
function asPage(planning: Planning, write: SheetWrite): Page {
  const digest = digestOfWrite(write);
  const known = knownSheet(planning, write.role);
  if (!known) return { write, digest, isChanged: true };
  // Ours without a ledger, and still to the letter what is written today.
  const present = known.digest === '' ? planning.sheets.get(known.name) : undefined;
  if (present && digestOfSnapshot(present) === digest) return { write, digest, isChanged: false };
  return isWrittenIn(planning.sheets, known)
    ? { write, digest: known.digest, isChanged: false }
    : { write, digest, isChanged: known.digest !== digest };
}

/** The name it already has, else the plain one, else the first free `汇总表(2)`. */
function sheetName(planning: Planning, role: SheetRole, texts: Texts<ResultKey>): string {
  const known = knownSheet(planning, role);
  if (known) return known.name;
  const base = speaker('engine', texts)(`sheet.${role}`);
  const taken = new Set([...planning.sheets.keys()].map((name) => name.toLowerCase()));
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? base : `${base}(${copy})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
