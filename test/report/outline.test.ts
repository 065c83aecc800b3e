import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { CATALOGUES, TEXTS } from '../support/texts';
import { chineseNumeral, headingNumber } from '../../src/report/chinese-numeral';
import { buildOutline, walkOutline, type Outline } from '../../src/report/outline';
import { withoutCode } from '../../src/report/outline-words';
import { outlineDocx } from '../../src/report/outline-docx';
import { outlineMarkdown } from '../../src/report/outline-markdown';
import { outlineSheet } from '../../src/report/outline-sheet';
import type { OutlineTable } from '../../src/report/outline-tables';
import { OUTLINE_TEMPLATES, outlineTemplate } from '../../src/report/outline-templates';
import { PROMPTS } from '../../src/report/outline-templates/template';
import { quantity, tableResult, type RowSpec } from './fixtures';

const rows: RowSpec[] = [
  {
    name: '培训场次',
    target: quantity('≥10场'),
    actual: quantity('9场'),
    weight: 10,
    filled: 9,
    computed: 9,
    achievement: 0.9,
    status: 'unmet',
    reason: '疫情影响',
  },
  {
    name: '带动就业',
    level1: '效益指标',
    weight: 30,
    filled: 30,
    computed: 30,
    achievement: 1.5,
    status: 'over',
  },
  { name: '群众满意度', level1: '满意度指标', weight: 10, filled: 10, computed: 10 },
  { name: '自立指标', level1: '加分项', weight: 1, filled: 1, computed: 1 },
];

const project = outlineTemplate('cn-project');
if (!project) throw new Error('no default template');

const paragraphs = (
  specs: readonly RowSpec[],
  ...parts: Parameters<typeof tableResult> extends [unknown, ...infer R] ? R : never
) =>
  [...walkOutline(buildOutline(tableResult(specs, ...parts), project).sections)].flatMap(
    (section) => section.paragraphs,
  );

describe('chineseNumeral', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '100'],
    [0, '0'],
  ])('%d is %s', (count, text) => expect(chineseNumeral(count)).toBe(text));

  it('gives every depth its own form', () => {
    expect(([1, 2, 3, 4] as const).map((depth) => headingNumber(depth, 3))).toEqual([
      '三、',
      '（三）',
      '3.',
      '（3）',
    ]);
  });

  it('never gives two counts the same number', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        (a, b) => a === b || chineseNumeral(a) !== chineseNumeral(b),
      ),
    );
  });
});

describe.each(OUTLINE_TEMPLATES.map((template) => [template.id, template] as const))(
  'structure %s',
  (_, template) => {
    const outline = buildOutline(tableResult(rows), template);

    it('numbers its headings without a gap at every depth', () => {
      const consecutive = (sections: typeof outline.sections): void => {
        sections.forEach((section, index) => {
          expect(section.number).toBe(headingNumber(section.depth, index + 1));
          consecutive(section.sections);
        });
      };
      consecutive(outline.sections);
      expect(outline.sections.length).toBeGreaterThan(0);
    });

    it('names every indicator of the table exactly once among the analyses', () => {
      const text = [...walkOutline(outline.sections)].flatMap((section) => section.paragraphs);
      const again = /^(?:未完成|扣分|超额完成)——/;
      const times = (name: string): number =>
        text.filter((line) => line.includes(name) && !again.test(line)).length;
      const wrong = rows
        .filter(({ name }) => times(name) !== 1)
        .map(
          ({ name }) =>
            `${template.id}：指标“${name}”出现 ${String(times(name))} 次；在分析绩效的一段放 { indicators: 'rest' }，别处不重复`,
        );
      expect(wrong).toEqual([]);
    });

    it('has a text for every fact and prompt, and says where it comes from', () => {
      const untold = (['zh-CN', 'en'] as const).flatMap((language) => {
        const text = outlineMarkdown(buildOutline(tableResult(rows), template, TEXTS[language]));
        const left = text.match(/report\.[\w.-]+|\{\w+\}|undefined|null/g) ?? [];
        return [...new Set(left)].map(
          (one) =>
            `${template.id}：提纲里留着“${one}”；在 src/texts/${language}/report.ts 加上这一条，或给出它的 {…} 各处的值`,
        );
      });
      expect(untold).toEqual([]);
      const { id, source } = template;
      const sourceless = source.length > 10 ? [] : [`${id}：source 只写了“${source}”`];
      expect(
        sourceless.map(
          (one) => `${one}；在 src/report/outline-templates 的这一种里写明结构出自哪份文件（文号）`,
        ),
      ).toEqual([]);
    });

    it('invents nothing for an empty table', () => {
      const empty = tableResult(
        [],
        {
          budget: null,
          totals: {
            weight: null,
            score: null,
            filledScore: null,
            printedWeight: null,
            printedScore: null,
            grade: null,
          },
        },
        {
          budget: null,
          year: null,
          project: null,
          department: null,
          goal: { expected: null, achieved: null },
        },
      );
      const sections = [...walkOutline(buildOutline(empty, template).sections)];
      for (const line of sections.flatMap((section) => section.paragraphs)) {
        expect(line).toContain('【待补充：');
      }
    });
  },
);

