import { LocaleType, LogLevel, Univer, mergeLocales, type PluginCtor } from '@univerjs/core';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
import { UniverSheetsNoteUIPlugin } from '@univerjs/sheets-note-ui';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { defaultTheme } from '@univerjs/themes';
import { UniverUIPlugin } from '@univerjs/ui';
import { chinese } from './locale-zh-CN';
import { addGridStyles } from './grid-styles';

/**
 * Univer with only what a form needs: no toolbar, no header, no import or export, no formatting
 * panel. Formulas are calculated on this thread, and only after an edit: what the file says of a
 * formula stands until something it depends on is changed.
 */
export function startUniver(container: HTMLElement): Univer {
  addGridStyles();
  const univer = new Univer({
    theme: defaultTheme,
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(...chinese) },
    logLevel: LogLevel.ERROR,
  });
  const add = <T extends PluginCtor>(plugin: T, options?: ConstructorParameters<T>[0]): void => {
    univer.registerPlugin(plugin, options);
  };
  add(UniverDocsPlugin, { hasScroll: false });
  add(UniverRenderEnginePlugin);
  add(UniverUIPlugin, {
    container,
    // The formula bar stands in the header.
    header: true,
    headerMenu: false,
    toolbar: false,
    footer: true,
    contextMenu: true,
    disableAutoFocus: true,
  });
  add(UniverDocsUIPlugin);
  add(UniverFormulaEnginePlugin);
  add(UniverSheetsPlugin, { freezeSync: false });
  add(UniverSheetsUIPlugin, {
    formulaBar: true,
    footer: {
      sheetBar: true,
      statisticBar: true,
      menus: false,
      zoomSlider: true,
      addSheetButtonConfig: { show: false },
    },
    clipboardConfig: { hidePasteOptions: true },
    disableAutoFocus: true,
    disableForceStringAlert: true,
    disableForceStringMark: true,
  });
  add(UniverSheetsNumfmtPlugin, { disableTextFormatAlert: true, disableTextFormatMark: true });
  add(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION });
  add(UniverSheetsFormulaUIPlugin);
  add(UniverSheetsNotePlugin);
  add(UniverSheetsNoteUIPlugin);
  return univer;
}
