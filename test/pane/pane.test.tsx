/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import type { Profile } from '../../src/model/profile';
import { join } from 'node:path';
import { TextDecoder, TextEncoder } from 'node:util';
import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { Pane } from '../../src/pane/pane';
import type { Clock, Session } from '../../src/pane/session';
import {
  readPreferences,
  systemClock,
  type Preferences,
  type Surroundings,
} from '../../src/pane/surroundings';
import { createFileHost } from '../../src/hosts/file/file-host';
import type { HostPort } from '../../src/hosts/port';
import { PANE_CHINESE } from '../../src/pane/chinese';
import { PANE_ENGLISH } from '../../src/pane/english';
import { wholeLibrary } from '../../src/pane/library';
import { render as renderIn, type Language } from '../../src/texts/catalogue';
import type { TextKey } from '../../src/texts/message';
import { CATALOGUES, TEXTS } from '../support/texts';
import { Failure } from '../../src/model/failure';
import { FORM, openForm, withEdits, type EditedHost } from './pane-forms';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

beforeAll(() => {
  Object.assign(globalThis, {
    TextDecoder,
    TextEncoder,
    ResizeObserver: class {
      observe(): void {
        return undefined;
      }
      unobserve(): void {
        return undefined;
      }
      disconnect(): void {
        return undefined;
      }
    },
  });
  window.matchMedia = (media) =>
    ({
      matches: false,
      media,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
});

afterEach(cleanup);
// However slow the machine is.
configure({ asyncUtilTimeout: 60_000 });

interface Shown {
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly session: () => Session;
  readonly kept: Preferences[];
  readonly copied: string[];
  readonly saved: [string, string][];
  /** Lists of a person's own profiles that were kept. */
  readonly profiles: (readonly Profile[])[];
  /** What is kept of columns that were named by hand. */
  readonly columns: () => string | null;
}

/** A person who reads before every click. */
const patient = (): Clock => {
  let now = 0;
  return { ...systemClock, now: () => (now += 1_000) };
};

function show(
  host: HostPort,
  language: Language,
  more: Partial<Preferences> = {},
  clock: Clock = patient(),
  hidePane?: () => void,
  keptColumns: string | null = null,
): Shown {
  const kept: Preferences[] = [];
  const copied: string[] = [];
  const saved: [string, string][] = [];
  const profiles: (readonly Profile[])[] = [];
  let columns: string | null = keptColumns;
  let found: Session | null = null;
  const surroundings: Surroundings = {
    clock,
    library: wholeLibrary({ 'zh-CN': PANE_CHINESE, en: PANE_ENGLISH }),
    preferences: { introduced: true, language, autoRecalculate: false, ...more },
    keepPreferences: (preferences) => kept.push(preferences),
    copy: (text) => {
      copied.push(text);
      return Promise.resolve(true);
    },
    saveFile: (name, text) => saved.push([name, text]),
    keepProfile: (own) => {
      profiles.push([own]);
      return [own];
    },
    columns: {
      read: () => columns,
      keep: (json) => {
        columns = json;
      },
    },
    documentName: '附表.xlsx',
    ...(hidePane ? { hidePane } : {}),
  };
  const user = userEvent.setup();
  render(
    <Pane
      host={host}
      surroundings={surroundings}
      onSession={(session) => {
        found = session;
      }}
    />,
  );
  return {
    user,
    kept,
    copied,
    saved,
    profiles,
    columns: () => columns,
    session: () => {
      if (!found) throw new Error('no session');
      return found;
    },
  };
}

const say = (language: Language, key: string, data: Record<string, string | number> = {}): string =>
  renderIn({ key: `pane.${key}` as TextKey, data }, TEXTS[language]);

async function noViolations(): Promise<void> {
  // Colours are looked at in a real browser (demo/pictures.ts); jsdom paints none.
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const tab = (language: Language, name: string): HTMLElement =>
  screen.getByRole('tab', { name: new RegExp(`^${say(language, `tab.${name}`)}`) });
const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { name });

const edited = async (): Promise<EditedHost> => withEdits(await openForm());

describe.each(LANGUAGES)('the pane in %s', (language) => {
  it('shows that it is reading', async () => {
    const host = { ...(await edited()), read: () => new Promise<never>(() => undefined) };
    show(host, language);
    await screen.findByText(say(language, 'loading'));
    await noViolations();
  });

  it('says what went wrong, and reads again', async () => {
    const host = await edited();
    let broken = true;
    const { user } = show(
      {
        ...host,
        read: () => (broken ? Promise.reject(new Failure('encrypted')) : host.read()),
      },
      language,
    );
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(CATALOGUES[language]['error.encrypted.message']);
    expect(alert.textContent).toContain(CATALOGUES[language]['error.encrypted.hint']);
    await noViolations();
    broken = false;
    await user.click(button(say(language, 'failed.again')));
    await heading(say(language, 'recognise.title', { count: 1 }));
  });

  it('can be hidden from its foot, while it reads and when it failed, and nothing is to be clicked at its top', async () => {
    const host = await edited();
    const faces = [
      { ...host, read: () => new Promise<never>(() => undefined) },
      { ...host, read: () => Promise.reject(new Failure('encrypted')) },
      host,
    ];
    const roles = ['status', 'alert', 'tablist'];
    for (const [at, face] of faces.entries()) {
      let hidden = 0;
      const { user } = show(face, language, {}, patient(), () => (hidden += 1));
      await screen.findByRole(roles[at] ?? '');
      const hide = button(say(language, 'hidePane'));
      const all = screen.getAllByRole('button');
      expect(all.at(-1)).toBe(hide);
      expect(within(screen.getByRole('banner')).queryAllByRole('button')).toEqual([]);
      await user.click(hide);
      expect(hidden).toBe(1);
      await noViolations();
      cleanup();
    }
  });

  it('lists what a clearing found without a ledger, and what it left', async () => {
    const file = readFileSync(join(__dirname, '../fixtures/first-release/resaved-national.xlsx'));
    const host = withEdits(await createFileHost(file));
    const { user, session } = show(host, language);
    await screen.findByRole('tablist');
    await act(() => session().clearMarks());
    await user.click(tab(language, 'score'));
    const kinds = session()
      .state()
      .outcome?.report.degradations.map(({ kind }) => kind);
    expect(kinds).toContain('ledger-gone');
    const list = (await heading(say(language, 'degraded.title'))).parentElement;
    for (const name of ['自评表', '核查清单', '汇总表', '自评报告提纲']) {
      expect(list?.textContent).toContain(name);
    }
  });

  it('says what to do where there is no form', async () => {
    show(await openForm({ name: '通知', rows: [['关于开展绩效自评的通知']] }), language);
    await heading(say(language, 'empty.title'));
    expect(screen.queryByRole('button', { name: say(language, 'bar.score') })).toBeNull();
    await noViolations();
  });

  it('only checks where the sheet is protected', async () => {
    const host = withEdits(
      await openForm({ ...FORM, middle: '<sheetProtection sheet="1" objects="1"/>' }),
    );
    const { user } = show(host, language);
    await screen.findByText(say(language, 'readOnly.title'));
    await noViolations();
    await user.click(button(say(language, 'bar.score')));
    await user.click(tab(language, 'findings'));
    await user.click(button(/JX401/));
    await user.click(button(say(language, 'finding.adopt', { score: '18' })));
    expect(host.patches).toEqual([]);
    expect(host.selected).toEqual(['附表!7,7']);
  });

  it('explains itself once, in three lines', async () => {
    const { user, kept } = show(await edited(), language, { introduced: false });
    await heading(say(language, 'first.title'));
    expect(screen.getByText(say(language, 'first.line3'))).toBeTruthy();
    await noViolations();
    await user.click(button(say(language, 'first.done')));
    expect(screen.queryByText(say(language, 'first.title'))).toBeNull();
    expect(kept).toEqual([{ introduced: true, language, autoRecalculate: false }]);
  });

  it('shows the tables, and corrects a column and a direction', async () => {
    const host = await edited();
    const { user } = show(host, language);
    await heading(say(language, 'recognise.title', { count: 1 }));
    await user.click(button(say(language, 'recognise.columns')));
    await user.click(button(say(language, 'recognise.directions')));
    await noViolations();
    await user.selectOptions(screen.getByLabelText(say(language, 'role.reason')), 'B');
    await waitFor(async () =>
      expect((await host.read()).ledger?.mapping).toEqual({ 附表: { reason: 'B' } }),
    );
    await user.selectOptions(screen.getByLabelText('受益人口'), 'reverse');
    await waitFor(async () =>
      expect((await host.read()).ledger?.directions).toEqual({ 附表: { 受益人口: 'reverse' } }),
    );
  });

  it('previews, writes and shows what changed', async () => {
    const host = await edited();
    const { user } = show(host, language);
    await user.click(await screen.findByRole('button', { name: say(language, 'bar.score') }));
    await heading(say(language, 'score.previewTitle'));
    expect(host.patches).toEqual([]);
    await noViolations();
    await user.click(button(say(language, 'bar.apply')));
    await heading(say(language, 'score.changed'));
    expect(host.patches).toHaveLength(1);
    const figures = screen.getByRole('article', { name: say(language, 'score.figures') });
    expect(within(figures).getByText(say(language, 'score.written'))).toBeTruthy();
    expect(within(figures).getByText('93')).toBeTruthy();
    expect(within(figures).getByText('90%')).toBeTruthy();
    await noViolations();
  });

  it('says where merges are unknown, and names the cell that took nothing', async () => {
    const host = await edited();
    const lost = { kind: 'cell-not-kept', sheet: '附表', cell: { row: 7, column: 6 } } as const;
    const { user } = show(
      {
        ...host,
        capabilities: { ...host.capabilities, merges: false },
        apply: async (patch, hooks) => ({
          ...(await host.apply(patch, hooks)),
          degradations: [lost, { ...lost, cell: { row: 9, column: 6 } }],
        }),
      },
      language,
    );
    await user.click(await screen.findByRole('button', { name: say(language, 'bar.score') }));
    await heading(say(language, 'score.previewTitle'));
    expect(screen.getByText(say(language, 'score.mergesUnknown'))).toBeTruthy();
    await user.click(button(say(language, 'bar.apply')));
    await heading(say(language, 'degraded.title'));
    const places = ['附表!G8', '附表!G10'].join(say(language, 'degraded.between'));
    expect(
      screen.getByText(say(language, 'degraded.cell-not-kept', { count: 2, places })),
    ).toBeTruthy();
    await noViolations();
  });

  it('says which points are a person’s and why there is no grade', async () => {
    const rows = FORM.rows.filter(([first]) => first !== '总分').map((row) => [...row]);
    const unmeasured = rows.find((row) => row[2] === '受益人口');
    if (unmeasured) unmeasured[4] = null;
    show(await openForm({ ...FORM, rows }), language);
    await heading(say(language, 'recognise.title', { count: 1 }));
    await userEvent.setup().click(tab(language, 'score'));
    await screen.findByText(say(language, 'score.asFilled', { points: '27' }));
    await screen.findByText(say(language, 'score.noGrade.unfilled', { count: 1 }));
    await noViolations();
  });

  it('keeps the focus inside when what had it is gone', async () => {
    const { user } = show(await edited(), language);
    await user.click(await screen.findByRole('button', { name: say(language, 'bar.score') }));
    await heading(say(language, 'score.previewTitle'));
    await user.click(button(say(language, 'bar.cancel')));
    await heading(say(language, 'score.title'));
    expect(document.activeElement).not.toBe(document.body);
  });

  it('filters findings and opens one to why, basis and what to do', async () => {
    const { user } = show(await edited(), language);
    await heading(say(language, 'recognise.title', { count: 1 }));
    await user.click(tab(language, 'findings'));
    await user.click(button(/JX401/));
    for (const part of ['finding.why', 'finding.basis']) {
      expect(screen.getByText(say(language, part))).toBeTruthy();
    }
    await user.click(button(say(language, 'finding.waive')));
    await noViolations();
    await user.click(button(say(language, 'findings.filter')));
    await user.type(screen.getByLabelText(say(language, 'findings.search')), '群众');
    await waitFor(() => expect(screen.queryByRole('button', { name: /JX401/ })).toBeNull());
    expect(screen.getByRole('button', { name: /JX404/ })).toBeTruthy();
    await user.type(screen.getByLabelText(say(language, 'findings.search')), '无此');
    await screen.findByText(say(language, 'findings.noMatch'));
  });

  it('writes one reason into all rows of a kind, each with its own figures', async () => {
    const host = await edited();
    const { user } = show(host, language);
    await heading(say(language, 'recognise.title', { count: 1 }));
    await user.click(tab(language, 'findings'));
    const [first] = screen.getAllByRole('button', { name: /JX404/ });
    if (!first) throw new Error('no JX404');
    await user.click(first);
    await noViolations();
    await user.type(
      screen.getByRole('textbox', { name: new RegExp(`^${say(language, 'reason.cause')}`) }),
      '人口外流',
    );
    await user.click(button(say(language, 'reason.write', { count: 2 })));
    await waitFor(() => expect(host.patches).toHaveLength(1));
    const texts = host.patches[0]?.values.map(({ values }) => JSON.stringify(values)) ?? [];
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('27000');
    expect(texts[1]).toContain('81%');
    expect(texts.every((text) => text.includes('人口外流'))).toBe(true);
  });

  it('sets findings aside with a reason', async () => {
    const host = await edited();
    const { user } = show(host, language);
    await heading(say(language, 'recognise.title', { count: 1 }));
    await user.click(tab(language, 'findings'));
    await user.click(button(/JX401/));
    await user.click(button(say(language, 'finding.waive')));
    await user.type(
      screen.getByRole('textbox', { name: new RegExp(`^${say(language, 'waive.reason')}`) }),
      '上级已同意',
    );
    await user.click(button(say(language, 'waive.done')));
    await waitFor(() => expect(screen.queryByRole('button', { name: /JX401/ })).toBeNull(), {
      timeout: 20_000,
    });
    await user.click(button(say(language, 'findings.filter')));
    await user.click(
      screen.getByRole('checkbox', { name: say(language, 'findings.handled', { count: 1 }) }),
    );
    await user.click(await screen.findByRole('button', { name: /JX401/ }));
    expect(screen.getByText('上级已同意')).toBeTruthy();
    await noViolations();
  });

  it('offers causes by kind and writes none while a fact is missing', async () => {
    const host = await edited();
    const { user } = show(host, language);
    await heading(say(language, 'recognise.title', { count: 1 }));
    await user.click(tab(language, 'findings'));
    await user.click(button(/JX404/));
    const kinds = screen.getByLabelText(say(language, 'reason.suggest'));
    expect(within(kinds).getByText(new RegExp('一处未完工'))).toBeTruthy();
    await user.selectOptions(kinds, 'weather');
    const cause = screen.getByRole('textbox', {
      name: new RegExp(`^${say(language, 'reason.cause')}`),
    });
    expect(cause).toHaveProperty('value', say(language, 'reason.weather.cause'));
    screen.getByText(say(language, 'reason.gap'));
    await user.click(button(say(language, 'reason.write', { count: 2 })));
    expect(host.patches).toHaveLength(0);
    await noViolations();
  });

  it('shows certain corrections before it writes them, and takes them back from where it says so', async () => {
    const text = {
      ...FORM,
      rows: FORM.rows.map((row, at) => (at === 7 ? [...row.slice(0, 5), '30', '３０', ''] : row)),
    };
    const host = withEdits(await openForm(text));
    const before = (await host.read()).revision;
    const { user } = show(host, language);
    await heading(say(language, 'recognise.title', { count: 1 }));
    await user.click(tab(language, 'findings'));
    await user.click(button(say(language, 'fix.all', { count: 2 })));
    screen.getByText(/^３０ \(text\)$|^３０（文本）$/);
    await noViolations();
    expect(host.patches).toHaveLength(0);
    await user.click(button(say(language, 'fix.write', { count: 2 })));
    await screen.findByText(say(language, 'notice.fixes', { count: 2 }));
    expect(host.patches).toHaveLength(1);
    expect(screen.queryByRole('button', { name: /JX108/ })).toBeNull();
    await user.click(button(say(language, 'undo')));
    await screen.findByText(say(language, 'notice.undone'));
    expect((await host.read()).revision).toBe(before);
  });

  it('tells one number on the button and in its preview, also of a total that only follows', async () => {
    const host = await openForm({
      ...FORM,
      rows: FORM.rows.map((row) => (row[0] === '总分' ? [...row.slice(0, 6), 60, ''] : row)),
    });
    const { user } = show(host, language);
    await heading(say(language, 'recognise.title', { count: 1 }));
    await user.click(tab(language, 'findings'));
    await user.click(button(say(language, 'fix.all', { count: 2 })));
    screen.getByRole('button', { name: say(language, 'fix.write', { count: 2 }) });
    screen.getByRole('button', { name: say(language, 'fix.all', { count: 2 }) });
  });

  it('goes from finding to finding by one key, and shows the cell', async () => {
    const host = await edited();
    const { user } = show(host, language);
    await heading(say(language, 'recognise.title', { count: 1 }));
    const at = (): string => document.activeElement?.textContent ?? '';
    tab(language, 'recognise').focus();
    await user.keyboard('{F8}');
    await waitFor(() => expect(at()).toMatch(/JX\d/));
    const lines = screen.getAllByRole('button', { name: /JX\d/ }).map((one) => one.textContent);
    expect(at()).toBe(lines[0]);
    await user.keyboard('{F8}');
    await waitFor(() => expect(at()).toBe(lines[1]));
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
    await user.keyboard('{Shift>}{F8}{/Shift}');
    await waitFor(() => expect(at()).toBe(lines[0]));
    expect(host.selected.length).toBe(3);
    await noViolations();
  });

  it('copies the outputs and saves the result', async () => {
    const { user, copied, saved } = show(await edited(), language);
    await heading(say(language, 'recognise.title', { count: 1 }));
    await user.click(tab(language, 'output'));
    await noViolations();
    for (const role of ['summary', 'findings', 'outline']) {
      const name = say(language, `output.${role}`);
      await user.click(button(say(language, 'output.copyNamed', { name })));
    }
    expect(copied).toHaveLength(3);
    expect(copied[1]).toContain('JX401');
    await user.click(button(say(language, 'output.save')));
    expect(saved[0]?.[0]).toBe('附表.xlsx.json');
    const json: unknown = JSON.parse(saved[0]?.[1] ?? '');
    expect(json).toMatchObject({ version: 1, files: [{ ok: true, path: '附表.xlsx' }] });
  });

  it('asks before it clears, and undoes', async () => {
    const host = await edited();
    const { user } = show(host, language);
    await user.click(await screen.findByRole('button', { name: say(language, 'bar.score') }));
    await user.click(await screen.findByRole('button', { name: say(language, 'bar.apply') }));
    await heading(say(language, 'score.changed'));
    await user.click(screen.getByRole('tab', { name: say(language, 'tab.settings') }));
    await noViolations();
    await user.click(button(say(language, 'settings.clear')));
    expect((await host.read()).ledger).not.toBeNull();
    await user.click(button(say(language, 'settings.clearYes')));
    await waitFor(async () => expect((await host.read()).ledger).toBeNull());
    await user.click(button(say(language, 'settings.undo')));
    await waitFor(async () => expect((await host.read()).ledger).not.toBeNull());
  });
});

test('the keyboard alone scores a form', async () => {
  const host = await edited();
  const { user } = show(host, 'zh-CN');
  await heading('找到 1 张自评表');
  await user.tab();
  expect(document.activeElement?.textContent).toBe('识别');
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement?.textContent).toBe('评分');
  await user.keyboard('{End}{Home}{ArrowRight}');
  await user.tab();
  expect(document.activeElement?.textContent).toBe('一键评分');
  await user.keyboard('{Enter}');
  await heading('将要写入的内容');
  while (document.activeElement?.textContent !== '写入') await user.tab();
  await user.keyboard(' ');
  await heading('这次改了什么');
  expect(host.patches).toHaveLength(1);
});

describe('the button of the preview stands where the first one stood', () => {
  const opened = async () => {
    const host = await edited();
    const time = { now: 0 };
    const { user, session } = show(host, 'zh-CN', {}, { ...systemClock, now: () => time.now });
    await heading('找到 1 张自评表');
    fireEvent.click(button('一键评分'), { detail: 1 });
    await heading('将要写入的内容');
    return { host, time, user, session };
  };
  const stage = (session: () => Session): string => session().state().stage.kind;

  it.each(['写入', '先不写'])(
    'and is not pressed by the rest of a double click: %s',
    async (name) => {
      const { time, session } = await opened();
      time.now = 500;
      fireEvent.click(button(name), { detail: 1 });
      expect(stage(session)).toBe('preview');
      time.now = 700;
      fireEvent.click(button(name), { detail: 2 });
      expect(stage(session)).toBe('preview');
      fireEvent.click(button(name), { detail: 1 });
      await waitFor(() => expect(stage(session)).not.toBe('preview'));
    },
  );

  it('nor by a key still held down', async () => {
    const { time } = await opened();
    time.now = 5_000;
    const held = fireEvent.keyDown(button('写入'), { key: 'Enter', repeat: true });
    const pressed = fireEvent.keyDown(button('写入'), { key: 'Enter' });
    // A key whose default is prevented makes no click.
    expect([held, pressed]).toEqual([false, true]);
  });

  it('and a second click on 重新计算 does not stop it', async () => {
    const { host, time, session } = await opened();
    time.now = 1_000;
    fireEvent.click(button('写入'), { detail: 1 });
    await screen.findByRole('button', { name: '重新计算' });
    time.now = 2_000;
    await act(() => host.edit('E8', '49%'));
    fireEvent.click(button('重新计算'), { detail: 1 });
    fireEvent.click(await screen.findByRole('button', { name: '停止' }), { detail: 2 });
    await waitFor(() => expect(host.patches).toHaveLength(2));
    expect(session().state().notice?.message.key).toBe('pane.notice.recalculated');
  });
});

test('with consent to overwrite nobody is told that filled scores stay', async () => {
  const { user, session } = show(await edited(), 'zh-CN');
  await heading('找到 1 张自评表');
  await user.click(screen.getByRole('tab', { name: '评分' }));
  expect(screen.getByText(/您填过的得分不改/)).toBeTruthy();
  await act(() => session().change({ overwriteScores: true }));
  expect(screen.queryByText(/您填过的得分不改/)).toBeNull();
  expect(screen.getByText(/已选“覆盖已填得分”/)).toBeTruthy();
});

test('a profile that applies to no table here says so, and which one does', async () => {
  const { user } = show(await edited(), 'zh-CN');
  await heading('找到 1 张自评表');
  await user.click(screen.getByRole('tab', { name: '设置' }));
  expect(screen.queryByText(/只用于按评分标准打分的评分表/)).toBeNull();
  await user.selectOptions(screen.getByLabelText('评分口径'), 'gd-rubric');
  await screen.findByText(/只用于按评分标准打分的评分表/);
  expect(screen.getByText(/^工作表“附表”：项目支出绩效自评通用口径/)).toBeTruthy();
});

test('columns named by hand are offered for the next workbook with the same heads', async () => {
  const first = show(await edited(), 'zh-CN');
  await heading('找到 1 张自评表');
  await first.user.click(button('凭什么这样认'));
  expect(screen.getByText(/^指标 4 行/)).toBeTruthy();
  await first.user.click(button('查看和更正各列'));
  expect(screen.getByText(/^凭表头“实际完成值”，把握 \d+%$/)).toBeTruthy();
  await noViolations();
  await act(() => first.session().setColumn('附表', 'sign', 'B'));
  await waitFor(() => expect(first.columns()).not.toBeNull());
  cleanup();
  const next = show(await edited(), 'zh-CN', {}, patient(), undefined, first.columns());
  await screen.findByText(/那次：符号或指标性质是 B 列。$/);
  await noViolations();
  await next.user.click(button('照那次的来'));
  await waitFor(() => expect(screen.queryByRole('button', { name: '照那次的来' })).toBeNull());
  expect(next.session().state().workbook?.result.tables[0]?.table.columns.sign?.column).toBe(1);
});

test('two profiles are compared, and a copy of one is made, kept and used', async () => {
  const { user, session, profiles } = show(await edited(), 'zh-CN');
  await heading('找到 1 张自评表');
  await user.click(screen.getByRole('tab', { name: '设置' }));
  await user.click(button('比较、另存和交换口径'));
  await user.click(await screen.findByRole('button', { name: '换一个口径，结果会差多少' }));
  await user.selectOptions(screen.getByLabelText('与哪个口径比'), 'platform-cap-2022');
  await screen.findByText(/^复算得分：.* → /);
  await noViolations();
  await user.click(button('照现在的口径另做一份'));
  await user.type(screen.getByLabelText(/^名称/), '本县口径');
  await user.type(screen.getByLabelText(/^改动的依据/), '本单位规定');
  const rate = screen.getByLabelText('执行率低于多少须说明原因（%）');
  await user.clear(rate);
  await user.type(rate, '多少');
  await user.click(button('保存并使用'));
  await screen.findByText('“执行率低于多少须说明原因”写得不对，没有保存。');
  await user.clear(rate);
  await user.type(rate, '95');
  const deduct = screen.getByLabelText('超额扣分');
  expect(deduct.getAttribute('aria-describedby')).not.toBeNull();
  await user.type(deduct, '150% 2');
  const bands = screen.getByLabelText('定性指标各档的比例和用词');
  await user.clear(bands);
  await user.type(bands, '80%：达成{Enter}50%：部分{Enter}0%：未');
  await noViolations();
  await user.click(button('保存并使用'));
  await screen.findByText('工作表“附表”：本县口径');
  expect(profiles.at(-1)?.map(({ id, title }) => [id, title])).toEqual([
    [expect.stringMatching(/^own-/), '本县口径'],
  ]);
  const used = session().state().workbook?.result.tables[0]?.profile;
  expect(used?.execution.explainBelow).toBe(0.95);
  expect(used?.overAchieved.deduct).toEqual({ from: 1.5, points: 2 });
  expect(used?.qualitative.bands.map(({ from }) => from)).toEqual([0.8, 0.5, 0]);
});

test('a profile is given away as a file, and taken from one; what is wrong in one is said', async () => {
  const { user, saved } = show(await edited(), 'zh-CN');
  await heading('找到 1 张自评表');
  await user.click(screen.getByRole('tab', { name: '设置' }));
  await user.selectOptions(screen.getByLabelText('评分口径'), 'platform-cap-2022');
  await user.click(button('比较、另存和交换口径'));
  await user.click(await screen.findByRole('button', { name: '从文件导入，或导出' }));
  await user.click(button(/^导出/));
  const [name, text] = saved.at(-1) ?? ['', ''];
  expect(name).toBe('own-platform-cap-2022.json');
  cleanup();

  const other = show(await edited(), 'zh-CN');
  await heading('找到 1 张自评表');
  await other.user.click(screen.getByRole('tab', { name: '设置' }));
  await other.user.click(button('比较、另存和交换口径'));
  await other.user.click(await screen.findByRole('button', { name: '从文件导入，或导出' }));
  const input = screen.getByLabelText('导入口径文件（.json）');
  const file = (content: string): File =>
    Object.assign(new File([content], '口径.json'), { text: () => Promise.resolve(content) });
  await other.user.upload(input, file(text.replace('"denominator"', '"denominater"')));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('execution.denominater');
  expect(alert.textContent).toContain('“denominator”');
  await other.user.upload(input, file('{'));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('“$”'));
  expect(other.profiles).toEqual([]);
  await other.user.upload(input, file(text));
  await screen.findByText(/^工作表“附表”：一体化平台减分口径.*（副本）/);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(other.profiles.at(-1)?.map(({ id }) => id)).toEqual(['own-platform-cap-2022']);
  const [table] = other.session().state().workbook?.result.tables ?? [];
  expect(table?.profile.execution.totalCaps).toHaveLength(4);
});

