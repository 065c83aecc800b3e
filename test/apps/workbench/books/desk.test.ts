import { zipSync } from 'fflate';
import { createSession, type Session } from '../../../../src/pane/session';
import { isScored } from '../../../../src/pane/session-state';
import { createDesk, type Desk } from '../../../../src/apps/workbench/books/desk';
import type { Source } from '../../../../src/apps/workbench/files/source';
import { activeBook, type Book } from '../../../../src/apps/workbench/books/desk-state';
import { FORM } from '../../../pane/pane-forms';
import { buildWorkbook } from '../../../support/workbook-builder';
import { fakeSurroundings, turns, type FakeSurroundings } from './desk-fakes';

const NOWHERE = { clientWidth: 800 } as HTMLElement;

const source = (name: string, bytes = buildWorkbook({ sheets: [FORM] })): Source => ({
  name,
  bytes: () => Promise.resolve(bytes),
  handle: null,
});

interface Opened {
  readonly desk: Desk;
  readonly fake: FakeSurroundings;
  readonly active: () => Book;
}

function deskOf(): Opened {
  const fake = fakeSurroundings();
  const desk = createDesk(fake.parts, () => new Date(2026, 10, 21, 9, 5));
  const active = (): Book => {
    const book = activeBook(desk.state());
    if (!book) throw new Error('nothing is open');
    return book;
  };
  return { desk, fake, active };
}

async function withGrid(): Promise<Opened> {
  const opened = deskOf();
  opened.desk.attachGrid(NOWHERE);
  await turns();
  return opened;
}

function startSession(desk: Desk, fake: FakeSurroundings, book: Book): Session {
  if (book.stage.kind !== 'open') throw new Error('it is not open');
  const session = createSession({ host: book.stage.host, clock: fake.parts.clock });
  desk.sessionStarted(book.id, session);
  return session;
}

test('a file opens under a tab and into the grid, also where the grid comes later', async () => {
  const { desk, fake, active } = deskOf();
  await desk.open([source('附表.xlsx')]);
  expect(active()).toMatchObject({ name: '附表.xlsx', unsaved: false, stage: { kind: 'open' } });
  desk.attachGrid(NOWHERE);
  await turns();
  expect(fake.log).toEqual([
    'grid zh-CN',
    'grid dark false',
    'grid open',
    'grid activate',
    'grid activate',
  ]);
});

test('a file that cannot be read stays under its tab and says why', async () => {
  const { desk, fake, active } = await withGrid();
  const damaged = buildWorkbook({ sheets: [FORM] }).slice(0, 400);
  await desk.open([source('坏.xlsx', damaged), source('附表.xlsx')]);
  expect(active().stage).toMatchObject({ kind: 'failed', failure: { code: 'file-damaged' } });
  expect(desk.state().books.map(({ stage }) => stage.kind)).toEqual(['failed', 'open']);
  desk.close(active().id);
  expect(active().name).toBe('附表.xlsx');
  expect(fake.log).not.toContain('grid close');
});

test('a file that went away says so', async () => {
  const { desk, active } = deskOf();
  const gone = { ...source('附表.xlsx'), bytes: () => Promise.reject(new Error('NotFoundError')) };
  await desk.open([gone]);
  expect(active().stage).toMatchObject({ kind: 'failed', failure: { code: 'file-gone' } });
});

test('an opening called off leaves nothing behind', async () => {
  const { desk, fake } = await withGrid();
  const opening = desk.open([source('大.xlsx')]);
  desk.cancelOpening(desk.state().books[0]?.id ?? '');
  await opening;
  expect(desk.state()).toMatchObject({ books: [], active: null });
  expect(fake.log).not.toContain('grid open');
});

test('an edit marks the file, and saving takes the mark away', async () => {
  const { desk, fake, active } = await withGrid();
  await desk.open([source('附表.xls')]);
  fake.grid.events?.onEdits(active().id, []);
  expect(active().unsaved).toBe(true);
  expect(await desk.save(active().id)).toBe(true);
  expect(active()).toMatchObject({ unsaved: false, saving: false });
  expect([...fake.downloads.keys()]).toEqual(['附表.xlsx']);
  expect(fake.log).toContain('grid commit');
});

