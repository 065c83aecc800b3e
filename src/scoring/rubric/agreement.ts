/**
 * Whether the words of a row say that a condition is met. Words of real rules and facts are short
 * and alike, so they are compared by the pairs of characters they share, by denial and by degree.
 */
export type Agreement = 'yes' | 'no' | 'part';

/** Every denial as one sign, the longest wording first. */
const DENIALS =
  /没有能|没能够|未能够|不能够|没有|没能|未能|尚未|仍未|还未|从未|并未|未曾|不存在|未发现|未发生|未出现|未见|不予|不再|不得|不能|缺少|缺失|缺乏|缺|无|未|没|不|非(?!常)|否(?!则)|漏|(?<!拖)欠/g;
const DENIED = '¬';

export const withSigns = (text: string): string =>
  text
    .replace(
      /不少于|不低于|不超过|不高于|不大于|不小于|不断|不仅|不但|无论|未来|缺陷|无偿|否则/g,
      '',
    )
    .replace(DENIALS, DENIED);

/** Words that say that something was done and nothing of what. */
const FILLERS =
  /已经|已|均|都|全部|全|完全|情况|相关|有关|进行|予以|能够|能|可以|及时|按要求|按规定|的|了|等|并|且|和|与|及|是否|较为|较|比较|基本|部分|严格|充分|十分|非常/g;

const pairsOf = (text: string): Set<string> => {
  const signs = text.replace(/[^\u4e00-\u9fffA-Za-z]/g, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < signs.length; at += 1) pairs.add(signs.slice(at, at + 2));
  return pairs;
};

/** Pairs of characters that two wordings share, denial and fillers left out. */
export function sharedPairs(a: string, b: string): number {
  const left = pairsOf(core(a));
  let count = 0;
  for (const pair of pairsOf(core(b))) if (left.has(pair)) count += 1;
  return count;
}

/** Pairs of characters of a wording that none of the others has, fillers left out. */
export function ownPairs(wording: string, others: readonly string[]): readonly string[] {
  const elsewhere = new Set(others.flatMap((other) => [...pairsOf(core(other))]));
  return [...pairsOf(core(wording))].filter((pair) => !elsewhere.has(pair));
}

const core = (text: string): string => withSigns(text).replaceAll(DENIED, '').replace(FILLERS, '');

/** How much of a thing a wording speaks of, `''` where it does not say. */
const DEGREES: readonly (readonly [string, RegExp])[] = [
  [
    'part',
    /大部分|绝大多数|大多数|部分|个别|少数|有的|一般|略有|略|稍|欠佳|有所|不太|不够|不完全|不全面|不全部|不充分|不很|未完全|未全部|未全面|有待|瑕疵|不足之处|近期|逐步|一定/,
  ],
  [
    'nearly',
    /基本(?!支出|建设|公共|医疗|农田|养老|生活|情况|信息|工资|经费|药物)|较为|比较|较(?!上年|去年)|总体/,
  ],
  ['whole', /完全|全部|全面|严格|充分|十分|非常|均|都|全(?=部|额|面|覆盖)|100%/],
];

export const degreeOf = (text: string): string =>
  DEGREES.find(([, pattern]) => pattern.test(text))?.[0] ?? '';

/** Things that a good state is free of. */
const BAD =
  /违规|违纪|违法|违约|违反|截留|挤占|挪用|移用|滞留|虚列|虚报|套取|骗取|侵占|浪费|超标|超范围|投诉|上访|事故|差错|错误|问题|不规范|不符|拖欠|通报|处罚|损失|隐患|超支|变更|滞后|延误|逾期|迟报|缺项|漏项|舆情/;
const HAPPENED = /发现|存在|发生|出现|有|被|受到|造成|\d+(?:项|例|次|处|起|笔|个|件|人|户|条|万)/;
/** That something was found or happened says nothing of what. */
export const HAPPENING = /发现|存在|发生|出现|造成|受到/g;
/** Short of what was asked, without a denial. */
export const MISSED =
  /逾期|延期|延迟|延误|滞后|推迟|超期|超时|迟报|迟交|晚|过期|缺项|差错|偏低|偏差|不足|较差|落后|仅|才|薄弱|短缺|超[过出](?:了)?(?:规定|法定|约定|合同|要求)?的?(?:时限|期限|工期)/;

const AFFIRMING =
  /^(?:经[^,]{1,6})?(?:各|两|三|四|五|[二六七八九])?[项点条者]?(?:内容|指标|要求)?(?:均|都|全部|完全|全)*已?(?:经|能)?(?:基本)?(?:符合|达到|达标|满足|做到|齐全|规范|合规|健全|完善|落实|完成|具备|是|有|好|合格|按时|及时|按期|到位|合理|完整|明确|准确|开展|执行|建立|实现|真实|有效|科学)(?:了|到位)?(?:以上|相关|有关|规定|各项|全部)*(?:要求|标准|条件|规定|情况)?$/;