describe('buildOutline', () => {
  const headings = (specs: readonly RowSpec[]) =>
    [...walkOutline(buildOutline(tableResult(specs), project).sections)]
      .filter(({ depth }) => depth === 3)
      .map(({ number, title }) => number + title);

  it('analyses the levels of the structure, then those only the form has', () => {
    expect(headings(rows)).toEqual([
      '1.产出指标完成情况分析',
      '2.效益指标完成情况分析',
      '3.满意度指标完成情况分析',
      '4.加分项完成情况分析',
    ]);
  });

  it('follows the levels of a form that has none of the structure’s', () => {
    const rubric = [
      { name: '甲', level1: '投入' },
      { name: '乙', level1: '过程' },
    ];
    expect(headings(rubric)).toEqual(['1.投入完成情况分析', '2.过程完成情况分析']);
    const mixed = [{ name: '丙', level1: null }, ...rubric];
    expect(headings(mixed)).toEqual([
      '1.投入完成情况分析',
      '2.过程完成情况分析',
      '3.其他指标完成情况分析',
    ]);
    expect(headings([{ name: '丙', level1: null }])).toEqual(['1.其他指标完成情况分析']);
  });

  it('adds the unit a form keeps in its own column, once', () => {
    const target = quantity('8', { value: 8, unit: '万亩' });
    const actual = quantity('9万亩', { value: 9, unit: '万亩' });
    expect(paragraphs([{ name: '管护面积', target, actual }])).toContainEqual(
      expect.stringMatching(/^管护面积9万亩，达到年度目标。/),
    );
  });

  it('is named for the unit where the form is about a whole unit', () => {
    const unit = tableResult([], {}, { scope: 'unit' });
    expect(buildOutline(unit, project).title).toBe('2023年度部门（单位）整体支出绩效自评报告');
  });

  it('fills in the funds, the total, the grade and every indicator', () => {
    const text = paragraphs(rows);
    expect(text).toContain(
      '年初预算数40万元，全年预算数43.2万元，全年执行数37.24万元，预算执行率86.2%，年中调增3.2万元，结余5.96万元。',
    );
    expect(text).toContain('绩效自评得分为96分。');
    expect(text).toContain('评价等级为“优”。');
    expect(text).toContain(
      '培训场次9场，年度目标≥10场，完成率90%，未达到年度目标，分值10分，得9分，扣1分。',
    );
  });

  it('gives the reason of a missed target, and asks for one where it is blank', () => {
    const text = paragraphs([
      ...rows,
      { name: '无因', weight: 5, filled: 4, status: 'unmet', reason: '无' },
    ]);
    expect(text.filter((line) => line.startsWith('未完成——'))).toEqual([
      '未完成——培训场次：年度指标值≥10场，实际完成值9场。偏差原因：疫情影响。',
      expect.stringContaining('无因'),
    ]);
    expect(text.find((line) => line.includes('未完成——无因'))).toContain('【待补充：偏差原因');
  });

  it('leaves out numbers of the form that would read as headings of the report', () => {
    const text = paragraphs([
      { name: '1.培训场次', level1: '一、产出指标', weight: 50, filled: 50, computed: 50 },
      { name: '（二）100米跑道', level1: '一、产出指标', weight: 40, filled: 40, computed: 40 },
    ]);
    expect(text.some((line) => line.startsWith('产出指标：分值90分'))).toBe(true);
    expect(text.some((line) => line.startsWith('培训场次'))).toBe(true);
    expect(text.some((line) => /(?:^|、)100米跑道/.test(line))).toBe(true);
  });

  it('asks why the funds were not spent only below the threshold of the profile', () => {
    const asked = (line: string) => line.includes('请说明未执行完毕的原因');
    expect(paragraphs(rows).some(asked)).toBe(true);
    const spent = {
      rate: 0.9,
      weight: 10,
      score: 9,
      filledScore: 9,
      filledRate: 0.9,
      explanation: null,
    };
    expect(paragraphs(rows, { budget: spent }).some(asked)).toBe(false);
  });

  it('points at a total that differs from the computed one', () => {
    expect(paragraphs(rows)).toContain(
      '【待核对：自评得分96分，按评分口径复算为95.62分，请核对后定稿】',
    );
  });

  it('does not call everything done where nothing could be compared', () => {
    const text = paragraphs([{ name: '甲', status: 'judged' }]);
    expect(text).not.toContain('可以与年度指标值比较的指标中，没有未完成的指标。');
  });
});

