import { checkOf } from '../checks/registry';
import { cellLabel } from '../model/address';
import { isBlank } from '../model/blank';
import type { Finding, ReviewedFinding, SettlingScore } from '../model/finding';
import type { TableResult, WorkbookResult } from '../model/score';
import type { Snapshot } from '../model/snapshot';
import type { EngineOptions } from './options';
import { ownScores } from './own-scores';
import { planningOf, waiversOf, type Planning } from './plan/planning';
import { scoreOffers, type ScoreOffer } from './plan/scores';

/**
 * What became of each finding, table by table: decided here and nowhere else.
 * @param when `now`: in the workbook as it stands; `planned`: once `planPatch` is applied
 */
export function review(
  snapshot: Snapshot,
  result: WorkbookResult,
  options: EngineOptions,
  when: 'now' | 'planned' = 'now',
): ReviewedFinding[] {
  const planning = planningOf(snapshot, result, options);
  return reviewWith(planning, scoreOffers(planning), when);
}

/** `review` for who knows the offers already. */
export function reviewWith(
  planning: Planning,
  offers: readonly ScoreOffer[],
  when: 'now' | 'planned',
): ReviewedFinding[] {
  const decide = decider(planning, offers, when);
  const reviewed = (finding: Finding, table: number | null, subject: string): ReviewedFinding => {
    const { cell, cells, status, reason, score, adoptable, asksReason } = decide(finding);
    // New fields first: behind a spread each of them costs V8 more than the whole object does so.
    return {
      table,
      subject,
      status,
      reason,
      score,
      adoptable,
      asksReason,
      ...finding,
      cell,
      cells,
    };
  };
  const { tables, findings } = planning.result;
  return [
    ...tables.flatMap((table, index) => {
      const subjectOf = subjectsOf(table);
      return table.findings.map((finding) => reviewed(finding, index, subjectOf(finding)));
    }),
    ...findings.map((finding) => reviewed(finding, null, '')),
  ];
}

/** What becomes of a finding. */
function decider(
  planning: Planning,
  offers: readonly ScoreOffer[],
  when: 'now' | 'planned',
): (finding: Finding) => Decision {
  const byCell = new Map(offers.map((offer) => [labelOf(offer), offer]));
  const standing = when === 'planned' ? takenScores(offers) : scoresInPlace(planning, byCell);
  const waivers = new Map(
    waiversOf(planning).map(({ check, sheet, cell, reason }) => [
      `${check} ${cellLabel(sheet, cell)}`,
      reason,
    ]),
  );
  return (finding) => {
    const { about } = checkOf(finding.check);
    const { cell: first, cells } = finding;
    const places = cells.map((cell) => cellLabel(finding.sheet, cell));
    const reason = places
      .map((place) => waivers.get(`${finding.check} ${place}`))
      .find((given) => given !== undefined);
    if (reason !== undefined) return { cell: first, cells, ...OPEN, status: 'waived', reason };
    const isAboutScore = about.includes('score');
    const settled = isAboutScore ? places.map((place) => standing.get(place)) : [];
    const [score] = settled;
    if (score && settled.every((one) => one !== undefined)) {
      const status = isBlank(score.before) ? 'filled' : 'adopted';
      return { cell: first, cells, ...OPEN, status, score };
    }
    // What is settled of several cells is no longer spoken of.
    const left = cells.filter((_, at) => settled[at] === undefined);
    const open = left.length < cells.length ? left : cells;
    const [cell = first] = open;
    const offer = isAboutScore ? byCell.get(cellLabel(finding.sheet, cell)) : undefined;
    return {
      cell: open === cells ? first : cell,
      cells: open,
      ...OPEN,
      adoptable: offer && isAdoptable(offer) ? offer.value : null,
      asksReason: about.includes('reason'),
    };
  };
}

type Decision = Omit<ReviewedFinding, keyof Finding | 'table' | 'subject'> &
  Pick<Finding, 'cell' | 'cells'>;

const OPEN: Omit<Decision, 'cell' | 'cells'> = {
  status: 'open',
  reason: null,
  score: null,
  adoptable: null,
  asksReason: false,
};

const labelOf = ({ sheet, cell }: Pick<ScoreOffer, 'sheet' | 'cell'>): string =>
  cellLabel(sheet.name, cell);

/** A blank cell is filled without asking. */
const isAdoptable = ({ current, written }: ScoreOffer): boolean =>
  !isBlank(current) && current !== written;

const takenScores = (offers: readonly ScoreOffer[]): ReadonlyMap<string, SettlingScore> =>
  new Map(offers.filter(({ isTaken }) => isTaken).map((offer) => [labelOf(offer), offer]));

const scoresInPlace = (
  { snapshot }: Planning,
  offers: ReadonlyMap<string, ScoreOffer>,
): ReadonlyMap<string, SettlingScore> =>
  new Map(
    ownScores(snapshot).map((own) => {
      const place = labelOf(own);
      const { wrote, before } = own;
      const offer = offers.get(place);
      const value = offer?.written === wrote ? offer.value : wrote;
      return [place, { value, before, why: offer?.why ?? null }];
    }),
  );

function subjectsOf({ table }: TableResult): (finding: Finding) => string {
  const names = new Map(table.indicators.map(({ row, name }) => [row, name]));
  const other = table.project?.value ?? table.title?.value ?? '';
  return ({ cell }) => names.get(cell.row) ?? other;
}