/** These say by themselves that whatever was asked for is there. */
const CATCH_ALL = /符合|达到|达标|满足|做到|^(?:均|都|全部|全)*(?:是|有)$/;

/** Whether a condition is the absence of something bad. */
export const asksForAbsence = (condition: string): boolean => {
  const signs = withSigns(condition);
  return (
    BAD.test(condition) &&
    new RegExp(`${DENIED}[^,;。]{0,20}?(?:${BAD.source})`).test(signs) &&
    !/[符合规范]¬/.test(signs)
  );
};

/** The bad things that a text names. */
export const faultsIn = (text: string): readonly string[] =>
  text.match(new RegExp(BAD.source, 'g')) ?? [];

/** 1处超范围列支: it names something bad and denies nothing. */
export const bearsFault = (text: string): boolean =>
  BAD.test(text) && !withSigns(text).includes(DENIED);

const DENIED_FAULT = new RegExp(`${DENIED}(?:${DENIED}|[^,;。]{0,6}?(?:${BAD.source}))`);
/** 未发现违规, 无漏报; 违规未整改 denies no fault. */
export const deniesFault = (text: string): boolean => DENIED_FAULT.test(withSigns(text));

/** 未发现违规, 未发现漏编: a denial of a fault, or of what would itself be missing. */
export const tellsOfNoFault = (text: string): boolean =>
  BAD.test(text) || withSigns(text).split(DENIED).length > 2;

function absence(fragment: string): Agreement | null {
  const signs = withSigns(fragment);
  if (signs === DENIED || signs === `${DENIED}有`) return 'yes';
  if (/^0(?:项|例|次|处|起|笔|个|件)?$/.test(fragment)) return 'yes';
  if (signs.startsWith(DENIED) || /未发现|未发生|未出现|不存在|没有发现|没有发生/.test(fragment))
    return /除|但|仅/.test(fragment) ? null : 'yes';
  if (BAD.test(fragment) && !signs.includes(DENIED)) return 'no';
  if (HAPPENED.test(fragment) && !signs.includes(DENIED) && /发现|存在|发生|出现/.test(fragment))
    return 'no';
  return /^(?:符合|合规|规范|达到)/.test(fragment) ? 'yes' : null;
}

/** 资金未落实 beside 均未落实: of one thing what a rule says of all. */
export function isOneOfAll(fragment: string, rule: string): boolean {
  const asked = withSigns(rule).replace(/的$/, '');
  const said = withSigns(fragment);
  return /^(?:均|都|全部?)¬/.test(asked) && !/均|都|全/.test(said) && !asked.endsWith(said);
}

/** What a bare yes or no answers. */
function bare(fragment: string): Agreement | null {
  if (/^(?:是|有|√|达标|符合)$/.test(fragment)) return 'yes';
  if (/^(?:否|无|没有|×|未达标|不符合|不达标|未达到)$/.test(fragment)) return 'no';
  return null;
}

const DATE = /(?:\d{4}年|[次翌]年|第二年)?(?<!\d)\d{1,2}月(?:\d{1,2}日|[底末初]|[上中下]旬)?/g;

/** 次年1月20日完成 beside 12月31日前完成: whether that was in time takes more than words in common. */
export const isOtherDate = (fragment: string, condition: string): boolean =>
  asksForTime(condition) &&
  !isTimely(fragment) &&
  (fragment.match(DATE) ?? []).some((date) => !condition.includes(date));

/**
 * Whether a part of what a row tells says that a condition is met (`yes`), is not (`no`) or is in
 * part; null where it speaks of something else or cannot be told. Both texts are plain.
 */
export function agreement(fragment: string, condition: string): Agreement | null {
  if (fragment === condition) return 'yes';
  if (isOtherDate(fragment, condition)) return null;
  if (asksForAbsence(condition)) {
    const answer = absence(fragment);
    if (answer !== null) return answer;
  } else {
    const answer = bare(fragment);
    if (answer !== null) return answer;
  }
  if (ranksBelow(fragment, condition)) return 'no';
  const occasion = NO_OCCASION.exec(fragment)?.[1];
  if (occasion !== undefined && !condition.endsWith(occasion)) return null;
  const signs = withSigns(fragment);
  const denied = signs.includes(DENIED);
  if (!denied && AFFIRMING.test(fragment)) {
    if (degreeOf(fragment) === 'nearly') return null;
    return CATCH_ALL.test(fragment) || sharesWord(fragment, condition) ? 'yes' : null;
  }
  if (isTimely(fragment) && asksForTime(condition) && !denied) return 'yes';
  if (denied && isDenialOf(fragment)) return degreeOf(fragment) === 'part' ? 'part' : 'no';
  const there = thereIs(fragment, condition);
  if (there !== null) return there;
  const shared = sharedPairs(fragment, condition);
  if (shared === 0) return null;
  if (deniesQuality(fragment, condition)) return 'no';
  const share = /(\d+(?:\.\d+)?)%/.exec(fragment)?.[1];
  if (share !== undefined && Number(share) < 100) return WHOLLY.test(condition) ? 'no' : null;
  const degree = degreeOf(fragment);
  if (degree === 'part') return 'part';
  if (MISSED.test(fragment)) return denied ? null : 'no';
  if (denied) {
    if (denials(condition) > 0 && sameDenial(fragment, condition)) return 'yes';
    // 执行中未发现问题 beside 执行有效: no fault was found, and whether it is as asked is not told.
    return deniesFault(fragment) ? null : 'no';
  }
  if (denials(condition) > 0 && sameDenied(fragment, condition)) return 'no';
  return degree === 'nearly' ? null : 'yes';
}

