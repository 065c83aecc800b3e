import { Failure } from '../../model/failure';
import type { EtApplication, EtSheet, EtWorkbook } from './object-model';

/** @throws Failure `no-workbook` */
export function activeWorkbook(application: EtApplication): EtWorkbook {
  const book = application.ActiveWorkbook;
  if (!book) throw new Failure('no-workbook');
  return book;
}

/** The workbook's sheets, from the first. */
export function sheetsOf(book: EtWorkbook): readonly EtSheet[] {
  const sheets = book.Worksheets;
  return Array.from({ length: sheets.Count }, (_, at) => sheets.Item(at + 1));
}
