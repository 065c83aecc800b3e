import { browserFiles, type FolderPlace } from '../../../../src/apps/workbench/files/file-access';

interface FakeFolder {
  readonly entries: Map<string, FakeFolder | string>;
}

const folderOf = (entries: readonly (readonly [string, FakeFolder | string])[]): FakeFolder => ({
  entries: new Map(entries),
});

const refusal = (name: string): DOMException => new DOMException(name, name);

function handleOf({ entries }: FakeFolder): object {
  const entry = (
    name: string,
    kind: 'file' | 'folder',
    create: boolean | undefined,
  ): FakeFolder | string => {
    const found = entries.get(name);
    if (found === undefined) {
      if (!create) throw refusal('NotFoundError');
      const made = kind === 'file' ? '' : folderOf([]);
      entries.set(name, made);
      return made;
    }
    if ((typeof found === 'string') !== (kind === 'file')) throw refusal('TypeMismatchError');
    return found;
  };
  return {
    getDirectoryHandle: (name: string, options?: { create: boolean }) =>
      Promise.resolve().then(() => {
        const found = entry(name, 'folder', options?.create);
        if (typeof found === 'string') throw refusal('TypeMismatchError');
        return handleOf(found);
      }),
    getFileHandle: (name: string, options?: { create: boolean }) =>
      Promise.resolve().then(() => {
        entry(name, 'file', options?.create);
        return {
          createWritable: () =>
            Promise.resolve({
              write: (bytes: Uint8Array) => {
                entries.set(name, new TextDecoder().decode(bytes));
                return Promise.resolve();
              },
              close: () => Promise.resolve(),
            }),
        };
      }),
  };
}

const text = (said: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(said));

const plain = ({ entries }: FakeFolder): object =>
  Object.fromEntries(
    [...entries].map(([name, entry]) => [name, typeof entry === 'string' ? entry : plain(entry)]),
  );

async function placeIn(folder: FakeFolder): Promise<FolderPlace> {
  Object.assign(globalThis, {
    window: { showDirectoryPicker: () => Promise.resolve(handleOf(folder)) },
  });
  const place = await browserFiles.pickFolderPlace();
  if (place === null || place === 'download') throw new Error('a folder was chosen');
  return place;
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'window');
});

test('while a picker is open no second one is asked for, and afterwards there is another', async () => {
  const answers: ((handles: readonly object[]) => void)[] = [];
  Object.assign(globalThis, {
    window: {
      showOpenFilePicker: () =>
        new Promise((resolve) => {
          answers.push(resolve);
        }),
    },
  });
  const handle = { kind: 'file', name: '附表.xlsx' };
  const first = browserFiles.pickFiles();
  expect(await browserFiles.pickFiles()).toBeNull();
  answers[0]?.([handle]);
  expect((await first)?.map(({ name }) => name)).toEqual(['附表.xlsx']);
  const later = browserFiles.pickFiles();
  answers[1]?.([]);
  expect(await later).toEqual([]);
});

test('a folder of results is new, so that nothing that stands there is written over', async () => {
  const folder = folderOf([
    ['附表.xlsx', '原件'],
    ['结果', folderOf([['附表.xlsx', '上次的']])],
    ['结果 (2)', '一个文件'],
  ]);
  const made = await (await placeIn(folder)).newFolder('结果');
  await made.write('附表.xlsx', text('这次的'));
  await made.write('乙镇/附表.xlsx', text('乙镇的'));
  expect(made.name).toBe('结果 (3)');
  expect(plain(folder)).toEqual({
    '附表.xlsx': '原件',
    结果: { '附表.xlsx': '上次的' },
    '结果 (2)': '一个文件',
    '结果 (3)': { '附表.xlsx': '这次的', 乙镇: { '附表.xlsx': '乙镇的' } },
  });
});
