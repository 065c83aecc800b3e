import { defineReportCheck } from '../../check';

const SHORTEST = 20;

export const truncatedSentence = defineReportCheck({
  id: 'truncated-sentence',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '没有写完的段落',
      message: '这一段没有写完，或末尾缺少标点。',
      fix: '补全句子和标点。',
      basis: '规则 F20：没有残句',
    },
    en: {
      title: 'A paragraph that breaks off',
      message: 'The paragraph breaks off or lacks its full stop.',
      fix: 'Complete it.',
      basis: 'Rule F20: no broken sentences',
    },
  },
  find: ({ report: { sentences } }, say) =>
    sentences.flatMap((sentence, index) => {
      const prose = sentence.text.length >= SHORTEST && /[，；]/.test(sentence.text);
      // Lists that close no item with a stop are made so.
      const beside = [sentences[index - 1], sentences[index + 1]];
      const list = beside.some(
        (other) =>
          other &&
          !other.closed &&
          other.heading === sentence.heading &&
          /^[（(\d—-]/.test(other.text),
      );
      if (sentence.closed || !prose || list || /^[（(]?\d{1,2}[）).、]/.test(sentence.text))
        return [];
      return [
        say({ paragraph: sentence.paragraph, text: sentence.text, at: sentence.text.length }),
      ];
    }),
});
