import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';

const findingsIn = (text: string): readonly string[] =>
  verifyReport(readReport(`2023年度某某项目绩效自评报告\n三、绩效目标完成情况\n${text}`), null)
    .findings.filter(({ id }) => !id.startsWith('heading'))
    .map(({ id, severity }) => `${severity} ${id}`);

describe('a price told again', () => {
  const PRICES = ['新建泵站工程结算价为', '管网改造结算价为', '河道清淤结算价'];
  const cases = PRICES.flatMap((price) =>
    ['经审计，', '经审计，该项目', '经财政评审中心审定，'].map((source) => ({ price, source })),
  );
  const told = (price: string, source: string, second: string): readonly string[] =>
    findingsIn(`${price}318.6万元。\n${source}${price}${second}万元。`);

  it.each(cases)('is silent where it is the same: $source$price', ({ price, source }) =>
    expect(told(price, source, '318.6')).toEqual([]),
  );

  it.each(cases)('is asked about where an audit found another: $source$price', (one) => {
    for (const second of ['302.4', '381.6'])
      expect(told(one.price, one.source, second)).toEqual(['info same-fact-two-values']);
  });

  it.each(PRICES)('is claimed to be wrong where nothing says why: %s', (price) => {
    for (const second of ['302.4', '381.6'])
      expect(told(price, '', second)).toEqual([
        expect.stringMatching(/^(?:error|warning) same-fact-two-values$/),
      ]);
  });
});

describe('a share of what is told coarsely', () => {
  it.each([
    ['接待费4.5万元，较上年6万元减少1.5万元，下降{}%。', '25', '20', 'warning'],
    ['培训费8.4万元，比上年7万元增加1.4万元，增长{}%。', '20', '15', 'warning'],
    ['接待费4.5万元，较上年6万元下降{}%。', '25', '20', 'info'],
  ])('is claimed where by how much fits, else asked about: %s', (text, right, wrong, severity) => {
    expect(findingsIn(text.replace('{}', right))).toEqual([]);
    expect(findingsIn(text.replace('{}', wrong))).toEqual([`${severity} change-not-figures`]);
  });
});

/** Long lines that all have their stops. */
const PROSE = [
  '全县共建成标准化水厂六座，配套管网铺设到每一个行政村。',
  '县水利局成立工作专班并安排专人负责各个标段的日常巡查。',
  '各标段施工单位按照批准的施工图组织施工并做好过程记录。',
  '项目资料由专人统一整理并按照档案管理规定移交县档案馆。',
];

describe('a last line without a stop', () => {
  const under = (last: string): readonly string[] => findingsIn([...PROSE, last].join('\n'));

  it.each([
    '下一步将继续加强对已建成水厂运行管理工作的',
    '今后将进一步完善村级管水员考核与报酬挂钩的',
    '县水利局还将会同财政部门对运行费用补助标准进行',
    '项目建成后受益群众对供水水质和服务态度的总体评价是',
  ])('breaks off: %s', (last) => {
    expect(under(last)).toEqual(['info truncated-sentence']);
    expect(under(`${last}改进方向已经明确。`)).toEqual([]);
  });

  it.each([
    '附件：农村饮水安全巩固提升项目支出绩效自评表',
    '附农村饮水安全巩固提升项目支出绩效自评表及佐证材料清单',
    '填报单位：清河县农村饮水安全工程建设管理中心',
    '清河县农村饮水安全工程建设管理领导小组',
    '清河县农村饮水安全巩固提升工程建设管理办公室',
    '清河县农村饮水安全巩固提升工程运行维护抢修大队',
    '清河县城乡供水一体化建设投资运营有限责任公司',
    '填报日期为二〇二四年三月十五日由清河县水利局填报于二〇二四年三月十五日',
    '联系人及电话：张工程师（县水利局农村水利股）',
  ])('is a signature or what is enclosed: %s', (last) => expect(under(last)).toEqual([]));

  it.each([
    [
      '（一）村级管水员报酬尚未与水费收缴率直接挂钩',
      '（二）部分水厂的在线监测设备还没有完成联网调试',
    ],
    [
      '1. 村级管水员报酬尚未与水费收缴率直接挂钩',
      '2. 部分水厂的在线监测设备还没有完成联网调试',
      '3. 个别村的入户水表井盖破损以后没有及时更换',
    ],
    ['——村级管水员报酬尚未与水费收缴率直接挂钩', '——部分水厂的在线监测设备还没有完成联网调试'],
  ])('is of a list whose items have none: %s', (...items) =>
    expect(under(items.join('\n'))).toEqual([]),
  );

  it('says nothing where most lines have none', () =>
    expect(
      findingsIn(
        PROSE.slice(1)
          .map((line) => line.replace('。', ''))
          .join('\n'),
      ),
    ).toEqual([]));
});
