import type { ReportFinding } from '../report-finding';
import { placeIn, type ReportContext, type SayInReport } from '../check';
import { comparisonsOf } from './compare';
import type { ComparedKind, Comparison } from './comparison';
import { isOneKeyOff } from '../facts/slip';
import type { Weighed } from '../facts/weigh';

/**
 * Finds where the report tells a fact of the table otherwise. What is not sure becomes a question; where
 * it is one key off what the form has, in a figure that is hardly so by chance, it is told as a mistake.
 */
export const toldOtherwise =
  (wanted: ComparedKind) =>
  (context: ReportContext, say: SayInReport): readonly ReportFinding[] =>
    comparisonsOf(context).flatMap((comparison) => {
      const { kind, verdict, told, fact, expected, found, lists } = comparison;
      if (kind !== wanted || verdict !== 'differs' || told === null) return [];
      const place = placeIn(told.statement, told.at);
      return [
        say(place, {
          weighed: weighedOf(comparison),
          data: { name: fact, ...lists },
          expected,
          found,
        }),
      ];
    });

function weighedOf({ sure, close, told, expected, found }: Comparison): Weighed {
  const [meant, said] = [String(expected), String(found)];
  // 10月28日 of 2024年10月24日
  const ofYear = said.includes('年') ? meant : meant.replace(/^20\d\d年/, '');
  const [one, other] = [figureIn(ofYear), figureIn(said)];
  // 总投资380万元，其中本年度预算320万元: what the form has is told beside it, so this is something else.
  const isBeside =
    told?.statement.figures.some(
      ({ text, start }) => start !== told.at && figureIn(text) === one,
    ) === true;
  // 1座 of 7座 is of others.
  const isClose = close === true && one.length > 1;
  // A sentence of the form with a figure in it: 计划于2025年3月底前建成.
  const isSentence = meant.length > LONGEST_VALUE;
  // 1.98元 of 1.98万元 is a slip of the unit.
  const isNamed = isClose && (one === other || isOneKeyOff(one, other));
  return {
    explicit: sure || (isNamed && !isBeside),
    suspects: isBeside || isSentence ? [] : [{ text: other, meant: one }],
  };
}

const LONGEST_VALUE = 20;

const figureIn = (text: string): string => text.replace(/[^\d.]/g, '');
