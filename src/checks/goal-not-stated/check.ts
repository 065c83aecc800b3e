import type { Finding } from '../../model/finding';
import { EVERY_KIND } from '../check';
import { defineCheck } from '../define-check';
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
    if (found.length > 0 || expected === null || achieved === null) return found;
    const text = plain(expected.value);
    if (text === '' || text !== plain(achieved.value)) return found;
    const variant = 'same';
    return [say(achieved.cell, { variant, advice: 'achieved', found: brief(text) })];
  },
});

/** Without spaces and closing punctuation. */
function plain(text: string): string {
  return packed(text).replace(/[。.;；,，]$/, '');
}
