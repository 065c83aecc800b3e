import type { Book } from '../../../../src/apps/workbench/books/desk-state';
import { looksLikeReport } from '../../../../src/apps/workbench/files/file-names';
import { checkReports } from '../../../../src/apps/workbench/frame/page-commands';
import { createFileHost } from '../../../../src/hosts/file/file-host';
import { reportDeskOf } from '../../../../src/pane/report/report-desk';
import { createSession } from '../../../../src/pane/session';
import { systemClock } from '../../../../src/pane/surroundings';
import { buildWorkbook } from '../../../support/workbook-builder';

test.each([
  ['自评报告.docx', true],
  ['文件夹/自评报告.md', true],
  ['旧报告.doc', true],
  ['~$自评报告.docx', false],
  ['附表.xlsx', false],
  ['图片.png', false],
])('%s is a report: %s', (name, is) => {
  expect(looksLikeReport(name)).toBe(is);
});

const book: Book = {
  id: '1',
  name: '附表.xlsx',
  stage: { kind: 'opening' },
  unsaved: false,
  saving: false,
  example: false,
};

const dropped = {
  name: '文件夹/报告.txt',
  file: () => Promise.reject(new Error('not asked')),
  handle: null,
};

test('a dropped report comes to the pane of the table in front, on its face for checking', async () => {
  const host = await createFileHost(buildWorkbook({ sheets: [{ name: '附表', rows: [['甲']] }] }));
  const session = createSession({ host, clock: systemClock });
  const tabs: string[] = [];
  const pane = { session, show: (tab: string) => void tabs.push(tab), walk: () => undefined };
  const panes = new Map([['1', pane]]);
  const of = {
    desk: { show: () => undefined },
    book,
    started: { panes: { current: panes } },
    onHalf: () => undefined,
  };
  expect(checkReports({ ...of, book: null }, [dropped])).toBe(false);
  expect(checkReports({ ...of, started: { panes: { current: new Map() } } }, [dropped])).toBe(
    false,
  );
  expect(checkReports(of, [dropped])).toBe(true);
  expect(tabs).toEqual(['report']);
  expect(reportDeskOf(session).state()).toMatchObject({
    face: 'verify',
    offered: [{ name: '报告.txt' }],
  });
});
