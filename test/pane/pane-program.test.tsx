/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { act, cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PANE_CHINESE } from '../../src/pane/chinese';
import { PANE_ENGLISH } from '../../src/pane/english';
import { wholeLibrary } from '../../src/pane/library';
import { Pane } from '../../src/pane/pane';
import { systemClock, type Surroundings } from '../../src/pane/surroundings';
import type { Language } from '../../src/texts/catalogue';
import { VERSION } from '../../src/model/version';
import { CATALOGUES } from '../support/texts';
import { openForm, withEdits } from './pane-forms';

/** What the pane does with what the program around it can and cannot do. */

beforeAll(() => {
  class ResizeObserver {
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
  Object.assign(globalThis, { TextDecoder, TextEncoder, ResizeObserver });
  window.matchMedia = (media) =>
    ({
      matches: false,
      media,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
});

// What the pane fetches late comes when the computer gets to it.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);

describe.each(['zh-CN', 'en'] as const)(
  'a program around the pane, in %s',
  (language: Language) => {
    const say = (key: string): string => CATALOGUES[language][`pane.${key}`] ?? key;
    const named = (key: string, name: string): string => say(key).replace('{name}', say(name));
    const button = (name: string): HTMLElement => screen.getByRole('button', { name });
    /** What is shown to be copied by hand. */
    const byHand = (): string | null =>
      screen.queryByRole<HTMLTextAreaElement>('textbox', { name: say('output.byHand') })?.value ??
      null;

    async function show(tab: string, program: Partial<Surroundings>) {
      const surroundings: Surroundings = {
        clock: systemClock,
        library: wholeLibrary({ 'zh-CN': PANE_CHINESE, en: PANE_ENGLISH }),
        preferences: { introduced: true, language, autoRecalculate: false },
        keepPreferences: () => undefined,
        copy: () => Promise.resolve(true),
        saveFile: () => undefined,
        documentName: '附表.xlsx',
        ...program,
      };
      const user = userEvent.setup();
      render(<Pane host={withEdits(await openForm())} surroundings={surroundings} />);
      await user.click(await screen.findByRole('tab', { name: say(`tab.${tab}`) }));
      return user;
    }

    it('where saving may do nothing, shows what was to be saved, ready to be copied', async () => {
      const saved: string[] = [];
      const user = await show('output', {
        savesUnseen: true,
        saveFile: (_, text) => saved.push(text),
      });
      expect(byHand()).toBeNull();
      await user.click(button(say('output.save')));
      await screen.findByText(say('output.savedUnseen'));
      expect(byHand()).toBe(saved[0]);
      await user.click(button(named('output.copyNamed', 'output.json')));
      await screen.findByText(say('output.copied'));
      expect(byHand()).toBeNull();
    });

    it('where saving surely works, shows nothing more', async () => {
      const saved: string[] = [];
      const user = await show('output', { saveFile: (name) => saved.push(name) });
      await user.click(button(say('output.save')));
      await screen.findByText((_, element) => saved.length > 0 && element === document.body);
      expect(saved).toEqual(['附表.xlsx.json']);
      expect(byHand()).toBeNull();
    });

    it('where saving fails, says so', async () => {
      const user = await show('output', {
        saveFile: () => {
          throw new Error('blob URLs are blocked');
        },
      });
      await user.click(button(say('output.save')));
      await screen.findByText(say('output.failed'));
    });

    it('copies what there is to say of the program, or gives it to be copied by hand', async () => {
      const copied: string[] = [];
      let works = true;
      const user = await show('settings', {
        diagnostics: () => '{"format":"jixiao-diagnostics-1"}',
        copy: (text) => {
          if (works) copied.push(text);
          return Promise.resolve(works);
        },
      });
      screen.getByText(say('settings.version').replace('{version}', VERSION));
      await user.click(button(say('settings.diagnostics')));
      await screen.findByText(say('settings.diagnosticsCopied'));
      expect(copied).toEqual(['{"format":"jixiao-diagnostics-1"}']);
      expect(byHand()).toBeNull();
      works = false;
      await user.click(button(say('settings.diagnostics')));
      await screen.findByText(say('output.byHand'));
      expect(byHand()).toBe('{"format":"jixiao-diagnostics-1"}');
    });

    it('asks the program about itself once at a time, tells how far it is, and gives the answers', async () => {
      let finish: (text: string) => void = () => undefined;
      let runs = 0;
      const user = await show('settings', {
        selfTest: (onProgress) => {
          runs += 1;
          onProgress(3, 12);
          return new Promise((resolve) => {
            finish = resolve;
          });
        },
      });
      await user.click(button(say('settings.probe')));
      await screen.findByText(
        say('settings.testing').replace('{done}', '3').replace('{total}', '12'),
      );
      await user.click(button(say('settings.probe')));
      expect(runs).toBe(1);
      finish('{"format":"jixiao-excel-probe-1"}');
      await screen.findByText(say('settings.tested'));
      expect(byHand()).toBe('{"format":"jixiao-excel-probe-1"}');
    });

    it('can be asked again where the questions broke off', async () => {
      let runs = 0;
      const user = await show('settings', {
        selfTest: () => {
          runs += 1;
          return Promise.reject(new Error('AccessDenied'));
        },
      });
      await user.click(button(say('settings.probe')));
      await screen.findByText(say('settings.testFailed'));
      await user.click(button(say('settings.probe')));
      expect(runs).toBe(2);
    });

    it('tells of a newer program on the server, and opens it only when asked', async () => {
      let tell: (version: string) => void = () => undefined;
      let reloads = 0;
      const user = await show('settings', {
        reload: () => (reloads += 1),
        watchNewer: (told) => {
          tell = told;
          return () => undefined;
        },
      });
      const text = say('newer').replace('{version}', '9.9.0');
      expect(screen.queryByText(text)).toBeNull();
      act(() => tell('9.9.0'));
      await screen.findByText(text);
      expect(reloads).toBe(0);
      await user.click(button(say('reload')));
      expect(reloads).toBe(1);
    });

    it('has neither button where there is nobody to ask', async () => {
      await show('settings', {});
      for (const key of ['settings.diagnostics', 'settings.probe']) {
        expect(screen.queryByRole('button', { name: say(key) })).toBeNull();
      }
    });
  },
);
