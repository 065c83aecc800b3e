import type { TableResult } from '../../../src/model/score';
import { annexTables } from '../../../src/report/annex-table';
import { buildOutline } from '../../../src/report/outline';
import { outlineMarkdown } from '../../../src/report/outline-markdown';
import { outlineTemplate } from '../../../src/report/outline-templates';
import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';
import { sayIn } from '../../../src/report/sheet-cells';
import { TEXTS } from '../../support/texts';
import { fundsRow, quantity, sourced, tableResult, type RowSpec } from '../fixtures';

const row = (
  name: string,
  level1: string,
  [target, actual]: readonly [number, number],
  unit: string,
  more: Partial<RowSpec> = {},
): RowSpec => ({
  name,
  level1,
  target: quantity(`≥${target}${unit}`, { op: '>=', value: target, unit, ...percent(unit) }),
  actual: quantity(`${actual}${unit}`, { value: actual, unit, ...percent(unit) }),
  weight: 20,
  filled: 20,
  computed: 20,
  achievement: Number((actual / target).toFixed(4)),
  status: 'met',
  ...more,
});
const percent = (unit: string) => (unit === '%' ? ({ kind: 'percent' } as const) : {});

const table = tableResult(
  [
    row('新建泵站数量', '产出指标', [14, 14], '座'),
    row('清淤沟渠长度', '产出指标', [36.5, 37.8], '公里'),
    row('巡查人次', '产出指标', [860, 731], '人次', {
      filled: 17,
      computed: 17,
      status: 'unmet',
      reason: '人手不足，已增派',
    }),
    row('灌溉保证率', '效益指标', [85, 87.6], '%'),
    row('农户满意度', '满意度指标', [90, 93.5], '%', { weight: 10, filled: 10, computed: 10 }),
  ],
  {
    totals: {
      weight: 100,
      score: 95.62,
      filledScore: 95.62,
      printedWeight: 100,
      printedScore: 95.62,
      grade: '优',
    },
  },
  {
    goal: {
      expected: sourced('新建泵站14座，清淤沟渠36.5公里，灌溉保证率达到85%以上。', 10),
      achieved: sourced('新建泵站14座，清淤沟渠37.8公里，灌溉保证率达到87.6%。', 10, 4),
    },
    budget: {
      range: { top: 0, left: 0, bottom: 3, right: 7 },
      currency: '万元',
      headerRow: 0,
      rows: [
        fundsRow(1, '年度资金总额', [450, 432, 372.4, 10, 0.862, 8.62], true),
        fundsRow(2, '其中：当年财政拨款', [400, 382, 322.4]),
        fundsRow(3, '上年结转资金', [50, 50, 50]),
      ],
      headerCells: {},
    },
  },
);

const template = outlineTemplate('cn-project');
if (!template) throw new Error('no default template');
const own = outlineMarkdown(buildOutline(table, template)).replace(/<!--[\s\S]*/, '');

const loud = (text: string) =>
  verifyReport(readReport(text), table, 'markdown')
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ id, message }) => `${id} ${JSON.stringify(message.data)}`);

