import type { KeptReport } from '../../report/keep/keep-written';
import { sectionText } from '../../report/keep/rewrite';
import { PLACEHOLDERS } from '../../report/text/read-report';
import { sectionNames } from './section-names';

/** A place that waits for a person: 【待补充：…】 or 【待核对：…】. */
export interface WaitingPlace {
  /** Of its section in the report. */
  readonly at: number;
  /** What its section is told by. */
  readonly title: string;
  /** Where it stands in the section's text. */
  readonly from: number;
  readonly to: number;
  /** Without the brackets. */
  readonly text: string;
}

/** All of them, in reading order; the head is told by `head`. */
export function waitingPlaces(report: KeptReport, head: string): WaitingPlace[] {
  const names = sectionNames(report, head);
  return report.sections.flatMap((section, at) =>
    [...sectionText(section).matchAll(PLACEHOLDERS)].map((match) => ({
      at,
      title: names[at] ?? '',
      from: match.index,
      to: match.index + match[0].length,
      text: match[0].slice(1, -1),
    })),
  );
}

/** How many stand in its tables: what the form says there is written again with the form. */
export const placesInTables = ({ sections }: KeptReport): number =>
  sections
    .flatMap(({ body }) =>
      body.flatMap(({ line }) => (line.role === 'table' ? line.rows.flat() : [])),
    )
    .reduce((count, text) => count + [...text.matchAll(PLACEHOLDERS)].length, 0);
