import { defineReportCheck } from '../../check';
import { PLACEHOLDER } from '../../read-report';

export const placeholderLeft = defineReportCheck({
  id: 'placeholder-left',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '还没写完的地方',
      message: '还有没写完的内容。',
      fix: '按提示补写，并删去方括号里的提示。',
      basis: '本工具提纲里的待补充、待核对',
    },
    en: {
      title: 'Places still to be written',
      message: 'Something is still to be written here.',
      fix: 'Write it and take the mark out.',
      basis: 'What our own outline leaves open',
    },
  },
  find: ({ report }, say) =>
    report.paragraphs.flatMap((line, index) => {
      const text = line.trim();
      const match = PLACEHOLDER.exec(text);
      return match
        ? [say({ paragraph: index + 1, text, at: match.index }, { found: match[0] })]
        : [];
    }),
});