describe('the outline of a table, held against it', () => {
  it('is right to the last figure, with nothing but places to fill in', () =>
    expect(loud(own).filter((one) => !one.startsWith('placeholder-left'))).toEqual([]));

  it('says nothing twice, also of figures that stand in a sentence and in a table', () => {
    const found = verifyReport(readReport(own), table, 'markdown').findings.map(({ id }) => id);
    expect(found.filter((id) => id !== 'placeholder-left')).toEqual([]);
  });

  it('says a unit of percent and a ceiling so that they are read as what they are', () => {
    const [first, ...rest] = table.rows;
    const ceiling = {
      ...table,
      table: {
        ...table.table,
        indicators: table.table.indicators.map((one, at) =>
          at === 0
            ? {
                ...one,
                name: '受害率',
                target: quantity('0.9', { value: 0.9, unit: '百分比' }),
                actual: quantity('0', { value: 0, unit: '百分比' }),
              }
            : one,
        ),
      },
      rows: first ? [{ ...first, method: 'reverse-ratio' as const }, ...rest] : [],
    };
    const cells = annexTables(ceiling, sayIn(TEXTS['zh-CN']))[0]?.rows[1];
    expect(cells).toEqual(expect.arrayContaining(['受害率', '≤0.9%', '0%']));
  });

  it('tells a share in a column of % as it was scored, 93% of 0.93, and takes that for right', () => {
    const rate = quantity('≥90', { kind: 'percent', op: '>=', value: 90, unit: '%' });
    const shareOf = (value: number): TableResult =>
      tableResult([
        row('验收合格率', '产出指标', [90, 93], '%', {
          target: rate,
          actual: quantity(String(value), { kind: 'percent', value, unit: '%' }),
          achievement: 1.0333,
        }),
      ]);
    const share = shareOf(0.93);
    const text = outlineMarkdown(buildOutline(share, template));
    expect(text).toContain('验收合格率93%');
    expect(text).not.toContain('0.93%');
    const found = (one: string): string[] =>
      verifyReport(readReport(one), share)
        .findings.filter(({ severity }) => severity !== 'info')
        .map(({ id }) => id);
    expect(found('2023年度自评报告\n全年验收合格率93%。')).not.toContain('indicator-differs');
    expect(found('2023年度自评报告\n全年验收合格率39%。')).toContain('indicator-differs');
    expect(outlineMarkdown(buildOutline(shareOf(93), template))).toContain('验收合格率93%');
  });

  it('has a changed digit found nine times in ten', () => {
    const known = new Set(loud(own));
    const missed: string[] = [];
    let all = 0;
    for (const { index, 0: digit } of own.matchAll(/\d/g)) {
      const line = own.slice(own.lastIndexOf('\n', index) + 1, own.indexOf('\n', index));
      // Numbers of headings are counted by a check of their own; the title has the year.
      if (line.startsWith('#') && !/\d{4}年/.test(line)) continue;
      all += 1;
      const other = String((Number(digit) + 3) % 10);
      const changed = own.slice(0, index) + other + own.slice(index + 1);
      if (!loud(changed).some((one) => !known.has(one))) {
        missed.push(`${own.slice(Math.max(0, index - 16), index)}[${digit}]`);
      }
    }
    expect(all).toBeGreaterThan(100);
    expect(missed.slice(Math.floor(all / 10))).toEqual([]);
  });
});

test('what became of a goal, told in its words, is shown beside what became of it and not beside the goal', () => {
  const told = (one: string): string => `年度${one}主干沟渠清淤疏浚`;
  const withGoal = {
    ...table,
    table: {
      ...table.table,
      goal: {
        expected: sourced('主干沟渠清淤疏浚36.5公里。', 10),
        achieved: sourced('主干沟渠清淤疏浚37.8公里。', 10, 4),
      },
    },
  };
  const goalsOf = (text: string) =>
    verifyReport(readReport(text), withGoal, 'text')
      .comparisons.filter(({ kind }) => kind === 'goal')
      .map(({ expected, found, verdict }) => [expected, found, verdict]);
  const both = `${told('总体目标：')}36.5公里。\n${told('总体目标实际完成情况：')}37.8公里。`;
  expect(goalsOf(both)).toEqual([
    ['36.5', '36.5', 'same'],
    ['37.8', '37.8', 'same'],
  ]);
  expect(
    goalsOf(`${told('总体目标：')}35公里。`).every(([, , verdict]) => verdict === 'differs'),
  ).toBe(true);
});

describe('a report of a form that names no project', () => {
  const SHEETS =
    '附表 附表1 附件 附件2 Sheet1 自评表 自评表2 整体自评表 项目绩效自评情况 绩效指标完成情况 资金使用情况 自评结论';
  it.each(SHEETS.split(' '))('is compared whole where the sheet is called %s', (sheet) => {
    const nameless = { ...table, table: { ...table.table, project: null, sheet } };
    const text = `${own}\n\n九、${sheet}\n\n新建泵站数量完成14座。\n`;
    const { comparisons } = verifyReport(readReport(text), nameless, 'markdown');
    const total = comparisons.filter(({ kind }) => kind === 'total');
    expect(total.length).toBeGreaterThan(0);
    expect(total.every(({ verdict }) => verdict === 'same')).toBe(true);
    const wrong = verifyReport(
      readReport(text.replaceAll('95.62分', '93.62分')),
      nameless,
      'markdown',
    );
    expect(wrong.findings.map(({ id }) => id)).toContain('total-differs');
  });
});
