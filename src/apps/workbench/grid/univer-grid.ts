import {
  ICommandService,
  LocaleService,
  LocaleType,
  ThemeService,
  mergeLocales,
  type Injector,
} from '@univerjs/core';
import { DeviceInputEventType } from '@univerjs/engine-render';
import { FormulaCalculationSessionService } from '@univerjs/sheets-formula';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import { KeyCode } from '@univerjs/ui';
import { announceSelection } from './announce';
import { captureEdits, type Capture } from './edit-capture';
import { closeLeftNotes } from './close-note';
import type { Grid, GridEvents } from './grid';
import { leaveFocus } from './leave-focus';
import { findNotesByPlace } from './lighter-drawing';
import { leaveOwnMenus } from './own-menus';
import { namePartsIn } from './part-names';
import { pasteAsText } from './paste-from-outside';
import { tabsOnlyTurn } from './sheet-tabs';
import {
  activateBook,
  closeBook,
  mirrorOf,
  noBooks,
  noteTold,
  openBook,
  selectInBook,
  updateBook,
  type ShownBooks,
} from './shown-books';
import { startUniver } from './start-univer';
import { lastDone, undoLast } from './undo-history';
import { interpretTyping, type TermsOf } from './typing';

/** Milliseconds: an edit so long ago has been calculated. */
const RECENT = 2_000;
/** Until a calculation has begun, and until it is not waited for any longer. */
const BEGUN = 150;
const LONGEST_WAIT = 10_000;

type Language = Parameters<Grid['setLanguage']>[0];

/** The grid on one instance of Univer. */
export function createUniverGrid(container: HTMLElement, events: GridEvents): Grid {
  const univer = startUniver(container);
  const injector = univer.__getInjector();
  const names = namePartsIn(container);
  const books = noBooks(injector);
  let language: Language = 'zh-CN';
  let endings: readonly (() => void)[] = [];
  const capture = captureOf(books, events);
  return {
    open: (name, view) => {
      openBook(books, capture, name, view);
      // The plugins' services are there with the first workbook.
      if (endings.length === 0) endings = addManners(container, books, capture);
    },
    update: (name, view, edited) => {
      updateBook(books, capture, name, view, edited);
    },
    activate: (name) => {
      activateBook(books, capture, name);
    },
    close: (name) => {
      closeBook(books, capture, name);
    },
    select: (name, sheet, cell) => {
      selectInBook(books, name, sheet, cell);
    },
    lastDone: (name) => {
      const book = books.byName.get(name);
      return book ? lastDone(injector, book.unit) : null;
    },
    undo: (name) => {
      const book = books.byName.get(name);
      if (book) undoLast(injector, book.unit);
    },
    setDark: (dark) => {
      injector.get(ThemeService).setDarkMode(dark);
    },
    setLanguage: (wanted) => {
      language = wanted;
      names.speak(wanted);
      speak(injector, wanted, () => language === wanted);
    },
    isTyping: () => isTyping(books),
    endTyping: () => endTyping(books, capture),
    commitTyping: () => commitTyping(books, capture),
    dispose: () => {
      for (const end of endings) end();
      names.stop();
      capture.dispose();
      univer.dispose();
      books.byName.clear();
    },
  };
}

function captureOf(books: ShownBooks, { onEdits, onRefused }: GridEvents): Capture {
  return captureEdits(books.injector, {
    mirrorOf: (unit) => mirrorOf(books, unit),
    onEdits: (unit, edits) => {
      const name = noteTold(books, unit, edits);
      if (name !== null) onEdits(name, edits);
    },
    onRefused,
  });
}

/** What the page adds to Univer's own ways; returns what ends them. */
function addManners(
  container: HTMLElement,
  books: ShownBooks,
  capture: Capture,
): readonly (() => void)[] {
  const { injector } = books;
  const termsOf: TermsOf = (unit, sheet, row, column) =>
    mirrorOf(books, unit)?.terms(sheet, row, column) ?? null;
  pasteAsText(injector, termsOf, capture.quietly);
  leaveOwnMenus(injector);
  return [
    interpretTyping(injector, termsOf),
    announceSelection(injector, container),
    tabsOnlyTurn(injector, container),
    closeLeftNotes(injector),
    findNotesByPlace(injector),
    leaveFocus(injector, container),
  ];
}

/** @param isWanted another language may have been chosen by the time English is there */
function speak(injector: Injector, wanted: Language, isWanted: () => boolean): void {
  const locales = injector.get(LocaleService);
  if (wanted === 'zh-CN') {
    locales.setLocale(LocaleType.ZH_CN);
    return;
  }
  import('./locale-en').then(
    ({ english }) => {
      locales.load({ [LocaleType.EN_US]: mergeLocales(...english) });
      if (isWanted()) locales.setLocale(LocaleType.EN_US);
    },
    // Without English the grid still works, in Chinese.
    () => undefined,
  );
}

const isTyping = ({ injector, byName }: ShownBooks): boolean =>
  byName.size > 0 && injector.get(IEditorBridgeService).isVisible().visible;

async function endTyping(books: ShownBooks, capture: Capture): Promise<void> {
  const { injector } = books;
  if (isTyping(books)) {
    injector.get(ICommandService).syncExecuteCommand(SetCellEditVisibleOperation.id, {
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
}

async function commitTyping(books: ShownBooks, capture: Capture): Promise<void> {
  await endTyping(books, capture);
  if (performance.now() - books.lastTold < RECENT) await calculated(books.injector);
  capture.flush();
}

async function calculated(injector: Injector): Promise<void> {
  try {
    await injector.get(FormulaCalculationSessionService).waitForLatestApplied(LONGEST_WAIT, BEGUN);
  } catch {
    // A result that comes later is told later.
  }
}
