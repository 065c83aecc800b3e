import type { Finding } from '../../model/finding';
import type { Goal } from '../../model/table';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
import { promptIn } from '../template-text/prompts';
import { brief, packed } from '../wording';

const BARE_NUMBER = /^[\d.,，]{1,20}(?:%|％|元|万元?|亿元?|个|项)?[。.]?$/;

export const goalNotStated = defineCheck({
  id: 'goal-not-stated',
  code: 'JX107',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['goal'],
  texts: {
    'zh-CN': {
      title: '总体目标未写清',
      message: {
        number: '这里应写总体目标或完成情况，现在只有“{found}”。',
        name: '这里应写总体目标或完成情况，现在只是项目名称“{found}”。',
        same: '实际完成情况与预期目标一字不差，没有写出完成了什么。',
        hollow: '实际完成情况只写了“{found}”，没有写出做到了什么。',
        unset: '总体目标是空的，只写了实际完成情况。',
        unachieved: '总体目标的实际完成情况是空的。',
        blank: '总体目标和实际完成情况都是空的。',
      },
      why: '总体目标要说明做什么、达到什么程度，完成情况要与它对照。',
      fix: '请用一两句话写明要做的事和数量。',
      fixes: {
        achieved: '请用一两句话写明实际做到的结果和数量。',
      },
      basis: '总体目标要写明做什么、做多少（审核经验）；廊坊2019年、萧县2023年公开自评表为实例',
    },
    en: {
      title: 'Goal is not stated',
      message: {
        number: 'A goal or its achievement belongs here; there is only “{found}”.',
        name: 'A goal or its achievement belongs here; there is only the name of the project, “{found}”.',
        same: 'The achievement repeats the goal word for word and does not say what was done.',
        hollow: 'The achievement is only “{found}”; it does not say what was done.',
        unset: 'The goal is blank; only the achievement is written.',
        unachieved: 'The achievement of the goal is blank.',
        blank: 'Both the goal and its achievement are blank.',
      },
      why: 'The goal says what is to be done and how far; the achievement is held against it.',
      fix: 'State in a sentence or two what is to be done, with figures.',
      fixes: {
        achieved: 'State in a sentence or two what was done, with figures.',
      },
      basis:
        'A goal says what is done and how much (reviewing practice); seen in Langfang 2019 and Xiaoxian 2023',
    },
  },
  find(say, context) {
    const { table } = context;
    const { expected, achieved } = table.goal;
    const project = table.project === null ? null : plain(table.project.value);
    const found: Finding[] = [];
    for (const goal of [expected, achieved]) {
      if (goal === null) continue;
      const text = plain(goal.value);
      const variant = BARE_NUMBER.test(text) ? 'number' : text === project ? 'name' : null;
      if (variant === null || text === '') continue;
      const advice = goal === achieved ? 'achieved' : undefined;
      found.push(say(goal.cell, { variant, advice, found: brief(goal.value) }));
    }
    if (found.length > 0) return found;
    const open = openPart(table.goal);
    if (open !== null) {
      const [cell, variant] = open;
      return [say(cell, { variant, advice: variant === 'unachieved' ? 'achieved' : undefined })];
    }
    if (expected === null || achieved === null) return found;
    const told = { advice: 'achieved', found: brief(achieved.value) } as const;
    const [goal, done] = [plain(expected.value), plain(achieved.value)];
    if (goal !== '' && goal === done) return [say(achieved.cell, { variant: 'same', ...told })];
    const hollow = HOLLOW.test(done) && !HOLLOW.test(goal);
    return hollow ? [say(achieved.cell, { variant: 'hollow', severity: 'info', ...told })] : [];
  },
});

/** That all of it was done, and nothing of what. */
const HOLLOW =
  /^(?:已|均|都|全部|全面|按时|按期|按计划|按要求|圆满|顺利|如期|基本|较好地?){0,4}(?:完成|达成|实现|达到|落实)了?(?:年度|全年|年初|本年|预期|预定|既定|设定|总体|绩效|各项|全部|所有|的){0,4}(?:目标|任务|工作|指标|计划){0,2}$/;

/** The part that was left blank, where the other was told or neither was. */
function openPart({ expected, achieved, blank }: Goal) {
  if (!blank) return null;
  const [unset, unachieved] = [blank.expected, blank.achieved];
  if (expected === null && achieved === null)
    return unset && unachieved ? ([unset, 'blank'] as const) : null;
  if (expected === null) return unset && isTold(achieved) ? ([unset, 'unset'] as const) : null;
  if (achieved === null)
    return unachieved && isTold(expected) ? ([unachieved, 'unachieved'] as const) : null;
  return null;
}

/** Something else than a prompt of the empty form or one more label. */
function isTold(part: Goal['expected']): boolean {
  const text = part?.value ?? '';
  const own = plain(text.replace(promptIn(text) ?? '', ''));
  return own.length > 2 && !/^.{0,6}目标$/.test(own);
}

/** Without spaces and closing punctuation. */
function plain(text: string): string {
  return packed(text).replace(/[。.;；,，]$/, '');
}
