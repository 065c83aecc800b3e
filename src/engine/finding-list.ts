import { checkOf, CHECKS } from '../checks/registry';
import { cellLabel } from '../model/address';
import type { CheckId } from '../model/check-id';
import { SEVERITIES, type FindingEntry, type ReviewedFinding } from '../model/finding';
import { cellKey } from '../model/grid';
import { subtract, sum } from '../quantity/exact';

/**
 * The lines of every list of findings, in their order: what is open before what is settled; what has
 * one cause in one line with all its cells; what concerns one row of the sheet side by side; the most
 * points at stake first, then the gravest, then from the top of the sheet. Pane, 核查清单, print and
 * the command line all read it, so that they show the same.
 */
export function findingList(findings: readonly ReviewedFinding[]): FindingEntry[] {
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))];
  const rank = (entry: FindingEntry): Rank => [
    entry.status === 'open' ? 0 : 1,
    -(entry.points ?? 0),
    SEVERITIES.indexOf(entry.severity),
    sheets.indexOf(entry.lead.sheet),
    entry.lead.cell.row,
    entry.lead.cell.column,
    ORDER.indexOf(entry.lead.check),
  ];
  const blocks = byRow(causesOf(findings).map(entryOf)).map((block) => {
    const entries = block.map((entry) => ({ entry, rank: rank(entry) }));
    entries.sort((a, b) => compare(a.rank, b.rank));
    return entries;
  });
  blocks.sort((a, b) => compare(a[0]?.rank ?? [], b[0]?.rank ?? []));
  return blocks.flatMap((block) => block.map(({ entry }) => entry));
}

const ORDER = CHECKS.map(({ id }) => id);

type Rank = readonly number[];

function compare(a: Rank, b: Rank): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

type Cause = [ReviewedFinding, ...ReviewedFinding[]];

/** Findings of one check in one table and of one fate, with those told in their line; leads first. */
function causesOf(findings: readonly ReviewedFinding[]): Cause[] {
  const present = new Set(findings.flatMap((finding) => placesOf(finding)));
  const causes = new Map<string, Cause>();
  const put = (key: string, finding: ReviewedFinding): void => {
    const cause = causes.get(key);
    if (cause) cause.push(finding);
    else causes.set(key, [finding]);
  };
  const told = findings.map((finding) => ({ finding, key: leaderKey(finding, present) }));
  for (const { finding, key } of told) if (key === null) put(causeKey(finding), finding);
  const leaders = new Map(
    told
      .flatMap(({ finding, key }) => (key === null ? [] : [[causeKey(finding), key] as const]))
      .sort(([, a], [, b]) => (a < b ? -1 : 1)),
  );
  for (const { finding, key } of told) if (key !== null) put(lineOf(key, causes, leaders), finding);
  return [...causes.values()];
}

/** The line that a leader is told in itself, where it has none of its own. */
function lineOf(
  key: string,
  lines: ReadonlyMap<string, Cause>,
  leaders: ReadonlyMap<string, string>,
): string {
  const leader = lines.has(key) ? undefined : leaders.get(key);
  return leader === undefined ? key : lineOf(leader, lines, leaders);
}

const causeKey = ({ table, check, status }: ReviewedFinding, as: string = check): string =>
  `${String(table ?? '')} ${as} ${status}`;

/** Where a finding of its check and fate can be met: its rows, its table, and why it is off. */
const placesOf = (finding: ReviewedFinding): string[] =>
  [
    '',
    ...rowsOf(finding).map(String),
    ...gapsOf(finding),
    finding.cells.length > 1 ? 'many' : '',
  ].map((place) => `${causeKey(finding)} ${place}`);

