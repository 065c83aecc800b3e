import { evaluate } from '../../src/engine/evaluate';
import { findingList } from '../../src/engine/finding-list';
import { fixesOf } from '../../src/engine/fixes';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { planPatch } from '../../src/engine/plan';
import { review } from '../../src/engine/review';
import type { WorkbookResult } from '../../src/model/score';
import type { Snapshot } from '../../src/model/snapshot';
import { entryText } from '../../src/report/entry-text';
import { RESULT_TEXTS } from '../../src/report/result-texts';
import { openWorkbook } from '../../src/xlsx/open';
import { largeForm } from '../bench/large-sheet';
import { growthOf, LINEAR } from '../support/growth';
import { buildWorkbook, type CellSpec } from '../support/workbook-builder';

/**
 * What is made of a form costs as much as it has rows, whatever stands in them: a search
 * inside a search shows here as work that grows with the square.
 */

const HEAD = 3;

/** Bytes of a form of `count` rows, each of which is made another one, with a merged area on each. */
function formOf(
  count: number,
  change: (row: readonly CellSpec[], index: number) => readonly CellSpec[],
): Uint8Array {
  const rows = largeForm(count).map((row, index) => {
    const plain = row.map((value) => (typeof value === 'object' ? null : value));
    return index < HEAD || index === count + HEAD ? plain : change(plain, index);
  });
  const merges = rows.slice(HEAD).map((_row, at) => {
    const row = String(at + HEAD + 1);
    return `H${row}:I${row}`;
  });
  return buildWorkbook({ sheets: [{ name: '附表', rows, merges }] });
}

const LONG =
  '年初按全年任务申报，执行中因审批时间比预计的长，有一部分工作要跨到下一年度才能做完，已与主管部门商定';

/** Scores that are wrong and typed as texts, and one reason for all, in merged cells. */
const faultyForm = (count: number): Uint8Array =>
  formOf(count, (row) => [...row.slice(0, 5), '10', '2', LONG, null]);

interface Step {
  readonly snapshot: Snapshot;
  readonly result: WorkbookResult;
}

const STEPS: Readonly<Record<string, (step: Step) => unknown>> = {
  'recognise, score and check': ({ snapshot }) => evaluate(snapshot, DEFAULT_OPTIONS),
  'plan what is written': ({ snapshot, result }) => planPatch(snapshot, result, DEFAULT_OPTIONS),
  'list what was found': ({ snapshot, result }) =>
    findingList(review(snapshot, result, DEFAULT_OPTIONS)).map((entry) =>
      entryText(entry, RESULT_TEXTS['zh-CN']),
    ),
  'put right what is certain': ({ snapshot, result }) => fixesOf(snapshot, result, DEFAULT_OPTIONS),
};

describe('a form of faults', () => {
  const SIZES = { small: 1_000, large: 8_000 };
  const steps = new Map<number, Step>();
  beforeAll(async () => {
    for (const count of Object.values(SIZES)) {
      const { snapshot } = await openWorkbook(faultyForm(count));
      steps.set(count, { snapshot, result: evaluate(snapshot, DEFAULT_OPTIONS) });
    }
  });
  test.each(Object.entries(STEPS))('%s', (_step, work) => {
    const growth = growthOf(
      SIZES.small,
      (size) => steps.get(size),
      (step) => step && work(step),
    );
    expect(growth).toBeLessThan(LINEAR);
  });
});
