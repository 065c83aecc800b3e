import { render, type Texts } from '../../../texts/catalogue';
import type { PaneKey } from '../../../texts/zh-CN/pane';
import type * as RowFunctions from './row-functions';
import type { Answer, Argument } from './row-functions';

/** What custom functions need of the program; `CustomFunctions` in Excel. */
export interface FunctionHost {
  associate(id: string, run: (...args: Argument[]) => unknown): void;
  /** The error shown in the cell (`#N/A`) with its explanation. */
  notAvailable(text: string): unknown;
}

/** The functions of `functions.json`, by id. */
export const FUNCTION_IDS = ['ACHIEVEMENT', 'SCORE', 'GRADE'] as const;

type Functions = typeof RowFunctions;

/**
 * Links JIXIAO.ACHIEVEMENT, JIXIAO.SCORE and JIXIAO.GRADE to the engine's own rules, which come with
 * the first call; until they are there a cell waits, from then on it is answered at once.
 */
export function registerFunctions(host: FunctionHost, textsOf: () => Texts<PaneKey>): void {
  let functions: Functions | null = null;
  const fetched = async (): Promise<Functions> => (functions = await import('./row-functions'));
  const settle = (answer: Answer<number | string>): number | string => {
    if ('refused' in answer) throw host.notAvailable(render(answer.refused, textsOf()));
    return answer.value;
  };
  const answers: Readonly<
    Record<
      (typeof FUNCTION_IDS)[number],
      (by: Functions, args: Argument[]) => Answer<number | string>
    >
  > = {
    ACHIEVEMENT: (by, [target, actual, direction]) => by.achievement(target, actual, direction),
    SCORE: (by, [target, actual, weight, direction, profile]) =>
      by.score(target, actual, weight, direction, profile),
    GRADE: (by, [total]) => by.grade(total),
  };
  for (const id of FUNCTION_IDS) {
    host.associate(id, (...args) =>
      functions
        ? settle(answers[id](functions, args))
        : fetched().then((by) => settle(answers[id](by, args))),
    );
  }
}
