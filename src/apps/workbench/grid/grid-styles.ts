import design from '@univerjs/design/lib/index.css';
import docsUi from '@univerjs/docs-ui/lib/index.css';
import formulaUi from '@univerjs/sheets-formula-ui/lib/index.css';
import noteUi from '@univerjs/sheets-note-ui/lib/index.css';
import sheetsUi from '@univerjs/sheets-ui/lib/index.css';
import ui from '@univerjs/ui/lib/index.css';

/** In the dark the bar's drawing has a ground blacker than the bar itself; only its letters are to be seen. */
const OWN = '.univer-dark [data-u-comp=formula-bar] canvas { mix-blend-mode: lighten; }';

const MARK = 'data-jixiao-grid';

/** Puts the grid's style sheets into the page once; a page in one file has no other way. */
export function addGridStyles(): void {
  if (document.querySelector(`style[${MARK}]`)) return;
  const style = document.createElement('style');
  style.setAttribute(MARK, '');
  style.textContent = [design, ui, docsUi, sheetsUi, formulaUi, noteUi, OWN].join('\n');
  document.head.append(style);
}
