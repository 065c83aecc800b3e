import { Failure } from '../../../model/failure';
import type { TableResult } from '../../../model/score';
import type { ReportText } from '../read-report';
import { tablesNamed } from './names';
import { ownPart } from './own-part';

/**
 * The tables a report is about, by their names in it: each that has chapters or sections of its own,
 * where two or more have; else the one named, of several that the title and cover name. Empty where
 * that leaves none or more than one.
 */
export function tablesAbout(
  report: ReportText,
  tables: readonly TableResult[],
): readonly TableResult[] {
  const parts = tables.filter((table) => ownPart(report, table) !== null);
  if (parts.length > 1) return parts;
  const named = tablesNamed(report, tables);
  if (named.length < 2) return named;
  const head = { ...report, sentences: report.sentences.filter(({ heading }) => heading < 0) };
  const first = tablesNamed(head, named);
  return first.length === 1 ? first : [];
}

/**
 * What a report is held against: the tables of the sheet named, the only one, or those it is about.
 * @throws Failure `report-sheet-unknown` where no table is on that sheet; `report-several-tables` where
 * the report does not tell which of several it is about.
 */
export function chooseTables(
  report: ReportText,
  tables: readonly TableResult[],
  sheet: string | null,
): readonly TableResult[] {
  const sheets = [...new Set(tables.map(({ table }) => table.sheet))];
  const wanted = sheet === null ? tables : tables.filter(({ table }) => table.sheet === sheet);
  if (wanted.length === 0)
    throw new Failure('report-sheet-unknown', { sheet: sheet ?? '', sheets });
  if (wanted.length === 1) return wanted;
  const about = tablesAbout(report, wanted);
  if (about.length > 0) return about;
  throw new Failure('report-several-tables', { sheets });
}
