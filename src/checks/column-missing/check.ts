import type { ColumnRole, TableKind } from '../../model/table';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';

const NEEDED: Readonly<Record<TableKind, readonly (readonly [ColumnRole, string])[]>> = {
  target: [
    ['name', '三级指标'],
    ['target', '年度指标值'],
    ['actual', '实际完成值'],
    ['weight', '分值'],
    ['score', '得分'],
  ],
  rubric: [
    ['name', '三级指标'],
    ['weight', '分值'],
    ['score', '得分'],
  ],
};

/** One finding for the header, whatever number of columns it lacks. */
export const columnMissing = defineCheck({
  id: 'column-missing',
  code: 'JX101',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['form'],
  texts: {
    'zh-CN': {
      title: '缺少必需的列',
      message: {
        plain: '表头中没有找到这些列：{expected}。',
        pointless: '这张表没有{expected}列：只核查完成情况，不复算得分。',
      },
      why: '没有这些列，就无法核对目标值与完成值，也无法算出得分。',
      fix: '请补上“{expected}”；列名写法特殊的，可以手工指定是哪一列。',
      fixes: {
        pointless: '表样本来没有“{expected}”的，不用改；列名写法特殊的，可以手工指定是哪一列。',
      },
      basis:
        '项目支出绩效自评表通用表样的栏目（廊坊市食品工程学校2019年、池州市棠溪镇2022年公开自评表）',
    },
    en: {
      title: 'A needed column is missing',
      message: {
        plain: 'The header has no column for: {expected}.',
        pointless:
          'This form has no column for {expected}: results are checked, scores are not computed.',
      },
      why: 'Without these columns targets cannot be compared and scores cannot be computed.',
      fix: 'Add “{expected}”; where the column goes by another name, say by hand which one it is.',
      fixes: {
        pointless:
          'Leave a form that was issued without “{expected}”; where a column goes by another name, say by hand which one it is.',
      },
      basis:
        'Columns of the common self-evaluation form (public forms of Langfang 2019 and Chizhou 2022)',
    },
  },
  find(say, context) {
    const { columns, header, kind, range } = context.table;
    const headers = Object.values(columns).map((column) => column.header);
    // A table mapped by hand has no header row to complain about.
    if (headers.length === 0 || header.bottom < header.top) return [];
    const missing = NEEDED[kind].filter(([role]) => columns[role] === undefined);
    if (missing.length === 0) return [];
    const left = Math.min(...headers.map((cell) => cell.column), range.right);
    const terms = missing.map(([, term]) => term);
    const details = { expected: terms.join('、'), data: { expected: terms } };
    const cell = { row: header.top, column: left };
    const roles = new Set(missing.map(([role]) => role));
    return isIssuedSo(roles)
      ? [say(cell, { variant: 'pointless', severity: 'info', ...details })]
      : [say(cell, details)];
  },
});

/**
 * Ministry forms without points (transfer funds) have neither 分值 nor 得分; others have 打分 alone, or print the
 * points in the names of levels. No unit is told to add a column to a form that it was handed.
 */
const isIssuedSo = (missing: ReadonlySet<ColumnRole>): boolean =>
  missing.has('weight') && [...missing].every((role) => role === 'weight' || role === 'score');
