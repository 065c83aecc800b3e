import { isFailure } from '../../src/model/failure';

/** The code of the Failure a call ends in; `'ok'` when it returns; anything else thrown goes on. */
export function failureCode(call: () => unknown): string {
  try {
    call();
    return 'ok';
  } catch (reason) {
    if (isFailure(reason)) return reason.code;
    throw reason;
  }
}

/** As `failureCode` for a promise. */
export async function failureCodeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'ok';
  } catch (reason) {
    if (isFailure(reason)) return reason.code;
    throw reason;
  }
}
