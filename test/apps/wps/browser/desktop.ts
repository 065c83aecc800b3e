/**
 * WPS around its workbooks, for a browser: several workbooks (each a stand-in of its own, of which
 * one is in front), storage, files in memory, and task panes that are frames of the page.
 */

/** What a stand-in workbook's application has; the rest is passed through as it is. */
export interface BookProgram {
  readonly ActiveWorkbook: {
    readonly FullName: string;
    readonly Name: string;
    readonly Path: string;
    readonly Worksheets: { readonly Count: number };
  };
  readonly ApiEvent: {
    AddApiEventListener(name: string, listener: (...given: unknown[]) => void): void;
    RemoveApiEventListener(name: string, listener: (...given: unknown[]) => void): void;
  };
}

export interface Frames {
  /** Opens a page beside the workbook. */
  open(url: string): { show(visible: boolean): void; width(pixels: number): void };
}

export interface Desktop {
  readonly application: object;
  readonly files: Map<string, string>;
  readonly programs: () => readonly BookProgram[];
  /** Opens one more workbook and brings it to the front. */
  open(program: BookProgram): void;
}

export function createDesktop(
  first: BookProgram,
  blank: (name: string) => BookProgram,
  frames: Frames,
): Desktop {
  const stored = new Map<string, string | number | boolean>();
  const files = new Map<string, string>();
  const panes = new Map<number, object>();
  const listeners: { name: string; listener: (...given: unknown[]) => void }[] = [];
  let programs = [first];
  let front = first;
  let made = 0;

  const fire = (name: string): void => {
    for (const one of listeners) if (one.name === name) one.listener(front.ActiveWorkbook);
  };
  const bring = (program: BookProgram): void => {
    front = program;
    fire('WorkbookActivate');
  };
  const open = (program: BookProgram): void => {
    for (const { name, listener } of listeners) {
      program.ApiEvent.AddApiEventListener(name, listener);
    }
    programs = [...programs, program];
    bring(program);
  };
  const close = (program: BookProgram): void => {
    programs = programs.filter((one) => one !== program);
    const next = programs[0];
    if (front === program && next) bring(next);
  };
  const closable = (program: BookProgram): object =>
    new Proxy(program.ActiveWorkbook, {
      get: (book, name) =>
        name === 'Close' ? () => close(program) : (Reflect.get(book, name, book) as unknown),
      set: (book, name, value) => Reflect.set(book, name, value, book),
    });
  const createPane = (url: string): object => {
    const frame = frames.open(url);
    const id = panes.size + 1;
    let [visible, width] = [false, 0];
    const pane = {
      ID: id,
      DockPosition: 0,
      get Visible() {
        return visible;
      },
      set Visible(value: boolean) {
        visible = value;
        frame.show(value);
      },
      get Width() {
        return width;
      },
      set Width(value: number) {
        width = value;
        frame.width(value);
      },
    };
    panes.set(id, pane);
    return pane;
  };
  const own: Readonly<Record<string, () => unknown>> = {
    Name: () => 'Microsoft Excel',
    Version: () => '12.1.0.99999',
    Build: () => 99999,
    Path: () => 'C:\\WPS',
    OperatingSystem: () => 'stand-in',
    ActiveWorkbook: () => closable(front),
    Workbooks: () => ({
      Count: programs.length,
      Add: () => {
        made += 1;
        const program = blank(`工作簿${made}`);
        fire('NewWorkbook');
        open(program);
        return closable(program);
      },
    }),
    PluginStorage: () => ({
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    }),
    CreateTaskPane: () => createPane,
    CreateTaskpane: () => undefined,
    GetTaskPane: () => (id: number) => panes.get(id) ?? null,
    ribbonUI: () => ({}),
    ApiEvent: () => ({
      AddApiEventListener: (name: string, listener: (...given: unknown[]) => void) => {
        listeners.push({ name, listener });
        for (const { ApiEvent } of programs) ApiEvent.AddApiEventListener(name, listener);
      },
      RemoveApiEventListener: (name: string, listener: (...given: unknown[]) => void) => {
        const at = listeners.findIndex((one) => one.name === name && one.listener === listener);
        if (at >= 0) listeners.splice(at, 1);
        for (const { ApiEvent } of programs) ApiEvent.RemoveApiEventListener(name, listener);
      },
    }),
    Env: () => ({
      GetDownloadPath: () => 'C:\\下载',
      GetDesktopPath: () => 'C:\\桌面',
      GetTempPath: () => 'C:\\temp',
    }),
    FileSystem: () => ({
      tmpdir: () => 'C:\\temp',
      WriteFile: (path: string, text: string) => {
        files.set(path, text);
        return true;
      },
      ReadFile: (path: string) => files.get(path),
      ReadFileAsArrayBuffer: (path: string) =>
        new TextEncoder().encode(files.get(path) ?? '').buffer,
      Exists: (path: string) => files.has(path),
      Remove: (path: string) => files.delete(path),
    }),
  };
  return {
    files,
    programs: () => programs,
    open,
    application: new Proxy(
      {},
      {
        get: (_, name) => {
          const answer = typeof name === 'string' && Object.hasOwn(own, name) ? own[name] : null;
          if (answer) return answer();
          // WPS answers a misspelt member with undefined; the stand-in below would throw.
          return name === 'NoSuchMember' ? undefined : (Reflect.get(front, name, front) as unknown);
        },
        set: (_, name, value) => Reflect.set(front, name, value, front),
      },
    ),
  };
}
