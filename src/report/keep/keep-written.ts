import { headingNumber } from '../chinese-numeral';
import type { OutlineSection } from '../outline';
import { tableLine, type ReportLine } from '../report-lines';
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
  /** More than text and plain tables stands there: a picture, merged cells. */
  readonly more?: true;
}

/** One section of the merged report, in reading order; the head comes first. */
export interface KeptSection {
  readonly heading: MergedLine | null;
  readonly body: readonly MergedLine[];
  /** Its place among the sections of the new outline; null for one that outline does not have. */
  readonly fresh: number | null;
  /** The person's own words stand in it. */
  readonly kept: boolean;
  /** Those, and what the form gives for it has changed since. */
  readonly stale: boolean;
}

/** What became of a person's report in the new one. Titles without numbers, in reading order. */
export interface KeptReport {
  readonly lines: readonly MergedLine[];
  readonly sections: readonly KeptSection[];
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
interface MergedSection extends Omit<KeptSection, 'heading'> {
  readonly depth: OutlineSection['depth'] | null;
  /** Without its number; empty for the head. */
  readonly title: string;
  /** 附表 has no number. */
  readonly isNumbered: boolean;
  readonly written: WrittenBlock | null;
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
      const body = same ? asWritten(there.body, index === 0) : asNew(section.body);
      return [merged(section, there, body, { fresh: index, kept: false, stale: false })];
    }
    kept.push(name);
    const old = written.mark !== null && before[origin]?.body !== freshMark[index]?.body;
    if (old) stale.push(name);
    const body = asWritten(there.body, index === 0);
    return [merged(section, there, body, { fresh: index, kept: true, stale: old })];
  });
  const gone = [...found].filter(
    ([origin, there]) => !origins.includes(origin) && isChanged(there, before[origin], origin),
  );
  const all = numbered([...sections, ...atTheEnd(gone, say)]);
  return {
    lines: all.flatMap(({ heading, body }) => (heading ? [heading, ...body] : body)),
    sections: all,
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

/** A few words without a stop right above a table are its caption: no file of ours says more of them. */
const isCaption = ({ text }: WrittenBlock, next: WrittenBlock | undefined): boolean =>
  next?.table !== undefined && /^.{2,60}(?<![。；：，、;:,.!?！？])$/.test(text);

/** As it stands in the file; what a head begins with is its title. */
function asWritten(blocks: readonly WrittenBlock[], head = false): MergedLine[] {
  const title = head ? blocks.findIndex(({ text }) => text !== '') : -1;
  return blocks.map((block, index): MergedLine => {
    const { text, source, more, table } = block;
    const role =
      index === title ? 'title' : isCaption(block, blocks[index + 1]) ? 'caption' : 'body';
    const line: ReportLine = table ? tableLine(table) : { role, text };
    return { line, source, ...(more && { more: true }) };
  });
}

function merged(
  { heading }: Section<ReportLine>,
  there: Section<WrittenBlock> | undefined,
  body: readonly MergedLine[],
  standing: Pick<KeptSection, 'fresh' | 'kept' | 'stale'>,
): MergedSection {
  const written = there?.heading ?? null;
  return {
    depth: heading?.role === 'heading' ? heading.depth : null,
    title: bareTitle(written?.text ?? heading?.text ?? ''),
    isNumbered: heading === null || bareTitle(heading.text) !== plain(heading.text),
    written,
    body,
    ...standing,
  };
}

function atTheEnd(
  gone: readonly (readonly [number, Section<WrittenBlock>])[],
  say: Say,
): MergedSection[] {
  if (gone.length === 0) return [];
  const others = { fresh: null, written: null, stale: false, isNumbered: true } as const;
  return [
    { ...others, depth: 1, title: say('outline.kept'), body: [], kept: false },
    ...gone.map(([, { heading, body }]): MergedSection => ({
      ...others,
      depth: MOVED_DEPTH,
      title: bareTitle(heading?.text ?? ''),
      body: asWritten(body),
      kept: true,
    })),
  ];
}

/** Headings counted anew, since sections may have gone; one that then reads as it did stays as it was. */
function numbered(sections: readonly MergedSection[]): KeptSection[] {
  const counts = [0, 0, 0, 0];
  return sections.map(({ depth, title, isNumbered, written, ...section }) => {
    if (depth === null) return { ...section, heading: null };
    counts.fill(0, depth);
    if (isNumbered) counts[depth - 1] = (counts[depth - 1] ?? 0) + 1;
    const text = (isNumbered ? headingNumber(depth, counts[depth - 1] ?? 1) : '') + title;
    const stays = written !== null && plain(written.text) === plain(text);
    const line: ReportLine = { role: 'heading', depth, text };
    return { ...section, heading: { line, source: stays ? written.source : null } };
  });
}
