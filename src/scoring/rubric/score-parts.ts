import { multiply, sum } from '../../quantity/exact';
import { agreement, degreeOf, MISSED, ownPairs, sharedPairs, withSigns } from './agreement';
import type { Fragment, Told } from './figures-told';
import { intervalsIn } from './interval';
import { boundHolds } from './bound-holds';
import { readCount } from './plain-text';
import type { Reading } from './reading';
import type { RowFacts } from './row-facts';
import { scoreClause } from './score-clause';
import type { Clause, ReadStandard } from './standard';
import { one, type Span } from './steps';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
const NAMED = /^(?:第)?(?:([①-⑩])|\(?([1-9一二三四五六七八九])(?:[.、)]|项|点|条))(?:项|点|条)?/;
const EVERY =
  /^(?:以上|上述)?(?:各|所有|两|三|四|五|六|[2-9二])?[个项点条者]?(?:内容|要点|指标|要求|条件)?(?:均|都|全部|全|皆)*(?:已)?(?:符合|达到|达标|满足|做到|齐全|具备|落实|有|完成|全部|是)(?:要求|标准|条件|规定|了|以上)*$/;
/** 四制均严格执行 of four: a count of all of them. */
const countsAll = (text: string, parts: readonly Clause[]): boolean => {
  const [, number = ''] =
    /^(?:以上|上述)?([2-9二两三四五六七八九])[\u4e00-\u9fff]{1,3}(?:均|都|全部)/.exec(text) ?? [];
  return readCount(number) === parts.length && !/¬/.test(withSigns(text));
};
const OTHERS = /^(?:其余|其他|其它|另外|余)/;
const ONLY = /^(?:只|仅)(?!缺|少|差|没|未|有一)/;
const LACKS = /^(?:只|仅)(?:缺|少|差)/;

/** Points for a list of parts: those the row says are missing earn nothing, those it says nothing of stand. */
export function scoreParts(
  parts: readonly Clause[],
  whole: boolean,
  facts: RowFacts,
  weight: number,
  score: ScorePart,
): Reading | null {
  const { fragments } = facts;
  const [first] = fragments;
  if (!first) return null;
  if (
    fragments.length === 1 &&
    (countsAll(first.text, parts) ||
      (EVERY.test(first.text) &&
        /均|都|全|各|两|三|四|五|符合|达到|满足|齐全|以上|所有|[2-9]/.test(first.text))) &&
    degreeOf(first.text) !== 'nearly' &&
    degreeOf(first.text) !== 'part'
  ) {
    return whole ? { span: one(weight), rule: rulesOf(parts), fact: first.text, sum: '' } : null;
  }
  const counted = facts.fragments.flatMap((fragment) => countOfMissed(fragment) ?? []);
  const [missedInAll, ...more] = counted;
  const told = tell(
    parts,
    { ...facts, fragments: facts.fragments.filter((one) => countOfMissed(one) === null) },
    score,
  );
  if (!told || more.length > 0) return null;
  const spans = told.spans;
  const named = spans.filter((own, index) => own !== null && own[1] < (parts[index]?.points ?? 0));
  if (missedInAll !== undefined && named.length > 0 && named.length !== missedInAll) return null;
  if (missedInAll !== undefined && named.length === 0)
    return byCount(parts, missedInAll, whole, facts);
  const missing = spans.some(
    (span, index) => span !== null && span[0] < (parts[index]?.points ?? 0),
  );
  if (!told.restStands && !missing && spans.includes(null)) return null;
  const full = parts.map(({ points }, index): Span => spans[index] ?? one(points));
  const dependent = dependents(parts, spans);
  const low = full.map(([least], index) => (dependent.has(index) ? 0 : least));
  const lost = (points: readonly number[]): number =>
    sum([weight, ...parts.map((part) => -part.points), ...points]);
  const span: Span = [Math.max(0, lost(low)), Math.max(0, lost(full.map(([, most]) => most)))];
  if (!whole && spans.every((known) => known === null)) return null;
  return {
    span,
    rule: rulesOf(parts),
    fact: facts.text,
    sum: full.map(([, most]) => String(most)).join(' + '),
  };
}

