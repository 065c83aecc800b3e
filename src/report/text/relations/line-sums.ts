import { figuresOf, type Figure } from '../facts/figure';
import type { ReportText } from '../read-report';
import type { Sum } from './sum';

/** A total below the lines it adds up, with its place. */
export interface LineSum {
  readonly paragraph: number;
  readonly text: string;
  readonly at: number;
  readonly sum: Sum;
}

const TOTAL = /^(?:合计|总计|共计|小计|总额)/;
const LONGEST_LINE = 40;
const MOST_LINES = 60;

interface Line {
  readonly paragraph: number;
  readonly text: string;
  readonly figures: readonly Figure[];
}

/**
 * Lists a line each with 合计 as the last line, and columns set apart by bars or spaces. Only where
 * every line has as many figures of the same units: what stands below one another is then one column.
 */
export function linesWithTotals({ paragraphs }: ReportText): LineSum[] {
  const lines = paragraphs.map((line, index): Line => {
    const text = line
      .trim()
      .replace(/^\||\|$/g, '')
      .trim();
    return {
      paragraph: index + 1,
      text,
      figures: text.length <= LONGEST_LINE * 2 && TOTAL.test(text) ? cellFigures(text) : [],
    };
  });
  return lines.flatMap((line, index) => (TOTAL.test(line.text) ? columnsAbove(lines, index) : []));
}

/** 1. and （1） at the start of a line number it. */
const MARK =
  /^\s*(?:[（(]?\d{1,2}[）)、.．](?!\d)|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)/;

const cellFigures = (text: string): readonly Figure[] =>
  figuresOf(text.replace(MARK, '').replaceAll('|', '，'));

function columnsAbove(lines: readonly Line[], at: number): LineSum[] {
  const total = lines[at];
  if (!total || total.text.length > LONGEST_LINE * 2) return [];
  const rows: (readonly Figure[])[] = [];
  for (let index = at - 1; index >= Math.max(0, at - MOST_LINES); index -= 1) {
    const line = lines[index];
    if (
      !line ||
      line.text.length > LONGEST_LINE * 2 ||
      TOTAL.test(line.text) ||
      /[。]/.test(line.text)
    )
      break;
    if (/^[|\-: ]+$/.test(line.text)) break;
    const figures = cellFigures(line.text);
    if (figures.length === 0) break;
    rows.unshift(figures);
  }
  const columns = withoutSerial(rows);
  const shape = (figures: readonly Figure[]): string =>
    figures.map(({ unitText }) => unitText).join('|');
  const wanted = shape(total.figures);
  const isLike = (row: readonly Figure[]): boolean => shape(row) === wanted;
  if (rows.length < 2 || total.figures.length === 0 || !columns.every(isLike)) return [];
  return total.figures.flatMap((figure, column): LineSum[] => {
    const parts = columns.flatMap((row) => row[column] ?? []);
    if (figure.kind === 'percent' || parts.length !== rows.length) return [];
    return [
      {
        paragraph: total.paragraph,
        text: total.text,
        at: 0,
        sum: { total: figure, parts, listed: 'all' },
      },
    ];
  });
}

/** 1|设备采购|146.5 above 2|…: the first column only counts the rows. */
const withoutSerial = (rows: readonly (readonly Figure[])[]): readonly (readonly Figure[])[] =>
  rows.every(([first], index) => first?.unitText === '' && first.text === String(index + 1))
    ? rows.map((row) => row.slice(1))
    : rows;
