import { CHINESE } from '../../../src/report/chinese';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readDocxBody } from '../../../src/report/keep/docx-report';
import { markIn, withMark } from '../../../src/report/keep/docx-mark';
import { keepWritten, type KeptReport } from '../../../src/report/keep/keep-written';
import { markOf, readMark, writeMark } from '../../../src/report/keep/mark';
import { readMarkdownReport } from '../../../src/report/keep/markdown-report';
import {
  rewritten,
  sectionText,
  unwritten,
  writtenMarkdown,
} from '../../../src/report/keep/rewrite';
import { isUntouched, type WrittenReport } from '../../../src/report/keep/written-report';
import { buildOutline, type Outline } from '../../../src/report/outline';
import { outlineDocx } from '../../../src/report/outline-docx';
import { outlineMarkdown, reportMarkdown } from '../../../src/report/outline-markdown';
import { OUTLINE_TEMPLATES } from '../../../src/report/outline-templates';
import { reportLines } from '../../../src/report/report-lines';
import { sayIn } from '../../../src/report/sheet-cells';
import { quantity, tableResult } from '../fixtures';

const say = sayIn(CHINESE);

/** A form's outline with one figure in every paragraph of an indicator. */
function outlineOf(figure: number, template = OUTLINE_TEMPLATES[0], names = ['培训场次']): Outline {
  if (!template) throw new Error('no template');
  const levels = ['产出指标', '效益指标', '满意度指标', '加分项'];
  const specs = names.map((name, index) => ({
    name,
    level1: levels[index % levels.length] ?? null,
    actual: quantity(`${figure}场`),
    weight: 10,
    filled: 9,
    computed: 9,
    achievement: 0.9,
    status: 'unmet' as const,
  }));
  return buildOutline(tableResult(specs), template);
}

const NAMES = ['培训场次', '带动就业', '群众满意度', '自立指标'];

async function docxReport(outline: Outline): Promise<WrittenReport> {
  const parts = unzipSync(await outlineDocx(outline));
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  return {
    blocks: readDocxBody(text('word/document.xml')).blocks,
    mark: markIn(text('docProps/custom.xml')),
  };
}

/** What a person does to a report; `at` is taken modulo the number of blocks. */
type Edit = { readonly what: 'replace' | 'after' | 'add to' | 'heading'; readonly at: number };

const edits = fc.array(
  fc.record<Edit>({
    what: fc.constantFrom('replace', 'after', 'add to', 'heading'),
    at: fc.nat(200),
  }),
  { minLength: 1, maxLength: 8 },
);

const marked = (text: string): string => text.replace(/<!--.*-->\n?$/, '');

/** The edits carried out on Markdown, each with a sentence of its own; the file and the sentences. */
function edited(markdown: string, list: readonly Edit[]): { text: string; sentences: string[] } {
  const mark = /<!--.*-->\n$/.exec(markdown)?.[0] ?? '';
  const blocks = marked(markdown).trim().split('\n\n');
  const sentences = list.map((_, index) => `人写的第${index}句，甲${index}乙。`);
  list.forEach(({ what, at }, index) => {
    const sentence = sentences[index] ?? '';
    const place = at % blocks.length;
    const block = blocks[place] ?? '';
    const isHeading = block.startsWith('#');
    if (what === 'heading') blocks.splice(place + 1, 0, `### （九）${sentence}`);
    else if (what === 'replace' && !isHeading && !block.includes('人写的'))
      blocks[place] = sentence;
    else if (what === 'add to') blocks[place] = `${block}${sentence}`;
    else blocks.splice(place + 1, 0, sentence);
  });
  return { text: `${blocks.join('\n\n')}\n\n${mark}`, sentences };
}

const count = (text: string, part: string): number => text.split(part).length - 1;

const texts = (kept: KeptReport): string[] => kept.lines.map(({ line }) => line.text);

