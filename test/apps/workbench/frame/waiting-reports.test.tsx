/** @jest-environment jsdom */
import { act, render } from '@testing-library/react';
import { sortedDrop, type ChosenFile } from '../../../../src/apps/workbench/files/file-access';
import {
  useWaitingReports,
  type WaitingReports,
} from '../../../../src/apps/workbench/frame/waiting-reports';

const chosen = (name: string): ChosenFile => ({
  name,
  file: () => Promise.reject(new Error('not asked')),
  handle: null,
});
const namesOf = (files: readonly ChosenFile[] | null): string[] | null =>
  files && files.map(({ name }) => name);

test.each([
  [
    'loose ones',
    ['附表.xlsx', '报告.docx', '图.png'],
    null,
    ['附表.xlsx', '图.png'],
    null,
    ['报告.docx'],
  ],
  [
    'a folder of tables',
    [],
    ['乙/b.xlsx', '甲/a.xlsx', '说明.pngx'],
    [],
    ['甲/a.xlsx', '乙/b.xlsx'],
    [],
  ],
  [
    'a folder with reports',
    [],
    ['a.xlsx', 'a报告.docx', '~$a.docx'],
    ['a.xlsx'],
    null,
    ['a报告.docx'],
  ],
])('%s are opened, scored and checked', (_, loose, inFolder, files, folder, reports) => {
  const sorted = sortedDrop(loose.map(chosen), inFolder && inFolder.map(chosen));
  expect(namesOf(sorted.files)).toEqual(files);
  expect(new Set(namesOf(sorted.folder))).toEqual(new Set(folder));
  expect(namesOf(sorted.reports)).toEqual(reports);
});

test('a folder of more tables than are opened side by side is scored; its reports wait', () => {
  const tables = Array.from({ length: 30 }, (_, at) => chosen(`${String(at)}.xlsx`));
  const { files, folder, reports } = sortedDrop([], [...tables, chosen('报告.docx')]);
  expect([files.length, folder?.length, reports.length]).toEqual([0, 30, 1]);
});

test('reports wait for a table, are given to it once, and may be forgotten', () => {
  const checked: string[][] = [];
  const seen: { waiting: WaitingReports | null } = { waiting: null };
  function Page({ isReady }: { readonly isReady: boolean }) {
    seen.waiting = useWaitingReports(isReady, (reports) => {
      checked.push(reports.map(({ name }) => name));
      return true;
    });
    return null;
  }
  const { rerender } = render(<Page isReady={false} />);
  act(() => seen.waiting?.take([chosen('甲.docx')]));
  act(() => seen.waiting?.take([chosen('乙.docx')]));
  expect(namesOf(seen.waiting?.reports ?? [])).toEqual(['甲.docx', '乙.docx']);
  expect(checked).toEqual([]);
  rerender(<Page isReady />);
  expect(checked).toEqual([['甲.docx', '乙.docx']]);
  expect(seen.waiting?.reports).toEqual([]);
  rerender(<Page isReady={false} />);
  act(() => seen.waiting?.take([chosen('丙.docx')]));
  act(() => seen.waiting?.forget());
  rerender(<Page isReady />);
  expect(checked).toHaveLength(1);
});
