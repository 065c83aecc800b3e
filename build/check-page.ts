import { cellName, parseRangeName } from '../src/model/grid';
import type { FindingSeverity } from '../src/model/finding';
import type { CellValue } from '../src/model/snapshot';

/** What the page's own check must say of an example. */
export interface Expected {
  readonly cell: string;
  readonly severity: FindingSeverity;
}

/** A sheet as a page draws it. */
export interface PageSheet {
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly string[];
  /** Number formats by cell, e.g. `C2`. */
  readonly formats: Readonly<Record<string, string>>;
  /** Formulas by cell, without `=`. */
  readonly formulas: Readonly<Record<string, string>>;
}

/** One fenced block of a page and the findings it must give. */
export interface PageExample {
  readonly good: boolean;
  /** The line above the block. */
  readonly title: string;
  /** One sheet, or one for each project, parted by a line `---`; their cells are then `2!G8`. */
  readonly sheets: readonly [PageSheet, ...PageSheet[]];
  /** The profile it is scored by; null: the usual one. */
  readonly profile: string | null;
  readonly expected: readonly Expected[];
  /** Findings of other checks the sheet cannot do without. */
  readonly also: readonly { readonly check: string; readonly cell: string }[];
}

export interface Page {
  readonly headings: readonly string[];
  readonly examples: readonly PageExample[];
}

export const HEADINGS = ['什么情况', '为什么', '怎样改', '依据', '正例', '反例', '不适用'];

/** One fenced block under 正例 or 反例, as it is written. */
interface PageBlock {
  readonly good: boolean;
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * The headings of a check's page and the blocks under 正例 and 反例.
 * @throws Error with a sentence that says which block stands elsewhere or has no end.
 */
export function pageBlocks(markdown: string): {
  readonly headings: readonly string[];
  readonly blocks: readonly PageBlock[];
} {
  const headings: string[] = [];
  const blocks: PageBlock[] = [];
  let title = '';
  let block: string[] | null = null;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) {
      if (block === null) block = [];
      else {
        const section = headings.at(-1);
        if (section !== '正例' && section !== '反例')
          throw new Error(`“${section ?? ''}”下有例子；移到“正例”或“反例”下`);
        blocks.push({ good: section === '正例', title, lines: block });
        block = null;
      }
    } else if (block !== null) block.push(line);
    else if (line.startsWith('## ')) headings.push(line.slice(3).trim());
    else if (line.trim() !== '') title = line.trim();
  }
  if (block !== null) throw new Error(`例子“${title}”没有结束；在末尾写 \`\`\``);
  return { headings, blocks };
}

/**
 * Reads a check's page: its headings and the sheets under 正例 and 反例.
 * @throws Error with a sentence that says what stands where it cannot and what to write.
 */
export function readPage(markdown: string): Page {
  const { headings, blocks } = pageBlocks(markdown);
  return {
    headings,
    examples: blocks.map(({ good, title, lines }) => readExample(title, good, lines)),
  };
}

/** Rows of a sheet as a page draws them: cells parted by |. */
export function drawnSheet(lines: readonly string[]): PageSheet {
  const sheet = emptySheet();
  for (const line of lines) addRow(sheet, line);
  return sheet;
}

function addRow({ rows, formats }: Drawn, line: string): void {
  const row = rows.length;
  rows.push(line.split('|').map((text, column) => readCell(text.trim(), row, column, formats)));
}

type Drawn = {
  readonly rows: CellValue[][];
  readonly merges: string[];
  readonly formats: Record<string, string>;
  readonly formulas: Record<string, string>;
};

const emptySheet = (): Drawn => ({ rows: [], merges: [], formats: {}, formulas: {} });

function readExample(title: string, good: boolean, lines: readonly string[]): PageExample {
  let sheet = emptySheet();
  const sheets: [Drawn, ...Drawn[]] = [sheet];
  let profile: string | null = null;
  const expected: Expected[] = [];
  const also: { check: string; cell: string }[] = [];
  const wrong = (what: string): Error => new Error(`例子“${title}”${what}`);
  for (const line of lines) {
    const [word = '', first = '', second = ''] = line.trim().split(/\s+/);
    if (word === '') throw wrong('里有空行；删去空行');
    if (word === '=>') {
      if (!isSeverity(second)) throw wrong(`的“${line}”看不懂；写成“=> E2 error”（warning、info）`);
      expected.push({ cell: first, severity: second });
    } else if (word === 'also') also.push({ check: first, cell: second });
    else if (word === 'profile') profile = first;
    else if (word === 'formula') sheet.formulas[first] = second;
    else if (word === 'merge') {
      if (!parseRangeName(first)) throw wrong(`的“${line}”看不懂；写成“merge A1:C1”`);
      sheet.merges.push(first);
    } else if (word === '---') {
      sheet = emptySheet();
      sheets.push(sheet);
    } else addRow(sheet, line);
  }
  if (good && expected.length > 0) throw wrong('是正例，不能有“=>”；移到“反例”下或删去这一行');
  if (!good && expected.length === 0) throw wrong('是反例，要有“=> 单元格 程度”；写在末行');
  if (sheets.some(({ rows }) => rows.length === 0)) throw wrong('是空的；写上表的各行');
  return { good, title, sheets, profile, expected, also };
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

export const isSeverity = (word: string): word is FindingSeverity =>
  word === 'error' || word === 'warning' || word === 'info';
