import { defineReportCheck, type SayInReport } from '../../check';
import type { Claim } from '../../facts/claims';
import { deniedFaults } from '../../facts/denied';
import { noProblems, problemsListed } from '../../facts/problems';
import { contradiction } from '../../relations/contradiction';
import type { ReportFinding } from '../../report-finding';

const inOrder = (
  one: Claim | null,
  other: Claim | null,
  say: SayInReport,
): readonly ReportFinding[] =>
  one && other && other.statement.paragraph < one.statement.paragraph
    ? contradiction(other, one, say)
    : contradiction(one, other, say);

export const contradictionProblems = defineReportCheck({
  id: 'contradiction-problems',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '说没有问题又列问题',
      message: '前后矛盾：第{paragraph}段写“{first}”，这里写“{second}”。',
      fix: '有问题就写清问题和措施，没有就都写“无”。',
      basis: '规则 F11：前后一致',
    },
    en: {
      title: 'No problems, and problems',
      message: 'Paragraph {paragraph} says “{first}”, this says “{second}”.',
      fix: 'Tell the problems and measures, or say 无 in both places.',
      basis: 'Rule F11: a report agrees with itself',
    },
  },
  find: (context, say) => {
    const denied = noProblems(context);
    const listed = problemsListed(context);
    return [
      ...inOrder(denied, listed, say),
      ...deniedFaults(context.report, context.statements, context.year).flatMap(
        ({ denied: no, told, near }) =>
          inOrder(
            no,
            told,
            near ? say : (place, details) => say(place, { ...details, severity: 'info' }),
          ),
      ),
    ];
  },
});
