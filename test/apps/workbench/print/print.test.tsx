/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { cleanup, render, screen } from '@testing-library/react';
import { createSession, type Session } from '../../../../src/pane/session';
import type { Workbook } from '../../../../src/pane/session-state';
import { PrintFindings } from '../../../../src/apps/workbench/print/print-findings';
import { DeskContext } from '../../../../src/apps/workbench/books/desk-context';
import { createDesk } from '../../../../src/apps/workbench/books/desk';
import type { SheetSpec } from '../../../support/workbook-builder';
import { FORM, openForm, testClock, withEdits } from '../../../pane/pane-forms';
import { fakeSurroundings } from '../books/desk-fakes';

beforeAll(() => Object.assign(globalThis, { TextDecoder, TextEncoder }));
afterEach(cleanup);

async function sessionOf(sheet: SheetSpec): Promise<Session> {
  const session = createSession({ host: withEdits(await openForm(sheet)), clock: testClock() });
  await session.start();
  return session;
}

function workbookOf(session: Session): Workbook {
  const { workbook } = session.state();
  if (!workbook) throw new Error('it is not read');
  return workbook;
}

function print(workbook: Workbook): void {
  render(
    <DeskContext value={createDesk(fakeSurroundings().parts)}>
      <PrintFindings name="附表.xlsx" workbook={workbook} />
    </DeskContext>,
  );
}

const NOTICE: SheetSpec = { name: '通知', rows: [['关于开展绩效自评的通知']] };
/** A form whose header is gone: its columns are for a person to name. */
const UNSURE: SheetSpec = { ...FORM, rows: [['自评表'], ...FORM.rows.slice(6, -1)] };

test.each([
  ['no form', NOTICE, 0],
  ['a form that is only offered', UNSURE, 1],
])('a file with %s gets no clean certificate', async (_, sheet, offered) => {
  const workbook = workbookOf(await sessionOf(sheet));
  expect(workbook.result.tables).toEqual([]);
  expect(workbook.result.offered).toHaveLength(offered);
  print(workbook);
  expect(screen.queryByText(/没有发现问题/)).toBeNull();
  expect(screen.getByText(/没有认出自评表，没有核查/)).toBeTruthy();
});

test('what a score of ours settled stands there as done, as in the pane', async () => {
  const session = await sessionOf(FORM);
  await session.preview();
  await session.apply();
  const workbook = workbookOf(session);
  print(workbook);
  const row = screen.getByText('JX103').closest('tr');
  expect(row?.lastElementChild?.textContent).toBe('已填得分 30 分');
  expect(screen.getByText(/已处理 1 项；待处理：错误/)).toBeTruthy();
});

test('what is still to be filled in is not said to be done', async () => {
  const workbook = workbookOf(await sessionOf(FORM));
  print(workbook);
  const row = screen.getByText('JX103').closest('tr');
  expect(row?.lastElementChild?.textContent).toBe('');
});
