import type { TaskPane, WpsProgram } from '../../../src/apps/wps/application';

export interface ProgramStandIn extends WpsProgram {
  readonly stored: Map<string, string | number | boolean>;
  readonly panes: (TaskPane & { readonly url: string; readonly title: string | undefined })[];
  readonly files: Map<string, string>;
  /** Brings a workbook to the front and tells listeners. */
  activate(name: string): void;
}

export interface ProgramLimits {
  /** The spelling of some of Kingsoft's pages instead of the usual one. */
  readonly otherSpelling?: boolean;
  /** A WPS that makes no panes. */
  readonly noPanes?: boolean;
  readonly workbook?: string | null;
}

/** WPS around the workbook: storage, panes, files. Panes that are gone throw, as WPS does. */
export function programStandIn(limits: ProgramLimits = {}): ProgramStandIn {
  const stored = new Map<string, string | number | boolean>();
  const panes: ProgramStandIn['panes'] = [];
  const files = new Map<string, string>();
  const listeners = new Map<string, (() => void)[]>();
  let active = limits.workbook === undefined ? '附表.xlsx' : limits.workbook;
  const make = (url: string, title?: string): TaskPane | null => {
    if (limits.noPanes) return null;
    const pane = { ID: panes.length + 1, Visible: false, DockPosition: 0, Width: 0, url, title };
    panes.push(pane);
    return pane;
  };
  return {
    stored,
    panes,
    files,
    activate: (name) => {
      active = name;
      for (const listener of listeners.get('WorkbookActivate') ?? []) listener();
    },
    PluginStorage: {
      getItem: (key) => stored.get(key),
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
    ...(limits.otherSpelling ? { CreateTaskpane: make } : { CreateTaskPane: make }),
    GetTaskPane: (id) => {
      const pane = panes.find((one) => one.ID === id);
      if (!pane) throw new Error('no such pane');
      return pane;
    },
    get ActiveWorkbook() {
      return active === null ? null : { Name: active, FullName: `C:\\表\\${active}` };
    },
    ApiEvent: {
      AddApiEventListener: (name, callback) =>
        void listeners.set(name, [...(listeners.get(name) ?? []), callback]),
    },
    FileSystem: {
      WriteFile: (path, text) => {
        if (path.startsWith('C:\\下载')) return false;
        files.set(path, text);
        return true;
      },
      writeAsBinaryString: (path, text) => {
        if (path.startsWith('C:\\下载')) return false;
        files.set(path, text);
        return true;
      },
      Exists: (path) => files.has(path),
    },
    Env: {
      GetDownloadPath: () => 'C:\\下载',
      GetDesktopPath: () => 'C:\\桌面\\',
      GetTempPath: () => '',
    },
  };
}
