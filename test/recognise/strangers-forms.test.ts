import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import type { CellValue } from '../../src/model/snapshot';
import type { TableResult } from '../../src/model/score';
import { sum } from '../../src/quantity/exact';
import { snapshotOf, type SheetSpec } from '../support/snapshot-of';

/** Cells parted by `|`; figures are numbers, what begins with `'` is text. */
const cellOf = (text: string): CellValue => {
  const bare = text.trim();
  if (bare === '') return null;
  if (bare.startsWith("'")) return bare.slice(1);
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : bare;
};
const sheet = (text: string, merges: readonly string[] = []): SheetSpec => ({
  rows: text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map(cellOf)),
  merges,
});

function tableOf(spec: SheetSpec): TableResult {
  const { tables } = evaluate(snapshotOf(spec), DEFAULT_OPTIONS);
  expect(tables).toHaveLength(1);
  const [table] = tables;
  if (!table) throw new Error('no table');
  return table;
}

interface Form {
  readonly is: string;
  readonly sheet: SheetSpec;
  /** Name, filled score (or what was computed) per row; with the sums of weights and scores. */
  readonly rows: readonly string[];
  readonly weights: number | null;
  readonly scores: number | null;
  /** The right score for each row; null where a person judges. */
  readonly computed?: readonly (number | null)[];
}