describe('what this tool wrote', () => {
  const template = fc.constantFrom(...OUTLINE_TEMPLATES);
  const name = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      '# 头',
      '1. 条',
      '<!-- a -->',
      '```',
      '甲\n\n乙',
      '- 列',
      '甲\u2028乙',
      '\\\\*',
    ),
  );
  const wellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text) && text.trim() !== '';

  it('is known again in Markdown, whatever the form says and whichever ends lines have', () => {
    fc.assert(
      fc.property(template, fc.array(name, { minLength: 1, maxLength: 4 }), (own, names) => {
        fc.pre(names.every(wellFormed));
        const text = outlineMarkdown(outlineOf(9, own, names));
        expect(isUntouched(readMarkdownReport(text))).toBe(true);
        const windows = `\ufeff${text.replaceAll('\n', '\r\n')}`;
        expect(isUntouched(readMarkdownReport(windows))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is known again in .docx, whatever the form says', async () => {
    await fc.assert(
      fc.asyncProperty(
        template,
        fc.array(name, { minLength: 1, maxLength: 4 }),
        async (own, names) => {
          fc.pre(names.every(wellFormed));
          expect(isUntouched(await docxReport(outlineOf(9, own, names)))).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has a mark that is read back and parts of which are none', () => {
    const mark = markOf(reportLines(outlineOf(9)));
    expect(readMark(writeMark(mark))).toEqual(mark);
    expect(readMark(writeMark(mark).slice(0, -3))).toBeNull();
    expect(markIn(withMark(withMark(null, markOf([])), mark))).toEqual(mark);
  });
});

describe('a report a person has edited', () => {
  it('is not ours, and every sentence of theirs is once in what is kept, time and again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...OUTLINE_TEMPLATES), edits, (template, list) => {
        const before = outlineOf(9, template, NAMES);
        const { text, sentences } = edited(outlineMarkdown(before), list);
        expect(isUntouched(readMarkdownReport(text))).toBe(false);
        let file = text;
        for (const figure of [9, 8, 7]) {
          const lines = reportLines(outlineOf(figure, template, NAMES));
          file = reportMarkdown(
            keepWritten(lines, readMarkdownReport(file), say).lines,
            markOf(lines),
          );
          for (const sentence of sentences) expect(count(file, sentence)).toBe(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has the new figures in every section that the person left alone, and only there', () => {
    fc.assert(
      fc.property(fc.nat(60), (at) => {
        const { text, sentences } = edited(outlineMarkdown(outlineOf(9, undefined, NAMES)), [
          { what: 'after', at },
        ]);
        const fresh = reportLines(outlineOf(8, undefined, NAMES));
        const kept = keepWritten(fresh, readMarkdownReport(text), say);
        expect(kept.kept).toHaveLength(1);
        const wanted = fresh.filter(({ text: line }) => line.includes('8场')).length;
        const had = texts(kept).filter((line) => line.includes('8场')).length;
        const old = texts(kept).filter((line) => line.includes('9场')).length;
        expect(had + old).toBe(wanted);
        expect(old > 0).toBe(kept.stale.length > 0);
        expect(texts(kept).filter((line) => line === sentences[0])).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });

  it('loses no sentence when the next outline is of another template', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OUTLINE_TEMPLATES),
        fc.constantFrom(...OUTLINE_TEMPLATES),
        edits,
        (one, other, list) => {
          const { text, sentences } = edited(outlineMarkdown(outlineOf(9, one, NAMES)), list);
          const lines = reportLines(outlineOf(8, other, NAMES));
          const file = reportMarkdown(
            keepWritten(lines, readMarkdownReport(text), say).lines,
            markOf(lines),
          );
          for (const sentence of sentences) expect(count(file, sentence)).toBe(1);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('sections', () => {
  const fresh = reportLines(outlineOf(8, undefined, NAMES));
  const markdown = outlineMarkdown(outlineOf(9, undefined, NAMES));
  const keep = (text: string) => keepWritten(fresh, readMarkdownReport(text), say);

  it('a heading reworded keeps its words and its place, with the number it should have', () => {
    const kept = keep(markdown.replace('（二）项目绩效目标', '（二）本项目的绩效目标'));
    expect(kept.kept).toEqual(['项目绩效目标']);
    expect(texts(kept)).toContain('（二）本项目的绩效目标');
    expect(kept.removed).toEqual([]);
  });

  it('one that was removed stays away, and those after it count on', () => {
    const kept = keep(markdown.replace(/## 二、[\s\S]*?(?=## 三、)/, ''));
    expect(kept.removed).toEqual(['绩效自评工作开展情况']);
    expect(texts(kept)).toContain('二、综合绩效自评结论');
  });

  it('one that the new outline lacks goes to the end if a person wrote in it, else nowhere', () => {
    const other = reportLines(outlineOf(8, undefined, ['培训场次']));
    const text = markdown.replace(
      '加分项完成情况分析\n\n',
      '加分项完成情况分析\n\n加分有依据。\n\n',
    );
    const kept = keepWritten(other, readMarkdownReport(text), say);
    expect(kept.moved).toEqual(['加分项完成情况分析']);
    expect(texts(kept).slice(-5)).toEqual([
      expect.stringMatching(/^八、原报告里另有的内容$/),
      '（一）加分项完成情况分析',
      '加分有依据。',
      expect.stringMatching(/^加分项设1项/),
      expect.stringContaining('自立指标'),
    ]);
    expect(keepWritten(other, readMarkdownReport(markdown), say).moved).toEqual([]);
  });

  it('one that the person moved is put back with its words', () => {
    const section = /### （二）项目绩效目标[\s\S]*?(?=## 二、)/.exec(markdown)?.[0] ?? '';
    const kept = keep(
      markdown.replace(section, '').replace('## 三、', `${section}这一段放在后面。\n\n## 三、`),
    );
    expect(kept.kept).toEqual(['项目绩效目标']);
    expect(texts(kept).filter((line) => line === '这一段放在后面。')).toHaveLength(1);
    expect(kept.removed).toEqual([]);
  });

  it('Markdown of a person’s own, with lists and fenced blocks, stays as it was typed', () => {
    const own = '- 甲\n- 乙\n\n```\n# 不是标题\n\n还在里面\n```\n\n| a | b |\n| - | - |';
    const kept = keep(markdown.replace('（一）项目概况\n\n', `（一）项目概况\n\n${own}\n\n`));
    expect(reportMarkdown(kept.lines, markOf(fresh))).toContain(own);
  });
});

describe('a table of the report', () => {
  const points = (text: string): boolean => text.includes('一级指标\n分值（分）');

  it('has its new figures where nobody wrote in its section', async () => {
    const fresh = reportLines(outlineOf(8, undefined, NAMES));
    const before = outlineOf(9, undefined, NAMES);
    for (const written of [readMarkdownReport(outlineMarkdown(before)), await docxReport(before)]) {
      const kept = keepWritten(fresh, written, say);
      expect(kept.kept).toEqual([]);
      expect(texts(kept).filter(points)).toEqual(fresh.map(({ text }) => text).filter(points));
      expect(kept.lines.filter(({ line }) => line.role === 'table').length).toBeGreaterThan(0);
    }
  });

  it('keeps its caption above it when a person writes in its section, and after the file is read again', () => {
    const fresh = reportLines(outlineOf(8, undefined, NAMES));
    const report = unwritten(fresh);
    const at = report.sections.findIndex(({ body }) =>
      body.some(({ line }) => line.role === 'table'),
    );
    const section = report.sections[at];
    const caption = section?.body.find(({ line }) => line.role === 'caption')?.line.text ?? '';
    expect(caption).not.toBe('');
    const words = section ? sectionText(section) : '';
    expect(words).not.toContain(caption);
    const written = rewritten(fresh, report, null, at, `${words}\n又写一段。`);
    const again = readMarkdownReport(writtenMarkdown(written, '【待补充：图】'));
    for (const one of [written, again]) {
      const { lines } = keepWritten(fresh, one, say);
      const place = lines.findIndex(({ line }) => line.text === caption);
      expect(lines[place]?.line.role).toBe('caption');
      expect(lines[place + 1]?.line.role).toBe('table');
      expect(lines.filter(({ line }) => line.text === caption)).toHaveLength(1);
    }
  });

  it('stays as a person changed it, once', () => {
    const outline = outlineOf(8, undefined, NAMES);
    const changed = outlineMarkdown(outline).replace('| 一级指标 |', '| 甲\\|乙 |');
    const kept = keepWritten(reportLines(outline), readMarkdownReport(changed), say);
    expect(kept.kept).toEqual(['综合绩效自评结论']);
    const section = kept.sections.find((one) => one.kept);
    const tables = section?.body.flatMap(({ line }) =>
      line.role === 'table' ? [line.rows[0]] : [],
    );
    expect(tables?.map((heads) => heads?.[0])).toEqual(['甲|乙']);
  });
});
