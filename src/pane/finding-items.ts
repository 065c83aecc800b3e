import { render, type Language } from '../texts/catalogue';
import { checkOf } from '../checks/registry';
import { planWith } from '../engine/plan-core';
import type { EngineOptions } from '../engine/options';
import type { Finding, FindingSeverity } from '../model/finding';
import { isBlank } from '../model/blank';
import { cellName, parseCellName, type CellRef } from '../model/grid';
import type { Waiver } from '../model/ledger';
import type { TableResult, WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';
import { figure, percent } from '../scoring/figures';

/** The figures a reason for a shortfall begins with. */
export interface ReasonDraft {
  readonly cell: CellRef;
  readonly target: string;
  readonly actual: string;
  /** `86.2%`; null where it cannot be computed. */
  readonly rate: string | null;
}

export type FindingState = 'open' | 'waived' | 'replaced' | 'filled';

/** A finding with what a person can do about it from the pane. */
export interface FindingItem {
  /** The same for the same finding at every reading. */
  readonly key: string;
  readonly finding: Finding;
  readonly subject: string;
  readonly state: FindingState;
  /** Why it was set aside. */
  readonly waiver: string | null;
  /** The computed score that could replace the one in the cell. */
  readonly adoptable: number | null;
  readonly reason: ReasonDraft | null;
}

export const cellPlace = (sheet: string, cell: CellRef): string => `${sheet}!${cellName(cell)}`;

/** Cells whose score may be replaced by the computed one, with that score. */
function adoptableScores(
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): ReadonlyMap<string, number> {
  const patch = planWith(() => null, snapshot, result, {
    ...options,
    overwriteScores: true,
    flags: false,
    summary: false,
    outline: false,
  });
  const names = new Map(snapshot.sheets.map((sheet) => [sheet.id, sheet.name]));
  return new Map(
    patch.values.flatMap(({ sheetId, top, left, values }) => {
      const value = values[0]?.[0];
      const cell = { row: top, column: left };
      return typeof value === 'number'
        ? [[cellPlace(names.get(sheetId) ?? '', cell), value] as const]
        : [];
    }),
  );
}

interface RowFacts {
  readonly name: string;
  readonly reason: ReasonDraft | null;
}

function rowFacts({ table, rows }: TableResult): ReadonlyMap<number, RowFacts> {
  const facts = new Map<number, RowFacts>();
  table.indicators.forEach((indicator, index) => {
    const { target, actual, reason, reasonCell } = indicator;
    const achievement = rows[index]?.achievement ?? null;
    const draft =
      reasonCell !== null && isBlank(reason)
        ? {
            cell: reasonCell,
            target: target.text,
            actual: actual.text,
            rate: achievement === null ? null : percent(achievement),
          }
        : null;
    facts.set(indicator.row, { name: indicator.name, reason: draft });
  });
  return facts;
}

interface Standing {
  readonly waivers: ReadonlyMap<string, string>;
  /** Cells that hold a score of ours, and whether a person's stood there before. */
  readonly ours: ReadonlyMap<string, boolean>;
}

const waiverKey = (check: string, sheet: string, cell: string): string =>
  `${check} ${sheet}!${cell}`;

function stateOf(finding: Finding, standing: Standing): FindingState {
  const { check, sheet, cell } = finding;
  if (standing.waivers.has(waiverKey(check, sheet, cellName(cell)))) return 'waived';
  const replaced = standing.ours.get(cellPlace(sheet, cell));
  if (replaced === undefined) return 'open';
  const { about } = checkOf(check);
  if (replaced) return about.includes('score') ? 'replaced' : 'open';
  return about.includes('blank-score') ? 'filled' : 'open';
}

/** Scores of the tool that still stand in their cells, and whether a person's stood there before. */
export function ownScores(snapshot: Snapshot): ReadonlyMap<string, boolean> {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const own = new Map<string, boolean>();
  for (const { sheet, cell, wrote, before } of snapshot.ledger?.scores ?? []) {
    const at = parseCellName(cell);
    if (at && sheets.get(sheet)?.values[at.row]?.[at.column] === wrote) {
      own.set(`${sheet}!${cell}`, !isBlank(before));
    }
  }
  return own;
}

function standingIn(snapshot: Snapshot, options: EngineOptions): Standing {
  const waivers: readonly Waiver[] = options.waivers ?? snapshot.ledger?.waivers ?? [];
  return {
    waivers: new Map(
      waivers.map(({ check, sheet, cell, reason }) => [waiverKey(check, sheet, cell), reason]),
    ),
    ours: ownScores(snapshot),
  };
}

/** What became of each finding in a workbook as it stands. */
export function findingStates(
  snapshot: Snapshot,
  options: EngineOptions,
): (finding: Finding) => FindingState {
  const standing = standingIn(snapshot, options);
  return (finding) => stateOf(finding, standing);
}

/** All findings of a workbook in the order of the sheet, with what can be done about each. */
export function findingItems(
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): FindingItem[] {
  const standing = standingIn(snapshot, options);
  const adoptable = adoptableScores(snapshot, result, options);
  const seen = new Map<string, number>();
  const keyed = (finding: Finding): string => {
    const stem = waiverKey(finding.check, finding.sheet, cellName(finding.cell));
    const count = seen.get(stem) ?? 0;
    seen.set(stem, count + 1);
    return count === 0 ? stem : `${stem} ${count}`;
  };
  const item = (finding: Finding, facts: RowFacts | undefined, other: string): FindingItem => {
    const { check, sheet, cell } = finding;
    const state = stateOf(finding, standing);
    const { about } = checkOf(check);
    const value = adoptable.get(cellPlace(sheet, cell)) ?? null;
    return {
      key: keyed(finding),
      finding,
      subject: facts?.name ?? other,
      state,
      waiver: standing.waivers.get(waiverKey(check, sheet, cellName(cell))) ?? null,
      adoptable: state === 'open' && about.includes('score') ? value : null,
      reason: state === 'open' && about.includes('reason') ? (facts?.reason ?? null) : null,
    };
  };
  return [
    ...result.tables.flatMap((table) => {
      const facts = rowFacts(table);
      const other = table.table.project?.value ?? table.table.title?.value ?? '';
      return table.findings.map((finding) => item(finding, facts.get(finding.cell.row), other));
    }),
    ...result.findings.map((finding) => item(finding, undefined, '')),
  ];
}

export interface FindingFilter {
  readonly text: string;
  /** A check's id; null: all of them. */
  readonly check: string | null;
  readonly handled: boolean;
}

export const NO_FILTER: FindingFilter = { text: '', check: null, handled: false };

export interface FindingGroup {
  readonly severity: FindingSeverity;
  readonly items: readonly FindingItem[];
}

const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'info'];

