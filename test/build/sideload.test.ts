import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MANIFEST_PATH } from '../../build/manifest-text';
import { idOf, removeSideload, sideload, type Machine } from '../../build/sideload';

const ID = '7c0b6f2e-52a4-4c0e-9b0d-5f3f7a1f6d21';
const KEY = 'HKCU\\Software\\Microsoft\\Office\\16.0\\Wef\\Developer';

/** A registry that only writes down what it is asked, and holds values by name. */
function windows(accepts = true) {
  const asked: (readonly string[])[] = [];
  const values = new Map<string, string>();
  const registry = (args: readonly string[]): boolean => {
    asked.push(args);
    const [verb, , , name = '', , , , data = ''] = args;
    if (verb === 'delete') return values.delete(name);
    if (accepts) values.set(name, data);
    return accepts;
  };
  const machine: Machine = { platform: 'win32', home: 'C:\\Users\\王', registry };
  return { machine, asked, values };
}

test('the id is the manifest’s', () => {
  expect(idOf(readFileSync(MANIFEST_PATH, 'utf8'))).toBe(ID);
});

describe('on Windows', () => {
  test('one value of the developer key names the manifest, and goes again', () => {
    const { machine, asked, values } = windows();
    values.set('another add-in', 'D:\\other.xml');
    expect(sideload(machine, 'manifest 表.xml', ID)).toBe('added');
    expect(asked).toEqual([
      ['add', KEY, '/v', ID, '/t', 'REG_SZ', '/d', resolve('manifest 表.xml'), '/f'],
    ]);
    expect(sideload(machine, 'manifest 表.xml', ID)).toBe('added');
    expect(removeSideload(machine, ID)).toBe('removed');
    expect(removeSideload(machine, ID)).toBe('nothing');
    expect([...values.keys()]).toEqual(['another add-in']);
  });

  test('a registry that refuses is said', () => {
    expect(sideload(windows(false).machine, 'manifest.xml', ID)).toBe('refused');
  });
});

describe('on a Mac', () => {
  let home = '';
  const machine = (): Machine => ({ platform: 'darwin', home, registry: () => false });
  const documents = () => join(home, 'Library/Containers/com.microsoft.Excel/Data/Documents');

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'sideload-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  test('the manifest is copied into wef, and only that copy goes again', () => {
    mkdirSync(documents(), { recursive: true });
    expect(sideload(machine(), MANIFEST_PATH, ID)).toBe('added');
    const copy = join(documents(), 'wef', `${ID}.manifest.xml`);
    expect(readFileSync(copy, 'utf8')).toBe(readFileSync(MANIFEST_PATH, 'utf8'));
    const other = join(documents(), 'wef', 'other.xml');
    writeFileSync(other, '');
    expect(removeSideload(machine(), ID)).toBe('removed');
    expect(removeSideload(machine(), ID)).toBe('nothing');
    expect([existsSync(copy), existsSync(other)]).toEqual([false, true]);
  });

  test('where Excel has never been opened nothing is made', () => {
    expect(sideload(machine(), MANIFEST_PATH, ID)).toBe('refused');
    expect(existsSync(join(home, 'Library'))).toBe(false);
  });
});

test('elsewhere it says that it cannot', () => {
  const machine: Machine = { platform: 'linux', home: '/root', registry: () => true };
  expect(sideload(machine, MANIFEST_PATH, ID)).toBe('unsupported');
  expect(removeSideload(machine, ID)).toBe('unsupported');
});
