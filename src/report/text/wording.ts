import { reportFinding, type ReportCheck, type ReportFinding } from './report-finding';
import { PLACEHOLDER, type ReportText, type Sentence } from './read-report';

const SHORTEST_REPEAT = 30;
const MOST_STARTS = 40;

/** `养护里程：年度指标值≥120公里，实际完成值118公里，得分9分` says nothing without what it is about. */
const ROW = /(?:指标值|完成值|分值|得分)[^，。]{0,12}\d/;

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

/** The same wording of 30 signs or more at the end of two sentences (domain rule F13). */
export function repeatedSentences(report: ReportText): ReportFinding[] {
  const seen = new Map<string, Sentence>();
  const findings: ReportFinding[] = [];
  for (const sentence of report.sentences) {
    let said = false;
    for (const start of clauseStarts(sentence.text)) {
      const rest = sentence.text.slice(start);
      if (rest.length < SHORTEST_REPEAT) break;
      const first = seen.get(rest);
      if (!first) seen.set(rest, sentence);
      else if (!said && first !== sentence) {
        said = true;
        findings.push(
          reportFinding(
            'repeated-sentence',
            'info',
            { paragraph: sentence.paragraph, text: rest },
            { paragraph: first.paragraph },
          ),
        );
      }
    }
  }
  return findings;
}

/** Prose without a full stop at the end of its paragraph (domain rule F20). */
export function truncatedSentences(report: ReportText): ReportFinding[] {
  return report.sentences.flatMap((sentence) => {
    const prose = sentence.text.length >= 20 && /[，；]/.test(sentence.text);
    if (sentence.closed || !prose) return [];
    const at = sentence.text.length;
    return [reportFinding('truncated-sentence', 'info', { ...sentence, at })];
  });
}

const STRAY = /\[bookmark|\*\*|\uFFFD|#(?:REF|DIV\/0|VALUE|NAME|N\/A)[!?]?|错误[!！]未|Error! /;

/** What a conversion left in the text (domain rule F20). `**` is no mistake in Markdown. */
export function strayMarks(report: ReportText, format: 'text' | 'markdown'): ReportFinding[] {
  return report.paragraphs.flatMap((line, index) => {
    const text = (format === 'markdown' ? line.replaceAll('**', '') : line).trim();
    const match = STRAY.exec(text);
    if (!match) return [];
    const found = match[0];
    return [
      reportFinding(
        'stray-marks',
        'info',
        { paragraph: index + 1, text, at: match.index },
        { found },
        { found },
      ),
    ];
  });
}

/** Places an outline left for a person to fill in. */
export function placeholders(report: ReportText): ReportFinding[] {
  return report.paragraphs.flatMap((line, index) => {
    const text = line.trim();
    const match = PLACEHOLDER.exec(text);
    if (!match) return [];
    const place = { paragraph: index + 1, text, at: match.index };
    return [reportFinding('placeholder-left', 'warning', place, {}, { found: match[0] })];
  });
}

/** Wordings of which a report may hold one but not both (domain rule F11). */
const CONTRADICTIONS: readonly {
  readonly id: ReportCheck;
  readonly one: RegExp;
  readonly other: RegExp;
}[] = [
  {
    id: 'contradiction-completion',
    one: /(?:全面|全部)完成[^。；，]{0,12}(?:任务|指标|目标)/,
    other: /(?:大多数|大部分|多数|部分|基本)(?:指标|任务)?(?:未完成|完成|达到|达成)/,
  },
  {
    id: 'contradiction-payment',
    one: /(?:资金|经费)(?:全部|均|已|都|能)?(?:及时|足额)[^。；，]{0,8}(?:到位|支付|拨付)|资金全部[^。；，]{0,8}到位/,
    other:
      /支付不及时|(?:拨付|到位|支付)(?:延迟|滞后)|无法按时支出|未(?:能)?(?:及时|按时)(?:支付|拨付|到位)|资金没保障|跨年支付/,
  },
];

/** Pairs of statements that cannot both hold. */
export function contradictions(report: ReportText): ReportFinding[] {
  return CONTRADICTIONS.flatMap(({ id, one, other }) => {
    const first = firstMatch(report.sentences, one);
    const second = firstMatch(report.sentences, other);
    if (!first || !second) return [];
    const data = { first: first.found, second: second.found, paragraph: first.sentence.paragraph };
    const place = {
      paragraph: second.sentence.paragraph,
      text: second.sentence.text,
      at: second.at,
    };
    return [reportFinding(id, 'warning', place, data, { found: second.found })];
  });
}

export interface Match {
  readonly sentence: Sentence;
  readonly found: string;
  readonly at: number;
  readonly groups: readonly (string | undefined)[];
}

/** The first sentence a pattern is found in. */
export function firstMatch(sentences: readonly Sentence[], pattern: RegExp): Match | null {
  for (const sentence of sentences) {
    const match = pattern.exec(sentence.text);
    if (match) return { sentence, found: match[0], at: match.index, groups: match.slice(1) };
  }
  return null;
}