/** What a person typed is looked for in all a finding shows, whatever its case. */
export function matches(item: FindingItem, filter: FindingFilter, language: Language): boolean {
  if (!filter.handled && item.state !== 'open') return false;
  if (filter.check !== null && item.finding.check !== filter.check) return false;
  const wanted = filter.text.trim().toLowerCase();
  if (wanted === '') return true;
  const { finding, subject } = item;
  return [
    render(finding.message, language),
    subject,
    finding.code,
    finding.sheet,
    cellName(finding.cell),
  ].some((text) => text.toLowerCase().includes(wanted));
}

/** The gravest first; severities without findings are left out. */
export function groupBySeverity(items: readonly FindingItem[]): FindingGroup[] {
  return SEVERITIES.map((severity) => ({
    severity,
    items: items.filter(({ finding }) => finding.severity === severity),
  })).filter((group) => group.items.length > 0);
}

export function openCounts(items: readonly FindingItem[]): Record<FindingSeverity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { finding, state } of items) if (state === 'open') counts[finding.severity] += 1;
  return counts;
}

/** Open findings per check, for the list of kinds. */
export function kindCounts(items: readonly FindingItem[], handled: boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { finding, state } of items) {
    if (handled || state === 'open') {
      counts.set(finding.check, (counts.get(finding.check) ?? 0) + 1);
    }
  }
  return counts;
}

/** 偏差原因 as it will stand in the cell: the row's own figures, then what the person says. */
export function reasonText(
  draft: ReasonDraft,
  cause: string,
  measure: string,
  language: Language,
): string {
  const key = draft.rate === null ? 'pane.reason.text' : 'pane.reason.textRate';
  const text = render(
    {
      key,
      data: {
        target: draft.target,
        actual: draft.actual,
        rate: draft.rate ?? '',
        cause: closed(cause, language),
      },
    },
    language,
  );
  const done = measure.trim();
  return done === ''
    ? text
    : text +
        render({ key: 'pane.reason.measure', data: { measure: closed(done, language) } }, language);
}

/** Ends a sentence that a person left open. */
function closed(text: string, language: Language): string {
  const plain = text.trim();
  return /[。.！!？?；;]$/.test(plain) ? plain : plain + (language === 'en' ? '.' : '。');
}

export const scoreText = (score: number | null): string => (score === null ? '—' : figure(score));
export const rateText = (rate: number | null): string => (rate === null ? '—' : percent(rate));
