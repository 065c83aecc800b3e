import fc from 'fast-check';
import { EXAMPLE_FORMS } from '../../examples/example-forms';
import { writeForm } from '../../examples/form-writer';
import { OWN_FORMS } from '../../src/changes/own-forms';
import { ownNote } from '../../src/changes/own-notes';
import { ownSheet } from '../../src/changes/own-sheets';
import { withOwnTraces } from '../../src/changes/own-traces';
import { CHECKS } from '../../src/checks/registry';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { planPatch } from '../../src/engine/plan';
import { createFileHost } from '../../src/hosts/file/file-host';
import { RESULT_TEXTS } from '../../src/report/result-texts';
import type { Language } from '../../src/texts/catalogue';
import { CATALOGUES } from '../support/texts';
import type { CellValue } from '../../src/model/snapshot';
import { formSnapshot } from '../support/excel-fake/form-book';
import { snapshotOf } from '../support/snapshot-of';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

describe.each(LANGUAGES)('what is written today in %s', (language) => {
  const options = { ...DEFAULT_OPTIONS, overwriteScores: true };
  const texts = RESULT_TEXTS[language];

  test('every note is known to be ours, with its colour', async () => {
    const forms = Object.values(EXAMPLE_FORMS).map((form) => createFileHost(writeForm(form())));
    const books = await Promise.all(forms.map(async (host) => (await host).read()));
    const flags = [...books, formSnapshot(12)].flatMap((snapshot) =>
      [false, true].flatMap(
        (overwriteScores) =>
          planPatch(snapshot, evaluate(snapshot, options), { ...options, overwriteScores }, texts)
            .flags,
      ),
    );
    expect(flags.length).toBeGreaterThan(20);
    for (const { note, tone } of flags) {
      expect([note, ownNote(note ?? '')]).toEqual([note, { certainty: 'sure', tone }]);
    }
  });

  test('every sheet is known by how it is built', () => {
    const snapshot = formSnapshot(12);
    const { sheets } = planPatch(snapshot, evaluate(snapshot, options), options, texts);
    const found = sheets.map(({ name, rows }) => {
      const given = rows.map((row) => row.map((cell) => cell?.value ?? null));
      return ownSheet(snapshotOf([{ name, rows: given }]).sheets[0] ?? fail(name));
    });
    expect(found).toEqual([
      { role: 'findings', certainty: 'sure' },
      { role: 'summary', certainty: 'sure' },
      { role: 'outline', certainty: 'likely' },
    ]);
  });

  test('the messages of all checks end as a note of ours must', () => {
    const end = language === 'en' ? /[.?]$/ : /[。？]$/;
    const texts = Object.values(CHECKS).flatMap((check) => {
      const { message, fix } = check.texts[language];
      return [message, fix].flatMap((text) =>
        typeof text === 'string' ? [text] : Object.values(text),
      );
    });
    expect(texts.length).toBeGreaterThan(80);
    expect(texts.filter((text) => !end.test(text))).toEqual([]);
  });

  test('the forms say what the catalogue says', () => {
    const forms = OWN_FORMS[LANGUAGES.indexOf(language)];
    const text = (key: string): string => CATALOGUES[language][key] ?? key;
    expect(forms?.names).toEqual({
      findings: text('engine.sheet.findings'),
      summary: text('engine.sheet.summary'),
      outline: text('engine.sheet.outline'),
    });
    expect(forms?.findings.title).toBe(text('report.findings.title'));
    expect(forms?.summary.title).toBe(text('report.summary.title'));
    expect(text('report.summary.differences')).toMatch(forms?.summary.differences ?? /^$/);
  });
});

function fail(name: string): never {
  throw new Error(name);
}

const OURS = [
  '【错误 JX404】“绿化”没有达到目标，但没有说明偏差原因。\n怎样改：请写明原因和改进措施。',
  '【已填得分】这里原来没有得分，已填入 9 分。完成率 80%，11.25 × 80% = 9 分',
];

describe('a note', () => {
  test.each([
    ...OURS.map((note) => `${note}\n张三：已核实`),
    `${OURS[0] ?? ''}已改`,
    OURS.join('\n\n') + '\n\n再看',
  ])('of ours that somebody wrote on in is only likely: %j', (note) => {
    expect(ownNote(note)?.certainty).toBe('likely');
  });

  test('of a person is never ours', () => {
    const piece = fc.constantFrom(
      '错误',
      '【错误】',
      '【提示',
      'JX404',
      '】',
      '应为：9',
      '现为：10',
      '怎样改：改。',
      '已填得分',
      '[Error]',
      'Expected: 9',
      '\n',
      '\n\n',
      '请核实。',
      '审计员:\n',
    );
    const note = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(note, (text) => {
        const head = /(^|\n\n)\s*(【(错误|警告|提示) JX\d{3}】|\[(Error|Warning|Note) JX\d{3}\])/;
        fc.pre(!head.test(text) && !text.includes('这里原来没有得分'));
        expect(ownNote(text)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a sheet', () => {
  const value: fc.Arbitrary<CellValue> = fc.oneof(
    fc.constant(null),
    fc.constantFrom('核查清单', '汇总表', '序号', '绩效自评汇总表', '合计', 'Findings', 'Summary'),
    fc.string(),
    fc.integer(),
  );

  test('with one of our names and other contents is a person’s', () => {
    const rows = fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 6 });
    const name = fc.constantFrom('核查清单', '汇总表', '自评报告提纲', '汇总表(2)', 'Summary');
    fc.assert(
      fc.property(name, rows, (named, given) => {
        const { sheets } = snapshotOf([{ name: named, rows: given }]);
        expect(ownSheet(sheets[0] ?? fail(named))?.certainty).not.toBe('sure');
        expect(withOwnTraces(null, sheets, { notes: [], all: true })?.sheets ?? []).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  const written = (name: string, more: readonly (readonly CellValue[])[] = []) => {
    const snapshot = formSnapshot(12);
    const patch = planPatch(snapshot, evaluate(snapshot, DEFAULT_OPTIONS), DEFAULT_OPTIONS);
    const rows = (patch.sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell?.value ?? null));
    return snapshotOf([{ name, rows: [...rows, ...more] }]).sheets[0] ?? fail(name);
  };

  test('of ours under another name, or written on in, is only likely', () => {
    expect(ownSheet(written('核查清单(2)'))?.certainty).toBe('sure');
    expect(ownSheet(written('核查清单备份'))?.certainty).toBe('likely');
    expect(ownSheet(written('核查清单', [['我的话']]))?.certainty).toBe('likely');
    expect(ownSheet(written('核查清单', [[], [null, null, '我的话']]))?.certainty).toBe('likely');
  });
});
