import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  LocaleService,
  LocaleType,
  ThemeService,
  UniverInstanceType,
  mergeLocales,
  type IWorkbookData,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import { DeviceInputEventType } from '@univerjs/engine-render';
import { FormulaCalculationSessionService } from '@univerjs/sheets-formula';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import { KeyCode } from '@univerjs/ui';
import type { BookView } from '../../../model/look';
import { announceSelection } from './announce';
import { changesOf } from './book-changes';
import { bookToUniver } from './book-to-univer';
import { captureEdits } from './edit-capture';
import { closeLeftNotes } from './close-note';
import { fitRows } from './fit-rows';
import type { Grid, GridEvents } from './grid';
import { cellKey, createMirror, type Mirror } from './mirror';
import { leaveOwnMenus } from './own-menus';
import { namePartsIn } from './part-names';
import { pasteAsText } from './paste-from-outside';
import { selectCell } from './select-cell';
import { tabsOnlyTurn } from './sheet-tabs';
import { showChanges } from './show-changes';
import { startUniver } from './start-univer';
import { interpretTyping, type TermsOf } from './typing';

/** Milliseconds: an edit so long ago has been calculated. */
const RECENT = 2_000;
/** Until a calculation has begun, and until it is not waited for any longer. */
const BEGUN = 150;
const LONGEST_WAIT = 10_000;

/** A book as it is shown. */
interface ShownBook {
  /** Univer's name of it; a number of ours, since formulas may say it. */
  readonly unit: string;
  view: BookView;
  mirror: Mirror;
  /** How often `onEdits` was called for it. */
  told: number;
  /** Rows without a height of their own have been made as tall as their text. */
  fitted: boolean;
  /** The call that last told of a cell. */
  readonly toldIn: Map<string, number>;
}

