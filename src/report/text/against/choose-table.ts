import { Failure } from '../../../model/failure';
import type { TableResult } from '../../../model/score';
import type { ReportText } from '../read-report';
import { tablesNamed } from './names';

/**
 * The table a report is about: that of the sheet named, the only one, or the one whose project the report names.
 * @throws Failure `report-sheet-unknown` where no table is on that sheet; `report-several-tables` where
 * none or more than one of several is named.
 */
export function chooseTable(
  report: ReportText,
  tables: readonly TableResult[],
  sheet: string | null,
): TableResult {
  const sheets = [...new Set(tables.map(({ table }) => table.sheet))];
  const wanted = sheet === null ? tables : tables.filter(({ table }) => table.sheet === sheet);
  if (wanted.length === 0)
    throw new Failure('report-sheet-unknown', { sheet: sheet ?? '', sheets });
  const [only, ...more] = wanted;
  if (only && more.length === 0) return only;
  const [named, ...others] = tablesNamed(report, wanted);
  if (named && others.length === 0) return named;
  throw new Failure('report-several-tables', { sheets });
}
