import { compare, multiply, ratio, subtract, sum } from '../../quantity/exact';
import { figuresOf, isChange, sharesWord, type Figure } from './figures';
import { reportFinding, type ReportFinding } from './report-finding';
import type { ReportText, Sentence } from './read-report';

/** A percentage and the count it is a share of something of. */
interface Share {
  readonly part: Figure;
  readonly percent: Figure;
}

const BOUND = /不低于|不少于|不超过|以上|以下|高于|低于|目标|要求|≥|≤|达标线/;

/** Nor of a bound that is not to be passed: 指标值≤3件，实际0件，完成率100%. */
const ATMOST = /(?:[≤<＜]=?|不超过|不高于|不多于|控制在)$/;

/** `办结176544件，办结率99.56%`, `522宗，占58.19%`: the count stands just before its share. */
function sharesIn(figures: readonly Figure[]): Share[] {
  const shares: Share[] = [];
  figures.forEach((percent, index) => {
    if (!percent.percent) return;
    if (isChange(percent) || BOUND.test(percent.label)) return;
    const part = figures[index - 1];
    if (!part || part.percent || part.unit === '') return;
    const named = percent.label.startsWith('占') || sharesWord(percent.label, part.label);
    if (named) shares.push({ part, percent });
  });
  return shares;
}

/** `rounded`, `cut` (the digits beyond simply dropped), or not that share at all. */
function fit(part: number, whole: number, percent: Figure): 'rounded' | 'cut' | null {
  const hundred = multiply(part, 100);
  if (ratio(hundred, whole, percent.decimals) === percent.value) return 'rounded';
  const fine = ratio(hundred, whole, 8);
  if (fine === null) return null;
  const rest = subtract(fine, percent.value);
  return rest > 0 && rest < 10 ** -percent.decimals ? 'cut' : null;
}

interface Judged extends Share {
  readonly whole: Figure | null;
  readonly fit: 'rounded' | 'cut' | null;
}

/** Candidates for the whole of which a figure is a part, nearest first, without repeats. */
function wholes(sentence: readonly Figure[], part: Figure, known: readonly Figure[]): Figure[] {
  const near = sentence.filter((figure) => figure !== part).reverse();
  const seen = new Set<number>();
  return [...near, ...known].filter((figure) => {
    const possible = figure.unit === part.unit && figure.value >= part.value && figure.value > 0;
    if (!possible || seen.has(figure.value)) return false;
    seen.add(figure.value);
    return true;
  });
}

function judge(share: Share, candidates: readonly Figure[]): Judged {
  let cut: Figure | null = null;
  for (const whole of candidates) {
    const how = fit(share.part.value, whole.value, share.percent);
    if (how === 'rounded') return { ...share, whole, fit: how };
    if (how === 'cut') cut ??= whole;
  }
  return { ...share, whole: cut, fit: cut ? 'cut' : null };
}

const shareText = (part: number, whole: number, decimals: number): string => {
  const value = ratio(multiply(part, 100), whole, decimals) ?? 0;
  return `${value.toFixed(decimals)}%`;
};

/** More wholes than this are not tried: a report that long is a table. */
const MOST_WHOLES = 400;

/**
 * Printed shares against the figures they come from (domain rules F04, F17). The whole is looked
 * for in the sentence, then in the report. Where none gives the share, it is called wrong only if
 * the sentence itself or the share before it says what the whole is.
 */
export function shareChecks(report: ReportText): ReportFinding[] {
  const findings: ReportFinding[] = [];
  const all = report.sentences.map((sentence) => figuresOf(sentence.text));
  const known = all
    .flat()
    .filter((figure) => !figure.percent && figure.unit !== '')
    .slice(0, MOST_WHOLES);
  let base: { whole: Figure; paragraph: number } | null = null;
  report.sentences.forEach((sentence, index) => {
    const figures = all[index] ?? [];
    const judged: Judged[] = [];
    for (const share of sharesIn(figures)) {
      const before = figures.filter((figure) => figure.start < share.part.start && !figure.percent);
      const result = judge(share, wholes(figures, share.part, known));
      judged.push(result);
      if (result.fit === 'rounded' && result.whole) {
        base = { whole: result.whole, paragraph: sentence.paragraph };
      } else if (result.fit === null) {
        const own = before
          .reverse()
          .find((figure) => figure.unit === share.part.unit && figure.value >= share.part.value);
        const told: Figure | null =
          own ??
          (base?.paragraph === sentence.paragraph && base.whole.unit === share.part.unit
            ? base.whole
            : null);
        // Of nothing there is no share: 目标0起，实际0起，完成率100%.
        if (told && told.value > 0 && told.value >= share.part.value && !ATMOST.test(told.label)) {
          findings.push(notRatio(sentence, share, told));
        }
      }
    }
    findings.push(...mixedRounding(sentence, judged), ...sharesTotal(sentence, judged));
  });
  return findings;
}

function notRatio(sentence: Sentence, { part, percent }: Share, whole: Figure): ReportFinding {
  const expected = shareText(part.value, whole.value, Math.max(percent.decimals, 1));
  return reportFinding(
    'share-not-ratio',
    'error',
    { paragraph: sentence.paragraph, text: sentence.text, at: part.start },
    { part: part.text, whole: whole.text, expected, found: `${percent.text}%` },
    { expected, found: `${percent.text}%` },
  );
}

/** Some shares of one sentence rounded, others cut. */
function mixedRounding(sentence: Sentence, judged: readonly Judged[]): ReportFinding[] {
  const cut = judged.filter((share) => share.fit === 'cut');
  const rounded = judged.filter(
    (share) => share.fit === 'rounded' && share.whole !== null && !even(share, share.whole),
  );
  const first = cut[0];
  if (!first || rounded.length === 0) return [];
  const found = cut.map(({ percent }) => `${percent.text}%`).join('、');
  const expected = cut
    .map(({ part, percent, whole }) => shareText(part.value, whole?.value ?? 1, percent.decimals))
    .join('、');
  const place = { paragraph: sentence.paragraph, text: sentence.text, at: first.part.start };
  return [reportFinding('mixed-rounding', 'info', place, { found, expected }, { found, expected })];
}

/** A share that needs no rounding says nothing of how others were rounded. */
const even = ({ part, percent }: Judged, whole: Figure): boolean =>
  compare(multiply(part.value, 100), multiply(percent.value, whole.value)) === 0;

const FEWEST_SHARES = 3;
const SHARES_TOLERANCE = 0.1;

/** Shares of parts that make up the whole come to 100. */
function sharesTotal(sentence: Sentence, judged: readonly Judged[]): ReportFinding[] {
  const shares = judged.filter(({ percent }) => percent.label.startsWith('占'));
  const whole = shares.find((share) => share.whole)?.whole;
  if (shares.length < FEWEST_SHARES || !whole) return [];
  const parts = sum(shares.map(({ part }) => part.value));
  if (compare(parts, whole.value) !== 0) return [];
  const total = sum(shares.map(({ percent }) => percent.value));
  if (Math.abs(subtract(total, 100)) <= SHARES_TOLERANCE) return [];
  const place = {
    paragraph: sentence.paragraph,
    text: sentence.text,
    at: shares[0]?.part.start ?? 0,
  };
  const [expected, found] = ['100%', `${total}%`];
  return [reportFinding('shares-total', 'error', place, { found }, { expected, found })];
}
