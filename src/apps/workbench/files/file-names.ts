import type { WorkbookFormat } from '../../../xlsx/open';

/** What the pickers offer; what a file is its bytes say. */
export const EXTENSIONS = ['.xlsx', '.xlsm', '.xls', '.et'] as const;

/** A workbook by its name; a lock file (`~$…`) of an open Excel or WPS is none. */
export function looksLikeWorkbook(name: string): boolean {
  const base = baseName(name);
  return !base.startsWith('~$') && /\.(?:xlsx|xlsm|xls|et)$/i.test(base);
}

/** A report to be checked, by its name; a lock file of an open Word is none. */
export function looksLikeReport(name: string): boolean {
  const base = baseName(name);
  return !base.startsWith('~$') && /\.(?:docx|doc|wps|txt|md|html?|rtf|pdf)$/i.test(base);
}

export const baseName = (path: string): string => path.split('/').at(-1) ?? path;

const stemOf = (name: string): string => name.replace(/\.[^.]+$/, '');

const extensionOf = (format: WorkbookFormat): string => (format === 'xlsm' ? '.xlsm' : '.xlsx');

/**
 * The name a workbook is saved under, as the command line names its results: `.xls` and `.et`
 * become `.xlsx`, and `附表.xls` open beside another `附表` becomes `附表.xls.xlsx`.
 */
export function saveName(name: string, format: WorkbookFormat, others: readonly string[]): string {
  const extension = extensionOf(format);
  const stem = stemOf(name);
  const isOwn = name.toLowerCase().endsWith(extension);
  const twin = others.some((other) => stemOf(other).toLowerCase() === stem.toLowerCase());
  return isOwn || !twin ? stem + extension : name + extension;
}

/** What open files are called, in their order: a name met before gets a number. */
export function tabNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${String(count)})`;
  });
}
