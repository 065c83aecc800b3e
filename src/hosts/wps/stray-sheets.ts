import type { EtSheet } from './object-model';
import { gridOfAnswer } from './read-values';
import type { Switches } from './switches';

/** Calls at which a sheet is tried to be taken away; after those it is gone, or locked for good. */
const ATTEMPTS = 3;

/** Sheets that were added for ours and could not be named, with the attempts left. */
export type StraySheets = Map<EtSheet, number>;

/** Remembers a sheet that is to go. */
export const keepStray = (strays: StraySheets, sheet: EtSheet): void => {
  strays.set(sheet, ATTEMPTS);
};

/** Adds a sheet of ours; until it has its name, nothing but this object tells it from others. */
export function addNamed(strays: StraySheets, add: () => EtSheet, name: string): EtSheet {
  const made = add();
  keepStray(strays, made);
  made.Name = name;
  strays.delete(made);
  return made;
}

/** Takes strays away. One that somebody wrote on meanwhile is theirs by now. */
export function removeStrays(strays: StraySheets, switches: Switches): void {
  if (strays.size === 0) return;
  try {
    switches.turnOff();
    for (const [sheet, left] of [...strays]) {
      if (left > 1) strays.set(sheet, left - 1);
      else strays.delete(sheet);
      if (isBlank(sheet)) sheet.Delete();
      strays.delete(sheet);
    }
  } finally {
    switches.restore();
  }
}

/** Whether nothing is on a sheet; an empty one's used range is A1. */
export function isBlank(sheet: EtSheet): boolean {
  const used = sheet.UsedRange;
  if (used.Address(false, false) !== 'A1') return false;
  const [[value] = []] = gridOfAnswer(used.Value2, { top: 0, left: 0, bottom: 0, right: 0 });
  const isEmpty = value === null || value === undefined || value === '';
  return isEmpty && sheet.Comments.Count === 0 && sheet.Shapes.Count === 0;
}
