import { placeIn, type ReportContext, type SayInReport } from '../check';
import { claimsOf, type Claim } from '../facts/claims';
import type { ReportFinding } from '../report-finding';

/** A finding at the second of two claims that cannot both be; none where one is not made. */
export function contradiction(
  first: Claim | null | undefined,
  second: Claim | null | undefined,
  say: SayInReport,
): readonly ReportFinding[] {
  if (!first || !second) return [];
  const { found, statement, at } = second;
  const data = { first: first.found, second: found, paragraph: first.statement.paragraph };
  return [say(placeIn(statement, at), { data, found })];
}

/** Finds a report that claims one thing (a global pattern) and, wherever, the other. */
export const bothClaimed =
  (one: RegExp, other: RegExp, areOfOne: (first: Claim, second: Claim) => boolean = () => true) =>
  ({ report, statements }: ReportContext, say: SayInReport): readonly ReportFinding[] => {
    const others = claimsOf(report, statements, other);
    for (const first of claimsOf(report, statements, one)) {
      const second = others.find((claim) => areOfOne(first, claim));
      if (second) return contradiction(first, second, say);
    }
    return [];
  };
