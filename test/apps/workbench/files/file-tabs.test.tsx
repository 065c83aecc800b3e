/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { cleanup, render, screen } from '@testing-library/react';
import { createDesk } from '../../../../src/apps/workbench/books/desk';
import { DeskContext } from '../../../../src/apps/workbench/books/desk-context';
import type { Book } from '../../../../src/apps/workbench/books/desk-state';
import { FileTabs } from '../../../../src/apps/workbench/files/file-tabs';
import { fakeSurroundings } from '../books/desk-fakes';

const scrolled: (string | null)[] = [];

beforeAll(() => {
  Object.assign(globalThis, { TextDecoder, TextEncoder });
  Element.prototype.scrollIntoView = function scrollIntoView() {
    scrolled.push(this.textContent);
  };
});
afterEach(cleanup);

const book = (id: string, name: string): Book => ({
  id,
  name,
  stage: { kind: 'opening' },
  unsaved: false,
  saving: false,
  example: false,
});

const BOOKS = [book('1', '附表.xlsx'), book('2', '说明.xlsx'), book('3', '附表.xlsx')];

const tabs = (active: string) => (
  <DeskContext value={createDesk(fakeSurroundings().parts)}>
    <FileTabs books={BOOKS} active={active} onClose={() => undefined} />
  </DeskContext>
);

test('files of one name are told apart, on their tabs and on what closes them', () => {
  render(tabs('1'));
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '附表.xlsx',
    '说明.xlsx',
    '附表.xlsx (2)',
  ]);
  expect(screen.getByRole('button', { name: '关闭“附表.xlsx (2)”' })).toBeTruthy();
  expect(screen.getByTitle('附表.xlsx (2)')).toBeTruthy();
});

test('the tab of the file in sight is in sight', () => {
  const { rerender } = render(tabs('1'));
  scrolled.length = 0;
  rerender(tabs('3'));
  expect(scrolled).toEqual(['附表.xlsx (2)']);
});
