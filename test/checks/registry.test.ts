import { checkFaults, readCheckFolders } from '../../build/check-folders';
import { staleFiles } from '../../build/generated-files';
import { checkTexts } from '../../src/checks/check-texts';
import { CHECKS, checkOf } from '../../src/checks/registry';
import { PROMISED } from './promised';

test('every check has its texts, its page and the next code of its group', async () => {
  expect(checkFaults(await readCheckFolders())).toEqual([]);
});

test('what is generated from the checks is up to date', async () => {
  expect(await staleFiles()).toEqual([]);
});

test('no check of the contract has gone, and each keeps its code and usual severity', () => {
  const now = new Map<string, string>(
    CHECKS.map(({ id, code, severity }) => [id, `${code} ${id} ${severity}`]),
  );
  const broken = PROMISED.filter((line) => now.get(line.split(' ')[1] ?? '') !== line);
  expect(broken).toEqual([]);
});

test('checks stand in the order of their codes', () => {
  const codes = CHECKS.map(({ code }) => code);
  expect(codes).toEqual([...codes].sort());
  for (const check of CHECKS) expect(checkOf(check.id)).toBe(check);
});

test('the texts of the checks are a part of the catalogue, the same keys in both languages', () => {
  const chinese = checkTexts('zh-CN');
  expect(Object.keys(checkTexts('en')).sort()).toEqual(Object.keys(chinese).sort());
  expect(chinese['check.weight-total.message']).toContain('各指标分值合计');
  expect(chinese['check.weight-total.message.funds']).toContain('加预算执行');
  expect(checkTexts('en')['check.weight-total.title']).toBe(checkOf('weight-total').texts.en.title);
});