describe('what an outline says of its rows', () => {
  const met = (name: string, text: string, unit: string | null, value: number): RowSpec => ({
    name,
    target: quantity(text, { value, unit }),
    actual: quantity(text, { value, unit }),
    weight: 5,
    filled: 5,
    computed: 5,
    status: 'met',
  });

  it('counts a level in one sentence and tells what was reached in another', () => {
    const text = paragraphs([
      met('新建水池数量', '12', '座', 12),
      met('管护员人次', '60人次', '人次', 60),
      ...rows.slice(0, 1),
    ]);
    expect(text).toContain('产出指标设3项，达到年度目标2项，未达到1项，分值20分，得19分。');
    expect(text).toContain('新建水池12座、管护员60人次，达到年度目标。');
  });

  it('counts the rows that no figure can be compared of, so that the counts add up', () => {
    const text = paragraphs([
      met('新建水池数量', '12', '座', 12),
      ...rows.slice(0, 1),
      { name: '管护机制', status: 'judged', weight: 5, filled: 5 },
    ]);
    expect(text.join()).toMatch(/产出指标设3项，达到年度目标1项，未达到1项，其余1项不能按数值比较/);
  });

  it('says nothing of a level of which its section takes a part', () => {
    const transfer = outlineTemplate('cn-transfer');
    if (!transfer) throw new Error('no template');
    for (const { paragraphs: lines } of walkOutline(
      buildOutline(tableResult(rows), transfer).sections,
    )) {
      for (const line of lines.filter((one) => / 设\d+项/.test(one))) expect(line).toMatch(/设1项/);
    }
  });

  it('gives no code of a list as part of a name', () => {
    expect(withoutCode('219001-某市某镇')).toBe('某市某镇');
    expect(withoutCode('51000023T0000081-养老服务')).toBe('养老服务');
    expect(withoutCode('A-一期工程')).toBe('A-一期工程');
    expect(withoutCode('2023年度补助')).toBe('2023年度补助');
  });
});

describe('the outline written out', () => {
  const outline = buildOutline(
    tableResult([...rows, { name: '=1+1 *星* <b>', weight: 1, filled: 1 }]),
    project,
  );

  it('is a sheet of texts only', () => {
    const sheet = outlineSheet([outline], '自评报告提纲');
    const cells = (sheet?.rows ?? []).flat();
    expect(cells[0]).toEqual({ value: '2023年度基层培训经费项目支出绩效自评报告', style: 'title' });
    expect(cells.every((cell) => cell === null || cell.formula === undefined)).toBe(true);
    expect(outlineSheet([], '自评报告提纲')).toBeNull();
  });

  it('is Markdown whose signs are escaped', () => {
    const text = outlineMarkdown(outline);
    expect(text).toMatch(
      /^# 2023年度基层培训经费项目支出绩效自评报告\n\n## 一、基本情况\n\n### （一）项目概况\n/,
    );
    expect(text).toContain('=1+1 \\*星\\* \\<b\\>');
  });

  it('is a .docx of A4 that is the same to the byte on a second run', async () => {
    const once = await outlineDocx(outline);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const twice = await outlineDocx(outline);
    expect(Buffer.from(once).equals(Buffer.from(twice))).toBe(true);
    expect(Buffer.from(once.subarray(0, 2)).toString()).toBe('PK');
  });
});

async function partsOf(outline: Outline): Promise<(path: string) => string> {
  const parts = unzipSync(await outlineDocx(outline));
  return (path) => strFromU8(parts[path] ?? new Uint8Array());
}

