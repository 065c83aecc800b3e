import { toldOf, type Failure } from '../model/failure';
import { render, type Texts } from '../texts/catalogue';

export interface FailedFileJson {
  readonly path: string;
  readonly ok: false;
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}

/** A file that could not be processed: what happened and what to do, never a stack trace. */
export function failedFileJson(path: string, failure: Failure, texts: Texts): FailedFileJson {
  const { message, hint } = toldOf(failure);
  return {
    path,
    ok: false,
    error: {
      code: failure.code,
      message: render(message, texts),
      hint: render(hint, texts),
    },
  };
}