/** 依据不充分 beside 依据充分: just what is asked for, and no part of it. */
function deniesQuality(fragment: string, condition: string): boolean {
  const [, quality] = /[不未](充分|全面)/.exec(fragment) ?? [];
  const rest = fragment.replace(/[不未](?:充分|全面)/g, '');
  return (
    quality !== undefined &&
    condition.includes(quality) &&
    !new RegExp(`[不未]${quality}`).test(condition) &&
    degreeOf(rest) === ''
  );
}

const RANKS = ['优秀', '良好', '中等', '合格', '较差'];
const ranksIn = (text: string): number[] =>
  RANKS.flatMap((rank, index) => (text.includes(rank) ? [index] : []));
const withoutRanks = (text: string): string => text.replace(new RegExp(RANKS.join('|'), 'g'), '');

/** 评为良好 beside 评为优秀; not beside 评为优秀或良好, nor one of two other things. */
function ranksBelow(fragment: string, condition: string): boolean {
  const [told, ...others] = ranksIn(fragment);
  const asked = ranksIn(condition).at(-1);
  if (told === undefined || others.length > 0 || asked === undefined || told <= asked) return false;
  if (/不合格|以上/.test(condition)) return false;
  const [bare, rest] = [withoutRanks(fragment), withoutRanks(condition)];
  return /^(?:被?[评定]?[为定级]*)$/.test(bare) || sharedPairs(bare, rest) > 0;
}

/** 有市政府批文 beside 有批准文件: of what a condition asks to have, a word in common is enough. */
function thereIs(fragment: string, condition: string): Agreement | null {
  const asked = /^有(?!关|的|无|\d)([\u4e00-\u9fff]{2,12})$/.exec(condition)?.[1];
  const told = /^(有|无|没有|缺|缺少)(?!关|的|\d)([\u4e00-\u9fff]{1,12})$/.exec(fragment);
  if (asked === undefined || !told) return null;
  const [, verb, thing = ''] = told;
  const common = Array.from(thing).some((sign) => asked.includes(sign));
  return common ? (verb === '有' ? 'yes' : 'no') : null;
}

/** 无项目变更 beside 变更手续完备: nothing that could be well or badly done. */
const NO_OCCASION =
  /^(?:本年度?|全年|年内)?(?:无|没有|未发生|不涉及)(?:[\u4e00-\u9fff]{0,4})(变更|处置|采购|招标|出租|出借|分包|调剂|转让|报废)(?:事项|情况)?$/;

const WHOLLY = /全部|全额|足额|全面|100%/;

const denials = (text: string): number => withSigns(text).split(DENIED).length - 1;

/** 不符合要求, 未达到: a denial of whatever was asked for. */
const isDenialOf = (fragment: string): boolean =>
  /^(?:¬(?:完全|全部)?(?:符合|达到|达标|满足|做到|完成|落实|执行|具备)(?:要求|标准|条件|规定)?)$/.test(
    withSigns(fragment),
  );

const isTimely = (text: string): boolean => /按时|及时|按期|如期|按规定时间|提前|准时/.test(text);
const asksForTime = (text: string): boolean =>
  /按时|及时|按期|如期|时间|时限|期限|日内|天内|日前|月前|底前|之前|工作日|规定/.test(text);

function sharesWord(fragment: string, condition: string): boolean {
  const word = withSigns(fragment)
    .replace(/^(?:已|均|都|全部|完全|全)+/, '')
    .slice(0, 2);
  return word.length === 2 && condition.includes(word);
}

/** What stands right behind a denial in the fragment stands behind one in the condition too. */
export function sameDenial(fragment: string, condition: string): boolean {
  const asked = withSigns(condition);
  return deniedWords(fragment).some((word) => asked.includes(DENIED + word));
}

/** The fragment affirms what the condition denies. */
export function sameDenied(fragment: string, condition: string): boolean {
  return deniedWords(condition).some((word) => fragment.includes(word));
}

export const deniedWords = (text: string): string[] =>
  Array.from(
    withSigns(text).matchAll(/¬(?:按|有|得)?([\u4e00-\u9fff]{2}|[全齐清明实]$)/g),
    ([, word = '']) => word,
  );
