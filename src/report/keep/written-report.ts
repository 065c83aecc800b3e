import type { TableLine } from '../report-lines';
import type { SectionMark, Section, ReportMark } from './mark';
import { textDigest, titleDigest } from './mark';

/** A paragraph, table or other piece of a report that stands on disk, with its source. */
export interface WrittenBlock {
  /** What it says; empty for a blank paragraph. */
  readonly text: string;
  /** 1…4 for a heading of that depth as the format marks it; null for anything else. */
  readonly level: number | null;
  /** As it stands in the file; null for what is in no file yet. */
  readonly source: string | null;
  /** Whether it holds more than text and plain tables: merged cells, a picture, a comment, a tracked change. */
  readonly more: boolean;
  /** The cells of a table that holds nothing but texts, its heads first. */
  readonly table?: TableLine['rows'];
}

/** A report on disk. */
export interface WrittenReport {
  readonly blocks: readonly WrittenBlock[];
  /** Null where no mark of ours stands in it. */
  readonly mark: ReportMark | null;
}

/** Whether a report says what this tool wrote and nothing else. */
export const isUntouched = ({ blocks, mark }: WrittenReport): boolean =>
  mark !== null && !blocks.some(({ more }) => more) && textDigest(blocks) === mark.whole;

/**
 * For each fingerprint of a heading, in order, which of the sections looked for it is: the next
 * unused one with that heading, else an earlier one (a section that was moved); null for none.
 */
export function matchTitles(
  found: readonly string[],
  lookedFor: readonly string[],
): (number | null)[] {
  const used = new Set<number>();
  let next = 0;
  return found.map((title) => {
    const fits = (index: number): boolean => lookedFor[index] === title && !used.has(index);
    const indexes = lookedFor.map((_, index) => index).filter(fits);
    const match = indexes.find((index) => index >= next) ?? indexes[0] ?? null;
    if (match === null) return null;
    used.add(match);
    next = match + 1;
    return match;
  });
}

/**
 * What stands under each of the sections looked for (the head first); nothing for one that is
 * gone. A heading that is none of them belongs to the section it stands in, unless between two
 * known sections there are as many unknown headings as sections are missing: those were reworded.
 */
export function sectionsOfBlocks(
  blocks: readonly WrittenBlock[],
  sections: readonly SectionMark[],
): ReadonlyMap<number, Section<WrittenBlock>> {
  const marked = blocks.some(({ level }) => level !== null && level > 0);
  const places = blocks.flatMap(({ text, level }, at) =>
    text.trim() !== '' && (marked ? level !== null && level > 0 : true) ? [at] : [],
  );
  const titles = places.map((at) => titleDigest(blocks[at]?.text ?? ''));
  const known = matchTitles(
    titles,
    sections.map(({ title }, index) => (index === 0 ? 'head' : title)),
  );
  const starts = (marked ? withReworded(known, sections.length) : known).flatMap(
    (section, index) => (section === null ? [] : [{ section, at: places[index] ?? 0 }]),
  );
  const first = starts[0]?.at ?? blocks.length;
  return new Map([
    [0, { heading: null, body: blocks.slice(0, first) }],
    ...starts.map(({ section, at }, index): [number, Section<WrittenBlock>] => [
      section,
      {
        heading: blocks[at] ?? null,
        body: blocks.slice(at + 1, starts[index + 1]?.at ?? blocks.length),
      },
    ]),
  ]);
}

function withReworded(known: readonly (number | null)[], count: number): (number | null)[] {
  const result = [...known];
  let gapStart = 0;
  let before = 0;
  for (let index = 0; index <= known.length; index++) {
    const section = index === known.length ? count : known[index];
    if (section === null || section === undefined) continue;
    const unknown = index - gapStart;
    if (unknown > 0 && unknown === section - before - 1) {
      for (let step = 0; step < unknown; step++) {
        const missing = before + 1 + step;
        if (!known.includes(missing)) result[gapStart + step] = missing;
      }
    }
    gapStart = index + 1;
    before = section;
  }
  return result;
}
