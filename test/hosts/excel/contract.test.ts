import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { openFakeExcel } from '../../support/excel-fake/fake-excel';
import { hostContract } from '../contract';
import { bookOfSheets } from './contract-book';

for (const level of [9, 12, 13, 14, 17, 18]) {
  hostContract(
    `Excel with ExcelApi 1.${level}`,
    (sheets) =>
      Promise.resolve(createExcelHost(openFakeExcel({ book: bookOfSheets(sheets), level }))),
    { merges: level >= 13 },
  );
}
