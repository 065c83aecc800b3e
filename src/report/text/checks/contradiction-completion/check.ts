import { defineReportCheck } from '../../check';
import { claimsOf, type Claim } from '../../facts/claims';
import { comparedWrongly } from '../../relations/compared-wrongly';
import { contradiction } from '../../relations/contradiction';
import { areOfOne, clauseBefore, partOf, subjectOf } from '../../relations/subject';
import { sharesPair } from '../../relations/likeness';
import { segmentBefore } from '../../facts/segment-before';

const ONE =
  /(?:全面|全部|圆满|如期|均已?|已经?(?:全部|如期))(?:按[^，。；]{0,8})?(?:完成|完工|竣工|实现|建成)|已经?(?:完工|竣工|建成|完成)(?=[，。；]|全部|各项|所有|年度|建设|施工)|已[^，。；]{0,16}(?:交付使用|投入使用|投入运行|正式运行|建成通车|通过(?:竣工|交工|最终)?验收)|(?:各项|所有)[^，。；]{0,14}(?:均|全部|都|已)[^，。；]{0,10}(?:完成|实现|达到|达标)|全面完成[^。；，]{0,12}(?:任务|指标|目标)/g;
const OTHER =
  /(?<!是否)(?:(?:尚|暂|仍|还|均|至今)未|未能?)(?:全部|完全|如期|按期|按时|最终|通过)?(?:完工|竣工|完成(?!率|的|——)|建成|开工|投入使用|投用|通过验收)|(?:尚|暂|仍|还)未(?:通过|组织|进行|开展)?(?:竣工|交工|最终|整体)?验收|(?:大多数|大部分|多数)(?:指标|任务|目标)?(?:未完成|完成|达到|达成)|仍在(?:建设|施工|实施)|(?:正在|尚在)(?:建设|施工)|预计[^，。；]{0,10}月(?:底|末|\d{1,2}日)?(?:之?前)?(?:完工|竣工|建成)(?!验收)/g;

/** Said of everything, so that anything not done goes against it. */
const isWhole = ({ found }: Claim): boolean => /全面|全部|圆满|各项|所有|均/.test(found);

/** 3个已竣工，2个正在施工: of so many of them, which says nothing of the others. */
const isCounted = (claim: Claim): boolean => /\d[^，。；\d]{0,8}$/.test(clauseBefore(claim));

/** 二期尚未开工: of a later part, which what is said of all does not speak of. */
const LATER_PART = /[二三四五后][期阶]|下一?阶段/;

const isOfLaterPart = (one: Claim, other: Claim): boolean =>
  LATER_PART.test(clauseBefore(other)) && !LATER_PART.test(clauseBefore(one));

/** 截至6月尚未支付，已于11月全部支付: not yet done is told first, and then that it was done. */
const isDoneSince = (one: Claim, other: Claim): boolean => {
  const words = clauseBefore(one) + one.found;
  const later = one.statement === other.statement && other.at < one.at;
  return later && /已/.test(words) && !/各项|所有|均/.test(words);
};

/** Words of a clause that name no thing of their own: 各项任务, 本年度建设工程. */
const NO_NAME =
  /工程|指标|管网|任务|工作|项目|建设|施工|内容|目标|绩效|各项|所有|全部|均|都|已经?|目前|现|截至|年[度底末]?|月[底末]?|其余|其他|但|尚|[还仅只]?有|[本该其我于并了的中因由处个项座户]/g;
const nameOf = (words: string): string =>
  words.replace(NO_NAME, '').replace(/[^\u4e00-\u9fff]/g, '');

