import type { FindingSeverity } from '../../model/finding';
import type { Message } from '../../texts/message';
import type { MarginKind } from './document/margins';

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
  'enumeration-order',
  'amount-not-share',
  'change-not-figures',
  'product-not-amount',
  'balance-differs',
  'rate-above-hundred',
  'score-above-full',
  'score-two-values',
  'score-deduction',
  'grade-not-score',
  'title-year',
  'date-impossible',
  'dates-out-of-order',
  'filled-too-early',
  'stale-date',
  'unit-suspect',
  'shortfall-called-done',
  'full-score-unmet',
  'contradiction-balance',
  'contradiction-problems',
  'contradiction-time',
  'marks-unpaired',
  'word-doubled',
  'template-residue',
  'margin-differs',
  'margin-unread',
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
  'target-differs',
  'row-score-differs',
  'level-score-differs',
  'achievement-differs',
  'goal-differs',
  'nothing-compared',
] as const;

export type ReportCheck = (typeof REPORT_CHECKS)[number];

/** One mistake in a report's text. Texts: `report.check.<id>.message` and `.fix`. */
export interface ReportFinding {
  readonly id: ReportCheck;
  readonly severity: FindingSeverity;
  /** 1-based, blank lines not counted; 0 in a header or footer. */
  readonly paragraph: number;
  /** Where it stands in no paragraph of the text. */
  readonly margin?: MarginKind;
  /** At most 40 signs of the place. */
  readonly excerpt: string;
  readonly message: Message;
  readonly fix: Message;
  readonly expected: string | number | null;
  readonly found: string | number | null;
}

export const LONGEST_EXCERPT = 40;

export interface Place {
  readonly paragraph: number;
  readonly margin?: MarginKind;
  readonly text: string;
  /** Where in the text the matter stands, so that the excerpt shows it. */
  readonly at?: number;
}

/** At most 40 signs around a place. */
export function excerptOf({ text, at = 0 }: Place): string {
  if (text.length <= LONGEST_EXCERPT) return text;
  const start = Math.max(0, Math.min(at - 10, text.length - LONGEST_EXCERPT + 1));
  const head = start > 0 ? '…' : '';
  const room = LONGEST_EXCERPT - head.length - 1;
  const cut = text.slice(start, start + room);
  return start + room >= text.length ? head + cut : `${head}${cut}…`;
}
