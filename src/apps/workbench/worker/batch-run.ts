import { zipSync } from 'fflate';
import { evaluate } from '../../../engine/evaluate';
import type { EngineOptions } from '../../../engine/options';
import { planPatch } from '../../../engine/plan';
import { review } from '../../../engine/review';
import { render, type Texts } from '../../../texts/catalogue';
import { asFailure, Failure, toldOf } from '../../../model/failure';
import { openCounts, type ReviewedFinding } from '../../../model/finding';
import type { TableResult } from '../../../model/score';
import { projectGroups, projectRows, type ProjectRow } from '../../../report/cross-project';
import { projectSheet } from '../../../report/project-sheet';
import { fileJson } from '../../../report/result-json';
import type { ResultKey } from '../../../report/chinese';
import { newWorkbook } from '../../../xlsx/write/new-workbook';
import type { StoreHooks } from './book-store';
import { breath } from './breath';
import { openBook } from './open-book';
import { RESULT_TEXTS } from '../../../report/result-texts';
import type { BatchRow, Questions } from './protocol';

interface Output {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Run {
  readonly texts: Texts<ResultKey>;
  readonly projects: readonly ProjectRow[];
  readonly outputs: readonly Output[];
  readonly failed: readonly { readonly path: string; readonly failure: Failure }[];
}

/** Scores many files, one after another, and keeps the outcome of the last run. */
export interface Batch {
  /** @throws Failure `cancelled`; a file that cannot be scored is a row that says so. */
  readonly run: (
    question: Questions['batch'][0],
    hooks: StoreHooks,
  ) => Promise<Questions['batch'][1]>;
  /** @throws Failure `batch-none` */
  readonly output: (question: Questions['batchOutput'][0]) => Promise<Questions['batchOutput'][1]>;
}

export function createBatch(): Batch {
  const kept: { last: Run | null } = { last: null };
  return {
    run: async ({ files, options, language }, hooks) => {
      const rows: BatchRow[] = [];
      const projects: ProjectRow[] = [];
      const outputs: Output[] = [];
      const failed: { path: string; failure: Failure }[] = [];
      for (const [index, { name, file }] of files.entries()) {
        hooks.onProgress(index, files.length);
        await breath();
        if (hooks.cancelled()) throw new Failure('cancelled');
        try {
          const one = await scoreFile(name, file, options, RESULT_TEXTS[language]);
          rows.push(...one.rows);
          projects.push(...projectRows(one.result, projects.length));
          outputs.push(one.output);
        } catch (reason) {
          const failure = asFailure(reason);
          failed.push({ path: name, failure });
          rows.push(failedRow(name, failure));
        }
      }
      hooks.onProgress(files.length, files.length);
      kept.last = { texts: RESULT_TEXTS[language], projects, outputs, failed };
      return rows;
    },
    output: ({ date }) => {
      const { last } = kept;
      if (!last) return Promise.reject(new Failure('batch-none'));
      const { texts, projects, outputs, failed } = last;
      const sheet = projectSheet(projectGroups(projects, 'none'), {
        texts,
        date,
        failed: failed.map(({ path, failure }) => ({
          path,
          reason: render(toldOf(failure).message, texts),
        })),
      });
      const summary = newWorkbook([sheet]);
      const files = Object.fromEntries(
        [...outputs, { name: `${sheet.name}.xlsx`, bytes: summary }].map(({ name, bytes }) => [
          name,
          bytes,
        ]),
      );
      // Workbooks are packed already.
      return Promise.resolve({ zip: zipSync(files, { level: 0 }), summary });
    },
  };
}

async function bytesOf(name: string, file: Blob | null): Promise<Uint8Array> {
  if (!file) throw new Failure('file-gone', { name });
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new Failure('file-gone', { name }, { cause });
  }
}

async function scoreFile(
  name: string,
  file: Blob | null,
  options: EngineOptions,
  texts: Texts<ResultKey>,
) {
  const book = await openBook(await bytesOf(name, file), name);
  const snapshot = book.read();
  const result = evaluate(snapshot, options);
  if (result.tables.length === 0) {
    throw new Failure(result.offered.length > 0 ? 'batch-no-table' : 'batch-no-form');
  }
  book.apply(planPatch(snapshot, result, options, texts));
  const output = { name: outputName(name, book.format), bytes: book.bytes() };
  const findings = review(book.read(), result, options);
  const rows = result.tables.map((table, index) => tableRow(name, index, table, findings));
  const summed = fileJson(name, book.format, result, findings, { workbook: null }, texts);
  return { result: summed, output, rows };
}

/** What was not .xlsx becomes one, beside a namesake if there is one; macros stay where they are. */
function outputName(name: string, format: string): string {
  if (format === 'xlsx' || format === 'xlsm') return name.replace(/\.[^./\\]*$/, `.${format}`);
  return `${name}.xlsx`;
}

function tableRow(
  name: string,
  index: number,
  result: TableResult,
  findings: readonly ReviewedFinding[],
): BatchRow {
  const { table, totals, budget } = result;
  const open = openCounts(findings.filter((finding) => finding.table === index));
  return {
    name,
    project: table.project?.value ?? null,
    table: index,
    score: totals.score,
    weight: totals.weight,
    executionRate: budget?.rate ?? null,
    grade: totals.grade,
    errors: open.error,
    warnings: open.warning,
    infos: open.info,
    failure: null,
  };
}

const failedRow = (name: string, { code, data }: Failure): BatchRow => ({
  name,
  project: null,
  table: 0,
  score: null,
  weight: null,
  executionRate: null,
  grade: null,
  errors: 0,
  warnings: 0,
  infos: 0,
  failure: { code, data },
});
