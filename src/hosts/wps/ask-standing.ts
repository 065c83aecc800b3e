import { cellName, type CellRef } from '../../model/grid';
import type { AskedCell, Standing } from '../excel/ask-marks';
import { placeOf, rectangles } from '../excel/cell-runs';
import { NO_FILL, type Fill } from '../excel/fill-memory';
import { fillOf, PATTERN_NONE } from './colours';
import type { EtSheet } from './object-model';
import { shortAddresses } from './short-addresses';

type BySheet = (name: string) => EtSheet;

/**
 * What stands on cells now. Cells without fill are the rule, and one question tells it of many;
 * the same for notes, where a sheet has none.
 */
export function askStanding(sheetNamed: BySheet, cells: readonly AskedCell[]): Standing {
  const fills = new Map<string, Fill>();
  const notes = new Map<string, string>();
  const bySheet = new Map<string, CellRef[]>();
  for (const { sheet, cell } of cells) {
    const list = bySheet.get(sheet);
    if (list) list.push(cell);
    else bySheet.set(sheet, [cell]);
  }
  for (const [name, own] of bySheet) {
    const sheet = sheetNamed(name);
    askFills(sheet, name, own, fills);
    if (sheet.Comments.Count > 0) askNotes(sheet, name, own, notes);
  }
  return { fills, notes, threads: [] };
}

function askFills(
  sheet: EtSheet,
  name: string,
  cells: readonly CellRef[],
  into: Map<string, Fill>,
): void {
  const isBare = shortAddresses(rectangles(cells)).every(
    (address) => sheet.Range(address).Interior.Pattern === PATTERN_NONE,
  );
  for (const cell of cells) {
    if (isBare) {
      into.set(placeOf(name, cell), NO_FILL);
      continue;
    }
    const interior = sheet.Range(cellName(cell)).Interior;
    const pattern = interior.Pattern;
    into.set(
      placeOf(name, cell),
      pattern === PATTERN_NONE
        ? NO_FILL
        : fillOf(pattern, interior.Color, () => interior.PatternColor),
    );
  }
}

function askNotes(
  sheet: EtSheet,
  name: string,
  cells: readonly CellRef[],
  into: Map<string, string>,
): void {
  for (const cell of cells) {
    const text = sheet.Range(cellName(cell)).Comment?.Text();
    if (typeof text === 'string') into.set(placeOf(name, cell), text);
  }
}
