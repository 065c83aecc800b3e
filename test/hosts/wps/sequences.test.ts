import fc from 'fast-check';
import { isEmptyPatch, planClear } from '../../../src/engine/plan';
import { FORM_NAME } from '../../../src/apps/wps/probe/host-cases';
import { xmlOfLedger } from '../../../src/hosts/ledger-xml';
import { createFileHost } from '../../../src/hosts/file/file-host';
import { createWpsHost } from '../../../src/hosts/wps/wps-host';
import { rangeName } from '../../../src/model/grid';
import { EXAMPLE_FORMS } from '../../../examples/example-forms';
import { writeForm } from '../../../examples/form-writer';
import { bookOf } from '../../support/wps-fake/book-of';
import type { FakeBook } from '../../support/wps-fake/fake-book';
import { FORM, plan } from './small-form';
import { fakeEt } from '../../support/wps-fake/fake-et';

/** All of ours that a person could see; scores stay after clearing. */
const traces = ({ parts, sheets }: FakeBook): unknown => ({
  parts: parts.length,
  sheets: sheets.map(({ name }) => name),
  marked: sheets.flatMap(({ cells }) =>
    [...cells].filter(([, { fill, note }]) => fill !== null || note !== null),
  ),
});

const step = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    row: fc.integer({ min: 7, max: 10 }),
    value: fc.constantFrom('49%', '≥50', '完成', 12, null),
  }),
  fc.record({ kind: fc.constantFrom('score', 'undo', 'clear', 'reopen') }),
);

test('edits, scoring, undo, clearing and reopening in any order leave no trace after a last clearing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const et = fakeEt(bookOf([FORM]));
      let host = createWpsHost(et.application);
      for (const one of steps) {
        if ('row' in one) et.type(FORM_NAME, `F${one.row}`, one.value);
        else if (one.kind === 'reopen') host = createWpsHost(et.application);
        else if (one.kind === 'undo') await host.undo();
        else if (one.kind === 'clear') await host.apply(planClear(await host.read()));
        else {
          await host.apply(plan(await host.read()));
          expect(isEmptyPatch({ ...plan(await host.read()), cached: [] })).toBe(true);
        }
      }
      await host.apply(planClear(await host.read()));
      expect(traces(et.book)).toEqual({ parts: 0, sheets: [FORM_NAME], marked: [] });
    }),
    { numRuns: 100 },
  );
});

test('what a file host scored has no second set of marks in WPS, and is cleared there', async () => {
  const [form] = Object.values(EXAMPLE_FORMS);
  if (!form) throw new Error('no example');
  const file = await createFileHost(writeForm(form()));
  const names = (await file.read()).sheets.map(({ name }) => name);
  await file.apply(plan(await file.read()));
  const { sheets, ledger } = await file.read();
  if (!ledger) throw new Error('no ledger');
  const book = bookOf(
    sheets.map(({ name, values, merges }) => ({
      name,
      merges: merges.map(rangeName),
      rows: values,
    })),
  );
  book.parts.push(xmlOfLedger(ledger));
  const host = createWpsHost(fakeEt(book).application);
  const { flags, sheets: pages } = plan(await host.read());
  expect({ flags, pages }).toEqual({ flags: plan(await file.read()).flags, pages: [] });
  await host.apply(planClear(await host.read()));
  expect(traces(book)).toEqual({ parts: 0, sheets: names, marked: [] });
});
