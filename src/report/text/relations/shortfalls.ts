import { claimsOf, type Claim } from '../facts/claims';
import type { Figure } from '../facts/figure';
import { isChange, isPlan, isPrior, type Statement } from '../facts/statement';
import { headOf } from '../facts/stated';
import { once } from '../../../model/remember';
import type { ReportText } from '../read-report';

/** A target that was missed, as one sentence or two neighbours tell it. */
export interface Shortfall {
  readonly statement: Statement;
  readonly target: Figure;
  readonly actual: Figure;
  /** The target is a bound, so that missing it is certain. */
  readonly sure: boolean;
}

const ACTUAL =
  /实际[\u4e00-\u9fff]{0,6}$|(?:实际|完成值|已|仅|完成(?!率)|达到?|为|实现|开展|培训|建成|年末|全年)(?:完成|达到|实现|为|了|值|数|开展|共|人数|培训|建成)*$/;
const LOWER_IS_BETTER =
  /成本|造价|费用|投诉|事故|发生率|死亡|违|超|下降|降低|减少|时间|时限|天数|误差|排放|能耗|缺口|返工|差错|控制|预算|概算/;

/** Targets beside what was reached that fall short of them. */
export const shortfallsOf = once((statements: readonly Statement[]): readonly Shortfall[] =>
  statements.flatMap((statement): Shortfall[] => {
    const { figures } = statement;
    const told = figures.flatMap((target, index): Shortfall[] => {
      const headed = PLAN_HEAD.test(headOf(statement, target));
      if (
        !(isPlan(target) || headed) ||
        isPrior(target) ||
        isChange(target) ||
        target.bound === 'most'
      )
        return [];
      if (
        /(?:整改|下一年|明年|下年|今后|力争|20\d\d年?(?:底|前))/.test(
          statement.text.slice(0, target.start),
        )
      )
        return [];
      const actual = figures
        .slice(index + 1, index + 3)
        .find(
          (figure) =>
            figure.unit === target.unit &&
            !isPlan(figure) &&
            !isChange(figure) &&
            !isPrior(figure) &&
            ((figure.segment === target.segment && isPlan(target)) ||
              isAnswered(statement, target, figure)),
        );
      if (
        !actual ||
        !ACTUAL.test(actual.label) ||
        // 各季度完成值分别为94.2%、96.1%: of several none is what was reached.
        /分别(?:为|是|达到?)?$/.test(actual.label) ||
        actual.value >= target.value ||
        actual.per !== null
      )
        return [];
      if (
        /率/.test(actual.label) !== /率/.test(target.label) &&
        actual.kind === 'percent' &&
        /完成率|执行率|达成率/.test(actual.label)
      )
        return [];
      if (LOWER_IS_BETTER.test(target.lead) || (target.kind === 'money' && target.bound === null))
        return [];
      const isNamed = OF_TARGET.test(target.label) && /实际/.test(actual.label);
      return [{ statement, target, actual, sure: isNamed || target.bound === 'least' }];
    });
    return [...told, ...missedFirst(statement), ...reachedFirst(statement)];
  }),
);

const BELOW =
  /^(?:低于|未达到?|没有?达到|不及|少于)(?:了)?(?:年度|年初|绩效|预期|既定)?(?:目标|计划|任务|指标)?(?:值|数|任务)?(?:的)?$/;
const OF_TARGET = /目标|计划|任务|指标/;

/** 满意度86%，低于目标值90%; 未达到90%的目标: what was reached is told first. */
function missedFirst(statement: Statement): Shortfall[] {
  const { figures, text } = statement;
  return figures.flatMap((target, index): Shortfall[] => {
    const actual = figures[index - 1];
    const words = target.label.replace(/[^\u4e00-\u9fff]/g, '');
    const named = OF_TARGET.test(words) || /^的?(?:目标|计划|任务)/.test(text.slice(target.end));
    const follows = actual?.unit === target.unit && target.clause - actual.clause <= 1;
    if (!actual || !follows || !named || !BELOW.test(words)) return [];
    if (actual.value >= target.value || LOWER_IS_BETTER.test(actual.lead)) return [];
    return isPrior(actual) || isPlan(actual) ? [] : [{ statement, target, actual, sure: true }];
  });
}

const TARGET_BEHIND =
  /^[，]?(?:年度|全年|绩效|预期)?(?:目标|指标|计划|任务)(?:值|数)?(?:为|是|：)?(?:≥|不低于)?$/;

/** 企业满意度91.5%，年度指标值92%，达到年度目标: told without a word of more or less. */
function reachedFirst(statement: Statement): Shortfall[] {
  const { figures } = statement;
  return figures.flatMap((target, index): Shortfall[] => {
    const actual = figures[index - 1];
    const follows = actual?.unit === target.unit && target.clause - actual.clause === 1;
    if (!actual || !follows || !TARGET_BEHIND.test(target.label)) return [];
    if (actual.value >= target.value || LOWER_IS_BETTER.test(actual.lead)) return [];
    const isOther =
      actual.kind === 'money' || isPrior(actual) || isPlan(actual) || isChange(actual);
    return isOther ? [] : [{ statement, target, actual, sure: target.bound === 'least' }];
  });
}

/** 目标任务：新建30个；完成情况：建成26个: a head of its own says that the next part answers it. */
const isAnswered = (statement: Statement, target: Figure, actual: Figure): boolean =>
  actual.segment === target.segment + 1 &&
  PLAN_HEAD.test(headOf(statement, target)) &&
  /完成|实际/.test(headOf(statement, actual));

const PLAN_HEAD = /(?:目标(?:任务|值)?|计划(?:任务|数)?|任务(?:目标|数)?|指标值)$/;

const ALL_DONE =
  /(?:各项|全部|所有|年度|全年)[^，。；]{0,12}?(?:目标|指标|任务|工作)[^，。；]{0,8}?(?:均|全部|全面|都|已|圆满|顺利|如期|按[^，。；]{1,4})[^，。；]{0,8}?(?:完成|实现|达到|达标|达成)[^，。；]{0,8}|(?:全面|全部|圆满)(?:完成|实现|达到)[^，。；]{0,12}(?:目标|指标|任务)|目标(?:全部|均已?)(?:完成|实现)/g;
const DONE_HERE =
  /(?:已|均)?(?:全部)?(?:达到|完成|实现)(?:了)?(?:年度|预期|绩效|既定|计划){0,3}(?:目标|指标值?|任务|要求)|(?<![未不])达标|(?:目标|指标|任务)(?:均|都)?已(?:全部)?(?:完成|达成|实现)/g;

/** What calls a target met in the very part of the sentence that tells of it, right behind its figures. */
export function ownClaim(report: ReportText, { statement, target, actual }: Shortfall) {
  const end = Math.max(target.end, actual.end);
  return claimsOf(report, [statement], DONE_HERE).find(
    ({ at }) => at >= end && !/[；。\d]/.test(statement.text.slice(end, at)),
  );
}

/** Words that call everything done, or in the sentence of the shortfall itself its own target. */
export const doneClaims = (
  report: ReportText,
  statements: readonly Statement[],
  own: Statement,
): Claim[] => [...claimsOf(report, statements, ALL_DONE), ...claimsOf(report, [own], DONE_HERE)];