const FORMS: readonly Form[] = [
  {
    is: 'a department’s whole spending, with its tasks above the indicators',
    sheet: sheet(
      `部门整体支出绩效自评表
（2024年度）
部门名称|青禾县林业局
预算执行情况（万元）||预算数（A）|执行数（B）|执行率|分值|得分
|年度资金总额|1000|950|95%|10|9.5
|其中：基本支出|600|600
|项目支出|400|350
年度主要任务|任务名称|主要内容||完成情况
|造林绿化|完成造林任务||已完成
|护林防火|聘用护林员||已完成
一级指标|二级指标|三级指标|年度指标值|全年完成值|分值|得分|偏差原因分析及改进措施
履职效能|数量指标|造林面积|≥200亩|210亩|30|30
|质量指标|成活率|≥90%|92%|30|30
社会效应|社会效益|带动就业|≥50人|45人|20|18|部分农户外出务工，招工推迟。
|满意度|群众满意度|≥90%|93%|10|10
总分|||||100|97.5`,
      ['A1:H1', 'A4:A7'],
    ),
    rows: ['造林面积', '成活率', '带动就业', '群众满意度'],
    weights: 90,
    scores: 88,
    computed: [30, 30, 18, 10],
  },
  {
    is: 'a transfer from above, with a block on how funds were managed and no points',
    sheet: sheet(
      `中央对地方转移支付绩效自评表
（2024年度）
转移支付名称|林业草原生态保护恢复资金
地方主管部门|青禾县林业局|||资金使用单位|各乡镇
资金投入情况（万元）||全年预算数（A）||全年执行数（B）|预算执行率（B/A×100%）
|年度资金总额|500||480|96%
|其中：中央财政资金|400||390|97.5%
|地方资金|100||90|90%
资金管理情况||情况说明|||存在问题和改进措施
|分配科学性|按因素法分配
|下达及时性|30日内下达
总体目标完成情况|总体目标|||全年实际完成情况
|完成退耕还林||||已完成
绩效指标|一级指标|二级指标|三级指标|指标值|全年实际完成值|未完成原因和改进措施
|产出指标|数量指标|退耕还林面积|≥3000亩|3000亩
||质量指标|验收合格率|100%|100%
|效益指标|生态效益指标|水土流失治理|明显|明显
|满意度指标|服务对象满意度指标|农户满意度|≥85%|90%
说明|无`,
      ['A1:G1', 'A5:A8'],
    ),
    rows: ['退耕还林面积', '验收合格率', '水土流失治理', '农户满意度'],
    weights: null,
    scores: null,
  },
  {
    is: 'rules and targets side by side',
    sheet: sheet(`县级财政专项资金绩效自评表
一级指标|二级指标|三级指标|分值|评价标准|年初目标|完成情况|得分|扣分原因
产出|数量|新建便民点|40|按完成比例得分|5个|4个|32|选址推迟
产出|质量|验收合格率|30|按完成比例得分|100%|100%|30|
效益|社会效益|受益人数|30|按完成比例得分|≥2000人|2100人|30|`),
    rows: ['新建便民点', '验收合格率', '受益人数'],
    weights: 100,
    scores: 92,
  },
  {
    is: 'weights of every level',
    sheet: sheet(`项目绩效自评表
一级指标|权重|二级指标|权重|三级指标|权重|指标值|实际值|得分
产出|60|数量|30|巡查次数|30|≥12次|12次|30
||质量|30|合格率|30|≥95%|96%|30
效益|40|社会效益|40|知晓率|40|≥80%|85%|40
合计|100||100||100|||100`),
    rows: ['巡查次数', '合格率', '知晓率'],
    weights: 100,
    scores: 100,
    computed: [30, 30, 40],
  },
  {
    is: 'a rate of completion between result and points',
    sheet: sheet(`项目支出绩效自评表
序号|指标名称|计量单位|目标值|实际值|完成率|分值|自评分
1|培训人数|人|200|180|90%|40|36
2|培训合格率|%|95|96|101%|30|30
3|学员满意度|%|90|92|102%|30|30
合计||||||100|96`),
    rows: ['培训人数', '培训合格率', '学员满意度'],
    weights: 100,
    scores: 96,
    computed: [36, 30, 30],
  },
  {
    is: 'how far the result went, and points by rate',
    sheet: sheet(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|实际完成值|完成程度|分值|得分|得分率|偏差原因
产出指标|数量指标|检修次数|≥10次|8次|80%|50|40|80%|汛期停工
产出指标|质量指标|完好率|≥98%|99%|101%|30|30|100%
满意度指标|服务对象满意度指标|用户满意度|≥90%|95%|105%|20|20|100%
总分||||||100|90|90%`),
    rows: ['检修次数', '完好率', '用户满意度'],
    weights: 100,
    scores: 90,
    computed: [40, 30, 20],
  },
  {
    is: 'targets at the start and as adjusted, with a coefficient',
    sheet: sheet(`重点专项资金绩效自评表
指标名称|指标权重（%）|计量单位|指标性质|年初指标值|调整后指标值|全年完成值|完成率|得分系数|自评得分|说明
管网长度|40|公里|≥|20|10|8|80%|0.8|32|雨季停工
合格率|30|%|≥|95|95|97|102%|1|30|
满意度|30|%|≥|90|90|93|103%|1|30|
合计|100||||||||92`),
    rows: ['管网长度', '合格率', '满意度'],
    weights: 100,
    scores: 92,
    computed: [32, 30, 30],
  },
  {
    is: 'how far the result is off, as a rate',
    sheet: sheet(`项目绩效自评表
一级指标|二级指标|三级指标|目标值|完成值|偏差率|分值|得分|偏差原因
产出|数量|采购设备|≥20台|20台|0%|50|50
产出|时效|到货时间|6月底前|5月20日|0%|20|20
满意度|满意度|用户满意度|≥90%|81%|-10%|30|27|售后响应慢
合计||||||100|97`),
    rows: ['采购设备', '到货时间', '用户满意度'],
    weights: 100,
    scores: 97,
    computed: [50, 20, 27],
  },
  {
    is: 'points taken off beside those that are left',
    sheet: sheet(`项目绩效自评表
一级指标|二级指标|三级指标|目标值|完成值|分值|扣分|得分|原因
产出|数量|维修校舍|≥10间|9间|60|6|54|资金到位晚
产出|质量|验收合格率|100%|100%|20|0|20
满意度|满意度|师生满意度|≥90%|95%|20|0|20
总分|||||100|6|94`),
    rows: ['维修校舍', '验收合格率', '师生满意度'],
    weights: 100,
    scores: 94,
    computed: [54, 20, 20],
  },
  {
    is: 'units beside the target and beside the result',
    sheet: sheet(`项目绩效自评表
一级指标|二级指标|三级指标|目标值|单位|完成值|单位|分值|得分
产出|数量|修路长度|20|公里|18|公里|60|54
产出|质量|合格率|95|%|96|%|20|20
满意度|满意度|村民满意度|90|%|95|%|20|20`),
    rows: ['修路长度', '合格率', '村民满意度'],
    weights: 100,
    scores: 94,
    computed: [54, 20, 20],
  },
  {
    is: 'one head over all levels',
    sheet: sheet(
      `项目绩效自评表
绩效指标|||年度指标值|实际完成值|分值|得分|备注
产出指标|数量指标|修桥座数|≥4座|3座|60|45|一座改期
产出指标|质量指标|合格率|100%|100%|20|20
满意度指标|满意度指标|村民满意度|≥90%|95%|20|20
合计|||||100|85`,
      ['A2:C2'],
    ),
    rows: ['修桥座数', '合格率', '村民满意度'],
    weights: 100,
    scores: 85,
    computed: [45, 20, 20],
  },
  {
    is: 'sub-totals after every part',
    sheet: sheet(`卫生健康专项资金绩效自评表
一级指标|二级指标|三级指标|年度目标|实际完成|标准分|自评得分
产出|数量|筛查人数|≥500人|500人|30|30
|质量|报告合格率|≥95%|97%|30|30
小计|||||60|60
效益|社会效益|建档率|≥90%|81%|30|27
小计|||||30|27
满意度|满意度|患者满意度|≥90%|92%|10|10
小计|||||10|10
合计|||||100|97`),
    rows: ['筛查人数', '报告合格率', '建档率', '患者满意度'],
    weights: 100,
    scores: 97,
    computed: [30, 30, 27, 10],
  },
  {
    is: 'the funds as the first indicator',
    sheet: sheet(`项目支出绩效自评表
一级指标|二级指标|三级指标|年初目标值|全年完成值|分值|得分|原因
预算执行|执行率|预算执行率|100%|95%|10|9.5|尾款未付
产出指标|数量指标|清淤长度|≥6公里|6公里|50|50
效益指标|社会效益指标|受益村数|≥8个|8个|30|30
满意度指标|服务对象满意度指标|村民满意度|≥90%|95%|10|10
总分|||||100|99.5`),
    rows: ['预算执行率', '清淤长度', '受益村数', '村民满意度'],
    weights: 100,
    scores: 99.5,
    computed: [9.5, 50, 30, 10],
  },
  {
    is: 'a grade beside the score',
    sheet: sheet(`项目绩效自评表
考核内容|指标|目标|完成|分数|自评得分|自评等级
产出|安装路灯|≥60盏|60盏|60|60|优
效益|亮灯率|≥95%|96%|20|20|优
满意|居民满意度|≥90%|72%|20|16|良
合计||||100|96|优`),
    rows: ['安装路灯', '亮灯率', '居民满意度'],
    weights: 100,
    scores: 96,
    computed: [60, 20, 16],
  },
  {
    is: 'targets by half-years before that of the year',
    sheet: sheet(`项目绩效自评表
一级指标|二级指标|三级指标|半年目标值|全年目标值|全年完成值|权重|自评分|未完成原因
产出指标|数量指标|开办食堂|2个|5个|4个|50|40|场地未落实
产出指标|质量指标|达标率|90%|100%|100%|30|30
满意度指标|服务对象满意度指标|老人满意度|85%|90%|92%|20|20`),
    rows: ['开办食堂', '达标率', '老人满意度'],
    weights: 100,
    scores: 90,
    computed: [40, 30, 20],
  },
  {
    is: 'who is responsible beside the target',
    sheet: sheet(`政府性基金项目绩效自评表
一级指标|二级指标|三级指标|责任单位|绩效目标值|完成值|分值|得分|佐证材料
产出|数量|征收面积|自然资源局|≥100亩|100亩|60|60|征收台账
产出|时效|完成及时率|财政局|100%|90%|20|18|支付凭证
满意度|满意度|被征地群众满意度|各乡镇|≥90%|90%|20|20|问卷
合计||||||100|98`),
    rows: ['征收面积', '完成及时率', '被征地群众满意度'],
    weights: 100,
    scores: 98,
    computed: [60, 18, 20],
  },
  {
    is: 'levels each with a name and a weight below one head',
    sheet: sheet(
      `部门整体支出绩效自评评分表
一级指标||二级指标||三级指标||评分标准|自评情况|自评得分|扣分原因
名称|权重|名称|权重|名称|权重
投入|40|预算编制|40|编制及时性|20|按时编报得满分|已按时编报|20
||||编制完整性|20|内容完整得满分|内容完整|20
产出|60|职责履行|60|任务完成情况|60|按完成情况计分|一项延期|55|一项任务延期
合计|100||100||100|||95`,
      ['A2:B2', 'C2:D2', 'E2:F2', 'G2:G3', 'H2:H3', 'I2:I3', 'J2:J3'],
    ),
    rows: ['编制及时性', '编制完整性', '任务完成情况'],
    weights: 100,
    scores: 95,
  },
  {
    is: 'blank columns between the heads and a note under the title',
    sheet: sheet(`2024年度项目支出绩效自评表
单位：万元
项目名称||农村饮水|||主管部门||青禾县水利局
一级指标||二级指标||三级指标||年度指标值||实际完成值||分值||得分
产出指标||数量指标||新建水厂||≥2座||2座||60||60
产出指标||质量指标||水质达标率||≥95%||95.5%||30||30
满意度指标||满意度指标||用水户满意度||≥90%||93%||10||10
总分||||||||||100||100`),
    rows: ['新建水厂', '水质达标率', '用水户满意度'],
    weights: 100,
    scores: 100,
    computed: [60, 30, 10],
  },
  {
    is: 'points after the names and again after the results',
    sheet: sheet(`项目绩效自评表
指标类别|指标内容|指标权重|计划指标值|实际指标值|实际分值|偏差说明
产出|改造教室|50|≥10间|9间|45|一间待拆
产出|合格率|30|100%|100%|30
满意度|家长满意度|20|≥90%|95%|20
总计||100|||95`),
    rows: ['改造教室', '合格率', '家长满意度'],
    weights: 100,
    scores: 95,
    computed: [45, 30, 20],
  },
  {
    is: 'others’ scores beside the own',
    sheet: sheet(
      `项目绩效自评表
一级指标|二级指标|三级指标|目标值|完成值|分值|得分||
||||||单位自评|主管部门审核|财政复核
产出指标|数量指标|打井眼数|≥5眼|4眼|60|48|45|45
产出指标|质量指标|成井率|100%|100%|30|30|30|30
满意度指标|满意度指标|村民满意度|≥90%|95%|10|10|10|10
合计|||||100|88|85|85`,
      ['G2:I2'],
    ),
    rows: ['打井眼数', '成井率', '村民满意度'],
    weights: 100,
    scores: 88,
    computed: [48, 30, 10],
  },
  {
    is: 'weights as shares with the sign and scores in points',
    sheet: sheet(`专项资金绩效自评表
一级指标|二级指标|绩效指标|权重|预期值|实际值|得分
产出指标|数量指标|补贴人数|40%|≥800人|800人|40
产出指标|成本指标|人均补贴|20%|≤500元|500元|20
效益指标|社会效益指标|就业率|30%|≥60%|54%|27
满意度指标|满意度指标|学员满意度|10%|≥90%|96%|10`),
    rows: ['补贴人数', '人均补贴', '就业率', '学员满意度'],
    weights: 100,
    scores: 97,
    computed: [40, 20, 27, 10],
  },
  {
    is: 'numbered names in the rows of their levels',
    sheet: sheet(`项目绩效自评表
绩效指标|目标值|完成值|权重|得分|偏差原因及改进措施
一、产出指标|||60|54
1.新建公厕|≥10座|8座|30|24|用地调整
2.验收合格率|100%|100%|30|30
二、效益指标|||30|30
1.服务人口|≥3万人|3.2万人|30|30
三、满意度指标|||10|10
1.市民满意度|≥85%|90%|10|10
合计|||100|94`),
    rows: ['1.新建公厕', '2.验收合格率', '1.服务人口', '1.市民满意度'],
    weights: 100,
    scores: 94,
    computed: [24, 30, 30, 10],
  },
  {
    is: 'the level only in the first row of its rows, with none merged',
    sheet: sheet(`教育专项资金绩效自评表
序号|一级指标|二级指标|三级指标|指标值|完成值|分值|得分
1|产出指标|数量指标|资助学生|≥300人|300人|30|30
2|||补助学校|≥5所|5所|20|20
3||质量指标|发放准确率|100%|100%|20|20
4|效益指标|社会效益指标|辍学率|≤1%|0.5%|20|20
5|满意度指标|服务对象满意度指标|家长满意度|≥95%|97%|10|10
合计||||||100|100`),
    rows: ['资助学生', '补助学校', '发放准确率', '辍学率', '家长满意度'],
    weights: 100,
    scores: 100,
    computed: [30, 20, 20, 20, 10],
  },
  {
    is: 'result and reason in one column each, score left of both',
    sheet: sheet(`项目绩效自评表
三级指标|分值|自评得分|年度目标|年度完成情况|未达标原因
维修路面|60|48|≥5公里|4公里|物料短缺，推迟到次年。
平整度合格率|30|30|≥95%|98%|
驾乘人员满意度|10|10|≥85%|88%|
自评总分|100|88`),
    rows: ['维修路面', '平整度合格率', '驾乘人员满意度'],
    weights: 100,
    scores: 88,
    computed: [48, 30, 10],
  },
  {
    is: 'points at the parts instead of at the row that they detail',
    sheet: sheet(`项目绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人数|≥100人|100人
||其中：企业职工|60人|60人|30|30
||农民工|40人|36人|20|18
|质量指标|合格率|≥95%|96%|30|30
满意度指标|满意度|学员满意度|≥90%|95%|20|20
总分|||||100|98`),
    rows: ['培训人数', '其中：企业职工', '农民工', '合格率', '学员满意度'],
    weights: 100,
    scores: 98,
    computed: [null, 30, 18, 30, 20],
  },
  {
    is: 'sums of parts by other names than 小计',
    sheet: sheet(`项目绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人数|≥100人|90人|50|45
|产出指标合计||||50|45
效益指标|经济效益|支出合计|≤50万元|45万元|30|30
满意度指标|满意度|学员满意度|≥90%|95%|20|20
满意度指标合计|||||20|20
总计|||||100|95`),
    rows: ['培训人数', '支出合计', '学员满意度'],
    weights: 100,
    scores: 95,
    computed: [45, 30, 20],
  },
  {
    is: 'heads broken over two rows of cells',
    sheet: sheet(`项目绩效自评表
一级|二级|三级|目标|实际|分值|得分
指标|指标|指标|值|值
产出|数量|造林|≥100亩|80亩|60|48
产出|数量|护林|≥10人|10人|20|20
满意|满意|满意度|≥90%|95%|20|20`),
    rows: ['造林', '护林', '满意度'],
    weights: 100,
    scores: 88,
    computed: [48, 20, 20],
  },
  {
    is: 'funds with short heads',
    sheet: sheet(`项目绩效自评表
资金（元）||预算|调整|支出|结余|执行率|满分|得分
|总额|350000|0|350000|0|1|10|10
|其中：县级|350000|0|350000|0|1
序号|一级指标|二级指标|三级指标|满分|目标值|完成值|得分|完成说明
1|产出指标|数量指标|抽检批次|60|≥1000批次|1050批次|60|完成
2||质量指标|报告准确率|20|100%|100%|20|完成
3|满意度指标|满意度|消费者满意度|10|≥85%|68%|8|样本偏少，将加强宣传
合计||||100|||98`),
    rows: ['抽检批次', '报告准确率', '消费者满意度'],
    weights: 90,
    scores: 88,
    computed: [60, 20, 8],
  },
  {
    is: 'one row of funds beside what the block is called',
    sheet: sheet(
      `市级资金项目支出绩效自评表
资金使用情况|年初预算（万元）|调整预算（万元）|实际支出（万元）|支出率|分值|自评得分
|300|310|310|100%|10|10
一级指标（分值）|二级指标|三级指标|预期指标值|实际完成值|分值|自评得分
产出指标（50分）|数量指标|新增图书|30000册|28500册|50|47.5
效益指标（30分）|社会效益|进馆人次|≥80万人次|86万人次|30|30
满意度指标（10分）|满意度|读者满意度|≥90%|97%|10|10
合计|||||100|97.5`,
      ['A2:A3'],
    ),
    rows: ['新增图书', '进馆人次', '读者满意度'],
    weights: 90,
    scores: 87.5,
    computed: [47.5, 30, 10],
  },
  {
    is: 'targets and results in sentences',
    sheet: sheet(`项目支出绩效自评表
一级指标|二级指标|三级指标|绩效目标|完成情况|分值|自评得分
产出指标|数量指标|开展宣传活动|全年开展宣传活动不少于12场次|全年共开展宣传活动14场次，覆盖全部乡镇|60|60
效益指标|社会效益|毒品预防知晓率|知晓率不低于90%|经抽样调查，知晓率为94%|30|30
满意度指标|满意度|群众满意度|满意度达90%以上|群众满意度为81%|10|9
总分|||||100|99`),
    rows: ['开展宣传活动', '毒品预防知晓率', '群众满意度'],
    weights: 100,
    scores: 99,
    computed: [60, 30, 9],
  },
  {
    is: 'the sum numbered like the rows above it',
    sheet: sheet(`财政专项资金绩效自评表
序号|指标类型|指标名称|指标单位|指标值（A）|完成值（B）|完成比例（B/A）|权重（%）|得分|未完成说明
1|预算执行|预算执行率|%|100|95|95%|10|9.5|两家企业迟交资料
2|产出数量|见习人数|人|≥400|300|75%|60|45|报名减少
3|满意度|见习人员满意度|%|≥90|93|103%|30|30|
4|合计||||||100|84.5|`),
    rows: ['预算执行率', '见习人数', '见习人员满意度'],
    weights: 100,
    scores: 84.5,
    computed: [9.5, 45, 30],
  },
  {
    is: 'results in sentences beside plain targets, and areas in signs',
    sheet: sheet(`项目支出绩效自评表
一级指标|二级指标|三级指标|目标值|实际完成情况|分值|得分|备注
产出|数量|新建供水工程|新建12处|已建成12处，均已通水|40|40|
产出|数量|道路机扫面积|≥800万㎡|812万㎡|20|20|
效益|社会|受益人口|不少于2.5万人|惠及农村人口2.6万人|30|30|
满意度|满意度|群众满意度|不低于95%|经调查满意度为76%|10|8|水压不足，已列入计划
合计|||||100|98|`),
    rows: ['新建供水工程', '道路机扫面积', '受益人口', '群众满意度'],
    weights: 100,
    scores: 98,
    computed: [40, 20, 30, 8],
  },
];

it.each(FORMS)('$is is read row by row', ({ sheet: spec, rows, weights, scores, computed }) => {
  const { table, rows: judged } = tableOf(spec);
  const figures = (key: 'weight' | 'score'): number | null => {
    const known = table.indicators.flatMap((one) => one[key]?.value ?? []);
    return known.length === 0 ? null : sum(known);
  };
  expect(table.indicators.map(({ name }) => name)).toEqual(rows);
  expect([figures('weight'), figures('score')]).toEqual([weights, scores]);
  if (computed) expect(judged.map(({ score }) => score)).toEqual(computed);
});

it.each(FORMS)('$is has nothing wrong', ({ sheet: spec }) => {
  const { findings } = tableOf(spec);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it.each([
  [
    'a ranking',
    `单位绩效考核结果表
序号|单位|考核得分|排名|等级
1|林业局|95|1|优
2|水利局|92|2|优
3|农业局|88|3|良`,
  ],
  [
    'a library of indicators',
    `绩效指标库
一级指标|二级指标|三级指标|指标解释|计算公式|参考标准
产出指标|数量指标|造林面积|完成造林的面积|实际面积/计划面积|≥95%
产出指标|质量指标|成活率|造林成活的比例|成活株数/总株数|≥90%`,
  ],
  [
    'marks of persons',
    `年度考核评分表
姓名|德|能|勤|绩|廉|总分
张三|20|19|20|30|10|99
李四|19|18|20|30|10|97`,
  ],
  [
    'a budget',
    `项目支出预算表
项目名称|预算数|执行数|执行率|备注
造林|100|95|95%|
护林|60|60|100%|
合计|160|155|96.9%|`,
  ],
  [
    'marks for bids',
    `评标打分表
评审因素|评分标准|分值|甲公司|乙公司
价格|最低价得满分|30|30|28
技术|方案完整得满分|50|45|40
业绩|每个业绩2分|20|18|16`,
  ],
  [
    'a plan of tasks',
    `年度重点任务分解表
任务|目标要求|责任单位|完成时限|进展情况
造林|≥200亩|林业局|12月底|已完成
护林|聘用20人|林业局|3月底|已完成`,
  ],
])('%s is no self-evaluation', (_, text) => {
  expect(evaluate(snapshotOf(sheet(text)), DEFAULT_OPTIONS).tables).toEqual([]);
});
