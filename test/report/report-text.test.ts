import fc from 'fast-check';
import { CATALOGUES, render } from '../support/texts';
import { buildOutline } from '../../src/report/outline';
import { outlineMarkdown } from '../../src/report/outline-markdown';
import { OUTLINE_TEMPLATES } from '../../src/report/outline-templates';
import { readReport } from '../../src/report/text/read-report';
import {
  LONGEST_EXCERPT,
  REPORT_CHECKS,
  type ReportCheck,
  type ReportFinding,
} from '../../src/report/text/report-finding';
import { chooseTables, tablesAbout } from '../../src/report/text/against/choose-table';
import { verifyReport } from '../../src/report/text/verify-report';
import { reportYear } from '../../src/report/text/facts/years';
import { fundsRow, quantity, sourced, tableResult } from './fixtures';
import { growthOf, LINEAR } from '../support/growth';

const verify = (text: string) => verifyReport(readReport(text)).findings;
const ids = (text: string) => verify(text).map(({ id }) => id);
const only = (text: string, id: ReportCheck): ReportFinding[] =>
  verify(text).filter((finding) => finding.id === id);

describe('readReport', () => {
  it('numbers paragraphs without counting blank lines and reads headings of four styles', () => {
    const report = readReport(
      '报告\n\n一、概况\n（二）资金。投入23万元。\n 3. 产出\n(4) 效益：好。\n12.5万元到位。',
    );
    expect(
      report.headings.map(({ style, number, title, paragraph }) => [
        style,
        number,
        title,
        paragraph,
      ]),
    ).toEqual([
      [1, 1, '概况', 2],
      [2, 2, '资金', 3],
      [3, 3, '产出', 4],
      [4, 4, '效益', 5],
    ]);
  });

  it('puts a paragraph cut by a page break together again', () => {
    const report = readReport('形成机制，市直相\n\n关部门协作。\n\n下一段。');
    expect(report.sentences.map(({ text, paragraph }) => [text, paragraph])).toEqual([
      ['形成机制，市直相关部门协作。', 1],
      ['下一段。', 3],
    ]);
  });

  it.each([
    ['# 一、概况', '一、概况'],
    ['\\# 号井3口', '#号井3口'],
    ['\\- 5℃以下', '-5℃以下'],
    ['\\*\\*注', '**注'],
    ['1\\. **产出**', '1.产出'],
  ])('takes marks of Markdown away, and no sign that was escaped: %s', (line, text) =>
    expect(readReport(line).sentences[0]?.text).toBe(text),
  );

  it('reads full-width figures and drops spaces between figures and words', () => {
    const report = readReport('支出 ５６ 万元，占 ８０．５％。');
    expect(report.sentences[0]?.text).toBe('支出56万元，占80.5%。');
  });
});

describe('reportYear', () => {
  it.each([
    ['评价年度：2023年度\n2024年安排。2024年完成。', 2023],
    ['2023年项目推进如下。\n填报日期：2024年7月19日', 2023],
    ['2024年度预算。2023年下达。2024年培训。', 2024],
    ['没有年份。', null],
  ])('%s', (text, year) => expect(reportYear(readReport(text))).toBe(year));
});

