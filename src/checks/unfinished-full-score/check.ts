import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';
import { unfinishedIn } from './unfinished';

/** Where the target is missed in figures, `unmet-full-score` speaks. */
export const unfinishedFullScore = defineCheck({
  id: 'unfinished-full-score',
  code: 'JX422',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['judged-score'],
  silences: ['qualitative-band', 'kind-mismatch'],
  yields: {
    actual: { onRow: ['unmet-full-score', 'deadline-missed'] },
    reason: { onRow: ['unmet-full-score', 'deadline-missed'] },
    goal: { onRow: ['unmet-full-score', 'deadline-missed'] },
  },
  texts: {
    'zh-CN': {
      title: '没有做完却得满分',
      message: {
        actual: '“{name}”的实际完成值写着“{said}”，却得满分 {found}。',
        reason: '“{name}”的偏差原因写着“{said}”，却得满分 {found}。',
        goal: '总体目标的实际完成情况写着“{said}”，“{name}”却得满分 {found}。',
      },
      why: '没有验收、还在推进的事项不能按全部完成计分。',
      fix: '请按实际进度给分；已经完成的，改正文字。',
      basis: '成都郫都区复核：未验收的指标按未完成扣分；某市核对工具：满分行不得写未完成',
    },
    en: {
      title: 'Not finished, full score',
      message: {
        actual: 'The actual value of “{name}” says “{said}”, yet it has the full {found} points.',
        reason: 'The reason of “{name}” says “{said}”, yet it has the full {found} points.',
        goal: 'The achievement says “{said}”, yet “{name}” has the full {found} points.',
      },
      why: 'What is not accepted or still under way does not score as done.',
      fix: 'Score what was done; where it is done, correct the words.',
      basis: 'Review in Pidu, Chengdu; a city’s checker',
    },
  },
  soundRow(say, { table }) {
    const achieved = table.goal.achieved?.value ?? '';
    const clauses = unfinishedIn(achieved) === null ? [] : achieved.split(/[，,；;。\n]/);
    const open = clauses.filter((clause) => unfinishedIn(clause) !== null);
    return ({ name, actual, reason, score }, _score, { filled, weight }) => {
      if (score === null || weight === null || filled !== weight) return null;
      const about = open.find((clause) => tellsOf(clause, name));
      const told = [
        ['actual', actual.kind === 'qualitative' ? unfinishedIn(actual.text) : null],
        ['reason', unfinishedIn(reason ?? '')],
        ['goal', about === undefined ? null : unfinishedIn(about)],
      ] as const;
      const [variant, said] = told.find(([, words]) => words !== null) ?? [];
      if (variant === undefined || said == null) return null;
      return say(score.cell, { variant, data: { name: brief(name), said }, found: filled });
    };
  },
});

const SHORTEST = 4;

/** A clause names the row by the greater part of its name. */
function tellsOf(clause: string, name: string): boolean {
  const length = Math.max(SHORTEST, Math.ceil((name.length * 2) / 3));
  for (let at = 0; at + length <= name.length; at += 1) {
    if (clause.includes(name.slice(at, at + length))) return true;
  }
  return false;
}
