import fc from 'fast-check';
import { fits } from '../../src/model/decode';
import { CHINESE } from '../../src/report/chinese';
import { buildOutline } from '../../src/report/outline';
import { OUTLINE_TEMPLATES } from '../../src/report/outline-templates';
import {
  loadTemplate,
  TEMPLATE,
  templateIn,
  templateText,
} from '../../src/report/outline-templates/load-template';
import {
  structureOfText,
  structureText,
  untaken,
  type SlotNames,
} from '../../src/report/outline-templates/structure-text';
import {
  FACTS,
  PROMPTS,
  type Slot,
  type TemplateSection,
} from '../../src/report/outline-templates/template';
import { reportLines } from '../../src/report/report-lines';
import { slotNames } from '../../src/pane/report/slot-names';
import { reporting as english } from '../../src/texts/en/reporting';
import { reporting as chinese } from '../../src/texts/zh-CN/reporting';
import { CATALOGUES } from '../support/texts';
import { quantity, tableResult } from './fixtures';

const NAMES: readonly SlotNames[] = (['zh-CN', 'en'] as const).map((language) =>
  slotNames(
    { language, entries: language === 'en' ? english : chinese },
    { ...CHINESE, language, entries: CATALOGUES[language] },
  ),
);
const ZH = NAMES[0] ?? fail();

function fail(): never {
  throw new Error('no names');
}

const word = fc
  .stringMatching(/^[一-龥]{2,12}$/)
  .filter((said) => !/^第?[一二三四五六七八九十]/.test(said));
const slot: fc.Arbitrary<Slot> = fc.oneof(
  fc.constantFrom(...FACTS).map((fact) => ({ fact })),
  fc.constantFrom(...PROMPTS).map((write) => ({ write })),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((indicators) => ({ indicators })),
  fc.constant({ indicators: 'rest' as const }),
  word.map((ask) => ({ ask })),
);
const slots = fc.array(slot, { minLength: 1, maxLength: 3 });
const sectionsAt = (depth: number): fc.Arbitrary<TemplateSection[]> =>
  fc.array(
    depth === 4
      ? fc.record({ title: word, slots })
      : fc.oneof(
          fc.record({ title: word, slots }),
          fc.record(
            { title: word, slots, sections: sectionsAt(depth + 1) },
            { requiredKeys: ['title', 'sections', 'slots'] },
          ),
        ),
    { minLength: 1, maxLength: 3 },
  );

describe('the structure of a report as text', () => {
  test.each(OUTLINE_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s comes back as it was, in both languages',
    (_, { sections }) => {
      for (const names of NAMES) {
        expect(structureOfText(structureText(sections, names), NAMES, [])).toEqual(sections);
      }
    },
  );

  test('any comes back as it was, its numbers or its insets taken away', () => {
    fc.assert(
      fc.property(sectionsAt(1), fc.constantFrom(...NAMES), (sections, names) => {
        const text = structureText(sections, names);
        expect(structureOfText(text, NAMES, [])).toEqual(sections);
        expect(structureOfText(text.replace(/^\u3000+/gm, ''), NAMES, [])).toEqual(sections);
        const bare = text.replace(
          /^(\u3000*)(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|（\d+）)/gm,
          '$1',
        );
        expect(structureOfText(bare, [names], [])).toEqual(sections);
      }),
    );
  });

  test('what the loader lets through comes back as it was', () => {
    const sign = fc.constantFrom(...'甲一1.、：:（）()[]{}〔〕｜|；;,，%\\ \n待写指标'.split(''));
    const any = fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(any, any, any, fc.constantFrom(1, 2, 3), (title, ask, level, depth) => {
        const leaf = { title, slots: [{ ask: `写${ask}` }, { indicators: [level] }] };
        const sections =
          depth === 1
            ? [leaf]
            : depth === 2
              ? [{ title: '上', sections: [leaf] }]
              : [{ title: '上', sections: [{ title: '中', sections: [leaf] }] }];
        const own = { id: 'own-1', title: '题', kind: 'project', source: '', cover: [], sections };
        if (fits(TEMPLATE, own)) {
          expect(structureOfText(structureText(own.sections, ZH), NAMES, [])).toEqual(sections);
        }
      }),
      // One in ten is let through.
      { numRuns: 2000 },
    );
  });

  test('one pasted line as long as a book takes no time', () => {
    const text = `一、甲${' '.repeat(200_000)}〔资金${' '.repeat(200_000)}`;
    expect(structureOfText(text, [ZH], [])).toHaveLength(1);
  });

  test('whatever is typed becomes a structure or none, and one that can be read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (first, second) => {
        const text = `${first}\n  ${second}\n1.${first}\n（1）${second}\n（1）甲`;
        const sections = structureOfText(text, [ZH], []);
        const again = structureOfText(structureText(sections, ZH), [ZH], []);
        expect(again.length).toBeGreaterThan(0);
      }),
    );
  });

  test('headings pasted from a notice hold what the known structures hold under them', () => {
    const pasted = [
      '一、 基本情况',
      '（一）项目概况',
      '二、绩效目标实现情况分析',
      '（一） 项目资金情况分析',
      '三、佐证材料清单',
    ].join('\r\n');
    const known = OUTLINE_TEMPLATES.flatMap(({ sections }) => sections);
    expect(structureOfText(pasted, [ZH], known)).toEqual([
      {
        title: '基本情况',
        sections: [{ title: '项目概况', slots: [{ fact: 'identity' }, { write: 'background' }] }],
      },
      {
        title: '绩效目标实现情况分析',
        sections: [
          { title: '项目资金情况分析', slots: [{ fact: 'funds' }, { fact: 'funds-gap' }] },
        ],
      },
      { title: '佐证材料清单', slots: [{ ask: '佐证材料清单' }] },
    ]);
    expect(untaken(structureOfText(pasted, [ZH], known))).toContain('rest');
  });

  test('what a structure asks in its own words stands in the report', () => {
    const sections = structureOfText('一、佐证〔待写：佐证材料的目录〕', [ZH], []);
    const own = loadTemplate({
      id: 'own-1',
      title: '自评报告',
      kind: 'project',
      source: '',
      cover: [],
      sections,
    });
    const lines = reportLines(
      buildOutline(tableResult([{ name: '甲', actual: quantity('1个') }]), own),
    );
    expect(lines.map(({ text }) => text)).toContain('【待补充：佐证材料的目录】');
  });
});

describe('a file with a structure', () => {
  const [shipped = fail()] = OUTLINE_TEMPLATES;
  const own = { ...shipped, id: 'own-1' };

  test('is read as it was written, with a mark in front too', () => {
    expect(templateIn(templateText(own))).toEqual(own);
    expect(templateIn(`\ufeff${templateText(own)}`)).toEqual(own);
  });

  test.each([
    ['{', '$'],
    ['null', '$'],
    [templateText(shipped), 'id'],
    [templateText({ ...own, sections: [] }), 'sections'],
    [JSON.stringify({ ...own, places: [''] }), 'places[0]'],
    [JSON.stringify({ ...own, cover: ['project', 'x'] }), 'cover[1]'],
    [JSON.stringify({ ...own, colour: 1 }), 'colour'],
    [
      JSON.stringify({ ...own, sections: [{ title: '甲', slots: [{ fact: 'x' }] }] }),
      'sections[0].slots[0].fact',
    ],
  ])('%#: is refused where it is wrong', (content, path) => {
    let told: unknown = null;
    try {
      templateIn(content);
    } catch (reason) {
      told = reason;
    }
    expect(told).toMatchObject({ code: 'template-invalid', data: { path } });
  });
});
