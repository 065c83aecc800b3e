/**
 * How far a wording of completion is taken back: wholly (未显著提升, 难以实现, 达成率低), or in part
 * (未全部完成, 不够明显).
 */
export type Denial = 'whole' | 'part';

/** 非常 is no denial, nor is what stands before it: 不断, 不仅, 未来 have no place in the pattern. */
const DENYING =
  '(?:[尚仍还并]?(?:未能|未曾|未必|未|没有能|没有|没能|没)|不能够|不能|不易|不|非(?!常)|难以|难于|无法|无从|无)';
/** What may stand between the denial and what is denied, and takes nothing away from it. */
const BETWEEN =
  '(?:如期|如约|如数|按[期时]|按(?:计划|要求|规定|进度)|真正|切实|实质|取得|产生|起到|获得|收到|达到|得到|做到|实现|体现|形成|保持)';
/** Denied themselves, they leave a part: 未完全达成, 不够明显, 不太满意. */
const WHOLLY = '(?:百分之百|100%|完全|全部|全面|全数|彻底|充分|是?很|是?十分|是?特别|够|太|甚|尽)';

const DENIED = new RegExp(`(${DENYING})${BETWEEN}{0,2}(${WHOLLY}?)${BETWEEN}?$`);
const BEGINS_WHOLLY = new RegExp(`^${WHOLLY}`);

/** Words of degree say nothing of good or bad by themselves: 无有效投诉, 未明显超支. */
const DEGREE = /^(?:显著|明显|有效|大幅|持续)$/;
const GOOD_OR_NOTHING =
  /^(?:的|性|地)?(?:$|[,.;:、。!?]|提升|提高|改善|改进|改观|增强|增长|增加|增收|好转|完善|优化|加强|缓解|促进|推动|带动|突破|进展|进步|变化|成[效果]|效[果益用能应]|作用|发挥)/;
/** 不稳定因素 is a thing by that name, whatever became of it. */
const NAMED_SO = /^的?(?:因素|问题|隐患|现象|情形|行为|人员|产品|企业|单位|项目)/;

export interface Denied {
  readonly denial: Denial;
  /** Where the denial begins. */
  readonly from: number;
}

/** Whether the word at `from` is denied by what stands before it. `text` is normalised. */
export function deniedBefore(text: string, from: number, word: string): Denied | null {
  const match = DENIED.exec(text.slice(0, from));
  if (!match) return null;
  const [, denying = '', modifier = ''] = match;
  const after = text.slice(from + word.length);
  const degree = DEGREE.test(word);
  if (degree ? !GOOD_OR_NOTHING.test(after) : denying === '无' || NAMED_SO.test(after)) return null;
  const part = modifier !== '' || BEGINS_WHOLLY.test(word);
  return { denial: part ? 'part' : 'whole', from: match.index };
}

const BAD =
  '(?:问题|影响|拖延|拖欠|延误|延期|逾期|遗漏|缺漏|差错|错误|失误|违规|违纪|违法|违约|投诉|上访|舆情|事故|伤亡|灾害|超支|浪费|损失|隐患|风险|异常|缺陷|截留|挪用|挤占|负面|不良)';
/** 没有拖延, 尚未发现问题, 没有不满意: nothing bad happened; 没有解决问题 is another matter. */
const FREE_OF = new RegExp(
  `^(?:没有?|尚未|未有|未见|无明显)(?:[^,.;:、。但解消化处整排办完达降减落查]{0,6}?${BAD}|(?:任何)?[不未])`,
);
/** 无不满意, 不存在未完成: a miss denied. */
const MISS_DENIED = /(?:无|不存在|没有|未发现|未出现|未发生|避免|杜绝)[^,.;:、。但]{0,3}$/;

/** Whether the words of a miss beginning at `from` tell of none. `text` is normalised. */
export const tellsOfNone = (text: string, from: number): boolean =>
  FREE_OF.test(text.slice(from)) || MISS_DENIED.test(text.slice(0, from));

