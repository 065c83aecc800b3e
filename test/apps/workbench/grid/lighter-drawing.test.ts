import type { Injector } from '@univerjs/core';
import { SheetsNoteModel } from '@univerjs/sheets-note';
import fc from 'fast-check';
import { findNotesByPlace } from '../../../../src/apps/workbench/grid/lighter-drawing';

// The rest of the grid comes as modules that Jest does not load; notes alone have no use for it.
jest.mock('@univerjs/engine-render', () => ({}));
jest.mock('@univerjs/sheets', () => new Proxy({}, { get: () => jest.fn() }));

const SHEETS = ['one', 'other'];

const place = { row: fc.nat(4), col: fc.nat(2), sheet: fc.constantFrom(...SHEETS) };

const step = fc.oneof(
  fc.record({ do: fc.constant('write' as const), text: fc.string(), ...place }),
  fc.record({ do: fc.constant('move' as const), toRow: fc.nat(4), toCol: fc.nat(2), ...place }),
  fc.record({ do: fc.constant('remove' as const), ...place }),
  fc.record({ do: fc.constant('close' as const), sheet: fc.constantFrom(...SHEETS) }),
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

function take(notes: SheetsNoteModel, one: Step): void {
  if (one.do === 'close') {
    notes.deleteUnitNotes('book');
    return;
  }
  const { row, col, sheet } = one;
  const id = notes.getNote('book', sheet, { row, col })?.id;
  if (one.do === 'write') {
    const size = { width: 1, height: 1, id: id ?? `${String(row)}:${String(col)}` };
    notes.updateNote('book', sheet, row, col, { ...size, row, col, note: one.text });
  } else if (id !== undefined && one.do === 'remove') {
    notes.removeNote('book', sheet, { row, col });
  } else if (id !== undefined && one.do === 'move') {
    const to = { newRow: one.toRow, newCol: one.toCol };
    notes.updateNotePosition('book', sheet, { row, col, ...to });
  }
}

/** All notes as the model tells them place by place. */
const told = (notes: SheetsNoteModel): unknown =>
  SHEETS.map((sheet) =>
    Array.from({ length: 15 }, (_, at) =>
      notes.getNote('book', sheet, { row: Math.floor(at / 3), col: at % 3 }),
    ),
  );

describe('notes found by their place', () => {
  it('are those that the grid finds, after each change', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const [own, plain] = [new SheetsNoteModel(), new SheetsNoteModel()];
        findNotesByPlace({ get: () => own } as unknown as Injector);
        for (const one of steps) {
          take(own, one);
          take(plain, one);
          expect(told(own)).toEqual(told(plain));
        }
      }),
    );
  });

  it('are looked for as before when it has ended', () => {
    const notes = new SheetsNoteModel();
    const before = notes.getNote.bind(notes);
    const end = findNotesByPlace({ get: () => notes } as unknown as Injector);
    end();
    notes.updateNote('book', 'one', 1, 1, {
      id: 'a',
      row: 1,
      col: 1,
      width: 1,
      height: 1,
      note: '',
    });
    expect(notes.getNote('book', 'one', { row: 1, col: 1 })).toEqual(
      before('book', 'one', { row: 1, col: 1 }),
    );
  });
});
