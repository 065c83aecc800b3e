import { IConfigService, type Injector } from '@univerjs/core';
import { ContextMenuPosition, IMenuManagerService } from '@univerjs/ui';
import { verdictOn } from './permitted';

/** Where the grid's menu of a cell, a row, a column and a sheet's tab come from. */
const PLACES = [
  ContextMenuPosition.MAIN_AREA,
  ContextMenuPosition.ROW_HEADER,
  ContextMenuPosition.COL_HEADER,
  ContextMenuPosition.FOOTER_TABS,
];

/** Permitted, but under another name than their command's; the last opens further entries. */
const KEPT: ReadonlySet<string> = new Set([
  'sheet.command.copy',
  'sheet.command.cut',
  'sheet.command.paste',
  'sheet.menu.clear-selection',
]);

interface Entry {
  readonly key: string;
  readonly item?: unknown;
  readonly children?: readonly Entry[];
}

/** Takes out of the menus what would only be refused. */
export function leaveOwnMenus(injector: Injector): void {
  const menus = injector.get(IMenuManagerService);
  const hidden = PLACES.flatMap((place) => keysOf(menus.getMenuByPositionKey(place)))
    .filter((key) => !KEPT.has(key) && verdictOn('command', key).kind === 'refuse')
    .map((key) => [key, { hidden: true }] as const);
  injector.get(IConfigService).setConfig('menu', Object.fromEntries(hidden), { merge: true });
}

function keysOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ key, item, children }) => [
    ...(item === undefined ? [] : [key]),
    ...keysOf(children ?? []),
  ]);
}
