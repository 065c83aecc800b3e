import { reportMarkdown } from '../outline-markdown';
import { tableLine, type ReportLine, type TableLine } from '../report-lines';
import type { KeptReport, KeptSection, MergedLine } from './keep-written';
import { holdsFigure } from './docx-report';
import { markOf, sectionsOfLines, textDigest, titleDigest, type ReportMark } from './mark';
import { matchTitles, type WrittenBlock, type WrittenReport } from './written-report';

/** A report that nobody has written in yet, in the shape of one that somebody has. */
export function unwritten(fresh: readonly ReportLine[]): KeptReport {
  const bare = (line: ReportLine): MergedLine => ({ line, source: null });
  return {
    lines: fresh.map(bare),
    sections: sectionsOfLines(fresh).map(({ heading, body }, index) => ({
      heading: heading && bare(heading),
      body: body.map(bare),
      fresh: index,
      kept: false,
      stale: false,
    })),
    kept: [],
    stale: [],
    moved: [],
    removed: [],
  };
}

/** A table or its caption: shown, but not written in. */
const isOfTable = ({ role }: ReportLine): boolean => role === 'table' || role === 'caption';

/** The body of a section as a person edits it: a paragraph a line, without its tables and their captions. */
export const sectionText = ({ body }: KeptSection): string =>
  body
    .filter(({ line }) => !isOfTable(line))
    .map(({ line }) => shownText(line))
    .filter((text) => text !== '')
    .join('\n');

/** A paragraph as the one line in which a person sees it, also one with breaks of its own. */
const shownText = ({ text }: ReportLine): string => text.replace(/\s*\n\s*/g, ' ').trim();

/**
 * The report with other words in the section at `at` (a paragraph a line; of the head the first is
 * the title). Tables and pictures that stood in it stay behind the words. `before`: the mark of what
 * was written until now, so that sections whose figures have changed since go on being told.
 */
export function rewritten(
  fresh: readonly ReportLine[],
  report: KeptReport,
  before: ReportMark | null,
  at: number,
  text: string,
): WrittenReport {
  const blocks = report.sections.flatMap((section, index) => {
    const body = index === at ? withWords(section, text) : section.body.map(asBlock);
    return section.heading ? [asBlock(section.heading), ...body] : body;
  });
  return { blocks, mark: markFor(fresh, report, before, at) };
}

/** The report with the section at `at` as the form gives it now, words and tables. */
export function restored(
  fresh: readonly ReportLine[],
  report: KeptReport,
  before: ReportMark | null,
  at: number,
): WrittenReport {
  const section = report.sections[at];
  const given = (section?.fresh == null ? null : sectionsOfLines(fresh)[section.fresh])?.body ?? [];
  const tables = given.filter(isOfTable);
  const heads = new Set(tables.flatMap((line) => (line.role === 'table' ? [headsOf(line)] : [])));
  const isGiven = (line: ReportLine | undefined): boolean =>
    line?.role === 'table' && heads.has(headsOf(line));
  const sections = report.sections.map((one, index) => {
    if (index !== at) return one;
    const own = one.body.filter(
      ({ line }, at) =>
        !isGiven(line) && !(line.role === 'caption' && isGiven(one.body[at + 1]?.line)),
    );
    return { ...one, body: [...own, ...tables.map((line) => ({ line, source: null }))] };
  });
  const words = given.filter((line) => !isOfTable(line)).map(({ text }) => text);
  return rewritten(fresh, { ...report, sections }, before, at, words.join('\n'));
}

const headsOf = ({ rows }: TableLine): string => (rows[0] ?? []).join('\n');

function withWords(section: KeptSection, text: string): WrittenBlock[] {
  const isHead = section.heading === null;
  const words = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const unchanged = new Map(
    section.body.filter(({ line }) => !isOfTable(line)).map((one) => [shownText(one.line), one]),
  );
  return [
    ...words.map((word, index): WrittenBlock => {
      const same = unchanged.get(word);
      if (same) return asBlock(same);
      return { text: word, level: isHead && index === 0 ? 0 : null, source: null, more: false };
    }),
    ...section.body
      .filter(({ line, more }) => isOfTable(line) || (more && !words.includes(shownText(line))))
      .map(asBlock),
  ];
}

function asBlock({ line, source, more }: MergedLine): WrittenBlock {
  const level = line.role === 'heading' ? line.depth : line.role === 'title' ? 0 : null;
  const table = line.role === 'table' ? { table: line.rows } : {};
  return { text: line.text, level, source, more: more === true, ...table };
}

/**
 * What the report carries about itself: of a section whose figures have changed since a person wrote
 * in it what they were then, unless it was written in just now; of one that the outline does not
 * have, that nothing in it is ours. `at`: null where nothing was written just now.
 */
export function markFor(
  fresh: readonly ReportLine[],
  { sections }: Pick<KeptReport, 'sections'>,
  before: ReportMark | null,
  at: number | null,
): ReportMark {
  const now = markOf(fresh);
  const earlier = before?.sections ?? [];
  const titles = (list: ReportMark['sections']): string[] => list.map(({ title }) => title);
  const origins = matchTitles(titles(now.sections), titles(earlier));
  const stale = new Set(
    sections.flatMap((section, index) => (section.stale && index !== at ? [section.fresh] : [])),
  );
  return {
    whole: now.whole,
    sections: [
      ...now.sections.map((section, index) => {
        const then = stale.has(index) ? earlier[origins[index] ?? -1] : undefined;
        return then ? { ...section, body: then.body } : section;
      }),
      ...sections
        .filter((section) => section.fresh === null)
        .map(({ heading }) => ({
          title: titleDigest(heading?.line.text ?? ''),
          body: textDigest([]),
        })),
    ],
  };
}

/**
 * As Markdown with the mark, to be kept where no .docx can be. `lost`: what is written for each
 * picture of a .docx; null where the report's sources are Markdown themselves.
 */
export const writtenMarkdown = ({ blocks, mark }: WrittenReport, lost: string | null): string =>
  reportMarkdown(
    blocks.flatMap((block) => {
      const { text, level, source, table } = block;
      const line = table ? tableLine(table) : lineOf(text, level);
      if (lost === null) return [{ line, source }];
      const own = { line, source: null };
      if (!holdsFigure(block)) return [own];
      const instead = { line: lineOf(lost, null), source: null };
      return text === '' ? [instead] : [own, instead];
    }),
    mark ?? { whole: '', sections: [] },
  );

function lineOf(text: string, level: number | null): ReportLine {
  if (level === null) return { role: 'body', text };
  if (level === 0) return { role: 'title', text };
  return { role: 'heading', depth: level === 1 || level === 2 || level === 3 ? level : 4, text };
}
