import type { Message } from './message';

/**
 * The one error type that leaves a room on purpose. `code` is stable; the two messages are one
 * sentence of what happened and one of what to do next (catalogue keys `error.<code>.message`
 * and `error.<code>.hint`).
 */
export class Failure extends Error {
  readonly code: string;
  readonly data: Message['data'];

  constructor(code: string, data: Message['data'] = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.name = 'Failure';
    this.code = code;
    this.data = data;
  }
}

export function isFailure(reason: unknown): reason is Failure {
  return reason instanceof Failure;
}
