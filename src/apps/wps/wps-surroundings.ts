import { PANE_ENGLISH } from '../../pane/english';
import { PANE_CHINESE } from '../../pane/chinese';
import { wholeLibrary } from '../../pane/library';
import { speaker } from '../../texts/catalogue';
import { wpsTexts } from '../../texts/zh-CN/wps';
import { browserSurroundings, type Surroundings } from '../../pane/surroundings';
import type { WpsProgram } from './application';
import { saveBytes, saveText } from './save-text';
import { folderOf, hidePane, PROBE_PANE, SCORING_PANE, showPane } from './task-panes';

/** WPS speaks Chinese, and so does what is the add-in's own; nothing of a page is fetched later. */
const say = speaker('wps', { language: 'zh-CN', entries: wpsTexts });
const LIBRARY = wholeLibrary({ 'zh-CN': PANE_CHINESE, en: PANE_ENGLISH });

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
  const browser = browserSurroundings(LIBRARY, 'zh-CN', '');
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
      page.alert(path === null ? say('notSaved') : say('saved', { path }));
    },
    saveDocument: (name, bytes) => {
      const path = saveBytes(program, name, bytes, new Date());
      if (path !== null) page.alert(say('saved', { path }));
      return path !== null;
    },
    walkFromGrid: 'ribbon',
    hidePane: () => hidePane(program, SCORING_PANE),
    probe: () => {
      const title = say('probe.title');
      if (!showPane(program, PROBE_PANE, folderOf(page.location.href), title)) {
        page.alert(say('noPane'));
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
