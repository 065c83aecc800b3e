import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { openXlsx } from '../../src/xlsx/open';
import { damagedForms, tableFaults } from '../support/forms-maker/check-form';
import { formSpec } from '../support/forms-maker/form-spec';
import { sheetSpec, type Grid } from '../support/forms-maker/grid';
import { buildWorkbook, STYLES, type CellSpec, type SheetSpec } from '../support/workbook-builder';
import { recalculatingProfile, resaveWithLibreOffice } from './programs';

const FORMS = 200;
const PER_WORKBOOK = 20;
const SEED = 20_261_129;

/** The builder's style for a number format of the maker's. */
function styleOf(format: string): number {
  if (format.includes('%')) return STYLES.percent;
  return format.includes('年') ? STYLES.chineseDate : STYLES.date;
}

function cellsOf(grid: Grid): CellSpec[][] {
  return grid.rows.map((row) =>
    row.map(({ value, format }): CellSpec => {
      if (typeof value === 'object') return null;
      return format === null ? value : { value, style: styleOf(format) };
    }),
  );
}

/** A form of the maker's as the builder writes it. */
export const sheetOf = (grid: Grid, name: string): SheetSpec => ({
  ...sheetSpec(grid, name),
  name,
  rows: cellsOf(grid),
});

export interface MadeForms {
  readonly forms: number;
  /** What is read otherwise than it was made, one line each. */
  readonly faults: readonly string[];
}

/** Forms of the maker, saved by LibreOffice, are read as they are out of its own hands. */
export function madeForms(folder: string): MadeForms {
  const input = join(folder, 'in');
  mkdirSync(input, { recursive: true });
  const specs = fc.sample(formSpec, { numRuns: FORMS, seed: SEED });
  const made = specs.map((spec, index) => ({
    spec,
    sheet: `第${String(index + 1)}张`,
    damaged: damagedForms(spec),
  }));
  const groups = Array.from({ length: FORMS / PER_WORKBOOK }, (_, at) =>
    made.slice(at * PER_WORKBOOK, (at + 1) * PER_WORKBOOK),
  );
  const paths = groups.map((group, at) => {
    const path = join(input, `forms-${String(at + 1)}.xlsx`);
    const sheets = group.map(({ damaged, sheet }) => sheetOf(damaged.grid, sheet));
    writeFileSync(path, buildWorkbook({ sheets }));
    return path;
  });
  const saved = resaveWithLibreOffice(paths, recalculatingProfile(folder), join(folder, 'out'));
  const faults = saved.flatMap((path, at) => {
    const { snapshot } = openXlsx(readFileSync(path));
    const { tables } = evaluate(snapshot, DEFAULT_OPTIONS);
    return (groups[at] ?? []).flatMap(({ spec, sheet, damaged }) => {
      const own = tables.filter(({ table }) => table.sheet === sheet);
      return tableFaults(spec, damaged, own).map((fault) => `${sheet} ${fault}`);
    });
  });
  return { forms: FORMS, faults };
}
