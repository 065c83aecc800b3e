import type { TaskPane, WpsProgram } from './application';

/** One of the add-in's panes: where its id is kept, and its page beside index.html. */
export interface PaneKind {
  /** Ids begin at 1 in every program, but the storage is one: the key names the program too. */
  readonly key: string;
  readonly page: string;
  /** Pixels. */
  readonly width: number;
}

export const SCORING_PANE: PaneKind = {
  key: 'jixiao.et.pane',
  page: 'taskpane.html',
  width: 360,
};

export const PROBE_PANE: PaneKind = {
  key: 'jixiao.et.probe',
  page: 'probe.html',
  width: 460,
};

/** `msoCTPDockPositionRight`; older WPS has no enumerations at run time. */
const DOCK_RIGHT = 2;

/** The folder of a page's address, with a slash at the end. */
export function folderOf(address: string): string {
  const path = address.split(/[?#]/)[0] ?? '';
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The pane as it stands; null where there is none any more. */
export function standingPane(program: WpsProgram, kind: PaneKind): TaskPane | null {
  const id = Number(program.PluginStorage.getItem(kind.key) ?? 0);
  if (!(id > 0) || !program.GetTaskPane) return null;
  try {
    const pane = program.GetTaskPane(id);
    return typeof pane?.Visible === 'boolean' ? pane : null;
  } catch {
    // A pane that was closed with its window.
    return null;
  }
}

/**
 * Shows a pane, made where it does not stand. Not asynchronous: ribbon callbacks must not be.
 * @returns false where this WPS cannot make one
 */
export function showPane(
  program: WpsProgram,
  kind: PaneKind,
  folder: string,
  title: string,
): boolean {
  const standing = standingPane(program, kind);
  if (standing) {
    standing.Visible = true;
    return true;
  }
  const address = folder + kind.page;
  const made = program.CreateTaskPane
    ? program.CreateTaskPane(address, title)
    : program.CreateTaskpane?.(address, title);
  if (!made) return false;
  program.PluginStorage.setItem(kind.key, made.ID);
  made.DockPosition = DOCK_RIGHT;
  made.Width = kind.width;
  made.Visible = true;
  return true;
}

export function hidePane(program: WpsProgram, kind: PaneKind): void {
  const standing = standingPane(program, kind);
  if (standing) standing.Visible = false;
}