/** 1项不符合: how many of the parts are missed. */
function countOfMissed({ text, told }: Fragment): number | null {
  const [figure, ...more] = told;
  if (!figure || more.length > 0 || !/^个?[项点条]$|^个$/.test(figure.unit)) return null;
  return /^(?:有|共有?|仅有?|其中)?$/.test(figure.label) &&
    /^(?:内容|要点|指标|条件)?(?:[不未没](?:符合|达到?|满足|完成|落实)[^,]{0,6})$/.test(
      figure.after,
    ) &&
    !/第/.test(text)
    ? figure.value
    : null;
}

/** Parts of the same points, so many of them missed; which is not told. */
function byCount(
  parts: readonly Clause[],
  missed: number,
  whole: boolean,
  facts: RowFacts,
): Reading | null {
  const [first, ...rest] = parts;
  if (!first || !whole || missed > parts.length) return null;
  if (rest.some(({ points }) => points !== first.points)) return null;
  const left = multiply(first.points, parts.length - missed);
  return { span: one(left), rule: rulesOf(parts), fact: facts.text, sum: '' };
}

const rulesOf = (parts: readonly Clause[]): string =>
  parts.map(({ label, points }) => `${label} ${points}`).join(';');

interface ToldParts {
  /** What the row says of each part; null where it says nothing. */
  readonly spans: readonly (Span | null)[];
  readonly restStands: boolean;
}

/** What a standard inside a list gives for its own facts. */
export type ScorePart = (read: ReadStandard, facts: RowFacts, weight: number) => Reading | null;

function tell(parts: readonly Clause[], facts: RowFacts, score: ScorePart): ToldParts | null {
  const spans: (Span | null)[] = parts.map(() => null);
  const inner: Fragment[][] = parts.map(() => []);
  let restStands = false;
  let onlyThese = false;
  for (const fragment of facts.fragments) {
    if (OTHERS.test(fragment.text)) {
      if (/¬/.test(withSigns(fragment.text))) return null;
      restStands = true;
      continue;
    }
    const how = howPart(fragment, parts);
    if (how) {
      spans[how.at] = one(how.isSo ? (parts[how.at]?.points ?? 0) : 0);
      continue;
    }
    const joint = jointParts(fragment, parts);
    if (joint.length > 1) {
      for (const at of joint) spans[at] = one(parts[at]?.points ?? 0);
      continue;
    }
    const several = numbersIn(fragment.text);
    const index = several.length > 1 ? -1 : partOf(fragment, parts);
    if (index === -1) {
      const text = fragment.text.replace(/^(?:[①-⑩][、和]?)+(?:项|点|条)?/, '');
      const met = affirms(text);
      if (met === null || several.some((at) => at >= parts.length)) return null;
      for (const at of several) spans[at] = one(met ? (parts[at]?.points ?? 0) : 0);
      continue;
    }
    if (index === null) {
      if (/¬|缺|迟|滞|差/.test(withSigns(fragment.text)) || degreeOf(fragment.text) === 'part')
        return null;
      continue;
    }
    const part = parts[index];
    if (part?.nested) {
      inner[index]?.push({ ...fragment, text: fragment.text.replace(NAMED, '') });
      continue;
    }
    const span = part ? spanOf(fragment, part, facts) : null;
    if (!span) return null;
    if (ONLY.test(fragment.text)) onlyThese = true;
    if (LACKS.test(fragment.text)) restStands = true;
    const before = spans[index] ?? null;
    spans[index] = before ? [Math.min(before[0], span[0]), Math.min(before[1], span[1])] : span;
  }
  for (const [index, own] of inner.entries()) {
    const part = parts[index];
    if (!part?.nested || own.length === 0) continue;
    const reading = score(part.nested, factsOf(own, part, facts), part.points);
    if (!reading) return null;
    spans[index] = reading.span;
  }
  if (onlyThese) return { spans: spans.map((span) => span ?? one(0)), restStands: false };
  return { spans, restStands };
}

