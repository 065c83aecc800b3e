import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { cellName } from '../../../src/model/grid';
import type { TableResult } from '../../../src/model/score';
import { snapshotOf } from '../snapshot-of';
import { damageForm } from './damage';
import type { FormSpec } from './form-spec';
import { addRow, cell, newGrid, places, sheetSpec, square, type Grid } from './grid';
import { makeForm, type MadeForm } from './make-form';

/** Findings that no right form may bring about, however it is laid out. */
export const NEVER: ReadonlySet<string> = new Set([
  'column-missing',
  'target-missing',
  'actual-missing',
  'score-missing',
  'weight-total',
  'weight-invalid',
  'level-weight',
  'score-total',
  'score-over-weight',
  'score-not-computed',
  'unmet-full-score',
  'met-not-full',
  'unit-mismatch',
  'kind-mismatch',
  'sign-conflict',
  'execution-rate',
  'execution-score',
  'funds-sum',
  'duplicate-indicator',
  'template-text',
  'part-row-scored',
]);

const near = (one: number | null | undefined, other: number): boolean =>
  typeof one === 'number' && Math.abs(one - other) < 0.006;

/** Two forms with a blank column between; the rows of one are those of the other. */
function setSideBySide(left: Grid, right: Grid): void {
  square(left);
  square(right);
  left.rows.forEach((row, at) => row.push(cell(null), ...(right.rows[at] ?? [])));
  left.merges = [...left.merges, ...right.merges];
  left.hidden.columns.push(...right.hidden.columns);
  square(left);
}

const isBeside = ({ stacked, beside, damage }: FormSpec): boolean =>
  beside && !stacked && !damage.some(({ kind }) => kind === 'halves');

/** A form as it is made and damaged; the same once more below it, or right of it, where the spec says so. */
export function damagedForms(spec: FormSpec): {
  readonly forms: readonly MadeForm[];
  readonly grid: Grid;
} {
  const forms = Array.from({ length: spec.stacked || isBeside(spec) ? 2 : 1 }, () => {
    const form = makeForm(spec);
    for (const damage of spec.damage) damageForm(form, damage);
    return form;
  });
  const [first, second] = forms.map((form) => form.grid);
  const grid = first ?? newGrid();
  if (second && isBeside(spec)) setSideBySide(grid, second);
  else if (second) {
    addRow(grid, []);
    grid.rows.push(...second.rows);
    grid.merges = [...grid.merges, ...second.merges];
    square(grid);
  }
  return { forms, grid };
}

/** What is read otherwise than it is, one line each; none for a form that is read right. */
export function faultsOf(spec: FormSpec): string[] {
  const { forms, grid } = damagedForms(spec);
  const { tables } = evaluate(snapshotOf(sheetSpec(grid, '自评表')), DEFAULT_OPTIONS);
  return tableFaults(spec, { forms, grid }, tables);
}

/** The same of tables that were read from elsewhere. */
export function tableFaults(
  spec: FormSpec,
  { forms, grid }: ReturnType<typeof damagedForms>,
  tables: readonly TableResult[],
): string[] {
  if (tables.length !== forms.length) return [`tables ${String(tables.length)}`];
  const at = places(grid);
  return forms.flatMap((form, index) => {
    const table = tables[index];
    return table ? [...rowFaults(form, table, spec, at), ...findingFaults(table)] : [];
  });
}

function rowFaults(
  form: MadeForm,
  result: TableResult,
  spec: FormSpec,
  at: ReturnType<typeof places>,
): string[] {
  const { table, rows: scores } = result;
  const faults: string[] = [];
  const kind = spec.rubric ? 'rubric' : 'target';
  if (table.kind !== kind) faults.push(`a ${table.kind} for a ${kind}`);
  const weighted = table.indicators.filter(({ parent }) => parent === null);
  if (weighted.length !== form.rows.length)
    faults.push(`rows ${String(weighted.length)} for ${String(form.rows.length)}`);
  for (const truth of form.rows) {
    const row = at.get(truth.weightCell)?.row;
    const index = table.indicators.findIndex(
      (one) => one.row === row && one.nameCell.column === at.get(truth.nameCell)?.column,
    );
    const found = table.indicators[index];
    const here = `row ${String((row ?? 0) + 1)}`;
    if (!found) {
      faults.push(`${here} is not read`);
      continue;
    }
    const cells = (
      [
        ['weight', found.weight?.cell, truth.weightCell],
        ['score', found.score?.cell, truth.scoreCell],
        ...(spec.rubric
          ? []
          : ([
              ['target', found.targetCell, truth.targetCell],
              ['actual', found.actualCell, truth.actualCell],
            ] as const)),
      ] as const
    ).flatMap(([what, is, should]) => {
      const place = at.get(should);
      const same = is?.row === place?.row && is?.column === place?.column;
      return same ? [] : [`${here} ${what} at ${is ? cellName(is) : 'none'}`];
    });
    faults.push(...cells);
    if (!near(found.weight?.value, truth.weight))
      faults.push(`${here} weight ${String(found.weight?.value)} for ${String(truth.weight)}`);
    if (!near(found.score?.value, truth.score))
      faults.push(`${here} score ${String(found.score?.value)} for ${String(truth.score)}`);
    const computed = scores[index]?.score ?? null;
    const isFraction = spec.weight === 'fraction';
    if (computed === null && truth.isPlain) faults.push(`${here} is not computed`);
    if (computed !== null && !isFraction && !near(computed, truth.score))
      faults.push(`${here} computed ${String(computed)} for ${String(truth.score)}`);
    if (truth.level1 !== null && found.level1 !== truth.level1)
      faults.push(`${here} is under ${String(found.level1)} for ${truth.level1}`);
    if (found.name !== truth.name) faults.push(`${here} is called ${found.name}`);
  }
  faults.push(...totalFaults(form, result, spec));
  return faults;
}

function totalFaults(form: MadeForm, { totals, budget }: TableResult, spec: FormSpec): string[] {
  const faults: string[] = [];
  if (form.funds && !near(budget?.filledScore, form.funds.score))
    faults.push(`funds score ${String(budget?.filledScore)} for ${String(form.funds.score)}`);
  if (form.funds && !near(budget?.weight, form.funds.weight))
    faults.push(`funds weight ${String(budget?.weight)} for ${String(form.funds.weight)}`);
  if ((spec.total !== null || spec.totalInHead) && !near(totals.printedScore, form.total.score))
    faults.push(`printed ${String(totals.printedScore)} for ${String(form.total.score)}`);
  return faults;
}

const findingFaults = ({ findings }: TableResult): string[] =>
  findings
    .filter(({ check, severity }) => severity === 'error' || NEVER.has(check))
    .map(({ check, cell }) => `finding ${check} ${cellName(cell)}`);
