import fc from 'fast-check';
import { marginLines } from '../../../src/report/text/document/docx';
import { marginsShown, type MarginKind } from '../../../src/report/text/document/margins';
import { readReport } from '../../../src/report/text/read-report';
import { remarksOf, VERIFIED_TEXTS } from '../../../src/report/text/verified-lines';
import { reportEntries } from '../../../src/report/text/report-entries';
import { verifyReport } from '../../../src/report/text/verify-report';
import { withComments } from '../../../src/report/text/comments/docx-comments';
import '../../support/property-seed';

const run = (inner: string): string => `<w:r>${inner}</w:r>`;
const text = (words: string): string => run(`<w:t>${words}</w:t>`);
const char = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`);
const field = (code: string, shown: string): string =>
  char('begin') +
  run(`<w:instrText xml:space="preserve"> ${code} \\* MERGEFORMAT </w:instrText>`) +
  char('separate') +
  text(shown) +
  char('end');
const header = (...lines: string[]): string =>
  `<w:hdr>${lines.map((line) => `<w:p>${line}</w:p>`).join('')}</w:hdr>`;

describe('the lines of headers and footers', () => {
  it('are told without page numbers, however those are written', () => {
    expect(
      marginLines(
        header(
          text('某县教育局'),
          text('第') + field('PAGE', '3') + text('页 共') + field('NUMPAGES', '12') + text('页'),
          `<w:fldSimple w:instr=" PAGE ">${text('2023')}</w:fldSimple>`,
          text('— 3 —'),
          text('Page ') + field('PAGE', '3') + text(' of ') + field('NUMPAGES', '12'),
        ),
      ),
    ).toEqual(['某县教育局']);
  });

  it('keep what other fields show, and what stands behind a page number that has no end', () => {
    const unended = char('begin') + run('<w:instrText>PAGE</w:instrText>') + char('separate');
    expect(
      marginLines(
        header(field('STYLEREF "标题 1"', '绩效自评报告'), unended + text('3'), text('某局')),
      ),
    ).toEqual(['绩效自评报告', '某局']);
  });
});

describe('the headers that pages show', () => {
  const reference = (kind: string, type: string, id: string): string =>
    `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
  const section = (inner: string): string =>
    `<w:p><w:pPr><w:sectPr>${inner}</w:sectPr></w:pPr></w:p>`;

  it('are those of first and even pages only where the document tells them apart', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom<MarginKind>('header', 'footer'),
        (first, even, kind) => {
          const document =
            reference(kind, 'default', 'a') +
            reference(kind, 'first', 'b') +
            reference(kind, 'even', 'c') +
            (first ? '<w:titlePg/>' : '<w:titlePg w:val="0"/>');
          const settings = even ? '<w:settings><w:evenAndOddHeaders/></w:settings>' : null;
          expect(marginsShown(section(document), settings).map(({ id }) => id)).toEqual([
            'a',
            ...(first ? ['b'] : []),
            ...(even ? ['c'] : []),
          ]);
        },
      ),
    );
  });
});

const PLACES = ['某县', '清河市', '临江区'] as const;
const OFFICES = ['教育局', '水利局', '农业农村局', '民政局', '文化旅游局'] as const;
const PROJECTS = ['校舍维修', '农村饮水安全', '高标准农田建设', '养老服务补贴'] as const;

interface Titled {
  readonly place: string;
  readonly office: string;
  readonly year: number;
  readonly project: string;
}

const titled: fc.Arbitrary<Titled> = fc.record({
  place: fc.constantFrom(...PLACES),
  office: fc.constantFrom(...OFFICES),
  year: fc.integer({ min: 2019, max: 2024 }),
  project: fc.constantFrom(...PROJECTS),
});

const titleOf = ({ place, office, year, project }: Titled): string =>
  `${place}${office}${year}年度${project}项目绩效自评报告`;
const reportOf = (one: Titled): string =>
  [
    titleOf(one),
    '一、项目基本情况',
    `${one.project}项目由${one.place}${one.office}组织实施。`,
  ].join('\n');