/** 无隐患, 未发现问题: all that is said is that nothing bad happened. */
export const tellsOfNothingBad = (text: string): boolean =>
  /^(?:已|均|全部|全面|动态|实现|动态保持|保持)*(?:清零|归零)$/.test(text) ||
  new RegExp(
    `^(?:全年|目前|均)?(?:无|没有|未(?:发现|发生|出现)|不存在)[^,.;:、。但]{0,4}?${BAD}(?:反应|情况|事件|行为|现象)?(?:发生|出现|存在)?$`,
  ).test(text);

/** 达成率低, 完成质量较差: at the end of its clause, for 完成差旅报销 is no such thing. */
const FALLS_SHORT =
  /^(?:程度|进度|质量|情况|比例|[率度])?(?:还|比?较|偏|很|太|过)?(?:低于|[低差慢](?=$|[,.;:、。]))/;

/** Whether what stands behind a word takes it back. `after` is normalised. */
export const fallsShortAfter = (after: string): boolean => FALLS_SHORT.test(after);

/** 部分未完成, 个别项目未按时完成; 大部分未完成 is not. */
const SOME = /(?<!大)(小?部分|极?个别|极?少数|少量|局部|有些|一些)[^,.;:、。但]{0,8}$/;

/** What says that only some of it was missed, before the wording of a miss. */
export function someBefore(before: string): { readonly from: number; readonly to: number } | null {
  const match = SOME.exec(before);
  return match ? { from: match.index, to: match.index + (match[1] ?? '').length } : null;
}

const PLAIN_DENIAL = /^(?:[尚仍还]?未能?|没有?|不|未予)(?=[\u4e00-\u9fff]{2})/;

/** 持续改善 asks for 改善, and for as much more. */
const BY_HOW_MUCH = /^(?:逐年|逐步|持续|稳步|进一步|不断|明显|显著|有效|大幅)+/;

/** 改善不明显: the denial between what was to be done and how much. */
const DENIED_INSIDE =
  /^(?:已|均|有所)?([\u4e00-\u9fff]{2,6}?)(?:[尚仍还并]?未|没有|不)(显著|明显|突出|到位|及时)$/;

/**
 * 不达标 where 达标 was asked, 改善不明显 where 明显改善 was: the target's own words, denied. Both texts are
 * normalised.
 */
export function deniesTarget(asked: string, done: string): boolean {
  const plain = asked.replace(BY_HOW_MUCH, '');
  if (UNCHANGED.test(done)) return BETTER.test(plain);
  if (PLAIN_DENIAL.test(done)) {
    const denied = done.replace(PLAIN_DENIAL, '');
    const isDone = ACCOMPLISHED.test(denied) && asked.startsWith(denied);
    return isDone || [asked, plain, asked.replace(AS_DONE, '')].includes(denied);
  }
  const [, what, how] = DENIED_INSIDE.exec(done) ?? [];
  if (what === undefined || how === undefined) return false;
  return plain === what || plain.replace(DEGREE_BEHIND, '') === what || asked === what + how;
}
/** 无变化 where 明显改善 was asked. */
const UNCHANGED = /^(?:基本)?(?:无|没有|未有|未见)(?:明显|显著|太大)?(?:变化|改变|起色)$/;
const BETTER = /^(?:改善|提高|提升|增强|增长|好转|优化)/;
/** 未建立 beside 建立长效机制; 未发生 denies nothing that was wanted. */
const ACCOMPLISHED =
  /^(?:建立|建成|完成|落实|通过|达到|实现|健全|完善|形成|制定|出台|开展|实施|验收|发放|拨付)$/;
/** 未发放 beside 发放到位. */
const AS_DONE = /(?:到位|完成|完毕|到户|到人)$/;

/** 效果显著, 改善明显. */
const DEGREE_BEHIND = /(?:显著|明显|突出)$/;

const PARTLY_DENIED = /^(?:不(?:够|太|甚|很|完全|十分)|未(?:完全|全部|全面))(?=[\u4e00-\u9fff]{2})/;

/** 不够规范 where 规范 was asked: the target's own words, denied in part. Both texts are normalised. */
export const deniesTargetInPart = (asked: string, done: string): boolean =>
  PARTLY_DENIED.test(done) &&
  [asked, asked.replace(BY_HOW_MUCH, '')].includes(done.replace(PARTLY_DENIED, ''));
