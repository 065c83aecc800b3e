/// <reference types="office-js" />
import { Failure } from '../../model/failure';

/** What the host needs of Office; the app passes the real ones, tests pass a stand-in's. */
export interface ExcelSession {
  /**
   * A fresh request context, `() => new Excel.RequestContext()`. Not `Excel.run`: it keeps and
   * releases every range it sees, which costs actions and a round trip of its own.
   */
  readonly openContext: () => Excel.RequestContext;
  /** `Office.context.requirements.isSetSupported`. */
  readonly isSetSupported: (set: string, version: string) => boolean;
  /** Bytes of a request of several steps; 4.5 MB unless said, for Excel on the web takes 5. */
  readonly mostRequest?: number;
}

/** What is there beyond the floor, ExcelApi 1.9. */
export interface ExcelAbilities {
  /** Merged areas can be asked for (1.13). Without, none are known: see `readBook`. */
  readonly merges: boolean;
  /** Edit events say who caused them (1.14). */
  readonly triggerSource: boolean;
  /** Notes can be read and written (1.18). */
  readonly notes: boolean;
  /** What is written joins a person's undo history instead of clearing it (1.19). */
  readonly keepsHistory: boolean;
}

const API = 'ExcelApi';

/** @throws Failure `excel-too-old` below ExcelApi 1.9. */
export function abilitiesOf(session: ExcelSession): ExcelAbilities {
  const has = (version: string): boolean => session.isSetSupported(API, version);
  if (!has('1.9')) throw new Failure('excel-too-old');
  return {
    merges: has('1.13'),
    triggerSource: has('1.14'),
    notes: has('1.18'),
    keepsHistory: has('1.19'),
  };
}
