import type { Quantity } from '../../model/quantity';
import { keptDeadline, keptEachTime, saysEarly } from '../../scoring/deadline';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import type { RowFacts } from '../table-facts';
import { unfinishedIn } from '../unfinished-full-score/unfinished';
import { brief } from '../wording';

/** 1—12月 is a time in which something goes on: 已完成 says as much of it as a date would. */
const isWholeYear = ({ op, date }: Quantity): boolean =>
  op === null && date?.from.endsWith('-01-01') === true && date.to.endsWith('-12-31');

/** Written with a year, and over before the year of the form began. */
const isOfEarlierYear = ({ text, date }: Quantity, year: number): boolean =>
  date !== null && /(?:19|20)\d\d/.test(text) && Number(date.to.slice(0, 4)) < year;

/** What is written and deducted already is not asked for again. */
function leftToDo({ explained, filled, weight }: RowFacts): {
  readonly severity?: 'info';
  readonly advice?: 'reason-given' | 'points-taken' | 'both';
} {
  const taken = filled !== null && weight !== null && filled < weight;
  if (explained && taken) return { severity: 'info', advice: 'both' };
  if (explained) return { advice: 'reason-given' };
  return taken ? { advice: 'points-taken' } : {};
}

/** A date is after the deadline only where its whole span is: 2021年12月 may be the 15th. */
export const deadlineMissed = defineCheck({
  id: 'deadline-missed',
  code: 'JX412',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value', 'reason'],
  silences: ['unmet-full-score', 'score-not-computed', 'qualitative-band'],
  texts: {
    'zh-CN': {
      title: '晚于期限或没有日期',
      message: {
        plain: '“{name}”要求 {expected}，实际 {found}，晚于期限。',
        undated: '“{name}”要求 {expected}，实际完成值“{found}”没有写日期。',
        'other-year': '“{name}”要求 {expected}，实际 {found}，都早于表的年度 {year} 年。',
      },
      why: '时效指标要看实际日期是否在期限之内。',
      fix: '请说明延期的原因，并按评分口径扣分；日期写错的，改正日期。',
      fixes: {
        undated: '请填写实际完成的日期。',
        'other-year': '请核对年度：是从上年的表抄来的，改成本年的；确是上年的事，不用改。',
        'reason-given': '原因已经写了，请按评分口径扣分；日期写错的，改正日期。',
        'points-taken': '分已经扣了，请说明延期的原因；日期写错的，改正日期。',
        both: '原因已经写明，分也扣了，日期无误的，不用改。',
      },
      basis: '时效指标按期限考核（审核经验）',
    },
    en: {
      title: 'After the deadline, or no date',
      message: {
        plain: '“{name}” was due {expected} and done {found}, after the deadline.',
        undated: '“{name}” was due {expected}; the actual value “{found}” has no date.',
        'other-year':
          '“{name}” was due {expected} and done {found}, both before the year of the form, {year}.',
      },
      why: 'A time indicator is judged by its date.',
      fix: 'Give the reason and lower the score; where the date is wrong, correct it.',
      fixes: {
        undated: 'Write the date it was done.',
        'other-year':
          'Check the year: where it was copied from the form of an earlier year, correct it; otherwise leave it.',
        'reason-given':
          'The reason is given; lower the score. Where the date is wrong, correct it.',
        'points-taken':
          'The score is lowered; give the reason. Where the date is wrong, correct it.',
        both: 'The reason is given and the score lowered: where the date is right, leave it.',
      },
      basis: 'Time indicators are held to their date (reviewing practice)',
    },
  },
  soundRow(say, context) {
    const { year } = context.table;
    return ({ target, actual, actualCell, name }, _, facts) => {
      if (actualCell === null) return null;
      const left = leftToDo(facts);
      if (keptEachTime(target, actual) === 'late')
        return say(actualCell, {
          variant: 'plain',
          ...left,
          data: { name: brief(name) },
          expected: brief(target.text),
          found: brief(actual.text),
        });
      if (target.date === null || (target.kind !== 'date' && actual.date === null)) return null;
      if (actual.kind === 'none' || target.op === '>=' || target.op === '>') return null;
      const isTold = actual.date !== null || saysEarly(actual);
      const kept = isTold ? keptDeadline(target, actual, year?.value ?? null) : null;
      if (kept === null && isWholeYear(target)) return null;
      const told = { expected: brief(target.text), found: brief(actual.text) };
      const data = { name: brief(name) };
      // What says itself that it is not finished lacks more than a date.
      const isOpen = facts.weight !== null && facts.filled === facts.weight;
      if (kept === null && isOpen && unfinishedIn(actual.text) !== null) return null;
      if (kept === null) return say(actualCell, { variant: 'undated', data, ...told });
      if (kept === 'late') return say(actualCell, { variant: 'plain', ...left, data, ...told });
      // A question only: what goes on over years may have been due and done before.
      if (!year || !isOfEarlierYear(target, year.value) || !isOfEarlierYear(actual, year.value))
        return null;
      return say(actualCell, {
        variant: 'other-year',
        severity: 'info',
        data: { ...data, year: year.value },
        ...told,
      });
    };
  },
});
