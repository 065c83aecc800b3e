import type { Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';
import type { Sum } from './sum';

/** `12万元+13万元=25万元`, `甲12万元+乙13万元，合计25万元`, `25万元，即12万元+13万元`. */
export function plusSums({ text }: Statement, figures: readonly Figure[]): Sum[] {
  const sums: Sum[] = [];
  for (let index = 0; index < figures.length; index += 1) {
    const parts = plusRun(text, figures, index);
    const last = parts.at(-1);
    if (!last || parts.length < 2) continue;
    const [before, after] = [figures[index - 1], figures[index + parts.length]];
    const unit = parts.find((part) => part.unit !== '')?.unit ?? '';
    const fits = (figure: Figure): boolean => figure.unit === unit || unit === '';
    const follows =
      after && fits(after) && AFTER_PLUS.test(text.slice(last.end, after.start)) ? after : null;
    const first = parts[0]?.start ?? 0;
    const precedes =
      before && fits(before) && BEFORE_PLUS.test(text.slice(before.end, first)) ? before : null;
    const total = follows ?? precedes;
    const bare = !/[-－−×*÷/]$/.test(text.slice(0, first));
    const isOver = /^[）)][/／÷×*]/.test(text.slice(last.end));
    if (total && bare && !isOver && !total.rough) sums.push({ total, parts, listed: 'all' });
    index += parts.length - 1;
  }
  return sums;
}

const AFTER_PLUS =
  /^[^+＋，。；\d×*]{0,6}(?:[=＝]|[，,]?[^，。；\d]{0,6}(?:共计?|合计|总计|等于|总额|总共)[^，。；\d]{0,6})$/;
const BEFORE_PLUS =
  /^[^，。；\d]{0,4}(?:[，,]?(?:即|分别是?|由|包括|[=＝])|[：:])[^，。；\d+＋]{0,12}$/;

/** Figures joined by +, from one on. */
function plusRun(text: string, figures: readonly Figure[], from: number): Figure[] {
  const run: Figure[] = [];
  for (let index = from; index < figures.length; index += 1) {
    const figure = figures[index];
    const last = run.at(-1);
    if (!figure) break;
    if (
      last &&
      !/^[^，。；\d×*=＝]{0,10}[+＋][^，。；\d×*=＝]{0,16}$/.test(
        text.slice(last.end, figure.start),
      )
    )
      break;
    run.push(figure);
  }
  return run;
}
