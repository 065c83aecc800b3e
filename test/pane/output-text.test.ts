import { PANE_CHINESE } from '../../src/pane/chinese';
import { outputText, sheetText } from '../../src/pane/output-text';
import { createSession, type Session } from '../../src/pane/session';
import type { Workbook } from '../../src/pane/session-state';
import type { SheetRole } from '../../src/model/ledger';
import type { SheetSnapshot } from '../../src/model/snapshot';
import { openForm, testClock, withEdits } from './pane-forms';

async function scored(overwriteScores: boolean): Promise<Session> {
  const session = createSession({
    host: withEdits(await openForm()),
    clock: testClock(),
  });
  await session.start();
  await session.change({ overwriteScores });
  await session.preview();
  await session.apply();
  return session;
}

function workbookOf(session: Session): Workbook {
  const { workbook } = session.state();
  if (!workbook) throw new Error('it is not read');
  return workbook;
}

/** The sheet as it stands in the workbook, as text. */
function textOf({ snapshot }: Workbook, role: SheetRole): string {
  const name = snapshot.ledger?.sheets.find((sheet) => sheet.role === role)?.name;
  const sheet = snapshot.sheets.find((one): one is SheetSnapshot => one.name === name);
  return sheetText({
    role,
    name: name ?? '',
    widths: [],
    rows: (sheet?.values ?? []).map((line) =>
      line.map((value) => ({ value, style: 'text' as const })),
    ),
    merges: [],
    frozenRows: 0,
    landscape: false,
    chart: null,
  });
}

const ROLES: readonly SheetRole[] = ['findings', 'summary', 'outline'];

describe.each([false, true])('with scores replaced: %s', (overwrite) => {
  it.each(ROLES)('the text of %s is what its sheet says', async (role) => {
    const workbook = workbookOf(await scored(overwrite));
    expect(workbook.snapshot.sheets[0]?.values[6]?.[6]).toBe(overwrite ? 18 : 20);
    expect(outputText(role, workbook, PANE_CHINESE)).toBe(textOf(workbook, role));
  });
});

it('the text before scoring is what will be written', async () => {
  const session = createSession({ host: withEdits(await openForm()), clock: testClock() });
  await session.start();
  const before = ROLES.map((role) => outputText(role, workbookOf(session), PANE_CHINESE));
  await session.preview();
  await session.apply();
  const workbook = workbookOf(session);
  expect(before).toEqual(ROLES.map((role) => textOf(workbook, role)));
});

it('a sheet that is not wanted can be copied all the same', async () => {
  const session = await scored(false);
  const before = outputText('outline', workbookOf(session), PANE_CHINESE);
  await session.change({ outline: false });
  expect(outputText('outline', workbookOf(session), PANE_CHINESE)).toBe(before);
});
