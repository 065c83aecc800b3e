import type { Indicator } from '../../model/table';
import { classOf } from '../class-mismatch/classes';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

const AT_LEAST = ['不低于', '不少于', '不小于', '不短于', '≥', '＞', '>', '大于', '高于'];
const AT_MOST = ['不超过', '不高于', '不大于', '不多于', '≤', '＜', '<', '小于', '低于', '少于'];
/** A rate of keeping a limit (及时率, 不超过预算的比例) is good when high, whatever limit it names. */
const RATES = ['率', '比例', '占比', '比重', '程度', '情况', '水平', '度'];

export const signConflict = defineCheck({
  id: 'sign-conflict',
  code: 'JX413',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  silences: [
    'unmet-full-score',
    'score-not-computed',
    'met-not-full',
    'reason-missing',
    'over-achieved',
  ],
  texts: {
    'zh-CN': {
      title: '符号与指标方向相反',
      message: {
        'column-positive': '“{name}”标为正向指标，年度指标值却写“{found}”。',
        'column-reverse': '“{name}”标为反向指标，年度指标值却写“{found}”。',
        'name-positive': '“{name}”按名称应是越高越好，年度指标值却写“{found}”。',
        'name-reverse': '“{name}”按名称应不超过限值，年度指标值却写“{found}”。',
        'class-reverse': '“{name}”是成本，应是越低越好，年度指标值却写“{found}”。',
      },
      why: '方向写反，完成与否的判断就全反了。',
      fix: '请核对符号，一般应写“{expected}”。',
      basis: '通用自评表表注：正向、反向指标分别计分；一体化系统的符号分类',
    },
    en: {
      title: 'Sign contradicts the direction',
      message: {
        'column-positive': '“{name}” is marked 正向, yet its target reads “{found}”.',
        'column-reverse': '“{name}” is marked 反向, yet its target reads “{found}”.',
        'name-positive': 'By its name “{name}” should be high, yet its target reads “{found}”.',
        'name-reverse':
          'By its name “{name}” should stay below a limit, yet its target reads “{found}”.',
        'class-reverse': '“{name}” is a cost and should be low, yet its target reads “{found}”.',
      },
      why: 'With the wrong sign met and missed change places.',
      fix: 'Check the sign; “{expected}” is likely.',
      basis:
        'Note of the common form: positive and reverse indicators are scored apart; sign classes of the integrated system',
    },
  },
  soundRow(say) {
    return (indicator) => {
      const { op, date } = indicator.target;
      // 正向 of a day means that it is to be kept; earlier is no less of it.
      if (date !== null) return null;
      const cell = indicator.signCell ?? indicator.targetCell;
      if (op === null || op === '=' || op === 'range' || cell === null) return null;
      const wanted = directionOf(indicator);
      if (wanted === null) return null;
      const written = op === '>=' || op === '>' ? 'positive' : 'reverse';
      if (wanted.direction === written) return null;
      return say(cell, {
        variant: wanted.from === 'class' ? 'class-reverse' : `${wanted.from}-${wanted.direction}`,
        data: { name: brief(indicator.name) },
        expected: wanted.direction === 'positive' ? '≥' : '≤',
        found: brief(indicator.target.text),
      });
    };
  },
});

/** Every word of both lists has one of these; most names have none. */
const LIMIT = /[≥≤＞＜<>]|[低少小短大高多]于|不超过/;

interface Wanted {
  readonly direction: 'positive' | 'reverse';
  readonly from: 'column' | 'name' | 'class';
}

/** 正向/反向 of the form, else a limit in the indicator's name, else what class it is of. */
function directionOf(indicator: Indicator): Wanted | null {
  if (indicator.direction !== null) return { direction: indicator.direction, from: 'column' };
  if (isGoodShare(indicator)) return { direction: 'positive', from: 'name' };
  return directionOfName(indicator.name) ?? (isCost(indicator) ? COST : null);
}

/** A share of what went well; at 100 % a limit and an aim are the same. */
const GOOD_SHARE =
  /(?<![不未])(?:合格|达标|覆盖|满意|及时|优良|成活|就业|入学|办结|知晓|普及|按时完成|按期完成)[率度]$/;
const WHOLE = 100;

const isGoodShare = ({ name, target: { kind, value } }: Indicator): boolean =>
  kind === 'percent' && (value ?? WHOLE) < WHOLE && GOOD_SHARE.test(name);

const COST: Wanted = { direction: 'reverse', from: 'class' };

/** An amount of money under 成本指标; what is saved or earned there is the better the more. */
const isCost = ({ level2, name, target: { unit } }: Indicator): boolean =>
  classOf(level2) === 'cost' &&
  unit !== null &&
  /^[千万百亿]*元/.test(unit) &&
  !/节约|节省|降低|减少|压减|收入|收益|效益|增收|补助|补贴|标准/.test(name);

function directionOfName(name: string): Wanted | null {
  if (!LIMIT.test(name) || RATES.some((ending) => name.endsWith(ending))) return null;
  const least = AT_LEAST.some((word) => name.includes(word));
  const bare = least
    ? name.replace(/不(?:低|少|小|短)于/g, '')
    : name.replace(/不(?:高|大|多)于/g, '≤');
  const most = AT_MOST.some((word) => bare.includes(word));
  if (least === most) return null;
  return { direction: least ? 'positive' : 'reverse', from: 'name' };
}
