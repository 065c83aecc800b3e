import { Failure, isFailure } from '../../model/failure';
import type { FailureCode } from '../../texts/message';

/** What is wrong with a package, in the words for reports: nobody opens a report in Excel. */
const IN_REPORTS: Partial<Record<FailureCode, FailureCode>> = {
  'file-damaged': 'report-damaged',
  'part-missing': 'report-damaged',
  'xml-damaged': 'report-damaged',
  'zip-unsupported': 'report-damaged',
  'zip-duplicate': 'report-damaged',
  'file-too-large': 'report-too-large',
  'too-large': 'report-too-large',
  'zip-bomb': 'report-unsafe',
  'zip-unsafe-name': 'report-unsafe',
  'zip-overlap': 'report-unsafe',
  'xml-forbidden': 'report-unsafe',
  'xml-too-deep': 'report-unsafe',
  encrypted: 'report-encrypted',
};

/**
 * Does what reads the report `shown`, the path as people know it.
 * @throws Failure `report-damaged`, `report-too-large`, `report-unsafe` or `report-encrypted` in
 *   place of those of a package; all else as it was thrown.
 */
export function asReport<Read>(shown: string, work: () => Read): Read {
  try {
    return work();
  } catch (reason) {
    const code = isFailure(reason) ? IN_REPORTS[reason.code] : undefined;
    if (code === undefined) throw reason;
    throw new Failure(code, { path: shown }, { cause: reason });
  }
}

const ENCRYPTED_PACKAGE = Array.from('EncryptedPackage').join('\0');

/** Whether an old-format container holds a .docx with a password: so Office stores those. */
export const isEncryptedDocx = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes).includes(ENCRYPTED_PACKAGE);
