/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { readStructures, withOwnId, withStructures } from '../../../src/pane/report/own-structures';
import { templateIn } from '../../../src/report/outline-templates/load-template';
import { reporting as CHINESE } from '../../../src/texts/zh-CN/reporting';
import { show, unfold, withoutMedia, type Shown } from './shown-tab';

beforeAll(() => {
  Object.assign(globalThis, { TextDecoder, TextEncoder });
  withoutMedia();
});
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);
jest.setTimeout(60_000);

const say = (key: keyof typeof CHINESE): string => CHINESE[key];
const paper = (): HTMLElement => screen.getByRole('article', { name: say('reporting.paper') });
const headings = (): string[] =>
  within(paper())
    .getAllByRole('heading')
    .map((heading) => heading.textContent);
const choice = (): HTMLSelectElement =>
  screen.getByRole('combobox', { name: say('reporting.structure') });
const chosen = (): string => choice().selectedOptions[0]?.textContent ?? '';

interface Kept {
  json: string | null;
}

async function open(store: Kept): Promise<Shown> {
  const shown = await show({
    structures: {
      read: () => store.json,
      keep: (json) => {
        store.json = json;
        return true;
      },
    },
  });
  await unfold(shown.user, 'structure');
  await shown.user.click(screen.getByRole('button', { name: say('reporting.structure.own') }));
  return shown;
}

const field = (key: keyof typeof CHINESE): HTMLInputElement =>
  screen.getByRole('textbox', { name: say(key) });
/** As pasted: keys are typed one by one, and a structure has hundreds. */
const put = (key: keyof typeof CHINESE, value: string): boolean =>
  fireEvent.change(field(key), { target: { value } });

test('headings pasted from a notice become a structure that is kept, chosen and taken back', async () => {
  const store: Kept = { json: null };
  const { user } = await open(store);
  const first = chosen();
  expect(field('reporting.structure.own.sections').value).toContain('一、');
  put('reporting.structure.own.name', '我市 2026');
  put('reporting.structure.own.sections', '一、基本情况\n（一）项目概况\n二、佐证材料');
  expect(screen.getByText(/没有一节写到：.*资金/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: say('reporting.structure.own.save') }));
  await waitFor(() => expect(chosen()).toBe('我市 2026（自己的）'));
  expect(headings().slice(1)).toEqual(['一、基本情况', '（一）项目概况', '二、佐证材料', '附表']);
  expect(paper().textContent).toContain('【待补充：佐证材料】');
  expect(readStructures(store.json).map(({ id, name }) => [id, name])).toEqual([
    ['own-1', '我市 2026'],
  ]);
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
  cleanup();
  const again = await open(store);
  await again.user.selectOptions(choice(), 'own-1');
  put('reporting.structure.own.sections', '一、只有一节');
  await again.user.click(
    screen.getByRole('button', { name: say('reporting.structure.own.change') }),
  );
  await waitFor(() => expect(headings().slice(1)).toEqual(['一、只有一节', '附表']));
  await again.user.click(
    screen.getByRole('button', { name: say('reporting.structure.own.delete') }),
  );
  expect(readStructures(store.json)).toHaveLength(1);
  await again.user.click(
    screen.getByRole('button', { name: say('reporting.structure.own.delete-yes') }),
  );
  await waitFor(() => expect(chosen()).toBe(first));
  expect(readStructures(store.json)).toEqual([]);
});

test('a structure goes out as a file and comes in from one; what is none says so', async () => {
  const { user, texts } = await open({ json: null });
  await user.click(screen.getByRole('button', { name: say('reporting.structure.own.export') }));
  const [[, text] = ['', '']] = [...texts];
  const own = { ...templateIn(text), name: '送来的' };
  const input = screen.getByLabelText(say('reporting.structure.own.import'), {
    selector: 'input',
  });
  const file = (content: string): File =>
    Object.assign(new File([content], '结构.json'), {
      arrayBuffer: () => Promise.resolve(new TextEncoder().encode(content).buffer),
    });
  await user.upload(input, file(JSON.stringify({ ...own, title: 1 })));
  expect(await screen.findByText(/“title”处不合格式/)).toBeTruthy();
  await user.upload(input, file(JSON.stringify(own)));
  await waitFor(() => expect(chosen()).toBe('送来的（自己的）'));
});

test('one that comes from elsewhere under an id of another takes nothing away', async () => {
  const { user, texts } = await open({ json: null });
  await user.click(screen.getByRole('button', { name: say('reporting.structure.own.export') }));
  const [[, text] = ['', '']] = [...texts];
  const [mine, theirs] = [templateIn(text), { ...templateIn(text), title: '另一种报告' }];
  expect(withOwnId(mine, [])).toBe(mine);
  expect(withOwnId(mine, [mine])).toBe(mine);
  const other = withOwnId(theirs, [mine]);
  expect(other).toEqual({ ...theirs, id: other.id });
  expect(other.id).not.toBe(mine.id);
});

test('what was typed is there again after another structure was looked at', async () => {
  const { user } = await open({ json: null });
  const first = choice().value;
  put('reporting.structure.own.sections', '一、还没存');
  await user.selectOptions(choice(), first === 'cn-transfer' ? 'cn-project' : 'cn-transfer');
  expect(field('reporting.structure.own.sections').value).not.toBe('一、还没存');
  await user.selectOptions(choice(), first);
  expect(field('reporting.structure.own.sections').value).toBe('一、还没存');
});

test('one that cannot be kept holds, and it is said', async () => {
  const { user } = await show({ structures: { read: () => null, keep: () => false } });
  await unfold(user, 'structure');
  await user.click(screen.getByRole('button', { name: say('reporting.structure.own') }));
  await user.click(screen.getByRole('button', { name: say('reporting.structure.own.save') }));
  await waitFor(() => expect(chosen()).toContain('自己的'));
  expect(screen.getByText(new RegExp(say('reporting.structure.own.not-kept')))).toBeTruthy();
});

test('of what is kept only what can be read is there', () => {
  expect(readStructures('{')).toEqual([]);
  expect(readStructures('[1, {"id": "x"}]')).toEqual([]);
  const later = '[{"id": "x", "later": true}]';
  expect(JSON.parse(withStructures(later, []))).toEqual(JSON.parse(later));
});
