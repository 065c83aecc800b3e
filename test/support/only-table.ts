import type { Table } from '../../src/model/table';
import { recogniseTables } from '../../src/recognise/recognise-tables';
import { snapshotOf, type SheetSpec } from './snapshot-of';

/** The one table that is found on a sheet. */
export function onlyTable(spec: SheetSpec): Table {
  const tables = recogniseTables(snapshotOf(spec));
  expect(tables).toHaveLength(1);
  const [table] = tables;
  if (!table) throw new Error('no table');
  return table;
}
