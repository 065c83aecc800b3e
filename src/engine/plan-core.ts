import { render, type Language } from '../texts/catalogue';
import { isBlank } from '../model/blank';
import { checkOf } from '../checks/registry';
import { cellName, contains, parseCellName, type CellRef } from '../model/grid';
import type { Finding, FindingSeverity } from '../model/finding';
import type {
  Ledger,
  LedgerFlag,
  LedgerLayout,
  LedgerScore,
  LedgerSheet,
  SheetRole,
  Waiver,
} from '../model/ledger';
import { layoutOf } from '../changes/ledger-layout';
import type { CachedResult, FlagEdit, Patch, SheetWrite, ValueBlock } from '../model/patch';
import type { TableResult, WorkbookResult } from '../model/score';
import { isCellError, type CellValue, type SheetSnapshot, type Snapshot } from '../model/snapshot';
import type { NumberCell, Table } from '../model/table';
import { sum } from '../quantity/exact';
import { cellLabel } from '../report/sheet-cells';
import { figure } from '../scoring/figures';
import { asWritten } from './as-written';
import type { EngineOptions } from './options';
import { cellKey, recalculateTotal } from './recalculate';
import { digestOfSnapshot, digestOfWrite } from '../changes/sheet-digest';

const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'info'];
const SHEET_NAMES: Readonly<Record<SheetRole, string>> = {
  findings: 'engine.sheet.findings',
  summary: 'engine.sheet.summary',
  outline: 'engine.sheet.outline',
};
const ROLES: readonly SheetRole[] = ['findings', 'summary', 'outline'];
const WANTED_BY = { findings: 'flags', summary: 'summary', outline: 'outline' } as const;

/** A score the run puts into a cell, with what a person had there. */
interface ScoreWrite {
  readonly sheet: SheetSnapshot;
  readonly cell: CellRef;
  readonly value: number;
  /** What stands there now. */
  readonly current: CellValue;
  /** What a person had there before the tool first wrote. */
  readonly before: CellValue;
  readonly why: string;
}

interface Planning {
  readonly snapshot: Snapshot;
  readonly result: WorkbookResult;
  readonly options: EngineOptions;
  readonly ledger: Ledger | null;
  readonly sheets: ReadonlyMap<string, SheetSnapshot>;
}

/** What one of our sheets is written from. */
export interface SheetFacts {
  readonly result: WorkbookResult;
  readonly name: string;
  readonly language: Language;
  /** Scores as they stand once the plan is applied, by `附表!G5`. */
  readonly written: ReadonlyMap<string, number>;
  /** Findings that are settled, and how. */
  readonly handled: readonly Waiver[];
}

/** Writes a sheet of ours; null where the workbook gives nothing for it. */
export type SheetWriter = (role: SheetRole, facts: SheetFacts) => SheetWrite | null;

/** `planPatch` with sheets by whoever writes them (`plan.ts`): who only asks for scores needs none. */
export function planWith(
  writeSheet: SheetWriter,
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): Patch {
  const planning = planningOf(snapshot, result, options);
  const scores = scoreWrites(planning);
  const changed = scores.filter((write) => write.current !== write.value);
  const flags = wantedFlags(planning, scores);
  const back = takenBack(planning, scores);
  const totals = formulaTotals(planning, scores, back);
  const pages = pagesOf(writeSheet, planning, scores, totals);
  const gone = unwantedSheets(planning, pages);
  const ledger = nextLedger(planning, scores, flags, pages);
  return {
    revision: snapshot.revision,
    values: [...changed.map(asBlock), ...back],
    flags: flagEdits(planning, flags),
    cached: totals.filter((total) => !isShown(planning, total)),
    sheets: pages.filter((page) => page.changed).map((page) => page.write),
    removeSheets: gone.filter((sheet) => !isWrittenIn(planning.sheets, sheet)).map(nameOf),
    keptSheets: gone
      .filter((sheet) => !sheet.kept && isWrittenIn(planning.sheets, sheet))
      .map(nameOf),
    lostMarks: lostMarks(snapshot.ledger),
    ledger,
  };
}

/**
 * The tables with the scores that stand once `planPatch` is applied, for texts about them: the same
 * before and after the run.
 */
