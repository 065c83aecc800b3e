import { multiply, subtract } from '../../quantity/exact';
import { degreeOf, sharedPairs, withSigns } from './agreement';
import { pointsOf } from './item-points';
import type { Reading } from './reading';
import type { RowFacts } from './row-facts';
import type { Clause } from './standard';
import { one } from './steps';

/** 其余均已实行: the others are there. */
const RESTS = /^(?:其余|其他|其它)(?!.*(?:未|没|无|不|缺|部分|基本))/;
const LACKING = /缺|少|未|没|无|不/;

/**
 * 制度健全、责任明确、经费有保障得5分,每缺一项扣2分, and 管护经费尚未落实: a price for each thing of a list
 * that the row denies by name. Null unless every part of the row speaks of just one of them.
 */
export function missingOfList({ items, points }: Clause, told: RowFacts): Reading | null {
  const facts = { ...told, fragments: told.fragments.filter(({ text }) => !RESTS.test(text)) };
  const [award, step, ...more] = items;
  if (award?.kind !== 'award' || award.per || step?.kind !== 'deduct' || more.length > 0)
    return null;
  if (step.per?.kind !== 'count' || step.per.amount !== 1 || !LACKING.test(step.per.what))
    return null;
  const things = award.clause.split(/[、,;]/).filter((thing) => thing.length > 1);
  if (things.length < 3 || facts.figures.length > 0) return null;
  const said = facts.fragments.map(({ text }) => text);
  const open = things.filter((thing) => !said.includes(thing));
  const answers = facts.fragments.map(({ text }) => {
    // 缺采购、合同制度: what follows is denied too.
    const listed = facts.text.includes(`${text}、`) && /^(?:缺|无|未|没)/.test(text);
    return listed || degreeOf(text) !== ''
      ? null
      : { thing: things.includes(text) ? text : thingOf(text, open), text };
  });
  if (facts.fragments.some(({ text }) => withSigns(text).includes('¬') && !isLacking(text)))
    return null;
  if (answers.some((answer) => answer === null || answer.thing === null)) return null;
  const known = answers.filter((answer) => answer !== null);
  const missing = new Set(
    known.filter(({ text }) => withSigns(text).includes('¬')).map(({ thing }) => thing),
  );
  const kept = known.filter(({ text }) => !withSigns(text).includes('¬'));
  if (missing.size === 0 || kept.some(({ thing }) => missing.has(thing))) return null;
  const lost = multiply(missing.size, pointsOf(step, points)[1]);
  return {
    span: one(Math.max(0, subtract(points, lost))),
    rule: step.text,
    fact: known
      .filter(({ thing }) => missing.has(thing))
      .map(({ text }) => text)
      .join(','),
    sum: `${points} − ${lost}`,
  };
}

/** 缺预算表, 经费尚未落实: that it is not there; 预算表未细化 says that it is. */
const isLacking = (text: string): boolean =>
  !/[和与及]/.test(text) &&
  /^(?:仅|只|尚|仍)?(?:缺少?|没有|无|未(?:提供|建立|提交|制定|配备|设立|编制|落实))|(?:尚|仍|还)?(?:未|没有)(?:提供|建立|提交|制定|配备|设立|编制|落实|到位|报送)$/.test(
    text,
  );

/** The one thing of a list that a text shares most words with. */
function thingOf(text: string, things: readonly string[]): string | null {
  const ranked = things
    .map((thing) => ({ thing, shared: sharedPairs(text, thing) }))
    .sort((a, b) => b.shared - a.shared);
  const [best, next] = ranked;
  return best && best.shared > (next?.shared ?? 0) ? best.thing : null;
}
