import { Failure, isFailure } from '../../model/failure';

/** What Excel's client says of a request that failed; only what is needed of it. */
export interface ExcelError {
  readonly code: string;
  readonly message: string;
  /** Marks of the batch that were reached before it failed. */
  readonly reached: readonly string[];
}

const CELL_EDIT: ReadonlySet<string> = new Set([
  // Both are documented for a cell that is being edited, on different pages.
  'InvalidOperation',
  'InvalidOperationInCellEditMode',
]);
const TOO_LARGE: ReadonlySet<string> = new Set([
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
]);
const GONE: ReadonlySet<string> = new Set(['ItemNotFound', 'InvalidReference']);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads what was thrown; errors of the client come from another realm, so only their fields count. */
export function readExcelError(reason: unknown): ExcelError {
  if (typeof reason !== 'object' || reason === null) {
    return { code: '', message: String(reason), reached: [] };
  }
  const fields = reason as Readonly<Record<string, unknown>>;
  const traces: unknown = fields.traceMessages;
  return {
    code: textOf(fields.code),
    message: textOf(fields.message),
    reached: Array.isArray(traces) ? (traces as unknown[]).map(textOf) : [],
  };
}

const isCellEdit = ({ code, reached }: ExcelError): boolean =>
  CELL_EDIT.has(code) && reached.length === 0;

export const isTooLarge = ({ code }: ExcelError): boolean => TOO_LARGE.has(code);

/** Something the batch named is not in the workbook any more. */
export const isGone = ({ code }: ExcelError): boolean => GONE.has(code);

/** The request was turned away as a whole: nothing in it was done. */
export const isRefusedWhole = (error: ExcelError): boolean =>
  isCellEdit(error) || error.code === 'RequestPayloadSizeLimitExceeded';

/** Names a failed request in our terms: `excel-cell-edit`, `excel-too-large`, `excel-refused`. */
export function asFailure(reason: unknown): Failure {
  if (isFailure(reason)) return reason;
  const error = readExcelError(reason);
  if (isCellEdit(error)) return new Failure('excel-cell-edit', {}, { cause: reason });
  if (isTooLarge(error)) return new Failure('excel-too-large', {}, { cause: reason });
  return new Failure(
    'excel-refused',
    { reason: error.code === '' ? error.message : error.code },
    { cause: reason },
  );
}

/** Too much for one answer, or more merged areas than Excel reports at once. */
export function mayReadInPieces(reason: unknown): boolean {
  const error = readExcelError(reason);
  return isTooLarge(error) || error.code === 'GeneralException' || error.code === 'InvalidArgument';
}
