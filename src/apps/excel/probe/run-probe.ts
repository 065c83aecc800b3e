import { readExcelError } from '../../../hosts/excel/excel-failure';
import { PROBE_CASES, type Observation } from './cases';

export interface ProbeOptions {
  readonly openContext: () => Excel.RequestContext;
  readonly now: () => number;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface CaseResult extends Observation {
  readonly id: string;
  /** Why it could not be asked; null where it could. */
  readonly error: string | null;
  readonly milliseconds: number;
}

export interface ProbeReport {
  readonly cases: readonly CaseResult[];
  /** The sheet of the probe is gone. */
  readonly removed: boolean;
}

const reasonOf = (reason: unknown): string => {
  const { code, message } = readExcelError(reason);
  return code === '' ? message : code;
};

/** A sheet of its own for one case; the one of the case before goes first. */
async function withSheet<T>(
  { openContext }: ProbeOptions,
  name: string,
  work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>,
): Promise<T> {
  await removeSheet(openContext, name);
  const context = openContext();
  const sheet = context.workbook.worksheets.add(name);
  await context.sync();
  return work(context, sheet);
}

async function removeSheet(
  openContext: ProbeOptions['openContext'],
  name: string,
): Promise<boolean> {
  try {
    const context = openContext();
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    await context.sync();
    if (sheet.isNullObject) return true;
    sheet.delete();
    await context.sync();
    return true;
  } catch {
    return false;
  }
}

/**
 * Asks this Excel every question, each on a sheet that is added for it and removed afterwards. What a
 * person has in the workbook is neither read nor written. Never throws: what cannot be asked is told.
 */
export async function runProbe(options: ProbeOptions): Promise<ProbeReport> {
  const cases: CaseResult[] = [];
  // No other has this name: nothing is ever removed that was not added here.
  const name = `检测本机 ${options.now().toString(36)}`;
  for (const { id, run } of PROBE_CASES) {
    const started = options.now();
    const ended = (part: Observation & { readonly error: string | null }): CaseResult => ({
      id,
      ...part,
      milliseconds: Math.round(options.now() - started),
    });
    try {
      const found = await withSheet(options, name, (context, sheet) => run({ context, sheet }));
      cases.push(ended({ ...found, error: null }));
    } catch (reason) {
      cases.push(ended({ held: null, seen: null, error: reasonOf(reason) }));
    }
    options.onProgress?.(cases.length, PROBE_CASES.length);
  }
  return { cases, removed: await removeSheet(options.openContext, name) };
}

/** What the probe says in one JSON: who answered, and what. */
export const probeText = (facts: Readonly<Record<string, unknown>>, report: ProbeReport): string =>
  `${JSON.stringify({ format: 'jixiao-excel-probe-1', ...facts, ...report }, null, 1)}\n`;
