import { readMark } from './mark';
import type { WrittenBlock, WrittenReport } from './written-report';

const COMMENT = /<!--\s*(jixiao-report [\da-f. ]+?)\s*-->/g;

/** A report in Markdown: paragraphs and headings as blocks, our mark taken out. */
export function readMarkdownReport(text: string): WrittenReport {
  const marks = [...text.matchAll(COMMENT)].map((match) => readMark(match[1] ?? ''));
  const left = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(COMMENT, '');
  return { blocks: blocksOf(left.split('\n')), mark: marks.at(-1) ?? null };
}

/** Paragraphs apart by blank lines, headings by themselves; a fenced block is one whatever it holds. */
function blocksOf(lines: readonly string[]): WrittenBlock[] {
  const blocks: WrittenBlock[] = [];
  let open: string[] = [];
  let fence: string | null = null;
  const close = () => {
    if (open.length > 0) blocks.push(blockOf(open));
    open = [];
  };
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      open.push(line);
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (line.trim() === '' || HEADING.test(line)) close();
    if (mark !== null) fence = mark;
    if (line.trim() !== '') open.push(line);
    if (HEADING.test(line)) close();
  }
  close();
  return blocks;
}

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;

function blockOf(lines: readonly string[]): WrittenBlock {
  const source = lines.join('\n');
  const table = tableIn(lines);
  if (table) return { text: table.flat().join('\n'), level: null, source, more: false, table };
  const heading = lines.length === 1 ? HEADING.exec(source) : null;
  return {
    text: unescaped(heading?.[2] ?? source),
    // The title has one sign more than the headings' depth begins with.
    level: heading ? (heading[1] ?? '').length - 1 : null,
    source,
    more: false,
  };
}

const TABLE_RULE = /^\|(?: ?:?-+:? ?\|)+$/;

/** Rows that are all as long as the first, below which a rule stands; null for anything else. */
function tableIn(lines: readonly string[]): readonly (readonly string[])[] | null {
  const [heads, rule, ...rows] = lines.map((line) => line.trim());
  if (heads === undefined || rule === undefined || !TABLE_RULE.test(rule)) return null;
  const cells = [heads, ...rows].map(cellsOf);
  return cells.every((row) => row.length > 0 && row.length === cells[0]?.length) ? cells : null;
}

/** The cells of `| a | b |`; none where the line is no row. */
const cellsOf = (line: string): string[] =>
  /^\|.*\|$/.test(line)
    ? [...line.slice(1).matchAll(/((?:\\.|[^|\\])*)\|/g)].map(([, cell = '']) =>
        unescaped(cell.trim()),
      )
    : [];

const unescaped = (text: string): string => text.replace(/\\([\\`*_<>[\]|#~+.-])/g, '$1');
