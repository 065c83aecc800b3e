import { PLACEHOLDER, type ReportText } from '../read-report';

/** Below this a rate of execution is to be explained (rule C06). */
export const EXPLAIN_BELOW = 0.9;

const EXPLAINED =
  /(?:支出|执行|支付|预算|资金)[^。]{0,60}(?:原因|由于|因为|压减|调减|结余|未支付|厉行节约|延迟)|(?:由于|因)[^。]{0,60}(?:未支出|未支付|支出率|执行率|未执行|结余|跨年|支付不及时)|(?:尾款|质保金|余款)[^。]{0,20}(?:未|尚|待)|(?:未(?:支出|支付|执行|使用)|结余|剩余)[^，。；]{0,20}(?:为|系|属|是|主要)(?!\d)/;

/** An outline's place for the cause, still empty, is said as such (`placeholder-left`). */
const asksForCause = ({ paragraphs }: ReportText): boolean =>
  paragraphs.some((text) => /执行率|execution rate/i.test(PLACEHOLDER.exec(text)?.[0] ?? ''));

/** Whether a report gives a reason for what was not spent. */
export const isExplained = (report: ReportText): boolean =>
  asksForCause(report) || report.sentences.some(({ text }) => EXPLAINED.test(text));
