import fc from 'fast-check';
import type { TableResult } from '../../src/model/score';
import { headingNumber } from '../../src/report/chinese-numeral';
import { inWrittenOrder, jointOutline, namesOf } from '../../src/report/joint-outline';
import { keepWritten } from '../../src/report/keep/keep-written';
import { readMarkdownReport } from '../../src/report/keep/markdown-report';
import { buildOutline, walkOutline, type OutlineSection } from '../../src/report/outline';
import { outlineMarkdown, reportMarkdown } from '../../src/report/outline-markdown';
import { OUTLINE_TEMPLATES, outlineTemplate } from '../../src/report/outline-templates';
import {
  FACTS,
  PROMPTS,
  type OutlineTemplate,
  type Slot,
  type TemplateSection,
} from '../../src/report/outline-templates/template';
import { markOf } from '../../src/report/keep/mark';
import { reportLines } from '../../src/report/report-lines';
import { sayIn } from '../../src/report/sheet-cells';
import { readReport } from '../../src/report/text/read-report';
import { verifyReport } from '../../src/report/text/verify-report';
import { TEXTS } from '../support/texts';
import { quantity, sourced, tableResult } from './fixtures';

const say = sayIn(TEXTS['zh-CN']);

const needed = (id: string): OutlineTemplate => {
  const template = outlineTemplate(id);
  if (!template) throw new Error(`no ${id}`);
  return template;
};
const PROJECT = needed('cn-project');
const TRANSFER = needed('cn-transfer');

const tableOf = (project: string, actual: number, level1 = '产出指标'): TableResult =>
  tableResult(
    [
      {
        name: `${project}完成数量`,
        level1,
        actual: quantity(`${String(actual)}个`, { value: actual, unit: '个' }),
        weight: 50,
        filled: 50,
      },
    ],
    {},
    { project: sourced(project, 0), unit: sourced('甲县水务局', 1), year: { ...sourced(2025, 2) } },
  );
const ROADS = tableOf('公路养护', 12);
const SCHOOLS = tableOf('校舍维修', 7);
const WELLS = tableOf('机井改造', 31);

function joint(results: readonly TableResult[], template: OutlineTemplate) {
  const outline = jointOutline(results, template);
  if (!outline) throw new Error('nothing to report on');
  return outline;
}

const headings = (sections: readonly OutlineSection[]): string[] =>
  [...walkOutline(sections)].map(({ number, title }) => number + title);

test('a structure of one chapter a fund has the fund’s name for a chapter, its sections one deeper', () => {
  const { title, sections } = joint([ROADS, SCHOOLS], TRANSFER);
  expect(title).toBe('甲县水务局2025年度转移支付绩效自评报告');
  expect(sections.map(({ number, title: name }) => number + name)).toEqual([
    '一、公路养护',
    '二、校舍维修',
  ]);
  const alone = buildOutline(ROADS, TRANSFER).sections;
  expect(sections[0]?.sections.map((one) => one.title)).toEqual(alone.map((one) => one.title));
  expect(headings(sections)).toContain('（一）绩效目标分解下达情况');
});

test('any other has each project in turn in every section, and asks once what nobody but a person knows', () => {
  const outline = joint([ROADS, SCHOOLS, WELLS], PROJECT);
  const text = reportLines(outline).map((line) => line.text);
  expect(outline.sections.map((one) => one.title)).toEqual(
    buildOutline(ROADS, PROJECT).sections.map((one) => one.title),
  );
  const funds = [...walkOutline(outline.sections)].find(({ tables }) =>
    tables.some(({ caption }) => caption.startsWith('资金')),
  );
  expect(funds?.title).toBe('公路养护');
  expect(text.filter((one) => /^（?[一二三123]+[、.）]公路养护$/.test(one)).length).toBeGreaterThan(
    2,
  );
  expect(text.filter((one) => one.includes('下一步改进措施、责任人'))).toHaveLength(1);
  expect(outline.annex?.tables.map(({ caption }) => caption)).toEqual([
    '绩效指标自评情况表（公路养护）',
    '绩效指标自评情况表（校舍维修）',
    '绩效指标自评情况表（机井改造）',
  ]);
});

test('title and cover tell what the tables share, name the projects and add up their funds', () => {
  const template = { ...PROJECT, cover: ['project', 'amount', 'unit'] as const };
  expect(joint([ROADS, SCHOOLS, WELLS, tableOf('泵站', 2)], template).cover).toEqual([
    '项目名称：公路养护、校舍维修、机井改造等4个项目',
    '项目经费：172.8万元',
    '实施单位：甲县水务局',
  ]);
  const other = { ...SCHOOLS, table: { ...SCHOOLS.table, year: { ...sourced(2024, 2) } } };
  expect(joint([ROADS, other], PROJECT).title).not.toMatch(/20\d\d/);
});

test('of one table it is the report of that table; of none there is none', () => {
  expect(jointOutline([ROADS], PROJECT)).toEqual(buildOutline(ROADS, PROJECT));
  expect(jointOutline([], PROJECT)).toBeNull();
});

test('no two tables have one name, whatever their projects are called', () => {
  expect(namesOf([ROADS, ROADS, SCHOOLS])).toEqual(['公路养护', '公路养护（2）', '校舍维修']);
});

