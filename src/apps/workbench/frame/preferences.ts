import type { Preferences } from '../../../pane/surroundings';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** What this browser remembers of the workbench; nothing of a workbook is in it. */
export interface WorkbenchPreferences extends Preferences {
  readonly theme: ThemeChoice;
  /** Whether the drawing below the grid is open; null: where there is room for it. */
  readonly chart: boolean | null;
  /** Whether the first visit's example is to be opened again. */
  readonly example: boolean;
  /** CSS pixels. */
  readonly paneWidth: number;
}

const KEY = 'jixiao.workbench';

export const FIRST_VISIT: WorkbenchPreferences = {
  introduced: false,
  language: 'zh-CN',
  autoRecalculate: true,
  theme: 'system',
  chart: null,
  example: true,
  paneWidth: 380,
};

const isTheme = (value: unknown): value is ThemeChoice =>
  value === 'system' || value === 'light' || value === 'dark';

/** Unknown or damaged preferences are those of a first visit. */
export function readWorkbenchPreferences(stored: string | null): WorkbenchPreferences {
  const first = FIRST_VISIT;
  const given = parsed(stored);
  if (given === null) return first;
  const { introduced, autoRecalculate, theme, chart, example, paneWidth } = given;
  return {
    introduced: introduced === true,
    // What is written into a form is Chinese unless a person chose otherwise, whatever the browser.
    language: given['language'] === 'en' ? 'en' : first.language,
    autoRecalculate: autoRecalculate !== false,
    theme: isTheme(theme) ? theme : first.theme,
    chart: typeof chart === 'boolean' ? chart : null,
    example: example !== false,
    paneWidth: typeof paneWidth === 'number' && paneWidth > 0 ? paneWidth : first.paneWidth,
  };
}

function parsed(stored: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const given: unknown = JSON.parse(stored ?? 'null');
    return typeof given === 'object' && given !== null
      ? (given as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

/** What the browser keeps; storage may be switched off, and then every visit is the first. */
export const storedPreferences = {
  read: (): WorkbenchPreferences => {
    try {
      return readWorkbenchPreferences(localStorage.getItem(KEY));
    } catch {
      return readWorkbenchPreferences(null);
    }
  },
  keep: (preferences: WorkbenchPreferences): void => {
    try {
      localStorage.setItem(KEY, JSON.stringify(preferences));
    } catch {
      // The page works as well without.
    }
  },
};