/** The grid on one instance of Univer. */
export function createUniverGrid(container: HTMLElement, events: GridEvents): Grid {
  const univer = startUniver(container);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);
  const names = namePartsIn(container);
  const books = new Map<string, ShownBook>();
  const nameOf = new Map<string, string>();
  let opened = 0;
  let lastTold = -Infinity;
  let language: Parameters<Grid['setLanguage']>[0] = 'zh-CN';

  const capture = captureEdits(injector, {
    mirrorOf: (unit) => books.get(nameOf.get(unit) ?? '')?.mirror,
    onEdits: (unit, edits) => {
      const name = nameOf.get(unit);
      const book = books.get(name ?? '');
      if (name === undefined || !book) return;
      book.told += 1;
      lastTold = performance.now();
      for (const { sheetId, cell } of edits) {
        book.toldIn.set(placeKey(sheetId, cell.row, cell.column), book.told);
      }
      events.onEdits(name, edits);
    },
    onRefused: events.onRefused,
  });

  const termsOf: TermsOf = (unit, sheet, row, column) =>
    books.get(nameOf.get(unit) ?? '')?.mirror.terms(sheet, row, column) ?? null;

  // The plugins' services are there with the first workbook.
  const endings: (() => void)[] = [];
  const begin = (): void => {
    if (endings.length > 0) return;
    endings.push(
      interpretTyping(injector, termsOf),
      announceSelection(injector, container),
      tabsOnlyTurn(injector, container),
      closeLeftNotes(injector),
    );
    pasteAsText(injector, termsOf, capture.quietly);
    leaveOwnMenus(injector);
  };

  const whenDrawn = (act: () => void): void => {
    void injector.get(LifecycleService).onStage(LifecycleStages.Rendered).then(act);
  };

  const currentUnit = (): string | null =>
    instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)?.getUnitId() ?? null;

  const activate = (name: string): void => {
    const book = books.get(name);
    if (!book) return;
    instances.setCurrentUnitForType(book.unit);
    instances.focusUnit(book.unit);
    if (book.fitted) return;
    book.fitted = true;
    whenDrawn(() => {
      if (books.get(name) !== book) return;
      capture.quietly(() => {
        const seen = book.view.sheets.filter(({ visibility }) => visibility === 'visible');
        for (const sheet of seen) fitRows(injector, book.unit, sheet);
      });
    });
  };

  const update = (name: string, view: BookView, edited = Infinity): void => {
    capture.flush();
    const book = books.get(name);
    if (!book) return;
    const { mirror } = book;
    const later = (sheet: string, row: number, column: number): boolean =>
      (book.toldIn.get(placeKey(sheet, row, column)) ?? 0) > edited;
    const changes = changesOf(book.view, view, mirror.at, later);
    const next = createMirror(view);
    for (const key of book.toldIn.keys()) {
      const { sheet, row, column } = readPlace(key);
      if (later(sheet, row, column)) next.set(sheet, row, column, mirror.at(sheet, row, column));
      else book.toldIn.delete(key);
    }
    book.view = view;
    book.mirror = next;
    capture.quietly(() => {
      showChanges(injector, book.unit, view, changes);
    });
    // What was done to a sheet that is gone cannot be taken back.
    if (changes.removed.length > 0) injector.get(IUndoRedoService).clearUndoRedo(book.unit);
  };

  const isTyping = (): boolean =>
    books.size > 0 && injector.get(IEditorBridgeService).isVisible().visible;

  const endTyping = async (): Promise<void> => {
    if (isTyping()) {
      commands.syncExecuteCommand(SetCellEditVisibleOperation.id, {
        visible: false,
        eventType: DeviceInputEventType.Keyboard,
        keycode: KeyCode.ENTER,
        unitId: injector.get(IEditorBridgeService).isVisible().unitId,
      });
    }
    // The end of typing and the calculation after it take turns of their own.
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    capture.flush();
  };

  return {
    open: (name, view) => {
      opened += 1;
      const unit = `book-${String(opened)}`;
      nameOf.set(unit, name);
      books.set(name, {
        unit,
        view,
        mirror: createMirror(view),
        told: 0,
        fitted: false,
        toldIn: new Map(),
      });
      // What is typed goes to the current workbook: a further one must not become it unseen.
      const makeCurrent = currentUnit() === null;
      capture.quietly(() =>
        instances.createUnit<IWorkbookData, Workbook>(
          UniverInstanceType.UNIVER_SHEET,
          bookToUniver(unit, view),
          { makeCurrent },
        ),
      );
      begin();
    },
    update,
    activate,
    close: (name) => {
      const book = books.get(name);
      if (!book) return;
      capture.flush();
      books.delete(name);
      nameOf.delete(book.unit);
      // Univer's bars do not bear that the workbook they show goes while there are others.
      const [other] = [...books.values()];
      if (other && currentUnit() === book.unit) instances.setCurrentUnitForType(other.unit);
      instances.disposeUnit(book.unit);
    },
    select: (name, sheet, cell) => {
      whenDrawn(() => {
        const book = books.get(name);
        if (book) selectCell(injector, book.unit, sheet, cell);
      });
    },
    setDark: (dark) => {
      injector.get(ThemeService).setDarkMode(dark);
    },
    setLanguage: (wanted) => {
      language = wanted;
      names.speak(wanted);
      const locales = injector.get(LocaleService);
      if (wanted === 'zh-CN') {
        locales.setLocale(LocaleType.ZH_CN);
        return;
      }
      import('./locale-en').then(
        ({ english }) => {
          locales.load({ [LocaleType.EN_US]: mergeLocales(...english) });
          // Another may have been chosen meanwhile.
          if (language === wanted) locales.setLocale(LocaleType.EN_US);
        },
        // Without English the grid still works, in Chinese.
        () => undefined,
      );
    },
    isTyping,
    endTyping,
    commitTyping: async () => {
      await endTyping();
      if (performance.now() - lastTold < RECENT) await calculated(injector);
      capture.flush();
    },
    dispose: () => {
      for (const end of endings) end();
      names.stop();
      capture.dispose();
      univer.dispose();
      books.clear();
    },
  };
}

async function calculated(injector: Injector): Promise<void> {
  try {
    await injector.get(FormulaCalculationSessionService).waitForLatestApplied(LONGEST_WAIT, BEGUN);
  } catch {
    // A result that comes later is told later.
  }
}

function placeKey(sheet: string, row: number, column: number): string {
  return `${cellKey(row, column)}:${sheet}`;
}

function readPlace(key: string): { sheet: string; row: number; column: number } {
  const [row, column, ...sheet] = key.split(':');
  return { sheet: sheet.join(':'), row: Number(row), column: Number(column) };
}