/** Lines in cells, and the caption above each table. */
const tableLines = (document: string): number =>
  (document.match(/<w:tc>/g)?.length ?? 0) + (document.match(/<w:tbl>/g)?.length ?? 0);

describe('the layout of the document', () => {
  it('is that of an official document: A4, its margins, fonts, 28-point lines and page numbers', async () => {
    const bytes = await outlineDocx(buildOutline(tableResult(rows), project));
    const parts = unzipSync(bytes);
    const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    const document = part('word/document.xml');
    expect(document).toContain('w:w="11906" w:h="16838"');
    for (const [side, twips] of Object.entries({
      top: 2098,
      bottom: 1984,
      left: 1587,
      right: 1474,
    })) {
      const found = Number(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(document)?.[1]);
      expect(Math.abs(found - twips)).toBeLessThanOrEqual(1);
    }
    for (const font of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312']) {
      expect(document).toContain(`w:eastAsia="${font}"`);
    }
    const allCount = document.match(/<w:p>/g)?.length ?? 0;
    // Lines of 附表, which has many columns, are closer.
    expect(document.match(/w:line="(?:560|360)" w:lineRule="exact"/g)).toHaveLength(allCount);
    const paragraphCount = allCount - tableLines(document);
    expect(document.match(/w:firstLineChars="200"/g)).toHaveLength(paragraphCount - 1);
    for (const footer of ['word/footer1.xml', 'word/footer2.xml']) {
      expect(part(footer)).toMatch(/— .*PAGE.* —/s);
    }
    expect(part('word/settings.xml')).toContain('evenAndOddHeaders');
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
  });

  it('has 28 characters a line, edge to edge, and lines for no widow', async () => {
    const part = await partsOf(buildOutline(tableResult(rows), project));
    const document = part('word/document.xml');
    // ECMA-376 part 1, 17.3.2.35: twentieths of a point added to each character, by every program alike.
    const space = Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(part('word/styles.xml'))?.[1]);
    const pitch = 16 + space / 20;
    const room = (11906 - 1587 - 1474) / 20;
    expect(Math.floor(room / pitch)).toBe(28);
    expect(room / pitch - 28).toBeLessThan(0.1);
    // A grid for characters that are wider than its cells gives each of them two cells in LibreOffice.
    expect(document).toMatch(/<w:docGrid w:type="lines" w:linePitch="560"\/>/);
    const paragraphs = (document.match(/<w:p>/g)?.length ?? 0) - tableLines(document);
    expect(document.match(/<w:jc w:val="both"\/>/g)).toHaveLength(paragraphs - 1);
    expect(document).not.toContain('w:val="left"');
    expect(part('word/settings.xml')).toContain('<w:doNotExpandShiftReturn/>');
    expect(document.match(/<w:widowControl w:val="(?:false|0)"\/>/g)).toHaveLength(paragraphs - 1);
  });

  it('has Chinese quotes and dashes in the Chinese font, and page numbers in 宋体', async () => {
    const part = await partsOf(buildOutline(tableResult(rows), project));
    for (const name of ['word/document.xml', 'word/styles.xml', 'word/footer1.xml']) {
      const fonts = part(name).match(/<w:rFonts [^>]*>/g) ?? [];
      expect(fonts.length).toBeGreaterThan(0);
      expect(fonts.filter((font) => !font.includes('w:hint="eastAsia"'))).toEqual([]);
    }
    for (const footer of ['word/footer1.xml', 'word/footer2.xml']) {
      expect(part(footer)).toMatch(/w:ascii="宋体"/);
      expect(part(footer)).not.toContain('Times');
    }
    expect(part('word/styles.xml')).toMatch(/<w:lang [^>]*w:eastAsia="zh-CN"/);
    const headings = part('word/styles.xml').match(/w:styleId="Heading\d">[\s\S]*?<\/w:style>/g);
    expect(headings).toHaveLength(6);
    for (const heading of headings ?? []) expect(heading).toContain('w:color w:val="000000"');
  });

  it('names a font that every computer has beside those that most lack', async () => {
    const part = await partsOf(buildOutline(tableResult(rows), project));
    const table = part('word/fontTable.xml');
    const named = [...table.matchAll(/<w:font w:name="([^"]+)"><w:altName w:val="([^"]+)"\/>/g)];
    expect(named.map(([, font, other]) => [font, other])).toEqual([
      ['仿宋_GB2312', '仿宋'],
      ['楷体_GB2312', '楷体'],
      ['方正小标宋简体', '宋体'],
    ]);
  });

  it('names the unit in its properties, no program and no date that never was', async () => {
    const result = tableResult(rows);
    const unit = { value: '青禾县教育局 & 分局', cell: { row: 3, column: 1 } };
    const named = { ...result, table: { ...result.table, unit } };
    const part = await partsOf(buildOutline(named, project));
    const core = part('docProps/core.xml');
    expect(core).toContain('<dc:creator>青禾县教育局 &#38; 分局</dc:creator>');
    expect(core).not.toMatch(/Jixiao|Un-named|dcterms:created|dcterms:modified|lastModifiedBy/);
    expect(part('docProps/app.xml')).toContain('<Company>青禾县教育局 &#38; 分局</Company>');
    const without = await partsOf(
      buildOutline(
        { ...result, table: { ...result.table, unit: null, department: null } },
        project,
      ),
    );
    expect(without('docProps/core.xml')).not.toMatch(/creator|Un-named/);
    expect(without('docProps/app.xml')).not.toContain('Company');
  });

  it('holds no sign XML forbids, whatever a cell held', async () => {
    const bytes = await outlineDocx(
      buildOutline(tableResult([{ name: 'a\u0001b<&>\nc' }]), project),
    );
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(document).toContain('ab&lt;&amp;&gt;');
    expect(document).not.toMatch(/\p{Cc}/u);
  });
});

