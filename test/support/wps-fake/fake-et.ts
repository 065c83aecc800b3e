import {
  cellName,
  parseRangeName,
  rangeName,
  type CellRef,
  type Range,
} from '../../../src/model/grid';
import type {
  EtApplication,
  EtListener,
  EtRange,
  EtSheet,
  EtWorkbook,
} from '../../../src/hosts/wps/object-model';
import {
  blankSheet,
  cellOf,
  enter,
  isCovered,
  isFirst,
  mergeAt,
  peek,
  usedRange,
  type FakeBook,
  type FakeCell,
  type FakeSheet,
} from './fake-book';
import type { Enforces, RuleName } from './rules';
import { EtError, openBridge, strict, type Bridge } from './strict';
import { cellsIn, cellsOfSorts, countFilled, isVast, MOST_MARSHALLED } from './vast-range';

/** Ways real versions of WPS may differ (wps-host notes §4, §12). */
export interface FakeModes {
  /** A row or column is answered in one dimension. */
  readonly oneDimension?: boolean;
  /** A single cell is answered as a block of one. */
  readonly squareCell?: boolean;
  /** A misspelt member reads as undefined instead of throwing. */
  readonly lenient?: boolean;
  /** SheetChange comes after the write, not within it. */
  readonly lateEvents?: boolean;
  /** SheetChange comes although EnableEvents is false. */
  readonly stubbornEvents?: boolean;
  /** No custom XML parts: they are in no public page on ET (first-day §1, item 4 [src]). */
  readonly noParts?: boolean;
  /** `Add` takes a part without keeping it: a misspelt member is not refused (wps-host §2 [V:doc]). */
  readonly deafParts?: boolean;
  /** No sheet can be added, and no part kept. */
  readonly noPlaces?: boolean;
  /** A block is not taken, one cell is: WPS on a Mac (JohnnyYwQ/wps-skills, first-day §1, item 16 [src]). */
  readonly noBlocks?: boolean;
  /** No chart can be drawn. */
  readonly noCharts?: boolean;
  /** A sheet does not say that it is protected, and drops what is written. */
  readonly silentProtection?: boolean;
  /** Several merges that fill a range answer as one does. */
  readonly mergedAlike?: boolean;
  /** A format of several areas is that of the first. */
  readonly firstArea?: boolean;
  /** Cells a merge covers keep values of their own and answer them (as in LibreOffice's VBA). */
  readonly coveredValues?: boolean;
  /** What the program makes of values it is given. */
  readonly takes?: (value: unknown) => unknown;
}

/** Members the host does not use but 检测本机 asks for. */
interface AskedRange extends Omit<EtRange, 'Locked'> {
  Locked: unknown;
  readonly Rows: { readonly Count: number };
  readonly Columns: { readonly Count: number };
  readonly Text: unknown;
  Value(kind?: number): unknown;
}

interface AskedSheet extends EtSheet {
  Protect(): void;
  Unprotect(): void;
}

interface AskedApplication extends EtApplication {
  readonly Calculation: number;
}

export interface FakeEt {
  readonly application: EtApplication;
  readonly book: FakeBook;
  readonly bridge: Bridge;
  /** What a person types, with the event it raises. */
  type(sheet: string, address: string, value: FakeCell['value']): void;
  /** 另存为, with the events it raises. */
  saveAs(name: string): void;
  /** WPS tells of something, whether it happened or not; late where events come late. */
  raise(event: string, ...told: readonly unknown[]): void;
  /** A person deletes a sheet, with the event it raises. */
  remove(sheet: string): void;
  /** Delivers events that come late, as they are arranged. */
  deliver(arrange?: (fires: readonly (() => void)[]) => readonly (() => void)[]): void;
}

/** VBA's codes (CVErr) of error values. */
const ERROR_TEXTS: ReadonlyMap<number, string> = new Map([
  [-2146826288, '#NULL!'],
  [-2146826281, '#DIV/0!'],
  [-2146826273, '#VALUE!'],
  [-2146826265, '#REF!'],
  [-2146826259, '#NAME?'],
  [-2146826252, '#NUM!'],
  [-2146826246, '#N/A'],
]);
const NO_FILL = 16777215;
const SOLID = 1;
const NO_PATTERN = -4142;
/** Longer addresses are refused (wps-host notes §5). */
const MOST_ADDRESS = 255;

