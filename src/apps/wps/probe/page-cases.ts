import { SCORING_PANE, standingPane, PROBE_PANE } from '../task-panes';
import { holds, known, shown, thrownBy, type Bench, type ProbeCase } from './probe-case';

const OLDEST_ENGINE = 80;

/** The case's own keys in the plug-in storage. */
const KEYS = ['number', 'boolean', 'string', 'chinese'].map((name) => `jixiao.et.probe.${name}`);

/** What the page and the program say of themselves; nothing is written into any workbook. */
export const PAGE_CASES: readonly ProbeCase[] = [
  {
    id: 'engine',
    book: false,
    run: ({ userAgent, secure }) => {
      const version = Number(/Chrome\/(\d+)/.exec(userAgent)?.[1] ?? 0);
      return holds(version >= OLDEST_ENGINE, { userAgent, version, secure, flexGap: hasFlexGap() });
    },
  },
  {
    id: 'program',
    book: false,
    run: ({ application }) => {
      const { Name, Version, Build, Path, OperatingSystem } = application;
      const said = { Name, Version, Build, Path, OperatingSystem };
      return holds(
        typeof Version === 'string' && Version !== '',
        Object.fromEntries(Object.entries(said).map(([name, value]) => [name, shown(value)])),
      );
    },
  },
  {
    id: 'misspelt',
    book: false,
    run: ({ application }) => {
      const loose = application as unknown as Readonly<Record<string, unknown>>;
      const thrown = thrownBy(() => loose['NoSuchMember']);
      return holds(thrown === null && loose['NoSuchMember'] === undefined, { thrown });
    },
  },
  {
    id: 'panes',
    book: false,
    run: ({ application }) => {
      const pane = standingPane(application, PROBE_PANE);
      return holds(pane !== null, {
        CreateTaskPane: typeof application.CreateTaskPane,
        CreateTaskpane: typeof application.CreateTaskpane,
        GetTaskPane: typeof application.GetTaskPane,
        ribbonUI: typeof application.ribbonUI,
        width: shown(pane?.Width),
        dock: shown(pane?.DockPosition),
        scoringPane: standingPane(application, SCORING_PANE) !== null,
      });
    },
  },
  {
    id: 'top-button',
    book: false,
    // Nobody may have pressed it: only that somebody could is an answer.
    run: ({ topPressed }) => (topPressed ? holds(true, 'pressed') : known('not pressed')),
  },
  {
    id: 'storage',
    book: false,
    run: ({ application: { PluginStorage: storage } }) => {
      const given = [7, true, 'text', '绩效'];
      KEYS.forEach((key, at) => storage.setItem(key, given[at] ?? ''));
      const back = KEYS.map((key) => storage.getItem(key));
      for (const key of KEYS) storage.removeItem(key);
      const missing = storage.getItem(KEYS[2] ?? '');
      return holds(back[2] === 'text' && back[3] === '绩效' && !isText(missing), {
        back: back.map(shown),
        missing: shown(missing),
      });
    },
  },
  {
    id: 'undo-members',
    book: false,
    run: ({ application }) =>
      known({ Undo: typeof application.Undo, OnUndo: typeof application.OnUndo }),
  },
  {
    id: 'switches',
    book: false,
    run: ({ application }) => {
      const names = ['ScreenUpdating', 'EnableEvents', 'DisplayAlerts'] as const;
      const seen = names.map((name) => {
        const before = application[name];
        application[name] = false;
        const off = application[name];
        application[name] = before;
        return [name, [before, off, application[name]].map(shown)] as const;
      });
      const held = seen.every(([, [, off]]) => off === false);
      return holds(held, {
        ...Object.fromEntries(seen),
        Calculation: shown(application.Calculation),
      });
    },
  },
  {
    id: 'folders',
    book: false,
    run: ({ application }) => {
      const names = ['GetDownloadPath', 'GetDesktopPath', 'GetTempPath'] as const;
      const paths = names.map((name) => shown(application.Env?.[name]?.()));
      return holds(paths.some(isText), [...paths, shown(application.FileSystem?.tmpdir?.())]);
    },
  },
  { id: 'file-text', book: false, run: fileText },
];

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** Flex boxes leave gaps since Chromium 84; before it the pane stands closer together. */
function hasFlexGap(): boolean {
  const box = document.createElement('div');
  box.style.cssText = 'display:flex;flex-direction:column;row-gap:1px;position:absolute';
  box.append(document.createElement('div'), document.createElement('div'));
  document.body.append(box);
  const height = box.scrollHeight;
  box.remove();
  return height === 1;
}

function fileText({ application }: Bench): ReturnType<ProbeCase['run']> {
  const files = application.FileSystem;
  const path = temporaryPath(application, 'jixiao-probe.txt');
  if (!files || path === null) return holds(false, { FileSystem: typeof files });
  const wrote = files.WriteFile(path, '绩A');
  const bytes = bytesOf(files.ReadFileAsArrayBuffer?.(path));
  const text = shown(files.ReadFile?.(path));
  files.Remove?.(path);
  const found = bytes ? [...bytes] : null;
  const encoding = ENCODINGS.find(({ is }) => found !== null && is.join() === found.join());
  return holds(wrote && found !== null, {
    wrote,
    bytes: found,
    encoding: encoding?.name ?? null,
    text,
    left: shown(files.Exists?.(path)),
  });
}

/** “绩A” in the encodings WPS may write. */
const ENCODINGS = [
  { name: 'UTF-8', is: [0xe7, 0xbb, 0xa9, 0x41] },
  { name: 'UTF-8 BOM', is: [0xef, 0xbb, 0xbf, 0xe7, 0xbb, 0xa9, 0x41] },
  { name: 'GBK', is: [0xbc, 0xa8, 0x41] },
  { name: 'UTF-16LE', is: [0xe9, 0x7e, 0x41, 0x00] },
  { name: 'UTF-16LE BOM', is: [0xff, 0xfe, 0xe9, 0x7e, 0x41, 0x00] },
] as const;

/** A file of our own in the temporary folder; null where WPS does not name one. */
export function temporaryPath(application: Bench['application'], name: string): string | null {
  const folder = application.FileSystem?.tmpdir?.() ?? application.Env?.GetTempPath?.();
  if (typeof folder !== 'string' || folder === '') return null;
  const mark = folder.includes('\\') ? '\\' : '/';
  return `${folder.replace(/[\\/]+$/, '')}${mark}${name}`;
}

export function bytesOf(value: unknown): Uint8Array | null {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]'
    ? new Uint8Array(value as ArrayBuffer)
    : null;
}
