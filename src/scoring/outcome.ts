import type { Message } from '../model/message';
import { message } from '../model/message';
import type { RowScore, ScoringMethod } from '../model/score';

/** A row only a person can judge. */
export function judged(method: ScoringMethod, key: string, data: Message['data']): RowScore {
  return outcome(method, null, null, 'judged', key, data);
}

export function outcome(
  method: ScoringMethod,
  achievement: number | null,
  score: number | null,
  status: RowScore['status'],
  key: string,
  data: Message['data'],
): RowScore {
  return { method, achievement, score, status, band: null, explanation: message(key, data) };
}