/** @param without rules that do not hold, to see that each is what makes its case so */
export function fakeEt(
  book: FakeBook,
  modes: FakeModes = {},
  without: readonly RuleName[] = [],
): FakeEt {
  const enforces: Enforces = (rule) => !without.includes(rule);
  const bridge = openBridge(modes.lenient === true, enforces);
  const listeners: { name: string; listener: EtListener }[] = [];
  const waiting: (() => void)[] = [];
  const places = new WeakMap<
    object,
    { readonly sheet: FakeSheet; readonly areas: readonly Range[] }
  >();
  let [events, updating, alerts] = [true, true, true];
  const of = <T extends object>(kind: string, members: T): T => strict(kind, bridge, members);

  const raise = (event: string, ...[first, second]: readonly unknown[]): void => {
    const fire = (): void => {
      for (const one of [...listeners]) if (one.name === event) one.listener(first, second);
    };
    if (modes.lateEvents) waiting.push(fire);
    else fire();
  };
  const changed = (sheet: FakeSheet, range: Range): void => {
    if (!enforces('own-events')) return;
    if (!events && !modes.stubbornEvents && enforces('events-off')) return;
    raise('SheetChange', sheetOf(sheet), rangeOf(sheet, [range]));
  };

  const guard = (
    sheet: FakeSheet,
    rule: 'protection' | 'protected-note' | 'protected-fill',
    places: readonly CellRef[] = [],
  ): boolean => {
    if (!sheet.isProtected || !enforces(rule)) return true;
    const isTicked = {
      protection:
        enforces('locked-cells') &&
        places.length > 0 &&
        places.every((place) => peek(sheet, place)?.locked === false),
      'protected-note': sheet.allows.editObjects && enforces('protection-options'),
      'protected-fill': sheet.allows.formatCells && enforces('protection-options'),
    }[rule];
    if (isTicked) return true;
    if (modes.silentProtection) return false;
    throw new EtError('protected');
  };

  const isLocked = (): boolean => book.structureProtected && enforces('structure');

  const contentOf = (cell: FakeCell | null): unknown => {
    if (cell?.error == null) return cell?.value ?? null;
    return enforces('error-code') ? cell.error : errorTextOf(cell.error);
  };

  const isBlankHere = (
    sheet: FakeSheet,
    place: CellRef,
    rule: 'covered-blank' | 'covered-lost',
  ): boolean => isCovered(sheet, place) && !modes.coveredValues && enforces(rule);

  const rangeOf = (sheet: FakeSheet, areas: readonly Range[]): EtRange => {
    const [first = { top: 0, left: 0, bottom: 0, right: 0 }] = areas;
    const rows = first.bottom - first.top + 1;
    const columns = first.right - first.left + 1;
    const cells = isVast(areas) ? cellsOfSorts(sheet, areas) : areas.flatMap(cellsOf);
    const isOne = cells.length === 1;
    const uniform = (ask: (cell: FakeCell | null, place: CellRef) => unknown): unknown => {
      const asked = modes.firstArea ? cellsOf(first) : cells;
      const answers = new Set(asked.map((place) => ask(peek(sheet, place), place)));
      const [only] = answers;
      const isSame = answers.size === 1 || !enforces('mixed-null');
      return isSame && only !== undefined ? only : null;
    };
    const grid = (ask: (cell: FakeCell | null, place: CellRef) => unknown): unknown => {
      if (cellsIn(areas) > MOST_MARSHALLED)
        throw new EtError('more cells than are marshalled at once');
      const whole = Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, column) => {
          const place = { row: first.top + row, column: first.left + column };
          return ask(peek(sheet, place), place);
        }),
      );
      if (isOne) return modes.squareCell || !enforces('scalar') ? whole : whole[0]?.[0];
      if (!enforces('block')) return whole.flat();
      if (!modes.oneDimension || (rows > 1 && columns > 1)) return whole;
      return whole.flat();
    };
    const put = (given: unknown): void => {
      if (!guard(sheet, 'protection', cells)) return;
      const isGrid = Array.isArray(given);
      const lines = isGrid ? (given as readonly unknown[]) : [];
      if (isGrid) {
        const fits =
          lines.length === rows &&
          lines.every((line) => Array.isArray(line) && line.length === columns);
        if (!fits && enforces('shape')) throw new EtError('an array of another shape');
      }
      if (isGrid && !isOne && modes.noBlocks) return;
      const isOdd = sheet.isFiltered && enforces('filtered-block');
      for (const place of cells) {
        // Every visible cell gets the first line; hidden ones get none.
        if (isOdd && !isOne && sheet.hiddenRows.has(place.row)) continue;
        const line = lines[isOdd ? 0 : place.row - first.top] as readonly unknown[] | undefined;
        const one = isGrid ? line?.[place.column - first.left] : given;
        if (isBlankHere(sheet, place, 'covered-lost')) continue;
        try {
          enter(cellOf(sheet, place), one, enforces);
        } catch (reason) {
          throw reason instanceof RangeError ? new EtError(reason.message) : reason;
        }
      }
      recalculate(book);
      changed(sheet, first);
    };
    const paint = (fill: number | null): void => {
      if (!guard(sheet, 'protected-fill')) return;
      for (const place of cells) cellOf(sheet, place).fill = fill;
    };
    /** Members that are kept with each cell. */
    const looks = <T extends object>(kind: string, members: T): T => {
      const own = Object.entries(members).map(([name, usual]): [string, PropertyDescriptor] => [
        name,
        {
          enumerable: true,
          get: () => uniform((cell) => cell?.look[`${kind}.${name}`] ?? usual),
          set: (given: unknown) => {
            if (!guard(sheet, 'protected-fill')) return;
            for (const place of cells) cellOf(sheet, place).look[`${kind}.${name}`] = given;
          },
        },
      ]);
      return Object.defineProperties({ ...members }, Object.fromEntries(own));
    };
    const aligned = looks('Align', { Horizontal: 1, Vertical: 1, Wrap: false });
    const look = (what: string): void =>
      void sheet.looks.push(`${what} ${areas.map(rangeName).join()}`);
    const isMerged = (place: CellRef): boolean =>
      enforces('merge-covered') ? mergeAt(sheet, place) !== null : isFirst(sheet, place);
    const range = of<AskedRange>('Range', {
      Rows: of('Rows', { Count: rows }),
      Columns: of('Columns', { Count: columns }),
      get Text() {
        const cell = peek(sheet, cornerOf(first));
        if (!isOne) return null;
        return cell?.error == null ? String(cell?.value ?? '') : errorTextOf(cell.error);
      },
      Value: () => {
        throw new EtError('Value with a kind');
      },
      get Value2() {
        return grid((cell, place) =>
          isBlankHere(sheet, place, 'covered-blank') ? null : contentOf(cell),
        );
      },
      set Value2(given) {
        put(modes.takes ? modes.takes(given) : given);
      },
      get Formula() {
        return grid((cell, place) => {
          if (isBlankHere(sheet, place, 'covered-blank') || !cell) return '';
          return cell.formula ?? (cell.value === null ? '' : String(cell.value));
        });
      },
      set Formula(given) {
        put(given);
      },
      get NumberFormat() {
        return uniform((cell) => cell?.format ?? 'General');
      },
      set NumberFormat(given) {
        if (typeof given !== 'string') throw new EtError('number format');
        if (!guard(sheet, 'protected-fill')) return;
        for (const place of cells) cellOf(sheet, place).format = given;
      },
      get Locked() {
        return uniform((cell) => cell?.locked ?? true);
      },
      set Locked(given) {
        for (const place of cells) cellOf(sheet, place).locked = given === true;
      },
      get MergeCells() {
        if (cells.every((place) => !isMerged(place))) return false;
        const isOneMerge = cells.every(
          (place) => mergeAt(sheet, place) === mergeAt(sheet, cornerOf(first)),
        );
        const isAll = cells.every(isMerged);
        const isAlike = modes.mergedAlike || !enforces('merge-one');
        if (isAll && (isOneMerge || isAlike)) return true;
        return enforces('merge-mixed') || isAll ? null : true;
      },
      get MergeArea() {
        if (!isOne && enforces('merge-area-one')) throw new EtError('MergeArea of several cells');
        const area = enforces('merge-area') ? mergeAt(sheet, cornerOf(first)) : null;
        return rangeOf(sheet, [area ?? first]);
      },
      Left: first.left * 60,
      Top: first.top * 15,
      Width: columns * 60,
      Height: rows * 15,
      get Interior() {
        return of('Interior', {
          get Color(): unknown {
            return uniform(
              (cell) => cell?.fill ?? (enforces('no-fill-white') ? NO_FILL : NO_PATTERN),
            );
          },
          set Color(given: unknown) {
            const isBgr =
              Number.isInteger(given) && Number(given) >= 0 && Number(given) <= 0xffffff;
            if (!isBgr && enforces('colour-integer'))
              throw new EtError('a colour that is no BGR integer');
            paint(Number(given));
          },
          get Pattern(): unknown {
            return uniform((cell) => (cell?.fill == null ? NO_PATTERN : SOLID));
          },
          set Pattern(given: unknown) {
            if (given !== NO_PATTERN) throw new EtError('pattern');
            paint(null);
          },
          PatternColor: 0,
          get ColorIndex(): unknown {
            return uniform((cell) => (cell?.fill == null ? NO_PATTERN : 38));
          },
        });
      },
      get Font() {
        return of('Font', looks('Font', { Bold: false, Underline: 0, Size: 11, Color: 0 }));
      },
      get Borders() {
        return of('Borders', looks('Borders', { LineStyle: 0, Color: 0 }));
      },
      get EntireRow() {
        return of('EntireRow', {
          get Hidden(): unknown {
            return uniform((_, { row }) => sheet.hiddenRows.has(row));
          },
          set Hidden(given: unknown) {
            for (const { row } of cells) {
              if (given === true) sheet.hiddenRows.add(row);
              else sheet.hiddenRows.delete(row);
            }
          },
          AutoFit: () => look('fit'),
        });
      },
      get EntireColumn() {
        return of('EntireColumn', {
          get Hidden(): unknown {
            return uniform((_, { column }) => sheet.hiddenColumns.has(column));
          },
          ColumnWidth: 8,
        });
      },
      get Comment() {
        const cell = peek(sheet, cornerOf(first));
        if (cell?.note == null && enforces('no-comment-null')) return null;
        return of('Comment', {
          Text: () => cell?.note ?? '',
          Delete: () => {
            if (cell && guard(sheet, 'protected-note')) cell.note = null;
          },
        });
      },
      get HorizontalAlignment() {
        return aligned.Horizontal;
      },
      set HorizontalAlignment(given) {
        aligned.Horizontal = given;
      },
      get VerticalAlignment() {
        return aligned.Vertical;
      },
      set VerticalAlignment(given) {
        aligned.Vertical = given;
      },
      get WrapText() {
        return aligned.Wrap;
      },
      set WrapText(given) {
        aligned.Wrap = given;
      },
      Address: (rowAbsolute = true, columnAbsolute = true) =>
        areas.map((area) => addressOf(area, rowAbsolute, columnAbsolute)).join(),
      AddComment: (text) => {
        const cell = cellOf(sheet, cornerOf(first));
        if (!isOne && enforces('comment-one-cell')) throw new EtError('a comment on several cells');
        if (cell.note !== null && enforces('second-comment')) {
          throw new EtError('a comment stands there');
        }
        if (guard(sheet, 'protected-note')) cell.note = text;
      },
      Merge: () => {
        for (const place of cells) {
          if (place.row === first.top && place.column === first.left) continue;
          if (!enforces('merge-keeps-first')) continue;
          const cell = cellOf(sheet, place);
          cell.value = null;
          cell.formula = null;
        }
        sheet.merges = [...sheet.merges.filter((one) => !meets(one, first)), first];
      },
      UnMerge: () => {
        sheet.merges = sheet.merges.filter((one) => !meets(one, first));
      },
      Clear: () => {
        if (!guard(sheet, 'protection')) return;
        for (const place of cells) sheet.cells.delete(`${place.row},${place.column}`);
        sheet.merges = sheet.merges.filter((one) => !meets(one, first));
        changed(sheet, first);
      },
      Select: () => undefined,
    });
    places.set(range, { sheet, areas });
    return range;
  };

  const sheetOf = (sheet: FakeSheet): EtSheet =>
    of<AskedSheet>('Worksheet', {
      Protect: () => {
        sheet.isProtected = true;
      },
      Unprotect: () => {
        sheet.isProtected = false;
      },
      get Name() {
        return sheet.name;
      },
      set Name(given) {
        const taken = book.sheets.some(
          (one) => one !== sheet && one.name.toLowerCase() === given.toLowerCase(),
        );
        const isName = !taken && given !== '' && given.length <= 31;
        if (!isName && enforces('sheet-name')) throw new EtError(`name ${given}`);
        sheet.name = given;
      },
      get Visible(): unknown {
        return sheet.visible;
      },
      set Visible(given: unknown) {
        sheet.visible = Number(given);
      },
      get ProtectContents() {
        return sheet.isProtected && !modes.silentProtection;
      },
      get ProtectDrawingObjects() {
        return sheet.isProtected && !sheet.allows.editObjects;
      },
      get Protection() {
        return of('Protection', { AllowFormattingCells: sheet.allows.formatCells });
      },
      get UsedRange() {
        const used = usedRange(sheet);
        const isEmpty = used.bottom === 0 && used.right === 0 && !peek(sheet, cornerOf(used));
        if (isEmpty && !enforces('empty-sheet')) throw new EtError('nothing is used');
        return rangeOf(sheet, [used]);
      },
      get Comments() {
        const notes = [...sheet.cells.values()].filter(({ note }) => note !== null);
        return of('Comments', {
          Count: notes.length,
          Item: (index: number) => {
            const found = [...sheet.cells].filter(([, { note }]) => note !== null)[index - 1];
            if (!found) throw new EtError('no such comment');
            const [row = 0, column = 0] = found[0].split(',').map(Number);
            return of('Comment', {
              Parent: rangeOf(sheet, [{ top: row, left: column, bottom: row, right: column }]),
              Text: () => found[1].note ?? '',
            });
          },
        });
      },
      get Shapes() {
        return of('Shapes', {
          Count: sheet.charts.length,
          AddChart2: () => {
            if (modes.noCharts) throw new EtError('charts');
            const chart: FakeSheet['charts'][number] = { name: '图表', title: null };
            sheet.charts.push(chart);
            return shapeOf(sheet, chart);
          },
        });
      },
      get Hyperlinks() {
        return of('Hyperlinks', { Add: () => undefined });
      },
      get PageSetup() {
        return of('PageSetup', sheet.page);
      },
      Range: (address) => {
        if (address.length > MOST_ADDRESS && enforces('address-length'))
          throw new EtError('an address over 255 letters');
        const areas = address.split(',').flatMap((part) => {
          const area = parseRangeName(part.replaceAll('$', ''));
          if (!area && enforces('address-form')) throw new EtError(`address ${part}`);
          return area ?? [];
        });
        return rangeOf(sheet, areas);
      },
      ChartObjects: () =>
        of('ChartObjects', {
          Count: sheet.charts.length,
          Item: (index: number) => {
            const chart = sheet.charts[index - 1];
            if (!chart) throw new EtError(`chart ${index}`);
            return of('ChartObject', {
              get Name() {
                return chart.name;
              },
              set Name(given: string) {
                chart.name = given;
              },
              Delete: () => void sheet.charts.splice(index - 1, 1),
            });
          },
        }),
      Activate: () => {
        book.active = sheet;
      },
      Delete: () => {
        if (isLocked()) throw new EtError('structure');
        if (book.sheets.length === 1 && enforces('last-sheet')) throw new EtError('the last sheet');
        if (alerts && enforces('delete-asks')) throw new EtError('a dialogue nobody answers');
        if (!book.sheets.includes(sheet) && enforces('gone-sheet'))
          throw new EtError('a sheet that is gone');
        book.sheets = book.sheets.filter((one) => one !== sheet);
        if (book.active === sheet) book.active = null;
      },
    });

  const shapeOf = (sheet: FakeSheet, chart: FakeSheet['charts'][number]) => {
    let hasTitle = false;
    return of('Shape', {
      get Name() {
        return chart.name;
      },
      set Name(given: string) {
        chart.name = given;
      },
      Delete: () => void sheet.charts.splice(sheet.charts.indexOf(chart), 1),
      get Chart() {
        return of('Chart', {
          get HasTitle() {
            return hasTitle;
          },
          set HasTitle(given: boolean) {
            hasTitle = given;
          },
          get ChartTitle() {
            if (!hasTitle && enforces('chart-title')) throw new EtError('a chart without title');
            return of('ChartTitle', {
              get Text() {
                return chart.title ?? '';
              },
              set Text(given: string) {
                chart.title = given;
              },
            });
          },
          SetSourceData: () => undefined,
          SeriesCollection: () =>
            of('SeriesCollection', {
              Count: 2,
              Item: () => of('Series', { Name: '' }),
            }),
        });
      },
    });
  };

  const sheetAt = (key: number | string): FakeSheet => {
    const found =
      typeof key === 'number'
        ? book.sheets[enforces('item-from-one') ? key - 1 : key]
        : book.sheets.find(({ name }) => name.toLowerCase() === key.toLowerCase());
    if (!found) throw new EtError(`no sheet ${key}`);
    return found;
  };

  const partOf = (at: number) =>
    of('CustomXMLPart', {
      get NamespaceURI() {
        return /xmlns="([^"]*)"/.exec(book.parts[at] ?? '')?.[1] ?? '';
      },
      get XML() {
        return book.parts[at] ?? '';
      },
      Delete: () => void book.parts.splice(at, 1),
    });

  const workbook = of<EtWorkbook>('Workbook', {
    get FullName() {
      return book.name;
    },
    get Name() {
      return book.name;
    },
    Path: '',
    Saved: true,
    Date1904: false,
    ReadOnly: false,
    get ProtectStructure() {
      return book.structureProtected;
    },
    get ActiveSheet() {
      const [first] = book.sheets;
      return sheetOf(book.active ?? first ?? blankSheet('?'));
    },
    get Worksheets() {
      return of('Worksheets', {
        Count: book.sheets.length,
        Item: (key: number | string) => sheetOf(sheetAt(key)),
        Add: (before?: EtSheet, after?: EtSheet) => {
          if (modes.noPlaces) throw new EtError('no sheet more');
          if (isLocked()) throw new EtError('structure');
          const beside = (after ?? before)?.Name ?? sheetOf(book.active ?? sheetAt(1)).Name;
          const place = book.sheets.findIndex(({ name }) => name === beside) + (after ? 1 : 0);
          let number = book.sheets.length + 1;
          while (book.sheets.some(({ name }) => name === `Sheet${number}`)) number += 1;
          const made = blankSheet(`Sheet${number}`);
          book.sheets = [...book.sheets.slice(0, place), made, ...book.sheets.slice(place)];
          book.active = made;
          return sheetOf(made);
        },
      });
    },
    get CustomXMLParts() {
      if (modes.noParts || modes.noPlaces) return undefined;
      return of('CustomXMLParts', {
        get Count() {
          return book.parts.length;
        },
        Item: (index: number) => partOf(index - 1),
        SelectByNamespace: (uri: string) =>
          of('CustomXMLParts', {
            Count: book.parts.filter((xml) => xml.includes(`"${uri}"`)).length,
          }),
        Add: (xml: string) => {
          if (modes.deafParts) return undefined;
          book.parts.push(xml);
          return partOf(book.parts.length - 1);
        },
      });
    },
  } as EtWorkbook);

  const application = of<AskedApplication>('Application', {
    Calculation: -4105,
    get WorksheetFunction() {
      return of('WorksheetFunction', {
        CountA: (range: EtRange) => {
          const place = places.get(range);
          if (!place) throw new EtError('CountA of no range');
          return countFilled(place.sheet, place.areas);
        },
      });
    },
    get ActiveWorkbook() {
      return workbook;
    },
    get ScreenUpdating() {
      return updating;
    },
    set ScreenUpdating(given) {
      updating = given;
    },
    get EnableEvents() {
      return events;
    },
    set EnableEvents(given) {
      events = given;
    },
    get DisplayAlerts() {
      return alerts;
    },
    set DisplayAlerts(given) {
      alerts = given;
    },
    get ActiveWindow() {
      return of('Window', {
        SplitRow: 0,
        SplitColumn: 0,
        FreezePanes: false,
        DisplayGridlines: true,
      });
    },
    get ApiEvent() {
      return of('ApiEvent', {
        AddApiEventListener: (name: string, listener: EtListener) => {
          listeners.push({ name, listener });
        },
        RemoveApiEventListener: (name: string, listener: EtListener) => {
          const at = listeners.findIndex((one) => one.name === name && one.listener === listener);
          if (at >= 0) listeners.splice(at, 1);
        },
      });
    },
  });

  return {
    application,
    book,
    bridge,
    type: (name, address, value) => {
      const sheet = sheetAt(name);
      const area = parseRangeName(address);
      if (!area) throw new Error(`no cell ${address}`);
      cellOf(sheet, cornerOf(area)).formula = null;
      cellOf(sheet, cornerOf(area)).value = value;
      recalculate(book);
      changed(sheet, area);
    },
    saveAs: (name) => {
      const tell = (event: string): void => {
        if (!enforces('save-events')) return;
        for (const one of [...listeners]) if (one.name === event) one.listener(workbook, undefined);
      };
      tell('WorkbookBeforeSave');
      book.name = name;
      tell('WorkbookAfterSave');
    },
    raise,
    remove: (name) => {
      const sheet = sheetAt(name);
      raise('SheetBeforeDelete', sheetOf(sheet));
      book.sheets = book.sheets.filter((one) => one !== sheet);
      if (book.active === sheet) book.active = null;
      recalculate(book);
    },
    deliver: (arrange = (fires) => fires) => {
      for (const fire of arrange(waiting.splice(0))) fire();
    },
  };
}

