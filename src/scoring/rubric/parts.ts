import { compare, multiply, sum } from '../../quantity/exact';
import { intervalsIn } from './interval';
import type { Item } from './items';
import type { Clause, Standard } from './standard';
import { REST } from './tiers';

/** Rules that each have points of their own and add up. */
export function partsOf(text: string, items: readonly Item[], weight: number): Standard | null {
  const listed = listedParts(text, items, weight);
  if (listed) return { kind: 'parts', parts: listed, whole: true };
  const each = givenEach(items, weight);
  if (each) return { kind: 'parts', parts: each, whole: true };
  const groups: Item[][] = [];
  for (const item of items) {
    const own =
      item.kind === 'award' &&
      !item.per &&
      item.points !== 'full' &&
      item.points[0] > 0 &&
      !item.bonus;
    if (own && !REST.test(item.clause)) groups.push([item]);
    else if (groups.length > 0) groups.at(-1)?.push(item);
    else return null;
  }
  if (groups.length < 2) return null;
  const step = stepOfAll(text, groups.at(-1) ?? []);
  const parts = groups.map((own, index): Clause => {
    const [first] = own;
    const group =
      step && index < groups.length - 1 && asksForShare(first?.clause ?? '') ? [...own, step] : own;
    const points = first && first.points !== 'full' ? first.points[1] : 0;
    return {
      points,
      items: group.filter((item) => !restates(item, points)),
      label: first?.clause ?? '',
      nested: null,
    };
  });
  const total = sum(parts.map(({ points }) => points));
  const top = Math.max(...parts.map(({ points }) => points));
  if (top >= weight) return null;
  if (compare(total, weight) === 0) return { kind: 'parts', parts, whole: true };
  const truncated = /…|截断|\.\.\./.test(text);
  const numbered = items.filter((item) => item.numbered).length >= 2;
  return total < weight && (truncated || numbered) ? { kind: 'parts', parts, whole: false } : null;
}

const asksForShare = (clause: string): boolean =>
  intervalsIn(clause).some(({ unit }) => unit === '%');

/**
 * 6月底达到50%得3分,11月底达到90%得3分,每低1个百分点扣0.1分: what a step behind all of them takes off each. Behind
 * the last of several sentences it is that one's.
 */
function stepOfAll(text: string, [, step, ...more]: readonly Item[]): Item | null {
  if (step?.kind !== 'deduct' || step.per?.kind !== 'percent' || step.per.bound !== '') return null;
  const ahead = text.slice(0, text.indexOf(step.text));
  return more.length === 0 && (/[;。]$/.test(ahead) || !/[;。①-⑳]/.test(ahead)) ? step : null;
}

/** 每少一项扣1分 after parts of a point each says them once more. */
const restates = ({ kind, per, points }: Item, own: number): boolean =>
  kind === 'deduct' &&
  per !== null &&
  per.kind === 'count' &&
  /项|点|条|个/.test(per.unit) &&
  points !== 'full' &&
  points[1] === own;

const EACH = /(?:,?(?:每项|每个|每条)|的?各)(?:得|计|记|给|为)?$/;
/** What a list says of all its things: 未超预算 of 会议费、培训费未超预算. */
const PREDICATE = /(?:均|都|全部)?(?:未|不|按|达|符合|已|及时|完整|齐全|规范|合规|无).*$/;

/** 健全, 合理: how a thing of a list should be. */
const ADJECTIVE = /[全理确实效行时位整备善分]$/;

/** 会议费、培训费未超预算各得1分: things that each give the same points. */
function givenEach(items: readonly Item[], weight: number): readonly Clause[] | null {
  const [only, ...more] = items;
  if (!only || only.kind !== 'award' || only.points === 'full' || more.length > 0) return null;
  const each = only.points[1];
  const given = /(?:每项|每个|每条)\d|各[得计记给为]?\d/.test(only.text);
  const list = only.condition.replace(EACH, '').replace(/^[^:]*:/, '');
  const things = list
    .split(/[、,;]|(?<=[\u4e00-\u9fff])[和与及](?=[\u4e00-\u9fff])/)
    .filter((one) => one.length > 1);
  if (!given || things.length < 2 || compare(multiply(each, things.length), weight) !== 0)
    return null;
  const said = /\d/.test(list) ? '' : (PREDICATE.exec(things.at(-1) ?? '')?.[0] ?? '');
  return things.map((thing) => ({
    points: each,
    items: [],
    label: thing.endsWith(said) ? thing : thing + said,
    nested: null,
  }));
}

/** The sentences of a list, or of one sentence its things: 签订及时、要素齐全、归档完整. */
function sentencesOrNames(list: string): readonly string[] {
  const sentences = list.split(/[;。]/).filter((part) => part !== '');
  const isList = sentences.length === 1 && !/[\d:]/.test(list);
  return isList ? (sentences[0] ?? '').replace(/,$/, '').split('、') : sentences;
}

/** 每项达到目标值得1分 after a list: each piece of the list is a part. */
function listedParts(
  text: string,
  items: readonly Item[],
  weight: number,
): readonly Clause[] | null {
  const each =
    items.find(
      (item) => item.per !== null && /项|点|条/.test(item.per.unit) && item.per.amount === 1,
    ) ?? items.find((item) => /每.{0,3}[项点条].{0,12}(?:该项|相应|对应)/.test(item.condition));
  if (!each || items.length > 2) return null;
  if (
    each.per &&
    !/^(?:有|少|缺少|缺|完成|做到|达到|符合|实现|不|未|没|存在|出现)*/.test(each.per.what)
  )
    return null;
  const at = each.condition.search(/每|一项|以上/);
  const list = at < 0 ? '' : text.slice(0, text.indexOf(each.condition) + at);
  const numbered = list
    .split(/[①-⑳]|(?:^|[;。,:])\(?\d{1,2}[.、)](?!\d)/)
    .filter((part) => part.trim() !== '');
  const opening = list.search(/[①-⑳]|(?:^|[;。,:])\(?\d{1,2}[.、)](?!\d)/);
  const pieces =
    opening >= 0
      ? numbered.slice(opening > 0 && !/^[;。,:]/.test(list.slice(opening)) ? 1 : 0)
      : sentencesOrNames(list);
  if (pieces.length < 2 || each.points === 'full') return null;
  // 申请书、预算表,每缺一项: of things by name, whether they are there and not how they are.
  if (
    opening < 0 &&
    pieces.length > 2 &&
    /缺|少/.test(each.per?.what ?? '') &&
    pieces.every((piece) => !PREDICATE.test(piece) && !ADJECTIVE.test(piece))
  )
    return null;
  const points = each.points[1];
  if (compare(multiply(points, pieces.length), weight) !== 0) return null;
  return pieces.map((piece) => ({
    points,
    items: [],
    label: piece.replace(/^[,;。:]+|[,;。:]+$/g, ''),
    nested: null,
  }));
}