/** What a unit prints around its pages. */
const RIGHT: readonly ((one: Titled) => string)[] = [
  titleOf,
  ({ place, office }) => `${place}${office}`,
  ({ year }) => `${year}年度项目支出绩效自评报告`,
  ({ project }) => `${project}项目绩效自评报告`,
  ({ year, project }) => `（${year}年度）${project}`,
  ({ year }) => `依据《${year + 1}年度绩效自评工作方案》`,
  ({ year }) => `编制日期：${year + 1}年3月`,
  () => '内部资料 请勿外传',
  () => '绩效自评报告',
];

const WRONG: readonly ((one: Titled) => string)[] = [
  (one) => titleOf({ ...one, year: one.year - 1 }),
  ({ year }) => `${year - 1}年度项目支出绩效自评报告`,
  ({ year }) => `（${year - 1}年度）`,
  (one) => titleOf({ ...one, office: '自然资源局' }),
  ({ place }) => `${place}自然资源局`,
  (one) => titleOf({ ...one, project: '河道清淤整治' }),
];

const said = (one: Titled, kind: MarginKind, line: string) =>
  verifyReport(readReport(reportOf(one), [{ kind, text: line }])).findings.filter(
    ({ margin }) => margin !== undefined,
  );

describe('a header beside its report', () => {
  const kinds = fc.constantFrom<MarginKind>('header', 'footer');

  it('is left alone where both say the same, or it says nothing of it', () => {
    fc.assert(
      fc.property(titled, kinds, fc.constantFrom(...RIGHT), (one, kind, line) => {
        expect(said(one, kind, line(one))).toEqual([]);
      }),
    );
  });

  it('is told at the header where year, unit or project are others, never as an error', () => {
    fc.assert(
      fc.property(titled, kinds, fc.constantFrom(...WRONG), (one, kind, line) => {
        const found = said(one, kind, line(one));
        expect(found.map(({ id, margin, paragraph }) => [id, margin, paragraph])).toEqual([
          ['margin-differs', kind, 0],
        ]);
        expect(found.map(({ severity }) => severity)).not.toContain('error');
      }),
    );
  });

  it('is no paragraph: what is found in the text keeps its number', () => {
    fc.assert(
      fc.property(titled, fc.constantFrom(...RIGHT), (one, line) => {
        const body = `${reportOf(one)}\n受理业务200件，办结业务150件，办结率80%。`;
        const [alone, beside] = [[], [{ kind: 'header' as const, text: line(one) }]].map(
          (margins) => verifyReport(readReport(body, margins)),
        );
        expect(beside).toEqual(alone);
      }),
    );
  });

  it('has the blanks of its template told', () => {
    const one = { place: '某县', office: '教育局', year: 2023, project: '校舍维修' };
    const found = said(one, 'header', '20XX年度XX项目绩效自评报告');
    expect(found.map(({ id, severity }) => [id, severity])).toEqual([
      ['template-residue', 'warning'],
    ]);
  });

  it('is named in place of a paragraph, and remarked upon at the beginning: Word takes no comment there', () => {
    const one = { place: '某县', office: '教育局', year: 2023, project: '校舍维修' };
    const findings = said(one, 'footer', titleOf({ ...one, year: 2022 }));
    const texts = VERIFIED_TEXTS['zh-CN'];
    expect(reportEntries(findings, texts).map(({ place }) => place)).toEqual(['页脚']);
    const document = `<w:body><w:p>${text('封面')}</w:p><w:p>${text(titleOf({ ...one, year: 2022 }))}</w:p></w:body>`;
    const made = withComments(
      { document, comments: null, paragraphs: ['封面', titleOf({ ...one, year: 2022 })] },
      remarksOf(findings, texts),
      '甲',
    );
    expect(made.document).toMatch(/<w:commentRangeStart w:id="0"\/><w:r><w:t>封面/);
    expect(made.comments).toContain('页脚：“某县教育局2022年度校舍维修项目绩效自评报告”');
  });
});
