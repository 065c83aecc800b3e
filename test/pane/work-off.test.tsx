/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PANE_CHINESE } from '../../src/pane/chinese';
import { PANE_ENGLISH } from '../../src/pane/english';
import { findingItems } from '../../src/pane/finding-items';
import { wholeLibrary } from '../../src/pane/library';
import { Pane } from '../../src/pane/pane';
import type { Session } from '../../src/pane/session';
import { systemClock, type Surroundings } from '../../src/pane/surroundings';
import { FAULTY_FORM } from './faulty-form';
import { openForm, withEdits } from './pane-forms';

beforeAll(() => {
  class Watcher {
    observe(): void {
      return undefined;
    }
    unobserve(): void {
      return undefined;
    }
    disconnect(): void {
      return undefined;
    }
  }
  Object.assign(globalThis, { TextDecoder, TextEncoder, ResizeObserver: Watcher });
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

/** How a person presses what they see; every click and every key counts. */
interface Hands {
  readonly press: (what: HTMLElement) => Promise<void>;
  /** To the next line of the list, opened. */
  readonly nextLine: () => Promise<void>;
  /** A text field gets these words; getting there counts, the words themselves do not. */
  readonly write: (field: HTMLElement, words: string) => Promise<void>;
  readonly steps: () => number;
}

type User = ReturnType<typeof userEvent.setup>;

const panel = (): HTMLElement => screen.getByRole('tabpanel');
const lines = (): HTMLElement[] => within(panel()).queryAllByRole('button', { name: /JX\d+ · / });

function mouse(user: User): Hands {
  let count = 0;
  const press = async (what: HTMLElement): Promise<void> => {
    count += 1;
    await user.click(what);
  };
  return {
    press,
    nextLine: async () => {
      const next = lines().find((one) => one.getAttribute('aria-expanded') === 'false');
      if (next) await press(next);
    },
    write: async (field, words) => {
      await press(field);
      await user.keyboard(words);
    },
    steps: () => count,
  };
}

function keyboard(user: User): Hands {
  let count = 0;
  const key = async (name: string): Promise<void> => {
    count += 1;
    await user.keyboard(name);
  };
  const goTo = async (what: HTMLElement): Promise<void> => {
    for (let tab = 0; document.activeElement !== what; tab += 1) {
      if (tab > 80) throw new Error(`the Tab key does not come to ${what.textContent}`);
      await key('{Tab}');
    }
  };
  return {
    press: async (what) => {
      await goTo(what);
      await key('{Enter}');
    },
    nextLine: () => key('{F8}'),
    write: async (field, words) => {
      await goTo(field);
      await user.keyboard(words);
    },
    steps: () => count,
  };
}

async function start(): Promise<{ user: User; session: Session }> {
  const found: Session[] = [];
  let now = 0;
  const surroundings: Surroundings = {
    // A person who reads before every press.
    clock: { ...systemClock, now: () => (now += 1_000) },
    library: wholeLibrary({ 'zh-CN': PANE_CHINESE, en: PANE_ENGLISH }),
    preferences: { introduced: true, language: 'zh-CN', autoRecalculate: false },
    keepPreferences: () => undefined,
    copy: () => Promise.resolve(true),
    saveFile: () => undefined,
    documentName: '附表.xlsx',
  };
  const host = withEdits(await openForm(FAULTY_FORM));
  const onSession = (session: Session): number => found.push(session);
  render(<Pane host={host} surroundings={surroundings} onSession={onSession} />);
  await screen.findByRole('tab', { name: /^核查/ }, { timeout: 60_000 });
  const [session] = found;
  if (!session) throw new Error('no session');
  return { user: userEvent.setup(), session };
}

const waiting = (session: Session): string[] => {
  const { workbook } = session.state();
  if (!workbook) return [];
  return findingItems(workbook.snapshot, workbook.result, workbook.options)
    .filter(({ finding }) => finding.status === 'open')
    .map(({ finding }) => finding.check);
};

const ready = (session: Session): Promise<void> =>
  waitFor(() => expect(session.state().stage.kind).toBe('ready'), { timeout: 60_000 });

const button = (name: RegExp): HTMLElement | null =>
  within(panel()).queryAllByRole('button', { name })[0] ?? null;

/** Writes the certain corrections and the scores, then deals with each line that is left. */
async function workOff(session: Session, hands: Hands): Promise<void> {
  const act = async (name: RegExp): Promise<boolean> => {
    const found = button(name);
    if (!found) return false;
    await hands.press(found);
    return true;
  };
  await act(/^一键改好/);
  await act(/^写入改正/);
  await ready(session);
  for (let round = 0; round < 12 && waiting(session).length > 0; round += 1) {
    await hands.nextLine();
    await waitFor(() => expect(button(/^忽略并说明$/)).toBeTruthy());
    if (await act(/^(?:全部)?采用计算分/)) await ready(session);
    else if (screen.queryByLabelText(/^偏差原因/)) {
      await hands.write(screen.getByLabelText(/^偏差原因/), '上游来水少，灌溉推迟两周');
      await act(/^写入（\d+ 处）$/);
      await ready(session);
    } else {
      await act(/^忽略并说明$/);
      await hands.write(screen.getByLabelText(/^忽略的理由/), '与主管部门商定');
      await act(/^忽略$/);
      await ready(session);
    }
  }
}

/** One by one each finding would take two clicks, or F8, the Tab key and Enter: 102 clicks, 153 keys. */
describe('a form with 51 findings', () => {
  it.each([
    ['mouse', mouse, 19],
    ['keyboard', keyboard, 41],
  ] as const)('is worked off to none by %s', async (_, handsOf, most) => {
    const { user, session } = await start();
    expect(waiting(session)).toHaveLength(51);
    const hands = handsOf(user);
    await user.click(screen.getByRole('tab', { name: /^核查/ }));
    expect(lines().length).toBe(7);
    await workOff(session, hands);
    expect(waiting(session)).toEqual([]);
    expect(screen.getByText('没有待处理的问题。')).toBeTruthy();
    expect(hands.steps()).toBeLessThanOrEqual(most);
  });
});
