import type { KeptReport } from '../../report/keep/keep-written';
import { bareTitle } from '../../report/keep/mark';
import { sectionText } from '../../report/keep/rewrite';
import { PLACEHOLDERS } from '../../report/text/read-report';

/** A place that waits for a person: 【待补充：…】 or 【待核对：…】. */
export interface WaitingPlace {
  /** Of its section in the report. */
  readonly at: number;
  /** Of its section, without the number; null for the head. */
  readonly title: string | null;
  /** Where it stands in the section's text. */
  readonly from: number;
  readonly to: number;
  /** Without the brackets. */
  readonly text: string;
}

/** All of them, in reading order. */
export const waitingPlaces = ({ sections }: KeptReport): WaitingPlace[] =>
  sections.flatMap((section, at) =>
    [...sectionText(section).matchAll(PLACEHOLDERS)].map((match) => ({
      at,
      title: section.heading && bareTitle(section.heading.line.text),
      from: match.index,
      to: match.index + match[0].length,
      text: match[0].slice(1, -1),
    })),
  );
