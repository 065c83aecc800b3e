import { sum } from '../../../quantity/exact';
import type { Figure } from '../facts/figure';
import { awarded } from './columns';
import { sharesPair } from './likeness';
import { listable, type Sum } from './sum';

const STAGE = /执行|支出|支付|使用|到位|下达|拨付|完成|验收|整改|预算|得/g;

/** 甲预算80万元，执行72万元；乙…，合计执行190万元: of two figures told of each the one of the total's own word. */
export function ofSameWord(total: Figure, figures: readonly Figure[]): readonly Figure[] {
  const own = total.label.match(STAGE)?.at(-1);
  const alike = figures.filter(({ unit }) => unit === total.unit);
  const same = alike.filter(({ label }) => own !== undefined && label.includes(own));
  const inTurn = alike.every(
    (figure, index) => same.includes(figure) === same.includes(alike[index % 2] ?? figure),
  );
  return same.length > 1 && same.length * 2 === alike.length && inTurn ? same : figures;
}

/** 产出得33分，效益得25分，决策和过程类共得38.6分: a total of things named in it, none of them told before. */
export function isOfOwnThings(total: Figure, parts: readonly Figure[]): boolean {
  const subject = /^([^，。；\d]*?)(?:共计?|合计|总计|一共|总共)/.exec(total.label)?.[1] ?? '';
  const names = subject.split(/[、和及与]/).map((name) => name.slice(0, 2));
  const told = parts.map(({ lead }) => lead).join('，');
  return names.length > 1 && names.every((name) => name.length === 2 && !told.includes(name));
}

/** 非常满意301份、满意142份、基本满意31份，非常满意和满意合计443份: of those it names, where it names some. */
export function ofNamed(total: Figure, parts: readonly Figure[]): readonly Figure[] {
  const names = /([^，。；：\d]*[和及与、][^，。；：\d]*?)(?:两[者项类])?(?:共计?|合计|总计)/.exec(
    total.label,
  )?.[1];
  const own = names?.split(/[和及与、]/) ?? [];
  const named = parts.filter((part) => own.includes(bare(part).replace(/^其中/, '')));
  return named.length > 1 && named.length === own.length ? named : parts;
}

/** 服务站68个，覆盖社区62个，社区总数65个: how many there are of what only some of them count. */
export function isOfSomeOnly(total: Figure, parts: readonly Figure[]): boolean {
  const noun = /([\u4e00-\u9fff]{2})总[数量]$/.exec(total.label)?.[1];
  const counted = parts.filter(({ label, tail }) => (label + tail).includes(noun ?? ''));
  return noun !== undefined && counted.length > 0 && counted.length < parts.length;
}

/** 辖14个乡镇、2个街道，共设行政村187个: each with a noun of its own behind it, the total of another thing. */
export function isOfOtherThings(total: Figure, parts: readonly Figure[]): boolean {
  const noun = /(?:共计?|合计|总计|一共)(?:设有?|有|计|建成|完成)?([\u4e00-\u9fff]{2,})$/.exec(
    total.label,
  )?.[1];
  return (
    noun !== undefined &&
    parts.every(({ label, tail }) => tail.length > 1 && !sharesPair(noun, label + tail))
  );
}

const FULL = /满分|分值|权重/;

/** 满分50分，其中数量20分得19分、…: of full marks the parts are full marks; of what was got those got. */
export function ofScore(total: Figure, parts: readonly Figure[]): readonly Figure[] {
  const got = awarded(parts);
  if (got === parts) return parts;
  const full = parts.filter((part) => !got.includes(part));
  const fits = sum(full.map(({ value }) => value)) === total.value;
  return fits || FULL.test(total.label) ? full : got;
}

const bare = ({ label }: Figure): string => label.replace(/[^\u4e00-\u9fff]/g, '');

/** 排查418处，已整改405处，其中餐饮212处，已整改209处: told in the same columns as what is above them. */
export const areOfColumns = (parts: readonly Figure[], earlier: readonly Figure[]): boolean =>
  parts.some(
    (part, index) =>
      index > 0 && bare(part).length > 1 && earlier.some((one) => bare(one) === bare(part)),
  );

/** 二季度累计支出61.8万元，三季度累计支出104.5万元: stands of one thing, each with those before it. */
export const areStands = (parts: readonly Figure[]): boolean =>
  parts.filter(({ label }) => /(?:季度|[年月末底])[^，。；\d]{0,4}累计/.test(label)).length > 1;

const COMES = /^[^，。；\d]{0,4}(?:列入|纳入|计划|拟|将|预计|待|推迟|延后|20\d\d年)/;

/** 累计改造37所，其中2024年13所，剩余8所列入2025年计划: what is yet to come is no part of what was done. */
export const isYetToCome = (text: string, total: Figure, part: Figure): boolean =>
  /累计|已|完成/.test(total.label) &&
  /剩余|其余|余下/.test(part.label) &&
  COMES.test(text.slice(part.end));

const SECOND = /^(?:全年|实际|已|共|两项|三项|四项)*(?:共计?|合计|总计|累计)[^，。；、\d]{0,6}$/;

/** 预算612万元，其中养护支出327万元，安防支出260万元，合计支出587万元: the total that a list closes with, if any. */
export const closingTotal = (figures: readonly Figure[]): Figure | null =>
  figures.find(
    (figure, index) =>
      index > 1 &&
      SECOND.test(figure.lead) &&
      !figure.rough &&
      figures.slice(0, index).every(({ label }) => !/累计/.test(label)),
  ) ?? null;

/** What a list with a total of its own says: that total is of it, and of a greater whole before it only a part. */
export function withOwnTotal(found: Sum | null, own: Figure | null): Sum[] {
  if (found === null) return [];
  if (own === null || found.total.value === own.value) return [found];
  const { total, parts } = found;
  const alike = parts.length > 1 && parts.every((part) => listable(own, part));
  const isPart = alike && sum(parts.map(({ value }) => value)) < total.value;
  const closing: Sum = { total: own, parts, listed: 'likely' };
  return [...(isPart ? [] : [found]), ...(alike && /累计/.test(own.label) ? [closing] : [])];
}

/**
 * 其中，基层受理的220件中，民事180件、其他40件: the list is of its first. 省级980万元，市县450万元，连同中央资金
 * 共5230万元: with what was told before. 支出498万元，其中保洁286万元，预算512万元: what was there is no part of what was spent.
 */
export const isOfMore = (text: string, { total, parts }: Sum): boolean =>
  /中$/.test(parts[0]?.tail ?? '') ||
  /连同|加上/.test(text.slice(parts.at(-1)?.end, Math.max(total.start, parts.at(-1)?.end ?? 0))) ||
  (/支出|支付|执行/.test(total.label) &&
    parts.some(({ label }) => /^[，；]?(?:全年|年度|年初)?预算(?:数|总额)?为?$/.test(label)));