test('an edit made while a file is being written leaves the mark', async () => {
  const { desk, fake, active } = await withGrid();
  await desk.open([source('附表.xlsx')]);
  const { id } = active();
  fake.grid.events?.onEdits(id, []);
  fake.answers.save = {
    name: '附表.xlsx',
    write: () => {
      fake.grid.events?.onEdits(id, []);
      return Promise.resolve();
    },
  };
  await desk.save(id);
  expect(active().unsaved).toBe(true);
});

test('a place once chosen is written to again without asking, until another is asked for', async () => {
  const { desk, fake, active } = await withGrid();
  await desk.open([source('附表.xlsx')]);
  const written: string[] = [];
  const place = (name: string) => ({
    name,
    write: () => {
      written.push(name);
      return Promise.resolve();
    },
  });
  fake.answers.save = place('一.xlsx');
  await desk.save(active().id);
  fake.answers.save = place('二.xlsx');
  await desk.save(active().id);
  await desk.save(active().id, true);
  fake.answers.save = null;
  expect(await desk.save(active().id, true)).toBe(false);
  expect(written).toEqual(['一.xlsx', '一.xlsx', '二.xlsx']);
});

test('a place that refuses is told in words and the mark stays', async () => {
  const { desk, fake, active } = await withGrid();
  await desk.open([source('附表.xlsx')]);
  fake.grid.events?.onEdits(active().id, []);
  fake.answers.save = { name: '附表.xlsx', write: () => Promise.reject(new Error('no space')) };
  expect(await desk.save(active().id)).toBe(false);
  expect(active()).toMatchObject({ unsaved: true, saving: false });
  expect(desk.state().notice).toMatchObject({
    tone: 'error',
    message: { key: 'error.save-failed.message', data: { name: '附表.xlsx' } },
  });
});

test('a place that refused is not written to again without asking', async () => {
  const { desk, fake, active } = await withGrid();
  await desk.open([source('附表.xlsx')]);
  const written: string[] = [];
  const answers: (() => Promise<void>)[] = [
    () => Promise.resolve(),
    () => Promise.reject(new DOMException('it is gone', 'NotFoundError')),
  ];
  fake.answers.save = {
    name: '一.xlsx',
    write: () => {
      written.push('一.xlsx');
      return answers.shift()?.() ?? Promise.resolve();
    },
  };
  expect(await desk.save(active().id)).toBe(true);
  expect(await desk.save(active().id)).toBe(false);
  fake.answers.save = {
    name: '二.xlsx',
    write: () => {
      written.push('二.xlsx');
      return Promise.resolve();
    },
  };
  expect(await desk.save(active().id)).toBe(true);
  expect(written).toEqual(['一.xlsx', '一.xlsx', '二.xlsx']);
});

test('a saving asked for twice opens one picker', async () => {
  const { parts } = fakeSurroundings();
  let asked = 0;
  const pickSavePlace = async (): Promise<'download'> => {
    asked += 1;
    await turns(2);
    return 'download';
  };
  const desk = createDesk({ ...parts, files: { ...parts.files, pickSavePlace } });
  await desk.open([source('附表.xlsx')]);
  const id = desk.state().active ?? '';
  expect(await Promise.all([desk.save(id), desk.save(id)])).toEqual([true, true]);
  expect(asked).toBe(1);
});

