import type { Finding } from '../../model/finding';
import type { RowScore } from '../../model/score';
import type { CellRef } from '../../model/grid';
import { figure } from '../../scoring/figures';
import { readDeductions } from '../../scoring/rubric/reason-points';
import { READ_KEYS } from '../../scoring/rubric/score-rubric';
import { defineCheck, type Say } from '../define-check';
import { distance, loudness } from '../difference';
import { brief } from '../wording';

const LONGEST_RULE = 60;

/**
 * By size, as `score-not-computed`. Points taken beyond what the standard takes are left alone where
 * the row gives its reason in words: a person may see more than the figures tell.
 */
export const rubricScore = defineCheck({
  id: 'rubric-score',
  code: 'JX417',
  severity: 'warning',
  kinds: ['rubric'],
  scope: 'row',
  about: ['score'],
  texts: {
    'zh-CN': {
      title: '得分与评分标准不符',
      message: {
        plain:
          '“{name}”按{column}应得 {expected} 分，填的是 {found} 分，相差 {difference} 分：“{rule}”；{fact}。',
        range:
          '“{name}”按{column}应在 {expected} 分之间，填的是 {found} 分：“{rule}”；{fact}。标准没有写明怎样算，两种读法都不是这个分。',
      },
      why: '评分标准写明了怎样给分，得分要与本行写的数对得上。',
      fix: '请按标准核对：应为 {expected} 分；另有扣分理由的，写明理由。',
      basis: '各地整体支出、项目支出评分表的评分标准；一段不足怎样算，标准没写的两种读法都算对',
    },
    en: {
      title: 'Score does not follow from the rules of the form',
      message: {
        plain:
          '“{name}”: by {column} {expected} points are due, {found} are filled in, {difference} off: “{rule}”; {fact}.',
        range:
          '“{name}”: by {column} {expected} points are due, {found} are filled in: “{rule}”; {fact}. The rule does not say which of two readings is meant, and this is neither.',
      },
      why: 'The rules of the form say how points are given; a score follows from the figures of its row.',
      fix: 'Hold it against the rules: {expected} points are due. Where points were taken for something else, say for what.',
      basis:
        'The rules on published scoring forms; where a rule does not say how a part of a step counts, both readings are right',
    },
  },
  soundRow(say, { table, profile }) {
    const column = table.columns.criteria?.label ?? '评分标准';
    return (indicator, score, { weight, filled, explained }) => {
      if (filled === null || weight === null || indicator.score === null) return null;
      if (filled < 0 || filled > weight || score.method !== 'rubric') return null;
      const span = spanOf(score);
      if (!span) return null;
      const [low, high] = span;
      if (filled >= low && filled <= high) return null;
      const inWords = explained && readDeductions(indicator.reason ?? '') === null;
      if (filled < low && inWords) return null;
      const difference = distance(filled, filled < low ? low : high);
      const severity = loudness(difference, profile);
      if (severity === null) return null;
      return told(say, indicator.score.cell, score, {
        severity,
        name: brief(indicator.name),
        column,
        difference,
        expected: low === high ? low : `${figure(low)}–${figure(high)}`,
        found: filled,
      });
    };
  },
});

/** What the standard gives; null where it gives nothing, or only 扣分原因 named points. */
function spanOf({ score, scoreRange, explanation }: RowScore): readonly [number, number] | null {
  if (scoreRange) return scoreRange;
  return score !== null && READ_KEYS.includes(explanation.key) ? [score, score] : null;
}

interface Told {
  readonly severity: Finding['severity'];
  readonly name: string;
  readonly column: string;
  readonly difference: number;
  readonly expected: number | string;
  readonly found: number;
}

function told(
  say: Say<'plain' | 'range'>,
  cell: CellRef,
  { explanation: { data } }: RowScore,
  { severity, expected, found, ...rest }: Told,
): Finding {
  return say(cell, {
    severity,
    variant: typeof expected === 'string' ? 'range' : 'plain',
    data: {
      ...rest,
      rule: brief(String(data['rule'] ?? ''), LONGEST_RULE),
      fact: brief(String(data['fact'] ?? ''), LONGEST_RULE),
    },
    expected,
    found,
  });
}
