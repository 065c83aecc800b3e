import type { FindingSeverity } from '../../model/finding';
import { message, type Message } from '../../texts/message';

/** Every check of a report's text; the texts stand under `report.check.<id>`. */
export const REPORT_CHECKS = [
  'heading-numbering',
  'heading-style',
  'heading-missing-overview',
  'heading-missing-analysis',
  'heading-missing-problems',
  'heading-missing-conclusion',
  'share-not-ratio',
  'mixed-rounding',
  'shares-total',
  'parts-not-total',
  'same-fact-two-values',
  'figure-year',
  'partial-period',
  'future-as-evidence',
  'prior-year-award',
  'two-denominators',
  'low-rate-unexplained',
  'low-rate-unstated',
  'high-score-low-rate',
  'score-despite-unspent',
  'amount-over-budget',
  'contradiction-completion',
  'contradiction-payment',
  'repeated-sentence',
  'truncated-sentence',
  'stray-marks',
  'placeholder-left',
  'total-differs',
  'grade-differs',
  'project-differs',
  'department-differs',
  'unit-differs',
  'year-differs',
  'budget-differs',
  'spending-differs',
  'rate-differs',
  'indicator-differs',
] as const;

export type ReportCheck = (typeof REPORT_CHECKS)[number];

/** One mistake in a report's text. Texts: `report.check.<id>.message` and `.fix`. */
export interface ReportFinding {
  readonly id: ReportCheck;
  readonly severity: FindingSeverity;
  /** 1-based, blank lines not counted. */
  readonly paragraph: number;
  /** At most 40 signs of the place. */
  readonly excerpt: string;
  readonly message: Message;
  readonly fix: Message;
  readonly expected: string | number | null;
  readonly found: string | number | null;
}

export const LONGEST_EXCERPT = 40;

interface Place {
  readonly paragraph: number;
  readonly text: string;
  /** Where in the text the matter stands, so that the excerpt shows it. */
  readonly at?: number;
}

function excerptOf({ text, at = 0 }: Place): string {
  if (text.length <= LONGEST_EXCERPT) return text;
  const start = Math.max(0, Math.min(at - 10, text.length - LONGEST_EXCERPT + 1));
  const head = start > 0 ? '…' : '';
  const room = LONGEST_EXCERPT - head.length - 1;
  const cut = text.slice(start, start + room);
  return start + room >= text.length ? head + cut : `${head}${cut}…`;
}

/** A finding whose message is that of its id. */
export function reportFinding(
  id: ReportCheck,
  severity: FindingSeverity,
  place: Place,
  data: Message['data'] = {},
  values: { expected?: string | number; found?: string | number } = {},
): ReportFinding {
  return {
    id,
    severity,
    paragraph: place.paragraph,
    excerpt: excerptOf(place),
    message: message(`report.check.${id}.message`, data),
    fix: message(`report.check.${id}.fix`, data),
    expected: values.expected ?? null,
    found: values.found ?? null,
  };
}
