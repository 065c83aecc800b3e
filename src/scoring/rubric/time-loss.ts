import { quotient, subtract } from '../../quantity/exact';
import { boundBefore } from './amount-loss';
import type { Item } from './items';
import { type Loss, loss } from './loss';
import type { Per } from './per-unit';
import type { RowFacts } from './row-facts';
import { sameUnit } from './in-unit';
import { one } from './steps';

/** In days where the unit is days or weeks, in months where it is months or years. */
const SCALES: Readonly<Record<string, readonly [string, number]>> = {
  天: ['天', 1],
  日: ['天', 1],
  周: ['天', 7],
  工作日: ['工作日', 1],
  月: ['月', 1],
  季度: ['月', 3],
  季: ['月', 3],
  年: ['月', 12],
  小时: ['小时', 1],
  分钟: ['分钟', 1],
};
const scaleOf = (unit: string): readonly [string, number] | null =>
  SCALES[unit.replace(/^个/, '')] ?? null;

const LATE = /滞后|延迟|延期|延误|逾期|推迟|迟|晚|滞留|拖|超期|超时|超/;
const IN_TIME =
  /按时|按期|及时|如期|按规定时间|准时|提前|未(?:滞|延|逾|超|拖|推)|没有(?:滞|延|逾|超|拖)|无(?:滞|延|逾|拖)/;

const NOT_IN_TIME =
  /(?:[未没不无]|没有|未能|无法)[能够法]?(?:全部|完全|都)?(?:按时|按期|及时|如期|按规定时间|准时)/;

/** What a delay costs; null where the row tells none. */
export function timeLoss(
  item: Item,
  per: Per,
  before: readonly Item[],
  facts: RowFacts,
  points: number,
): Loss | null {
  const asked = scaleOf(per.unit);
  if (!asked) return null;
  const told = facts.figures.filter(({ unit, label, after }) => {
    const scale = scaleOf(unit);
    return (
      scale?.[0] === asked[0] &&
      !/提前|提早/.test(label) &&
      (LATE.test(label + after) || (label === '' && after === ''))
    );
  });
  const [late] = told;
  if (per.side !== 'late') return null;
  const ordinal = ordinalLoss(item, per, before, facts, points);
  if (ordinal) return ordinal;
  if (told.length === 1 && late && !late.open) {
    const scale = scaleOf(late.unit);
    const distance = quotient([late.value, scale?.[1] ?? 1], [asked[1]], 9) ?? 0;
    return loss(item, per, distance, points, `${late.label}${late.value}${late.unit}`);
  }
  const said = facts.fragments.find(({ text }) => IN_TIME.test(text) && !NOT_IN_TIME.test(text));
  const early = facts.figures.every(({ label }) => /提前|提早/.test(label));
  return told.length === 0 && said && early
    ? { span: one(0), fact: said.text, distance: 0, side: null }
    : null;
}

/** 第36日 where 30日内 was asked for. */
function ordinalLoss(
  item: Item,
  per: Per,
  before: readonly Item[],
  facts: RowFacts,
  points: number,
): Loss | null {
  const [told] = facts.figures;
  if (facts.figures.length !== 1 || !told?.label.endsWith('第') || !sameUnit(told.unit, per.unit))
    return null;
  const bound = boundBefore(item, before, per, facts);
  return bound === null
    ? null
    : loss(
        item,
        per,
        subtract(told.value, bound),
        points,
        `${told.label}${told.value}${told.unit}`,
      );
}
