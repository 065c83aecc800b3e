import { flag, only, restored } from '../model/decode';
import type { Language } from '../texts/catalogue';
import type { Profile } from '../model/profile';
import type { PaneTextKey } from './chinese';
import type { Library } from './library';
import { readOwnProfiles, withKept } from './profiles/known-profiles';
import type { Clock } from './session';
import type { SessionEngine } from './session-engine';
import { DEFAULT_SETTINGS, type Settings } from './session-state';

/** What a person's own computer remembers of the pane; nothing of a workbook is in it. */
export interface Preferences {
  readonly introduced: boolean;
  readonly language: Language;
  readonly autoRecalculate: boolean;
}

/** What the pane needs of the program it is shown in, besides the workbook. */
export interface Surroundings {
  readonly clock: Clock;
  readonly library: Library<PaneTextKey>;
  readonly preferences: Preferences;
  keepPreferences(preferences: Preferences): void;
  /** False where the program does not let a page write to the clipboard. */
  copy(text: string): Promise<boolean>;
  /** A person's own profiles, kept on their computer; absent where nothing can be kept. */
  readonly ownProfiles?: readonly Profile[];
  /** Keeps one more; gives all that are kept by now. */
  keepProfile?(profile: Profile): readonly Profile[];
  /** Which columns a person named in forms of other workbooks, as JSON; absent where nothing can be kept. */
  readonly columns?: { read(): string | null; keep(json: string): void };
  saveFile(name: string, text: string): void;
  /** Saves a document; false where it was refused. Absent where the program cannot. */
  readonly saveDocument?: (name: string, bytes: Uint8Array<ArrayBuffer>) => boolean;
  /** What a person wrote in reports, kept on their computer as JSON; `keep` is false where it has no room. */
  readonly reports?: { read(): string | null; keep(json: string): boolean };
  /** The structures of reports that a person made, kept the same way. */
  readonly structures?: { read(): string | null; keep(json: string): boolean };
  /** Prints the page; absent where the program's own printing is of something else. */
  readonly print?: () => void;
  /** The name exported files are given. */
  readonly documentName: string;
  /** Absent: the pane's own thread. */
  readonly engine?: SessionEngine;
  /** Milliseconds; absent: what suits a spreadsheet program that is slow to tell of edits. */
  readonly settleAfter?: number;
  /** In twenty seconds; absent: what suits a spreadsheet program that may answer what is written. */
  readonly automaticWrites?: number;
  /** How to go on from the program's own grid, where F8 is its own; absent where F8 does it there, too. */
  readonly walkFromGrid?: 'shortcut' | 'ribbon';
  /** Absent where the program gives its panes a way to be closed that works. */
  readonly hidePane?: () => void;
  /**
   * Nobody tells whether a file that was saved arrived, and on a Mac it does not (office-js #3385,
   * #4681): what it says is shown as well.
   */
  readonly savesUnseen?: boolean;
  /** What to send along with a question about the program; nothing of the workbook. */
  readonly diagnostics?: () => string;
  /**
   * Asks the program about itself beside the workbook, and gives the answers as JSON; absent where
   * that is done elsewhere, or not at all.
   */
  readonly selfTest?: (onProgress: (done: number, total: number) => void) => Promise<string>;
  /** Opens the page anew; absent where that is left to the program or the browser. */
  readonly reload?: () => void;
  /**
   * Tells, once, of a newer program where the page came from, and gives back how to stop; absent where
   * the page is a file, or fetches nothing.
   */
  readonly watchNewer?: (tell: (version: string) => void) => () => void;
  /** Absent where there is nothing to ask the program about itself. */
  readonly probe?: () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delay, work) => {
    const timer = setTimeout(work, delay);
    return () => clearTimeout(timer);
  },
};

const KEY = 'jixiao.preferences';
const PROFILES_KEY = 'jixiao.profiles';
const COLUMNS_KEY = 'jixiao.columns';
const REPORTS_KEY = 'jixiao.reports';
const STRUCTURES_KEY = 'jixiao.structures';

export const PREFERENCES = {
  introduced: flag,
  language: only('zh-CN', 'en'),
  autoRecalculate: flag,
} as const;

/** Unknown or damaged preferences are those of a first run. */
export function readPreferences(stored: string | null, displayLanguage: string): Preferences {
  const first: Preferences = {
    introduced: false,
    language: displayLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
    autoRecalculate: DEFAULT_SETTINGS.autoRecalculate,
  };
  return restored(PREFERENCES, stored, first);
}

export const settingsOf = ({
  preferences,
  ownProfiles = [],
}: Pick<Surroundings, 'preferences' | 'ownProfiles'>): Partial<Settings> => ({
  language: preferences.language,
  autoRecalculate: preferences.autoRecalculate,
  ownProfiles,
});

/** The surroundings of a page in a browser or an Office webview. */
export function browserSurroundings(
  library: Surroundings['library'],
  displayLanguage: string,
  documentName: string,
): Surroundings {
  return {
    clock: systemClock,
    library,
    preferences: readPreferences(stored(KEY), displayLanguage),
    keepPreferences: (preferences) => keep(KEY, JSON.stringify(preferences)),
    ownProfiles: readOwnProfiles(stored(PROFILES_KEY)),
    keepProfile: (profile) => {
      const json = withKept(stored(PROFILES_KEY), profile);
      keep(PROFILES_KEY, json);
      return readOwnProfiles(json);
    },
    columns: { read: () => stored(COLUMNS_KEY), keep: (json) => keep(COLUMNS_KEY, json) },
    reports: { read: () => stored(REPORTS_KEY), keep: (json) => keep(REPORTS_KEY, json) },
    structures: { read: () => stored(STRUCTURES_KEY), keep: (json) => keep(STRUCTURES_KEY, json) },
    copy: copyText,
    saveFile: (name, text) => download(name, new Blob([text], { type: 'application/json' })),
    saveDocument: (name, bytes) => {
      download(name, new Blob([bytes]));
      return true;
    },
    documentName,
  };
}

function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Storage may be switched off, or full; the pane then begins as at a first run. */
function keep(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
