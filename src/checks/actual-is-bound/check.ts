import type { Quantity } from '../../model/quantity';
import type { Indicator } from '../../model/table';
import { normaliseText } from '../../quantity/normalise';
import { measureOf } from '../../quantity/units';
import { isFigureInWords } from '../../scoring/said-figure';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

const BOUNDS = new Set(['>=', '<=', '>', '<']);

export const actualIsBound = defineCheck({
  id: 'actual-is-bound',
  code: 'JX407',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  toldWith: { inTable: ['copied-actual'] },
  texts: {
    'zh-CN': {
      title: '实际完成值写成了范围',
      message: {
        plain: '“{name}”的实际完成值是“{found}”，不是一个实际数。',
      },
      why: '完成值应是量出来、数出来的结果，不等式只能是目标。',
      fix: '请填写实际的数，例如“268米”“96%”。',
      basis:
        '完成值是量出来的数，不等式只能是目标（审核经验）；中江县水利局2022年、黄石市图书馆2022年公开自评表为实例',
    },
    en: {
      title: 'Actual value is a bound',
      message: {
        plain: 'The 实际完成值 of “{name}” is “{found}”, not a figure.',
      },
      why: 'An actual value is counted or measured; only a target can be a bound.',
      fix: 'Write the figure itself, e.g. 268米 or 96%.',
      basis:
        'A result is a figure, only a target may be a bound (reviewing practice); seen in Zhongjiang 2022 and Huangshi 2022',
    },
  },
  soundRow(say) {
    return (indicator) => {
      const { actual, actualCell, name } = indicator;
      if (actualCell === null) return null;
      const bound = isBound(actual) || (asksFigure(indicator) && saysBound(actual));
      if (!bound) return null;
      return say(actualCell, {
        ...(isTimeLimit(actual) && { severity: 'info' as const }),
        data: { name: brief(name) },
        found: brief(actual.text),
      });
    };
  },
});

/** 半个月内: of many cases each was done within that time, which is less than a figure and no mistake. */
const isTimeLimit = ({ op, unit }: Quantity): boolean =>
  (op === '<=' || op === '<') &&
  unit !== null &&
  /^(?:time|workdays|months)$/.test(measureOf(unit).measure);

const isBound = ({ op, kind }: Quantity): boolean =>
  op !== null && BOUNDS.has(op) && (kind === 'number' || kind === 'percent');

const asksFigure = (indicator: Indicator): boolean =>
  indicator.target.value !== null || isFigureInWords(indicator);

/** 满意率达95%以上: a bound that closes its clause; 60岁以上老人 names whom it is about. */
const CLOSING = /\d(?:[%‰]|[\u4e00-\u9fff]{0,3}?)(?:及|或)?以[上下内](?:$|[,，;；。、)）])/;
const LEADING = /(?:[≥≤]|不少于|不低于|至少)\d/;
const OF_PERSONS = /\d+(?:周?岁|级|年)(?:及|或)?以[上下]/;
/** 全部稽核1次以上: of many, each had as much. */
const OF_EACH = /^(?:全部|均|都|各|每)/;

function saysBound({ kind, text }: Quantity): boolean {
  if (kind !== 'qualitative') return false;
  const plain = normaliseText(text);
  if (OF_EACH.test(plain) || OF_PERSONS.test(plain)) return false;
  return CLOSING.test(plain) || LEADING.test(plain);
}
