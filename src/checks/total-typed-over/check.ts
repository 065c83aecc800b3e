import { parseCellName } from '../../model/grid';
import type { NumberCell, Table } from '../../model/table';
import type { RowScore } from '../../model/score';
import type { TableFacts } from '../table-facts';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { samePoints } from '../difference';
import { leftOut } from './left-out';
import { brief } from '../wording';

export const totalTypedOver = defineCheck({
  id: 'total-typed-over',
  code: 'JX207',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['total', 'score'],
  texts: {
    'zh-CN': {
      title: '公式被改动',
      message: {
        plain: '“{name}”的得分是直接填的数 {found}，而同一列其余各行都是公式。',
        range: '总分的公式漏加了第 {rows} 行。',
      },
      why: '公式被数盖掉或漏了行，改了完成值，合计不会跟着变。',
      fix: '请恢复这一格的公式，或确认它不该用公式。',
      fixes: {
        range: '请把漏掉的行加进总分的公式。',
      },
      basis: '合计和总分由各行相加得出，改成手填的数就不再跟着变（审核经验）',
    },
    en: {
      title: 'Formula typed over',
      message: {
        plain:
          'The 得分 of “{name}” is the typed number {found}; the others of its column are formulas.',
        range: 'The formula of the total leaves out row {rows}.',
      },
      why: 'A total that is typed or leaves a row out does not follow the rows.',
      fix: 'Put the formula of this cell back, or make sure none belongs there.',
      fixes: {
        range: 'Add the rows it leaves out to the formula of the total.',
      },
      basis: 'Totals add up their rows; a typed figure no longer follows them (reviewing practice)',
    },
  },
  find(say, { table, rows, facts, totals, profile }) {
    const typed = typedOver(table, rows, facts).map(({ name, score }) =>
      say(score.cell, { data: { name: brief(name) }, found: score.value }),
    );
    const total = table.total?.score;
    const missed = leftOut(table, facts, profile);
    if (!total || missed.length === 0) return typed;
    const differs =
      totals.filledScore !== null &&
      total.value !== null &&
      !samePoints(totals.filledScore, total.value, profile);
    const found = say(total.cell, {
      variant: 'range',
      severity: differs ? 'error' : 'warning',
      data: { rows: missed.map((row) => row + 1) },
      expected: totals.filledScore,
      found: total.value,
    });
    return [...typed, found];
  },
});

/** Rows of formulas that one can call a column of formulas. */
const FEWEST = 3;
/** Typed numbers among them that stand out; more are two ways of filling in. */
const MOST = 2;

interface Typed {
  readonly name: string;
  readonly score: NumberCell;
}

/** Scores typed among formulas, on rows of which the others' formula could have given them. */
function typedOver(table: Table, rows: readonly RowScore[], facts: TableFacts): Typed[] {
  const scored = table.indicators.flatMap(({ name, score, row }, index) => {
    const computed = rows[index]?.score ?? null;
    const weighted = (facts.rows[index]?.weight ?? null) !== null;
    if (!score || computed === null || !weighted || score.cell.row !== row) return [];
    return [{ name, score }];
  });
  const formulas = scored.filter(({ score }) => score.formula !== null);
  const typed = scored.filter(({ score }) => score.formula === null && score.value !== null);
  const alike = formulas.filter(({ score }) => countsOwnRow(score));
  return alike.length >= FEWEST && typed.length <= MOST && typed.length * 2 < alike.length
    ? typed
    : [];
}

/** A formula over cells of its own row, as a row's score has it. */
function countsOwnRow({ formula, cell }: NumberCell): boolean {
  const names = (formula ?? '').match(/\$?[A-Z]{1,3}\$?\d{1,7}/g) ?? [];
  return names.some((name) => parseCellName(name.replace(/\$/g, ''))?.row === cell.row);
}
