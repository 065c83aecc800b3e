import { defineReportCheck } from '../../check';
import { unpaired } from '../../facts/marks';

export const marksUnpaired = defineReportCheck({
  id: 'marks-unpaired',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '括号、书名号、引号不配对',
      message: '“{found}”没有配对。',
      fix: '补上缺少的一半，或删去多余的。',
      basis: '标点符号用法（GB/T 15834）',
    },
    en: {
      title: 'Brackets or quotation marks that do not pair',
      message: '“{found}” has no counterpart.',
      fix: 'Add the missing half or take the other out.',
      basis: 'GB/T 15834 on punctuation',
    },
  },
  find: ({ report: { sentences } }, say) =>
    unpaired(sentences).map(({ paragraph, text, at, mark, sure }) =>
      say({ paragraph, text, at }, { severity: sure ? 'warning' : 'info', found: mark }),
    ),
});
