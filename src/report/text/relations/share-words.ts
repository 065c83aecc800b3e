import type { Figure } from '../facts/figure';
import { pairsShared, sharesPair } from './likeness';
import { SHARE } from './rate-kinds';

/** 产业类资金占比 beside numbers of projects: the last word before 占 measures what no figure does. */
export function isOfOtherMeasure({ label }: Figure, told: readonly Figure[]): boolean {
  const subject = label
    .slice(0, SHARE.exec(label)?.index)
    .replace(/[^\u4e00-\u9fff]|[类的数量者项]$/g, '');
  const measure = subject.slice(-2);
  const money = told.some(({ kind }) => kind === 'money');
  if (subject.length < 3 || /^(?:数量|[人个户件]数|比重|合计)$/.test(measure)) return false;
  if (MONEY_MEASURE.test(measure)) return !money;
  return !told.some(({ label, tail, unitText }) => sharesPair(measure, label + tail + unitText));
}
const MONEY_MEASURE = /^(?:资金|投资|金额|经费|支出|收入|产值)$/;

const OF_IT =
  /^(?:[，、]|其中?|分别|分|各|合计|共计?|约|均|两[者项]|数量|金额|人数|资金|支出|比重)*$/;

/** 处罚类占65.85%: what the share is of is named; null where its words name nothing, `[]` where no figure. */
export function namedParts(rate: Figure, before: readonly Figure[]): readonly Figure[] | null {
  const subject = rate.label
    .slice(0, SHARE.exec(rate.label)?.index)
    .replace(/[^\u4e00-\u9fff]/g, '');
  const last = before.at(-1);
  if (subject.length < 2 || !last) return null;
  if (OF_IT.test(subject)) {
    // 本年支出551万元，年末结转29万元，支出占可用资金的95%
    const spent = subject === '支出' ? before.filter(({ label }) => /支出$/.test(label)) : [];
    return spent.length > 0 && !spent.includes(last) ? spent : null;
  }
  const likeness = (figure: Figure): number => pairsShared(subject, figure.label + figure.tail);
  const most = Math.max(...before.map(likeness));
  return most === likeness(last) && most > 0
    ? null
    : before.filter((figure) => most > 0 && likeness(figure) === most);
}

/** Whether words have the noun counted by a figure: 乡镇总数 that of 5个乡镇. */
export const isNamedIn = (words: string, { tail }: Figure): boolean => {
  const noun = tail.replace(/[^\u4e00-\u9fff]/g, '');
  return noun !== '' && words.includes(noun);
};
