import { openWorkbook } from '../../../src/xlsx/open';
import { newWorkbook } from '../../../src/xlsx/write/new-workbook';
import { packageFaults } from '../../support/package-rules';
import { findingsSheet, summarySheet } from './sample-patch';

test('a workbook of our own has every part typed, and opens with its sheets in their order', async () => {
  const bytes = newWorkbook([findingsSheet('附表', ['A1']), summarySheet('附表')]);
  expect(packageFaults(bytes)).toEqual([]);
  const { snapshot } = await openWorkbook(bytes);
  expect(snapshot.sheets.map(({ name }) => name)).toEqual(['核查清单', '汇总表']);
});
