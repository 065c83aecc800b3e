import type { TableResult } from '../model/score';
import { evidenceOf } from './outline-words';

const OF_FUNDS = /(?:资金|预算|经费).{0,6}率$/;

/** The rows of a rubric that tell how the funds came and went, in a form without a block for them. */
export const fundsRows = ({ table }: TableResult): number[] =>
  table.kind !== 'rubric' || table.budget
    ? []
    : table.indicators.flatMap((indicator, at) =>
        OF_FUNDS.test(indicator.name.trim()) && evidenceOf(indicator) !== null ? [at] : [],
      );
