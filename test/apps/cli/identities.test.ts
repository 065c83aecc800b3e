import * as fc from 'fast-check';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addIdentity,
  hasIdentity,
  identitiesOf,
  roomForIdentities,
  whatIsAt,
} from '../../../src/apps/cli/identities';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-identities-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('an input is known under every name it has', async () => {
  const input = join(folder, 'a.xlsx');
  writeFileSync(input, 'a');
  symlinkSync(input, join(folder, 'link.xlsx'));
  linkSync(input, join(folder, 'hard.xlsx'));
  mkdirSync(join(folder, 'sub'));
  symlinkSync(folder, join(folder, 'sub', 'up'));
  const inputs = await identitiesOf([input, join(folder, 'none.xlsx')]);
  for (const name of ['a.xlsx', 'link.xlsx', 'hard.xlsx', 'sub/up/a.xlsx', './sub/../a.xlsx']) {
    expect(whatIsAt(join(folder, name), inputs)).toBe('input');
  }
  expect(whatIsAt(join(folder, 'b.xlsx'), inputs)).toBe('nothing');
  expect(whatIsAt(folder, inputs)).toBe('folder');
  writeFileSync(join(folder, 'c.xlsx'), 'c');
  expect(whatIsAt(join(folder, 'c.xlsx'), inputs)).toBe('file');
});

/** Few devices and inodes, that many meet; the highest bits among them. */
const identity = fc.record({
  device: fc.oneof(fc.bigInt(0n, 2n), fc.constant(2n ** 64n - 1n)),
  inode: fc.oneof(fc.bigInt(1n, 40n), fc.bigInt(2n ** 64n - 8n, 2n ** 64n - 1n)),
});

test('holds what was put into it and nothing else, as a set of texts would', () => {
  fc.assert(
    fc.property(fc.array(identity), fc.array(identity), (put, asked) => {
      const files = roomForIdentities(put.length);
      const texts = new Set<string>();
      for (const one of put) {
        const text = `${one.device}:${one.inode}`;
        expect(addIdentity(files, one)).toBe(!texts.has(text));
        texts.add(text);
      }
      for (const one of [...put, ...asked]) {
        expect(hasIdentity(files, one)).toBe(texts.has(`${one.device}:${one.inode}`));
      }
    }),
  );
});

test('files of a system without inodes are never the same', () => {
  const files = roomForIdentities(2);
  expect(addIdentity(files, { device: 5n, inode: 0n })).toBe(true);
  expect(addIdentity(files, { device: 5n, inode: 0n })).toBe(true);
  expect(hasIdentity(files, { device: 5n, inode: 0n })).toBe(false);
});