const cornerOf = ({ top, left }: Range): CellRef => ({ row: top, column: left });

function cellsOf({ top, left, bottom, right }: Range): CellRef[] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => ({
      row: top + row,
      column: left + column,
    })),
  ).flat();
}

const meets = (one: Range, other: Range): boolean =>
  one.top <= other.bottom &&
  other.top <= one.bottom &&
  one.left <= other.right &&
  other.left <= one.right;

function addressOf(area: Range, rowAbsolute: boolean, columnAbsolute: boolean): string {
  const mark = (cell: CellRef): string =>
    cellName(cell).replace(/^([A-Z]+)(\d+)$/, (_, letters: string, digits: string) =>
      [columnAbsolute ? '$' : '', letters, rowAbsolute ? '$' : '', digits].join(''),
    );
  const [first, last] = [cornerOf(area), { row: area.bottom, column: area.right }];
  return first.row === last.row && first.column === last.column
    ? mark(first)
    : `${mark(first)}:${mark(last)}`;
}

/** Sums are kept current; what other formulas give stays as it was. */
function recalculate({ sheets }: FakeBook): void {
  for (const sheet of sheets) {
    for (const cell of sheet.cells.values()) {
      const list = /^=SUM\(([A-Z0-9:,]+)\)$/.exec(cell.formula ?? '')?.[1];
      if (list === undefined) continue;
      const numbers = list
        .split(',')
        .flatMap((part) => {
          const area = parseRangeName(part);
          return area ? cellsOf(area) : [];
        })
        .map((place) => peek(sheet, place)?.value ?? 0);
      cell.value = numbers.reduce<number>(
        (sum, one) => sum + (typeof one === 'number' ? one : 0),
        0,
      );
    }
  }
}

export const errorTextOf = (code: number): string => ERROR_TEXTS.get(code) ?? '#?';
