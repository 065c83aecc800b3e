import { sectionNames } from '../../../src/pane/report/section-names';
import { unwritten } from '../../../src/report/keep/rewrite';
import type { ReportLine } from '../../../src/report/report-lines';

const heading = (depth: 1 | 2 | 3 | 4, text: string): ReportLine => ({
  role: 'heading',
  depth,
  text,
});

const namesOf = (...lines: readonly ReportLine[]): readonly string[] =>
  sectionNames(unwritten([{ role: 'title', text: '报告' }, ...lines]), '封面');

test('a section is told by its title alone where no other has it', () => {
  expect(namesOf(heading(1, '一、概况'), heading(2, '（一）目标'), heading(1, '二、结论'))).toEqual(
    ['封面', '概况', '目标', '结论'],
  );
});

test('those of one title are told by what they stand under', () => {
  const names = namesOf(
    heading(1, '一、概况'),
    heading(3, '1.饮水'),
    heading(3, '2.公路'),
    heading(1, '二、结论'),
    heading(2, '（一）饮水'),
    heading(2, '（二）公路'),
  );
  expect(names.slice(1)).toEqual(
    '概况 概况：饮水 概况：公路 结论 结论：饮水 结论：公路'.split(' '),
  );
});
