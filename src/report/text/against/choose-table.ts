import { Failure } from '../../../model/failure';
import type { TableResult } from '../../../model/score';
import type { ReportText } from '../read-report';
import { tablesNamed } from './names';
import { ownParts } from './own-part';

/** A report on the projects of a unit alone does not tell of the unit as a whole. */
const UNIT = /(?:部门|单位)整体|整体支出/;

/**
 * The tables a report is about, by their names in it: each that has chapters or sections of its own
 * and the whole unit's beside them, where that makes two or more; else the one named, of several that
 * the title and cover name. Empty where that leaves none or more than one.
 */
export function tablesAbout(
  report: ReportText,
  tables: readonly TableResult[],
): readonly TableResult[] {
  const parts = ownParts(report, tables);
  const own = tables.filter((_, at) => parts[at]?.isNamed);
  const named = tablesNamed(report, tables);
  const head = { ...report, sentences: report.sentences.filter(({ heading }) => heading < 0) };
  const first = tablesNamed(head, named);
  const others = tables.filter((one) => one.table.scope === 'unit' && !own.includes(one));
  const units = others.length > 1 ? others.filter((one) => named.includes(one)) : others;
  const isOfUnit = report.sentences.some(({ text }) => UNIT.test(text));
  const all = own.length > 0 && units.length === 1 && isOfUnit ? [...units, ...own] : own;
  if (all.length > 1) return tables.filter((one) => all.includes(one));
  if (named.length < 2) return named;
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
