import type { Damage } from './form-spec';
import { cell, square, widthOf, type FormCell, type Grid } from './grid';
import type { MadeForm } from './make-form';

const isText = (value: unknown): value is string => typeof value === 'string';

const toFullWidth = (text: string): string =>
  text.replace(/[0-9%()]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

function insertColumn({ rows }: Grid, at: number): void {
  for (const row of rows) row.splice(at, 0, cell(null));
}

function insertRow(grid: Grid, at: number): void {
  grid.rows.splice(
    at,
    0,
    Array.from({ length: widthOf(grid) }, () => cell(null)),
  );
}

/** A page ends above a row: nothing is merged across it. */
function splitMerges(grid: Grid, at: number): void {
  const rowOf = (one: FormCell): number => grid.rows.findIndex((row) => row.includes(one));
  grid.merges = grid.merges.filter(([first, last]) => rowOf(first) >= at || rowOf(last) < at);
}

/** A satisfaction may as well stand among the effects above it, so that its name is kept. */
function loseLevels({ grid, rows }: MadeForm, lost: readonly number[]): void {
  for (const index of lost) {
    const { level1, levelCell } = rows[index % rows.length] ?? {};
    if (!levelCell || level1 === '满意度指标') continue;
    levelCell.value = null;
    grid.merges = grid.merges.filter(([first]) => first !== levelCell);
  }
}

/** Two halves of a list side by side under the same heads. */
function setBeside({ grid, header, rows, isFlat }: MadeForm): void {
  const lines = rows
    .map((row) => grid.rows.find((line) => line.includes(row.nameCell)))
    .filter((line) => line !== undefined);
  const heads = grid.rows.find((line) => line.includes(header.first));
  const first = lines[0] ? grid.rows.indexOf(lines[0]) : -1;
  const isWhole = lines.every((line, index) => grid.rows[first + index] === line);
  if (!isFlat || !heads || lines.length < 4 || !isWhole) return;
  const half = Math.ceil(lines.length / 2);
  const width = widthOf(grid);
  for (const line of [heads, ...lines]) while (line.length < width) line.push(cell(null));
  heads.push(...heads.map(({ value, format }) => cell(value, format)));
  lines.slice(half).forEach((line, index) => lines[index]?.push(...line));
  grid.rows.splice(first + half, lines.length - half);
  square(grid);
}

/** What people do to a form, in place; none of it changes what the form says. */
export function damageForm(form: MadeForm, damage: Damage): void {
  const { grid, header, bodyFrom } = form;
  const from = grid.rows.findIndex((row) => row.includes(bodyFrom));
  switch (damage.kind) {
    case 'blank-column':
      insertColumn(grid, Math.min(damage.at, widthOf(grid)));
      break;
    case 'blank-row':
      insertRow(
        grid,
        Math.min(grid.rows.length, from + 1 + (damage.at % (grid.rows.length - from))),
      );
      break;
    case 'blank-rows':
      for (let row = grid.rows.length - 1; row > from; row -= 2) insertRow(grid, row);
      break;
    case 'broken-heads': {
      const top = grid.rows.findIndex((row) => row.includes(header.first));
      for (const one of grid.rows.slice(top, top + header.rows).flat())
        if (isText(one.value)) one.value = `${one.value.slice(0, 2)}\n${one.value.slice(2)}`;
      break;
    }
    case 'no-title': {
      const [title] = grid.rows;
      for (const one of title ?? []) one.value = null;
      break;
    }
    case 'unmerge':
      grid.merges = [];
      break;
    case 'full-width':
      for (const one of grid.rows.flat()) if (isText(one.value)) one.value = toFullWidth(one.value);
      break;
    case 'move':
      for (let count = 0; count < damage.down; count++) insertRow(grid, 0);
      for (let count = 0; count < damage.right; count++) insertColumn(grid, 0);
      break;
    case 'lost-levels':
      loseLevels(form, damage.rows);
      break;
    case 'halves':
      setBeside(form);
      break;
    case 'hide': {
      const one = grid.rows[damage.row % grid.rows.length]?.[damage.column];
      if (!one) break;
      grid.hidden.rows.push(one);
      grid.hidden.columns.push(one);
      break;
    }
    case 'header-again': {
      const top = grid.rows.findIndex((row) => row.includes(header.first));
      const copy = grid.rows
        .slice(top, top + header.rows)
        .map((row) => row.map(({ value, format }) => cell(value, format)));
      const at = Math.min(from + 2, grid.rows.length);
      splitMerges(grid, at);
      grid.rows.splice(at, 0, ...copy);
    }
  }
}
