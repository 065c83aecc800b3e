import type { Told } from './figures-told';
import { bearsFault, faultsIn, isOneOfAll, sameDenial, sharedPairs, withSigns } from './agreement';
import { measureOf } from '../../quantity/units';
import { boundHolds, shareHolds } from './bound-holds';
import { isZero, pointsOf } from './item-points';
import type { Item } from './items';
import { distanceFrom, LABELLED_OVER, LABELLED_UNDER } from './loss';
import { amountSide, lossOf } from './losses';
import type { Reading } from './reading';
import { DUE, pairTold, type RowFacts } from './row-facts';
import { one } from './steps';

/** A rule that takes all or much for one thing: 与实际不符的扣30分, 发现一起扣完. */
export function vetoed(items: readonly Item[], facts: RowFacts, points: number): Reading | null {
  for (const item of items) {
    if (isZero(item) && item.per) {
      const loss = lossOf({ ...item, points: [1, 1] }, [], facts, 1);
      const { what } = item.per;
      const named =
        /^(?:发现|存在|发生|出现|有|的)*$/.test(what + item.condition.replace(/每?[一1]?.$/, '')) ||
        sharedPairs(loss?.fact ?? '', item.condition) > 0;
      if (loss && loss.span[0] > 0 && named)
        return { span: one(0), rule: item.text, fact: loss.fact, sum: '' };
    }
    if (
      item.per ||
      !(isZero(item) || (item.kind === 'deduct' && pointsOf(item, points)[0] >= points))
    )
      continue;
    const held =
      vetoHolds(item, items, facts) ??
      shareHolds(item.condition, facts) ??
      amountHolds(item, facts);
    if (held?.held === true) return { span: one(0), rule: item.text, fact: held.fact, sum: '' };
    const said = facts.fragments.find(({ text }) => speaksOf(text, item.condition));
    if (said) return { span: one(0), rule: item.text, fact: said.text, sum: '' };
  }
  return null;
}

/** What a price counts is a fault by being its: a figure behind its words, short of or above what was due, or alone. */
const tellsOf = (
  { label, after, value, unit }: Told,
  facts: RowFacts,
  steps: readonly Item[],
): boolean =>
  withSigns(label + after).includes('¬') ||
  LABELLED_OVER.test(label) ||
  LABELLED_UNDER.test(label) ||
  facts.text === `${value}${unit}` ||
  (!DUE.test(label) &&
    steps.some(
      ({ condition }) =>
        sharedPairs(label + after, condition) > 1 ||
        (label.length > 1 && condition.includes(label.slice(-2))),
    ));

/**
 * 少完成3项以上不得分: whether the count of what went wrong keeps its bound. A figure that tells of
 * nothing wrong (12项,全部完成) is no such count; what is short of or above what was due is.
 */
function vetoHolds(
  item: Item,
  items: readonly Item[],
  facts: RowFacts,
): ReturnType<typeof boundHolds> {
  const steps = items.filter(({ kind, per }) => kind === 'deduct' && per && per.kind !== 'percent');
  const [step] = steps;
  if (!step) return boundHolds(item.condition, facts);
  const wrong = facts.figures.filter((told) => tellsOf(told, facts, [...steps, item]));
  const pair = wrong.length === facts.figures.length ? null : pairTold(facts);
  const side = step.per && amountSide(step.per.what);
  if (pair && side) {
    const excess = distanceFrom(pair.whole.value, pair.done.value, side);
    const figure = { ...pair.done, label: '', after: '', value: Math.max(0, excess) };
    return boundHolds(item.condition, { ...facts, figures: [figure] });
  }
  return wrong.length === 0 ? null : boundHolds(item.condition, { ...facts, figures: wrong });
}

const SUM_OF_FAULTS = /^(?:涉及|涉案)?(?:金额|资金)?(?:合计|共计|总计|共)?$/;

/** 违规金额超过10万元的不得分 beside a price for each: 违规2笔,金额合计12万元. */
function amountHolds({ condition }: Item, facts: RowFacts): ReturnType<typeof boundHolds> {
  const sums = facts.figures.filter(
    ({ label, unit }) =>
      measureOf(unit).measure === 'money' &&
      label !== '' &&
      (SUM_OF_FAULTS.test(label) || sharedPairs(label, condition) > 0),
  );
  return boundHolds(condition, { ...facts, figures: sums });
}

const GUARDS = /防|避免|杜绝|严禁|禁止|整改|纠正/;

/** 有3.5万元被挪用于办公经费 beside 发现挤占、挪用的: one of the faults that a rule lists. */
const namesFaultOf = (fragment: string, rule: string): boolean =>
  !rule.includes('¬') &&
  rule.includes('、') &&
  bearsFault(fragment) &&
  !GUARDS.test(fragment) &&
  faultsIn(fragment).every((fault) => rule.includes(fault));

/** The fragment says just what a rule punishes, denial for denial: 与实际不符, 不齐全. */
export function speaksOf(fragment: string, condition: string): boolean {
  const rule = withSigns(condition.split(/[,;。]/).at(-1) ?? '')
    .replace(/的$/, '')
    .replace(/^(?:发现|有|存在|出现|如|若|凡)/, '');
  const said = withSigns(fragment);
  if (rule.length < 2 || said.length < 2 || /^¬?$/.test(said)) return false;
  // 无漏报 beside 漏报: denied once more.
  if (rule.split('¬').length < said.split('¬').length && said.includes('¬¬')) return false;
  if (isOneOfAll(fragment, condition.split(/[,;。]/).at(-1) ?? '')) return false;
  if (rule === said || rule.endsWith(said) || said.endsWith(rule)) {
    return said.includes('¬') === rule.includes('¬');
  }
  if (said.startsWith(rule) && !said.slice(rule.length).includes('¬')) return true;
  if (namesFaultOf(fragment, rule)) return true;
  return (
    said.includes('¬') &&
    rule.includes('¬') &&
    sharedPairs(fragment, condition) >= 2 &&
    sameDenial(fragment, condition) &&
    said.length <= 14 &&
    rule.length <= 16
  );
}
