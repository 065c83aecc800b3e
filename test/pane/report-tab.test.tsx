/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { openReport, readWritten } from '../../src/pane/report/report-file';
import { reporting as CHINESE } from '../../src/texts/zh-CN/reporting';
import { show, TEXTS, unfold, withoutMedia, type Shown } from './report/shown-tab';

beforeAll(() => {
  Object.assign(globalThis, { TextDecoder, TextEncoder });
  withoutMedia();
});
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);
jest.setTimeout(60_000);

const paper = (): HTMLElement => screen.getByRole('article', { name: CHINESE['reporting.paper'] });
const section = (title: string): HTMLElement =>
  within(paper()).getByRole('region', { name: title });
const writeButton = (title: string): HTMLElement =>
  screen.getByRole('button', { name: `改写：${title}` });

async function write(user: Shown['user'], title: string, text: string): Promise<void> {
  await user.click(writeButton(title));
  const field = screen.getByRole('textbox', { name: `${title}（一行一段）` });
  await user.clear(field);
  await user.type(field, text);
  await user.keyboard('{Control>}{Enter}{/Control}');
}

async function accessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test.each(['zh-CN', 'en'] as const)(
  'the report of a form is there to be read, %s',
  async (language) => {
    await show({}, { language });
    const article = screen.getByRole('article', { name: TEXTS[language]['reporting.paper'] });
    expect(within(article).getByRole('heading', { level: 3 }).textContent).toContain('自评报告');
    expect(article.querySelectorAll('mark').length).toBeGreaterThan(3);
    await accessible();
  },
);

test('a place that waits is jumped to, marked, and typed over', async () => {
  const { user } = await show();
  const before = paper().querySelectorAll('mark').length;
  await user.click(screen.getByRole('button', { name: CHINESE['reporting.places.next'] }));
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /一行一段/ });
  expect(document.activeElement).toBe(field);
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toMatch(/^【待补充：.*】$/);
  await accessible();
  await user.keyboard('背景如此。');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(paper().textContent).toContain('背景如此。');
  expect(paper().querySelectorAll('mark')).toHaveLength(before - 1);
  // Who goes on by keys goes on from there.
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^改写：/);
});

test('what a person wrote is kept through three changes of figures, and through the next day', async () => {
  const { host, user, session, kept } = await show();
  await write(user, '下一步改进措施', '明年提前招标。');
  await write(user, '综合绩效自评结论', '我们自己的结论。');
  expect(within(section('综合绩效自评结论')).queryByText(CHINESE['reporting.stale'])).toBeNull();
  for (const figure of [1, 2, 3]) {
    await act(async () => {
      await host.edit('G7', figure);
      await session.start();
    });
    await waitFor(() => {
      expect(section('下一步改进措施').textContent).toContain('明年提前招标。');
      expect(section('综合绩效自评结论').textContent).toContain('我们自己的结论。');
    });
  }
  expect(within(section('综合绩效自评结论')).getByText(CHINESE['reporting.stale'])).toBeTruthy();
  expect(within(section('下一步改进措施')).queryByText(CHINESE['reporting.stale'])).toBeNull();
  cleanup();
  await show({}, { kept });
  expect(section('下一步改进措施').textContent).toContain('明年提前招标。');
  expect(section('综合绩效自评结论').textContent).toContain('我们自己的结论。');
});

test('one place after another is gone to, whether it was filled or not', async () => {
  const { user } = await show();
  const titles: string[] = [];
  for (let step = 0; step < 3; step += 1) {
    await user.click(screen.getByRole('button', { name: CHINESE['reporting.places.next'] }));
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /一行一段/ });
    titles.push(field.value.slice(field.selectionStart, field.selectionEnd));
    if (step === 0) await user.keyboard('写了。');
  }
  expect(new Set(titles).size).toBe(3);
});

test('Esc leaves a section as it was; what was written is taken back at will', async () => {
  const { user, kept } = await show();
  const before = section('其他需要说明的问题').textContent;
  await user.click(writeButton('其他需要说明的问题'));
  await user.keyboard('不要这句');
  await user.keyboard('{Escape}');
  expect(section('其他需要说明的问题').textContent).toBe(before);
  expect(kept.json).toBeNull();
  await write(user, '其他需要说明的问题', '另一句。');
  expect(section('其他需要说明的问题').textContent).toContain('另一句。');
  await user.click(screen.getByRole('button', { name: '换回表里的：其他需要说明的问题' }));
  expect(section('其他需要说明的问题').textContent).toBe(before);
  expect(kept.json).not.toContain('另一句。');
});

