import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFailure } from '../../../src/model/failure';
import { checkFolder, outputStems, writeWhole } from '../../../src/apps/cli/outputs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-outputs-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  [
    ['/a/x.xlsx', '/a/y.xls'],
    ['x', 'y'],
  ],
  [
    ['/a/x.xlsx', '/b/x.xlsx'],
    ['a/x', 'b/x'],
  ],
  [
    ['/p/a/c/x.xlsx', '/p/b/c/x.xlsx', '/p/z.xlsx'],
    ['a/c/x', 'b/c/x', 'z'],
  ],
  [
    ['/a/x.xls', '/a/x.xlsx'],
    ['x.xls', 'x'],
  ],
  [
    ['/a/x.xls', '/a/x.et'],
    ['x.xls', 'x.et'],
  ],
  [
    ['/a/x.xlsx', '/a/X.xlsm', '/b/x.xlsx'],
    ['a/x', 'a/X.xlsm', 'b/x'],
  ],
  [
    ['/x.xlsx', '/a/x.xlsx'],
    ['x', 'a/x'],
  ],
])('names of results for %j', (paths, stems) => {
  expect(outputStems(paths, '/')).toEqual(stems);
});

test('names do not depend on the order of the inputs', () => {
  const paths = ['/a/x.xlsx', '/b/x.xlsx', '/b/x.xls', '/c/y.xlsx'];
  const named = (list: readonly string[]) => {
    const stems = outputStems(list, '/');
    return Object.fromEntries(list.map((path, at) => [path, stems[at]]));
  };
  expect(named([...paths].reverse())).toEqual(named(paths));
});

test('a whole file is written into new folders, over an old one, and nothing is left beside it', () => {
  const path = join(folder, '新', '更新', 'a.xlsx');
  writeWhole(path, new Uint8Array([1]));
  writeWhole(path, new Uint8Array([1, 2]));
  expect([...readFileSync(path)]).toEqual([1, 2]);
  expect(readdirSync(join(folder, '新', '更新'))).toEqual(['a.xlsx']);
});

function refusal(write: () => void): string | null {
  try {
    write();
    return null;
  } catch (reason) {
    return isFailure(reason) ? reason.code : 'something else';
  }
}

test('what cannot be written leaves nothing behind', () => {
  mkdirSync(join(folder, 'taken.xlsx'));
  expect(refusal(() => writeWhole(join(folder, 'taken.xlsx'), new Uint8Array([1])))).toBe(
    'output-write',
  );
  expect(readdirSync(folder)).toEqual(['taken.xlsx']);
  writeFileSync(join(folder, 'file'), '');
  expect(refusal(() => writeWhole(join(folder, 'file', 'a.xlsx'), new Uint8Array([1])))).toBe(
    'output-folder',
  );
});

test('folders are made down to the file, and a folder that takes none is said at once', () => {
  const deep = join(folder, 'one', 'two', 'a.xlsx');
  writeWhole(deep, new Uint8Array([1]));
  writeWhole(join(folder, 'one', 'two', 'b.xlsx'), new Uint8Array([2]));
  expect(readdirSync(join(folder, 'one', 'two'))).toEqual(['a.xlsx', 'b.xlsx']);
  // Only Linux has such a folder; elsewhere it is one more that is not there and cannot be made.
  const closed = process.platform === 'linux' ? '/proc' : join(folder, 'one', 'two', 'a.xlsx');
  expect(refusal(() => writeWhole(join(closed, 'x', 'y', 'a.xlsx'), new Uint8Array([1])))).toBe(
    'output-folder',
  );
});

describe('a folder for results', () => {
  test.each(['.', 'new', 'new/deeper'])('may be %s, and is not made yet', async (name) => {
    await expect(checkFolder(join(folder, name), name)).resolves.toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(['file', 'file/below', 'file/far/below'])('is not %s', async (name) => {
    writeFileSync(join(folder, 'file'), '');
    await expect(checkFolder(join(folder, name), name)).rejects.toMatchObject({
      code: 'output-folder',
      data: { path: name },
    });
  });
});
