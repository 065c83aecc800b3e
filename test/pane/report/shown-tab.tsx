import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PANE_CHINESE } from '../../../src/pane/chinese';
import { PANE_ENGLISH } from '../../../src/pane/english';
import { wholeLibrary } from '../../../src/pane/library';
import { Pane } from '../../../src/pane/pane';
import type { Session } from '../../../src/pane/session';
import { systemClock, type Surroundings } from '../../../src/pane/surroundings';
import type { Language } from '../../../src/texts/catalogue';
import { reporting as ENGLISH } from '../../../src/texts/en/reporting';
import { reporting as CHINESE } from '../../../src/texts/zh-CN/reporting';
import type { FileHost } from '../../../src/hosts/file/file-host';
import { openForm, withEdits, type EditedHost } from '../pane-forms';

export const TEXTS = { 'zh-CN': CHINESE, en: ENGLISH };

/** A page of a browser as far as the pane asks for more than jsdom has. */
export const withoutMedia = (): void => {
  window.matchMedia = (media) =>
    ({
      matches: false,
      media,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
};

export interface Shown {
  readonly host: EditedHost;
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly saved: Map<string, Uint8Array>;
  /** Files of text. */
  readonly texts: Map<string, string>;
  readonly kept: { json: string | null };
  readonly session: Session;
}

interface ShowOptions {
  readonly language?: Language;
  readonly kept?: Shown['kept'];
  /** In place of a form with one of everything wrong. */
  readonly file?: FileHost;
}

/** The pane on its tab of reports. */
export async function show(
  more: Partial<Surroundings> = {},
  { language = 'zh-CN', kept = { json: null }, file }: ShowOptions = {},
): Promise<Shown> {
  const saved = new Map<string, Uint8Array>();
  const texts = new Map<string, string>();
  const host = withEdits(file ?? (await openForm()));
  const surroundings: Surroundings = {
    clock: systemClock,
    library: wholeLibrary({ 'zh-CN': PANE_CHINESE, en: PANE_ENGLISH }),
    preferences: { introduced: true, language, autoRecalculate: false },
    keepPreferences: () => undefined,
    copy: () => Promise.resolve(true),
    saveFile: (name, text) => void texts.set(name, text),
    saveDocument: (name, bytes) => {
      saved.set(name, bytes);
      return true;
    },
    reports: {
      read: () => kept.json,
      keep: (json) => {
        kept.json = json;
        return true;
      },
    },
    documentName: '附表.xlsx',
    ...more,
  };
  const opened: { session: Session | null } = { session: null };
  const user = userEvent.setup({ delay: null });
  render(
    <Pane
      host={host}
      surroundings={surroundings}
      onSession={(one) => {
        opened.session = one;
      }}
    />,
  );
  const name = language === 'en' ? 'Report' : '报告';
  await user.click(await screen.findByRole('tab', { name }));
  await screen.findByRole('heading', { level: 2, name: TEXTS[language]['reporting.title'] });
  const { session } = opened;
  if (!session) throw new Error('no session');
  return { host, user, saved, texts, kept, session };
}

/** What is folded above the report: the structures, or the ways seldom gone. */
export async function unfold(user: Shown['user'], what: 'structure' | 'more'): Promise<void> {
  const name = what === 'structure' ? /^报告结构：/ : CHINESE['reporting.more-ways'];
  const fold = screen.getByRole('button', { name });
  if (fold.getAttribute('aria-expanded') === 'false') await user.click(fold);
}
