import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';

/** A report on 2023 with a line in its third section, and one below it all. */
const findingsIn = (line: string, last = '某县水利局'): readonly string[] =>
  verifyReport(
    readReport(
      `2023年度灌区渠道维修项目绩效自评报告\n一、项目概况\n项目由某县水利局实施。\n三、绩效目标完成情况\n${line}\n${last}`,
    ),
  )
    .findings.filter(({ id }) => !id.startsWith('heading'))
    .map(({ id, severity }) => `${severity} ${id}`);

const told = (sentence: string, side: 1 | 2): string =>
  sentence.replace(/\{([^|}]*)\|([^}]*)\}/g, side === 1 ? '$1' : '$2');

/** As it was, with one slip, and what is said of that. */
const SLIPS: readonly (readonly [string, RegExp])[] = [
  ['农户满意度92.5%，{高于|低于}90%的目标。', /warning contradiction-completion/],
  ['水渠渗漏率{12|18}%，低于15%的目标。', /warning contradiction-completion/],
  ['实际更换闸门{382|342}扇，超过目标360扇。', /warning contradiction-completion/],
  ['核定编制120名，年末在职人员114人，在职人员控制率{95|97}%。', /share-not-ratio/],
  ['自评小组于{2024|2022}年3月4日至3月15日开展自评。', /warning filled-too-early/],
  ['灌区受益人数12.6万{人|元}。', /warning unit-suspect/],
  [
    '项目预算3264000元，全部为财政拨款，折合326.4{万元|元}。',
    /(?:warning|error) same-fact-two-values/,
  ],
];

const RIGHT: readonly string[] = [
  '投诉14件，低于20件的控制目标。',
  '满意度86%，低于90%的目标。',
  '抽检合格率99.1%、农户满意度93.6%，分别高于98%、90%的目标。',
  '清淤支渠64.5公里，超过目标4.5公里。',
  '单位成本0.345万元/公里，低于0.35万元/公里的目标。',
  '公路事故下降7.2%，低于9%的控制目标。',
  '编制120名，年末在职114人，长期聘用6人，在职人员控制率95%。',
  '“三公”经费预算20万元，实际支出18万元，“三公”经费控制率90%。',
  '自评小组于2023年7月开展中期自评，发现问题2个。',
  '自评工作组于2024年2月组织开展自评。',
  '处罚件数3件，罚款12万元。',
];

describe('one slip in a line', () => {
  it.each(SLIPS)('is found, and not what is right: %s', (line, id) => {
    expect(findingsIn(told(line, 1))).toEqual([]);
    expect(findingsIn(told(line, 2))).toEqual([expect.stringMatching(id)]);
  });

  it.each(RIGHT)('is not what is right: %s', (line) => expect(findingsIn(line)).toEqual([]));

  it('is the year below a report, of its own spring', () => {
    expect(findingsIn('已完工。', '某县水利局\n2024年3月20日')).toEqual([]);
    expect(findingsIn('已完工。', '某县水利局\n2023年3月20日')).toEqual([
      'warning filled-too-early',
    ]);
    expect(findingsIn('已完工。', '某县水利局\n2023年12月20日')).toEqual([]);
  });
});
