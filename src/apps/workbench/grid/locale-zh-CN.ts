import design from '@univerjs/design/locale/zh-CN';
import docsUi from '@univerjs/docs-ui/locale/zh-CN';
import sheets from '@univerjs/sheets/locale/zh-CN';
import sheetsFormula from '@univerjs/sheets-formula/locale/zh-CN';
import sheetsFormulaUi from '@univerjs/sheets-formula-ui/locale/zh-CN';
import sheetsNoteUi from '@univerjs/sheets-note-ui/locale/zh-CN';
import sheetsUi from '@univerjs/sheets-ui/locale/zh-CN';
import ui from '@univerjs/ui/locale/zh-CN';

/** What the grid itself says, package by package. */
export const chinese = [
  design,
  docsUi,
  sheets,
  sheetsFormula,
  sheetsFormulaUi,
  sheetsNoteUi,
  sheetsUi,
  ui,
];
