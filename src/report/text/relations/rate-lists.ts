import type { Figure } from '../facts/figure';
import type { Statement } from '../facts/statement';
import { together } from './part-runs';
import { fitOf } from './rate-fit';
import { stemOf } from './rate-kinds';

/** One of several rates told in a row with the part and the whole at its place. */
export interface ListedRate {
  readonly part: Figure;
  readonly whole: Figure;
}

const JOINED = /^[、和及与]$|^以及$/;
const HEADS = /[率度比重]/g;

/** The rates that a rate is told in a row with: 分别占58%、12%、30%; only itself where it stands alone. */
export function rowOf({ figures, text }: Statement, rate: Figure): readonly Figure[] {
  const at = figures.indexOf(rate);
  const joined = (left: Figure | undefined, right: Figure | undefined): boolean =>
    left?.kind === 'percent' &&
    right?.kind === 'percent' &&
    JOINED.test(text.slice(left.end, right.start));
  let from = at;
  while (joined(figures[from - 1], figures[from])) from -= 1;
  let to = at;
  while (joined(figures[to], figures[to + 1])) to += 1;
  return figures.slice(from, to + 1);
}

/**
 * Of which figures a rate of a row is: each of the figure at its own place in a list before, the
 * whole being one of all or standing in a list of its own. Null where no rate of the row is of any
 * (then they are of something told elsewhere), or where the row names a head for each.
 */
export function listedRate(
  row: readonly Figure[],
  rate: Figure,
  before: readonly Figure[],
): ListedRate | null {
  if (((row[0]?.lead.match(/[^，]*$/)?.[0] ?? '').match(HEADS) ?? []).length > 1) return null;
  const place = row.indexOf(rate);
  let best: { readonly fits: number; readonly at: ListedRate } | null = null;
  const isToAll = row.at(-1)?.value === 100;
  for (const pairs of pairings(row.length, before, isToAll)) {
    const fits = pairs.filter(({ part, whole }, index) => {
      const one = row[index];
      return one !== undefined && fitOf(part, whole, one) !== null;
    }).length;
    const at = pairs[place];
    // Of rates that do not all fit, most must, or there must be no other figures they could be of.
    const alone = new Set(pairs.flatMap(({ part, whole }) => [part, whole])).size === before.length;
    const known =
      fits === row.length || (fits > 0 && (alone || (fits > 1 && fits === row.length - 1)));
    if (at && known && fits > (best?.fits ?? 0)) best = { fits, at };
  }
  return best?.at ?? null;
}

/**
 * Every list of so many neighbours with one whole for all of them or one for each; what there was by
 * then is a share of all of the list only where the last rate is 100 %.
 */
function pairings(
  length: number,
  before: readonly Figure[],
  isToAll: boolean,
): readonly (readonly ListedRate[])[] {
  return before.flatMap((_, from): (readonly ListedRate[])[] => {
    const parts = before.slice(from, from + length);
    const first = parts[0];
    if (!first || parts.length < length || parts.some(({ unit }) => unit !== first.unit)) return [];
    const wholes = before.filter((one) => one.unit === first.unit && !parts.includes(one));
    const columns = before.slice(0, from).map((_, start) => before.slice(start, start + length));
    const each = columns
      .filter((_, start) => start + length <= from)
      .map((column) =>
        parts.flatMap((part, index): ListedRate[] => {
          const whole = column[index];
          return whole && whole.unit === part.unit ? [{ part, whole }] : [];
        }),
      );
    // 一季度120万元、二季度180万元、三季度300万元，进度分别为20%、50%、100%: of what there was by then.
    const running = parts.map((_, index) => together(first, parts.slice(0, index + 1)));
    const all = together(first, parts);
    return [
      ...[...wholes, all].flatMap((whole) =>
        [parts, ...(isToAll || whole !== all ? [running] : [])].map((list) =>
          list.map((part) => ({ part, whole })),
        ),
      ),
      ...each.filter((pairs) => pairs.length === length).reverse(),
    ];
  });
}

const MOST = 6;

/**
 * Whether a rate is of two lists summed: 下达省级200万元、市级100万元，到位省级200万元、市级60万元，到位率86.67%;
 * or of pairs of a due and a done amount.
 */
export function isOfLists(rate: Figure, before: readonly Figure[]): boolean {
  const unit = before.at(-1)?.unit;
  const own = before.filter((figure) => figure.unit === unit);
  for (let length = 2; length <= Math.min(MOST, Math.floor(own.length / 2)); length += 1) {
    const pairs = own.slice(-2 * length);
    const odd = pairs.filter((_, index) => index % 2 === 0);
    const even = pairs.filter((_, index) => index % 2 === 1);
    if (fitsSummed(pairs.slice(length), pairs.slice(0, length), rate)) return true;
    if (fitsSummed(even, odd, rate)) return true;
  }
  return false;
}

function fitsSummed(parts: readonly Figure[], wholes: readonly Figure[], rate: Figure): boolean {
  const [part, whole] = [parts[0], wholes[0]];
  if (!part || !whole) return false;
  return fitOf(together(part, parts), together(whole, wholes), rate) !== null;
}

/** 26个项目执行率达到100%: what each of so many has, by their name right before the rate's. */
const isSaidOf = ({ kind, end, tail, clause }: Figure, rate: Figure): boolean =>
  kind === 'count' &&
  clause === rate.clause &&
  end + tail.length === rate.start &&
  stemOf(rate).length > SHORT_STEM;
/** 办结率 tells what became of them, and names nothing. */
const SHORT_STEM = 3;

/** 中央、省分别到位800万元、300万元，到位率均为100%: one rate of each of them. */
export function isOfEach({ text, figures }: Statement, rate: Figure): boolean {
  const subject = figures[figures.indexOf(rate) - 1];
  if (subject && isSaidOf(subject, rate)) return true;
  if (!/均(?:为|达到?|是|在)?$/.test(rate.label)) return false;
  const own = figures.filter(({ end, segment }) => end <= rate.start && segment === rate.segment);
  return own.some((figure, index) => {
    const next = own[index + 1];
    return next?.unit === figure.unit && /^[^，。；：]*、/.test(text.slice(figure.end, next.start));
  });
}
