import { readChineseNumber } from '../../../quantity/chinese-number';
import type { Heading, HeadingStyle, ReportText } from '../read-report';

/** Something numbered, in reading order among its like. */
interface Numbered {
  readonly number: number;
}

type NumberedHeading = Heading & Numbered;

/** Headings known by their style alone have no number and are not counted. */
const isNumbered = (heading: Heading): heading is NumberedHeading => heading.number !== null;

interface OutOfStep<T> {
  readonly item: T;
  readonly expected: number;
}

/** Siblings count 1, 2, 3 …; one that is out of step is told once, not for all that follow. */
export function outOfStep<T extends Numbered>(siblings: readonly T[]): OutOfStep<T>[] {
  const found: OutOfStep<T>[] = [];
  let expected = 1;
  siblings.forEach((item, index) => {
    // A list of contents, or a further part, counts from one again.
    if (item.number === 1 && index > 1) expected = 1;
    if (item.number !== expected) {
      found.push({ item, expected });
      // When the next one is where its place says, only this one was mistyped.
      if (siblings[index + 1]?.number !== expected + 1) expected = item.number;
    }
    expected += 1;
  });
  return found;
}

/** `1、 2、` at the top and then `三、`: one row of headings numbered in two ways. */
export function mixedStyles(all: readonly Heading[]): NumberedHeading | null {
  const headings = all.filter(isNumbered);
  const at = headings.findIndex(({ style }) => style === 1);
  const top = headings[at];
  const before = headings.slice(0, Math.max(at, 0)).filter(({ style }) => style === 3);
  const counts = before.every(({ number }, index) => number === index + 1);
  return top && before.length > 0 && counts && top.number === before.length + 1 ? top : null;
}

/** The headings of a report with those of the top in one style, as they are counted. */
export function levelled({ headings: all }: ReportText): readonly NumberedHeading[] {
  const headings = all.filter(isNumbered);
  const top = mixedStyles(headings);
  if (!top) return headings;
  const at = headings.indexOf(top);
  return headings.map((heading, index) =>
    index < at && heading.style === 3 ? { ...heading, style: 1 } : heading,
  );
}

/** Headings out of step among those of their level under one parent. */
export function headingsOutOfStep(
  headings: readonly NumberedHeading[],
): OutOfStep<NumberedHeading>[] {
  const found: OutOfStep<NumberedHeading>[] = [];
  const open = new Map<HeadingStyle, NumberedHeading[]>();
  const close = (style: HeadingStyle) => {
    found.push(...outOfStep(open.get(style) ?? []));
    open.delete(style);
  };
  for (const heading of headings) {
    for (const style of [4, 3, 2] as const) if (style > heading.style) close(style);
    const siblings = open.get(heading.style);
    if (siblings) siblings.push(heading);
    else open.set(heading.style, [heading]);
  }
  for (const style of [1, 2, 3, 4] as const) close(style);
  return found;
}

/** A number within the text: 一是, 第一, 1）, ①. */
export interface Enumerator extends Numbered {
  readonly mark: string;
  readonly paragraph: number;
  readonly text: string;
  readonly at: number;
}

const MARKS: readonly RegExp[] = [
  /(?<=^|[，。；：！？、）”])([一二三四五六七八九十]{1,3})(?:是|则|要)(?![否以由])/g,
  /(?<=^|[，。；：！？])第([一二三四五六七八九十]{1,3})(?=[，,、：是])/g,
  /(?<=^|[。；：！？，])[（(]?(\d{1,2})[）)](?![）)])/g,
  /([①-⑳])/g,
  /(?<=^|[。；：！？])(\d{1,2})[.．、](?!\d)/g,
];
/** Kinds that begin a heading at the start of a paragraph: a row of them stays within its paragraph. */
const WITHIN = new Set([4]);
const FEWEST = 3;
const numberOf = (mark: string): number | null =>
  /[①-⑳]/.test(mark)
    ? mark.charCodeAt(0) - 0x245f
    : /^\d+$/.test(mark)
      ? Number(mark)
      : readChineseNumber(mark);

/** Rows of numbers within the text, each of one kind under one heading. */
export function enumerations({ sentences }: ReportText): Enumerator[][] {
  const rows = new Map<string, Enumerator[]>();
  for (const { text, paragraph, heading } of sentences) {
    MARKS.forEach((pattern, kind) => {
      for (const match of text.matchAll(pattern)) {
        // （1） at the start of a paragraph is a heading, counted as such.
        const number = numberOf(match[1] ?? '');
        if (number === null || (kind === 2 && match.index === 0 && /^[（(]/.test(text))) continue;
        const key = `${kind}|${WITHIN.has(kind) ? `p${paragraph}` : heading}`;
        const one = { number, mark: match[0], paragraph, text, at: match.index };
        const row = rows.get(key);
        if (row) row.push(one);
        else rows.set(key, [one]);
      }
    });
  }
  return [...rows.values()].flatMap(split);
}

/** A row begins at each 1; what stands before the first was begun elsewhere. */
function split(row: readonly Enumerator[]): Enumerator[][] {
  const rows: Enumerator[][] = [];
  for (const one of row) {
    if (one.number === 1) rows.push([one]);
    else rows.at(-1)?.push(one);
  }
  return rows.filter(
    ({ length, 0: first }) => length >= (first && /[.．、]$/.test(first.mark) ? FEWEST : 2),
  );
}
