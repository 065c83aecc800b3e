import type { Finding } from '../../model/finding';
import { cellName } from '../../model/grid';
import type { NumberCell } from '../../model/table';
import { EVERY_KIND } from '../check';
import { defineCheck, type Say } from '../define-check';
import { rawText } from '../wording';

/** One finding per column, with all its cells: they are converted in one go. */
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
        column: '“{column}”一列有文本格式的数字，共 {count} 格。',
      },
      why: '文本格式的数字不会被求和公式计入，合计会偏小。',
      fix: '请把单元格转换为数字后再求和。',
      basis: '一体化系统对数值格式的核对；公开自评表中常见',
    },
    en: {
      title: 'Number stored as text',
      message: {
        plain: 'The {column} “{found}” is a number stored as text.',
        column: '{count} cells of {column} hold numbers stored as text.',
      },
      why: 'A sum formula leaves numbers stored as text out.',
      fix: 'Convert the cells to numbers.',
      basis: 'Number format check of the integrated system; common in public forms',
    },
  },
  find(say, { table, facts }) {
    const { scored } = facts.funds;
    const rows = [
      ...(scored ? [scored] : []),
      ...table.indicators,
      // 98.8分 in the head of the form says its unit, as all of the head does.
      ...(table.total && table.total.row > table.header.top ? [table.total] : []),
    ];
    return [
      ...said(
        say,
        '分值',
        rows.map(({ weight }) => weight),
      ),
      ...said(
        say,
        '得分',
        rows.map(({ score }) => score),
      ),
    ];
  },
});

function said(
  say: Say<'plain' | 'column'>,
  column: '分值' | '得分',
  cells: readonly (NumberCell | null)[],
): readonly Finding[] {
  const places = new Map<string, NumberCell>();
  for (const cell of cells) {
    if (cell?.asText === true && cell.value !== null) places.set(cellName(cell.cell), cell);
  }
  const texts = [...places.values()];
  const [first] = texts;
  if (!first) return [];
  if (texts.length === 1) {
    const found = rawText(first.raw);
    return [say(first.cell, { data: { column }, expected: first.value, found })];
  }
  const data = { column, count: texts.length };
  return [say(first.cell, { variant: 'column', data, cells: texts.map(({ cell }) => cell) })];
}
