import { quotient, roundHalfUp, subtract } from '../../quantity/exact';
import { NUMBER } from './plain-text';
import { sameUnit } from './in-unit';
import type { RowFacts } from './row-facts';

const FROM_TO = new RegExp(
  `由(${NUMBER})([^\\d%,;。增提上扩降减压缩下]{0,4})(?:增|升|提|上|扩|降|减|压|缩|下)[^\\d,;。]{0,3}(?:至|到|为)(${NUMBER})([^\\d%,;。]{0,4})$`,
);
const ASKS_FOR_CHANGE =
  /(?<!每)(?:增长|增幅|增加|提高|提升|上升|下降|降低|减少|压减|压缩|降幅)[^,;。]{0,4}\d+(?:\.\d+)?(?:%|\()|(?:增长|下降|降低|压减|压缩|提高)率[^,;。]{0,3}\d|[增降]幅[^,;。]{0,3}\d/;

const ROSE_FROM = new RegExp(
  `由[^\\d,，;；。]{0,6}${NUMBER}%[^\\d,，;；。]{1,6}(?:至|到|为)(?=${NUMBER}%)`,
  'g',
);

/** 执行率由去年90%提高到98%: what it is now, where the standard does not ask whether or by how much it changed. */
export const nowOf = (told: string, standard: string): string =>
  ASKS_FOR_CHANGE.test(standard) || /[较比](?:上年|去年|上一年)/.test(standard)
    ? told
    : told.replace(ROSE_FROM, '');

const SHARES_FROM_TO = /由[^,;。]{0,8}%[^,;。]{0,8}(?:至|到|为)\d+(?:\.\d+)?%/;
const FALLS = /(?:下降|降低|减少|压减|压缩|降幅)/;

function withOpen(facts: RowFacts): RowFacts {
  const fragments = facts.fragments.map((one) => ({
    ...one,
    told: one.told.map((told) => ({ ...told, open: true })),
  }));
  return { ...facts, fragments, figures: fragments.flatMap(({ told }) => told) };
}

/** 由20万元增至23万元 as 增长15%, where the standard asks by how much something grew or fell; the facts as they are else. */
export function withChange(facts: RowFacts, standard: string): RowFacts {
  const [only, ...more] = facts.fragments.filter(({ told }) => told.length > 0);
  const told = facts.fragments.find(({ text }) => SHARES_FROM_TO.test(text));
  // 满意度由90%提高到94% beside 提高5%: in points or as a share of what it was, it does not say.
  if (told && ASKS_FOR_CHANGE.test(standard)) return withOpen(facts);
  const [, from = '', unit = '', to = '', other = ''] = FROM_TO.exec(only?.text ?? '') ?? [];
  if (!only || more.length > 0 || from === '' || !sameUnit(unit, other)) return facts;
  if (!ASKS_FOR_CHANGE.test(standard) || Number(from) === 0) return facts;
  const change = quotient([subtract(Number(to), Number(from)), 100], [Number(from)], 9);
  if (change === null) return facts;
  const value = roundHalfUp(Math.abs(change), 6);
  // 由100吨升至102吨 beside 下降3%: the other way than what is asked.
  if (change < 0 ? !FALLS.test(standard) : FALLS.test(standard)) return withOpen(facts);
  const figure = {
    value,
    unit: '%',
    label: '',
    after: '',
    other: null,
    divided: true,
    open: false,
  };
  const fragment = { text: `${change < 0 ? '下降' : '增长'}${value}%`, told: [figure] };
  const fragments = facts.fragments.map((one) => (one === only ? fragment : one));
  return {
    ...facts,
    fragments,
    text: fragments.map(({ text }) => text).join(','),
    figures: [figure],
  };
}
