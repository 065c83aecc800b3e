import type { Finding } from '../../model/finding';
import type { ColumnRole, TableKind } from '../../model/table';
import { EVERY_KIND, type PreparedContext } from '../check';
import { defineCheck, type Say } from '../define-check';
import { brief } from '../wording';

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
        reason: '“{name}”得 {found} 分（分值 {expected}），表里没有写原因的地方。',
      },
      why: '没有这些列，就无法核对完成情况、算出得分、说明扣分。',
      fix: '请补上“{expected}”；列名写法特殊的，可以手工指定是哪一列。',
      fixes: {
        pointless: '表样本来没有“{expected}”的，不用改；列名写法特殊的，可以手工指定是哪一列。',
        reason: '请在自评报告里说明扣分的原因和改进措施。',
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
        reason:
          '“{name}” has {found} of {expected} points, and the form has no place for a reason.',
      },
      why: 'Without them targets cannot be compared, scores computed or losses explained.',
      fix: 'Add “{expected}”; where the column goes by another name, say by hand which one it is.',
      fixes: {
        pointless:
          'Leave a form that was issued without “{expected}”; where a column goes by another name, say by hand which one it is.',
        reason: 'Tell in the report why the points were lost and what will be done.',
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
    if (missing.length === 0) return unexplained(say, context);
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

/** Points lost on rows of a form that has a place for everything but the reason: told in the report. */
function unexplained(
  say: Say<'reason' | 'plain' | 'pointless', 'reason'>,
  { table, facts }: PreparedContext,
): Finding[] {
  const { columns, indicators } = table;
  if (columns.reason ?? columns.evidence ?? columns.actual ?? facts.anyReason) return [];
  const lost = indicators.flatMap(({ name, score }, at) => {
    const { weight = null, filled = null } = facts.rows[at] ?? {};
    return score && weight !== null && filled !== null && filled >= 0 && filled < weight
      ? [{ name, cell: score.cell, expected: weight, found: filled }]
      : [];
  });
  const [first] = lost;
  if (!first || table.kind !== 'rubric') return [];
  const { name, cell, ...figures } = first;
  const cells = lost.map((row) => row.cell);
  const data = { name: brief(name) };
  return [
    say(cell, { variant: 'reason', severity: 'info', data, cells, points: null, ...figures }),
  ];
}

/**
 * Ministry forms without points (transfer funds) have neither 分值 nor 得分; others have 打分 alone, or print the
 * points in the names of levels. No unit is told to add a column to a form that it was handed.
 */
const isIssuedSo = (missing: ReadonlySet<ColumnRole>): boolean =>
  missing.has('weight') && [...missing].every((role) => role === 'weight' || role === 'score');
