/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createDesk, type Desk } from '../../../src/apps/workbench/page/desk';
import { readWorkbenchPreferences } from '../../../src/apps/workbench/page/preferences';
import { Workbench } from '../../../src/apps/workbench/page/workbench';
import { fakeSurroundings } from './desk-fakes';

jest.mock('../../../assets/icon-32.png', () => 'icon.png');
jest.mock('../../../src/apps/workbench/page/examples', () => ({ exampleSources: [] }));

beforeAll(() => {
  Object.assign(globalThis, {
    TextDecoder,
    TextEncoder,
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
        store={parts.store}
        first={readWorkbenchPreferences(null)}
        lost={Promise.resolve([])}
      />,
    );
    await Promise.resolve();
  });
  return desk;
}

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
