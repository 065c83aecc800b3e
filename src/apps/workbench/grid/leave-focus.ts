import { ICommandService, type Injector } from '@univerjs/core';
import { SetActivateCellEditOperation } from '@univerjs/sheets-ui';

/**
 * The grid takes the keyboard only when a person goes to it. Univer also takes it when the first
 * sheet is drawn, which on a slow machine is while a person is already at work beside it. Returns
 * what stops it.
 */
export function leaveFocus(injector: Injector, container: HTMLElement): () => void {
  const commands = injector.get(ICommandService);
  let had: Element | null = null;
  const before = commands.beforeCommandExecuted(({ id }) => {
    if (id === SetActivateCellEditOperation.id) had = document.activeElement;
  });
  const after = commands.onCommandExecuted(({ id }) => {
    if (id !== SetActivateCellEditOperation.id) return;
    const pressed = container.matches(':active');
    if (pressed || !(had instanceof HTMLElement) || had === document.body) return;
    if (!container.contains(had) && container.contains(document.activeElement)) had.focus();
  });
  return () => {
    before.dispose();
    after.dispose();
  };
}
