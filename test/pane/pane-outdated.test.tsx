/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { evaluate } from '../../src/engine/evaluate';
import { PANE_CHINESE } from '../../src/pane/chinese';
import { PANE_ENGLISH } from '../../src/pane/english';
import { wholeLibrary } from '../../src/pane/library';
import { Pane } from '../../src/pane/pane';
import { systemClock, type Surroundings } from '../../src/pane/surroundings';
import { CATALOGUES } from '../support/texts';
import { openForm, withEdits } from './pane-forms';

/** A pane open since before an update, whose late parts the server has no more. */
jest.mock('../../src/pane/engine-part', () => {
  throw new Error('Loading chunk 618 failed.');
});

beforeAll(() => {
  Object.assign(globalThis, { TextDecoder, TextEncoder });
  window.matchMedia = (media) =>
    ({
      matches: false,
      media,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
  // React tells the console of what the boundary caught.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => jest.restoreAllMocks());
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

async function show(more: Partial<Surroundings>) {
  const surroundings: Surroundings = {
    clock: systemClock,
    library: wholeLibrary({ 'zh-CN': PANE_CHINESE, en: PANE_ENGLISH }),
    preferences: { introduced: true, language: 'zh-CN', autoRecalculate: false },
    keepPreferences: () => undefined,
    copy: () => Promise.resolve(true),
    saveFile: () => undefined,
    documentName: '附表.xlsx',
    ...more,
  };
  render(<Pane host={withEdits(await openForm())} surroundings={surroundings} />);
}

const say = (key: string): string => CATALOGUES['zh-CN'][key] ?? key;

test.each([
  ['where the engine is missing', {}],
  [
    'where what shows a workbook is missing',
    {
      engine: {
        evaluate: (snapshot, options) => Promise.resolve(evaluate(snapshot, options)),
        planPatch: () => Promise.reject(new Error('not asked')),
      },
    } satisfies Partial<Surroundings>,
  ],
])('it says so and opens anew, %s', async (_, more) => {
  let reloads = 0;
  await show({ ...more, reload: () => (reloads += 1) });
  await screen.findByRole('heading', { name: say('pane.outdated') });
  expect(document.body.textContent).toContain(say('error.page-outdated.message'));
  expect(document.body.textContent).toContain(say('error.page-outdated.hint'));
  expect(reloads).toBe(0);
  await userEvent.click(screen.getByRole('button', { name: say('pane.reload') }));
  expect(reloads).toBe(1);
});

test('where a page may not open itself anew, it can be asked once more', async () => {
  await show({});
  await screen.findByRole('heading', { name: say('pane.outdated') });
  expect(screen.queryByRole('button', { name: say('pane.reload') })).toBeNull();
  screen.getByRole('button', { name: say('pane.failed.again') });
});
