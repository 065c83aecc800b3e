/** The clause a place of a sentence stands in. */
export interface ClausePlace {
  /** Where the clause begins. */
  readonly start: number;
  /** Counts the clauses of the sentence. */
  readonly index: number;
  /** Counts its parts between semicolons. */
  readonly segment: number;
  /** How many brackets are open. */
  readonly depth: number;
}

/** More than any sentence has. */
const MOST_CLAUSES = 100_000;

const ENDS = new Set('，；：,;:。！？!?');
const SEMICOLONS = new Set('；;');
const OPENS = new Set('（(');
const CLOSES = new Set('）)');

/** The clauses of `places`, given in their order; a clause goes on behind what stands in brackets. */
export function clauseStarts(sentence: string, places: readonly number[]): ClausePlace[] {
  const found: ClausePlace[] = [];
  const open: { start: number; index: number; segment: number }[] = [
    { start: 0, index: 0, segment: 0 },
  ];
  let brackets = 0;
  let segments = 0;
  let next = 0;
  for (let at = 0; at <= sentence.length && next < places.length; at += 1) {
    const inner = open[open.length - 1];
    if (!inner) break;
    if (at === places[next]) {
      found.push({ ...inner, depth: open.length - 1 });
      next += 1;
    }
    const sign = sentence.charAt(at);
    if (OPENS.has(sign)) {
      // Brackets count their own clauses, so that those around them stay neighbours.
      brackets += 1;
      open.push({ start: at + 1, index: brackets * MOST_CLAUSES, segment: inner.segment });
    } else if (CLOSES.has(sign)) {
      if (open.length > 1) open.pop();
    } else if (ENDS.has(sign) && !isThousands(sentence, at)) {
      if (SEMICOLONS.has(sign)) segments += 1;
      inner.start = at + 1;
      inner.index += 1;
      inner.segment = segments;
    }
  }
  return found;
}

/** The comma of 1,161. */
const isThousands = (text: string, at: number): boolean =>
  text.charAt(at) === ',' && /^\d,\d{3}(?!\d)/.test(text.slice(at - 1, at + 5));
