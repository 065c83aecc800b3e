import type { Finding } from '../model/finding';
import type { CellRef } from '../model/grid';
import type { Profile } from '../model/profile';
import type { BudgetScore, RowScore, TableResult, Totals } from '../model/score';
import type { Table } from '../model/table';
import { changedValues, type ChangedValue } from '../profiles/changed-values';
import { subtract } from '../quantity/exact';
import type { Message } from '../texts/message';
import { evaluateTable } from './evaluate';

/** What one profile gives a row: a score, or the points between which a person judges. */
export interface RowUnder {
  readonly score: number | null;
  /** Least and most points where `score` is null and the profile sets them. */
  readonly range: readonly [low: number, high: number] | null;
  readonly why: Message | null;
}

/** A row that two profiles score differently. */
export interface RowChange {
  /** The indicator's name; null: the funds row. */
  readonly name: string | null;
  /** Its 得分, else its name. */
  readonly cell: CellRef;
  readonly before: RowUnder;
  readonly after: RowUnder;
  /** after − before, in points; null where one of them is no single score. */
  readonly difference: number | null;
}

export interface ProfileComparison {
  /** The profiles the table is really scored by: notes of the form stand before both. */
  readonly profiles: readonly [before: Profile, after: Profile];
  /** Values of the two that differ. */
  readonly values: readonly ChangedValue[];
  /** From the top of the form; the funds row first. */
  readonly rows: readonly RowChange[];
  readonly totals: readonly [before: Totals, after: Totals];
  /** Said under the first profile alone, and under the second alone. */
  readonly gone: readonly Finding[];
  readonly added: readonly Finding[];
}

/**
 * What changes on a table when it is scored by the second profile in place of the first. Null is
 * 不选: the one the form itself proposes. Pure; nothing is written.
 */
export function compareProfiles(
  table: Table,
  before: Profile | null,
  after: Profile | null,
): ProfileComparison {
  const [first, second] = [evaluateTable(table, before), evaluateTable(table, after)];
  return {
    profiles: [first.profile, second.profile],
    values: changedValues(first.profile, second.profile),
    rows: [...fundsChange(first, second), ...rowChanges(first, second)],
    totals: [first.totals, second.totals],
    gone: beyond(first.findings, second.findings),
    added: beyond(second.findings, first.findings),
  };
}

function fundsChange({ table, budget }: TableResult, other: TableResult): RowChange[] {
  const row = table.budget?.rows.find(({ isTotal }) => isTotal) ?? table.budget?.rows[0];
  if (!row || !budget || !other.budget) return [];
  return changed(null, row.score?.cell ?? row.labelCell, underOf(budget), underOf(other.budget));
}

const rowChanges = ({ table, rows }: TableResult, other: TableResult): RowChange[] =>
  table.indicators.flatMap(({ name, nameCell, score }, index) => {
    const [before, after] = [rows[index], other.rows[index]];
    if (!before || !after) return [];
    return changed(name, score?.cell ?? nameCell, underOf(before), underOf(after));
  });

function changed(
  name: string | null,
  cell: CellRef,
  before: RowUnder,
  after: RowUnder,
): RowChange[] {
  const same = before.score === after.score && String(before.range) === String(after.range);
  if (same) return [];
  const difference =
    before.score === null || after.score === null ? null : subtract(after.score, before.score);
  return [{ name, cell, before, after, difference }];
}

function underOf(row: RowScore | BudgetScore): RowUnder {
  const { score, explanation: why } = row;
  if (score !== null || !('method' in row)) return { score, range: null, why };
  const { band, scoreRange } = row;
  return { score, range: scoreRange ?? (band && [band.from, band.to]), why };
}

/** Findings of the first list that the second does not have. */
function beyond(list: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.map(keyOf));
  return list.filter((finding) => !known.has(keyOf(finding)));
}

const keyOf = ({ check, variant, severity, cell, message }: Finding): string =>
  JSON.stringify([check, variant, severity, cell, message.data]);