/** 及时, 未及时公开 beside a part that asks for nothing but 及时; null where something else is told, too. */
function howPart(
  { text, told }: Fragment,
  parts: readonly Clause[],
): { readonly at: number; readonly isSo: boolean } | null {
  const asked = parts.flatMap(({ label, nested }, at) =>
    nested === null && label.length > 1 && sharedPairs(label, label) === 0 && text.includes(label)
      ? [{ label, at }]
      : [],
  );
  const [own, second] = asked;
  if (!own || second || told.length > 0) return null;
  const signs = withSigns(text);
  if (signs.includes(`¬${own.label}`)) return { at: own.at, isSo: false };
  return text.replace(/^(?:已|均|都)+/, '') === own.label ? { at: own.at, isSo: true } : null;
}

/** 均已按规定内容和规定时限公开 beside 按规定内容公开 and 在规定时限内公开: the parts that one sentence says are all so. */
function jointParts({ text, told }: Fragment, parts: readonly Clause[]): readonly number[] {
  if (told.length > 0 || NAMED.test(text) || /¬/.test(withSigns(text))) return [];
  if (!/[和与及]|并/.test(text) || MISSED.test(text) || /part|nearly/.test(degreeOf(text)))
    return [];
  return parts.flatMap(({ label, nested, items }, at) => {
    const others = parts.filter((_, index) => index !== at).map((part) => part.label);
    const isMeant = ownPairs(label, others).some((pair) => text.includes(pair));
    const isPlain =
      nested === null && !items.some(({ per }) => per) && intervalsIn(label).length === 0;
    return isPlain && isMeant && agreement(text, label) === 'yes' ? [at] : [];
  });
}

const factsOf = (own: readonly Fragment[], part: Clause, facts: RowFacts): RowFacts => ({
  ...facts,
  name: part.label.slice(0, 12),
  text: own.map(({ text }) => text).join(','),
  fragments: own,
  figures: own.flatMap(({ told }) => told),
  execution: null,
});

const numbersIn = (text: string): number[] =>
  Array.from(/^(?:[①-⑩][、和]?)+/.exec(text)?.[0].replace(/[、和]/g, '') ?? '', (sign) =>
    CIRCLED.indexOf(sign),
  );

/** 均符合 and 不符合; null for any other words. */
function affirms(text: string): boolean | null {
  if (NEGATED.test(withSigns(text.replace(/^(?:均|都)/, '')))) return false;
  return /^(?:均|都|全部)*(?:已|按要求|按规定)*(?:符合|达到|达标|满足|做到|具备|落实|完成|制定|建立|开展|公开|设立|执行|提供|到位|明确|实行|成立|编制|有)(?:要求|标准|条件|规定)?$/.test(
    text,
  )
    ? true
    : null;
}

/** The part a fragment speaks of: by its number, else by the words that no other part has. */
function partOf({ text, told }: Fragment, parts: readonly Clause[]): number | null {
  const named = NAMED.exec(text);
  if (named) {
    const index = named[1]
      ? CIRCLED.indexOf(named[1])
      : '一二三四五六七八九'.indexOf(named[2] ?? '') >= 0
        ? '一二三四五六七八九'.indexOf(named[2] ?? '')
        : Number(named[2]) - 1;
    return index >= 0 && index < parts.length ? index : null;
  }
  const labels = parts.map(({ label }) => label);
  const dated = MONTH.exec(text)?.[1];
  if (dated !== undefined) {
    const own = labels.flatMap((label, index) => (MONTH.exec(label)?.[1] === dated ? [index] : []));
    if (own.length === 1) return own[0] ?? null;
  }
  const own = likest(text, labels) ?? likest(text, parts.map(wordsOf));
  if (own !== null) return own;
  if (told.length !== 1) return null;
  const numeric = parts.flatMap(({ items, label }, index) =>
    intervalsIn(label).some(({ unit }) => unit !== '') ||
    items.some((item) => item.per?.kind === 'percent')
      ? [index]
      : [],
  );
  return numeric.length === 1 && labels.every((label) => sharedPairs(text, label) === 0)
    ? (numeric[0] ?? null)
    : null;
}

