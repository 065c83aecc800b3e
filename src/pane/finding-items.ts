import { render, speaker, type Texts } from '../texts/catalogue';
import type { PaneKey } from '../texts/zh-CN/pane';
import { findingList } from '../engine/finding-list';
import type { Fix } from '../engine/fixes';
import type { EngineOptions } from '../engine/options';
import { review } from '../engine/review';
import { cellLabel } from '../model/address';
import { isBlank } from '../model/blank';
import type { CheckId } from '../model/check-id';
import type { FindingEntry, ReviewedFinding } from '../model/finding';
import { cellName, type CellRef } from '../model/grid';
import type { TableResult, WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';
import { figure, percent } from '../scoring/figures';
import { deviationOf, type Deviation } from './deviation';

/** The figures a reason for a shortfall begins with. */
export interface ReasonDraft {
  readonly cell: CellRef;
  readonly target: string;
  readonly actual: string;
  /** `86.2%`; null where it cannot be computed. */
  readonly rate: string | null;
  readonly deviation: Deviation;
}

/** A reviewed finding with what a person can do about it from the pane. */
export interface FindingItem {
  /** The same for the same finding at every reading. */
  readonly key: string;
  readonly finding: ReviewedFinding;
  /** What a reason written in its row begins with; null where none is asked. */
  readonly draft: ReasonDraft | null;
}

/** The drafts of the rows whose 偏差原因 is blank, by row, for the check that asks. */
function drafts({
  table,
  rows,
}: TableResult): ReadonlyMap<number, (check: CheckId) => ReasonDraft> {
  return new Map(
    table.indicators.flatMap((indicator, index) => {
      const { row, target, actual, reason, reasonCell } = indicator;
      if (reasonCell === null || !isBlank(reason)) return [];
      const { achievement = null, method = null } = rows[index] ?? {};
      const rate = achievement === null ? null : percent(achievement);
      const figures = { cell: reasonCell, target: target.text, actual: actual.text, rate };
      return [[row, (check) => ({ ...figures, deviation: deviationOf(check, indicator, method) })]];
    }),
  );
}

/** All findings of a workbook in the order of the sheet, with what can be done about each. */
export function findingItems(
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): FindingItem[] {
  const draftsOf = result.tables.map(drafts);
  const seen = new Map<string, number>();
  return review(snapshot, result, options).map((finding) => {
    const { check, sheet, cell, table, asksReason } = finding;
    const stem = `${check} ${cellLabel(sheet, cell)}`;
    const count = seen.get(stem) ?? 0;
    seen.set(stem, count + 1);
    const draft =
      asksReason && table !== null ? draftsOf[table]?.get(cell.row)?.(check) : undefined;
    return { key: count === 0 ? stem : `${stem} ${count}`, finding, draft: draft ?? null };
  });
}

export interface FindingFilter {
  readonly text: string;
  /** A check's id; null: all of them. */
  readonly check: string | null;
  readonly handled: boolean;
}

export const NO_FILTER: FindingFilter = { text: '', check: null, handled: false };

/** A line of the list: what has one cause, and what can be done about all of it. */
export interface FindingLine {
  readonly entry: FindingEntry;
  /** In the order of the entry's findings. */
  readonly items: readonly FindingItem[];
  /** What can be put right in it without asking. */
  readonly fixes: readonly Fix[];
}

/** The lines of the list in their order; of items that were left out no line is made. */
export function findingLines(items: readonly FindingItem[], fixes: readonly Fix[]): FindingLine[] {
  const itemOf = new Map(items.map((item) => [item.finding, item]));
  return findingList(items.map(({ finding }) => finding)).map((entry) => {
    const told = new Set(
      entry.findings.flatMap(({ check, sheet, cells }) =>
        cells.map((cell) => `${check} ${cellLabel(sheet, cell)}`),
      ),
    );
    return {
      entry,
      items: entry.findings.flatMap((finding) => itemOf.get(finding) ?? []),
      fixes: fixes.filter(
        ({ check, sheet, cell }) =>
          entry.status === 'open' && told.has(`${check} ${cellLabel(sheet, cell)}`),
      ),
    };
  });
}

/** What a person typed is looked for in all a finding shows, whatever its case. */
export function matches({ finding }: FindingItem, filter: FindingFilter, texts: Texts): boolean {
  if (!filter.handled && finding.status !== 'open') return false;
  if (filter.check !== null && finding.check !== filter.check) return false;
  const wanted = filter.text.trim().toLowerCase();
  if (wanted === '') return true;
  return [
    render(finding.message, texts),
    finding.subject,
    finding.code,
    finding.sheet,
    cellName(finding.cell),
  ].some((text) => text.toLowerCase().includes(wanted));
}

/** Open findings per check, for the list of kinds. */
export function kindCounts(items: readonly FindingItem[], handled: boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of items) {
    if (handled || finding.status === 'open') {
      counts.set(finding.check, (counts.get(finding.check) ?? 0) + 1);
    }
  }
  return counts;
}

/** 偏差原因 as it will stand in the cell: the row's own figures, then what the person says. */
export function reasonText(
  draft: Omit<ReasonDraft, 'deviation'>,
  cause: string,
  measure: string,
  texts: Texts<PaneKey>,
): string {
  const say = speaker('pane', texts);
  const { target, actual, rate } = draft;
  const text = say(rate === null ? 'reason.text' : 'reason.textRate', {
    target,
    actual,
    rate: rate ?? '',
    cause: closed(cause, texts),
  });
  const done = measure.trim();
  return done === '' ? text : text + say('reason.measure', { measure: closed(done, texts) });
}

/** Ends a sentence that a person left open. */
function closed(text: string, { language }: Texts): string {
  const plain = text.trim();
  return /[。.！!？?；;]$/.test(plain) ? plain : plain + (language === 'en' ? '.' : '。');
}

export const scoreText = (score: number | null): string => (score === null ? '—' : figure(score));
export const rateText = (rate: number | null): string => (rate === null ? '—' : percent(rate));
