import { reportDocx } from '../../report/outline-docx';
import { latePart } from '../late-part';

/**
 * As `reportDocx`; what writes it is a part of the program of its own.
 * @throws Failure `page-outdated`
 */
export async function wordFile(...of: Parameters<typeof reportDocx>): Promise<Uint8Array> {
  await latePart(import('docx'));
  return reportDocx(...of);
}
