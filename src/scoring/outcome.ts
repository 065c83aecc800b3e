import { message, type Data } from '../texts/message';
import type { ScoringKey } from '../texts/zh-CN/scoring';
import type { RowScore, ScoringMethod } from '../model/score';

/** A row only a person can judge. */
export function judged(method: ScoringMethod, key: ScoringKey, data: Data): RowScore {
  return outcome(method, null, null, 'judged', key, data);
}

export function outcome(
  method: ScoringMethod,
  achievement: number | null,
  score: number | null,
  status: RowScore['status'],
  key: ScoringKey,
  data: Data,
): RowScore {
  return {
    method,
    achievement,
    score,
    status,
    scoreRange: null,
    band: null,
    explanation: message(key, data),
  };
}