describe('the table of points by level', () => {
  const levels: RowSpec[] = [
    { name: '培训场次', level1: '产出指标', weight: 50, filled: 48, computed: 48 },
    { name: '带动就业', level1: '效益指标', weight: 50, filled: 50, computed: 50 },
  ];
  const totals = { weight: 100, score: 98, filledScore: 98, printedWeight: 100, printedScore: 98 };
  const tablesIn = (specs: RowSpec[], score = 98): OutlineTable[] => {
    const result = tableResult(specs, { totals: { ...totals, printedScore: score, grade: '优' } });
    const { sections } = buildOutline({ ...result, budget: null }, project);
    return [...walkOutline(sections)].flatMap(({ tables }) =>
      tables.filter(({ caption }) => caption.includes('得分')),
    );
  };

  it('has the figures of the sentences and their sum', () =>
    expect(tablesIn(levels)).toEqual([
      {
        caption: '各级指标自评得分表',
        rows: [
          ['一级指标', '分值（分）', '得分（分）', '得分率'],
          ['产出指标', '50', '48', '96%'],
          ['效益指标', '50', '50', '100%'],
          ['合计', '100', '98', '98%'],
        ],
      },
    ]));

  it('has no sum that the form gives otherwise, and doubts points above the full ones', () => {
    expect(tablesIn(levels, 97)[0]?.rows.flat()).not.toContain('合计');
    const [first, second] = levels;
    const wrong = first && second ? [{ ...first, filled: 52 }, second] : [];
    expect(tablesIn(wrong)[0]?.rows[1]).toEqual([
      '产出指标',
      '50',
      '【待核对：得分52分高于分值50分】',
      '—',
    ]);
  });

  it('stands nowhere where there is but one level', () =>
    expect(tablesIn(levels.slice(0, 1))).toEqual([]));

  it('is a table in Markdown and in Word, its heads on every page', async () => {
    const result = { ...tableResult(levels), budget: null };
    const outline = buildOutline(result, project);
    expect(outlineMarkdown(outline)).toContain(
      '| 一级指标 | 分值（分） | 得分（分） | 得分率 |\n| --- | --- | --- | --- |\n| 产出指标 | 50 | 48 | 96% |',
    );
    const document = (await partsOf(outline))('word/document.xml');
    const tables = document.match(/<w:tbl>/g)?.length ?? 0;
    expect(tables).toBeGreaterThan(1);
    expect(document.match(/<w:tblHeader\b/g)).toHaveLength(tables);
    expect(document).toMatch(/<w:tblBorders>|<w:tcBorders>/);
  });
});