describe('saving before closing', () => {
  /** A file with an edit, and a place that writes when it is told to. */
  async function edited() {
    const opened = await withGrid();
    const { desk, fake, active } = opened;
    await desk.open([source('附表.xlsx')]);
    const { id } = active();
    const edit = (): void => fake.grid.events?.onEdits(id, []);
    edit();
    const writing: { end: () => void; fail: () => void }[] = [];
    const end = (): void => writing.at(-1)?.end();
    const fail = (): void => writing.at(-1)?.fail();
    fake.answers.save = {
      name: '附表.xlsx',
      write: () =>
        new Promise((resolve, reject) => {
          writing.push({ end: resolve, fail: () => reject(new Error('no space')) });
        }),
    };
    return { ...opened, id, edit, writing, end, fail };
  }

  test('closes what is saved', async () => {
    const { desk, id, end } = await edited();
    const closing = desk.saveAndClose(id);
    await turns();
    end();
    expect(await closing).toBe(true);
    expect(desk.state().books).toEqual([]);
  });

  test('keeps what changed while it was written', async () => {
    const { desk, active, id, edit, end } = await edited();
    const closing = desk.saveAndClose(id);
    await turns();
    edit();
    end();
    expect(await closing).toBe(false);
    expect(active()).toMatchObject({ id, unsaved: true });
  });

  test('waits for a saving that has begun, and saves again what came after', async () => {
    const { desk, id, edit, writing, end } = await edited();
    const saving = desk.save(id);
    await turns();
    edit();
    const closing = desk.saveAndClose(id);
    await turns();
    end();
    expect(await saving).toBe(true);
    await turns();
    expect(writing).toHaveLength(2);
    end();
    expect(await closing).toBe(true);
    expect(desk.state().books).toEqual([]);
  });

  test('keeps what could not be saved', async () => {
    const { desk, active, id, fail } = await edited();
    const closing = desk.saveAndClose(id);
    await turns();
    fail();
    expect(await closing).toBe(false);
    expect(active()).toMatchObject({ id, unsaved: true });
    expect(desk.state().notice?.tone).toBe('error');
  });
});

test('an example is scored by its session and is not work that could be lost', async () => {
  const { desk, fake, active } = await withGrid();
  await desk.open([{ ...source('例子.xlsx'), example: true }]);
  const session = startSession(desk, fake, active());
  void session.start();
  for (let step = 0; step < 12; step += 1) await fake.pass(0);
  const { workbook, stage, notice } = session.state();
  expect(stage.kind).toBe('ready');
  expect(workbook && isScored(workbook.snapshot)).toBe(true);
  expect(notice).toBeNull();
  expect(active().unsaved).toBe(false);
  expect(fake.drafts.size).toBe(0);
  expect(fake.log).toContain('grid update');
});

test('what a person puts into an example while it is scored is work that could be lost', async () => {
  const { desk, fake, active } = await withGrid();
  await desk.open([{ ...source('例子.xlsx'), example: true }]);
  const session = startSession(desk, fake, active());
  void session.start();
  await fake.pass(0);
  const edit = { sheetId: '附表', cell: { row: 30, column: 0 }, value: '我写的', formula: null };
  fake.grid.events?.onEdits(active().id, [edit]);
  for (let step = 0; step < 12; step += 1) await fake.pass(0);
  expect(active().unsaved).toBe(true);
});

test('a draft of what is not saved is kept after a while, and dropped when it is saved or closed', async () => {
  const { desk, fake, active } = await withGrid();
  await desk.open([source('附表.xlsx')]);
  const { id } = active();
  fake.grid.events?.onEdits(id, []);
  await fake.pass(300);
  expect(fake.drafts.size).toBe(0);
  fake.grid.events?.onEdits(id, []);
  await fake.pass(200);
  expect([...fake.drafts.values()]).toMatchObject([{ id, name: '附表.xlsx', window: 'this' }]);
  await desk.save(id);
  expect(fake.drafts.size).toBe(0);
  fake.grid.events?.onEdits(id, []);
  await fake.pass(2_000);
  expect(fake.drafts.size).toBe(1);
  desk.close(id);
  expect(fake.drafts.size).toBe(0);
});

test('a page about to go keeps its drafts at once', async () => {
  const { desk, fake, active } = await withGrid();
  await desk.open([source('附表.xlsx')]);
  await desk.keepDrafts();
  expect(fake.drafts.size).toBe(0);
  fake.grid.events?.onEdits(active().id, []);
  await desk.keepDrafts();
  expect(fake.drafts.size).toBe(1);
});

test('drafts of windows that live are not offered', async () => {
  const { desk, fake } = deskOf();
  for (const window of ['gone', 'other', 'this']) {
    const bytes = new Uint8Array([1]);
    await fake.parts.store.keepDraft({ id: window, window, name: '附表.xlsx', at: 1, bytes });
  }
  fake.answers.alive = new Set(['other']);
  expect((await desk.lostDrafts()).map(({ window }) => window)).toEqual(['gone']);
});