const slot: fc.Arbitrary<Slot> = fc.oneof(
  fc.constantFrom(...FACTS).map((fact) => ({ fact })),
  fc.constantFrom(...PROMPTS).map((write) => ({ write })),
  fc.constantFrom('产出', '效益', '满意').map((word) => ({ indicators: [word] })),
  fc.constant({ indicators: 'rest' as const }),
);
const sectionsAt = (depth: number): fc.Arbitrary<TemplateSection[]> =>
  fc.array(
    fc.record({
      // Few titles, so that some come twice.
      title: fc.constantFrom('概况', '资金', '指标', '问题'),
      slots: fc.array(slot, { maxLength: 3 }),
      ...(depth < 4 && { sections: sectionsAt(depth + 1) }),
    }),
    { minLength: depth === 1 ? 1 : 0, maxLength: 3 },
  );

test('whatever the structure, no word of any table is lost, headings count on and lie at most four deep', () => {
  const tables = [ROADS, SCHOOLS, tableOf('宣传', 3, '效益指标')];
  const each = fc.constantFrom(undefined, 'chapter' as const);
  fc.assert(
    fc.property(sectionsAt(1), each, (sections, way) => {
      const template = { ...PROJECT, sections, ...(way && { each: way }) };
      const outline = joint(tables, template);
      const text = reportLines(outline)
        .map((line) => line.text)
        .join('\n');
      for (const table of tables) {
        for (const { paragraphs } of walkOutline(buildOutline(table, template).sections)) {
          for (const paragraph of paragraphs) expect(text).toContain(paragraph);
        }
      }
      const count = (below: readonly OutlineSection[], depth: number): void =>
        below.forEach((section, at) => {
          expect(section.depth).toBe(depth);
          expect(section.number).toBe(headingNumber(section.depth, at + 1));
          count(section.sections, depth + 1);
        });
      count(outline.sections, 1);
    }),
  );
});

describe.each([PROJECT, TRANSFER])(
  'what a person wrote in a report over several: $id',
  (template) => {
    const write = (text: string): string => {
      const at = text.indexOf(
        '校舍维修',
        text.indexOf(template === TRANSFER ? '## 二、' : '## 一、'),
      );
      const place = text.indexOf('\n\n', at) + 2;
      return `${text.slice(0, place)}人写的校舍一段。\n\n${text.slice(place)}`;
    };
    const before = write(outlineMarkdown(joint([ROADS, SCHOOLS], template)));
    const keptIn = (results: readonly TableResult[], markdown: string): string => {
      const written = readMarkdownReport(markdown);
      const fresh = reportLines(joint(inWrittenOrder(results, written.blocks), template));
      return reportMarkdown(keepWritten(fresh, written, say).lines, markOf(fresh));
    };
    /** The name of the last table above the words. */
    const above = (text: string): string | undefined =>
      [...text.slice(0, text.indexOf('人写的校舍一段')).matchAll(/公路养护|校舍维修|机井改造/g)]
        .map(([name]) => name)
        .at(-1);

    test('stays with its table through three changes of figures', () => {
      let text = before;
      for (const actual of [8, 9, 10]) {
        text = keptIn([ROADS, tableOf('校舍维修', actual)], text);
        expect(text.split('人写的校舍一段')).toHaveLength(2);
        expect(above(text)).toBe('校舍维修');
        expect(text).toContain(`校舍维修完成数量`);
        expect(text).toContain(`${String(actual)}个`);
      }
    });

    test.each([
      ['one table goes', [SCHOOLS]],
      ['one comes in between', [ROADS, WELLS, SCHOOLS]],
      ['one comes first', [WELLS, ROADS, SCHOOLS]],
      ['they are given the other way round', [SCHOOLS, ROADS]],
    ])('stays when %s', (_, results) => {
      const text = keptIn(results, before);
      expect(text.split('人写的校舍一段')).toHaveLength(2);
      if (results.length > 1) expect(above(text)).toBe('校舍维修');
    });
  },
);

test('every structure that ships can be one over several tables', () => {
  for (const template of OUTLINE_TEMPLATES) {
    const text = outlineMarkdown(joint([ROADS, SCHOOLS], template));
    expect(text).toContain('公路养护');
    expect(text).toContain('校舍维修');
  }
});

describe('a report over several tables, held against one of them', () => {
  const ids = (text: string, table: TableResult | null): string[] =>
    verifyReport(readReport(text), table, 'markdown')
      .findings.map(({ id, message }) => `${id} ${JSON.stringify(message.data)}`)
      .filter((one) => !/^(?:placeholder-left|heading-missing)/.test(one));
  const results = [ROADS, SCHOOLS, WELLS];

  test.each([PROJECT, TRANSFER])('is right for each: $id', (template) => {
    const text = outlineMarkdown(joint(results, template)).replace(/<!--[\s\S]*/, '');
    const alone = ids(text, null);
    for (const table of results) expect(ids(text, table)).toEqual(alone);
  });

  test.each([PROJECT, TRANSFER])(
    'and has the figure changed that is its own found: $id',
    (template) => {
      const text = outlineMarkdown(joint(results, template)).replace(/<!--[\s\S]*/, '');
      const wrong = text.replaceAll('7个', '8个');
      const before = ids(text, SCHOOLS).length;
      const after = verifyReport(readReport(wrong), SCHOOLS, 'markdown');
      expect(after.comparisons.length).toBeGreaterThan(2);
      expect(ids(wrong, SCHOOLS).length).toBeGreaterThan(before);
      expect(ids(wrong, ROADS)).toEqual(ids(wrong, null));
    },
  );
});
