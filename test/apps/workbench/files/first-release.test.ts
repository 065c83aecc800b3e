import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDesk } from '../../../../src/apps/workbench/books/desk';
import { createBrowserStore } from '../../../../src/apps/workbench/files/browser-store';
import { storedPreferences } from '../../../../src/apps/workbench/frame/preferences';
import { PANE_CHINESE } from '../../../../src/pane/chinese';
import { PANE_ENGLISH } from '../../../../src/pane/english';
import { wholeLibrary } from '../../../../src/pane/library';
import { isScored } from '../../../../src/pane/session-state';
import { browserSurroundings } from '../../../../src/pane/surroundings';
import { fakeSurroundings, turns } from '../books/desk-fakes';
import { databasesWith, type StoredDatabase } from './stored-database';

const FOLDER = join(__dirname, '../../../fixtures/first-release');

/** What release 0.1.0 (its end is commit 118b316) leaves in a browser; a draft's `bytes` name a workbook it scored. */
interface Left {
  readonly localStorage: Readonly<Record<string, string>>;
  readonly database: StoredDatabase;
}

const left = JSON.parse(readFileSync(join(FOLDER, 'browser.json'), 'utf8')) as Left;
const scoredThen = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(FOLDER, name)));

function withBytes({ shelves, ...database }: StoredDatabase): StoredDatabase {
  const { drafts, ...others } = shelves;
  if (!drafts) throw new Error('no drafts');
  const records = drafts.records.map((record) => ({
    ...record,
    bytes: scoredThen(String(record['bytes'])),
  }));
  return { ...database, shelves: { ...others, drafts: { ...drafts, records } } };
}

function browserWith(database: StoredDatabase): void {
  const localStorage = { getItem: (key: string) => left.localStorage[key] ?? null };
  const globals = { indexedDB: databasesWith(database), localStorage };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
}

const before = new Map(
  ['indexedDB', 'localStorage'].map((name) => [
    name,
    Object.getOwnPropertyDescriptor(globalThis, name),
  ]),
);

beforeEach(() => browserWith(withBytes(left.database)));
afterAll(() => {
  for (const [name, property] of before) {
    if (property) Object.defineProperty(globalThis, name, property);
    else Reflect.deleteProperty(globalThis, name);
  }
});

test('the workbench keeps what was chosen in the first release', () => {
  expect(storedPreferences.read()).toEqual({
    introduced: true,
    language: 'en',
    autoRecalculate: false,
    theme: 'dark',
    chart: false,
    example: false,
    paneWidth: 452,
  });
});

test('so does the pane in Excel and WPS, and it has nothing of what came later', () => {
  const library = wholeLibrary({ 'zh-CN': PANE_CHINESE, en: PANE_ENGLISH });
  expect(browserSurroundings(library, 'zh-CN', '附表.xlsx')).toMatchObject({
    preferences: { introduced: true, language: 'en', autoRecalculate: false },
    ownProfiles: [],
  });
});

test('files opened in the first release are offered, the newest first, and may be forgotten', async () => {
  const store = createBrowserStore();
  expect(await store.recent()).toEqual(
    [...(left.database.shelves['recent']?.records ?? [])].reverse(),
  );
  await store.forget('附表.xlsx');
  expect((await store.recent()).map(({ name }) => name)).toEqual(['上年附表.xlsx']);
});

test('drafts of the first release are offered, opened with their scores, and kept as drafts of this window', async () => {
  const store = createBrowserStore();
  const fake = fakeSurroundings();
  const desk = createDesk({ ...fake.parts, store }, () => new Date(2026, 10, 29));
  desk.attachGrid({ clientWidth: 800 } as HTMLElement);
  const lost = await desk.lostDrafts();
  expect(lost.map(({ name, bytes }) => [name, Buffer.from(bytes)])).toEqual([
    ['附表.xlsx', Buffer.from(scoredThen('national.xlsx'))],
    ['评分表.xlsx', Buffer.from(scoredThen('rubric.xlsx'))],
  ]);

  await desk.open(
    lost.map(({ id, name, bytes }) => ({
      name,
      bytes: () => Promise.resolve(bytes),
      handle: null,
      draft: id,
    })),
  );
  await desk.keepDrafts();
  await turns();
  const { books } = desk.state();
  expect(books).toMatchObject(
    lost.map(({ name }) => ({ name, unsaved: true, stage: { kind: 'open' } })),
  );
  const kept = await store.drafts();
  expect(kept.map(({ id, window }) => `${window} ${id}`).sort()).toEqual(
    books.map(({ id }) => `this ${id}`).sort(),
  );
  for (const { stage } of books) {
    if (stage.kind !== 'open') throw new Error('it is not open');
    expect(isScored(await stage.host.read())).toBe(true);
  }
});

test('a database of a later release is not touched, and nothing fails because of it', async () => {
  browserWith({ ...withBytes(left.database), version: 2 });
  const store = createBrowserStore();
  expect(await store.drafts()).toEqual([]);
  const draft = { id: 'new', window: 'this', name: '附表.xlsx', at: 1, bytes: new Uint8Array(1) };
  expect(await store.keepDraft(draft)).toBe(false);
});
