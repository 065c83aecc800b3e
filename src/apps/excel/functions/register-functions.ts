import { render, type Texts } from '../../../texts/catalogue';
import type { PaneKey } from '../../../texts/zh-CN/pane';
import { achievement, grade, score, type Answer, type Argument } from './row-functions';

/** What custom functions need of the program; `CustomFunctions` in Excel. */
export interface FunctionHost {
  associate(id: string, run: (...args: Argument[]) => unknown): void;
  /** The error shown in the cell (`#N/A`) with its explanation. */
  notAvailable(text: string): unknown;
}

/** The functions of `functions.json`, by id. */
export const FUNCTION_IDS = ['ACHIEVEMENT', 'SCORE', 'GRADE'] as const;

/** Links JIXIAO.ACHIEVEMENT, JIXIAO.SCORE and JIXIAO.GRADE to the engine's own rules. */
export function registerFunctions(host: FunctionHost, textsOf: () => Texts<PaneKey>): void {
  const settle = (answer: Answer<number | string>): number | string => {
    if ('refused' in answer) throw host.notAvailable(render(answer.refused, textsOf()));
    return answer.value;
  };
  const runs: Readonly<
    Record<(typeof FUNCTION_IDS)[number], (...args: Argument[]) => number | string>
  > = {
    ACHIEVEMENT: (target, actual, direction) => settle(achievement(target, actual, direction)),
    SCORE: (target, actual, weight, direction, profile) =>
      settle(score(target, actual, weight, direction, profile)),
    GRADE: (total) => settle(grade(total)),
  };
  for (const id of FUNCTION_IDS) host.associate(id, runs[id]);
}
