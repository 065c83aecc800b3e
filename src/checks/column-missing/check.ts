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
      },
      why: '没有这些列，就无法核对目标值与完成值，也无法算出得分。',
      fix: '请在表头补上“{expected}”；列名写法特殊的，可以手工指定是哪一列。',
      basis:
        '项目支出绩效自评表通用表样的栏目（廊坊市食品工程学校2019年、池州市棠溪镇2022年公开自评表）',
    },
    en: {
      title: 'A needed column is missing',
      message: {
        plain: 'The header has no column for: {expected}.',
      },
      why: 'Without these columns targets cannot be compared and scores cannot be computed.',
      fix: 'Add “{expected}” to the header, or say by hand which column it is.',
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
    const expected = missing.map(([, term]) => term).join('、');
    return [say({ row: header.top, column: left }, { expected })];
  },
});
