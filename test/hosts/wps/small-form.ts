import {
  FORM_MERGE,
  FORM_NAME,
  FORM_ROWS,
  FORM_TOTAL,
} from '../../../src/apps/wps/probe/host-cases';
import { evaluate } from '../../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { planPatch } from '../../../src/engine/plan';
import type { Patch } from '../../../src/model/patch';
import type { Snapshot } from '../../../src/model/snapshot';
import type { SheetGiven } from '../../support/wps-fake/book-of';

/** The form that 检测本机 scores, with the total reckoned. */
export const FORM: SheetGiven = {
  name: FORM_NAME,
  rows: FORM_ROWS.map((row, at) =>
    row.map((value, column) =>
      at === 10 && column === 6 ? { formula: FORM_TOTAL.formula, value: 65 } : value,
    ),
  ),
  merges: [FORM_MERGE],
};

export const plan = (snapshot: Snapshot): Patch =>
  planPatch(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS);