/** Wordings with the figures of public reports; found and expected as the finding must say. */
const CAUGHT: readonly [ReportCheck, string, string | number | null, string | number | null][] = [
  ['heading-numbering', '一、概况\n二、做法\n四、问题\n五、结论', '四、', '三、'],
  [
    'heading-numbering',
    '（一）小组。\n（三）过程。\n（三）时间。\n（四）公开。',
    '（三）',
    '（二）',
  ],
  ['heading-style', '1、情况\n2、实施\n三、绩效', '1、', '一、'],
  ['heading-missing-problems', '一、概况\n二、绩效分析\n三、结论', null, null],
  ['heading-missing-overview', '一、绩效分析\n二、问题\n三、结论', null, null],
  ['heading-missing-analysis', '一、概况\n二、问题\n三、结论', null, null],
  ['heading-missing-conclusion', '一、概况\n二、绩效分析\n三、问题', null, null],
  [
    'share-not-ratio',
    '立案受理135件。以调解方式解决的案件47宗，多元化解决率34.81%。其中调解方式结案34宗，直接调解率25.8%。',
    '25.8%',
    '25.2%',
  ],
  ['share-not-ratio', '受理业务200件，办结业务150件，办结率80%。', '80%', '75.0%'],
  [
    'mixed-rounding',
    '案件共计897宗，包括驳回522宗，占58.19%；裁定254宗，占28.31%；改变112宗，占12.48%；调解4宗，占0.44%；赔偿5宗，占0.56%。',
    '28.31%、12.48%、0.44%',
    '28.32%、12.49%、0.45%',
  ],
  [
    'shares-total',
    '共计100宗，驳回50宗，占50%；撤销30宗，占30%；维持20宗，占25%。',
    '105%',
    '100%',
  ],
  [
    'parts-not-total',
    '已审结129件（撤销1件，驳回2件，维持84件，终止3件，确认4件，调解34件）。',
    128,
    129,
  ],
  ['parts-not-total', '共审核文件66件，其中政府文件11件、部门文件56件。', 67, 66],
  ['parts-not-total', '坐席接听13772宗，留言819宗，转派工单17282宗，共31874宗。', 31873, 31874],
  [
    'same-fact-two-values',
    '受理后，已审结129件。\n2023年，已审结135宗案件中有调解。',
    '135宗',
    '129件',
  ],
  [
    'figure-year',
    '评价年度：2023年度\n2023年度收入数为439.62万元，2022年支出数是438.39万元。',
    2022,
    2023,
  ],
  ['partial-period', '2023年1月至11月，热线接听来电13772宗。', '1月至11月', null],
  ['partial-period', '2023年1-10月领导督办工单28宗。', '1-10月', null],
  [
    'future-as-evidence',
    '评价年度：2021年\n示范效应凸显，2022年年底将实现全覆盖。',
    '2022年年底将实现',
    null,
  ],
  [
    'prior-year-award',
    '评价年度：2023年\n我市在2022年度法治建设考评中以第三名获评优秀。',
    2022,
    2023,
  ],
  [
    'two-denominators',
    '全年支出93.79万元，预算支出完成率57.19%。\n压减后预算为93.79万元，计算支出率为100%。',
    '100%',
    '57.19%',
  ],
  [
    'low-rate-unexplained',
    '部门预算安排财政资金23万元。\n全年度实际支出13.32万元。',
    null,
    '57.91%',
  ],
  [
    'low-rate-unstated',
    '项目总预算为110万元，当年实际支出53.28万元。\n由于财政资金支付不及时，跨年支付。',
    null,
    '48.44%',
  ],
  [
    'high-score-low-rate',
    '总预算为110万元，实际支出53.28万元。\n项目自评得分为97.99分。',
    97.99,
    null,
  ],
  [
    'score-despite-unspent',
    '资金已下达，但支出受到限制，无法按时支出。\n该项目自评得分为100分。',
    100,
    null,
  ],
  [
    'amount-over-budget',
    '预算安排财政资金23万元。\n选取16个镇（街）试点，予以每个镇街20万资金补助。',
    320,
    23,
  ],
  [
    'contradiction-completion',
    '全面完成了各项工作任务，各项绩效指标大多数完成或超额完成。',
    '大多数完成',
    null,
  ],
  [
    'dates-out-of-order',
    '工程于2023年4月8日开工，2023年3月20日完工。',
    '2023年3月20日',
    '2023年4月8日',
  ],
  [
    'dates-out-of-order',
    '人行天桥于2023年4月8日开工，主体工程于2023年3月20日完工。',
    '2023年3月20日',
    '2023年4月8日',
  ],
  [
    'parts-not-total',
    '一标段合同价568.32万元，二标段合同价432.18万元，三标段合同价211.5万元，合同总价1221万元。',
    1212,
    1221,
  ],
  [
    'dates-out-of-order',
    '工程于2023年3月10日签订合同，2023年1月20日竣工验收。',
    '2023年1月20日',
    '2023年3月10日',
  ],
  ['dates-out-of-order', '工程于2023年3月开工，2023年5月完成招标。', '2023年3月', '2023年5月'],
  ['title-year', '防火项目绩效自评报告\n（2022年度）\n评价年度：2023年', 2022, 2023],
  [
    'shortfall-called-done',
    '目标任务：新建便民服务点30个；完成情况：建成26个，年度目标任务圆满完成。',
    '26个',
    '30个',
  ],
  [
    'partial-period',
    '评价年度：2023年\n一、绩效完成情况\n截至2023年8月底，开展巡诊236次。',
    '截至2023年8月底',
    null,
  ],
  ['contradiction-completion', '工程已全部竣工。目前尚未组织竣工验收。', '尚未组织竣工验收', null],
  ['contradiction-completion', '二标段仍在施工，但各项任务均已完成。', '仍在施工', null],
  [
    'contradiction-problems',
    '本项目不存在资金闲置现象。因招标延迟，闲置资金36万元。',
    '闲置资金36万元',
    null,
  ],
  [
    'contradiction-payment',
    '资金全部及时落实到位。\n由于财政资金支付不及时，影响工作。',
    '支付不及时',
    null,
  ],
  [
    'repeated-sentence',
    '据法院数据，行政案件开庭数1169件，行政机关负责人出庭数1161件，出庭应诉率99.32%。\n落实制度，行政案件开庭数1169件，行政机关负责人出庭数1161件，出庭应诉率99.32%。',
    null,
    null,
  ],
  [
    'truncated-sentence',
    '落实跟踪机制，定期对复议意见书、建议书的执行情况进行督促\n（二）开展活动。',
    null,
    null,
  ],
  ['stray-marks', '[bookmark: _GoBack]一是主动对标。', '[bookmark', null],
  [
    'placeholder-left',
    '自评工作：【待补充：自评组织分工，方法】',
    '【待补充：自评组织分工，方法】',
    null,
  ],
  ['stray-marks', '明确职责。**三是加强保障。**', '**', null],
  ['same-fact-two-values', '财政拨款3200000元（32万元）。', '32万元', '3200000元'],
  [
    'same-fact-two-values',
    '补助资金1286543.2元（128.56万元）已到位。',
    '128.56万元',
    '1286543.2元',
  ],
  ['same-fact-two-values', '合同价款1.2亿元（1200万元）。', '1200万元', '1.2亿元'],
  [
    'product-not-amount',
    '按照每村5万元的标准，对36个村给予奖补，共计160万元。',
    '160万元',
    '180万元',
  ],
  [
    'balance-differs',
    '年初预算500万元，年中追加60万元，全年支出548万元，年末结余22万元。',
    '22万元',
    '12万元',
  ],
  ['dates-out-of-order', '项目于2023年3月启动，2023年1月完成竣工验收。', '2023年1月', '2023年3月'],
  [
    'share-not-ratio',
    '发放问卷300份，回收有效问卷285份，其中满意和基本满意的274份，综合满意度为99.14%。',
    '99.14%',
    '96.14%',
  ],
  [
    'share-not-ratio',
    '收回问卷238份，其中非常满意202份、满意31份、不满意5份，群众满意度94.9%。',
    '94.9%',
    '97.9%',
  ],
  ['share-not-ratio', '共检测水样480份，合格466份，水质合格率达到98.07%。', '98.07%', '97.08%'],
  [
    'parts-not-total',
    '检查生产企业342家次、经营单位587家次、使用单位203家次，累计检查各类单位1232家次。',
    1132,
    1232,
  ],
  ['parts-not-total', '争取上级补助820万元，本级安排180万元，总投资1100万元。', 1000, 1100],
  [
    'change-not-figures',
    '受益人口由2022年的3.2万人增加到2023年的4万人，同比增长20%。',
    '20%',
    '25%',
  ],
];