export function standingTables(
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): readonly TableResult[] {
  const planning = planningOf(snapshot, result, options);
  const scores = scoreWrites(planning);
  const written = standingNumbers(
    planning,
    scores,
    formulaTotals(planning, scores, takenBack(planning, scores)),
  );
  return result.tables.map((table) => asWritten(table, written));
}

/**
 * One of our sheets as `planPatch` writes it, wanted or not; null where there is no table.
 * @param handled whether scores that are still to be written count as done in 核查清单
 */
export function plannedSheetWith(
  writeSheet: SheetWriter,
  role: SheetRole,
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
  handled: 'planned' | 'done' = 'planned',
): SheetWrite | null {
  if (result.tables.length === 0) return null;
  const planning = planningOf(snapshot, result, options);
  const scores = scoreWrites(planning);
  const totals = formulaTotals(planning, scores, takenBack(planning, scores));
  const told =
    handled === 'planned' ? scores : scores.filter((write) => write.current === write.value);
  return writeSheet(
    role,
    factsFor(
      role,
      planning,
      standingNumbers(planning, scores, totals),
      settledFindings(planning, told),
    ),
  );
}

function planningOf(snapshot: Snapshot, result: WorkbookResult, options: EngineOptions): Planning {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  return { snapshot, result, options, ledger: snapshot.ledger, sheets };
}

/**
 * Takes away everything the tool wrote except what is the user's now: the scores, and an outline a
 * person has written in.
 */
export function planClear(snapshot: Snapshot): Patch {
  const ledger = snapshot.ledger;
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const own = (ledger?.sheets ?? []).filter(({ name }) => sheets.has(name));
  return {
    revision: snapshot.revision,
    values: [],
    flags: (ledger?.flags ?? []).flatMap((flag) => unflag(sheets, flag)),
    cached: [],
    sheets: [],
    removeSheets: own.filter((sheet) => !isWrittenIn(sheets, sheet)).map(nameOf),
    keptSheets: own.filter((sheet) => isWrittenIn(sheets, sheet)).map(nameOf),
    lostMarks: lostMarks(snapshot.ledger),
    ledger: ledger ? null : undefined,
  };
}

/**
 * Leaves what a person chose (columns, directions, findings set aside) in the workbook without
 * touching a cell, for a workbook that has not been scored yet.
 */
export function planMemory(
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
): Patch {
  const { ledger } = snapshot;
  return {
    revision: snapshot.revision,
    values: [],
    flags: [],
    cached: [],
    sheets: [],
    removeSheets: [],
    ledger: {
      version: 1,
      profile: result.profile.id,
      ...chosenOf(ledger, options),
      scores: ledger?.scores ?? [],
      flags: ledger?.flags ?? [],
      sheets: ledger?.sheets ?? [],
      waivers: options.waivers ?? ledger?.waivers ?? [],
      layouts: layoutsOf(result, new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]))),
      host: ledger?.host ?? {},
    },
  };
}

function scoreWrites(planning: Planning): ScoreWrite[] {
  const own = new Map(
    (planning.ledger?.scores ?? []).map((score) => [`${score.sheet}!${score.cell}`, score]),
  );
  const writes: ScoreWrite[] = [];
  for (const table of planning.result.tables) {
    const sheet = planning.sheets.get(table.table.sheet);
    if (!sheet) continue;
    const hidden = hiddenByMerges(sheet);
    const offer = (source: NumberCell | null, value: number | null, why: string): void => {
      if (!source || value === null || hidden.has(cellKey(source.cell))) return;
      const write = scoreWrite(planning, sheet, own, source, value, why);
      if (write) writes.push(write);
    };
    const total = table.table.budget?.rows.find((row) => row.isTotal);
    const budget = table.budget;
    if (budget && total && budget.weight !== null) {
      offer(
        total.score,
        budget.score,
        budget.explanation ? render(budget.explanation, planning.options.language) : '',
      );
    }
    for (const [index, indicator] of table.table.indicators.entries()) {
      const row = table.rows[index];
      if (!row || indicator.weight?.value == null) continue;
      offer(indicator.score, row.score, render(row.explanation, planning.options.language));
    }
    offer(table.table.total?.score ?? null, standingTotal(table, writes, sheet), '');
  }
  return writes;
}

