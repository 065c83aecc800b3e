import { headingNumber } from '../chinese-numeral';
import type { OutlineSection } from '../outline';
import type { ReportLine } from '../report-lines';
import type { Say } from '../sheet-cells';
import {
  bareTitle,
  markOf,
  plain,
  sectionsOfLines,
  textDigest,
  titleDigest,
  type ReportMark,
  type Section,
} from './mark';
import {
  matchTitles,
  sectionsOfBlocks,
  type WrittenBlock,
  type WrittenReport,
} from './written-report';

/** A line of the merged report; where `source` is given, it is written as it stood in the file. */
export interface MergedLine {
  readonly line: ReportLine;
  readonly source: string | null;
}

/** What became of a person's report in the new one. Titles without numbers, in reading order. */
export interface KeptReport {
  readonly lines: readonly MergedLine[];
  /** Sections that say what the person wrote. */
  readonly kept: readonly string[];
  /** Those of them whose figures in the form have changed since. */
  readonly stale: readonly string[];
  /** Sections that the new outline does not have; they stand at the end. */
  readonly moved: readonly string[];
  /** Sections that the person had removed; they stay away. */
  readonly removed: readonly string[];
}

/** One section of the merged report, its number still to be given. */
interface MergedSection {
  readonly depth: OutlineSection['depth'] | null;
  /** Without its number; empty for the head. */
  readonly title: string;
  readonly heading: WrittenBlock | null;
  readonly body: readonly MergedLine[];
}

const MOVED_DEPTH = 2;

/**
 * A new report that keeps what a person wrote, section by section: a section that was edited stays
 * as it is, one that was not gets its new figures, one that the new outline lacks goes to the end.
 * Without a mark nobody can tell whose words a section has, and each that differs stays.
 */
export function keepWritten(
  fresh: readonly ReportLine[],
  written: WrittenReport,
  say: Say,
): KeptReport {
  const freshMark = markOf(fresh).sections;
  const before: ReportMark['sections'] = written.mark?.sections ?? freshMark;
  const found = sectionsOfBlocks(written.blocks, before);
  const origins = [0, ...matchAfterHead(freshMark, before)];
  const [kept, stale, removed]: [string[], string[], string[]] = [[], [], []];
  const sections = sectionsOfLines(fresh).flatMap((section, index): MergedSection[] => {
    const origin = origins[index] ?? null;
    const there = origin === null ? undefined : found.get(origin);
    const name = nameOf(section, say);
    if (origin !== null && !there && written.mark) {
      removed.push(name);
      return [];
    }
    const same = there !== undefined && textDigest(there.body) === freshMark[index]?.body;
    if (origin === null || !there || !isChanged(there, before[origin], index)) {
      return [merged(section, there, same ? asWritten(there.body) : asNew(section.body))];
    }
    kept.push(name);
    if (written.mark && before[origin]?.body !== freshMark[index]?.body) stale.push(name);
    return [merged(section, there, asWritten(there.body))];
  });
  const gone = [...found].filter(
    ([origin, there]) => !origins.includes(origin) && isChanged(there, before[origin], origin),
  );
  return {
    lines: numbered([...sections, ...atTheEnd(gone, say)]),
    kept,
    stale,
    moved: gone.map(([, { heading }]) => bareTitle(heading?.text ?? '')),
    removed,
  };
}

/** For each new section after the head, the earlier section of that title. */
function matchAfterHead(
  fresh: ReportMark['sections'],
  before: ReportMark['sections'],
): (number | null)[] {
  const titles = (sections: ReportMark['sections']) => sections.slice(1).map(({ title }) => title);
  return matchTitles(titles(fresh), titles(before)).map((at) => (at === null ? null : at + 1));
}

/** Whether a person's hand shows: other words, a reworded heading, or more than text. */
function isChanged(
  { heading, body }: Section<WrittenBlock>,
  before: ReportMark['sections'][number] | undefined,
  index: number,
): boolean {
  const reworded = index > 0 && heading !== null && titleDigest(heading.text) !== before?.title;
  return reworded || body.some(({ more }) => more) || textDigest(body) !== before?.body;
}

const nameOf = ({ heading }: Section<ReportLine>, say: Say): string =>
  heading ? bareTitle(heading.text) : say('outline.head');

const asNew = (lines: readonly ReportLine[]): MergedLine[] =>
  lines.map((line) => ({ line, source: null }));

const asWritten = (blocks: readonly WrittenBlock[]): MergedLine[] =>
  blocks.map(({ text, source }) => ({ line: { role: 'body', text }, source }));

function merged(
  { heading }: Section<ReportLine>,
  there: Section<WrittenBlock> | undefined,
  body: readonly MergedLine[],
): MergedSection {
  const written = there?.heading ?? null;
  return {
    depth: heading?.role === 'heading' ? heading.depth : null,
    title: bareTitle(written?.text ?? heading?.text ?? ''),
    heading: written,
    body,
  };
}

function atTheEnd(
  gone: readonly (readonly [number, Section<WrittenBlock>])[],
  say: Say,
): MergedSection[] {
  if (gone.length === 0) return [];
  const top: MergedSection = { depth: 1, title: say('outline.kept'), heading: null, body: [] };
  return [
    top,
    ...gone.map(([, { heading, body }]): MergedSection => ({
      depth: MOVED_DEPTH,
      title: bareTitle(heading?.text ?? ''),
      heading: null,
      body: asWritten(body),
    })),
  ];
}

/** Headings counted anew, since sections may have gone; one that then reads as it did stays as it was. */
function numbered(sections: readonly MergedSection[]): MergedLine[] {
  const counts = [0, 0, 0, 0];
  return sections.flatMap(({ depth, title, heading, body }) => {
    if (depth === null) return body;
    counts.fill(0, depth);
    counts[depth - 1] = (counts[depth - 1] ?? 0) + 1;
    const text = headingNumber(depth, counts[depth - 1] ?? 1) + title;
    const stays = heading !== null && plain(heading.text) === plain(text);
    const line: ReportLine = { role: 'heading', depth, text };
    return [{ line, source: stays ? heading.source : null }, ...body];
  });
}
