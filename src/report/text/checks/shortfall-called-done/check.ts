import { defineReportCheck, placeIn } from '../../check';
import type { Claim } from '../../facts/claims';
import { written } from '../../facts/figure';
import { doneClaims, ownClaim, shortfallsOf, type Shortfall } from '../../relations/shortfalls';

export const shortfallCalledDone = defineReportCheck({
  id: 'shortfall-called-done',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '没有达到目标却说完成',
      message: '写的是“{claim}”，而第{paragraph}段目标{expected}、实际{found}，没有达到。',
      fix: '写清哪些指标完成、哪些没有完成和原因。',
      basis: '规则 F11：结论与所列的目标值、完成值一致',
    },
    en: {
      title: 'A target missed and called met',
      message: 'It says “{claim}”, but in paragraph {paragraph} {found} was reached of {expected}.',
      fix: 'Say which targets were met, which were not, and why.',
      basis: 'Rule F11: what is concluded fits the target and the value',
    },
  },
  find: ({ report, statements }, say) => {
    const told = (shortfall: Shortfall, claim: Claim) =>
      say(placeIn(claim.statement, claim.at), {
        severity: shortfall.sure ? 'warning' : 'info',
        data: { claim: claim.found, paragraph: shortfall.statement.paragraph },
        expected: written(shortfall.target),
        found: written(shortfall.actual),
      });
    const [first, ...others] = shortfallsOf(statements);
    if (!first) return [];
    const [claim] = doneClaims(report, statements, first.statement);
    const own = others.flatMap((shortfall) => {
      const here = ownClaim(report, shortfall);
      return here ? [told(shortfall, here)] : [];
    });
    return [...(claim ? [told(first, claim)] : []), ...own];
  },
});
