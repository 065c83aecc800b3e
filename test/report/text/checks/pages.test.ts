import { drawnSheet } from '../../../../build/check-page';
import { readReportPage, type ReportExample } from '../../../../build/report-check-page';
import {
  readReportCheckFolders,
  reportCheckFaults,
  type ReportCheckFolder,
} from '../../../../build/report-checks';
import { reportCheckSource, reportPageSource } from '../../../../build/new-check-files';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { evaluateTable } from '../../../../src/engine/evaluate';
import type { TableResult } from '../../../../src/model/score';
import { profileById } from '../../../../src/profiles/load-profile';
import { recogniseTables } from '../../../../src/recognise/recognise-tables';
import { readReport } from '../../../../src/report/text/read-report';
import { REPORT_CHECKS } from '../../../../src/report/text/report-finding';
import { REPORT_TEXT_CHECKS } from '../../../../src/report/text/checks/registry';
import { heldLines, VERIFIED_TEXTS } from '../../../../src/report/text/verified-lines';
import { verifyReport } from '../../../../src/report/text/verify-report';
import { snapshotOf } from '../../../support/snapshot-of';
import { render } from '../../../support/texts';

const FOLDER = path.join(__dirname, '../../../../src/report/text/checks');

function tableOf({ title, sheet }: ReportExample): TableResult | null {
  if (sheet === null) return null;
  const [table, more] = recogniseTables(snapshotOf({ name: '附表', ...sheet }));
  if (!table || more) throw new Error(`“${title}”的表要认出正好一张自评表`);
  return evaluateTable(table, profileById('cn-mof-2020'));
}

const findingsOf = (example: ReportExample) =>
  verifyReport(readReport(example.text, example.margins), tableOf(example)).findings;

/** What is found and what the page says of it, in the words of the page. */
const linesOf = (id: string, example: ReportExample): string[] =>
  findingsOf(example)
    .map((one) =>
      one.id === id
        ? `=> ${String(one.paragraph)} ${one.severity}`
        : `also ${one.id} ${String(one.paragraph)}`,
    )
    .sort();

const written = ({ expected, also }: ReportExample): string[] =>
  [
    ...expected.map(({ paragraph, severity }) => `=> ${String(paragraph)} ${severity}`),
    ...also.map(({ check, paragraph }) => `also ${check} ${String(paragraph)}`),
  ].sort();

describe.each(REPORT_TEXT_CHECKS)('page of $id', ({ id }) => {
  const { examples } = readReportPage(readFileSync(path.join(FOLDER, id, 'page.md'), 'utf8'));
  for (const example of examples) {
    test(`${example.good ? 'stays silent' : 'speaks'}: ${example.title}`, () => {
      expect(linesOf(id, example)).toEqual(written(example));
      for (const { message, fix } of findingsOf(example)) {
        for (const language of ['zh-CN', 'en'] as const) {
          expect(render(message, language) + render(fix, language)).not.toMatch(
            /\{\w*\}|report\.check|undefined|NaN/,
          );
        }
      }
    });
  }
});

/** Marks of Chinese that stand so between the same signs nowhere in what was read: code put them there. */
function ownMarks(text: string, read: string): readonly string[] {
  // A mark, one doubled or the number of a heading may be named.
  const named = /“(?:[^”]|([。，；])\1)”|[\d一二三四五六七八九十]+、(?=[”\s])/g;
  const around = text.replace(named, '').match(/.?[、；，。：「」《》].?/g) ?? [];
  return around.filter((piece) => !read.includes(piece.trim()));
}

describe('what is said in English puts no marks of Chinese between what it names', () => {
  const pages = REPORT_TEXT_CHECKS.map(({ id }) => ({
    id,
    examples: readReportPage(readFileSync(path.join(FOLDER, id, 'page.md'), 'utf8')).examples,
  }));
  test.each(pages)('$id', ({ examples }) => {
    for (const example of examples) {
      const table = tableOf(example);
      const { findings, comparisons } = verifyReport(
        readReport(example.text, example.margins),
        table,
      );
      const read = `${example.text}\n${JSON.stringify([example.sheet, example.margins])}`;
      const held = table ? heldLines([{ table, comparisons }], VERIFIED_TEXTS.en).flat() : [];
      const said = findings.flatMap(({ message, fix }) => [message, fix]);
      const texts = [...said.map((one) => render(one, 'en')), ...held];
      expect(texts.flatMap((text) => ownMarks(text, read))).toEqual([]);
    }
  });
});

const HALF: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
};

describe('marks typed in half width change nothing', () => {
  const pages = REPORT_TEXT_CHECKS.map(({ id }) => ({
    id,
    examples: readReportPage(readFileSync(path.join(FOLDER, id, 'page.md'), 'utf8')).examples,
  }));
  test.each(pages)('$id', ({ id, examples }) => {
    for (const example of examples) {
      const text = example.text.replace(/[，；：（）]/g, (mark) => HALF[mark] ?? mark);
      expect(linesOf(id, { ...example, text })).toEqual(written(example));
    }
  });
});

test('every check of reports has its texts, its page and its place in the order', async () => {
  const folders = await readReportCheckFolders();
  expect(reportCheckFaults(folders)).toEqual([]);
  expect(folders.map(({ name }) => name)).toEqual([...REPORT_CHECKS]);
});

describe('what is forgotten of a check of reports is said in one sentence', () => {
  const sound = async (): Promise<ReportCheckFolder> => {
    const [first] = await readReportCheckFolders();
    if (!first) throw new Error('no check');
    return first;
  };
  const faultsOf = async (change: Partial<ReportCheckFolder>): Promise<string[]> => {
    const [first, ...others] = await readReportCheckFolders();
    return first ? reportCheckFaults([{ ...first, ...change }, ...others]) : [];
  };
  const PLACE = 'src/report/text/checks/heading-numbering';

  test.each<[string, Partial<ReportCheckFolder>, string]>([
    ['check.ts', { check: null }, `${PLACE}/check.ts：没有导出 headingNumbering`],
    ['page.md', { page: null }, `${PLACE}/page.md：没有这个文件；运行 npm run new-check`],
    ['the title', { page: '# 别的\n' }, `${PLACE}/page.md：第一行要写`],
    ['what is begun', { source: '待写' }, `${PLACE}/check.ts：还有写着“待写”的地方`],
  ])('%s', async (_, change, told) => {
    expect((await faultsOf(change)).some((fault) => fault.startsWith(told))).toBe(true);
  });

  test('an example without what it must give', async () => {
    const { page } = await sound();
    const faults = await faultsOf({ page: (page ?? '').replace(/^=> .*\n/gm, '') });
    expect(faults.join()).toContain('是反例，要有“=> 段号 程度”');
  });

  test('what new-check writes is a page that says what is to be written', () => {
    const [first] = REPORT_TEXT_CHECKS;
    if (!first) throw new Error('no check');
    const { headings, examples } = readReportPage(reportPageSource(first));
    expect([headings.length, examples.length]).toEqual([6, 1]);
    expect(reportCheckSource('tone-boastful')).toContain('export const toneBoastful');
  });
});

test('a sheet of a page is read as its rows', () => {
  expect(drawnSheet(['甲|12', '|85%']).rows).toEqual([
    ['甲', 12],
    [null, 0.85],
  ]);
});
