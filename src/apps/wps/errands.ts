import { COMMAND_NAMES } from '../../pane/commands';
import type { PluginStorage } from './application';

/**
 * The ribbon's page and the pane's are separate pages that share only WPS's plug-in storage: a
 * button leaves its command there, and the pane, which may not even run yet, fetches it.
 */
export type Errand = (typeof COMMAND_NAMES)[number];

const KEY = 'jixiao.et.errand';

export const isErrand = (name: string): name is Errand =>
  COMMAND_NAMES.some((known) => known === name);

export function leaveErrand(storage: PluginStorage, errand: Errand): void {
  storage.setItem(KEY, errand);
}

/** The command left last, taken away; null where none is. */
export function takeErrand(storage: PluginStorage): Errand | null {
  const left = storage.getItem(KEY);
  if (typeof left !== 'string' || left === '') return null;
  storage.removeItem(KEY);
  return isErrand(left) ? left : null;
}
