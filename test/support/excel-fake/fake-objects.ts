import { cellName, rangeName, type Range } from '../../../src/model/grid';
import {
  ADD_IN,
  blankCell,
  blankSheet,
  guidOf,
  rangeIn,
  type FakeBook,
  type FakeCell,
  type FakeSheet,
} from './fake-book';
import {
  eachCell,
  gridOf,
  heightOf,
  lockedIn,
  putValues,
  shaped,
  typeOfCell,
  usedRange,
  widthOf,
  type Enforces,
  type Grid,
} from './fake-cells';
import { recalculate } from './fake-formulas';
import { hostError, NULL_NODE, type Node } from './fake-nodes';

/** What the objects need of the program around them. */
export interface Program {
  readonly book: FakeBook;
  readonly enforces: Enforces;
  readonly mostRead: number;
  readonly changed: (sheet: FakeSheet, range: Range) => void;
  readonly listed: (kind: 'added' | 'deleted', sheet: FakeSheet) => void;
  readonly registered: (event: string, on: boolean) => void;
  /** The chart engine is missing, as on some devices. */
  readonly noCharts: boolean;
  /** What becomes of values before they are put into their cells. */
  readonly takes: (values: Grid, range: Range) => Grid;
}

const MOST_ADDRESS = 8192;
const MOST_MERGES = 512;
const MOST_PROPERTIES = 80_000;
const WHOLE: Range = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };

const notModelled = (node: Node, name: string): never => {
  throw hostError('ApiNotFound', `the stand-in has no ${node.kind}.${name}`);
};

const nameOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function rangeNamed(address: unknown): Range {
  if (address === null || address === undefined) return WHOLE;
  const range = rangeIn(nameOf(address));
  if (!range) throw hostError('InvalidArgument', `no address: ${nameOf(address)}`);
  return range;
}