/** What is not done by the words before it or, where they name nothing, by those behind: 尚未完成决算审计. */
function undoneThing(claim: Claim): { readonly name: string; readonly isObject: boolean } {
  const name = nameOf(clauseBefore(claim));
  if (name.length > 1 || !/未|正在|仍在|尚在|预计/.test(claim.found))
    return { name, isObject: false };
  const tail = claim.statement.text.slice(claim.at + claim.found.length);
  return { name: nameOf(/^[^，。；：（(]*/.exec(tail)?.[0] ?? ''), isObject: true };
}

const EXCEPTION = /除(?!了)[^，。；]*$/;

/** 除二标段未完工外; 任务全部完成，但档案归档尚未完成: an exception told in one breath with what it is one of. */
function isExcepted(one: Claim, other: Claim, name: string): boolean {
  const { text } = other.statement;
  const [before, behind] = [text.slice(0, other.at), text.slice(other.at)];
  if (EXCEPTION.test(before) && /^[^，。；]*外/.test(behind)) return true;
  // 除培训人数外，其余指标均完成: something is not done, as it says itself.
  if (/除(?!了)[^。；]*外/.test(one.statement.text.slice(0, one.at))) return true;
  const told = one.statement === other.statement && one.at < other.at;
  return told && name.length > 1 && /[，；](?:但|不过|仅|只有)/.test(text.slice(one.at, other.at));
}

/** 12个产出指标完成11个，未完成1个；6个效益指标全部完成: parts of one list, each of its own. */
function areInList(one: Claim, other: Claim, own: string): boolean {
  if (one.statement !== other.statement || own.length < 2) return false;
  const { text } = other.statement;
  const [first, last] = [one, other].map(({ at }) => at).sort((a, b) => a - b);
  if (!/；/.test(text.slice(first, last))) return false;
  const segment = segmentBefore(text, other.at);
  const theirs = nameOf(segment.split('，')[0] ?? '');
  return theirs.length > 1 && !sharesPair(theirs, own);
}

/** 效益指标设5项，全部完成: where its clause names nothing, by the first of its part of the sentence. */
function nameHere(claim: Claim): string {
  const own = nameOf(clauseBefore(claim));
  const segment = segmentBefore(claim.statement.text, claim.at);
  return own.length > 1 ? own : nameOf(segment.split('，')[0] ?? '');
}

/** 主体工程已完工，绿化工程尚未完工; 已完工，尚未完成决算审计: of two things by their own names. */
function areOfOneThing(one: Claim, other: Claim): boolean {
  const { name, isObject } = undoneThing(other);
  const own = nameOf(clauseBefore(one));
  if (isExcepted(one, other, name)) return false;
  if (name.length < 2) return !areInList(one, other, nameHere(one));
  if (own.length < 2) return !isObject && isWhole(one) && !/整体|总体/.test(name);
  return sharesPair(own, name) && partOf(own) === partOf(name);
}

/** Done, and not yet accepted: the step that follows. */
const isLaterStep = (one: Claim, other: Claim): boolean =>
  /验收/.test(other.found) && !/验收/.test(one.found);

export const contradictionCompletion = defineReportCheck({
  id: 'contradiction-completion',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '既说全部完成又说没有完成',
      message: '前后矛盾：第{paragraph}段写“{first}”，这里写“{second}”。',
      fix: '按实际写清哪些指标完成、哪些没有完成。',
      basis: '规则 F11：前后一致',
    },
    en: {
      title: 'All done, and not done',
      message: 'Paragraph {paragraph} says “{first}”, this says “{second}”.',
      fix: 'Say plainly which indicators were met and which were not.',
      basis: 'Rule F11: a report agrees with itself',
    },
  },
  find: ({ report, statements }, say) => {
    const [compared] = comparedWrongly(statements);
    if (compared) return contradiction(compared[0], compared[1], say);
    const others = claimsOf(report, statements, OTHER);
    for (const one of claimsOf(report, statements, ONE)) {
      const other = others.find(
        (claim) =>
          !isOfLaterPart(one, claim) &&
          !isDoneSince(one, claim) &&
          areOfOneThing(one, claim) &&
          (isWhole(one) ||
            (!isCounted(one) &&
              !isCounted(claim) &&
              areOfOne(subjectOf(clauseBefore(one)), subjectOf(clauseBefore(claim))))),
      );
      if (!other) continue;
      const found = contradiction(one, other, say);
      return isLaterStep(one, other)
        ? found.map((finding) => ({ ...finding, severity: 'info' }))
        : found;
    }
    return [];
  },
});
