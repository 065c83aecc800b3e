import fc from 'fast-check';
import { PANE_CHINESE } from '../../../../src/pane/chinese';
import { createSession, type Session } from '../../../../src/pane/session';
import { engineHere } from '../../../../src/pane/session-engine';
import { createDesk } from '../../../../src/apps/workbench/books/desk';
import { NO_DESK, type DeskData } from '../../../../src/apps/workbench/books/steps/desk-data';
import type { OpenBook } from '../../../../src/apps/workbench/books/desk-state';
import type { Effect } from '../../../../src/apps/workbench/books/steps/effects';
import type { DeskEvent } from '../../../../src/apps/workbench/books/steps/events';
import { step } from '../../../../src/apps/workbench/books/steps/step';
import { FORM } from '../../../pane/pane-forms';
import { buildWorkbook } from '../../../support/workbook-builder';
import { fakeSurroundings, turns } from './desk-fakes';

/** What can be done with a book: typed into the grid, written by the pane, written after an edit. */
type Deed = 'typed' | 'written' | 'followed' | 'undo';

/** The grid's own history and the book's runs, driven by the steps of the desk. */
async function world() {
  const around = fakeSurroundings();
  const desk = createDesk(around.parts);
  desk.attachGrid({ clientWidth: 600 } as HTMLElement);
  const bytes = (): Promise<Uint8Array> => Promise.resolve(buildWorkbook({ sheets: [FORM] }));
  await desk.open([{ name: '附表.xlsx', bytes, handle: null }]);
  await turns();
  const [book] = desk.state().books;
  if (book?.stage.kind !== 'open') throw new Error('not open');
  const session = createSession({
    host: book.stage.host,
    clock: around.parts.clock,
    engine: engineHere(() => PANE_CHINESE),
    settings: { autoRecalculate: false },
  });
  desk.sessionStarted(book.id, session);
  return { around, desk, id: book.id, session, stage: book.stage };
}

function openData(id: string, { host, engine, format }: OpenBook, session: Session): DeskData {
  const source = { name: '附表.xlsx', bytes: () => Promise.reject(new Error()), handle: null };
  const view = { revision: '', date1904: false, looks: [], sheets: [], unshown: [] };
  const opened = { format, converted: false, view };
  const events: DeskEvent[] = [
    { kind: 'open', books: [{ id, source }] },
    { kind: 'opened', id, size: 0, opened, host, engine },
    { kind: 'sessionStarted', id, session },
  ];
  return events.reduce((data, event) => step(data, event)[0], NO_DESK);
}

describe('one history of what is typed and written', () => {
  it('takes back in the order in which it was done, whichever it was', async () => {
    const { around, desk, id, session } = await world();
    /** The clock goes on until it is done. */
    const done = async (work: Promise<void>): Promise<void> => {
      const state = { isDone: false };
      void work.then(() => {
        state.isDone = true;
      });
      while (!state.isDone) await around.pass(1);
    };
    await done(session.start());
    around.grid.done.push({});
    await done(session.preview());
    await done(session.apply());
    around.grid.done.push({});
    const isScored = (): boolean => session.state().workbook?.snapshot.ledger != null;
    const seen: [boolean, number][] = [];
    for (let press = 0; press < 4; press += 1) {
      expect(desk.undo(id)).toBe(true);
      for (let turn = 0; turn < 20; turn += 1) await around.pass(1);
      seen.push([isScored(), around.grid.done.length]);
    }
    expect(seen).toEqual([
      [true, 1],
      [false, 1],
      [false, 0],
      [false, 0],
    ]);
  });

  it('is left to the cell while one is open for typing', async () => {
    const { around, desk, id } = await world();
    around.grid.typing = id;
    expect(desk.undo(id)).toBe(false);
  });

  it('takes back any order of deeds, the last first, and what followed unasked with it', async () => {
    const { id, session, stage } = await world();
    const opened = openData(id, stage, session);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Deed>('typed', 'written', 'followed', 'undo'), { maxLength: 40 }),
        (deeds) => {
          let data = opened;
          const grid: object[] = [];
          /** What is to be taken back, the last last; runs that followed are no deeds. */
          const model: ('typed' | 'written')[] = [];
          let runs = 0;
          const tell = (event: DeskEvent): readonly Effect[] => {
            const [next, effects] = step(data, event);
            data = next;
            return effects;
          };
          const after = (): object | null => grid.at(-1) ?? null;
          for (const deed of [...deeds, ...deeds.map((): Deed => 'undo')]) {
            if (deed === 'typed') {
              grid.push({});
              model.push('typed');
            } else if (deed === 'written' || deed === 'followed') {
              const unasked = deed === 'followed';
              tell({ kind: 'wrote', id, unasked, after: after() });
              if (!unasked) model.push('written');
              if (model.includes('written')) runs += 1;
            } else {
              const [effect] = tell({ kind: 'undo', id, last: after() });
              const last = model.pop();
              expect(effect?.kind).toBe(
                last === undefined ? undefined : last === 'typed' ? 'gridUndo' : 'takeBack',
              );
              if (effect?.kind === 'gridUndo') grid.pop();
              if (effect?.kind === 'takeBack') {
                for (let run = 0; run < effect.runs; run += 1) tell({ kind: 'takenBack', id });
                runs -= effect.runs;
              }
            }
          }
          expect([grid.length, runs, model.length]).toEqual([0, 0, 0]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
