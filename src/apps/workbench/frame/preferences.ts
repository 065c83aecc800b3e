import { flag, number, only, restored } from '../../../model/decode';
import { PREFERENCES, type Preferences } from '../../../pane/surroundings';

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

const FIRST_VISIT: WorkbenchPreferences = {
  introduced: false,
  language: 'zh-CN',
  autoRecalculate: true,
  theme: 'system',
  chart: null,
  example: true,
  paneWidth: 380,
};

/** Unknown or damaged preferences are those of a first visit: what is written into a form is then Chinese, whatever the browser. */
export const readWorkbenchPreferences = (stored: string | null): WorkbenchPreferences =>
  restored<WorkbenchPreferences>(
    {
      ...PREFERENCES,
      theme: only('system', 'light', 'dark'),
      chart: flag,
      example: flag,
      paneWidth: number({ least: Number.MIN_VALUE }),
    },
    stored,
    FIRST_VISIT,
  );

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
