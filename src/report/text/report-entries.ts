import type { FindingSeverity } from '../../model/finding';
import { grouped } from '../../model/grouped';
import { render, speaker } from '../../texts/catalogue';
import type { ReportFinding } from './report-finding';
import type { VerifiedTexts } from './verified-lines';

/** Findings of a report that say the same words and ask for the same: one entry with its places. */
export interface ReportEntry {
  readonly severity: FindingSeverity;
  readonly message: string;
  readonly fix: string;
  /** Why a person lets them be; null where they do not. */
  readonly reason: string | null;
  /** `第 3 段`; `12 处：第 3、5、8 段`. */
  readonly place: string;
  /** The words at each place, each with its paragraph where there are several. */
  readonly excerpts: readonly string[];
  /** In the order of the report; one at least. */
  readonly findings: readonly ReportFinding[];
}

/** In the order of their first places. A dozen marks left to be written over are one thing to do. */
export function reportEntries(
  findings: readonly ReportFinding[],
  texts: VerifiedTexts,
  reasonOf: (finding: ReportFinding) => string | null = () => null,
): ReportEntry[] {
  const told = findings.map((finding) => ({
    finding,
    severity: finding.severity,
    message: render(finding.message, texts),
    fix: render(finding.fix, texts),
    reason: reasonOf(finding),
  }));
  const groups = grouped(told, ({ finding: { id, margin }, severity, message, fix, reason }) =>
    JSON.stringify([id, severity, message, fix, reason, margin]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { severity, message, fix, reason } = first;
    const own = group.map(({ finding }) => finding);
    const where = placesOf(own, texts);
    return [{ severity, message, fix, reason, ...where, findings: own }];
  });
}

/** `第 3 段`, `页眉`. */
export const placeOf = (
  { paragraph, margin }: Pick<ReportFinding, 'paragraph' | 'margin'>,
  texts: VerifiedTexts,
): string => {
  const say = speaker('reports', texts);
  return margin === undefined ? say('paragraph', { paragraph }) : say(margin);
};

function placesOf(
  findings: readonly ReportFinding[],
  texts: VerifiedTexts,
): Pick<ReportEntry, 'place' | 'excerpts'> {
  const say = speaker('reports', texts);
  const places = [...grouped(findings, ({ paragraph }) => paragraph)];
  const excerptOfAll = findings.filter(({ excerpt }) => excerpt !== '');
  const [first, ...more] = findings;
  if (first && more.length === 0) {
    return {
      place: placeOf(first, texts),
      excerpts: excerptOfAll.map(({ excerpt }) => excerpt),
    };
  }
  return {
    place: say('places', {
      count: findings.length,
      paragraphs: places.map(([one]) => String(one)),
    }),
    excerpts: excerptOfAll.map((one) =>
      say('excerpt.placed', {
        place: placeOf(one, texts),
        text: one.excerpt,
      }),
    ),
  };
}
