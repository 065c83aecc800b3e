import { defineReportCheck } from '../../check';
import { isOutsideAnnex } from '../../facts/annex';
import type { Sentence } from '../../read-report';

const SHORTEST = 20;
const FEW_LONG = 4;
/** 附件：…自评表, 填报日期：…, and the unit that signs. */
const NO_PROSE =
  /^附|^[^，。；：\d]{2,24}：|[表书稿单局委办厅院校处所站会室队社]$|中心$|公司$|小组$|日$/;

const isLong = ({ text }: Sentence): boolean => text.length >= SHORTEST;

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
  find: ({ report }, say) => {
    const { headings } = report;
    const sentences = report.sentences.filter(isOutsideAnnex(report));
    // Where every other long line has its stop, one without a comma is prose as well.
    const open = sentences.filter(
      (one) =>
        !one.closed &&
        isLong(one) &&
        one.heading >= 0 &&
        headings[one.heading]?.paragraph !== one.paragraph &&
        !NO_PROSE.test(one.text),
    );
    const [alone] = open.length === 1 && sentences.filter(isLong).length > FEW_LONG ? open : [];
    return sentences.flatMap((sentence, index) => {
      const prose = isLong(sentence) && (/[，；]/.test(sentence.text) || sentence === alone);
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
    });
  },
});