/** The line of another check that tells it; null where it has its own. */
function leaderKey(finding: ReviewedFinding, present: ReadonlySet<string>): string | null {
  const { toldWith } = checkOf(finding.check);
  const { onRow = [], inTable = [], sameGap = [], sameSlip = [] } = toldWith;
  const { onRow: onRowOf = [], inTable: inTableOf = [] } = toldWith.of?.[finding.variant] ?? {};
  const isAt = (id: CheckId, place: string): boolean =>
    present.has(`${causeKey(finding, id)} ${place}`);
  const rows = rowsOf(finding);
  const gaps = gapsOf(finding);
  const leader =
    // What is said once of all rows stands beside what is said once of all.
    [...onRowOf, ...onRow].find((id) => rows.every((row) => isAt(id, String(row)))) ??
    (rows.length > 1 ? onRow.find((id) => isAt(id, 'many')) : undefined) ??
    sameGap.find((id) => gaps.some((gap) => gap.startsWith('off') && isAt(id, gap))) ??
    sameSlip.find((id) => gaps.some((gap) => gap.startsWith('likely') && isAt(id, gap))) ??
    [...inTableOf, ...inTable].find((id) => isAt(id, ''));
  return leader === undefined ? null : causeKey(finding, leader);
}

/**
 * `off 10` where what is said and what should be are numbers, `likely 100` where that amount would be
 * right: what is off by the same, or comes right by the same, has one cause.
 */
function gapsOf({ expected, found, message: { data } }: ReviewedFinding): readonly string[] {
  const isOff = typeof expected === 'number' && typeof found === 'number';
  return [
    ...(isOff ? [`off ${String(Math.abs(subtract(expected, found)))}`] : []),
    ...(typeof data.likely === 'number' ? [`likely ${String(data.likely)}`] : []),
  ];
}

const rowsOf = (finding: ReviewedFinding): number[] => [
  ...new Set(finding.cells.map(({ row }) => row)),
];

function entryOf(cause: Cause): FindingEntry {
  const findings = [...cause].sort((a, b) => cellKey(a.cell) - cellKey(b.cell));
  const { check } = cause[0];
  const leads = findings.filter((finding) => finding.check === check);
  const lead = leads[0] ?? cause[0];
  const cells = new Map(leads.flatMap((one) => one.cells).map((cell) => [cellKey(cell), cell]));
  const severities = new Set(findings.map(({ severity }) => severity));
  return {
    key: `${lead.status} ${check} ${cellLabel(lead.sheet, lead.cell)}`,
    lead,
    findings,
    cells: [...cells.values()].sort((a, b) => cellKey(a) - cellKey(b)),
    severity: SEVERITIES.find((one) => severities.has(one)) ?? lead.severity,
    status: lead.status,
    points: pointsOf(findings),
  };
}

/**
 * Checks that tell one cause tell the same points: the most that one of them counts, and of one row
 * the most that one finding names.
 */
function pointsOf(findings: readonly ReviewedFinding[]): number | null {
  const counted = [...new Set(findings.map(({ check }) => check))].flatMap((check) => {
    const byRow = new Map<number, number>();
    for (const finding of findings) {
      const { points } = finding;
      const { row } = finding.cell;
      if (finding.check !== check || points === null) continue;
      byRow.set(row, Math.max(points, byRow.get(row) ?? 0));
    }
    return byRow.size === 0 ? [] : [sum([...byRow.values()])];
  });
  return counted.length === 0 ? null : Math.max(...counted);
}

/** Lines of one single row are kept together; a line of several rows stands by itself. */
function byRow(entries: readonly FindingEntry[]): FindingEntry[][] {
  const blocks = new Map<string, FindingEntry[]>();
  for (const entry of entries) {
    const rows = new Set(entry.findings.flatMap(rowsOf));
    const [row] = rows;
    const key =
      rows.size === 1
        ? `${entry.status === 'open' ? 'open' : 'settled'} ${cellLabel(entry.lead.sheet, '')}${String(row)}`
        : entry.key;
    const block = blocks.get(key);
    if (block) block.push(entry);
    else blocks.set(key, [entry]);
  }
  return [...blocks.values()];
}
