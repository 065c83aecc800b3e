import { readChineseNumber } from '../../quantity/chinese-number';
import { sum } from '../../quantity/exact';
import { normaliseText } from '../../quantity/normalise';

const CLAUSES = /[,;:。;、!?\n]+/;
const NUMBER = '(\\d{1,4}(?:\\.\\d{1,4})?|[一二两三四五六七八九十]{1,3})';
const DEDUCTION = new RegExp(`扣(?:除|减|掉|了|去|分)?${NUMBER}分`, 'g');
/** Words of a scoring rule rather than of what was done. */
const RULE = /每|扣完为止|否则|不得分|如果|最多|最高/;
const TOTAL = /共|合计|总计|累计/;

/**
 * The points a 扣分原因 names in clauses such as 扣2分. A clause with 共 or 合计 is their sum. Null where
 * it names none, quotes a rule (每少1项扣1分), or its clauses and its sum disagree.
 */
export function readDeductions(reason: string): number | null {
  if (reason.length > 2000) return null;
  const parts: number[] = [];
  const totals: number[] = [];
  for (const clause of normaliseText(reason).split(CLAUSES)) {
    if (!clause.includes('扣') || clause.includes('不扣') || clause.includes('未扣')) continue;
    const found = Array.from(clause.matchAll(DEDUCTION), ([, text = '']) =>
      /\d/.test(text) ? Number(text) : readChineseNumber(text),
    );
    if (RULE.test(clause)) return null;
    for (const points of found) {
      if (points === null) return null;
      (TOTAL.test(clause) ? totals : parts).push(points);
    }
  }
  const [total, ...more] = totals;
  if (total === undefined) return parts.length === 0 ? null : sum(parts);
  return more.length === 0 && (parts.length === 0 || sum(parts) === total) ? total : null;
}