describe('a picker that fails', () => {
  const refused = () => Promise.reject(new DOMException('entry gone', 'NotFoundError'));
  const failing = (): Desk => {
    const { parts } = fakeSurroundings();
    const files = {
      ...parts.files,
      pickFiles: refused,
      pickFolder: refused,
      pickSavePlace: refused,
      pickFolderPlace: refused,
    };
    return createDesk({ ...parts, files });
  };
  const saved = { name: expect.any(String) as string };

  test.each([
    ['files', (desk: Desk) => desk.pickFiles(), 'choice-unreadable', {}],
    ['a folder', (desk: Desk) => desk.pickBatch(), 'choice-unreadable', {}],
    ['a drop', (desk: Desk) => desk.openDropped(refused()), 'choice-unreadable', {}],
    ['a place for a batch', (desk: Desk) => desk.saveBatch(), 'save-failed', saved],
    ['a place for a summary', (desk: Desk) => desk.saveBatchSummary(), 'save-failed', saved],
  ] as const)('says so: %s', async (_, act, code, data) => {
    const desk = failing();
    await act(desk);
    expect(desk.state().notice).toMatchObject({
      tone: 'error',
      message: { key: `error.${code}.message`, data },
    });
  });

  test('a drop of files and a folder opens the ones and scores the other', async () => {
    const { desk, fake } = deskOf();
    fake.answers.batch = () => Promise.resolve([]);
    const file = {
      name: '附表.xlsx',
      file: () => Promise.resolve(new File([], '附表.xlsx')),
      handle: null,
    };
    await desk.openDropped(Promise.resolve({ files: [file], folder: [file] }));
    expect(desk.state()).toMatchObject({ view: 'batch', books: [{ name: '附表.xlsx' }] });
  });
});

describe('a draft taken up again', () => {
  async function recovered(bytes = buildWorkbook({ sheets: [FORM] }), full = false) {
    const opened = await withGrid();
    const { desk, fake } = opened;
    const lost = { id: 'lost', window: 'gone', name: '附表.xlsx', at: 1, bytes: bytes.slice() };
    await fake.parts.store.keepDraft(lost);
    fake.answers.full = full;
    await desk.open([{ ...source('附表.xlsx', bytes), draft: 'lost' }]);
    return opened;
  }

  test('is unsaved from the start, and a draft of this window instead', async () => {
    const { fake, active } = await recovered();
    expect(active().unsaved).toBe(true);
    expect([...fake.drafts.values()].map(({ id, window }) => [id, window])).toEqual([
      [active().id, 'this'],
    ]);
  });

  test('stays where it is if it could not be opened', async () => {
    const { desk, fake, active } = await recovered(buildWorkbook({ sheets: [FORM] }).slice(0, 400));
    expect(active().stage.kind).toBe('failed');
    desk.close(active().id);
    expect([...fake.drafts.keys()]).toEqual(['lost']);
  });

  test('stays until it is saved if no other could be kept', async () => {
    const { desk, fake, active } = await recovered(undefined, true);
    expect(active().unsaved).toBe(true);
    expect([...fake.drafts.keys()]).toEqual(['lost']);
    await desk.save(active().id);
    expect(fake.drafts.size).toBe(0);
  });

  test('is gone when a person closes it', async () => {
    const { desk, fake, active } = await recovered(undefined, true);
    desk.close(active().id);
    expect(fake.drafts.size).toBe(0);
  });
});

test('a place in the workbook is shown in the grid, of the book it belongs to', async () => {
  const { desk, fake, active } = await withGrid();
  await desk.open([source('一.xlsx'), source('二.xlsx')]);
  const [one, two] = desk.state().books;
  if (one?.stage.kind !== 'open' || !two) throw new Error('both are open');
  desk.activate(two.id);
  await one.stage.host.select?.('附表', { row: 6, column: 6 });
  expect(active().id).toBe(one.id);
  expect(fake.log.at(-1)).toBe('grid select 附表 6 6');
  expect(desk.state().selections).toBe(1);
});

test('a place is shown when the grid is in sight again', async () => {
  const { desk, fake, active } = deskOf();
  const place = { clientWidth: 0 };
  desk.attachGrid(place as HTMLElement);
  await turns();
  await desk.open([source('附表.xlsx')]);
  const { stage } = active();
  if (stage.kind !== 'open') throw new Error('it is open');
  await stage.host.select?.('附表', { row: 6, column: 6 });
  desk.gridShown();
  expect(fake.log).not.toContain('grid select 附表 6 6');
  place.clientWidth = 350;
  desk.gridShown();
  desk.gridShown();
  expect(fake.log.filter((line) => line === 'grid select 附表 6 6')).toHaveLength(1);
});

