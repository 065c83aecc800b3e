import type { WpsProgram } from './application';

/**
 * One pane serves every open workbook: says when another one came to the front than it shows. Only the
 * host knows which that is: the event may come late, and a workbook be read before it.
 */
export function watchWorkbook(
  { ApiEvent }: WpsProgram,
  isShown: () => boolean,
  changed: () => void,
): void {
  ApiEvent?.AddApiEventListener('WorkbookActivate', () => {
    if (!isShown()) changed();
  });
}
