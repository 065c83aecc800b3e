import { roundingOf, type Figure } from '../facts/figure';
import { isMistyped, rounded } from '../facts/slip';
import type { Weighed } from '../facts/weigh';
import { isChange, type Statement } from '../facts/statement';

/** An amount told behind its share: 中央补贴47.5%为614.39万元. */
export interface AmountByShare {
  readonly share: Figure;
  readonly amount: Figure;
  readonly whole: Figure;
  readonly weighed: Weighed;
}

const BINDS = /^(?:的?比例)?[^，。；\d%率占]{0,8}?(?:为|即|计|，计|，即|共|是)(?:约|人民币|资金)?$/;

/** The amounts of a sentence that are not what their share makes of any total told before. */
export function amountsByShare({ figures, text, before }: Statement): AmountByShare[] {
  const bound = figures.flatMap((share, index) => {
    const amount = figures[index + 1];
    const binds = share.kind === 'percent' && amount?.kind === 'money' && amount.per === null;
    return binds &&
      !isChange(share) &&
      !/率|度$/.test(share.label.slice(-3)) &&
      BINDS.test(text.slice(share.end, amount.start))
      ? [{ share, amount }]
      : [];
  });
  if (bound.length === 0) return [];
  const amounts = new Set(bound.map(({ amount }) => amount));
  const first = bound[0]?.share.start ?? 0;
  const isWhole = (figure: Figure): boolean =>
    figure.kind === 'money' && figure.per === null && !amounts.has(figure) && !isChange(figure);
  const own = figures.filter((figure) => figure.start < first && isWhole(figure));
  const wholes = own.length > 0 ? own : (before?.figures ?? []).filter(isWhole);
  const held = wholes.filter((whole) =>
    bound.some(({ share, amount }) => fits(share, amount, whole)),
  );
  return bound.flatMap(({ share, amount }): AmountByShare[] => {
    // （养老16%计17.6万元），缴费基数110万元: the base may be told behind.
    if ([...wholes, ...figures.filter(isWhole)].some((whole) => fits(share, amount, whole)))
      return [];
    const whole = held[0] ?? (wholes.length === 1 ? wholes[0] : undefined);
    if (!whole || whole.value < amount.value * 0.5 || amount.rough || whole.rough) return [];
    const expected = ((whole.value * share.value) / 100 / amount.factor).toFixed(amount.decimals);
    const bound = held.length > 0 || isMistyped(expected, amount.text) || own.length === 1;
    // 53.5% may after all be what was reckoned.
    const explicit = bound && !wholes.some((one) => fits(share, amount, one, true));
    const suspects = [
      rounded(amount, (whole.value * share.value) / 100),
      rounded(share, (amount.value / whole.value) * 100),
      rounded(whole, (amount.value / share.value) * 100),
    ];
    return [{ share, amount, whole, weighed: { explicit, suspects } }];
  });
}

/** `loosely`: whatever the share, it stands for all that round to it. */
function fits(share: Figure, amount: Figure, whole: Figure, loosely = false): boolean {
  const expected = (whole.value * share.value) / 100;
  // A share agreed on (65%, 47.5%) is exact; another, reckoned, stands for all that round to it.
  const slack = (whole.value * 10 ** -share.decimals * 0.5) / 100;
  const agreed = share.decimals === 0 ? share.value % 5 === 0 : (share.value * 10) % 5 === 0;
  const exact = agreed && !loosely ? 0 : slack;
  return (
    Math.abs(expected - amount.value) <=
    exact + Math.max(roundingOf(amount) * 2, expected * 5e-5) + 1e-6
  );
}
