/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createDesk, type Desk } from '../../../../src/apps/workbench/books/desk';
import { readWorkbenchPreferences } from '../../../../src/apps/workbench/frame/preferences';
import { createWorkbenchLibrary } from '../../../../src/apps/workbench/frame/speaker';
import { Workbench } from '../../../../src/apps/workbench/frame/workbench';
import { fakeSurroundings, turns } from '../books/desk-fakes';

jest.mock('../../../../assets/icon-32.png', () => 'icon.png');
jest.mock('../../../../src/apps/workbench/files/examples', () => ({ exampleSources: [] }));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
  Object.assign(globalThis, {
    TextDecoder,
    TextEncoder,
    setImmediate: (work: () => void) => setTimeout(work, 0),
    ResizeObserver: class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
    matchMedia: () => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }),
  });
});
afterEach(cleanup);

async function show(more: Partial<Desk> = {}): Promise<Desk> {
  const { parts } = fakeSurroundings();
  const desk = { ...createDesk(parts), ...more };
  await act(async () => {
    render(
      <Workbench
        desk={desk}
        library={createWorkbenchLibrary()}
        store={parts.store}
        first={readWorkbenchPreferences(null)}
        lost={Promise.resolve([])}
      />,
    );
    await Promise.resolve();
  });
  return desk;
}

async function change(desk: Desk, doing: () => unknown): Promise<void> {
  await act(async () => {
    await doing();
    await turns(3);
  });
  expect(desk.state().notice).toBeNull();
}

const notBook = (name: string) => ({
  name,
  bytes: () => Promise.resolve(new Uint8Array([1, 2, 3])),
  handle: null,
});

test.each([
  ['the score', 'KeyJ'],
  ['the findings', 'KeyL'],
])('keys that ask for %s leave the batch', async (_, code) => {
  const desk = await show();
  await change(desk, () => desk.open([notBook('附表.xlsx')]));
  await change(desk, () => {
    desk.show('batch');
  });
  fireEvent.keyDown(window, { code, ctrlKey: true, altKey: true, shiftKey: true });
  expect(desk.state().view).toBe('books');
});

test('the focus goes to what is there when what had it is gone', async () => {
  const desk = await show();
  await change(desk, () => desk.open([notBook('一.xlsx'), notBook('二.xlsx')]));
  const focused = (): string => document.activeElement?.textContent ?? '';
  screen.getByRole('button', { name: '关闭“一.xlsx”' }).focus();
  await change(desk, () => desk.requestClose(desk.state().active ?? ''));
  expect(focused()).toBe('二.xlsx');
  await change(desk, () => {
    desk.show('batch');
  });
  expect(focused()).toBe('批量评分');
  await change(desk, () => {
    desk.show('books');
  });
  expect(focused()).toBe('二.xlsx');
  await change(desk, () => desk.requestClose(desk.state().active ?? ''));
  expect(focused()).toBe('打开一份绩效自评表');
});

test('only another language is told to the grid, not every preference', async () => {
  const told: string[] = [];
  await show({ setLanguage: (language) => told.push(language) });
  const before = told.length;
  await act(async () => {
    fireEvent.change(screen.getByLabelText('颜色'), { target: { value: 'dark' } });
    await Promise.resolve();
  });
  expect(before).toBeGreaterThan(0);
  expect(told).toHaveLength(before);
});
