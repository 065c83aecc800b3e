import { isFailure } from '../../../src/model/failure';

/** The code of the Failure a call ends in; null where it ends well. Other errors go on. */
export function failureOf(call: () => unknown): string | null {
  try {
    call();
  } catch (reason) {
    if (isFailure(reason)) return reason.code;
    throw reason;
  }
  return null;
}