test('what is being written is kept when the tab is left', async () => {
  const { user } = await show();
  await user.click(writeButton('其他需要说明的问题'));
  await user.keyboard('还没写完');
  await user.click(screen.getByRole('tab', { name: '输出' }));
  await user.click(screen.getByRole('tab', { name: '报告' }));
  expect((await screen.findByRole('region', { name: '其他需要说明的问题' })).textContent).toContain(
    '还没写完',
  );
});

test.each(['docx', 'md'] as const)(
  'what was saved as .%s and written in goes on in another pane',
  async (format) => {
    const { user, saved } = await show();
    await unfold(user, 'more');
    await write(user, '下一步改进措施', '明年提前招标。');
    const label = CHINESE[format === 'docx' ? 'reporting.save.docx' : 'reporting.save.md'];
    await user.click(screen.getByRole('button', { name: label }));
    const name = `附表-自评报告.${format}`;
    await waitFor(() => expect(saved.has(name)).toBe(true));
    const bytes = saved.get(name) ?? new Uint8Array();
    const written = readWritten(openReport(bytes, name));
    expect(written.blocks.map(({ text }) => text)).toContain('明年提前招标。');
    expect(screen.getByText(`已存为“${name}”。`)).toBeTruthy();
    cleanup();
    const again = await show();
    await unfold(again.user, 'more');
    const file = new File([new Uint8Array(bytes)], name);
    Object.assign(file, { arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) });
    await again.user.upload(
      screen.getByLabelText(CHINESE['reporting.open'], { selector: 'input' }),
      file,
    );
    await waitFor(() => expect(section('下一步改进措施').textContent).toContain('明年提前招标。'));
    expect(within(section('下一步改进措施')).getByText(CHINESE['reporting.own'])).toBeTruthy();
    expect(screen.getByText('接过来 1 节您写的：下一步改进措施。')).toBeTruthy();
    // And out again as that document.
    await again.user.click(screen.getByRole('button', { name: label }));
    await waitFor(() => expect(again.saved.has(name)).toBe(true));
    expect(readWritten(openReport(again.saved.get(name) ?? new Uint8Array(), name))).toEqual(
      written,
    );
  },
);

test('where no file can be saved the text is there to be copied', async () => {
  const { user } = await show({ saveDocument: () => false });
  await user.click(screen.getByRole('button', { name: CHINESE['reporting.save.docx'] }));
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /不能直接复制/ });
  expect(area.value).toContain('绩效自评结论');
});

test('another structure takes over what was written, and the first has it still', async () => {
  const { user } = await show();
  await write(user, '下一步改进措施', '明年提前招标。');
  await unfold(user, 'structure');
  const choice = screen.getByRole('combobox', { name: CHINESE['reporting.structure'] });
  await user.selectOptions(choice, 'cn-transfer');
  expect(screen.getByText(/这种结构是写转移支付的/)).toBeTruthy();
  await user.selectOptions(choice, 'cn-project');
  expect(section('下一步改进措施').textContent).toContain('明年提前招标。');
});

test('a report kept under another name of the workbook is offered', async () => {
  const { user, kept } = await show();
  await write(user, '下一步改进措施', '明年提前招标。');
  cleanup();
  const again = await show({ documentName: '附表（改）.xlsx' }, { kept });
  await again.user.click(screen.getByRole('button', { name: CHINESE['reporting.offer.take'] }));
  expect(section('下一步改进措施').textContent).toContain('明年提前招标。');
  expect(screen.queryByRole('button', { name: CHINESE['reporting.offer.take'] })).toBeNull();
});

test('a file that is no report says so and changes nothing', async () => {
  const { user } = await show();
  await unfold(user, 'more');
  await write(user, '下一步改进措施', '明年提前招标。');
  const bytes = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]);
  const file = new File([bytes], '旧.doc');
  Object.assign(file, { arrayBuffer: () => Promise.resolve(bytes.buffer) });
  const input = screen.getByLabelText<HTMLInputElement>(CHINESE['reporting.open'], {
    selector: 'input',
  });
  input.accept = '';
  await user.upload(input, file);
  expect(await screen.findByText(/旧的 \.doc 或 \.wps 格式/)).toBeTruthy();
  expect(section('下一步改进措施').textContent).toContain('明年提前招标。');
});

async function check(user: Shown['user'], name: string, bytes: Uint8Array): Promise<void> {
  if (!screen.queryByText(CHINESE['reporting.verify.formats'])) {
    await user.click(screen.getByRole('tab', { name: CHINESE['reporting.face.verify'] }));
  }
  const file = new File([new Uint8Array(bytes)], name);
  Object.assign(file, { arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) });
  const input = document.querySelector<HTMLInputElement>('#report-face input[type=file]');
  if (!input) throw new Error('nowhere to choose a file');
  input.accept = '';
  await user.upload(input, file);
}

