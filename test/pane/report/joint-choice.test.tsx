/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { reporting as CHINESE } from '../../../src/texts/zh-CN/reporting';
import { FORM, openForm } from '../pane-forms';
import { show, withoutMedia, type Shown } from './shown-tab';

beforeAll(() => {
  Object.assign(globalThis, { TextDecoder, TextEncoder });
  withoutMedia();
});
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);
jest.setTimeout(60_000);

const WATER = '农村饮水安全巩固提升项目';
const ROADS = '县乡公路养护工程';
const LAST = '下一步改进措施';

const bothForms = () =>
  openForm(FORM, {
    ...FORM,
    name: '附表2',
    rows: FORM.rows.map((row, at) => (at === 2 ? ['项目名称', ROADS] : row)),
  });

const paper = (): HTMLElement => screen.getByRole('article', { name: CHINESE['reporting.paper'] });
const tick = (project: string): HTMLElement =>
  screen.getByRole('checkbox', { name: new RegExp(`^${project}（`) });

/** A pane that was read anew while it was slow stands there closed again. */
async function open({ user }: Shown): Promise<void> {
  const head = await screen.findByRole('button', { name: /^几个项目合成一份报告/ });
  if (head.getAttribute('aria-expanded') !== 'true') await user.click(head);
}

async function write({ user }: Shown, text: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: `改写：${LAST}` }));
  const field = screen.getByRole('textbox', { name: `${LAST}（一行一段）` });
  await user.clear(field);
  await user.type(field, text);
  await user.keyboard('{Control>}{Enter}{/Control}');
}

test('with one table there is nothing to join', async () => {
  await show();
  expect(screen.queryByRole('button', { name: CHINESE['reporting.joint'] })).toBeNull();
});

test('tables that are ticked come into one report; one alone is told to be too few', async () => {
  const shown = await show({}, { file: await bothForms() });
  await open(shown);
  await shown.user.click(tick(WATER));
  expect(screen.getByText(CHINESE['reporting.joint.one'])).toBeTruthy();
  expect(within(paper()).queryAllByRole('heading', { name: new RegExp(ROADS) })).toEqual([]);
  await shown.user.click(tick(ROADS));
  for (const project of [WATER, ROADS]) {
    const headings = within(paper()).getAllByRole('heading', { name: new RegExp(project) });
    expect(headings.length).toBeGreaterThan(2);
  }
});

test('what is written in it is kept by itself: through figures, and through the next day', async () => {
  const file = await bothForms();
  const shown = await show({}, { file });
  await write(shown, '只写饮水。');
  await open(shown);
  await shown.user.click(screen.getByRole('button', { name: CHINESE['reporting.joint.all'] }));
  expect(paper().textContent).not.toContain('只写饮水。');
  await write(shown, '两个项目一起写。');
  await act(async () => {
    await shown.host.edit('G7', 3);
    await shown.session.start();
  });
  await waitFor(() => expect(paper().textContent).toContain('两个项目一起写。'));
  await open(shown);
  await shown.user.click(screen.getByRole('button', { name: CHINESE['reporting.joint.none'] }));
  await waitFor(() => expect(paper().textContent).toContain('只写饮水。'));
  cleanup();
  const again = await show({}, { file: await bothForms(), kept: shown.kept });
  await waitFor(() => expect(paper().textContent).toContain('只写饮水。'));
  await open(again);
  await again.user.click(screen.getByRole('button', { name: CHINESE['reporting.joint.all'] }));
  await waitFor(() => expect(paper().textContent).toContain('两个项目一起写。'));
});
