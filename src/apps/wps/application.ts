/** What the add-in's pages use of WPS itself, besides the workbook (that is `hosts/wps`). */
export interface WpsProgram {
  /** Shared by the add-in's pages; empty again after WPS was closed. */
  readonly PluginStorage: PluginStorage;
  readonly CreateTaskPane?: (url: string, title?: string) => TaskPane | null;
  /** So spelt in some of Kingsoft's pages. */
  readonly CreateTaskpane?: (url: string, title?: string) => TaskPane | null;
  readonly GetTaskPane?: (id: number) => TaskPane | null | undefined;
  readonly ActiveWorkbook: { readonly Name: string; readonly FullName: string } | null;
  readonly ApiEvent?: {
    AddApiEventListener(name: string, callback: () => void): void;
  };
  readonly FileSystem?: {
    WriteFile(path: string, text: string): boolean;
    /** A sign for each byte. */
    writeAsBinaryString?(path: string, bytes: string): boolean;
    Exists?(path: string): unknown;
  };
  readonly Env?: Partial<
    Readonly<Record<'GetDownloadPath' | 'GetDesktopPath' | 'GetTempPath', () => string>>
  >;
}

export interface PluginStorage {
  getItem(key: string): unknown;
  setItem(key: string, value: string | number | boolean): void;
  removeItem(key: string): void;
}

export interface TaskPane {
  readonly ID: number;
  Visible: boolean;
  DockPosition: number;
  Width: number;
}

export interface WpsGlobals {
  readonly Application?: unknown;
  readonly wps?: { readonly EtApplication?: () => unknown };
}

/** The root of WPS's object model; null in a page that is not shown inside WPS 表格. */
export function applicationOf(page: WpsGlobals): unknown {
  const { Application, wps } = page;
  if (isObject(Application)) return Application;
  const older = typeof wps?.EtApplication === 'function' ? wps.EtApplication() : null;
  return isObject(older) ? older : null;
}

/** The same object as the shell sees it. */
export function programOf(page: WpsGlobals): WpsProgram | null {
  return applicationOf(page) as WpsProgram | null;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
