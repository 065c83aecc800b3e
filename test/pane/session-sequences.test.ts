import fc from 'fast-check';
import { createSession, type Session } from '../../src/pane/session';
import type { CellValue } from '../../src/model/snapshot';
import { openForm, settled, testClock, withEdits, type EditedHost } from './pane-forms';

/** What can happen to a workbook that is open beside the pane. */
type Step =
  | { readonly do: 'edit'; readonly cell: string; readonly value: CellValue }
  | { readonly do: 'recalculate' | 'undo' | 'clear' | 'wait' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('edit' as const),
    cell: fc.constantFrom('E7', 'E8', 'E9', 'E10', 'G7', 'G8', 'H9'),
    value: fc.oneof(
      fc.integer({ min: 0, max: 120 }).map((share) => `${share}%`),
      fc.integer({ min: 0, max: 30 }),
      fc.constant(null),
    ),
  }),
  fc.record({ do: fc.constantFrom('recalculate', 'undo', 'clear', 'wait') }),
);

async function perform(session: Session, host: EditedHost, one: Step): Promise<void> {
  if (one.do === 'edit') await host.edit(one.cell, one.value);
  if (one.do === 'recalculate') {
    await session.recalculate();
    await session.apply();
  }
  if (one.do === 'undo') await session.undo();
  if (one.do === 'clear') await session.clearMarks();
}

/** Cells of the form itself, as they stand. */
async function formCells({ file }: EditedHost): Promise<unknown> {
  const sheet = (await file.read()).sheets.find(({ name }) => name === '附表');
  return sheet && { values: sheet.values, formulas: sheet.formulas };
}

test('whatever is done in whatever order, a run is settled, repeatable and goes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.boolean(), async (steps, automatic) => {
      const host = withEdits(await openForm(), true);
      const clock = testClock();
      const session = createSession({ host, clock, settings: { autoRecalculate: automatic } });
      await session.start();
      for (const one of steps) {
        await perform(session, host, one);
        if (one.do === 'wait') {
          clock.pass(700);
          await settled();
        }
      }
      clock.pass(100_000);
      await settled();
      expect(session.state().stage.kind).toBe('ready');
      expect(session.state().notice?.tone).not.toBe('error');

      // Run twice is run once.
      await session.recalculate();
      await session.apply();
      const scored = await formCells(host);
      const writes = host.patches.length;
      await session.recalculate();
      await session.apply();
      expect(host.patches).toHaveLength(writes);

      // Echoes of our own writes never start another.
      for (let time = 0; time < 3; time++) {
        host.rumour();
        clock.pass(100_000);
        await settled();
      }
      expect(host.patches).toHaveLength(writes);

      // Clearing leaves the scores and nothing of ours.
      await session.clearMarks();
      expect(await formCells(host)).toEqual(scored);
      const bare = await host.file.read();
      expect(bare.ledger).toBeNull();
      expect(bare.sheets.map(({ name }) => name)).toEqual(['附表']);
      session.stop();
    }),
    { numRuns: 25 },
  );
});