const WRONG = `一、基本情况
农村饮水安全巩固提升项目年初预算100万元，全年执行80万元，预算执行率为90%。
二、指标完成情况
新建供水工程12处，群众满意度81%。`;

describe('核对报告', () => {
  test('says what differs from the table, side by side, with a way to the cell', async () => {
    const { user, host } = await show();
    await check(user, '报告.txt', new TextEncoder().encode(WRONG));
    const facts = await screen.findByRole('table', { name: CHINESE['reporting.facts'] });
    const rowOf = (text: string | RegExp): HTMLElement => {
      const found = within(facts)
        .getAllByRole('row')
        .find((row) =>
          typeof text === 'string' ? row.textContent.includes(text) : text.test(row.textContent),
        );
      if (!found) throw new Error(`no row ${String(text)}`);
      return found;
    };
    expect(rowOf(/评价年度/).textContent).toMatch(/未提到.*2023/);
    expect(rowOf(/完成值 新建供水工程/).textContent).toMatch(/不一致.*9处.*12/);
    await user.click(within(rowOf(/完成值 新建供水工程/)).getByRole('button'));
    expect(host.selected.at(-1)).toBe('附表!7,5');
    const choice = screen.getByRole('combobox', { name: CHINESE['reporting.facts.show'] });
    await user.selectOptions(choice, 'not-told');
    expect(within(facts).queryByText('不一致')).toBeNull();
    await accessible();
  });

  test('a finding is let be with a reason, which is kept and told in the document', async () => {
    const { user, kept, saved } = await show();
    await check(user, '报告.txt', new TextEncoder().encode(WRONG));
    const [waive] = await screen.findAllByRole('button', { name: /^不改并说明：/ });
    if (!waive) throw new Error('nothing was found');
    await user.click(waive);
    await user.type(screen.getByRole('textbox', { name: /不改的理由/ }), '口径不同');
    await user.click(screen.getByRole('button', { name: CHINESE['reporting.waive.done'] }));
    expect(screen.getByText('不改：口径不同')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: CHINESE['reporting.save.verified'] }));
    await waitFor(() => expect(saved.has('报告-核对报告.docx')).toBe(true));
    const texts = readWritten(
      openReport(saved.get('报告-核对报告.docx') ?? new Uint8Array(), '报告-核对报告.docx'),
    ).blocks.map(({ text }) => text);
    expect(texts).toContain('不改：口径不同');
    expect(texts.at(-1)).toContain('核对人');
    cleanup();
    const again = await show({}, { kept });
    await check(again.user, '报告.txt', new TextEncoder().encode(WRONG));
    expect(await screen.findByText('不改：口径不同')).toBeTruthy();
    await again.user.click(screen.getByRole('button', { name: CHINESE['reporting.unwaive'] }));
    expect(screen.queryByText('不改：口径不同')).toBeNull();
  });

  test('the layout of our own .docx is that of official documents; of text nothing is said', async () => {
    const { user, saved } = await show();
    await user.click(screen.getByRole('button', { name: CHINESE['reporting.save.docx'] }));
    await waitFor(() => expect(saved.size).toBe(1));
    await check(user, '报告.docx', [...saved.values()][0] ?? new Uint8Array());
    const layout = await screen.findByRole('button', { name: /^版式.*不一样 0 处/ });
    await user.click(layout);
    expect(screen.getByText('✓ 正文字号：三号（16 磅）。')).toBeTruthy();
    await check(user, '报告.txt', new TextEncoder().encode(WRONG));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^版式/ })).toBeNull());
  });

  test('a reason that the browser cannot keep holds, and it is said', async () => {
    const { user } = await show({ reports: { read: () => null, keep: () => false } });
    await check(user, '报告.txt', new TextEncoder().encode(WRONG));
    const [waive] = await screen.findAllByRole('button', { name: /^不改并说明：/ });
    if (!waive) throw new Error('nothing was found');
    await user.click(waive);
    await user.type(screen.getByRole('textbox', { name: /不改的理由/ }), '口径不同');
    await user.click(screen.getByRole('button', { name: CHINESE['reporting.waive.done'] }));
    expect(screen.getByText('不改：口径不同')).toBeTruthy();
    expect(screen.getByText(CHINESE['reporting.told.waiver-not-kept'])).toBeTruthy();
    const [second] = screen.getAllByRole('button', { name: /^不改并说明：/ });
    if (!second) throw new Error('only one was found');
    await user.click(second);
    await user.type(screen.getByRole('textbox', { name: /不改的理由/ }), '另一条');
    await user.click(screen.getByRole('button', { name: CHINESE['reporting.waive.done'] }));
    expect(screen.getByText('不改：另一条')).toBeTruthy();
    expect(screen.getByText('不改：口径不同')).toBeTruthy();
  });

  test('a .docx gets comments in a copy', async () => {
    const { user, saved } = await show();
    await write(user, '下一步改进措施', '全年执行80万元，预算执行率为90%。');
    await user.click(screen.getByRole('button', { name: CHINESE['reporting.save.docx'] }));
    await waitFor(() => expect(saved.size).toBe(1));
    await check(user, '报告.docx', [...saved.values()][0] ?? new Uint8Array());
    await user.click(
      await screen.findByRole('button', { name: CHINESE['reporting.save.comments'] }),
    );
    await waitFor(() => expect(saved.has('报告-批注.docx')).toBe(true));
    const file = openReport(saved.get('报告-批注.docx') ?? new Uint8Array(), '报告-批注.docx');
    expect(file.format === 'docx' && file.documentXml).toContain('w:commentRangeStart');
  });

  test.each([
    ['空.txt', new Uint8Array(), /里没有文字/],
    ['旧.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /旧的 \.doc/],
    ['坏.docx', new Uint8Array([0x50, 0x4b, 3, 4]), /“坏\.docx”已损坏.*用 Word 或 WPS 打开/],
  ])('%s says why it is not read', async (name, bytes, words) => {
    const { user } = await show();
    await check(user, name, bytes);
    await waitFor(() => {
      const told = document.querySelector('#report-face [role=status]')?.textContent ?? '';
      expect(told).toMatch(words);
      expect(told).not.toContain(CHINESE['reporting.verify.reading']);
    });
    await accessible();
  });

  test('a report of another project is not called right', async () => {
    const { user } = await show();
    await check(user, '别的.txt', new TextEncoder().encode('一、概况\n本单位按时完成了各项工作。'));
    expect(await screen.findByText(CHINESE['reporting.verify.nothing'])).toBeTruthy();
  });

  test('many findings are listed page by page', async () => {
    const { user } = await show();
    const many = Array.from(
      { length: 60 },
      (_, at) => `项目${String(at)}：计划投资${String(at + 10)}万元，实际支出5万元，执行率为99%。`,
    ).join('\n');
    await check(user, '长.txt', new TextEncoder().encode(many));
    const more = await screen.findByRole('button', { name: /^再列出/ });
    const before = screen.getAllByRole('blockquote').length;
    await user.click(more);
    expect(screen.getAllByRole('blockquote').length).toBeGreaterThan(before);
  });

  test('several are told in a line each, paired by project, and each is opened and left again', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('tab', { name: CHINESE['reporting.face.verify'] }));
    const fileOf = (name: string, text: string): File => {
      const bytes = new TextEncoder().encode(text);
      const file = new File([bytes], name);
      return Object.assign(file, { arrayBuffer: () => Promise.resolve(bytes.buffer) });
    };
    const input = document.querySelector<HTMLInputElement>('#report-face input[type=file]');
    if (!input) throw new Error('nowhere to choose a file');
    await user.upload(input, [
      fileOf('甲.txt', WRONG),
      fileOf('空.txt', ''),
      fileOf('乙.txt', WRONG),
    ]);
    const list = await screen.findByRole('region', { name: '一起核对的报告：3 份' });
    const [, ...lines] = within(list).getAllByRole('row');
    expect(lines).toHaveLength(3);
    await waitFor(() => expect(lines[2]?.textContent).toContain('与“附表.xlsx”的“附表”对照。'));
    expect(lines[0]?.textContent).toMatch(/错误 \d+，警告 \d+，提示 \d+.*✗\s\d+/);
    expect(lines[1]?.textContent).toContain('里没有文字');
    await accessible();
    await user.click(within(list).getByRole('button', { name: '乙.txt' }));
    expect(await screen.findByRole('table', { name: CHINESE['reporting.facts'] })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: CHINESE['reporting.many.back'] }));
    expect(await screen.findByRole('region', { name: '一起核对的报告：3 份' })).toBeTruthy();
  });
});

test('that all went well with the table takes no room above the report, which has its own buttons', async () => {
  const { user, session } = await show();
  await user.click(screen.getByRole('tab', { name: '评分' }));
  await act(() => session.preview());
  await act(() => session.apply());
  expect(session.state()).toMatchObject({ stage: { kind: 'ready' }, notice: { tone: 'success' } });
  const told = await screen.findByText('已写入。');
  await user.click(screen.getByRole('tab', { name: '报告' }));
  expect(told.isConnected).toBe(false);
  expect(screen.queryByRole('button', { name: '重新计算' })).toBeNull();
  await user.click(screen.getByRole('tab', { name: '评分' }));
  expect(await screen.findByText('已写入。')).toBeTruthy();
});