test('a refused edit is told in one sentence', async () => {
  const { desk, fake } = await withGrid();
  fake.grid.events?.onRefused({ reason: 'protected-sheet', sheet: '附表' });
  expect(desk.state().notice).toMatchObject({
    tone: 'info',
    message: { key: 'workbench.refused.protected-sheet', data: { sheet: '附表' } },
  });
});

test.each([
  ['the file whose list is on paper', 0, 'books'],
  ['another one', 1, 'print'],
] as const)('closing %s leaves no blank page', async (_, closed, view) => {
  const { desk } = await withGrid();
  await desk.open([source('一.xlsx'), source('二.xlsx')]);
  desk.show('print');
  desk.close(desk.state().books[closed]?.id ?? '');
  expect(desk.state().view).toBe(view);
});

test('closing a file gives the next one', async () => {
  const { desk, fake, active } = await withGrid();
  await desk.open([source('一.xlsx'), source('二.xlsx'), source('三.xlsx')]);
  const [, two, three] = desk.state().books;
  desk.activate(two?.id ?? '');
  desk.close(two?.id ?? '');
  expect(active().id).toBe(three?.id);
  desk.close(three?.id ?? '');
  expect(active().name).toBe('一.xlsx');
  desk.close(active().id);
  expect(desk.state().active).toBeNull();
  await turns();
  expect(fake.books.size).toBe(0);
  expect(fake.log.filter((line) => line === 'grid close')).toHaveLength(3);
});

describe('what is being typed', () => {
  async function typing() {
    const opened = await withGrid();
    const { desk, fake } = opened;
    await desk.open([source('一.xlsx'), source('二.xlsx')]);
    const [one, two] = desk.state().books.map(({ id }) => id);
    if (one === undefined || two === undefined) throw new Error('both are open');
    fake.grid.typing = one;
    fake.log.length = 0;
    const unsaved = () => desk.state().books.map((book) => book.unsaved);
    return { ...opened, one, two, unsaved };
  }

  test('is kept before another file is shown', async () => {
    const { desk, fake, one, two, unsaved } = await typing();
    desk.activate(two);
    expect(desk.state().active).toBe(one);
    await turns();
    expect(desk.state().active).toBe(two);
    expect(fake.log).toEqual(['grid end', 'grid activate']);
    expect(unsaved()).toEqual([true, false]);
  });

  test('is kept before another file is opened', async () => {
    const { desk, fake, unsaved } = await typing();
    await desk.open([source('三.xlsx')]);
    expect(fake.log).toEqual(['grid end', 'grid open', 'grid activate']);
    expect(unsaved()).toEqual([true, false, false]);
  });

  test.each(['print', 'batch'] as const)('is kept before the view for %s', async (view) => {
    const { desk, unsaved } = await typing();
    desk.show(view);
    await turns();
    expect(desk.state().view).toBe(view);
    expect(unsaved()).toEqual([true, false]);
  });

  test('is kept before a folder is scored', async () => {
    const { desk, unsaved } = await typing();
    await desk.runBatch([]);
    expect(desk.state().view).toBe('batch');
    expect(unsaved()).toEqual([true, false]);
  });

  test('counts as unsaved before a file is closed', async () => {
    const { desk, one, two, unsaved } = await typing();
    expect(desk.isUnsaved()).toBe(true);
    expect(await desk.requestClose(one)).toBe(false);
    expect(unsaved()).toEqual([true, false]);
    expect(await desk.requestClose(two)).toBe(true);
    expect(desk.state().books.map(({ id }) => id)).toEqual([one]);
  });

  test('and nothing else is unsaved', async () => {
    const { desk, fake } = await typing();
    fake.grid.typing = null;
    expect(desk.isUnsaved()).toBe(false);
  });
});

