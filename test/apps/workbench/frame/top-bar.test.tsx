/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createDesk } from '../../../../src/apps/workbench/books/desk';
import { DeskContext } from '../../../../src/apps/workbench/books/desk-context';
import { readWorkbenchPreferences } from '../../../../src/apps/workbench/frame/preferences';
import { TopBar } from '../../../../src/apps/workbench/frame/top-bar';
import { fakeSurroundings } from '../books/desk-fakes';

jest.mock('../../../../assets/icon-32.png', () => 'icon.png');

beforeAll(() => Object.assign(globalThis, { TextDecoder, TextEncoder }));
afterEach(cleanup);

test('the buttons say nothing of how they were pressed: 保存 does not ask for another place', () => {
  const saved: unknown[][] = [];
  render(
    <DeskContext value={createDesk(fakeSurroundings().parts)}>
      <TopBar
        narrow={false}
        view="books"
        canSave
        canPrint
        noPrint={false}
        saving={false}
        preferences={readWorkbenchPreferences(null)}
        onPreferences={() => undefined}
        onSave={(...given: unknown[]) => saved.push(given)}
        onPrint={() => undefined}
        onAsk={() => undefined}
      />
    </DeskContext>,
  );
  fireEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(saved.map(({ length }) => length)).toEqual([0]);
});