const MONTH = /(?<!\d)(\d{1,2})月/;

/** The one of several wordings that a text shares most words with; null where two share as many. */
function likest(text: string, wordings: readonly string[]): number | null {
  const shared = wordings.map((wording) => sharedPairs(text, wording));
  const most = Math.max(...shared);
  const first = shared.indexOf(most);
  return most > 0 && first === shared.lastIndexOf(most) ? first : null;
}

const wordsOf = ({ label, items, nested }: Clause): string =>
  nested?.text ?? [label, ...items.slice(1).map(({ clause }) => clause)].join(',');

const NEGATED = /^(?:¬(?:符合|达到|达标|满足|做到|有|完成|落实|具备)?(?:要求|标准|条件|规定)?)$/;

function spanOf(fragment: Fragment, part: Clause, facts: RowFacts): Span | null {
  const text = fragment.text
    .replace(NAMED, '')
    .replace(/^(?:只|仅)(?!缺|少|差)/, '')
    .replace(/^(?:只|仅)(?=缺|少|差)/, '');
  const signs = withSigns(text);
  if (NEGATED.test(signs)) return one(0);
  if (fragment.told.length > 0 || part.items.some((item) => item.per)) {
    const own = {
      ...facts,
      text,
      fragments: [{ ...fragment, text }],
      figures: fragment.told,
      execution: null,
    };
    const held = part.items.some((item) => item.per) ? null : boundHolds(part.label, own);
    if (held) return one(held.held ? part.points : 0);
    const reading = scoreClause(part, own);
    if (reading) return reading.span;
    const bound =
      /全部|100%/.test(part.label) && fragment.told.length === 1 && fragment.told[0]?.unit === '%';
    if (bound) return fragment.told[0]?.value === 100 ? one(part.points) : one(0);
    if (fragment.told.some((told) => !isMereCount(told, part.label))) return null;
  }
  const answer = /^(?:符合|达到|满足|有|是|具备)(?:要求)?$/.test(text)
    ? 'yes'
    : agreement(text, part.label);
  if (answer === 'yes') return one(part.points);
  // 本年无处置 beside 处置规范: there was nothing to be so.
  const [, absent] =
    /^(?:全年|本年度?|当年|年内)?(?:无|未发生|没有|不涉及|未涉及)([\u4e00-\u9fff]{2,6})$/.exec(
      text,
    ) ?? [];
  if (
    absent !== undefined &&
    part.label.startsWith(absent) &&
    part.label.length > absent.length + 1
  )
    return null;
  if (answer !== 'no') return null;
  return part.items.some(({ discretion }) => discretion) ? null : one(0);
}

/** 配备财务人员2名 beside 配备财务人员: how many there are where none were asked for. */
const isMereCount = ({ unit, label }: Told, asked: string): boolean =>
  unit !== '' &&
  unit !== '%' &&
  !unit.endsWith('点') &&
  !/[少缺差超延逾漏迟违未滞不]/.test(label) &&
  intervalsIn(asked).length === 0;

/** 有管理办法 1, 办法健全 1: without the first the others that speak of the same thing may not stand. */
function dependents(
  parts: readonly Clause[],
  spans: readonly (Span | null)[],
): ReadonlySet<number> {
  const [first] = parts;
  const failed = spans[0] !== null && spans[0] !== undefined && spans[0][1] === 0;
  if (!first || !failed || !/^(?:[\d①-⑩.、)]*)已?(?:有|制定|建立|设立|成立|编制)/.test(first.label))
    return new Set();
  const linked = parts.some(
    ({ label }, index) => index > 0 && spans[index] === null && sharedPairs(label, first.label) > 0,
  );
  return new Set(
    linked ? parts.flatMap((_, index) => (index > 0 && spans[index] === null ? [index] : [])) : [],
  );
}