describe('a batch', () => {
  const row = {
    name: '甲/附表.xlsx',
    project: '项目',
    table: 0,
    score: 90,
    weight: 100,
    executionRate: 0.9,
    grade: '优',
    errors: 0,
    warnings: 0,
    infos: 0,
    failure: null,
  };
  const chosen = [
    {
      name: '甲/附表.xlsx',
      file: () =>
        Promise.resolve(new File([new Uint8Array(buildWorkbook({ sheets: [FORM] }))], '附表.xlsx')),
      handle: null,
    },
  ];

  test('ends in rows, whose files can be opened and saved', async () => {
    const { desk, fake, active } = await withGrid();
    fake.answers.batch = () => Promise.resolve([row]);
    fake.answers.folder = chosen;
    await desk.pickBatch();
    expect(desk.state()).toMatchObject({ view: 'batch', batch: { kind: 'done', rows: [row] } });
    await desk.saveBatch();
    await desk.saveBatchSummary();
    expect([...fake.downloads.keys()]).toEqual([
      '自评结果-2026-11-21.zip',
      '自评情况汇总表-2026-11-21.xlsx',
    ]);
    expect(desk.state().batch).toMatchObject({ kind: 'done', writing: false });
    await desk.openBatchFile('甲/附表.xlsx');
    expect(desk.state().view).toBe('books');
    expect(active()).toMatchObject({ name: '附表.xlsx', stage: { kind: 'open' } });
  });

  test('goes on without a file that cannot be read', async () => {
    const { desk, fake } = deskOf();
    const gone = {
      name: '走了.xlsx',
      file: () => Promise.reject(new DOMException('it is gone', 'NotFoundError')),
      handle: null,
    };
    const files: string[] = [];
    fake.answers.batch = (asked) => {
      for (const { name, file } of asked) files.push(`${name}: ${file === null ? '' : 'there'}`);
      return Promise.resolve([row]);
    };
    await desk.runBatch([gone, ...chosen]);
    expect(desk.state().batch.kind).toBe('done');
    expect(files).toEqual(['走了.xlsx: ', '甲/附表.xlsx: there']);
  });

  test('says where its summary is, in a file or in the downloads', async () => {
    const { desk, fake } = deskOf();
    fake.answers.save = { name: '我选的.xlsx', write: () => Promise.resolve() };
    await desk.runBatch(chosen);
    await desk.saveBatchSummary();
    expect(desk.state().notice?.message).toEqual({
      key: 'workbench.saved.file',
      data: { name: '我选的.xlsx' },
    });
    fake.answers.save = 'download';
    await desk.saveBatchSummary();
    expect(desk.state().notice?.message).toEqual({
      key: 'workbench.saved.download',
      data: { name: '自评情况汇总表-2026-11-21.xlsx' },
    });
  });

  test('saved into a folder is below a new one of it, and beside nothing of a person', async () => {
    const { desk, fake } = deskOf();
    const written: string[] = [];
    fake.answers.batch = () => Promise.resolve([row]);
    fake.answers.folderPlace = {
      newFolder: (name) =>
        Promise.resolve({
          name,
          write: (path) => {
            written.push(`${name}/${path}`);
            return Promise.resolve();
          },
        }),
    };
    fake.answers.zip = zipSync({ '甲/附表.xlsx': new Uint8Array([9]) });
    await desk.runBatch(chosen);
    await desk.saveBatch();
    expect(written).toEqual(['自评结果-20261121-0905/甲/附表.xlsx']);
    expect(desk.state().notice).toMatchObject({
      message: {
        key: 'workbench.batch.savedFolder',
        data: { count: 1, name: '自评结果-20261121-0905' },
      },
    });
  });

  test('called off is gone, and its late answer is not shown', async () => {
    const { desk, fake } = deskOf();
    let finish: (rows: readonly (typeof row)[]) => void = () => undefined;
    fake.answers.batch = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    const running = desk.runBatch(chosen);
    await turns();
    expect(desk.state().batch).toMatchObject({ kind: 'running', done: 0, total: 1 });
    desk.cancelBatch();
    finish([row]);
    await running;
    expect(desk.state().batch).toEqual({ kind: 'none' });
  });

  test('a folder picker called off changes nothing', async () => {
    const { desk } = deskOf();
    await desk.pickBatch();
    expect(desk.state()).toMatchObject({ view: 'books', batch: { kind: 'none' } });
  });
});