describe('verifyReport', () => {
  it.each(CAUGHT)('%s: %s', (id, text, found, expected) => {
    const findings = only(text, id);
    expect(findings).toHaveLength(1);
    expect([findings[0]?.found, findings[0]?.expected]).toEqual([found, expected]);
  });

  it.each([
    '一、概况\n（一）背景。\n（二）资金。\n二、绩效分析\n（一）产出。\n1. 数量。\n2. 质量。\n（二）效益。\n三、问题\n四、结论',
    '目录\n一、概况\n二、绩效分析\n三、问题\n四、结论\n第一部分\n一、概况\n二、绩效分析',
    '受理业务量共177321件，办结业务量176544件，办结率99.56%；分厅受理业务量共1099518件，办结业务量1098798件，办结率99.93%。',
    '委托起草法规2部、调研法规1部，工作完成及时率100%。',
    '进驻26个部门490项事项，事项比设立之初增加75%。',
    '共接听来电13772宗，留言819宗，转派工单17282宗，共31873宗，同比增长8.19%。',
    '共审核文件66件，其中政府文件11件、部门文件55件，审查报备文件36件。',
    '事项共1581项已全部进驻！其中分厅事项共522项；11个部门事项569项，综合窗口事项490项。',
    '直接纠错案件64宗，其中撤销25宗、变更1宗、确认违法36宗、责令履行2宗。',
    '审结案件897宗（含结转201宗），包括驳回522宗，占58.19%。',
    '总预算为110万元，当年实际支出53.28万元。其中培训12.1万元，实际支出12.1万元；宣传2.5万元，实际支出2.5万元；改造23万元，实际支出23万元。由于支付不及时，执行率48.44%。',
    '2023年度收入数为439.62万元，支出数是438.39万元，比2022年支出数是400万元增长。',
    '2023年1月至12月，热线接听来电13772宗。',
    '按压减后的预算，全年支出93.79万元，支出率为100%。',
    '不存在截留、挤占、挪用项目资金情况；防止资金被挤占、挪用。',
    '项目名称：综合标准化试点\n项目经费：56万元\n填报人姓名：张三、李四\n联系电话：0750-3277936',
    '12345政务服务热线2023年办结率100%，群众满意率99.89%。',
    '收入：792.22万元。同比上年度增加189.25万元，增加31.39%。其中：财政拨款收入792.22万元，同比上年度增加209.28万元，增加35.9%。',
    '支出：799.12万元。其中：人员经费支出434.89万元，公用经费支出77.4万元，项目支出286.83万元。',
    '实施项目共15个（含转列项目5个），年初批复预算8个项目985万元（含1个结转结余项目50万元），年中增加8个项目。',
    '问题3个，已经整改3个，整改率达到100%。',
    '一般公共预算支出3826.45万元，占总支出的88.2%；政府性基金支出512万元，占总支出的11.8%。全年总支出4338.45万元。',
    '10月底前支付进度为62%，11月支付188万元，12月支付96万元，全年支付进度达到100%。',
    '收回问卷291份，其中非常满意214份、满意63份、基本满意9份、不满意5份，综合满意度98.28%。',
    '基金收入8.74亿元，支出8.12亿元，当期结余0.62亿元，累计结余5.39亿元。',
    '全年鉴定1680人，其中初级860人、中级620人、高级200人，合计1680人。',
    '已完成改厕207户。设定指标33项，完成31项、未完成2项。',
    '培训9场次（如礼仪培训2场次、业务培训3场次等）。',
    '储备5000吨稻谷、500吨成品粮，储备到位率100%。',
    '补助农户1200户、合作社30户，补助到位率100%。',
    '支出合计960万元，其中人员经费560万元、公用经费112万元、项目支出288万元，分别占58.33%、11.67%、30%。',
    '全年到位资金1500万元，中央、省、市资金分别为900万元、400万元、200万元，占比分别为60%、26.67%、13.33%。',
    '预算800万元，其中上级560万元，本级240万元；到位720万元，其中上级560万元，本级160万元，分别到位100%和66.67%。',
    '省级下达200万元、市级配套100万元、县级配套100万元，实际到位省级200万元、市级100万元、县级60万元，到位率90%。',
    '一般债券安排300万元，专项债券安排900万元，分别支出270万元和720万元，执行率分别为90%和80%。',
    '结转资金40万元全部支出，当年预算资金260万元支出234万元，综合执行率91.33%。',
    '公共预算拨款支出860万元，占本年支出合计的95.56%；基金支出40万元，占4.44%。',
    '办理案件820件，其中行政处罚540件、行政强制80件、其他200件，处罚类占65.85%。',
    '新增停车位2400个，其中地面1500个、地下900个，完成计划2000个的120%。',
    '预算数640万元，其中公共预算480万元、基金160万元；执行数608万元，其中一般公共预算464万元、基金144万元。',
    '行政运行320万元，较2023年300万元增长6.67%；事业运行180万元，较2023年200万元下降10%；两项合计500万元。',
    '部门支出2400万元，其中基本支出1680万元，占70%，项目支出720万元，占30%；基本支出中人员经费1428万元，占85%，公用经费252万元，占15%。',
    '自评得分为93分，其中：预算执行10分得9分、履职效能60分得57分、管理效率20分得18分、社会效应10分得9分。',
    '接听热线8640个，日均24个，其中咨询类6480个，求助类1296个，投诉类864个。',
    '改造线路36公里，每公里12万元；更换变压器20台，每台5万元，分别支出432万元、100万元，共532万元。',
    '设定三级指标24个，其中定量指标18个、定性指标6个，定量指标占75%。',
    '一般性支出由160万元压减到136万元，其中会议费压减4万元、培训费压减6万元、差旅费压减14万元。',
    '指标“验收合格率”满分10分，得9.8分；指标“按期完工率”满分10分，得9.5分，两项共扣0.7分。',
    '2025年度自评。全年未收到与本项目有关的投诉。12345热线全年收到各类投诉156件，均已办结。',
    '评价年度：2025年度\n检查未发现资金挪用问题；2023年审计发现的挪用资金3.6万元已全部追回。',
    '本年度未发生信访事件，全年收到信访件14件，均为咨询类。',
    '项目执行中未出现超预算现象，个别子项超支2.3万元，由其他子项节约解决。',
    '2025年3月二标段开工，一标段已于2025年1月竣工。',
    '工程于2023年11月开工，次年5月竣工。',
    '项目2023年10月开工，第二年6月完工。',
    '水渠2024年5月开工，2024年5月20日完工。',
    '计划2023年6月底前完成，经批准调整到12月底，实际2023年12月15日完成。',
    '新区中学于2025年4月开工建设，配套道路2025年2月已建成通车。',
    '失业人员再就业1260人，其中困难人员386人；城镇新增就业4820人，完成目标任务4500人的107.1%。',
    '项目支出1260万元，其中设备购置386万元；基本支出900万元。',
    '固定资产原值1286万元，累计折旧436万元，净值850万元；其中房屋620万元、设备480万元、车辆186万元。',
    '受理行政许可申请216件，准予许可203件，不予许可5件，申请人撤回8件，按时办结率100%。',
    '项目得分98分，等级为优；上年得分89.5分，等级为良，提高8.5分。',
    '主体工程尚未完工验收，按合同约定应于2026年6月完工，本年度目标为完成主体结构，已全部完成。',
    '各项任务均已完成。二期项目尚未开工，计划2026年启动。',
    '总收入3520万元，财政拨款收入3000万元，其中一般公共预算拨款收入2800万元。',
    '中央财政补助380万元，省级补助标准为120元，县级配套60万元。',
    '中央补助资金380万元，省级补助资金每人120元，县级配套资金60万元。',
    '省级财政补助标准500元，市级补助100万元。',
    '年初预算300万元，年中追加80万元，全年预算执行数350万元。',
    '年初预算100万元，追加20万元，其中设备购置15万元，调整后预算120万元。',
    '年初预算数300万元，执行中调增30万元，其中调增人员经费20万元，调整后预算数330万元。',
    '总收入3520万元，本年收入3400万元，年初结转120万元，其中财政拨款收入3000万元。',
    '第一次检查发现问题20个，第二次检查发现问题15个，累计整改问题33个。',
    '2022年下达第一批200万元，第二批150万元，累计到位资金330万元。',
    '第一阶段培训200人，第二阶段培训150人，累计培训320人（部分人员参加两个阶段）。',
    '任务总数50个，已完成45个，剩余3个正在推进，2个取消。',
    '应检46座，已完成检测41座，还有3座正在检测，2座停用。',
    '现有在册村医200人，已完成培训180人，尚有10人请假、10人退休。',
    '主体工程2023年6月完工，附属工程2023年4月通过验收。',
    '2023年10月签订供货合同，2023年9月建成实验室投入使用。',
    '2024年1月签订质保合同，2023年12月竣工验收。',
    '第一期工程投资2000万元，第二期工程投资1500万元，第三期正在实施，累计完成投资3800万元。',
    '上级补助资金80万元，本级安排5000元用于宣传。',
    '部门整体支出绩效自评得分为96.5分，其中“平安校园”项目得分97分。',
    '资金总额600万元，中央资金300万元，省级资金200万元，其余为自筹。',
    '2023年度河道整治项目支出绩效自评报告\n水利局\n2024年',
    '评价年度：2023年度\n2023年预算编制时参照2022年支出数320万元确定。',
    '资金500万元，分配给甲县180万元、乙县170万元，余下的用于验收奖励。',
    '1.道路养护项目：预算120万元，支出118万元，自评得分98分。\n2.桥梁维修项目：预算80万元，支出75万元，自评得分93.8分。',
    '道路养护项目自评得分98分，桥梁维修项目自评得分93.8分，“平安校园”项目得分97分。',
    '5个小区中，3个已竣工，2个正在施工，预计2024年5月底前完成。',
    '2023年度自评。2022年预算320万元，执行率95%；2023年预算360万元，执行率98%，收入365万元，支出353万元。',
    '2023年2月签订施工合同，2022年12月一期竣工。',
    '中央资金350万元；省级资金200万元，其中奖补50万元；市县150万元；合计700万元。',
    '年初预算安排320万元，较上年增加20万元，调整后预算350万元。',
    '年初预算320万元，调整预算数352万元，调整率10%，执行数340万元，执行率96.59%。',
    '总体支付率92%，工程类预算500万元，支付425万元；设备类预算300万元，支付300万元。',
    '总投资5000万元，中央预算内投资2000万元，省级投资1000万元，其余由企业自筹。',
    '截至2023年8月底，资金已全部拨付；截至12月底，惠及群众1200人。',
    '共有山塘126口，2023年整治46口，剩余80口列入后续计划；另有水闸86座，2023年维修6座，剩余12座待修。',
    '一、概况\n二、绩效分析\n三、问题\n无重大问题。\n部分台账不够规范。\n四、结论',
    '截至2025年6月，尚未完成支付的23.4万元，已于2025年11月全部完成支付。',
    '季度支出120万元、180万元、210万元、90万元，全年支出600万元，进度分别为20%、50%、85%、100%。',
    '抽查资料45份，规范42份，规范率93.33%，不规范的3份已全部整改，整改率100%。',
    '共5个子项目，3个完工，1个在建，1个未开工，完工率60%，开工率80%。',
    '资金480万元，其中：工程款支付432万元，监理费48万元，资金使用率97%。',
    '12个标段中10个标段质量优良，优良率83.33%，其余2个标段合格，合格率100%。',
    '应参保210人，实际参保207人，参保率98.57%，其中脱贫人口参保19人，参保率100%。',
    '抽检样品210批次，其中合格207批次，不合格2批次，其余批次已全部处置。',
    '第1批设备4个，完成率100%。\n第2批设备5个，完成率100%。',
    '财政拨款3200000元（320万元），合同价款1.2亿元（12000万元），补助1286543元（128.65万元）。',
    '预算200万元（220万元），下达资金1286543元（约130万元），奖补资金50万元（5000元/户）。',
    '补助标准为每人1000元（10万元），培训费400元（4.5万元）。',
    '城乡居民参保41.8万人，参保率96.3%，其中脱贫人口参保3.2万人，参保率100%。',
    '注册志愿者12.6万人，较2022年的10.5万人增长20%，占常住人口84万人的15%。',
    '事故由48起降至42起，死亡人数下降20%。',
    '全年预算2300万元。全年支出2254万元，其中基本支出1127万元，占50%；项目支出1127万元，占50%。预算执行率98%。',
    '2023年新建站点12处、改造站点9处，累计建成站点86处。',
    '本年检查企业120家次、学校60家次，累计检查各类单位180家次。',
    '2023年5月启动招标，2023年3月完成一期验收。',
    '受益人口由2022年的3.2万人增加到2023年的4万人，同比增长25%。',
    '年初预算500万元，年中追加60万元，全年支出548万元，年末结余12万元。',
    '按照每村5万元的标准，对36个村给予奖补，共计180万元。',
    '共检测水样480份，合格466份，水质合格率97.08%。',
    '上级补助820万元，本级安排180万元，总投资1000万元。',
    '收入总计1200万元，财政拨款收入1000万元，上年结转200万元，支出总计1150万元。',
    '预算安排800万元，上年结转100万元，共支出850万元。',
    '中央资金300万元，省级资金200万元，合计支出480万元，结余20万元。',
    '财政拨款1000万元，自有资金200万元，支出合计1150万元。',
    '全年收入1000万元，上年结余200万元，支出总计1150万元，年末结余50万元。',
    '下达资金300万元、配套200万元，共计使用450万元。',
    '购置电脑20台，打印机10台，共计验收28台。',
    '新建道路5公里，改建道路3公里，共完成验收7公里。',
    '一标段合同价300万元，二标段合同价200万元，共结算490万元。',
    '主体工程已完工，绿化工程尚未完工。',
    '主体工程已竣工，附属工程尚未完工。',
    '供水管网已建成，污水管网尚未建成。',
    '除1个项目因征地未完工外，其余项目全部完工。',
    '除个别指标未完成外，其他各项指标全部完成。',
    '除二标段未完工外，其他标段全部完工。',
    '前期工作已全部完成，主体工程尚未开工。',
    '本年度任务全部完成，但档案归档工作尚未完成。',
    '数量指标全部完成，时效指标未完成。',
    '产出指标全部完成，效益指标中1项未完成。',
    '培训任务全面完成，成果转化指标未完成。',
    '项目已完工并通过竣工验收，尚未完成决算审计。',
    '工程已完工，尚未通过竣工验收。',
    '设备已采购到位并投入使用，正在建设配套信息系统。',
    '项目建设期两年，2023年建设任务全部完成，项目整体尚未完工。',
    '年初预算500万元，年中追加100万元，全年预算合计660万元（含上年结转60万元）。',
    '计划改造100户，已完成95户，还有8户正在施工（含新增3户）。',
    '2023年10月竣工，2023年9月通过消防验收。',
    '2023年10月完工，2023年8月通过中间验收。',
    '2023年11月建成，2023年10月通过专家验收。',
    '粮食产量12.5万吨，比上年增产0.5万吨，增长4.17%。',
    '农民人均收入2.1万元，比上年增收0.1万元，增长5%。',
    '招生1200人，比上年多200人，增长20%。',
    '投诉80件，比上年少20件，下降20%。',
    '绿化面积120公顷，较上年扩大20公顷，增长20%。',
    '用水量80万吨，较上年减排20万吨，下降20%。',
    '收入105万元，较上年上浮5万元，增长5%。',
    '电费45万元，比上年回落5万元，降幅10%。',
    '部门整体支出绩效自评得分95.5分。',
    '下属殡仪馆自评得分97分。',
    '农村公路项目得分96分，桥梁项目得分94分，安防工程得分95分，综合得分95分。',
    '项目总分100分，自评得分96分。',
    '评价总分为100分，我单位自评得分为96分。',
    '安排项目62个，其中产业类38个、基础设施类20个、其他4个，产业类资金占比62%。',
    '实施项目20个，其中产业项目12个，产业项目投资占比65%。',
    '参训人员300人，其中女性120人，女性学时占比42%。',
    '全县16个乡镇，开展试点的乡镇8个，试点乡镇人口占比55%。',
    '购置设备50台，其中国产设备40台，国产设备金额占比72%。',
    '种植面积1200亩，其中水稻800亩，水稻产量占比70%。',
    '参保38万人，参保率98%（扣除异地参保）。',
    '综合得分96分，其中自评得分97分、抽查得分95分。',
    '财政拨款执行率100%，自有资金结余2万元。',
    '2023年执行率100%，2022年结余资金2万元已上缴。',
    '项目支付率100%，银行账户结余5万元为往来款。',
    '一标段按期完工，二标段延期2个月完工。',
    '项目延期2个月，经批复同意。各项任务按期完成。',
    '新建（改建）厕所36座，其中新建20座、改建16座，完成率100%，验收合格率100%。',
    '截至12月底，当年预算500万元支出480万元，结转60万元支出52万元，总执行率95%。',
    '按期完工率95%，1座桥梁未按期完工。',
    '评价工作于2024年1月启动，项目2023年11月竣工。',
    '评价工作于2024年1月启动，2023年11月建成的项目全部纳入评价。',
    '采购2023年6月启动，2023年5月建成的实验室投入使用。',
    '发放问卷300份，收回290份，非常满意220份，总体满意度96.5%。',
    '年初预算500万元，追加上级资金60万元（年底收回10万元），全年支出548万元，年末结余2万元。',
    '培训补贴支出253.2万元，生活补贴支出42万元，宣传费支出13.4万元。',
    '2023年培训任务：培训人数2000人，培训期数40期，培训合格率90%，学员满意度95%。',
    '企业职工培训人数900人，农民工培训人数760人，失业人员培训人数476人，合计2136人。',
    '线上培训人数1200人，线下培训人数936人。',
    '2022年培训人数1860人，2023年培训人数2136人，增长14.84%。',
    '发放补贴1752人，未发放补贴人数384人。',
    '培训后就业率63.5%，其中农民工培训后就业率71.2%，失业人员培训后就业率52%。',
    '其中电工培训合格率92%，焊工培训合格率96.8%。',
    '计划2024年培训人数2200人，培训期数45期。',
    // Openings of public reports: items that begin with a year, an allotment, two years in one list.
    '1、甲园维修项目：预算35.3万元，全年支付35.3万元。\n2、2022年乙园绿化项目：预算20万元，全年支付20万元，支付率100%。\n3、丙园版面项目：预算20万元，全年支付20万元，支付率100%。',
    '先行拨付资金3600万元（中央2850万元、省级750万元）分配到各机构，年底将余下的120万元分配到位，全年12类服务资金3720万元全部到位。',
    '两年资金共计183万元，其中2021年省级24万元、中央59万元，2022年省级31万元、中央69万元。',
    '建厂房12.08万元；购买变压器18.8万元；购置锅炉6.75万元；共计37.63万元，已带动14户分红，每户分得700元。',
    '现场抽查了4个乡镇11个村，占乡镇总数16个的25%、行政村总数110个的10%。',
    '巡查48次，每月4次，发现问题120个，其中立行立改95个，限期整改25个，整改率100%。',
    '经现场评价，6个指标完成率为100%，2个指标完成率为90%，1个指标完成率为80%。',
    '中央、省、县三级资金分别到位800万元、300万元、160万元，到位率均为100%。',
    '全县水库56座，其中中型2座、小（1）型12座、小（2）型42座，本项目养护小型水库27座，占小型水库总数的50%。',
    '每人每年补助1200元，全年补助1430人，其中12人年中死亡，实际发放171.6万元。',
    '造林项目自评得分98分，防火项目自评得分97.5分，部门整体自评得分99.45分。',
    '一、各项目自评情况\n（一）卫生院能力提升\n全年执行率99%。自评得分99.9分。\n（二）基本公共卫生服务\n全年执行率95%。自评得分97.5分。',
    '一、项目自评\n1.低保项目预算1000万元，自评得分98.8分。\n2.养老项目预算500万元，自评得分95分。\n二、结论\n部门整体支出自评得分96.5分。',
    '1、2号楼屋面已修缮。\n3号楼已验收。',
  ])('is silent on: %s', (text) => expect(ids(text)).toEqual([]));

  it.each([
    ['template-residue', '预算金额为 xxxx.xx 万元。', 'xxxx.xx'],
    ['template-residue', '其中产业项目 x 个，资金已下达。', 'x'],
    ['word-doubled', '完成169处工程维修养护,,覆盖服务人口4.52万人。', '，，'],
    ['marks-unpaired', '职能：1)宣传方针；(2)组织演出；(3)培训骨干。', ')'],
    ['word-doubled', '绿化面积3000平方米；，安葬3名。', '；，'],
    ['word-doubled', '前期经费结余万元9.18万元。', '万元'],
    [
      'heading-numbering',
      '1、甲项目：已完成。\n2、2022年乙项目：已完成。\n4、丙项目：已完成。',
      '4、',
    ],
  ] as const)('asks about what people leave: %s %s', (id, text, found) =>
    expect(only(text, id).map((one) => one.found)).toEqual([found]),
  );

  it.each(['结余资金，【待补充：原因】。', '原因：【待补充：甲】、【待核对：乙】；另说明。'])(
    'takes the marks around what an outline left open for one: %s',
    (text) => expect(ids(text)).toEqual(['placeholder-left']),
  );

  it('takes no place that an outline left open for a blank of a template', () => {
    const text = '主管部门：【待补充：主管部门】；实施单位：【待补充：实施单位】。';
    expect(ids(text)).not.toContain('template-residue');
  });

  it('takes bold marks for what they are in Markdown', () => {
    const report = readReport('明确职责。**三是加强保障。**');
    expect(verifyReport(report, null, 'markdown').findings).toEqual([]);
  });

  it('gives findings in the order of the text with short excerpts that show the place', () => {
    const text = `${'前文很长，'.repeat(40)}受理业务200件，办结业务150件，办结率80%。\n[bookmark]`;
    const findings = verify(text);
    expect(findings.map(({ paragraph, id }) => [paragraph, id])).toEqual([
      [1, 'share-not-ratio'],
      [2, 'stray-marks'],
    ]);
    expect(findings[0]?.excerpt).toContain('办结业务150件');
    for (const { excerpt } of findings) expect(excerpt.length).toBeLessThanOrEqual(LONGEST_EXCERPT);
  });

  it('has texts for every check, with every figure filled in, in both languages', () => {
    for (const id of REPORT_CHECKS) {
      for (const language of ['zh-CN', 'en'] as const) {
        expect(CATALOGUES[language]).toHaveProperty([`report.check.${id}.message`]);
        expect(CATALOGUES[language]).toHaveProperty([`report.check.${id}.fix`]);
      }
    }
    for (const [id, text] of CAUGHT) {
      for (const finding of only(text, id)) {
        for (const language of ['zh-CN', 'en'] as const) {
          expect(render(finding.message, language)).not.toMatch(/[{}]|report\.check/);
        }
      }
    }
  });

  it('answers any text at all', () => {
    const piece = fc.constantFrom(
      '其中',
      '共',
      '12',
      '件',
      '%',
      '。',
      '，',
      '（',
      '）',
      '\n',
      '一、',
      '（二）',
      '2023年',
      '万元',
      '占',
      '率',
      '自评得分',
      '3.5',
      '每个镇',
      '包括',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.string(), (pieces, tail) => {
        for (const finding of verify(pieces.join('') + tail)) {
          expect(finding.paragraph).toBeGreaterThan(0);
          expect(finding.excerpt.length).toBeLessThanOrEqual(LONGEST_EXCERPT);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '受理业务量共177321件，办结业务量176544件，办结率99.56%，其中甲1件、乙2件、丙3件。\n',
    '1件（',
  ])('the work on a long report of “%s” grows with its length', (piece) => {
    const growth = growthOf(100, (size) => piece.repeat(size), verify);
    expect(growth).toBeLessThan(LINEAR);
  });
});

describe('verifyReport with a table', () => {
  const table = tableResult(
    [
      {
        name: '培训场次数量',
        actual: quantity('9', { value: 9 }),
        target: quantity('≥9场', { value: 9, unit: '场' }),
      },
      { name: '业务合格率', actual: quantity('98%', { kind: 'percent', value: 98, unit: '%' }) },
    ],
    {},
    { unit: sourced('219-某市司法局（公章）', 3), grade: sourced('优', 14) },
  );
  /** What is asked of the target, and of a text with nothing to compare, has its own tests. */
  const APART: readonly ReportCheck[] = [
    'target-differs',
    'achievement-differs',
    'nothing-compared',
  ];
  const against = (text: string) =>
    verifyReport(readReport(text), table)
      .findings.filter(({ id }) => !APART.includes(id))
      .map(({ id, found, expected }) => [id, found, expected]);

  it.each<[string, string, ReportCheck, string | number, string | number]>([
    ['total', '本项目自评得分为98分。', 'total-differs', 98, 96],
    ['total', '自评得分为95.385分。产出自评得分25.39分。', 'total-differs', 95.385, 96],
    ['grade', '评价等级为“良”。', 'grade-differs', '良', '优'],
    ['project', '项目名称：法律援助补助', 'project-differs', '法律援助补助', '基层培训经费'],
    ['department', '市级主管部门：某市财政局', 'department-differs', '某市财政局', '某市司法局'],
    ['unit', '评价单位：某市公安局', 'unit-differs', '某市公安局', '219-某市司法局（公章）'],
    ['year', '2022年度绩效自评。', 'year-differs', 2022, 2023],
    ['budget', '全年预算为50万元，执行率86.2%。', 'budget-differs', 50, 43.2],
    ['spending', '全年实际支出40万元。', 'spending-differs', 40, 37.24],
    ['rate', '预算执行率为90%。', 'rate-differs', '90%', '86.2%'],
    ['indicator', '完成培训场次数量8场，效果好。', 'indicator-differs', '8场', '9场'],
    ['indicator rate', '业务合格率达到95%。', 'indicator-differs', '95%', '98%'],
  ])('%s', (_, text, id, found, expected) => {
    expect(against(text)).toEqual([[id, found, expected]]);
  });

  it.each([
    '本项目自评得分为96分，评价等级为优。',
    '项目名称：基层培训经费\n主管部门：（公章）某市司法局\n评价单位：某市司法局',
    '自评表满分100分，80分以上为良。自评满分100分。按标准自评，综合得分：96分。',
    '年初预算安排40万元，执行率为86%。',
    '年度预算432000元，全年支出37.24万元，预算执行率为86.2%，由于压减。',
    '2023年度培训场次数量9场，业务合格率98%。',
    '培训场次数量年度指标值8场，实际完成9场，完成率112.5%。业务合格率目标95%，实际98%。',
    '培训场次数量：年度指标值≥8场，实际完成值9场。业务合格率：指标值≥95%，完成值98%。',
    '计划完成培训场次数量8场。培训场次数量应达到8场，已完成9场。业务合格率不低于95%。',
    '年度总体目标：完成培训场次数量8场。业务合格率95%。\n实际完成情况：培训场次数量9场。',
    '培训场次数量8场以上，业务合格率98%，满意度90%。',
    '业务合格率完成率100%，达到98%。',
    '全年计划开展培训场次数量8场，实际9场。',
    '培训场次数量由年初计划的8场调整为9场。',
    '全年应完成培训场次数量8场，完成了9场。',
    '业务合格率超过目标值95%，为98%。',
    '原定目标培训场次数量8场。',
    '预期实现培训场次数量8场。',
    '计划在公共场所开展培训场次数量8场。',
  ])('is silent where both agree: %s', (text) => expect(against(text)).toEqual([]));

  it.each([
    ['培训场次数量年度指标值9场，实际完成8场。', '8场'],
    ['按计划完成培训场次数量8场。', '8场'],
    ['按照目标要求，培训场次数量完成8场。', '8场'],
    ['超过年度目标，完成培训场次数量8场。', '8场'],
    ['培训任务完成培训场次数量8场。', '8场'],
    ['实际完成情况：培训场次数量8场。', '8场'],
    ['年度总体目标：培训场次数量9场；实际完成培训场次数量8场。', '8场'],
    ['业务合格率目标98%，实际95%，培训场次数量9场。', '95%'],
    ['一、绩效目标完成情况\n培训场次数量8场。', '8场'],
  ])('still sees what was done: %s', (text, found) => {
    expect(against(text).filter(([id]) => id === 'indicator-differs')).toEqual([
      ['indicator-differs', found, found === '8场' ? '9场' : '98%'],
    ]);
  });

  it('reads a figure below zero by its sign or its word', () => {
    const falling = tableResult([
      {
        name: '农药使用量增长率',
        actual: quantity('-1.2%', { kind: 'percent', value: -1.2, unit: '%' }),
      },
    ]);
    const said = (text: string) =>
      verifyReport(readReport(text), falling).findings.map(({ id }) => id);
    expect(said('农药使用量增长率-1.2%。')).toEqual([]);
    expect(said('农药使用量增长率下降1.2%。')).toEqual([]);
    expect(said('农药使用量增长率1.2%。')).toEqual(['indicator-differs']);
  });

  it.each(OUTLINE_TEMPLATES.map((template) => [template.id, template] as const))(
    'has nothing but open places to say of the outline %s of its own table',
    (_, template) => {
      const own = tableResult(
        [
          {
            name: '养护里程',
            target: quantity('≥120公里', { op: '>=', value: 120, unit: '公里' }),
            actual: quantity('118公里', { value: 118, unit: '公里' }),
            weight: 60,
            filled: 59,
            computed: 59,
            achievement: 0.9833,
            status: 'unmet',
            reason: '雨季停工两周，已列入下年计划',
          },
          {
            name: '农药使用量增长率',
            level1: '效益指标',
            target: quantity('≤0', { op: '<=', value: 0 }),
            actual: quantity('-1.2%', { kind: 'percent', value: -1.2, unit: '%' }),
            weight: 30,
            filled: 30,
            computed: 30,
          },
        ],
        { totals: { ...table.totals, score: 96, filledScore: 96 } },
        {
          goal: {
            expected: sourced('完成县道养护120公里。', 10),
            achieved: sourced('完成县道养护118公里。', 10, 4),
          },
          budget: {
            range: { top: 0, left: 0, bottom: 3, right: 7 },
            currency: '万元',
            headerRow: 0,
            rows: [
              fundsRow(1, '年度资金总额', [1600, 1500, 1293, 10, 0.862, 8.62], true),
              fundsRow(2, '其中：中央财政资金', [1100, 1000, 900]),
              fundsRow(3, '地方资金', [500, 500, 393]),
            ],
            headerCells: {},
          },
        },
      );
      const text = outlineMarkdown(buildOutline(own, template));
      const found = verifyReport(readReport(text), own, 'markdown').findings;
      expect([...new Set(found.map(({ id }) => id))]).toEqual(['placeholder-left']);
    },
  );

  it.each([
    '甲指标：年度指标值100%，实际完成值100%，完成率100%，分值10分，得分10分。\n乙指标：年度指标值100%，实际完成值100%，完成率100%，分值10分，得分10分。',
    '其中苹果树：年度指标值5亩，实际完成值5亩。\n其中露天蔬菜：年度指标值6亩，实际完成值6亩。',
    '安全事件发生数：年度指标值0起，实际完成值0起，安全事件完成率100%。',
    '投诉数：年度指标值≤3件，实际完成值1件，完成率100%。',
  ])('takes rows told one after another for rows: %s', (text) => expect(ids(text)).toEqual([]));

  it('compares with the table the report names, and says so where it names none', () => {
    const other = tableResult(
      [],
      { totals: { ...table.totals, printedScore: 80 } },
      { project: sourced('法律援助补助', 1) },
    );
    const report = readReport('项目名称：法律援助补助\n自评得分为80分。');
    expect(chooseTables(report, [table, other], null)).toEqual([other]);
    expect(() => chooseTables(readReport('自评得分为80分。'), [table, other], null)).toThrow(
      'report-several-tables',
    );
    expect(() => chooseTables(report, [table], '没有')).toThrow('report-sheet-unknown');
  });

  it.each([
    ['the longer of two names, not the one within it', '法律援助补助二期按时完成。', [1]],
    ['both, where both stand there', '法律援助补助与法律援助补助二期都已完成。', []],
    [
      'the one of its title, of several',
      '法律援助补助二期自评报告\n一、概况\n与法律援助补助衔接。',
      [1],
    ],
    ['without the word 项目', '社区矫正试点自评报告\n一、概况\n正常。', [2]],
    ['a form of no project, by whose it is', '清河县司法局2022年度整体支出自评报告', [3]],
    ['of one name, the table of its year', '2023年度人民调解经费自评报告', [5]],
  ])('is about %s', (_, text, expected) => {
    const of = (project: string, year: number) =>
      tableResult([], {}, { project: sourced(project, 1), year: sourced(year, 1) });
    const tables = [
      of('法律援助补助', 2022),
      of('法律援助补助二期', 2022),
      of('社区矫正试点项目', 2022),
      tableResult([], {}, { project: null, unit: sourced('清河县司法局', 1) }),
      of('人民调解经费', 2022),
      of('人民调解经费', 2023),
    ];
    const about = tablesAbout(readReport(text), tables);
    expect(about.map((one) => tables.indexOf(one))).toEqual(expected);
  });

  it('reads a table kept in 元', () => {
    const yuan = tableResult(
      [],
      {},
      {
        budget: {
          range: { top: 0, left: 0, bottom: 1, right: 7 },
          currency: '元',
          headerRow: 0,
          rows: [fundsRow(1, '年度资金总额', [400000, 432000, 372400, 10, 0.862, 8.62], true)],
          headerCells: {},
        },
      },
    );
    const report = readReport('全年预算为43.2万元，实际支出37.24万元，预算执行率86.2%，由于压减。');
    expect(verifyReport(report, yuan).findings).toEqual([]);
  });
});

describe('rates told in a row', () => {
  it.each([
    [
      '支出960万元，其中人员560万元、公用112万元、项目288万元，分别占58.33%、11.67%、31%。',
      '31%',
      '30.0%',
    ],
    ['安排甲300万元、乙900万元，支出甲270万元、乙720万元，支出率分别为90%和85%。', '85%', '80.0%'],
  ])('%s', (text, found, expected) => {
    const findings = only(text, 'share-not-ratio');
    expect(findings.map((one) => [one.found, one.expected])).toEqual([[found, expected]]);
  });

  it.each([2, 3, 4, 5])('are of the figures at their places, whatever the whole: %i', (length) => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 100, max: 9999 }), { minLength: length, maxLength: length }),
        (parts) => {
          const whole = parts.reduce((total, part) => total + part, 0);
          const names = Array.from('甲乙丙丁戊');
          const items = parts.map((part, index) => `${names[index] ?? ''}类${part}件`).join('、');
          const shares = parts.map((part) => `${((part / whole) * 100).toFixed(4)}%`).join('、');
          expect(ids(`办理${whole}件，其中${items}，分别占${shares}。`)).toEqual([]);
        },
      ),
    );
  });

  it('takes what is the rest for a part of the list', () => {
    const text = '登记42户，其中甲类21户、乙类21户、其余30户。';
    expect(ids(text)).toEqual(['parts-not-total']);
  });
});
