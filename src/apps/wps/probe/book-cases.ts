import { bytesOf, temporaryPath } from './page-cases';
import {
  holds,
  known,
  shown,
  thrownBy,
  type Bench,
  type Observation,
  type ProbeCase,
} from './probe-case';

/** What a workbook, its events and its undo do. */

const NAMESPACE = 'urn:jixiao:probe';
const PART = `<probe xmlns="${NAMESPACE}">绩效 &amp; 自评</probe>`;
const VERY_HIDDEN = 2;
/** Longer than an event that comes late takes. */
const LATE = 600;

export const BOOK_CASES: readonly ProbeCase[] = [
  {
    id: 'sheets',
    book: true,
    run: ({ book, sheet }) => {
      const before = book.Worksheets.Count;
      const last = book.Worksheets.Add(undefined, book.Worksheets.Item(before));
      const place = book.Worksheets.Item(before + 1).Name === last.Name;
      last.Name = '检测';
      last.Visible = VERY_HIDDEN;
      const hidden = last.Visible;
      last.Delete();
      return holds(place && hidden === VERY_HIDDEN && book.Worksheets.Count === before, {
        place,
        hidden: shown(hidden),
        left: book.Worksheets.Count - before,
        first: sheet.Name,
      });
    },
  },
  {
    id: 'custom-xml',
    book: true,
    run: ({ book }) => {
      const parts = book.CustomXMLParts;
      if (!parts) return holds(false, { CustomXMLParts: typeof parts });
      const before = parts.Count;
      const added = parts.Add(PART);
      const text = added.XML;
      const found = parts.SelectByNamespace?.(NAMESPACE).Count;
      const count = parts.Count;
      added.Delete();
      return holds(
        count === before + 1 && typeof text === 'string' && text.includes('绩效 &amp; 自评'),
        {
          before,
          text: shown(text),
          found: shown(found),
          left: parts.Count - before,
        },
      );
    },
  },
  {
    id: 'document-properties',
    book: true,
    run: ({ book }) => {
      const properties = book.CustomDocumentProperties;
      if (!properties) return known({ CustomDocumentProperties: typeof properties });
      properties.Add('jixiao-probe', false, 4, '绩效');
      const value = properties.Item('jixiao-probe').Value;
      properties.Item('jixiao-probe').Delete();
      return known({ value: shown(value), left: properties.Count });
    },
  },
  { id: 'save-copy', book: true, run: saveCopy },
  { id: 'ledger-reopened', book: true, run: ledgerReopened },
  {
    id: 'date-1904',
    book: true,
    run: ({ book }) => holds(book.Date1904 === false, shown(book.Date1904)),
  },
  {
    id: 'activate-event',
    book: true,
    run: ({ heard }) =>
      holds(heard('WorkbookActivate') > 0, {
        WorkbookActivate: heard('WorkbookActivate'),
        NewWorkbook: heard('NewWorkbook'),
      }),
  },
  {
    id: 'events-on',
    book: true,
    run: (bench) => changesHeard(bench, true),
  },
  {
    id: 'events-off',
    book: true,
    run: (bench) => changesHeard(bench, false),
  },
  {
    id: 'undo-cells',
    book: true,
    run: ({ application, sheet }) => {
      for (const name of ['A1', 'A2', 'A3']) sheet.Range(name).Value2 = name;
      const thrown = thrownBy(() => application.Undo?.());
      const left = ['A1', 'A2', 'A3'].filter((name) => sheet.Range(name).Value2 === name);
      return known({ Undo: typeof application.Undo, thrown, undone: 3 - left.length });
    },
  },
  {
    id: 'undo-block',
    book: true,
    run: ({ application, sheet }) => {
      const range = sheet.Range('A1:B2');
      range.Value2 = [
        [1, 2],
        [3, 4],
      ];
      const thrown = thrownBy(() => application.Undo?.());
      const left = ['A1', 'B1', 'A2', 'B2'].filter((name) => sheet.Range(name).Value2 !== null);
      return known({ Undo: typeof application.Undo, thrown, undone: 4 - left.length });
    },
  },
];

async function changesHeard(
  { application, sheet, wait }: Bench,
  enabled: boolean,
): Promise<Observation> {
  const events = application.ApiEvent;
  if (!events) return holds(false, { ApiEvent: typeof events });
  let count = 0;
  const listener = (): void => {
    count += 1;
  };
  const before = application.EnableEvents;
  events.AddApiEventListener('SheetChange', listener);
  try {
    application.EnableEvents = enabled;
    sheet.Range('A1').Value2 = '改';
    const atOnce = count;
    await wait(LATE);
    const whileSet = count;
    application.EnableEvents = true;
    await wait(LATE);
    const seen = { atOnce, whileSet, afterwards: count };
    return holds(enabled ? count > 0 : count === 0, seen);
  } finally {
    application.EnableEvents = before;
    events.RemoveApiEventListener?.('SheetChange', listener);
  }
}

function saveCopy({ application, book, sheet }: Bench): ReturnType<ProbeCase['run']> {
  const files = application.FileSystem;
  const path = temporaryPath(application, 'jixiao-probe.xlsx');
  if (!files || path === null || !book.SaveCopyAs) {
    return known({ FileSystem: typeof files, SaveCopyAs: typeof book.SaveCopyAs });
  }
  sheet.Range('A1').Value2 = '绩效';
  book.SaveCopyAs(path);
  const bytes = bytesOf(files.ReadFileAsArrayBuffer?.(path));
  files.Remove?.(path);
  const isZip = bytes?.[0] === 0x50 && bytes[1] === 0x4b;
  return known({
    length: bytes?.length ?? null,
    zip: isZip,
    left: shown(files.Exists?.(path)),
  });
}

/** Both places of the ledger, in a copy that is saved, opened and thrown away. */
function ledgerReopened({ application, book, sheet }: Bench): ReturnType<ProbeCase['run']> {
  const files = application.FileSystem;
  const path = temporaryPath(application, 'jixiao-probe.xlsx');
  const { Workbooks: books } = application;
  if (!files || path === null || !book.SaveCopyAs || !books.Open) {
    return known({ SaveCopyAs: typeof book.SaveCopyAs, Open: typeof books.Open });
  }
  const kept = thrownBy(() => book.CustomXMLParts?.Add(PART));
  sheet.Name = '台账';
  sheet.Range('A1').Value2 = PART;
  sheet.Visible = VERY_HIDDEN;
  book.SaveCopyAs(path);
  const again = books.Open(path);
  try {
    const sheets = again.Worksheets;
    const names = Array.from({ length: sheets.Count }, (_, at) => sheets.Item(at + 1));
    const hidden = names.find(({ Name: name }) => name === '台账');
    const parts = again.CustomXMLParts?.SelectByNamespace?.(NAMESPACE).Count;
    const text = hidden?.Range('A1').Value2;
    return holds(parts === 1 && text === PART, {
      kept,
      parts: shown(parts),
      visible: shown(hidden?.Visible),
      sheet: text === PART,
    });
  } finally {
    again.Close(false);
    files.Remove?.(path);
    book.Activate?.();
  }
}
