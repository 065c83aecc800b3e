import type { TableResult } from '../../../model/score';
import type { Sourced } from '../../../model/table';
import type { ReportContext } from '../check';
import type { Statement } from '../facts/statement';
import { normalised } from '../read-report';
import type { Comparison } from './comparison';

const FIGURE = /\d+(?:\.\d+)?/g;
const SHORTEST = 8;
/** What is told elsewhere in the same words is an indicator's. */
const GOAL = /总体目标|预期目标|绩效目标|实际完成情况/;

/** The wording of a text without its figures, by which it is known again. */
const wordingOf = (text: string): string =>
  normalised(text)
    .replace(FIGURE, '#')
    .replace(/[。；;，,\s]/g, '');

const figuresIn = (text: string): readonly string[] => text.match(FIGURE) ?? [];

const clausesOf = (text: string): string[] =>
  normalised(text)
    .split(/[，；。;\n]/)
    .filter((clause) => FIGURE.test(clause) || /\d/.test(clause));

/** 年度总体目标 and 实际完成情况 where the report tells them in the words of the form. */
export function compareGoals({ statements }: ReportContext, { table }: TableResult): Comparison[] {
  const { expected, achieved } = table.goal;
  return [expected, achieved].flatMap((goal) =>
    goal ? ofGoal(statements, goal, [expected, achieved]) : [],
  );
}

function ofGoal(
  statements: readonly Statement[],
  goal: Sourced<string>,
  all: readonly (Sourced<string> | null)[],
): Comparison[] {
  return clausesOf(goal.value).flatMap((clause): Comparison[] => {
    const wording = wordingOf(clause);
    if (wording.length < SHORTEST) return [];
    // Goal and what became of it are often told in the same words.
    const right = all
      .flatMap((one) => clausesOf(one?.value ?? ''))
      .filter((one) => wordingOf(one) === wording);
    return statements.flatMap((statement) => {
      if (!GOAL.test(statement.text)) return [];
      return statement.text.split(/[，；。：]/).flatMap((said): Comparison[] => {
        if (wordingOf(said) !== wording) return [];
        const lists = { expected: figuresIn(clause), found: figuresIn(said) };
        const values = {
          expected: lists.expected.join('、'),
          found: lists.found.join('、'),
          lists,
        };
        const same = values.expected === values.found;
        // Told of the other one, and held against it there.
        if (!same && right.some((one) => figuresIn(one).join('、') === values.found)) return [];
        const told = { statement, at: Math.max(0, statement.text.indexOf(said)) };
        const verdict = same ? 'same' : 'differs';
        return [
          { kind: 'goal', fact: clause, cell: goal.cell, told, verdict, ...values, sure: true },
        ];
      });
    });
  });
}
