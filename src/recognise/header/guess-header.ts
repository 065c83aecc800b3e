import type { Column, ColumnRole } from '../../model/table';
import { normaliseText } from '../../quantity/normalise';
import type { Header } from './find-header';
import { weighColumns } from './weigh-columns';
import type { SheetView } from '../sheet-view';

const LEVEL_ONE = /^(项目)?(产出|效益|效果|满意度|成本|决策|过程|投入|完成)指标/;
const LEVEL_TWO = /^(数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标/;
const PROBED_ROWS = 400;
const UNSURE = 0.3;

/**
 * A form whose header is missing still shows its class names (产出指标, 数量指标). The table is
 * then only offered: where the figures stand is for a person to say.
 */
export function guessHeader(view: SheetView): Header | null {
  const rows = Math.min(view.sheet.rowCount, PROBED_ROWS);
  const found: { row: number; column: number; level: 1 | 2 }[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < Math.min(view.sheet.columnCount, 12); column++) {
      const value = view.value(row, column);
      if (typeof value !== 'string' || value.length > 20) continue;
      const text = normaliseText(value);
      if (LEVEL_TWO.test(text)) found.push({ row, column, level: 2 });
      else if (LEVEL_ONE.test(text)) found.push({ row, column, level: 1 });
    }
  }
  const first = found[0];
  if (found.length < 2 || !first || first.row === 0) return null;
  const two = found.find((one) => one.level === 2);
  const one = found.find((item) => item.level === 1 && item.column !== two?.column);
  const deepest = two ?? one ?? first;
  const nameColumn = deepest.column + 1;
  const bottom = Math.min(...found.map((item) => item.row)) - 1;
  const guess = (column: number): Column => ({
    column,
    header: { row: bottom, column },
    label: view.shown(bottom, column),
    confidence: UNSURE,
  });
  const columns: Partial<Record<ColumnRole, Column>> = { name: guess(nameColumn) };
  if (one) columns.level1 = guess(one.column);
  if (two) columns.level2 = guess(two.column);
  const to = view.sheet.columnCount - 1;
  weighColumns(view, { top: bottom, bottom, from: nameColumn, to, headless: true }, [], columns);
  return { top: bottom, bottom, columns, beside: [], guessed: true };
}
