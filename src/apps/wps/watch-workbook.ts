import type { WpsProgram } from './application';

/** One pane serves every open workbook: says when another one comes to the front. */
export function watchWorkbook(program: WpsProgram, changed: () => void): void {
  const now = (): string => {
    const name = program.ActiveWorkbook?.FullName;
    return typeof name === 'string' ? name : '';
  };
  let shown = now();
  program.ApiEvent?.AddApiEventListener('WorkbookActivate', () => {
    const current = now();
    if (current === shown) return;
    shown = current;
    changed();
  });
}