function scoreWrite(
  planning: Planning,
  sheet: SheetSnapshot,
  own: ReadonlyMap<string, LedgerScore>,
  source: NumberCell,
  value: number,
  why: string,
): ScoreWrite | null {
  const { cell } = source;
  if (source.formula !== null) return null;
  const current = sheet.values[cell.row]?.[cell.column] ?? null;
  const mine = own.get(`${sheet.name}!${cellName(cell)}`);
  const isMine = mine !== undefined && mine.wrote === current;
  const consent =
    planning.options.overwriteScores ||
    planning.options.adopt?.has(`${sheet.name}!${cellName(cell)}`) === true;
  if (!isBlank(current) && !isMine && !consent) return null;
  if (!isMine && current === value) return null;
  return { sheet, cell, value, current, before: isMine ? mine.before : current, why };
}

/** Cells under a merge that are not its first: nothing may be written there. */
function hiddenByMerges(sheet: SheetSnapshot): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const merge of sheet.merges) {
    const bottom = Math.min(merge.bottom, sheet.rowCount - 1);
    const right = Math.min(merge.right, sheet.columnCount - 1);
    for (let row = merge.top; row <= bottom; row++) {
      for (let column = merge.left; column <= right; column++) {
        if (row !== merge.top || column !== merge.left) hidden.add(cellKey({ row, column }));
      }
    }
  }
  return hidden;
}

/** The sum of the scores that will stand in the cells; null while one of them is still open. */
function standingTotal(
  result: TableResult,
  writes: readonly ScoreWrite[],
  sheet: SheetSnapshot,
): number | null {
  const written = new Map(
    writes
      .filter((write) => write.sheet === sheet)
      .map((write) => [cellKey(write.cell), write.value]),
  );
  const parts: number[] = [];
  const total = result.table.budget?.rows.find((row) => row.isTotal);
  const cells = [
    ...(total && (total.weight?.value ?? null) !== null ? [total.score] : []),
    ...result.table.indicators
      .filter((indicator) => (indicator.weight?.value ?? null) !== null)
      .map((indicator) => indicator.score),
  ];
  for (const source of cells) {
    const value = source && (written.get(cellKey(source.cell)) ?? source.value);
    if (value === null) return null;
    parts.push(value);
  }
  return parts.length === 0 ? null : sum(parts);
}

function asBlock(write: ScoreWrite): ValueBlock {
  return {
    sheetId: write.sheet.id,
    top: write.cell.row,
    left: write.cell.column,
    values: [[write.value]],
    before: [[write.current]],
  };
}

/**
 * Scores of an earlier run that nothing supports any more (the 完成值 was cleared, say): what a
 * person had there before comes back, or they would pass for a person's at the next run.
 */
function takenBack(planning: Planning, scores: readonly ScoreWrite[]): ValueBlock[] {
  const kept = new Set(scores.map((write) => cellLabel(write.sheet.name, write.cell)));
  return (planning.ledger?.scores ?? []).flatMap((score) => {
    const sheet = planning.sheets.get(score.sheet);
    const cell = parseCellName(score.cell);
    if (!sheet || !cell || kept.has(cellLabel(score.sheet, cell))) return [];
    if (sheet.values[cell.row]?.[cell.column] !== score.wrote) return [];
    if ((sheet.formulas[cell.row]?.[cell.column] ?? null) !== null) return [];
    const known = planning.result.tables.some(
      ({ table }) => table.sheet === score.sheet && contains(table.range, cell),
    );
    if (!known) return [];
    const { row: top, column: left } = cell;
    return [{ sheetId: sheet.id, top, left, values: [[score.before]], before: [[score.wrote]] }];
  });
}

/** Formula cells whose result is known once the scores stand: the forms' own totals. */
function formulaTotals(
  planning: Planning,
  scores: readonly ScoreWrite[],
  back: readonly ValueBlock[],
): CachedResult[] {
  const results: CachedResult[] = [];
  for (const { table } of planning.result.tables) {
    const sheet = planning.sheets.get(table.sheet);
    if (!sheet) continue;
    const written = new Map<number, CellValue>();
    for (const { sheetId, top, left, values } of back) {
      if (sheetId === sheet.id) {
        written.set(cellKey({ row: top, column: left }), values[0]?.[0] ?? null);
      }
    }
    for (const write of scores) {
      if (write.sheet === sheet) written.set(cellKey(write.cell), write.value);
    }
    if (written.size === 0) continue;
    const sums = [...table.subtotals.map((subtotal) => subtotal.score), table.total?.score ?? null];
    for (const source of sums) {
      if (!source || source.formula === null) continue;
      const value = recalculateTotal(source.formula, sheet, written);
      if (value === null) continue;
      written.set(cellKey(source.cell), value);
      results.push({ sheetId: sheet.id, cell: source.cell, value });
    }
  }
  return results;
}

