import { Failure } from '../model/failure';
import type { Limits } from './limits';

export function convertLegacy(_bytes: Uint8Array, _limits: Limits): Promise<Uint8Array> {
  return Promise.reject(new Failure('file-not-workbook'));
}
