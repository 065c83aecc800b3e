import type { DefinedName } from '@e965/xlsx';
import { parseCellName } from '../../model/grid';
import type { LegacyName } from './legacy-book';

/** Names that mean a part of the page, each for one sheet. */
const PAGE_NAMES: ReadonlySet<string> = new Set(['_xlnm.Print_Area', '_xlnm.Print_Titles']);

/**
 * Whether a formula can stand in the new file: it names no other workbook, no sheet that stayed
 * behind, and holds nothing the library could not spell out.
 */
export function isPortable(formula: string, sheets: ReadonlySet<string>): boolean {
  if (formula === '' || /\[|undefined|SHAREDFMLA|ARRAYFMLA|_xlfn\.$|\0/.test(formula)) return false;
  const withoutTexts = formula.replace(/"[^"]*"/g, '""');
  const mentioned = /(?:'((?:[^']|'')*)'|([^\s'"!(){},;:+\-*/^&=<>]+))!/g;
  for (const [, quoted, bare] of withoutTexts.matchAll(mentioned)) {
    const name = quoted === undefined ? (bare ?? '') : quoted.replaceAll("''", "'");
    if (name !== '#REF' && !sheets.has(name)) return false;
  }
  return true;
}

function isName(name: string): boolean {
  if (PAGE_NAMES.has(name)) return true;
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name)) return false;
  return parseCellName(name) === null && !/^r\d*c?\d*$|^c\d*$/i.test(name);
}

export interface LegacyNames {
  readonly kept: readonly LegacyName[];
  /** Formulas that use one of these would fail in the new file. */
  readonly lost: readonly string[];
}

/**
 * Sorts names into those that can be taken over and those that cannot. `positions` says where a
 * sheet of the old workbook (by its number there) stands in the new one.
 */
export function takeNames(
  names: readonly DefinedName[],
  sheets: ReadonlySet<string>,
  positions: ReadonlyMap<number, number>,
): LegacyNames {
  const kept = new Map<string, LegacyName>();
  const lost: string[] = [];
  for (const { Name: name, Ref: ref, Sheet: old } of names) {
    const sheet = old === undefined ? null : (positions.get(old) ?? -1);
    const scoped = sheet !== null || !PAGE_NAMES.has(name);
    const valid = scoped && sheet !== -1 && isName(name) && typeof ref === 'string';
    if (valid && isPortable(ref, sheets) && !ref.includes('#REF!')) {
      kept.set(`${sheet ?? ''} ${name.toLowerCase()}`, { name, ref, sheet });
    } else if (!name.startsWith('_xlnm.')) {
      lost.push(name);
    }
  }
  return { kept: [...kept.values()], lost };
}
