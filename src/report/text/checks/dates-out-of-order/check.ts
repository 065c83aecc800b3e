import { defineReportCheck, placeIn } from '../../check';
import { milestonesOf, type Milestone } from '../../facts/milestones';
import { areOfOne, clauseBefore, subjectOf } from '../../relations/subject';

/** What was begun or done on a day: 3月二标段开工, 二标段3月开工. */
const aboutOf = (step: Milestone): string => subjectOf(clauseBefore(step) + step.between);

export const datesOutOfOrder = defineReportCheck({
  id: 'dates-out-of-order',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '完工早于开工',
      message: '写的是{expected}开工、{found}完工，完工在开工之前。',
      fix: '核对两个日期，改正写错的一个。',
      basis: '报告内部勾稽：先开工后完工',
    },
    en: {
      title: 'Finished before it began',
      message: 'Begun in {expected}, finished in {found}: the end is before the beginning.',
      fix: 'Check both dates.',
      basis: 'Arithmetic within a report: works end after they begin',
    },
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) => {
      const steps = milestonesOf(statement);
      const begun = steps.filter(({ step }) => step === 'begun');
      const done = steps.filter(({ step }) => step === 'done');
      const [first, other] = begun;
      // Of several works each has its own days.
      if (!first || other) return [];
      const early = done.find(
        (one) => one.day < first.day && one.at > first.at && areOfOne(aboutOf(first), aboutOf(one)),
      );
      if (!early) return [];
      const { at, text } = early;
      return [say(placeIn(statement, at), { expected: first.text, found: text })];
    }),
});
