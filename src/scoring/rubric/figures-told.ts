import { cleanResidue, quotient, roundHalfUp } from '../../quantity/exact';
import { evaluateExpression } from './expression';
import { NUMBER, readCount } from './plain-text';
import { LARGE, MEASURES, THINGS } from './unit-words';

/** A figure told in the words of a row. */
export interface Told {
  /** A percentage in hundredths: 98.31 for 98.31%. */
  readonly value: number;
  /** `%`, 百分点, 天 and so on as written; `''` for a bare figure. */
  readonly unit: string;
  /** The words before it, from the last comma. */
  readonly label: string;
  /** As the row writes it, where the rest was changed. */
  readonly said?: string;
  /** The words after it, to the next comma. */
  readonly after: string;
  /** A second value for the same thing: 154.74/310.2 beside 50%. */
  readonly other: number | null;
  /** It came out of a division in the text. */
  readonly divided: boolean;
  /** ≥95%, 95%以上: only a bound of the figure. */
  readonly open: boolean;
}

/** A part of what a row tells, between commas. */
export interface Fragment {
  readonly text: string;
  readonly told: readonly Told[];
}

const UNIT = `%|‰|个?百分点|个点|个?工作日|天|日|周|个?月|个?季度|年|小时|分钟|${LARGE}|${MEASURES}|万|亿|${THINGS}|分`;
const FIGURE = new RegExp(
  `(?<![A-Za-z])(-|负)?(?<![A-Za-z\\d.])(${NUMBER}|[一二两三四五六七八九十]{1,3}(?=个?百分点|个|项|例|次|处|户|人|起|件|名|条|笔|天|日|周|年|月)|半(?=年|个月|月|天))(${UNIT})?(以上|以下)?`,
  'g',
);
const EXPRESSION = /[\d.+\-×÷/()%一-鿿·]*[÷/][\d.+\-×÷/()%一-鿿]*(?:[=≈](-?\d+(?:\.\d+)?)(%)?)?/;
/** 第3名 counts nothing, nor does a year, a date or the number of a document. */
const ORDINAL = /第$|(?:\d|[编文])号$|〔$|\[$/;
const SPLIT = /[,;。!?\n]+|(?<=[\u4e00-\u9fff])但(?=[\u4e00-\u9fff])/;

/** 2023年, 截至12月底: when, and nothing of what. */
const WHEN = /^(?:截至|截止|至)?(?:\d{4}年度?)?(?:\d{1,2}月(?:底|末|\d{1,2}日)?)?$/;

const MOST = 2000;

/** What a row tells, part by part; nothing for texts of more than 2000 characters. `text` is plain. */
export function fragmentsOf(text: string): Fragment[] {
  if (text.length > MOST) return [];
  return distributed(text)
    .split(SPLIT)
    .flatMap(enumeration)
    .flatMap(alternations)
    .filter((part) => part !== '' && !WHEN.test(part))
    .map((part) => ({ text: part, told: toldIn(part) }));
}

const RESPECTIVELY =
  /([^,;。!?、和与及]{1,16}(?:[、和与及][^,;。!?、和与及]{1,16})+?)分别(?:为|是|达到?|完成|有)?((?:-?\d+(?:\.\d+)?[^\d,;。!?、和与及]{0,4}[、和与及])+-?\d+(?:\.\d+)?[^\d,;。!?、和与及]{0,4})/g;

/** 6月底、9月底支付进度分别为48%、76%: each name with its own figure. */
const distributed = (text: string): string =>
  text.replace(RESPECTIVELY, (whole, names: string, figures: string) => {
    const labels = names.split(/[、和与及]/);
    const values = figures.split(/[、和与及]/);
    return labels.length === values.length
      ? labels.map((label, index) => `${label}${values[index] ?? ''}`).join(',')
      : whole;
  });

const DENIED_LIST =
  /^[^、]{0,12}(?:不存在|未发现|未发生|未出现|没有|无)[^、]+、(?!.*(?:[有无未没均已]|其余|其他))/;

/** 缺少验收报告、监理日志两项资料: things that are counted behind the last of them. */
function isCountedList(part: string): boolean {
  const [, number = ''] =
    /([2-9两二三四五六七八九])个?[项种类份件条门][\u4e00-\u9fff]{0,6}$/.exec(part) ?? [];
  return number !== '' && readCount(number) === part.split('、').length;
}

/** 、parts facts as a comma does, but not the things that one denial denies or one count counts. */
const enumeration = (part: string): string[] =>
  DENIED_LIST.test(part) || isCountedList(part) || /(?:^|、)[^\d①-⑳一二三四五六七八九]、/.test(part)
    ? [part]
    : part.split(/(?<!^\(?[\d一二三四五六七八九]{1,2}\)?)(?<![①-⑳])、/);

/** 有项目库无规划, 有人无经费: two facts without a comma. */
function alternations(part: string): string[] {
  const match = /^(有[^无没\d]{1,12})((?:无|没有|没)[^有]{1,12})$/.exec(part);
  const turned = /^((?:无|没有|没)[^有无没\d]{1,12})(有[^无没]{1,12})$/.exec(part);
  const found = match ?? turned;
  return found ? [found[1] ?? '', found[2] ?? ''] : [part];
}

function toldIn(part: string): Told[] {
  const divided = dividedIn(part);
  const rest = divided ? part.replace(divided.source, '') : part;
  return [...(divided ? [divided.told] : []), ...plainFigures(rest)];
}

/** 136/143=95.10%, (63.46-32)÷32=98.31%: what the division gives and what was printed. */
function dividedIn(part: string): { readonly source: string; readonly told: Told } | null {
  const match = EXPRESSION.exec(part);
  if (!match || !/\d/.test(match[0])) return null;
  const [source, printed, percent] = match;
  const [sides = ''] = source.split(/[=≈]/);
  const label = /^[\u4e00-\u9fff]*率?为?:?/.exec(sides)?.[0] ?? '';
  const value = evaluateExpression(sides);
  if (value === null) return null;
  const computed = hundredths(value);
  const given = printed === undefined ? null : Number(printed) * (percent === '%' ? 1 : 100);
  const same = given !== null && Math.abs(given - computed) < 1;
  return {
    source,
    told: {
      value: computed,
      unit: '%',
      label,
      after: '',
      other: same || given === null ? (given === null ? null : cleanResidue(given)) : given,
      divided: true,
      open: false,
    },
  };
}

const hundredths = (value: number): number => roundHalfUp(quotient([value, 100], [1], 9) ?? 0, 9);

/** 未达90% says how far it did not come, and not how far it came. */
const SHORT_OF = /(?:[未没]有?|不)(?:达|到|足|满|及)到?$|[低高]于$/;

function plainFigures(part: string): Told[] {
  const told: Told[] = [];
  let from = 0;
  for (const match of part.matchAll(FIGURE)) {
    const [whole, minus, digits = '', unit = '', open] = match;
    const before = part.slice(0, match.index);
    const value = readCount(digits);
    const end = match.index + whole.length;
    const isYear = unit === '年' && (value ?? 0) >= 1900;
    const isDate = /[年月]$/.test(before) && /^[月日]$/.test(unit);
    // 延期至9月: when, and not for how long.
    const isMonth = unit === '月' && (!/[滞延逾晚迟超后]/.test(before) || /[至到年]$/.test(before));
    const skipped =
      value === null ||
      isYear ||
      isDate ||
      isMonth ||
      (ORDINAL.test(before) && !/^个?(?:工作)?日$|^天$/.test(unit)) ||
      /[\d.]$/.test(before);
    if (!skipped) {
      const negative = minus !== undefined && !/[\d%)]$/.test(before);
      told.push({
        value: negative ? -value : value,
        unit,
        label: part.slice(from, match.index),
        after: part.slice(end),
        other: null,
        divided: false,
        open:
          open !== undefined ||
          (!unit.endsWith('点') && /[≥≤<>]$|不低于$|不少于$/.test(before)) ||
          (!/点$|[天日周月年]$/.test(unit) && /超过$/.test(before)) ||
          (unit === '%' && SHORT_OF.test(before)),
      });
    }
    from = end;
  }
  return told;
}