test('a reason whose figures have changed is offered to be written anew', async () => {
  const host = await edited();
  await host.edit('H9', '年度指标值30000，实际完成24000，完成率80%。偏差原因：人口外流。');
  const { user } = show(host, 'zh-CN');
  await heading('找到 1 张自评表');
  await user.click(screen.getByRole('tab', { name: /^核查/ }));
  await heading('偏差原因里的数字旧了（1 处）');
  await noViolations();
  await user.click(button('按现在的数改写（1 处）'));
  await waitFor(() => expect(screen.queryByText(/偏差原因里的数字旧了/)).toBeNull());
  expect((await host.read()).sheets[0]?.values[8]?.[7]).toBe(
    '年度指标值30000，实际完成27000，完成率90%。偏差原因：人口外流。',
  );
});

test('the language changes at once and is kept', async () => {
  const { user, kept } = show(await edited(), 'zh-CN');
  await heading('找到 1 张自评表');
  await user.click(screen.getByRole('tab', { name: '设置' }));
  await user.selectOptions(screen.getByLabelText('语言'), 'en');
  await heading('Settings');
  expect(kept.at(-1)?.language).toBe('en');
});

describe('preferences', () => {
  it.each([
    [null, 'zh-CN', { introduced: false, language: 'zh-CN', autoRecalculate: false }],
    [null, 'en-GB', { introduced: false, language: 'en', autoRecalculate: false }],
    ['{', 'zh-CN', { introduced: false, language: 'zh-CN', autoRecalculate: false }],
    ['[]', 'en', { introduced: false, language: 'en', autoRecalculate: false }],
    [
      '{"introduced":true,"language":"en","autoRecalculate":true}',
      'zh-CN',
      { introduced: true, language: 'en', autoRecalculate: true },
    ],
    [
      '{"introduced":1,"language":"fr","autoRecalculate":"yes"}',
      'zh-Hans',
      { introduced: false, language: 'zh-CN', autoRecalculate: false },
    ],
  ])('of %s in a %s program', (stored, language, expected) => {
    expect(readPreferences(stored, language)).toEqual(expected);
  });
});
