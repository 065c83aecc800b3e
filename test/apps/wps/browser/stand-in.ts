import { parseCellName } from '../../../../src/model/grid';
import {
  FORM_MERGE,
  FORM_NAME,
  FORM_ROWS,
  FORM_TOTAL,
} from '../../../../src/apps/wps/probe/host-cases';
import { bookOf } from '../../../support/wps-fake/book-of';
import { peek, type FakeBook, type FakeSheet } from '../../../support/wps-fake/fake-book';
import { fakeEt, type FakeEt } from '../../../support/wps-fake/fake-et';
import { createDesktop, type BookProgram } from './desktop';

/** The window of WPS in a browser: a workbook with a form, the hidden page and the panes as frames. */

interface Callbacks extends Window {
  readonly [name: string]: unknown;
}

interface Named {
  (given: unknown): unknown;
}

const rows = FORM_ROWS.map((row, at) =>
  row.map((value, column) =>
    at === FORM_ROWS.length - 1 && column === 6
      ? { formula: FORM_TOTAL.formula, value: 65 }
      : value,
  ),
);

const opened: FakeEt[] = [];
function program(book: FakeBook): BookProgram {
  const made = fakeEt(book);
  opened.push(made);
  return made.application as unknown as BookProgram;
}

const form = bookOf([{ name: FORM_NAME, rows, merges: [FORM_MERGE] }]);
const blank = (name: string): FakeBook => bookOf([{ name: 'Sheet1', rows: [] }], name);

const frames: HTMLIFrameElement[] = [];
const desktop = createDesktop(program(form), (name) => program(blank(name)), {
  open: (url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(frame);
    frames.push(frame);
    return {
      show: (visible) => {
        frame.style.display = visible ? 'block' : 'none';
      },
      width: (pixels) => {
        frame.style.width = `min(${pixels}px, 100vw)`;
      },
    };
  },
});

let index: HTMLIFrameElement | null = null;
let isLoaded = false;

const callback = (name: string): Named => {
  const found = (index?.contentWindow as Callbacks | null)?.[name];
  if (typeof found !== 'function') throw new Error(`no callback ${name}`);
  return found as Named;
};
const firstSheet = (): FakeSheet => {
  const [sheet] = form.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};
const valueOf = (sheet: FakeSheet, name: string): unknown => {
  const cell = parseCellName(name);
  return (cell && peek(sheet, cell)?.value) ?? null;
};

const standIn = {
  application: desktop.application,
  ready: () => isLoaded,
  press: (Id: string) => callback('OnAction')({ Id }),
  image: (Id: string) => callback('GetImage')({ Id }),
  callbacks: () =>
    ['OnAddinLoad', 'OnAddInLoad', 'OnAction', 'GetImage'].map((name) => typeof callback(name)),
  loaded: () => [callback('OnAddinLoad')({}), callback('OnAddInLoad')({})],
  cells: (names: readonly string[]) => names.map((name) => valueOf(firstSheet(), name)),
  sheets: () => form.sheets.map(({ name }) => name),
  notes: () => [...firstSheet().cells.values()].filter(({ note }) => note !== null).length,
  fills: () => [...firstSheet().cells.values()].filter(({ fill }) => fill !== null).length,
  charts: () => form.sheets.flatMap(({ charts }) => charts.map(({ title }) => title)),
  parts: () => form.parts.length,
  everything: () =>
    JSON.stringify([
      form.parts,
      form.sheets.map(({ name, cells, merges }) => [name, [...cells], merges]),
    ]),
  edit: (name: string, value: string) => opened[0]?.type(FORM_NAME, name, value),
  saved: () => [...desktop.files.keys()],
  shownPanes: () =>
    frames
      .filter(({ style }) => style.display !== 'none')
      .map(({ src }) => src.slice(src.lastIndexOf('/') + 1)),
  openAnother: () => desktop.open(program(blank('另一本.xlsx'))),
};

declare global {
  interface Window {
    desktop?: typeof standIn;
  }
}

window.desktop = standIn;
// A page opened from a folder is the pane itself and has no hidden page.
if (document.currentScript) {
  index = document.createElement('iframe');
  index.src = 'index.html';
  index.style.display = 'none';
  index.addEventListener('load', () => {
    isLoaded = true;
  });
  document.body.append(index);
}