describe('the table of funds and 附表', () => {
  const blank = { level2: null, target: quantity(''), actual: quantity('') };
  const specs: RowSpec[] = [
    {
      name: '1.培训场次',
      level1: '产出指标',
      level2: null,
      target: quantity('≥10场'),
      actual: quantity('12场'),
      weight: 50,
      filled: 50,
    },
    {
      ...blank,
      name: '满意度',
      level1: '满意度指标',
      weight: 10,
      filled: 12,
      reason: '调查 100 人',
    },
    { ...blank, name: '带动就业', level1: '效益指标', weight: 40, filled: '' },
  ];

  it('has the amounts as the form gives them, and its unit', () => {
    const [funds] = [...walkOutline(buildOutline(tableResult(specs), project).sections)].flatMap(
      ({ tables }) => tables.filter(({ caption }) => caption.startsWith('资金')),
    );
    expect(funds).toEqual({
      caption: '资金情况表（单位：万元）',
      rows: [
        ['资金来源', '年初预算数', '全年预算数', '全年执行数'],
        ['年度资金总额', '40', '43.2', '37.24'],
        ['其中：本年财政拨款', '40', '43.2', '37.24'],
      ],
    });
  });

  it('has no amounts of which the form does not say the unit', () => {
    const result = tableResult(specs);
    const { budget } = result.table;
    const unitless = {
      ...result,
      table: { ...result.table, budget: budget && { ...budget, currency: null } },
    };
    const captions = [...walkOutline(buildOutline(unitless, project).sections)].flatMap(
      ({ tables }) => tables.map(({ caption }) => caption),
    );
    expect(captions.filter((caption) => caption.startsWith('资金'))).toEqual([]);
  });

  it('has a line for each indicator, no column without anything, and doubts what cannot be', () => {
    const { annex } = buildOutline(tableResult(specs), project);
    expect(annex?.tables[0]?.rows).toEqual([
      ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值（分）', '得分（分）', '原因说明'],
      ['产出指标', '培训场次', '≥10场', '12场', '50', '50', '—'],
      [
        '满意度指标',
        '满意度',
        '—',
        '未填',
        '10',
        '【待核对：得分12分高于分值10分】',
        '调查 100 人',
      ],
      ['效益指标', '带动就业', '—', '未填', '40', '未填', '—'],
    ]);
    expect(outlineMarkdown(buildOutline(tableResult(specs), project))).toMatch(/\n## 附表\n/);
  });
});

describe('what a .docx shows besides', () => {
  it('highlights what waits for a person, and nothing else', async () => {
    const document = (await partsOf(buildOutline(tableResult(rows), project)))('word/document.xml');
    const runs = [...document.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run = '']) => run);
    const textOf = (run: string): string => /<w:t[^>]*>(.*?)<\/w:t>/s.exec(run)?.[1] ?? '';
    const isMarked = (run: string): boolean => run.includes('<w:highlight w:val="yellow"/>');
    const [marked, plain] = [runs.filter(isMarked), runs.filter((run) => !isMarked(run))];
    expect(marked.length).toBeGreaterThan(3);
    for (const run of marked) expect(textOf(run)).toMatch(/^【待(?:补充|核对)：[^】]*】$/);
    for (const run of plain) expect(textOf(run)).not.toContain('【待');
  });

  it('begins on a page of its own behind a cover', async () => {
    for (const template of OUTLINE_TEMPLATES) {
      const document = (await partsOf(buildOutline(tableResult(rows), template)))(
        'word/document.xml',
      );
      const breaks = document.match(/<w:pageBreakBefore\b/g)?.length ?? 0;
      expect([template.id, breaks]).toEqual([template.id, template.cover.length > 0 ? 1 : 0]);
    }
  });
});

describe('texts', () => {
  const keys = (language: 'zh-CN' | 'en') =>
    Object.keys(CATALOGUES[language])
      .filter((key) => key.startsWith('report.'))
      .sort();
  const lacking = (language: 'zh-CN' | 'en', wanted: readonly string[]): string[] => {
    const known = new Set(keys(language));
    return wanted
      .filter((key) => !known.has(key))
      .map((key) => `没有 ${language} 的“${key}”：在 src/texts/${language}/report.ts 加上这一条`);
  };

  it.each(PROMPTS)('ask for %s in both languages', (prompt) => {
    const wanted = [`report.outline.prompt.${prompt}`];
    expect([...lacking('zh-CN', wanted), ...lacking('en', wanted)]).toEqual([]);
  });

  it('stand in both languages under the same keys', () => {
    expect([...lacking('zh-CN', keys('en')), ...lacking('en', keys('zh-CN'))]).toEqual([]);
  });
});