function findSheet({ book, enforces }: Program, key: unknown): FakeSheet | null {
  const wanted = nameOf(key).toLowerCase();
  const found = book.sheets.find(
    ({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  return found ?? (enforces('item-not-found') ? null : (book.sheets[0] ?? null));
}

function sheetOrError(program: Program, key: unknown): FakeSheet {
  const sheet = findSheet(program, key);
  if (!sheet) throw hostError('ItemNotFound', 'The requested resource does not exist.');
  return sheet;
}

const isClosed = (program: Program, sheet: FakeSheet): boolean =>
  sheet.isProtected && program.enforces('sheet-protection');
const refuseProtected = (program: Program, sheet: FakeSheet): void => {
  if (isClosed(program, sheet)) throw hostError('AccessDenied');
};
/** Values go into cells that are not locked. */
const refuseLocked = (program: Program, sheet: FakeSheet, range: Range): void => {
  if (!isClosed(program, sheet)) return;
  const isOpen = program.enforces('locked-cells') && lockedIn(sheet, range) === false;
  if (!isOpen) throw hostError('AccessDenied');
};
/** Looks and notes are permitted by what was ticked when the sheet was protected. */
const refuseUnticked = (
  program: Program,
  sheet: FakeSheet,
  option: keyof FakeSheet['allows'],
): void => {
  if (!isClosed(program, sheet)) return;
  if (!program.enforces('protection-options') || !sheet.allows[option]) {
    throw hostError('AccessDenied');
  }
};
const refuseProtectedBook = ({ book, enforces }: Program): void => {
  if (book.isProtected && enforces('book-protection')) throw hostError('AccessDenied');
};

function addSheet(program: Program, name: unknown): FakeSheet {
  refuseProtectedBook(program);
  const { book, enforces } = program;
  if (findSheet({ ...program, enforces: () => true }, name) && enforces('sheet-name')) {
    throw hostError('ItemAlreadyExists');
  }
  const sheet = blankSheet(guidOf(book.nextId++), nameOf(name));
  book.sheets.push(sheet);
  program.listed('added', sheet);
  return sheet;
}

function cutAddress({ enforces }: Program, address: string): string {
  if (address.length <= MOST_ADDRESS || !enforces('address-limit')) return address;
  return address.slice(0, address.lastIndexOf(',', MOST_ADDRESS));
}

function mergesIn({ enforces }: Program, sheet: FakeSheet, range: Range): readonly Range[] {
  const found = sheet.merges.filter((merge) =>
    enforces('merge-top-left')
      ? merge.top >= range.top &&
        merge.top <= range.bottom &&
        merge.left >= range.left &&
        merge.left <= range.right
      : merge.top <= range.bottom &&
        merge.bottom >= range.top &&
        merge.left <= range.right &&
        merge.right >= range.left,
  );
  if (found.length > MOST_MERGES && enforces('merge-limit')) throw hostError('GeneralException');
  return found;
}

const rangeOf = (node: Node | undefined): Range =>
  node?.kind === 'range' ? node.range : notModelled(node ?? NULL_NODE, 'range');

/** The one cell a note is for. */
function noteCell({ enforces }: Program, target: unknown): string {
  const range =
    typeof target === 'object' && target !== null && 'kind' in target
      ? rangeOf(target as Node)
      : rangeNamed(target);
  if (enforces('note-one-cell') && (heightOf(range) > 1 || widthOf(range) > 1)) {
    throw hostError('InvalidArgument', 'a note is for one cell');
  }
  return cellName({ row: range.top, column: range.left });
}

/** The object a path leads to from another. */
export function follow(
  program: Program,
  parent: Node | null,
  name: string,
  args: readonly unknown[],
): Node {
  const { book } = program;
  if (parent === null) return { kind: 'context' };
  switch (parent.kind) {
    case 'null':
      return NULL_NODE;
    case 'context':
      if (name === 'Worksheets') return { kind: 'worksheets' };
      if (name === 'Functions') return { kind: 'functions' };
      if (name === '_Runtime') return { kind: 'runtime' };
      if (name === 'Application') return { kind: 'application' };
      if (name === 'Protection') return { kind: 'bookProtection' };
      if (name === 'CustomXmlParts') return { kind: 'parts' };
      if (name === 'Notes') return { kind: 'bookNotes' };
      break;
    case 'functions':
      if (name === 'Date') {
        const [year, month, day] = args.map(Number);
        const time = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / 86_400_000;
        return { kind: 'date', value: time + (book.date1904 ? 24_107 : 25_569) };
      }
      break;
    case 'worksheets':
      if (name === '' || name === 'GetItem')
        return { kind: 'sheet', sheet: sheetOrError(program, args[0]) };
      if (name === 'Add') return { kind: 'sheet', sheet: addSheet(program, args[0]) };
      if (name === 'GetItemOrNullObject') {
        const sheet = findSheet({ ...program, enforces: () => true }, args[0]);
        return sheet ? { kind: 'sheet', sheet } : NULL_NODE;
      }
      break;
    case 'parts':
      if (name === 'GetByNamespace') return { kind: 'scopedParts', namespace: nameOf(args[0]) };
      if (name === 'Add') {
        const id = guidOf(book.nextId++);
        book.parts.push({ id, xml: nameOf(args[0]) });
        return { kind: 'part', id };
      }
      if (name === '' || name === 'GetItem') {
        if (!book.parts.some(({ id }) => id === args[0])) throw hostError('ItemNotFound');
        return { kind: 'part', id: nameOf(args[0]) };
      }
      break;
    case 'scopedParts': {
      const own = book.parts.filter(({ xml }) => xml.includes(`"${parent.namespace}"`));
      if (name !== 'GetOnlyItem') break;
      const [only] = own;
      if (!only || own.length > 1) throw hostError('ItemNotFound');
      return { kind: 'part', id: only.id };
    }
    case 'sheet':
      return followSheet(program, parent.sheet, name, args) ?? notModelled(parent, name);
    case 'range':
      return (
        followRange(program, parent.sheet, parent.range, name, args) ?? notModelled(parent, name)
      );
    case 'areas': {
      const { sheet, ranges } = parent;
      if (name === 'Areas') return { kind: 'areaList', sheet, ranges };
      if (name === 'Format') return { kind: 'format', sheet, ranges };
      break;
    }
    case 'format': {
      const { sheet, ranges } = parent;
      if (name === 'Fill') return { kind: 'fill', sheet, ranges };
      if (name === 'Font') return { kind: 'font', sheet, ranges };
      if (name === 'Borders') return { kind: 'borders', sheet, ranges };
      if (name === 'Protection') return { kind: 'cellProtection', sheet, ranges };
      break;
    }
    case 'borders':
      return { ...parent, kind: 'border', edge: nameOf(args[0]) };
    case 'charts': {
      const { sheet } = parent;
      if (name === 'Add') {
        if (program.noCharts) throw hostError('UnsupportedOperation');
        const chart = {
          name: `图表 ${sheet.charts.length + 1}`,
          type: nameOf(args[0]),
          title: '',
          position: [],
          series: [{ name: '', values: rangeName(rangeOf(args[1] as Node)), categories: '' }],
        };
        sheet.charts.push(chart);
        return { kind: 'chart', sheet, chart };
      }
      const chart = sheet.charts.find((one) => one.name === args[0]);
      if (!chart) throw hostError('ItemNotFound');
      return { kind: 'chart', sheet, chart };
    }
    case 'chart': {
      const { sheet, chart } = parent;
      if (name === 'Title') return { kind: 'chartTitle', sheet, chart };
      if (name === 'Legend') return { kind: 'legend', sheet, chart };
      if (name === 'Series') return { kind: 'seriesList', sheet, chart };
      break;
    }
    case 'seriesList': {
      const { sheet, chart } = parent;
      if (name === 'Add') {
        chart.series.push({ name: nameOf(args[0]), values: '', categories: '' });
        return { kind: 'series', sheet, chart, index: chart.series.length - 1 };
      }
      return { kind: 'series', sheet, chart, index: Number(args[0]) };
    }
    case 'series':
      if (name === 'Format') return { ...parent, kind: 'seriesFormat' };
      break;
    case 'seriesFormat':
      return { ...parent, kind: 'seriesFill' };
    case 'notes':
      return followNotes(program, parent.sheet, name, args);
    case 'comments':
      if (name === '') return { kind: 'comment', sheet: parent.sheet, cell: nameOf(args[0]) };
      break;
    case 'comment':
    case 'note':
      if (name === 'GetLocation')
        return { kind: 'range', sheet: parent.sheet, range: rangeNamed(parent.cell) };
      break;
    default:
      break;
  }
  return notModelled(parent, name);
}

function followSheet(
  program: Program,
  sheet: FakeSheet,
  name: string,
  args: readonly unknown[],
): Node | null {
  switch (name) {
    case 'GetRange':
      return { kind: 'range', sheet, range: rangeNamed(args[0]) };
    case 'GetRanges': {
      const list = cutAddress(program, nameOf(args[0])).split(',');
      return { kind: 'areas', sheet, ranges: list.map(rangeNamed) };
    }
    case 'GetUsedRange': {
      const used = usedRange(sheet);
      if (!used && !program.enforces('used-values')) return NULL_NODE;
      return { kind: 'range', sheet, range: used ?? { top: 0, left: 0, bottom: 0, right: 0 } };
    }
    case 'Protection':
      return { kind: 'sheetProtection', sheet };
    case 'Charts':
      return { kind: 'charts', sheet };
    case 'FreezePanes':
      return { kind: 'panes', sheet };
    case 'PageLayout':
      return { kind: 'layout', sheet };
    case 'Notes':
      return { kind: 'notes', sheet };
    case 'Comments':
      return { kind: 'comments', sheet };
    case 'AutoFilter':
      return { kind: 'filter', sheet };
    default:
      return null;
  }
}

function followRange(
  program: Program,
  sheet: FakeSheet,
  range: Range,
  name: string,
  args: readonly unknown[],
): Node | null {
  switch (name) {
    case 'GetBoundingRect': {
      const other =
        typeof args[0] === 'string' ? rangeNamed(args[0]) : rangeOf(args[0] as Node | undefined);
      return {
        kind: 'range',
        sheet,
        range: {
          top: Math.min(range.top, other.top),
          left: Math.min(range.left, other.left),
          bottom: Math.max(range.bottom, other.bottom),
          right: Math.max(range.right, other.right),
        },
      };
    }
    case 'GetUsedRangeOrNullObject': {
      const used = usedRange(sheet, range);
      return used ? { kind: 'range', sheet, range: used } : NULL_NODE;
    }
    case 'GetRow': {
      const row = range.top + Number(args[0]);
      return { kind: 'range', sheet, range: { ...range, top: row, bottom: row } };
    }
    case 'GetMergedAreasOrNullObject': {
      const ranges = mergesIn(program, sheet, range);
      return ranges.length === 0 ? NULL_NODE : { kind: 'areas', sheet, ranges };
    }
    case 'Format':
      return { kind: 'format', sheet, ranges: [range] };
    case 'Worksheet':
      return { kind: 'sheet', sheet };
    default:
      return null;
  }
}

function followNotes(
  program: Program,
  sheet: FakeSheet,
  name: string,
  args: readonly unknown[],
): Node {
  // By its position from 0 on, in the order in which they are listed: docs of `getItemAt`.
  if (name === 'GetItemAt') {
    const cell = [...sheet.notes.keys()][Number(args[0])];
    if (cell === undefined) throw hostError('ItemNotFound');
    return { kind: 'note', sheet, cell };
  }
  const cell = noteCell(program, args[0]);
  if (name === 'Add') {
    refuseUnticked(program, sheet, 'editObjects');
    const isTaken = sheet.notes.has(cell) || sheet.threads.has(cell);
    if (isTaken && program.enforces('note-taken')) throw hostError('InvalidArgument');
    sheet.notes.set(cell, { author: ADD_IN, content: nameOf(args[1]) });
    return { kind: 'note', sheet, cell };
  }
  if (sheet.notes.has(cell)) return { kind: 'note', sheet, cell };
  if (name === 'GetItemOrNullObject') return NULL_NODE;
  throw hostError('ItemNotFound');
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The loaded properties of an object, by their names on the wire. */
export function query(program: Program, node: Node, select: readonly string[]): unknown {
  if (node.kind === 'null') return null;
  const items = itemsOf(program, node);
  if (items) {
    return {
      _Items: items.map((item) => ({
        ...keyOfItem(item),
        ...asFields(query(program, item, select)),
      })),
    };
  }
  const answer: Record<string, unknown> = {};
  const nested = new Map<string, string[]>();
  for (const path of select) {
    const slash = path.indexOf('/');
    if (slash < 0) answer[capital(path)] = property(program, node, path);
    else {
      const name = path.slice(0, slash);
      nested.set(name, [...(nested.get(name) ?? []), path.slice(slash + 1)]);
    }
  }
  for (const [name, paths] of nested) {
    answer[capital(name)] = query(program, follow(program, node, capital(name), []), paths);
  }
  return answer;
}

const asFields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const keyOfItem = (node: Node): Record<string, unknown> => {
  if (node.kind === 'sheet') return { Id: node.sheet.id };
  if (node.kind === 'part') return { Id: node.id };
  if (node.kind === 'comment') return { Id: node.cell };
  return node.kind === 'chart' ? { Name: node.chart.name } : {};
};

function itemsOf({ book }: Program, node: Node): readonly Node[] | null {
  switch (node.kind) {
    case 'worksheets':
      return book.sheets.map((sheet): Node => ({ kind: 'sheet', sheet }));
    case 'scopedParts':
      return book.parts
        .filter(({ xml }) => xml.includes(`"${node.namespace}"`))
        .map(({ id }): Node => ({ kind: 'part', id }));
    case 'areaList':
      return node.ranges.map((range): Node => ({ kind: 'range', sheet: node.sheet, range }));
    case 'charts':
      return node.sheet.charts.map((chart): Node => ({ kind: 'chart', sheet: node.sheet, chart }));
    case 'notes':
      return [...node.sheet.notes.keys()].map((cell): Node => ({
        kind: 'note',
        sheet: node.sheet,
        cell,
      }));
    case 'comments':
      return [...node.sheet.threads.keys()].map((cell): Node => ({
        kind: 'comment',
        sheet: node.sheet,
        cell,
      }));
    default:
      return null;
  }
}

function property(program: Program, node: Node, name: string): unknown {
  const { book } = program;
  const place = `${node.kind}.${name}`;
  if (node.kind === 'range') return rangeProperty(program, node.sheet, node.range, name);
  if (node.kind === 'fill' && name === 'color') return colourOf(program, node.sheet, node.ranges);
  switch (place) {
    case 'sheet.id':
      return node.kind === 'sheet' ? node.sheet.id : null;
    case 'sheet.name':
      return node.kind === 'sheet' ? node.sheet.name : null;
    case 'sheet.visibility':
      return node.kind === 'sheet' ? node.sheet.visibility : null;
    case 'sheetProtection.protected':
      return node.kind === 'sheetProtection' ? node.sheet.isProtected : null;
    case 'sheetProtection.options': {
      if (node.kind !== 'sheetProtection') return null;
      const { formatCells, editObjects } = node.sheet.allows;
      return { allowFormatCells: formatCells, allowEditObjects: editObjects };
    }
    case 'cellProtection.locked': {
      if (node.kind !== 'cellProtection') return null;
      const [first] = node.ranges;
      return first ? lockedIn(node.sheet, first) : null;
    }
    case 'bookProtection.protected':
      return book.isProtected;
    case 'runtime.enableEvents':
      return book.eventsEnabled;
    case 'application.calculationMode':
      return book.isManual ? 'Manual' : 'Automatic';
    case 'application.calculationState':
      return book.isPending ? 'Pending' : 'Done';
    case 'date.value':
      return node.kind === 'date' ? node.value : null;
    case 'part.id':
      return node.kind === 'part' ? node.id : null;
    case 'chart.name':
      return node.kind === 'chart' ? node.chart.name : null;
    case 'comment.id':
      return node.kind === 'comment' ? node.cell : null;
    case 'note.content':
      return node.kind === 'note' ? node.sheet.notes.get(node.cell)?.content : null;
    case 'note.visible':
    case 'note.width':
    case 'note.height':
      if (program.enforces('note-properties')) throw hostError('GeneralException');
      return null;
    case 'note.authorName':
      return node.kind === 'note' ? node.sheet.notes.get(node.cell)?.author : null;
    default:
      if (program.enforces('load-name')) {
        throw hostError('InvalidArgument', `there is no ${place} to load`);
      }
      return null;
  }
}

function colourOf(program: Program, sheet: FakeSheet, ranges: readonly Range[]): string | null {
  const colours = new Set(
    ranges.flatMap((range) =>
      gridOf(sheet, range, (cell) => shownFill(program, cell).color).flat(),
    ),
  ) as Set<string>;
  const [first = ''] = colours;
  return colours.size > 1 && program.enforces('mixed-null') ? null : first;
}

function rangeProperty(program: Program, sheet: FakeSheet, range: Range, name: string): unknown {
  const cells = heightOf(range) * widthOf(range);
  const read = (pick: (cell: FakeCell) => unknown): unknown =>
    cells > program.mostRead && program.enforces('read-limit') ? null : gridOf(sheet, range, pick);
  switch (name) {
    case 'values':
      return read(({ value }) => value);
    case 'formulas':
      return read(({ value, formula }) => (formula === null ? value : `=${formula}`));
    case 'numberFormat':
      return read(({ format }) => (program.enforces('local-date') ? reported(format) : format));
    case 'valueTypes':
      return read(typeOfCell);
    case 'address':
      return `${sheet.name}!${rangeName(range)}`;
    case 'rowHidden':
      return allOrNone(heightOf(range), (index) => sheet.hiddenRows.has(range.top + index));
    case 'columnHidden':
      return allOrNone(widthOf(range), (index) => sheet.hiddenColumns.has(range.left + index));
    case 'rowCount':
      return heightOf(range);
    case 'columnCount':
      return widthOf(range);
    default:
      if (program.enforces('load-name')) {
        throw hostError('InvalidArgument', `there is no range.${name} to load`);
      }
      return null;
  }
}

/** Null where some are and some are not. */
function allOrNone(count: number, isSo: (index: number) => boolean): boolean | null {
  let found = 0;
  for (let index = 0; index < count; index++) if (isSo(index)) found++;
  return found > 0 && found < count ? null : found > 0;
}

const reported = (format: string): string => (format === 'yyyy/m/d' ? 'm/d/yyyy' : format);

const shownFill = ({ enforces }: Program, { fill }: FakeCell) => {
  if (fill) return { ...fill };
  const color = enforces('no-fill-white') ? '#FFFFFF' : '';
  return { color, pattern: 'None', patternColor: '' };
};

function setFill(
  program: Program,
  sheet: FakeSheet,
  ranges: readonly Range[],
  change: Partial<NonNullable<FakeCell['fill']>> | null,
): void {
  refuseUnticked(program, sheet, 'formatCells');
  for (const range of ranges) {
    eachCell(sheet, range, (cell) => ({
      ...cell,
      fill:
        change === null
          ? null
          : { color: '', pattern: 'Solid', patternColor: '', ...cell.fill, ...change },
    }));
  }
}

function setLook(
  program: Program,
  sheet: FakeSheet,
  ranges: readonly Range[],
  name: string,
  value: unknown,
): void {
  refuseUnticked(program, sheet, 'formatCells');
  for (const range of ranges) {
    eachCell(sheet, range, (cell) => ({ ...cell, look: { ...cell.look, [name]: value } }));
  }
}

/** Hides the rows below the head whose first cell is none of the values. */
function applyFilter(sheet: FakeSheet, range: Range, criteria: unknown): void {
  const { values } = asFields(criteria);
  const wanted = new Set(Array.isArray(values) ? (values as unknown[]) : []);
  sheet.isFiltered = true;
  for (let row = range.top + 1; row <= range.bottom; row++) {
    const value = gridOf(sheet, { ...range, top: row, bottom: row }, (cell) => cell.value)[0]?.[0];
    if (!wanted.has(value)) sheet.hiddenRows.add(row);
  }
}

/** What is written over rows that a filter hides: every visible cell gets the first element. */
function overFiltered(program: Program, sheet: FakeSheet, range: Range, grid: Grid): Grid {
  const isHidden = (row: number): boolean => sheet.hiddenRows.has(range.top + row);
  const rows = grid.map((_, row) => row);
  const isOver = sheet.isFiltered && rows.length > 1 && rows.some(isHidden);
  if (!isOver || !program.enforces('filtered-write')) return grid;
  const first = grid[0]?.[0];
  return grid.map((line, row) => line.map(() => (isHidden(row) ? null : first)));
}

/** Sets a property. */
export function assign(program: Program, node: Node, name: string, value: unknown): void {
  const { book, enforces } = program;
  switch (node.kind) {
    case 'null':
      throw hostError('InvalidObjectPath');
    case 'runtime':
      book.eventsEnabled = value === true;
      return;
    case 'range': {
      if (name === 'RowHidden') {
        refuseProtected(program, node.sheet);
        for (let row = node.range.top; row <= Math.min(node.range.bottom, 9_999); row++) {
          if (value === true) node.sheet.hiddenRows.add(row);
          else node.sheet.hiddenRows.delete(row);
        }
        return;
      }
      const grid = shaped(value, node.range, enforces);
      if (name === 'NumberFormat') {
        refuseUnticked(program, node.sheet, 'formatCells');
        eachCell(node.sheet, node.range, (cell, row, column) => {
          const format = grid[row - node.range.top]?.[column - node.range.left];
          return typeof format === 'string' ? { ...cell, format } : cell;
        });
        return;
      }
      if (name !== 'Values' && name !== 'Formulas') break;
      refuseLocked(program, node.sheet, node.range);
      const given = name === 'Values' ? program.takes(grid, node.range) : grid;
      const taken = overFiltered(program, node.sheet, node.range, given);
      putValues(node.sheet, node.range, taken, enforces);
      program.changed(node.sheet, node.range);
      return;
    }
    case 'fill':
      if (name === 'Color') {
        setFill(program, node.sheet, node.ranges, { color: nameOf(value), pattern: 'Solid' });
      } else if (name === 'Pattern') {
        setFill(program, node.sheet, node.ranges, { pattern: nameOf(value) });
      } else setFill(program, node.sheet, node.ranges, { patternColor: nameOf(value) });
      return;
    case 'format':
      if (name === 'ColumnWidth' || name === 'RowHeight') {
        for (const range of node.ranges) {
          node.sheet.widths.set(`${name} ${rangeName(range)}`, Number(value));
        }
        return;
      }
      setLook(program, node.sheet, node.ranges, name, value);
      return;
    case 'font':
      setLook(program, node.sheet, node.ranges, `font.${name}`, value);
      return;
    case 'border':
      setLook(program, node.sheet, node.ranges, `${node.edge}.${name}`, value);
      return;
    case 'cellProtection':
      refuseProtected(program, node.sheet);
      for (const range of node.ranges) {
        eachCell(node.sheet, range, (cell) => ({ ...cell, locked: value === true }));
      }
      return;
    case 'sheet':
      if (name === 'Gridlines') {
        node.sheet.showsGrid = value === true;
        return;
      }
      if (name === 'Visibility') {
        refuseProtectedBook(program);
        if (value === 'Visible' || value === 'Hidden' || value === 'VeryHidden') {
          node.sheet.visibility = value;
          return;
        }
      }
      break;
    case 'layout':
      node.sheet.layout[name] = value;
      return;
    case 'chart':
      if (name === 'Name') {
        node.chart.name = nameOf(value);
        return;
      }
      break;
    case 'chartTitle':
      node.chart.title = nameOf(value);
      return;
    case 'legend':
      return;
    case 'series': {
      const series = node.chart.series[node.index];
      if (series && name === 'Name') series.name = nameOf(value);
      return;
    }
    case 'note': {
      refuseUnticked(program, node.sheet, 'editObjects');
      const note = node.sheet.notes.get(node.cell);
      if (!note) throw hostError('ItemNotFound');
      note.content = nameOf(value);
      return;
    }
    default:
      break;
  }
  notModelled(node, name);
}

function setProperties(program: Program, sheet: FakeSheet, range: Range, value: unknown): void {
  refuseProtected(program, sheet);
  if (heightOf(range) * widthOf(range) > MOST_PROPERTIES && program.enforces('properties-limit')) {
    throw hostError('GeneralException');
  }
  const grid = shaped(value, range, program.enforces);
  eachCell(sheet, range, (cell, row, column) => {
    const { hyperlink } = asFields(grid[row - range.top]?.[column - range.left]);
    const link = asFields(hyperlink);
    if (link.documentReference === undefined) return cell;
    return { ...cell, value: nameOf(link.textToDisplay), link: nameOf(link.documentReference) };
  });
}

/** Calls a method that gives no object back. */
export function invoke(
  program: Program,
  node: Node,
  name: string,
  args: readonly unknown[],
): unknown {
  const { book } = program;
  const event = /^_(Register|Unregister)(\w+)Event$/.exec(name);
  if (event) {
    program.registered(event[2] ?? '', event[1] === 'Register');
    return null;
  }
  switch (node.kind) {
    case 'null':
      return null;
    case 'part': {
      const part = book.parts.find(({ id }) => id === node.id);
      if (!part) throw hostError('ItemNotFound');
      if (name === 'GetXml') return part.xml;
      if (name === 'SetXml') {
        part.xml = nameOf(args[0]);
        if (program.enforces('part-id')) part.id = guidOf(book.nextId++);
      } else book.parts = book.parts.filter(({ id }) => id !== node.id);
      return null;
    }
    case 'range':
      return invokeRange(program, node.sheet, node.range, name, args);
    case 'fill':
      setFill(program, node.sheet, node.ranges, null);
      return null;
    case 'sheet':
      return invokeSheet(program, node.sheet, name);
    case 'sheetProtection': {
      const { allowFormatCells, allowEditObjects } = asFields(args[0]);
      node.sheet.isProtected = name === 'Protect';
      node.sheet.allows = {
        formatCells: allowFormatCells === true,
        editObjects: allowEditObjects === true,
      };
      return null;
    }
    case 'filter':
      if (name === 'Apply') {
        applyFilter(node.sheet, rangeOf(args[0] as Node), args[2]);
        return null;
      }
      if (name !== 'ClearCriteria') return notModelled(node, name);
      if (!node.sheet.isFiltered) throw hostError('InvalidOperation');
      node.sheet.isFiltered = false;
      node.sheet.hiddenRows.clear();
      return null;
    case 'panes':
      node.sheet.frozenRows = name === 'FreezeRows' ? Number(args[0]) : 0;
      return null;
    case 'chart':
      if (name === 'Delete') node.sheet.charts = node.sheet.charts.filter((c) => c !== node.chart);
      else node.chart.position = args;
      return null;
    case 'series': {
      const series = node.chart.series[node.index];
      const range = rangeName(rangeOf(args[0] as Node));
      if (series && name === 'SetValues') series.values = range;
      else if (series) series.categories = range;
      return null;
    }
    case 'bookNotes':
      // Those of all sheets: docs of `Excel.Workbook.notes`.
      if (name !== 'GetCount') return notModelled(node, name);
      return book.sheets.reduce((sum, { notes }) => sum + notes.size, 0);
    case 'note':
      refuseUnticked(program, node.sheet, 'editObjects');
      node.sheet.notes.delete(node.cell);
      return null;
    case 'seriesFill':
    case 'format':
      return null;
    case 'application':
      if (name === 'Calculate') {
        recalculate(book);
        book.isPending = false;
      }
      return null;
    default:
      return notModelled(node, name);
  }
}

function invokeSheet(program: Program, sheet: FakeSheet, name: string): unknown {
  const { book, enforces } = program;
  if (name === 'Activate') {
    book.active = sheet.name;
    return null;
  }
  if (name !== 'Delete') return notModelled({ kind: 'sheet', sheet }, name);
  refuseProtectedBook(program);
  if (sheet.visibility === 'VeryHidden' && enforces('very-hidden')) {
    throw hostError('InvalidOperation');
  }
  const visible = book.sheets.filter(({ visibility }) => visibility === 'Visible');
  if (visible.length === 1 && visible[0] === sheet && enforces('last-sheet')) {
    throw hostError('InvalidOperation');
  }
  book.sheets = book.sheets.filter((one) => one !== sheet);
  program.listed('deleted', sheet);
  return null;
}

function invokeRange(
  program: Program,
  sheet: FakeSheet,
  range: Range,
  name: string,
  args: readonly unknown[],
): unknown {
  const { enforces } = program;
  switch (name) {
    case '_ValidateArraySize':
      if ((args[0] !== heightOf(range) || args[1] !== widthOf(range)) && enforces('shape')) {
        throw hostError('InvalidArgument');
      }
      return null;
    case 'GetCellProperties':
      return gridOf(sheet, range, (cell) => ({
        format: {
          fill: shownFill(program, cell),
          protection: { locked: cell.locked },
          wrapText: cell.look.WrapText === true,
        },
      }));
    case 'GetRowProperties':
      return Array.from({ length: heightOf(range) }, (_, index) => ({
        rowHidden: sheet.hiddenRows.has(range.top + index),
      }));
    case 'GetColumnProperties':
      return Array.from({ length: widthOf(range) }, (_, index) => ({
        columnHidden: sheet.hiddenColumns.has(range.left + index),
      }));
    case 'SetCellProperties':
      setProperties(program, sheet, range, args[0]);
      return null;
    case 'Merge':
      refuseProtected(program, sheet);
      merge(sheet, range, args[0] === true);
      return null;
    case 'Unmerge':
      sheet.merges = sheet.merges.filter(
        ({ top, bottom }) => bottom < range.top || top > range.bottom,
      );
      return null;
    case 'Clear':
      refuseProtected(program, sheet);
      eachCell(sheet, range, () => null);
      program.changed(sheet, range);
      return null;
    case 'Select':
    case '_KeepReference':
      return null;
    default:
      return notModelled({ kind: 'range', sheet, range }, name);
  }
}

function merge(sheet: FakeSheet, range: Range, across: boolean): void {
  const parts = across
    ? Array.from({ length: heightOf(range) }, (_, index) => ({
        ...range,
        top: range.top + index,
        bottom: range.top + index,
      }))
    : [range];
  for (const part of parts) {
    sheet.merges.push(part);
    eachCell(sheet, part, (cell, row, column) =>
      row === part.top && column === part.left
        ? cell
        : { ...blankCell(), fill: cell.fill, look: cell.look },
    );
  }
}
