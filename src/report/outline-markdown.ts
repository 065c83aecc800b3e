import type { MergedLine } from './keep/keep-written';
import { markOf, writeMark, type ReportMark } from './keep/mark';
import type { Outline } from './outline';
import { reportLines, type ReportLine, type TableLine } from './report-lines';

/** Signs of the text that Markdown would read as its own. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_<>[\]|#~]/g, '\\$&')
    .replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ')
    .replace(/^[+-](?=\s)/, '\\$&')
    .replace(/^(\d+)\.(?=\s)/, '$1\\.');

/** A table of GitHub's Markdown, which needs a rule below its heads. */
function markdownTable([heads = [], ...rows]: TableLine['rows']): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(heads), `|${' --- |'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}

/** Headings are one level below the title's. */
function markdownLine(line: ReportLine): string {
  if (line.role === 'title') return `# ${escaped(line.text)}`;
  if (line.role === 'heading') return `${'#'.repeat(line.depth + 1)} ${escaped(line.text)}`;
  return line.role === 'table' ? markdownTable(line.rows) : escaped(line.text);
}

/** A report as Markdown (CommonMark), closed by a comment that carries the mark. */
export const reportMarkdown = (lines: readonly MergedLine[], mark: ReportMark): string =>
  [
    ...lines.map(({ line, source }) => source ?? markdownLine(line)),
    `<!-- ${writeMark(mark)} -->\n`,
  ].join('\n\n');

/** The outline as Markdown, with the mark by which it is known again. */
export function outlineMarkdown(outline: Outline): string {
  const lines = reportLines(outline);
  return reportMarkdown(
    lines.map((line) => ({ line, source: null })),
    markOf(lines),
  );
}
