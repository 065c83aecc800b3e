import type { ReportFinding } from '../report-finding';
import { placeIn, type ReportContext, type SayInReport } from '../check';
import { comparisonsOf } from './compare';
import type { ComparedKind } from './comparison';

/** Finds where the report tells a fact of the table otherwise; what is not sure becomes a question. */
export const toldOtherwise =
  (wanted: ComparedKind) =>
  (context: ReportContext, say: SayInReport): readonly ReportFinding[] =>
    comparisonsOf(context).flatMap(
      ({ kind, verdict, told, fact, expected, found, lists, sure }) => {
        if (kind !== wanted || verdict !== 'differs' || told === null) return [];
        const question = sure ? {} : { severity: 'info' as const };
        const place = placeIn(told.statement, told.at);
        return [say(place, { ...question, data: { name: fact, ...lists }, expected, found })];
      },
    );
