import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBE_CASES } from '../../../src/apps/excel/probe/cases';
import { runProbe } from '../../../src/apps/excel/probe/run-probe';
import { pictureOf } from '../../support/excel-fake/fake-book';
import { openFakeExcel, type FakeOptions } from '../../support/excel-fake/fake-excel';
import { formBook } from '../../support/excel-fake/form-book';

const PAGE = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'excel-probe.md'), 'utf8');

async function probed(options: FakeOptions = {}) {
  const fake = openFakeExcel({ book: formBook(6), ...options });
  const before = pictureOf(fake.book);
  const report = await runProbe({ openContext: fake.openContext, now: () => 0 });
  return { fake, before, report };
}

test('every question is answered, or it is said why not, and the workbook is as it was', async () => {
  const { fake, before, report } = await probed();
  expect(report.cases.map(({ id }) => id)).toEqual(PROBE_CASES.map(({ id }) => id));
  expect(report.removed).toBe(true);
  expect(pictureOf(fake.book)).toEqual(before);
});

test('what the stand-in knows is as the add-in takes it for granted', async () => {
  const { report } = await probed();
  const asked = report.cases.filter(({ error }) => error === null);
  expect(asked.filter(({ held }) => held === false)).toEqual([]);
  expect(asked.filter(({ held }) => held === true).length).toBeGreaterThan(4);
});

test.each([0, 3, 20])('broken off at request %d it still ends, with nothing left', async (from) => {
  const { fake, before, report } = await (async () => {
    const broken = openFakeExcel({ book: formBook(6) });
    const picture = pictureOf(broken.book);
    broken.fault = (trip) =>
      trip >= from && trip < from + 4 ? { kind: 'refuse', code: 'GeneralException' } : null;
    const done = await runProbe({ openContext: broken.openContext, now: () => 0 });
    return { fake: broken, before: picture, report: done };
  })();
  expect(report.cases).toHaveLength(PROBE_CASES.length);
  expect(report.cases.some(({ error }) => error !== null)).toBe(true);
  expect(pictureOf(fake.book)).toEqual(before);
});

test('nothing of the workbook is in the answer', async () => {
  const { report } = await probed();
  expect(JSON.stringify(report)).not.toMatch(/附表|改造老旧管网|项目支出/);
});

test('each question stands in the page of the documentation', () => {
  for (const { id } of PROBE_CASES) expect(PAGE).toContain(`\`${id}\``);
});
