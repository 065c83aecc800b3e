import { message, type Data, type FailureCode, type Message } from '../texts/message';

/**
 * The one error type that leaves a room on purpose. `code` is stable; the two messages are one
 * sentence of what happened and one of what to do next (texts `error.<code>.message` and
 * `error.<code>.hint`).
 */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly data: Data;

  constructor(code: FailureCode, data: Data = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.name = 'Failure';
    this.code = code;
    this.data = data;
  }
}

export function isFailure(reason: unknown): reason is Failure {
  return reason instanceof Failure;
}

/** What was thrown, as a failure: a fault of the program is `unexpected`, wherever it shows. */
export function asFailure(reason: unknown): Failure {
  if (isFailure(reason)) return reason;
  const cause = reason instanceof Error ? reason.message : String(reason);
  return new Failure('unexpected', { cause }, { cause: reason });
}

/** What happened, and what to do next. */
export const toldOf = ({ code, data }: Failure): { message: Message; hint: Message } => ({
  message: message(`error.${code}.message`, data),
  hint: message(`error.${code}.hint`, data),
});
