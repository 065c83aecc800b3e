import type { Indicator } from '../model/table';
import { compare, multiply } from '../quantity/exact';
import { normaliseText } from '../quantity/normalise';

/** 2期，每期不少于40人: how many, and how much each of them. */
interface Several {
  readonly count: number;
  readonly of: string;
  readonly each: number;
  readonly unit: string;
  readonly isMost: boolean;
}

const LONGEST = 30;
const BOUND = '≥|≤|>=|<=|不少于|不低于|至少|不超过|不高于';
const SEVERAL = new RegExp(
  `^(?:≥|不少于|共)?(\\d{1,4})([\u4e00-\u9fff]{1,5}?)[,;、(]?(?:平均)?每([\u4e00-\u9fff]{1,3}?)(${BOUND})?(\\d+(?:\\.\\d+)?)([\u4e00-\u9fff]{1,3}?)(?:以[上内])?\\)?$`,
);

function severalOf(text: string): Several | null {
  if (text.length > LONGEST) return null;
  const [, count = '', of = '', per = '', bound = '', each = '', unit = ''] =
    SEVERAL.exec(text) ?? [];
  // 5个分馆，每馆2名.
  if (unit === '' || unit === of || !of.includes(per.charAt(per.length - 1))) return null;
  return {
    count: Number(count),
    of,
    each: Number(each),
    unit,
    isMost: /≤|<=|超|高/.test(bound),
  };
}

/** 2期，分别32人、35人; 5个分馆共8名; 8名. */
const LISTED =
  /^(?:共|已)?(?:(\d{1,4})[\u4e00-\u9fff]{1,5}?)?[,;:、(]?(?:分别)为?((?:\d+(?:\.\d+)?[\u4e00-\u9fff]{1,3}[、,和]?)+)\)?$/;
const SUMMED =
  /^(?:共|已)?(?:(\d{1,4})([\u4e00-\u9fff]{1,5}?))?[,;、(]?(?:(?:合计|总计|累计|共计?)(?:[\u4e00-\u9fff]{2,4}?)?)?(\d+(?:\.\d+)?)([\u4e00-\u9fff]{1,3})\)?$/;

/**
 * Whether each of several came to what was asked of it, where what was done lists them: 分别32人、35人 beside
 * 2期，每期不少于40人. Null where it does not, or lists more or fewer than it says.
 */
export function comparedWithEach({ target, actual }: Indicator): 'kept' | 'missed' | null {
  if (target.kind !== 'qualitative' || actual.kind !== 'qualitative') return null;
  const asked = severalOf(normaliseText(target.text));
  const [, count, list = ''] = (asked && LISTED.exec(normaliseText(actual.text))) ?? [];
  if (!asked || list === '') return null;
  const parts = [...list.matchAll(/(\d+(?:\.\d+)?)([\u4e00-\u9fff]+?)(?=[、,和]|$)/g)];
  if (parts.length !== Number(count ?? parts.length)) return null;
  if (parts.some(([, , unit]) => unit !== asked.unit)) return null;
  if (parts.length < asked.count) return 'missed';
  const isKept = ([, value]: RegExpMatchArray): boolean =>
    asked.isMost ? Number(value) <= asked.each : Number(value) >= asked.each;
  return parts.every(isKept) ? 'kept' : 'missed';
}

/** 5个分馆，每馆2名 asks for 10名, where what was done is told as one sum: 8名, 5个分馆共8名. */
export function bySumOfEach(indicator: Indicator): Indicator | null {
  const { target, actual } = indicator;
  const asked = target.kind === 'qualitative' ? severalOf(normaliseText(target.text)) : null;
  const [, count, of, value = '', unit = ''] =
    (asked && SUMMED.exec(normaliseText(actual.text))) ?? [];
  if (!asked || asked.isMost || unit !== asked.unit) return null;
  if (count !== undefined && (of !== asked.of || Number(count) !== asked.count)) return null;
  const due = multiply(asked.count, asked.each);
  const figure = { kind: 'number', op: null, unit, upper: null, date: null } as const;
  // More than each of them needs may leave one of them short.
  const isOver = compare(Number(value), due) > 0;
  return isOver && count === undefined
    ? null
    : {
        ...indicator,
        target: { ...target, ...figure, value: due },
        actual: { ...actual, ...figure, value: Number(value) },
      };
}
