import { defineReportCheck } from '../../check';
import { enumerations, outOfStep } from '../../facts/numbering';

export const enumerationOrder = defineReportCheck({
  id: 'enumeration-order',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '文中序号不连续',
      message: '序号不连续：写的是“{found}”，按顺序应为第{expected}项。',
      fix: '核对是否漏写一项或序号写错。',
      basis: '规则 F01：编号连续、不重复',
    },
    en: {
      title: 'Numbers in the text out of order',
      message: 'Numbered “{found}” where number {expected} follows.',
      fix: 'See whether an item is missing or the number is wrong.',
      basis: 'Rule F01: numbers count on and none twice',
    },
  },
  find: ({ report }, say) =>
    enumerations(report).flatMap((row) =>
      outOfStep(row).map(({ item: { paragraph, text, at, mark }, expected }) =>
        say({ paragraph, text, at }, { found: mark, expected }),
      ),
    ),
});
