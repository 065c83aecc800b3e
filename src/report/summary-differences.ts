import { cellLabel } from '../model/address';
import { render } from '../texts/catalogue';
import { cellName } from '../model/grid';
import type { TableResult } from '../model/score';
import type { NumberCell } from '../model/table';
import { compare, subtract } from '../quantity/exact';
import { cell, formulaCell, linkCell } from './sheet-cells';
import { followCell, standingNumber } from './sum-formula';
import { LAST, live, totalOf, wide, type Page, type Setting } from './summary-page';

interface Difference {
  readonly name: string;
  readonly source: NumberCell;
  readonly computed: number;
  readonly why: string;
}

function* differences(result: TableResult, { say, texts }: Setting): Generator<Difference> {
  const fundsScore = totalOf(result)?.score ?? null;
  const { budget, table } = result;
  if (budget && fundsScore && budget.score !== null) {
    const why = budget.explanation ? render(budget.explanation, texts) : '';
    yield { name: say('summary.funds'), source: fundsScore, computed: budget.score, why };
  }
  for (const [index, indicator] of table.indicators.entries()) {
    const row = result.rows[index];
    if (!row || row.score === null || !indicator.score) continue;
    const why = render(row.explanation, texts);
    yield { name: indicator.name, source: indicator.score, computed: row.score, why };
  }
}

/** Rows of the list that stay with its head, and with its last row. */
const KEPT_WITH_HEAD = 3;

/** The list of scores that are not what was computed; nothing where there is none. */
export function differing(page: Page, result: TableResult, setting: Setting) {
  const { say, written } = setting;
  const { sheet } = result.table;
  const merge = (row: number) => {
    page.merges.push({ top: row, left: 1, bottom: row, right: 3 });
    page.merges.push({ top: row, left: 7, bottom: row, right: LAST });
  };
  let first: number | null = null;
  for (const { name, source, computed, why } of differences(result, setting)) {
    const filled = standingNumber(sheet, source, written);
    if (filled === null || compare(filled, computed) === 0) continue;
    if (first === null) {
      page.rows.push([]);
      first = page.rows.length;
      wide(page, say('summary.differences'), 'heading');
      merge(page.rows.length);
      page.rows.push([
        cell(say('summary.cell'), 'header'),
        cell(say('summary.indicator'), 'header'),
        null,
        null,
        cell(say('summary.inTable'), 'header'),
        cell(say('summary.recomputed'), 'header'),
        cell(say('summary.difference'), 'header'),
        cell(say('summary.why'), 'header'),
      ]);
    }
    const row = page.rows.length;
    const [inTable, ours] = [cellName({ row, column: 4 }), cellName({ row, column: 5 })];
    merge(row);
    page.rows.push([
      linkCell(cellLabel(sheet, source.cell), sheet, source.cell),
      cell(name),
      null,
      null,
      live(followCell(sheet, source, written)),
      cell(computed, 'number'),
      formulaCell(`${inTable}-${ours}`, subtract(filled, computed)),
      cell(why),
    ]);
  }
  if (first === null) return;
  const last = page.rows.length - 1;
  page.blocks.push({ top: first, bottom: Math.min(last, first + KEPT_WITH_HEAD) });
  page.blocks.push({ top: Math.max(first, last - 1), bottom: last });
}
