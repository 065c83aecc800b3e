import { cellName, parseRangeName } from '../src/model/grid';
import type { FindingSeverity } from '../src/model/finding';
import type { CellValue } from '../src/model/snapshot';

export interface Expected {
  readonly check: string;
  readonly cell: string;
  readonly severity: FindingSeverity | null;
}

/** One fenced sheet of a page and the findings it must give. */
export interface PageExample {
  readonly good: boolean;
  /** The line above the block. */
  readonly title: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly string[];
  /** Number formats by cell, e.g. `C2`. */
  readonly formats: Readonly<Record<string, string>>;
  readonly expected: readonly Expected[];
  /** Findings of other checks the sheet cannot do without. */
  readonly also: readonly Expected[];
}

export interface Page {
  readonly headings: readonly string[];
  readonly examples: readonly PageExample[];
}

export const HEADINGS = ['什么情况', '为什么', '怎样改', '依据', '正例', '反例', '不适用'];

/**
 * Reads a check's page: its headings and the sheets under 正例 and 反例.
 * @throws Error naming the check and the line that is no part of an example.
 */
export function readPage(check: string, markdown: string): Page {
  const headings: string[] = [];
  const examples: PageExample[] = [];
  let title = '';
  let block: string[] | null = null;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) {
      if (block === null) block = [];
      else {
        const section = headings.at(-1);
        if (section !== '正例' && section !== '反例')
          throw new Error(`${check}: 例子不在正例或反例下`);
        examples.push(readExample(check, title, section === '正例', block));
        block = null;
      }
    } else if (block !== null) block.push(line);
    else if (line.startsWith('## ')) headings.push(line.slice(3).trim());
    else if (line.trim() !== '') title = line.trim();
  }
  if (block !== null) throw new Error(`${check}: 例子没有结束`);
  return { headings, examples };
}

function readExample(
  check: string,
  title: string,
  good: boolean,
  lines: readonly string[],
): PageExample {
  const rows: CellValue[][] = [];
  const formats: Record<string, string> = {};
  const merges: string[] = [];
  const expected: Expected[] = [];
  const also: Expected[] = [];
  for (const line of lines) {
    if (line.trim() === '') throw new Error(`${check}: 例子里有空行`);
    if (line.startsWith('=> ')) {
      const [cell = '', severity = ''] = line.slice(3).trim().split(/\s+/);
      if (cell !== 'none') expected.push({ check, cell, severity: severityOf(check, severity) });
    } else if (line.startsWith('also ')) {
      const [other = '', cell = ''] = line.slice(5).trim().split(/\s+/);
      also.push({ check: other, cell, severity: null });
    } else if (line.startsWith('merge ')) {
      const name = line.slice(6).trim();
      if (!parseRangeName(name)) throw new Error(`${check}: ${line}`);
      merges.push(name);
    } else {
      const row = rows.length;
      rows.push(line.split('|').map((text, column) => readCell(text.trim(), row, column, formats)));
    }
  }
  if (good && expected.length > 0) throw new Error(`${check}: 正例不应有核查结果`);
  if (rows.length === 0) throw new Error(`${check}: 例子是空的`);
  return { good, title, rows, merges, formats, expected, also };
}

function readCell(
  text: string,
  row: number,
  column: number,
  formats: Record<string, string>,
): CellValue {
  if (text === '') return null;
  if (text.startsWith("'")) return text.slice(1);
  if (/^#[A-Z/0!?]+$/.test(text)) return { error: text };
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const percent = /^(-?\d+)(?:\.(\d+))?%$/.exec(text);
  if (!percent) return text;
  const places = percent[2]?.length ?? 0;
  formats[cellName({ row, column })] = places === 0 ? '0%' : `0.${'0'.repeat(places)}%`;
  return Number(`${text.slice(0, -1)}e-2`);
}

function severityOf(check: string, word: string): FindingSeverity {
  if (word === 'error' || word === 'warning' || word === 'info') return word;
  throw new Error(`${check}: 严重程度 ${word}`);
}
