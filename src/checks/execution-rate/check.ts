import type { Finding } from '../../model/finding';
import type { Profile } from '../../model/profile';
import type { BudgetRow } from '../../model/table';
import { multiply, quotient, roundHalfUp } from '../../quantity/exact';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { distance } from '../difference';
import { percent } from '../../scoring/figures';
import { denominatorOf } from '../../scoring/execution-rate';
import { rateOf, sumRate } from '../funds';
import { mistypedAmount } from '../mistyped-amount';
import { brief } from '../wording';

/** 0.05 percentage points. */
const TOLERANCE = 0.0005;

/** The total row and each part with its own printed rate; a part that repeats the total's once. */
export const executionRate = defineCheck({
  id: 'execution-rate',
  code: 'JX301',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['funds'],
  toldWith: { sameSlip: ['overspent'] },
  texts: {
    'zh-CN': {
      title: '执行率算得不对',
      message: {
        plain: '“{name}”的执行率写的是 {found}，按 {executed} ÷ {budget} 应为 {expected}。',
        rounded: '“{name}”的执行率 {found} 是 {expected} 取整后的数，计分请用 {expected}。',
        blank: '“{name}”填了得分，执行率是空的；按 {executed} ÷ {budget} 是 {expected}。',
      },
      why: '执行率直接决定预算执行得分。',
      fix: '请把执行率改为 {expected}，或核对预算数和执行数。',
      fixes: {
        rounded: '请把执行率改为 {expected}。',
        blank: '请填写执行率 {expected}。',
        amounts: '请核对预算数和执行数：多半有一个填错，或者元和万元混用。',
      },
      basis:
        '自评表表头：执行率＝全年执行数(B)÷全年预算数(A)（天长市2022年、中江县2022年公开自评表）',
    },
    en: {
      title: 'Execution rate is wrong',
      message: {
        plain: 'The 执行率 of “{name}” says {found}; {executed} ÷ {budget} is {expected}.',
        rounded:
          'The 执行率 {found} of “{name}” is {expected} rounded or cut; score with {expected}.',
        blank: '“{name}” has a score but no 执行率; {executed} ÷ {budget} is {expected}.',
      },
      why: 'The rate decides the score of the funds row.',
      fix: 'Change the rate to {expected}, or check the amounts.',
      fixes: {
        rounded: 'Change the rate to {expected}.',
        blank: 'Fill in the rate, {expected}.',
        amounts: 'Check both amounts: one is most likely mistyped, or 元 and 万元 are mixed.',
      },
      basis:
        'Header of the form: 执行率 = 全年执行数(B) ÷ 全年预算数(A) (Tianchang 2022, Zhongjiang 2022)',
    },
  },
  find(say, context) {
    const { facts, profile, budget } = context;
    const { total, parts, scored } = facts.funds;
    const found: Finding[] = [];
    const look = (row: BudgetRow, rate: number | null): void => {
      const printed = row.rate?.value ?? null;
      if (row.rate === null || rate === null) return;
      // Of no budget there is no rate, whatever was spent (overspent).
      if (denominatorOf(row, profile) === 0 && (row.executed?.value ?? 0) > 0) return;
      if (printed === null) {
        if (row === scored && isLeftOpen(row))
          found.push(
            say(row.rate.cell, {
              severity: 'info',
              variant: 'blank',
              data: amountsOf(row, profile),
              expected: percent(rate),
            }),
          );
        return;
      }
      if (distance(printed, rate) <= TOLERANCE) return;
      // The rate follows from the parts: the total row's amounts are the mistake.
      const ofParts = row === total ? sumRate(parts, profile) : null;
      if (ofParts !== null && ofParts !== rate && distance(printed, ofParts) <= TOLERANCE) return;
      const rounded = isRounding(printed, rate);
      // Rounding that costs no points is no matter for a line of its own.
      const points = multiply(row.weight?.value ?? 0, distance(printed, rate));
      if (rounded && row.weight?.value != null && points <= profile.tolerance.silent) return;
      const slip = mistypedAmount(row, profile);
      found.push(
        say(row.rate.cell, {
          severity: rounded ? 'info' : 'error',
          variant: rounded ? 'rounded' : 'plain',
          // No rate is more than all of it.
          advice: rate > 1 ? 'amounts' : undefined,
          data: {
            ...amountsOf(row, profile),
            ...(slip?.rightsRate === true && { likely: slip.value }),
          },
          expected: percent(rate),
          found: percent(printed),
        }),
      );
    };
    const main = total ?? scored;
    if (main)
      look(main, main === scored ? (budget?.rate ?? rateOf(main, profile)) : rateOf(main, profile));
    for (const part of parts) {
      const repeats =
        part.rate?.value === main?.rate?.value &&
        part.executed?.value === main?.executed?.value &&
        denominatorOf(part, profile) === (main ? denominatorOf(main, profile) : null);
      if (part !== main && !repeats) look(part, rateOf(part, profile));
    }
    return found;
  },
});

const amountsOf = (row: BudgetRow, profile: Profile) => ({
  name: brief(row.label),
  executed: row.executed?.value ?? '',
  budget: denominatorOf(row, profile) ?? '',
});

/** Scored, and nothing stands where the form has the rate. */
const isLeftOpen = ({ rate, score }: BudgetRow): boolean =>
  rate !== null && rate.raw === null && rate.formula === null && score?.value != null;

/** Whether the printed rate is the computed one rounded or cut to the decimals it was printed with. */
function isRounding(printed: number, rate: number): boolean {
  const shown = multiply(printed, 100);
  const exact = multiply(rate, 100);
  const places = (String(shown).split('.')[1] ?? '').length;
  if (places > 4) return false;
  const cut = Math.floor(multiply(exact, 10 ** places));
  return roundHalfUp(exact, places) === shown || quotient([cut], [10 ** places], places) === shown;
}
