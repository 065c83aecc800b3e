export type ShortcutName =
  | 'open'
  | 'save'
  | 'saveAs'
  | 'print'
  | 'score'
  | 'recalculate'
  | 'findings'
  | 'nextFinding'
  | 'previousFinding'
  | 'undo'
  | 'regions'
  | 'regionsBack'
  | 'file'
  | 'help';

/** Those of the Excel add-in are the same here. */
export const SHORTCUTS: readonly { readonly name: ShortcutName; readonly keys: string }[] = [
  { name: 'open', keys: 'Ctrl + O' },
  { name: 'save', keys: 'Ctrl + S' },
  { name: 'saveAs', keys: 'Ctrl + Shift + S' },
  { name: 'print', keys: 'Ctrl + P' },
  { name: 'score', keys: 'Ctrl + Alt + Shift + J' },
  { name: 'recalculate', keys: 'Ctrl + Alt + Shift + K' },
  { name: 'findings', keys: 'Ctrl + Alt + Shift + L' },
  { name: 'nextFinding', keys: 'F8' },
  { name: 'previousFinding', keys: 'Shift + F8' },
  { name: 'undo', keys: 'Ctrl + Z' },
  { name: 'regions', keys: 'F6' },
  { name: 'regionsBack', keys: 'Shift + F6' },
  { name: 'file', keys: 'Alt + 1…9' },
  { name: 'help', keys: 'F1' },
];

export interface Pressed {
  readonly name: ShortcutName;
  /** Which file; 0-based. */
  readonly file: number;
}

type Keys = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const WITH_CONTROL: Readonly<Record<string, ShortcutName>> = {
  KeyO: 'open',
  KeyS: 'save',
  KeyP: 'print',
  KeyZ: 'undo',
  'shift KeyS': 'saveAs',
  'alt shift KeyJ': 'score',
  'alt shift KeyK': 'recalculate',
  'alt shift KeyL': 'findings',
};

const PLAIN: Readonly<Record<string, ShortcutName>> = {
  F1: 'help',
  F6: 'regions',
  'shift F6': 'regionsBack',
  F8: 'nextFinding',
  'shift F8': 'previousFinding',
};

/** What was asked for by these keys; null: nothing of ours. */
export function shortcutOf(keys: Keys): Pressed | null {
  const { code, key, altKey, shiftKey } = keys;
  const control = keys.ctrlKey || keys.metaKey;
  const plain = !control && !altKey ? PLAIN[`${shiftKey ? 'shift ' : ''}${key}`] : undefined;
  if (plain !== undefined) return { name: plain, file: 0 };
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  if (digit && altKey && !control && !shiftKey) return { name: 'file', file: Number(digit) - 1 };
  if (!control) return null;
  const name = WITH_CONTROL[`${altKey ? 'alt ' : ''}${shiftKey ? 'shift ' : ''}${code}`];
  return name === undefined ? null : { name, file: 0 };
}
