import type { CreateGrid, Grid, GridEvents } from './grid';
import { createUniverGrid } from './univer-grid';

/** Univer keeps about half a megabyte of every closed workbook; after so many it is begun anew. */
const CLOSED_BEFORE_NEW = 5;

/** What the page chose, which an instance begun anew has to be told. */
interface Chosen {
  dark: boolean;
  language: Parameters<Grid['setLanguage']>[0];
}

/** An instance of Univer in a box of its own, which goes with it. */
function begin(container: HTMLElement, events: GridEvents, { dark, language }: Chosen): Grid {
  const root = document.createElement('div');
  root.style.cssText = 'position:absolute;inset:0';
  container.append(root);
  const grid = createUniverGrid(root, events);
  if (dark) grid.setDark(dark);
  if (language !== 'zh-CN') grid.setLanguage(language);
  return {
    ...grid,
    dispose: () => {
      grid.dispose();
      root.remove();
    },
  };
}

/** The grid. While no book is open, an instance of Univer that has had many is replaced. */
export const createGrid: CreateGrid = (container, events) => {
  const open = new Set<string>();
  let closed = 0;
  const chosen: Chosen = { dark: false, language: 'zh-CN' };
  let grid = begin(container, events, chosen);
  return Promise.resolve({
    open: (book, view) => {
      open.add(book);
      grid.open(book, view);
    },
    update: (book, view, edited) => {
      grid.update(book, view, edited);
    },
    activate: (book) => {
      grid.activate(book);
    },
    close: (book) => {
      grid.close(book);
      if (open.delete(book)) closed += 1;
      if (open.size > 0 || closed < CLOSED_BEFORE_NEW) return;
      closed = 0;
      grid.dispose();
      grid = begin(container, events, chosen);
    },
    select: (book, sheet, cell) => {
      grid.select(book, sheet, cell);
    },
    lastDone: (book) => grid.lastDone(book),
    undo: (book) => {
      grid.undo(book);
    },
    setDark: (now) => {
      chosen.dark = now;
      grid.setDark(now);
    },
    setLanguage: (now) => {
      chosen.language = now;
      grid.setLanguage(now);
    },
    isTyping: () => grid.isTyping(),
    endTyping: () => grid.endTyping(),
    commitTyping: () => grid.commitTyping(),
    dispose: () => {
      grid.dispose();
    },
  });
};
