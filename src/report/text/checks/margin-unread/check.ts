import { defineReportCheck, placeInMargin } from '../../check';

export const marginUnread = defineReportCheck({
  id: 'margin-unread',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '页眉、页脚没有读到',
      message: '这里已损坏，没有读到，没有核对。',
      fix: '用 Word 打开另存，再核对一次。',
      basis: '本工具规则：没有发现问题不等于没有读到',
    },
    en: {
      title: 'A header or footer that could not be read',
      message: 'This is damaged: it was not read and not checked.',
      fix: 'Open and save the file in Word, then check it again.',
      basis: 'House rule: nothing found never means that nothing was read',
    },
  },
  find: ({ report }, say) =>
    report.margins.flatMap((line) => (line.text === '' ? [say(placeInMargin(line, 0))] : [])),
});
