import type { Columns } from '../../model/table';
import { splitNamed } from '../rows/named-target';
import type { SheetView } from '../sheet-view';
import { bodyRows } from './column-contents';

/** 三级指标及目标值, 指标名称和指标值. */
const BOTH =
  /(?:[一二三四]级|绩效)?指标(?:名称|内容)?[及和与、/](?:其|年度|年初)*(?:目标|指标)值?$/;
/** So many of the cells say both. */
const MOST = 0.6;

/**
 * One column for the names and their targets, as its head and its cells have it: what else names the rows
 * is a level.
 */
export function withNamesInTargets(
  view: SheetView,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  columns: Columns,
): Columns {
  const both = [columns.target, columns.name].find((column) => column && BOTH.test(column.label));
  if (!both || (columns.target && columns.target !== both)) return columns;
  const texts = bodyRows(view, top, bottom)
    .map((row) => view.text(row, both.column))
    .filter((text) => text !== '');
  const named = texts.filter((text) => splitNamed(text) !== null);
  if (named.length === 0 || named.length < texts.length * MOST) return columns;
  const { name, level1, level2, level3 } = columns;
  const levels = [level1, level2, level3, name].filter((column) => column && column !== both);
  const at = (index: number) => levels[index];
  const roles = { level1: at(0), level2: at(1), level3: at(2) };
  const kept = Object.entries({ ...columns, ...roles, name: both, target: both });
  return Object.fromEntries(kept.filter(([, column]) => column !== undefined));
}
