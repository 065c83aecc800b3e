import { defineReportCheck, placeIn } from '../../check';
import { milestonesOf, STEPS, type Milestone, type Step } from '../../facts/milestones';
import { areOfOne, clauseBefore, partOf, subjectOf } from '../../relations/subject';

/** What was begun or done on a day: 3月二标段开工, 二标段3月开工. */
const aboutOf = (step: Milestone): string =>
  subjectOf(clauseBefore(step) + step.between).replace(/完成|组织|进行/g, '');

/** What cannot be: done before it was begun, taken over before it was done. */
const NEVER: readonly (readonly [Step, Step])[] = [
  ['begun', 'done'],
  ['begun', 'accepted'],
  ['done', 'accepted'],
];

/** A contract on the works themselves, not on supplies, supervision or what comes after them. */
const ON_WORKS = /^(?:签订(?:了)?(?:施工|建设|工程|总承包|项目)*合同|合同签订)$/;

/** Whether two steps are of one thing: of begun works what is done may be named otherwise, else both are named alike. */
function areOfOneWork(one: Milestone, other: Milestone): boolean {
  const [first, second] = [aboutOf(one), aboutOf(other)];
  // 评价工作于1月启动: of what is started, unlike of works begun, what was done must bear the name.
  const started = one.step === 'begun' && !/开工|动工|施工/.test(one.words);
  const alike = (one.step === 'begun' && !started) || first.length > 1 === second.length > 1;
  const onWorks = one.step !== 'signed' || ON_WORKS.test(one.words);
  return onWorks && alike && partOf(first) === partOf(second) && areOfOne(first, second);
}

interface Reversed {
  readonly before: Milestone;
  readonly after: Milestone;
  /** It cannot be so; a tender after the works were begun only should not be. */
  readonly never: boolean;
}

/** A step of a sentence that was taken before the step it follows, both told once of one thing. */
function reversedIn(steps: readonly Milestone[]): Reversed | null {
  const once = (step: Step): Milestone[] => {
    const found = steps.filter((one) => one.step === step);
    // Of several works each has its own days.
    return found.length === 1 ? found : [];
  };
  const pairs = STEPS.flatMap((step, index) =>
    once(step).flatMap((before) =>
      STEPS.slice(index + 1).flatMap((later) => once(later).map((after) => ({ before, after }))),
    ),
  ).map(({ before, after }): Reversed => {
    const never = NEVER.some(([one, other]) => one === before.step && other === after.step);
    return { before, after, never };
  });
  const found = pairs.filter(
    ({ before, after, never }) =>
      before.first > after.last && (!never || after.at > before.at) && areOfOneWork(before, after),
  );
  return found.find(({ never }) => never) ?? found[0] ?? null;
}

const PERIOD =
  /(20\d\d)年(\d{1,2})月(?:(\d{1,2})日)?(?:至|到|—+|-|～|~)(20\d\d)年(\d{1,2})月(?:(\d{1,2})日)?/g;

/** 2023年1月1日至2022年12月31日: a time that ends before it begins. */
function reversedPeriods(text: string): { at: number; from: string; to: string }[] {
  return [...text.matchAll(PERIOD)].flatMap((match) => {
    const [one = 0, other = 0] = [match.slice(1, 4), match.slice(4, 7)].map(
      ([year = 0, month = 0, day = 0]) => Number(year) * 10_000 + Number(month) * 100 + Number(day),
    );
    const [from = '', to = ''] = match[0].split(/(?:至|到|—+|-|～|~)(?=20)/);
    return one > other ? [{ at: match.index, from, to }] : [];
  });
}

export const datesOutOfOrder = defineReportCheck({
  id: 'dates-out-of-order',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '日期先后颠倒',
      message: '写的是{expected}{before}、{found}{after}，{after}在{before}之前。',
      fix: '核对两个日期，改正写错的一个。',
      basis: '报告内部勾稽：先招标、签合同，再开工、完工、验收',
    },
    en: {
      title: 'Dates in the wrong order',
      message: '{before} in {expected}, {after} in {found}: {after} comes before {before}.',
      fix: 'Check both dates.',
      basis:
        'Arithmetic within a report: a tender and a contract come first, then the beginning, the end, the acceptance',
    },
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) => {
      const periods = reversedPeriods(statement.text).map(({ at, from, to }) =>
        say(placeIn(statement, at), {
          data: { before: '开始', after: '结束' },
          expected: from,
          found: to,
        }),
      );
      const found = reversedIn(milestonesOf(statement));
      if (!found) return periods;
      const { before, after, never } = found;
      return [
        ...periods,
        say(placeIn(statement, after.at), {
          severity: never ? 'warning' : 'info',
          data: { before: before.words, after: after.words },
          expected: before.text,
          found: after.text,
        }),
      ];
    }),
});
