import type { Finding } from '../../model/finding';
import type { NumberCell } from '../../model/table';
import { EVERY_KIND } from '../check';
import { defineCheck, type Say } from '../define-check';
import { rawText } from '../wording';

/** One finding per cell: each has to be converted by itself, and a mark on it shows where. */
export const numberAsText = defineCheck({
  id: 'number-as-text',
  code: 'JX108',
  severity: 'info',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['form'],
  texts: {
    'zh-CN': {
      title: '数字存成了文本',
      message: {
        plain: '这格{column}“{found}”是文本格式的数字。',
      },
      why: '文本格式的数字不会被求和公式计入，合计会偏小。',
      fix: '请把单元格转换为数字后再求和。',
      basis: '一体化系统对数值格式的核对；公开自评表中常见',
    },
    en: {
      title: 'Number stored as text',
      message: {
        plain: 'The {column} “{found}” is a number stored as text.',
      },
      why: 'A sum formula leaves numbers stored as text out.',
      fix: 'Convert the cells to numbers.',
      basis: 'Number format check of the integrated system; common in public forms',
    },
  },
  find(say, context) {
    const { table, facts } = context;
    return [facts.funds.scored, table.total].flatMap((row) => (row ? said(say, row) : []));
  },
  everyRow(say) {
    return (indicator) =>
      isText(indicator.weight) || isText(indicator.score) ? said(say, indicator) : null;
  },
});

interface ScoredRow {
  readonly weight: NumberCell | null;
  readonly score: NumberCell | null;
}

const isText = (cell: NumberCell | null): boolean =>
  cell !== null && cell.asText && cell.value !== null;

function said(say: Say, { weight, score }: ScoredRow): readonly Finding[] {
  const found: Finding[] = [];
  const look = (column: '分值' | '得分', cell: NumberCell | null): void => {
    if (cell === null || !isText(cell)) return;
    found.push(
      say(cell.cell, {
        data: { column },
        expected: cell.value,
        found: rawText(cell.raw),
      }),
    );
  };
  look('分值', weight);
  look('得分', score);
  return found;
}
