import type { FindingSeverity } from '../../../../model/finding';
import { plainName } from '../../against/names';
import { defineReportCheck, placeInMargin } from '../../check';
import { namedYears, titledYear } from '../../facts/years';
import type { ReportText } from '../../read-report';

interface Difference {
  readonly at: number;
  readonly found: string;
  readonly expected: string;
  readonly severity: FindingSeverity;
}

/** What a line of a title names: whose report it is, of what. */
interface Named {
  readonly unit: string;
  readonly project: string;
}

const YEAR = /(?<!\d)(20\d\d)年度/g;
/** A year within a name of a document is not the report's. */
const DOCUMENT = /《[^》]*》|〔[^〕]*〕/g;
const SHORTEST = 4;
const LONGEST = 24;

const nameIn = (words: string): string => {
  const name = plainName(words);
  return name.length >= SHORTEST && name.length <= LONGEST ? name : '';
};

function namedIn(line: string): Named {
  const [before = '', ...behind] = line.split(/20\d\d年度?/);
  const project = /^([^，。：；]*?)(?:项目)?(?:支出)?(?:绩效)?(?:自我?评|评价)/.exec(
    behind.at(-1) ?? '',
  );
  return {
    unit: behind.length > 0 || !/报告|表$/.test(line) ? nameIn(before) : '',
    project: nameIn(project?.[1] ?? ''),
  };
}

/** 县教体局 is 县教育和体育局 in short. */
function isShort(short: string, long: string): boolean {
  let at = -1;
  return Array.from(short).every((sign) => (at = long.indexOf(sign, at + 1)) >= 0);
}

/** Names of one place and one kind: 某县水利局, 某县教育局. */
const areAlike = (one: string, other: string): boolean =>
  one.at(-1) === other.at(-1) && one.slice(0, 2) === other.slice(0, 2);

/** What title and cover name, a line each; a field names what stands behind its colon. */
const coverOf = ({ sentences }: ReportText): readonly Named[] =>
  sentences
    .filter(({ heading }) => heading < 0)
    .map(({ text }) => namedIn(text.split('：').at(-1) ?? ''));

function yearOf(line: string, report: ReportText, usual: number | null): Difference | null {
  const [named] = namedYears(report);
  const expected = named?.year ?? usual;
  const told = new Set(
    [...line.replace(DOCUMENT, '').matchAll(YEAR)].map(([, year]) => Number(year)),
  );
  const titled = titledYear(line);
  if (titled !== null) told.add(titled);
  const [found, ...more] = told;
  if (found === undefined || more.length > 0 || expected === null || found === expected)
    return null;
  // What is written in the next year may be called by it.
  const sure = named !== undefined && titled !== null && found < expected;
  return {
    at: Math.max(0, line.indexOf(String(found))),
    found: String(found),
    expected: String(expected),
    severity: sure ? 'warning' : 'info',
  };
}

function nameOf(line: string, report: ReportText): Difference | null {
  const texts = [...report.sentences, ...report.headings.map(({ title }) => ({ text: title }))];
  const all = texts.map(({ text }) => plainName(text)).join(' ');
  const cover = coverOf(report);
  const own = namedIn(line);
  const isOther = (name: string, known: string): boolean =>
    name !== '' &&
    known !== '' &&
    !all.includes(name) &&
    !(name.length < known.length ? isShort(name, known) : isShort(known, name));
  const unit = cover.find((one) => isOther(own.unit, one.unit) && areAlike(own.unit, one.unit));
  const project = cover.find((one) => isOther(own.project, one.project));
  const [found, expected] = unit
    ? [own.unit, unit.unit]
    : project
      ? [own.project, project.project]
      : ['', ''];
  const severity = unit && titledYear(line) !== null ? 'warning' : 'info';
  return found === '' ? null : { at: 0, found, expected, severity };
}

export const marginDiffers = defineReportCheck({
  id: 'margin-differs',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '页眉、页脚与报告不一致',
      message: '每页上下写的是“{found}”，报告里是“{expected}”。',
      fix: '核对页眉、页脚是不是从别的报告带来的，改成一致。',
      basis: '规则 F08：标题、评价年度与正文一致，页眉、页脚也是',
    },
    en: {
      title: 'A header or footer other than the report',
      message: 'Every page says “{found}”, the report “{expected}”.',
      fix: 'See whether it was taken over from another report, and make them agree.',
      basis: 'Rule F08: title, field and text agree on the year, and so do headers and footers',
    },
  },
  find: ({ report, year }, say) =>
    report.margins.flatMap((line) =>
      [yearOf(line.text, report, year), nameOf(line.text, report)].flatMap((one) =>
        one === null ? [] : [say(placeInMargin(line, one.at), one)],
      ),
    ),
});
