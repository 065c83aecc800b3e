import { defineReportCheck } from '../../check';
import { isOutsideAnnex } from '../../facts/annex';
import type { Sentence } from '../../read-report';

const SHORTEST_REPEAT = 30;
const MOST_STARTS = 40;

/** `养护里程：年度指标值≥120公里，实际完成值118公里，得分9分` says nothing without what it is about. */
const ROW = /(?:指标值|完成值|分值|得分|预算数|执行数)[^，。]{0,12}\d/;

/**
 * 甲项目：预算20万元，支付20万元 and the same of 乙项目, 完成率90%，分值20分，得18分 of two indicators: two
 * that are alike, not words said twice.
 */
const ofAnother = (text: string, start: number): boolean =>
  (text.charAt(start - 1) === '：' || (start > 0 && /分值\d/.test(text.slice(start)))) &&
  (text.slice(start).match(/\d[\d.,]*/g) ?? []).length > 1;

/** Where each clause of a sentence begins. */
function clauseStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length && starts.length < MOST_STARTS; index += 1) {
    const sign = text.charAt(index);
    if (sign === '：' && ROW.test(text.slice(index))) break;
    if ('，；：,;'.includes(sign)) starts.push(index + 1);
  }
  return starts;
}

export const repeatedSentence = defineReportCheck({
  id: 'repeated-sentence',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '文字重复',
      message: '与第{paragraph}段的文字重复。',
      fix: '删去重复的一处。',
      basis: '规则 F13：不重复',
    },
    en: {
      title: 'Words repeated',
      message: 'The same words stand in paragraph {paragraph}.',
      fix: 'Take one of them out.',
      basis: 'Rule F13: nothing twice',
    },
  },
  find: ({ report }, say) => {
    const seen = new Map<string, Sentence>();
    return report.sentences.filter(isOutsideAnnex(report)).flatMap((sentence) => {
      for (const start of clauseStarts(sentence.text)) {
        const rest = sentence.text.slice(start);
        if (rest.length < SHORTEST_REPEAT) return [];
        const first = seen.get(rest);
        if (!first) seen.set(rest, sentence);
        else if (first !== sentence && !ofAnother(sentence.text, start)) {
          return [
            say(
              { paragraph: sentence.paragraph, text: rest },
              { data: { paragraph: first.paragraph } },
            ),
          ];
        }
      }
      return [];
    });
  },
});
