import type { Quantity } from '../../model/quantity';
import { commensurable, isTenThousandfold } from '../../quantity/compare-quantity';
import { COUNTING_WORDS, type CountedGroup } from '../../quantity/counting-words';
import { figureInSentence } from '../../quantity/figure-in-sentence';
import { periodOf, withoutPeriod } from '../../quantity/periods';
import { conversion, isUnknownUnit, looseConversion } from '../../quantity/units';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

export const unitMismatch = defineCheck({
  id: 'unit-mismatch',
  code: 'JX410',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  silences: ['unmet-full-score', 'score-not-computed', 'met-not-full', 'over-achieved'],
  texts: {
    'zh-CN': {
      title: '完成值与目标值单位不一致',
      message: {
        plain: '“{name}”的年度指标值是“{expected}”，实际完成值是“{found}”，单位不能换算。',
        money: '“{name}”的年度指标值是“{expected}”，实际完成值是“{found}”，可能混用了元和万元。',
        asked:
          '“{name}”的年度指标值是“{expected}”，实际完成值是“{found}”，请确认数的是同一样东西。',
      },
      why: '单位不同的数不能比较，元和万元相差一万倍。',
      fix: '请把两个值写成同一单位。',
      basis:
        '目标值与完成值同一单位才能比（审核经验）；池州市棠溪镇2022年、丽江市古城区2020年公开自评表为实例',
    },
    en: {
      title: 'Units do not agree',
      message: {
        plain:
          'The target of “{name}” is “{expected}”, the actual value “{found}”: the units do not convert.',
        money:
          'The target of “{name}” is “{expected}”, the actual value “{found}”: 元 and 万元 may be confused.',
        asked:
          'The target of “{name}” is “{expected}”, the actual value “{found}”: do both count the same?',
      },
      why: 'Figures of different units cannot be compared; 元 and 万元 are a factor of 10,000 apart.',
      fix: 'Write both in one unit.',
      basis:
        'Target and result are compared in one unit (reviewing practice); seen in Chizhou 2022 and Lijiang 2020',
    },
  },
  soundRow(say) {
    return ({ target: asked, actual: done, actualCell, name }) => {
      const target = figureOf(asked, 'target');
      const actual = figureOf(done, 'actual');
      if (actualCell === null || target.value === null || actual.value === null) return null;
      // Of a sentence only a share beside an amount is sure to be another thing.
      if ((target !== asked || actual !== done) && actual.unit !== '%') return null;
      if (target.kind === 'date' || actual.kind === 'date') return null;
      const confused =
        target.unit === actual.unit
          ? isTenThousandfold(target.value, actual.value) && isMoneyLike(target.unit)
          : areOfOtherUnits(target, actual) || isMoneyTenThousandfold(target, actual);
      const isAsked = !confused && areCountedOtherwise(target.unit, actual.unit);
      if (!confused && !isAsked) return null;
      const share = target.unit === '%' || actual.unit === '%';
      const money = !share && [target.unit, actual.unit].some((unit) => unit?.includes('元'));
      return say(actualCell, {
        ...(isAsked && { severity: 'info' }),
        variant: isAsked ? 'asked' : money ? 'money' : 'plain',
        data: { name: brief(name), unit: target.unit ?? '', actualUnit: actual.unit ?? '' },
        expected: brief(asked.text),
        found: brief(done.text),
      });
    };
  },
});

/** The quantity, or the one figure of a worded one. */
function figureOf(quantity: Quantity, role: 'target' | 'actual'): Quantity {
  if (quantity.kind !== 'qualitative') return quantity;
  const said = figureInSentence(quantity.text, role);
  return said?.change === null ? said.figure : quantity;
}

/**
 * 每周1次 beside 50次 differs in the period, and 2个月 beside 60天 in the calendar, which is no other unit;
 * of a word that nobody knows nobody can say what it measures.
 */
function areOfOtherUnits(target: Quantity, actual: Quantity): boolean {
  const figures = commensurable(target, actual);
  if (!('problem' in figures) || figures.problem !== 'unit') return false;
  const units = [target.unit ?? '', actual.unit ?? ''] as const;
  const isUnknown = (unit: string): boolean => unit !== '' && isUnknownUnit(withoutPeriod(unit));
  if (looseConversion(...units) !== null || units.some(isUnknown)) return false;
  const counted = [target, actual].map((side) => withoutPeriod(side.unit ?? ''));
  const [first = '', second = ''] = counted;
  const differ = periodOf(target.unit ?? '') !== periodOf(actual.unit ?? '');
  return !differ || conversion(first, second) === null;
}

/** 8000卷 beside 8126件: a word that holds things beside one that counts them; 个 counts whatever there is. */
const areCountedOtherwise = (target: string | null, actual: string | null): boolean =>
  [target, actual].some((unit) => HOLDING.has(unit ?? '')) &&
  [target, actual].some((unit) => COUNTING.has(unit ?? ''));
const wordsOf = (group: CountedGroup | null): readonly string[] =>
  COUNTING_WORDS.flatMap((one) =>
    one.group === group && one.inProse === one.word ? one.word : [],
  );
const HOLDING: ReadonlySet<string> = new Set(wordsOf(null).filter((word) => isUnknownUnit(word)));
const COUNTING: ReadonlySet<string> = new Set(
  wordsOf('thing').filter((word) => word !== '个' && word !== '项'),
);

/** 288元 beside 288万元. */
function isMoneyTenThousandfold(target: Quantity, actual: Quantity): boolean {
  if (![target.unit, actual.unit].every((unit) => unit?.includes('元'))) return false;
  const figures = commensurable(target, actual);
  return !('problem' in figures) && isTenThousandfold(figures.target, figures.actual);
}

const MONEY = /[元万亿]/;

function isMoneyLike(unit: string | null): boolean {
  return unit !== null && MONEY.test(unit);
}
