import { Failure } from '../model/failure';
import type { SheetSnapshot } from '../model/snapshot';
import { hasPart, partName, partNames, readPartText, type Package } from './package';
import { parseRelationships, relsPartOf, type Relationship } from './part-paths';
import { attribute, isTrue, nextTag } from './xml';

export type SheetKind = 'worksheet' | 'chartsheet' | 'dialogsheet' | 'macrosheet';

export interface SheetEntry {
  /** The `sheetId` of the workbook part. */
  readonly id: string;
  readonly name: string;
  readonly state: SheetSnapshot['visibility'];
  readonly kind: SheetKind;
  readonly relId: string;
  readonly part: string;
  /** Where the sheet's relationships stand; the part may be missing. */
  readonly rels: string;
}

/** What there is in a workbook and where, for reader and writer. Paths are part names as in the zip. */
export interface WorkbookIndex {
  readonly workbook: string;
  /** May be missing in the package only where there are no sheets. */
  readonly workbookRels: string;
  readonly relationships: readonly Relationship[];
  /** In tab order, charts and dialogs included. */
  readonly sheets: readonly SheetEntry[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly theme: string | null;
  readonly contentTypes: string;
  readonly calcChain: string | null;
  readonly vbaProject: string | null;
  readonly date1904: boolean;
  /** The structure is locked: sheets may not be added by hand. */
  readonly structureProtected: boolean;
}

const CONTENT_TYPES = '[Content_Types].xml';

const KINDS: Readonly<Record<string, SheetKind>> = {
  worksheet: 'worksheet',
  chartsheet: 'chartsheet',
  dialogsheet: 'dialogsheet',
  xlMacrosheet: 'macrosheet',
  xlIntlMacrosheet: 'macrosheet',
};

function relationshipsOf(pkg: Package, part: string): readonly Relationship[] {
  const rels = relsPartOf(part);
  return hasPart(pkg, rels) ? parseRelationships(readPartText(pkg, rels), part) : [];
}

function workbookPart(pkg: Package): string {
  const main = relationshipsOf(pkg, '').find((rel) => rel.kind === 'officeDocument');
  for (const name of [main?.target, 'xl/workbook.xml']) {
    const spelled = name === undefined ? null : partName(pkg, name);
    if (spelled !== null && spelled.endsWith('.bin')) throw new Failure('file-xlsb');
    if (spelled !== null) return spelled;
  }
  const names = partNames(pkg);
  if (names.some((name) => name.endsWith('workbook.bin'))) throw new Failure('file-xlsb');
  // An OpenDocument file: .ods, also where it is called .xlsx.
  if (hasPart(pkg, 'content.xml') || hasPart(pkg, 'mimetype')) throw new Failure('file-ods');
  throw new Failure('file-not-workbook');
}

function visibilityOf(state: string | null): SheetSnapshot['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

/**
 * Finds the parts of a workbook.
 * @throws Failure `file-not-workbook`, `file-xlsb`, `file-ods`, `no-sheets`, and those of `readPartText`.
 */
export function indexWorkbook(pkg: Package): WorkbookIndex {
  const workbook = workbookPart(pkg);
  const relationships = relationshipsOf(pkg, workbook);
  const byId = new Map(relationships.map((rel) => [rel.id, rel]));
  const internal = (kind: string): string | null => {
    const found = relationships.find((rel) => rel.kind === kind && !rel.external);
    return found ? partName(pkg, found.target) : null;
  };

  const text = readPartText(pkg, workbook);
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  let structureProtected = false;
  let root: string | null = null;
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
    if (tag.kind === 'close') continue;
    root ??= tag.name;
    if (tag.name === 'workbookPr') date1904 = isTrue(attribute(text, tag, 'date1904') ?? '');
    if (tag.name === 'workbookProtection') {
      structureProtected = isTrue(attribute(text, tag, 'lockStructure') ?? '');
    }
    if (tag.name !== 'sheet') continue;
    const relId = attribute(text, tag, 'id') ?? '';
    const rel = byId.get(relId);
    const part = rel && !rel.external ? partName(pkg, rel.target) : null;
    const kind = rel && Object.hasOwn(KINDS, rel.kind) ? KINDS[rel.kind] : undefined;
    if (part === null || kind === undefined) continue;
    if (sheets.length >= pkg.limits.sheets) throw new Failure('too-large', { part: workbook });
    sheets.push({
      id: attribute(text, tag, 'sheetId') ?? String(sheets.length + 1),
      name: attribute(text, tag, 'name') ?? '',
      state: visibilityOf(attribute(text, tag, 'state')),
      kind,
      relId,
      part,
      rels: relsPartOf(part),
    });
  }
  if (root !== 'workbook') throw new Failure('file-not-workbook');
  if (!sheets.some((sheet) => sheet.kind === 'worksheet')) throw new Failure('no-sheets');

  return {
    workbook,
    workbookRels: relsPartOf(workbook),
    relationships,
    sheets,
    sharedStrings: internal('sharedStrings'),
    styles: internal('styles'),
    theme: internal('theme'),
    contentTypes: partName(pkg, CONTENT_TYPES) ?? CONTENT_TYPES,
    calcChain: internal('calcChain'),
    vbaProject: internal('vbaProject'),
    date1904,
    structureProtected,
  };
}

/** Finds the part of a sheet by the sheet's name; null for one without. */
export function partFinder(index: WorkbookIndex): (sheet: string) => string | null {
  const parts = new Map(index.sheets.map(({ name, part }) => [name, part]));
  return (sheet) => parts.get(sheet) ?? null;
}
