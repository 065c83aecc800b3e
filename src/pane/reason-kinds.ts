import type { WorkbookResult } from '../model/score';
import { isBlank } from '../model/blank';
import type { PaneTexts } from './chinese';
import { causeOf } from './old-figures';

/** The kinds of causes that reviewers accept, each asked for the fact behind it. */
export const REASON_KINDS = [
  'progress',
  'price',
  'demand',
  'policy',
  'weather',
  'funds',
  'staff',
] as const;

/** What a person still has to say in a suggestion stands between these. */
const GAP = /【[^】]*】/;

export const hasGap = (text: string): boolean => GAP.test(text);

const MOST_EARLIER = 6;

/** Causes the unit wrote in other rows already, each once, as they stand without the figures. */
export function earlierCauses(result: WorkbookResult, texts: PaneTexts): readonly string[] {
  const written = result.tables
    .flatMap(({ table }) => table.indicators)
    .flatMap(({ reason }) => (reason === null || isBlank(reason) ? [] : [reason.trim()]));
  const causes = written.map((text) => causeOf(text, texts) ?? text);
  return [...new Set(causes)].filter((cause) => cause.length > 3).slice(0, MOST_EARLIER);
}
