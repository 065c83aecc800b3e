import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { cellName } from '../../../src/model/grid';
import type { TableResult } from '../../../src/model/score';
import { textOf } from '../../../src/model/snapshot';
import { snapshotOf } from '../snapshot-of';
import { NEVER } from './check-form';
import { damageForm } from './damage';
import type { FormSpec } from './form-spec';
import { places, sheetSpec, type FormCell } from './grid';
import { makeForm, type MadeForm } from './make-form';
import { TOTALS } from './words';

/** What a clerk gets wrong in a form that is right otherwise. */
export const MISTAKES = ['over', 'unmet-full', 'total', 'unit', 'wrong-weight', 'copied'] as const;
export type Mistake = (typeof MISTAKES)[number];

interface Planted {
  readonly cell: FormCell;
  /** The finding that must stand there. */
  readonly check: string;
  /** What follows from the mistake and may be said besides. */
  readonly besides: readonly string[];
}

/** Sums and ratios that no longer hold once a row's score is another. */
const OF_SCORE = ['score-total', 'score-not-computed', 'level-weight', 'reason-missing'];

/** Changes one cell of a form; null where the form has no such cell. */
function plant(form: MadeForm, spec: FormSpec, mistake: Mistake): Planted | null {
  const last = form.rows.at(-1);
  if (!last) return null;
  switch (mistake) {
    case 'over':
      last.scoreCell.value = last.weight + 2;
      return { cell: last.scoreCell, check: 'score-over-weight', besides: OF_SCORE };
    case 'unmet-full': {
      const row = form.rows.find(({ score, weight }) => score < weight);
      if (!row) return null;
      row.scoreCell.value = row.weight;
      return { cell: row.scoreCell, check: 'unmet-full-score', besides: OF_SCORE };
    }
    case 'total':
      if (!form.totalCell) return null;
      form.totalCell.value = form.total.score - 3;
      return { cell: form.totalCell, check: 'score-total', besides: [] };
    case 'wrong-weight':
      if (!form.totalWeightCell || spec.levelWeights) return null;
      last.weightCell.value = last.weight + 3;
      return {
        cell: form.totalWeightCell,
        check: 'weight-total',
        besides: [...OF_SCORE, 'met-not-full'],
      };
    case 'copied':
      return copyTargets(form, spec);
    case 'unit': {
      const row = form.rows.find(({ targetCell }) => /[公里]$/.test(textOf(targetCell.value)));
      if (!row) return null;
      row.actualCell.value = `${/\d+/.exec(textOf(row.targetCell.value))?.[0] ?? '1'}亩`;
      const besides = [...OF_SCORE, 'met-not-full', 'kind-mismatch'];
      return { cell: row.actualCell, check: 'unit-mismatch', besides };
    }
  }
}

/** Results that are the targets to the letter, signs included, in rows that have figures. */
function copyTargets(form: MadeForm, spec: FormSpec): Planted | null {
  const signed = form.rows.filter(({ targetCell }) => /^[≥>]/.test(textOf(targetCell.value)));
  const figures = form.rows.filter(({ targetCell }) => /\d/.test(textOf(targetCell.value)));
  if (spec.split || signed.length < 3) return null;
  for (const { targetCell, actualCell } of figures) {
    actualCell.value = targetCell.value;
    actualCell.format = targetCell.format;
  }
  const besides = [...OF_SCORE, 'met-not-full', 'actual-is-bound', 'deadline-missed'];
  return { cell: form.header.actual, check: 'copied-actual', besides };
}

interface Mistaken {
  readonly form: MadeForm;
  readonly planted: Planted;
  readonly tables: readonly TableResult[];
}

/** A form with one mistake, as it is read; null where the form has no place for it. */
export function mistaken(made: FormSpec, mistake: Mistake): Mistaken | null {
  // Points as plain figures and words of the vocabulary: the mistake is what is looked at.
  const total = made.total === null ? null : made.total % (TOTALS.length - 1);
  const spec: FormSpec = {
    ...made,
    weight: 'points',
    unknown: [],
    stacked: false,
    rubric: false,
    total,
  };
  const form = makeForm(spec);
  const planted = plant(form, spec, mistake);
  if (!planted) return null;
  for (const damage of spec.damage) damageForm(form, damage);
  const { tables } = evaluate(snapshotOf(sheetSpec(form.grid, '自评表')), DEFAULT_OPTIONS);
  return { form, planted, tables };
}

/** What is said of a form with one mistake otherwise than it should be, one line each. */
export function mistakeFaults(made: FormSpec, mistake: Mistake): string[] {
  const { form, planted, tables } = mistaken(made, mistake) ?? {};
  if (!form || !planted) return [];
  const at = places(form.grid).get(planted.cell);
  const findings = (tables ?? []).flatMap((table) => table.findings);
  const isThere = findings.some(
    ({ check, cell }) =>
      check === planted.check && cell.row === at?.row && cell.column === at.column,
  );
  const others = findings.filter(
    ({ check, severity }) =>
      check !== planted.check &&
      !planted.besides.includes(check) &&
      (severity === 'error' || NEVER.has(check)),
  );
  return [
    ...(isThere ? [] : [`${planted.check} is not said`]),
    ...others.map(({ check, cell }) => `finding ${check} ${cellName(cell)} for ${mistake}`),
  ];
}