function isShown({ snapshot }: Planning, { sheetId, cell, value }: CachedResult): boolean {
  const sheet = snapshot.sheets.find((one) => one.id === sheetId);
  return sheet?.values[cell.row]?.[cell.column] === value;
}

const waiversOf = ({ options, ledger }: Planning): readonly Waiver[] =>
  options.waivers ?? ledger?.waivers ?? [];

const isReplaced = (write: ScoreWrite): boolean => !isBlank(write.before);

const isSettled = (finding: Finding, write: ScoreWrite): boolean =>
  checkOf(finding.check).about.includes(isReplaced(write) ? 'score' : 'blank-score');

/** Findings a score of ours settles, with what was done about them, for 核查清单. */
function settledFindings(planning: Planning, scores: readonly ScoreWrite[]): Waiver[] {
  const writes = new Map(
    scores.map((write) => [cellLabel(write.sheet.name, write.cell), write] as const),
  );
  if (writes.size === 0) return [];
  return allFindings(planning.result).flatMap((finding) => {
    const write = writes.get(cellLabel(finding.sheet, finding.cell));
    if (!write || !isSettled(finding, write)) return [];
    const reason = render(
      isReplaced(write)
        ? { key: 'engine.handling.replaced', data: replacement(write) }
        : { key: 'engine.handling.filled', data: { value: figure(write.value) } },
      planning.options.language,
    );
    return [{ check: finding.check, sheet: finding.sheet, cell: cellName(finding.cell), reason }];
  });
}

const replacement = (write: ScoreWrite): Record<string, string | number> => ({
  value: write.value,
  before: isCellError(write.before) ? write.before.error : String(write.before),
  why: write.why,
});

/** One mark per cell: the gravest tone, and a note that says every finding there. */
function wantedFlags(planning: Planning, scores: readonly ScoreWrite[]): Map<string, LedgerFlag> {
  const flags = new Map<string, LedgerFlag>();
  if (!planning.options.flags) return flags;
  const filled = new Map(
    scores.map((write) => [`${write.sheet.name}!${cellName(write.cell)}`, write]),
  );
  const waived = new Set(
    waiversOf(planning).map((waiver) => `${waiver.check} ${waiver.sheet}!${waiver.cell}`),
  );
  const byCell = new Map<string, Finding[]>();
  for (const finding of allFindings(planning.result)) {
    const place = `${finding.sheet}!${cellName(finding.cell)}`;
    if (waived.has(`${finding.check} ${place}`)) continue;
    const list = byCell.get(place);
    if (list) list.push(finding);
    else byCell.set(place, [finding]);
  }
  for (const [place, findings] of byCell) {
    const first = findings[0];
    if (!first) continue;
    const write = filled.get(place);
    const open = write ? findings.filter((finding) => !isSettled(finding, write)) : findings;
    const parts = open.map((finding) => noteOf(finding, planning.options));
    if (write && open.length < findings.length) parts.unshift(filledNote(write, planning.options));
    flags.set(place, {
      sheet: first.sheet,
      cell: cellName(first.cell),
      tone: gravest(open),
      note: parts.join('\n\n'),
    });
  }
  return flags;
}

export function allFindings(result: WorkbookResult): Finding[] {
  return [...result.tables.flatMap((table) => table.findings), ...result.findings];
}

function gravest(findings: readonly Finding[]): FindingSeverity {
  return (
    SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ??
    'info'
  );
}

function noteOf(finding: Finding, options: EngineOptions): string {
  const say = (key: string, data: Record<string, string | number> = {}): string =>
    render({ key, data }, options.language);
  const lines = [
    say('engine.note.head', {
      severity: say(`engine.severity.${finding.severity}`),
      code: finding.code,
      message: render(finding.message, options.language),
    }),
  ];
  if (finding.expected !== null)
    lines.push(say('engine.note.expected', { value: finding.expected }));
  if (finding.found !== null) lines.push(say('engine.note.found', { value: finding.found }));
  if (finding.fix)
    lines.push(say('engine.note.fix', { fix: render(finding.fix, options.language) }));
  return lines.join('\n');
}

