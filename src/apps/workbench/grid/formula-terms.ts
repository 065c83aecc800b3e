import { ALL_IMPLEMENTED_FUNCTIONS_SET, NEW_EXCEL_FUNCTIONS } from '@univerjs/engine-formula';

/**
 * How a formula stands in the file and how it stands in the grid. Functions Excel got after 2007
 * carry `_xlfn.` in the file (ECMA-376 part 1, 18.17.2.5 leaves such names to the program; [MS-XLSX]
 * 2.2.2 lists them); nobody types that.
 */
const PREFIX = /_xlfn\.(?:_xlws\.)?/gi;

/** A formula of the file as the grid shows and calculates it. */
export function gridFormula(formula: string): string {
  return outsideText(formula, (part) => part.replace(PREFIX, ''));
}

/** A formula typed into the grid as a file keeps it. */
export function fileFormula(formula: string): string {
  return outsideText(formula, (part) =>
    part.replace(/(?<![\w.])([A-Z][A-Z0-9.]*)(?=\()/gi, (name: string) =>
      newFunctions().has(name.toUpperCase()) ? prefixed(name.toUpperCase()) : name,
    ),
  );
}

function prefixed(name: string): string {
  return name === 'FILTER' || name === 'SORT' ? `_xlfn._xlws.${name}` : `_xlfn.${name}`;
}

function newFunctions(): ReadonlySet<string> {
  return NEW_EXCEL_FUNCTIONS as unknown as ReadonlySet<string>;
}

/**
 * Whether the grid can calculate a formula. It cannot where the formula names another workbook, a
 * defined name, a column of a table or a function the grid does not have.
 */
export function isCalculable(formula: string): boolean {
  const bare = gridFormula(formula)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .replace(/'(?:[^']|'')*'!/g, (sheet) => (sheet.includes('[') ? '[' : 'S!'));
  if (/[[\]{}]/.test(bare)) return false;
  const names = bare
    .replace(/[\p{L}_][\p{L}\p{N}_.]*!/gu, '')
    .matchAll(/(?<![\p{L}\p{N}_.$#])([\p{L}_\\][\p{L}\p{N}_.]*)(\s*\()?/gu);
  return [...names].every(([, name = '', call]) =>
    call === undefined
      ? /^(true|false)$/i.test(name) || /^[A-Z]{1,3}(\d{1,7})?$/i.test(name)
      : functions().has(name.toUpperCase()),
  );
}

function functions(): ReadonlySet<string> {
  return ALL_IMPLEMENTED_FUNCTIONS_SET as unknown as ReadonlySet<string>;
}

function outsideText(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
