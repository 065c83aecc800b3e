import type { WpsProgram } from './application';

/**
 * One pane serves every open workbook: says when another one comes to the front. One that 另存为 gave
 * another name is no other.
 */
export function watchWorkbook(program: WpsProgram, changed: () => void): void {
  const now = (): string => {
    const name = program.ActiveWorkbook?.FullName;
    return typeof name === 'string' ? name : '';
  };
  let shown = now();
  let isSaved = false;
  const { ApiEvent: events } = program;
  events?.AddApiEventListener('WorkbookBeforeSave', () => {
    isSaved = now() === shown;
  });
  events?.AddApiEventListener('WorkbookAfterSave', () => {
    if (isSaved) shown = now();
    isSaved = false;
  });
  events?.AddApiEventListener('WorkbookActivate', () => {
    const current = now();
    if (current === shown) return;
    shown = current;
    changed();
  });
}