function filledNote(write: ScoreWrite, options: EngineOptions): string {
  const message = isReplaced(write)
    ? { key: 'engine.note.replaced', data: replacement(write) }
    : { key: 'engine.note.filled', data: { value: write.value, why: write.why } };
  return render(message, options.language);
}

function flagEdits(planning: Planning, wanted: ReadonlyMap<string, LedgerFlag>): FlagEdit[] {
  const edits: FlagEdit[] = [];
  const standing = new Map(
    (planning.ledger?.flags ?? []).map((flag) => [`${flag.sheet}!${flag.cell}`, flag]),
  );
  for (const [place, flag] of standing) {
    if (!wanted.has(place)) edits.push(...unflag(planning.sheets, flag));
  }
  for (const [place, flag] of wanted) {
    const before = standing.get(place);
    if (before?.tone === flag.tone && before.note === flag.note) continue;
    const sheet = planning.sheets.get(flag.sheet);
    const cell = parseCellName(flag.cell);
    if (sheet && cell) edits.push({ sheetId: sheet.id, cell, tone: flag.tone, note: flag.note });
  }
  return edits;
}

function unflag(sheets: ReadonlyMap<string, SheetSnapshot>, flag: LedgerFlag): FlagEdit[] {
  const sheet = sheets.get(flag.sheet);
  const cell = parseCellName(flag.cell);
  return sheet && cell ? [{ sheetId: sheet.id, cell, tone: null, note: null }] : [];
}

interface Page {
  readonly write: SheetWrite;
  readonly digest: string;
  readonly changed: boolean;
}

function standingNumbers(
  { snapshot }: Planning,
  scores: readonly ScoreWrite[],
  totals: readonly CachedResult[],
): ReadonlyMap<string, number> {
  const written = new Map(
    scores.map((write) => [cellLabel(write.sheet.name, write.cell), write.value]),
  );
  // A total that is a formula shows its new result at once, and so must whatever follows it.
  const names = new Map(snapshot.sheets.map((sheet) => [sheet.id, sheet.name]));
  for (const { sheetId, cell, value } of totals) {
    if (typeof value === 'number') written.set(cellLabel(names.get(sheetId) ?? '', cell), value);
  }
  return written;
}

function pagesOf(
  writeSheet: SheetWriter,
  planning: Planning,
  scores: readonly ScoreWrite[],
  totals: readonly CachedResult[],
): Page[] {
  const { result, options } = planning;
  if (result.tables.length === 0) return [];
  const written = standingNumbers(planning, scores, totals);
  return ROLES.filter((role) => options[WANTED_BY[role]]).flatMap((role) => {
    const facts = factsFor(role, planning, written, settledFindings(planning, scores));
    const write = writeSheet(role, facts);
    return write ? [asPage(planning, write)] : [];
  });
}

const factsFor = (
  role: SheetRole,
  planning: Planning,
  written: ReadonlyMap<string, number>,
  settled: readonly Waiver[],
): SheetFacts => ({
  result: planning.result,
  name: sheetName(planning, role),
  language: planning.options.language,
  written,
  // What a person said about a finding goes before what a score of ours did for it.
  handled: [...settled, ...waiversOf(planning)],
});

/**
 * A sheet of ours is left alone when it already says the same, and an outline also when a person
 * has been writing in it.
 */
function asPage(planning: Planning, write: SheetWrite): Page {
  const digest = digestOfWrite(write);
  const known = planning.ledger?.sheets.find((sheet) => sheet.role === write.role);
  const present = known && planning.sheets.get(known.name);
  if (!known || !present) return { write, digest, changed: true };
  if (isWrittenIn(planning.sheets, known)) return { write, digest: known.digest, changed: false };
  return { write, digest, changed: known.digest !== digest };
}

