import fc from 'fast-check';
import { cryptography } from '../../../src/apps/cli/cryptography';
import { openWorkbook } from '../../../src/xlsx/open';
import { encryptedAgile, encryptedStandard, type Lock } from '../../support/encrypted-workbook';
import { failureCodeOf } from '../../support/failure-code';
import { buildSheet } from '../../support/workbook-builder';

const crypto = () => Promise.resolve(cryptography);

const OFFICE = 'VelvetSweatshop';
const FORM = buildSheet(Array.from({ length: 400 }, (_, row) => [`第${row}行`, row * 1.37]));
const lock: Lock = { password: OFFICE, spins: 1000, hash: 'SHA512', keyBits: 256 };

const readFrom = async (bytes: Uint8Array) => {
  const { snapshot, format, converted } = await openWorkbook(bytes, { crypto });
  return { value: snapshot.sheets[0]?.values[399]?.[0], format, converted };
};

test.each<readonly [string, () => Uint8Array]>([
  ['agile, SHA-512, 256 bits', () => encryptedAgile(FORM, { ...lock, spins: 100_000 })],
  ['agile, SHA-1, 128 bits', () => encryptedAgile(FORM, { ...lock, hash: 'SHA1', keyBits: 128 })],
  [
    'agile, SHA-256, 192 bits',
    () => encryptedAgile(FORM, { ...lock, hash: 'SHA256', keyBits: 192 }),
  ],
  ['agile, SHA-384, 256 bits', () => encryptedAgile(FORM, { ...lock, hash: 'SHA384' })],
  ['standard, 128 bits', () => encryptedStandard(FORM, OFFICE, 128)],
  ['standard, 256 bits', () => encryptedStandard(FORM, OFFICE, 256)],
])('a workbook with Office’s own password is opened: %s', async (_name, make) => {
  expect(await readFrom(make())).toEqual({ value: '第399行', format: 'xlsx', converted: false });
});

test.each<readonly [string, () => Uint8Array]>([
  ['agile', () => encryptedAgile(FORM, { ...lock, password: '八位密码' })],
  ['standard', () => encryptedStandard(FORM, 'velvetsweatshop', 128)],
  ['spun for hours', () => encryptedAgile(FORM, { ...lock, spins: 1, claimed: '4294967295' })],
  ['spun no number of times', () => encryptedAgile(FORM, { ...lock, spins: 1, claimed: 'x' })],
])('one with a person’s password, or any other, has a password: %s', async (_name, make) => {
  expect(await failureCodeOf(openWorkbook(make(), { crypto }))).toBe('encrypted');
});

test('without the platform’s help it has a password', async () => {
  expect(await failureCodeOf(openWorkbook(encryptedAgile(FORM, lock)))).toBe('encrypted');
});

test('whatever stands in it, it is opened or refused by a code, and soon', async () => {
  const whole = encryptedAgile(FORM, { ...lock, spins: 10 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        const code = await failureCodeOf(openWorkbook(bytes, { crypto }));
        expect(code).toMatch(/^(?:ok|encrypted|legacy-damaged|file-|zip-|too-large|no-)/);
      },
    ),
    { numRuns: 40 },
  );
});
