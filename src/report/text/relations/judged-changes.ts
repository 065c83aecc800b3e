import { placeOf, type Figure } from '../facts/figure';
import { rounded, type Suspect } from '../facts/slip';
import { directionOf, type Change } from './changes';
import { countable } from './part-runs';

export interface ChangeFault {
  readonly what: 'by' | 'share' | 'direction';
  readonly figure: Figure;
  readonly expected: number;
  readonly now: Figure | null;
  readonly before: number;
  /** The figure told for what it was before. */
  readonly told: Figure | null;
  /** Only where 4万 beside 3.2万 is 4.0万, as the two were hardly rounded differently. */
  readonly asked: boolean;
}

/** What does not fit in a change; null where everything told can be right. */
export function judgeChange(change: Change): ChangeFault | null {
  const { before, mayBeBy = false, ...rest } = change;
  if (mayBeBy) {
    const fault = judgeChange({ ...rest, before });
    const other = judgeChange({ ...rest, before: null, by: before });
    // Of two readings, neither of which fits, none is sure.
    return fault && other && { ...other, asked: true };
  }
  const candidates = change.now.length > 0 ? countable(change.now).map(({ part }) => part) : [null];
  if (candidates.some((now) => faultOf(change, now) === null)) return null;
  const fault = faultOf(change, change.now.at(-1) ?? null);
  // 男620人、女380人，比上年增加100人: of which of several it is the words leave open.
  return fault && { ...fault, asked: fault.asked || change.now.length > 1 };
}

/** How a change of two figures that are told may be wrong; at what is wrong its own figures stand. */
type Wrong = Pick<ChangeFault, 'what' | 'figure' | 'expected'> &
  Partial<Pick<ChangeFault, 'asked'>>;

function faultOf(change: Change, now: Figure | null): ChangeFault | null {
  const { before, by, share, direction } = change;
  if ([before, by, share, now].some((figure) => figure?.rough || figure?.bound)) return null;
  if (before && now) {
    const wrong = wrongBetween(change, before, now);
    return wrong && { asked: false, ...wrong, now, before: before.value, told: before };
  }
  const base =
    before?.value ?? (now && by && direction !== 0 ? now.value - direction * by.value : null);
  if (base === null || base <= 0 || !by || !share) return null;
  // 2023年的6636元逐年提高，2024年比2023年增加396元，增长5.97%: of what it was told to be the year before.
  const since = /[比较](20\d\d年)/.exec(by.lead)?.[1];
  const isThen = ({ lead }: Figure): boolean => since !== undefined && lead.includes(since);
  if (change.now.some((one) => isThen(one) && shareFits(by.value, one.value, placeOf(by), share)))
    return null;
  const expected = (by.value / base) * 100;
  return shareFits(by.value, base, placeOf(by), share)
    ? null
    : { what: 'share', figure: share, expected, now, before: base, told: before, asked: false };
}

function wrongBetween({ by, share, direction }: Change, before: Figure, now: Figure): Wrong | null {
  const grown = now.value - before.value;
  const rise = Math.abs(grown);
  if (direction !== 0 && grown !== 0 && Math.sign(grown) !== direction) {
    return { what: 'direction', figure: by ?? share ?? now, expected: grown };
  }
  const against = [by, share].find((figure) => figure && isAgainst(figure, grown));
  if (against) return { what: 'direction', figure: against, expected: grown };
  const slack = [now, before].reduce((all, figure) => all + halfPlace(figure), 0);
  // 由5.2%降至2.6%，下降50%: of a rate, the share by which it changed.
  const isRate = now.kind === 'percent' && before.kind === 'percent';
  if (isRate && by?.kind === 'percent' && shareFits(rise, before.value, slack, by)) return null;
  if (by && Math.abs(rise - by.value) > loosely(slack, now, before) + placeOf(by) / 2) {
    return { what: 'by', figure: by, expected: rise };
  }
  const fine = Math.min(placeOf(now), placeOf(before));
  const alike = now.factor === before.factor && now.kind === before.kind;
  // 3.4万元, 4万元减少0.9万元: 4 beside 3.4 is 4.0.
  if (by && alike && Math.abs(rise - by.value) > fine + placeOf(by) / 2) {
    return { what: 'by', figure: by, expected: rise, asked: true };
  }
  if (!share) return null;
  const wrong = { what: 'share', figure: share, expected: (rise / before.value) * 100 } as const;
  if (!shareFits(rise, before.value, slack, share)) return wrong;
  // 4.5万元，较上年6万元减少1.5万元: 6 is 6.0, as what it fell by tells.
  const isExact = by !== null && Math.abs(rise - by.value) < 1e-6;
  return alike && !shareFits(rise, before.value, fine, share)
    ? { ...wrong, asked: !isExact }
    : null;
}

/** What each figure of a change would have to be for the others to be right. */
export function suspectsIn({ by, share, direction }: Change, fault: ChangeFault): Suspect[] {
  const { now, expected, before, told } = fault;
  const grown = by === null ? 0 : direction * by.value;
  const of = (figure: Figure | null, meant: number): Suspect[] =>
    figure ? [rounded(figure, meant)] : [];
  if (fault.what === 'by')
    return [
      ...of(by, expected),
      ...of(now, before + grown),
      ...of(told, (now?.value ?? 0) - grown),
    ];
  if (fault.what === 'direction' || !share) return [];
  const rate = (direction * share.value) / 100;
  return [
    rounded(share, expected),
    ...of(now, before * (1 + rate)),
    ...of(told, (now?.value ?? 0) / (1 + rate)),
    ...of(by, (before * share.value) / 100),
  ];
}

/** 8起 is eight; 8万人 stands for all that round to it. */
const halfPlace = (figure: Figure): number =>
  figure.decimals > 0 || figure.factor > 1 ? placeOf(figure) / 2 : 0;

/** 下降10% of what rose. */
const isAgainst = ({ label }: Figure, grown: number): boolean =>
  grown !== 0 && directionOf(label) === -Math.sign(grown);

const loosely = (slack: number, now: Figure, before: Figure): number =>
  now.decimals + before.decimals > 0 ? slack : 0;

function shareFits(by: number, base: number, slack: number, share: Figure): boolean {
  if (base <= 0) return true;
  const exact = (by / base) * 100;
  return Math.abs(exact - share.value) <= 10 ** -share.decimals + (slack / base) * 100;
}