/** The name it already has, else the plain one, else the first free `汇总表(2)`. */
function sheetName(planning: Planning, role: SheetRole): string {
  const known = planning.ledger?.sheets.find((sheet) => sheet.role === role);
  if (known && planning.sheets.has(known.name)) return known.name;
  const base = render({ key: SHEET_NAMES[role], data: {} }, planning.options.language);
  const taken = new Set([...planning.sheets.keys()].map((name) => name.toLowerCase()));
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? base : `${base}(${copy})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Sheets of an earlier run that nobody wants any more. */
function unwantedSheets(planning: Planning, pages: readonly Page[]): LedgerSheet[] {
  const wanted = new Set(pages.map((page) => page.write.role));
  return (planning.ledger?.sheets ?? []).filter(
    (sheet) => !wanted.has(sheet.role) && planning.sheets.has(sheet.name),
  );
}

/** Whether a person has been writing in an outline of ours: it is not taken from them. */
function isWrittenIn(
  sheets: ReadonlyMap<string, SheetSnapshot>,
  { role, name, digest }: LedgerSheet,
): boolean {
  const present = sheets.get(name);
  return role === 'outline' && present !== undefined && digestOfSnapshot(present) !== digest;
}

const lostMarks = (ledger: Ledger | null): NonNullable<Patch['lostMarks']> =>
  (ledger?.lost ?? []).flatMap(({ sheet, cell: name }) => {
    const cell = parseCellName(name);
    return cell ? [{ sheet, cell }] : [];
  });

const nameOf = ({ name }: LedgerSheet): string => name;

function nextLedger(
  planning: Planning,
  scores: readonly ScoreWrite[],
  flags: ReadonlyMap<string, LedgerFlag>,
  pages: readonly Page[],
): Ledger | undefined {
  const { ledger, result, options } = planning;
  if (result.tables.length === 0 && !ledger) return undefined;
  const next: Ledger = {
    version: 1,
    profile: result.profile.id,
    ...chosenOf(ledger, options),
    scores: scores.map((write) => ({
      sheet: write.sheet.name,
      cell: cellName(write.cell),
      wrote: write.value,
      before: write.before,
    })),
    flags: [...flags.values()],
    sheets: [
      ...pages.map((page): LedgerSheet => ({
        role: page.write.role,
        name: page.write.name,
        digest: page.digest,
      })),
      ...unwantedSheets(planning, pages)
        .filter((sheet) => isWrittenIn(planning.sheets, sheet))
        .map((sheet) => ({ ...sheet, kept: true as const })),
    ],
    waivers: waiversOf(planning),
    layouts: layoutsOf(result, planning.sheets),
    host: ledger?.host ?? {},
  };
  return ledger && saysTheSame(ledger, next) ? undefined : next;
}

/** Other names of rows alone are no reason to write: the older ones find the same cells. */
function saysTheSame(ledger: Ledger, next: Ledger): boolean {
  const said = ({ layouts, ...rest }: Ledger): string =>
    JSON.stringify({ ...rest, host: 0, layouts: layouts === undefined ? 0 : 1 });
  return said(ledger) === said(next);
}

/** What rows and columns are called on the sheets with tables. */
function layoutsOf(
  { tables }: WorkbookResult,
  sheets: ReadonlyMap<string, SheetSnapshot>,
): LedgerLayout[] {
  const names = [...new Set(tables.map(({ table }) => table.sheet))];
  return names.flatMap((name) => {
    const sheet = sheets.get(name);
    const own = tables.map(({ table }) => table).filter((table) => table.sheet === name);
    const { top, bottom } = own[0]?.header ?? { top: 0, bottom: -1 };
    const header = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
    return sheet ? [layoutOf(sheet, nameColumnOf(own), header)] : [];
  });
}

/** The column most of the indicators' names stand in. */
function nameColumnOf(tables: readonly Table[]): number {
  const counts = new Map<number, number>();
  for (const { nameCell } of tables.flatMap(({ indicators }) => indicators)) {
    counts.set(nameCell.column, (counts.get(nameCell.column) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

function chosenOf(
  ledger: Ledger | null,
  options: EngineOptions,
): Pick<Ledger, 'mapping' | 'directions'> {
  const mapping = mappingOf(ledger, options);
  const directions = options.directions ?? ledger?.directions;
  return directions && Object.keys(directions).length > 0 ? { mapping, directions } : { mapping };
}

function mappingOf(ledger: Ledger | null, options: EngineOptions): Ledger['mapping'] {
  const entries = Object.entries({ ...ledger?.mapping, ...options.mapping }).map(
    ([sheet, columns]) => {
      const joined = Object.entries({ ...ledger?.mapping[sheet], ...columns });
      return [sheet, Object.fromEntries(joined.filter(([, letter]) => letter !== ''))] as const;
    },
  );
  return Object.fromEntries(entries.filter(([, columns]) => Object.keys(columns).length > 0));
}
