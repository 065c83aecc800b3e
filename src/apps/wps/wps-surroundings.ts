import { render } from '../../texts/catalogue';
import { browserSurroundings, type Surroundings } from '../../pane/surroundings';
import type { WpsProgram } from './application';
import { saveText } from './save-text';
import { folderOf, hidePane, PROBE_PANE, SCORING_PANE, showPane } from './task-panes';

/** Milliseconds from the last edit to an automatic recalculation. */
const SETTLE_AFTER = 300;

/** What the pane needs of WPS besides the workbook. */
export function wpsSurroundings(
  program: WpsProgram,
  page: {
    readonly alert: (text: string) => void;
    readonly location: { readonly href: string };
  },
): Surroundings {
  const browser = browserSurroundings('zh-CN', '');
  return {
    ...browser,
    get documentName() {
      const name = program.ActiveWorkbook?.Name;
      return typeof name === 'string' && name !== '' ? name : 'workbook.xlsx';
    },
    settleAfter: SETTLE_AFTER,
    copy: (text) => Promise.resolve(copyText(text)),
    saveFile: (name, text) => {
      const path = saveText(program, name, text);
      page.alert(
        path === null
          ? render({ key: 'wps.notSaved', data: {} })
          : render({ key: 'wps.saved', data: { path } }),
      );
    },
    hidePane: () => hidePane(program, SCORING_PANE),
    probe: () => {
      const title = render({ key: 'wps.probe.title', data: {} });
      if (!showPane(program, PROBE_PANE, folderOf(page.location.href), title)) {
        page.alert(render({ key: 'wps.noPane', data: {} }));
      }
    },
  };
}

/**
 * The clipboard's own interface is not there on plain http://; this older command is.
 * @returns false where the page may not copy
 */
export function copyText(text: string): boolean {
  const area = document.createElement('textarea');
  const focused = document.activeElement;
  area.value = text;
  area.readOnly = true;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const commands: { execCommand(name: string): boolean } = document;
  const copied = commands.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
