/** Keys `check.<id>.` title, message (or message.<variant>), why, fix and basis. */
export const checks: Readonly<Record<string, string>> = {
  'check.column-missing.title': '缺少必需的列',
  'check.column-missing.message': '表头中没有找到这些列：{expected}。',
  'check.column-missing.why': '没有这些列，就无法核对目标值与完成值，也无法算出得分。',
  'check.column-missing.fix': '请在表头补上“{expected}”；列名写法特殊的，可以手工指定是哪一列。',
  'check.column-missing.basis':
    '项目支出绩效自评表通用表样的栏目（廊坊市食品工程学校2019年、池州市棠溪镇2022年公开自评表）',
  'check.actual-missing.title': '实际完成值未填',
  'check.actual-missing.message': '“{name}”有分值 {weight} 分，但实际完成值是空的。',
  'check.actual-missing.why': '没有实际完成值，得分就没有依据。',
  'check.actual-missing.fix':
    '请填写“{name}”的实际完成值；确无此项工作的，与主管部门商定后调整指标和分值。',
  'check.actual-missing.basis':
    '一体化系统导入核对“实际完成值不能为空”；天长市水利局2022年公开自评表为实例',
  'check.score-missing.title': '得分未填',
  'check.score-missing.message': '“{name}”有分值 {weight} 分，但得分是空的。',
  'check.score-missing.message.text': '“{name}”的得分写的是“{found}”，不是数。',
  'check.score-missing.why': '有分值的行都要计入总分，缺一行总分就不完整。',
  'check.score-missing.fix': '请填写得分；能计算的行，可以直接采用工具算出的分数。',
  'check.score-missing.basis':
    '一体化系统导入核对“行得分不能为空”；青神县发改局2023年公开自评表为实例',
  'check.target-missing.title': '年度指标值未填',
  'check.target-missing.message': '“{name}”有分值 {weight} 分，但年度指标值是空的。',
  'check.target-missing.why': '没有年度指标值，就无从判断是否完成。',
  'check.target-missing.fix': '请填写年度指标值；目标写在指标名称里的，请移到年度指标值一栏。',
  'check.target-missing.basis': '一体化系统必填项；天长市水利局2022年公开自评表为实例',
  'check.weight-invalid.title': '分值不是正数',
  'check.weight-invalid.message.zero': '“{name}”的分值是 0。',
  'check.weight-invalid.message.negative': '“{name}”的分值是负数 {found}。',
  'check.weight-invalid.message.text': '“{name}”的分值写的是“{found}”，不是数。',
  'check.weight-invalid.message.blank': '“{name}”已填了内容，但分值是空的。',
  'check.weight-invalid.why': '分值决定一行占多少分，不是正数就无法计分。',
  'check.weight-invalid.fix': '请填写大于 0 的分值；不计分的内容请不要单列为指标。',
  'check.weight-invalid.basis':
    '一体化系统的分值大于零核对；广水市交通运输局2021年公开自评表为实例',
  'check.template-text.title': '模板提示文字未替换',
  'check.template-text.message': '这里还留着模板的提示文字“{found}”。',
  'check.template-text.message.name': '指标名称还是模板文字“{found}”，但这一行已填了内容。',
  'check.template-text.message.rows': '表中留有 {count} 行没有填写的模板行，从“{found}”开始。',
  'check.template-text.why': '模板文字会被当成填报内容公开，也让人看不清表格是否填完。',
  'check.template-text.fix': '请换成实际内容；不用的模板行请删除。',
  'check.template-text.basis': '审核经验；青神县2023年、廊坊2019年、宣城2021年公开自评表为实例',
  'check.goal-not-stated.title': '总体目标未写清',
  'check.goal-not-stated.message.number': '这里应写总体目标或完成情况，现在只有“{found}”。',
  'check.goal-not-stated.message.name': '这里应写总体目标或完成情况，现在只是项目名称“{found}”。',
  'check.goal-not-stated.message.same': '实际完成情况与预期目标一字不差，没有写出完成了什么。',
  'check.goal-not-stated.why': '总体目标要说明做什么、达到什么程度，完成情况要与它对照。',
  'check.goal-not-stated.fix': '请用一两句话写明要做的事和数量；完成情况写实际做到的结果。',
  'check.goal-not-stated.basis': '审核经验；廊坊2019年、萧县2023年公开自评表为实例',
  'check.number-as-text.title': '数字存成了文本',
  'check.number-as-text.message': '这格{column}“{found}”是文本格式的数字。',
  'check.number-as-text.why': '文本格式的数字不会被求和公式计入，合计会偏小。',
  'check.number-as-text.fix': '请把单元格转换为数字后再求和。',
  'check.number-as-text.basis': '一体化系统对数值格式的核对；公开自评表中常见',
  'check.formula-error.title': '单元格是错误值',
  'check.formula-error.message': '这一格是错误值 {found}，读不出数。',
  'check.formula-error.why': '错误值会传到合计，相关的分数都无法核对。',
  'check.formula-error.fix': '请改正这一格的公式或直接填写数值。',
  'check.formula-error.basis': '审核经验',
  'check.duplicate-indicator.title': '指标重复',
  'check.duplicate-indicator.message':
    '“{name}”（年度指标值 {found}）与 {other} 的指标名称、年度指标值都相同。',
  'check.duplicate-indicator.message.rubric': '“{name}”与 {other} 的指标重复。',
  'check.duplicate-indicator.why': '同一件事计了两次分。',
  'check.duplicate-indicator.fix':
    '请删去重复的一行，并把它的分值分给其他指标；确属两件事的，请改写名称加以区分。',
  'check.duplicate-indicator.basis': '审核经验',
  'check.weight-total.title': '分值合计不对',
  'check.weight-total.message':
    '各指标分值合计 {found} 分，应为 {expected} 分，相差 {difference} 分。',
  'check.weight-total.message.funds':
    '指标 {rows} 分加预算执行 {funds} 分，合计 {found} 分，应为 {expected} 分，相差 {difference} 分。',
  'check.weight-total.message.printed':
    '总分的分值写的是 {found}，而各行分值合计是 {rows}，应为 {expected}。',
  'check.weight-total.why': '满分应当是 100 分，合计不对，总分和等级都不可比。',
  'check.weight-total.fix': '请调整各行分值，使指标与预算执行合计 {expected} 分。',
  'check.weight-total.basis':
    '自评表表注：产出50、效益30、满意度10、预算执行率10，合计100（天长市2022年、中江县2022年公开自评表）；一体化系统的合计核对',
  'check.level-weight.title': '下级分值与本级不符',
  'check.level-weight.message': '“{level}”标明 {expected} 分，下面各行分值合计却是 {found} 分。',
  'check.level-weight.why': '一级、二级指标标明的分值，应等于下面各行之和。',
  'check.level-weight.fix': '请核对“{level}”的分值和下面各行的分值，使两者相等。',
  'check.level-weight.basis': '一体化系统核对：下级指标分值合计应等于上级设置数',
  'check.score-total.title': '总分与各行得分之和不符',
  'check.score-total.message':
    '总分填的是 {found}，各行得分相加是 {expected}，相差 {difference} 分。',
  'check.score-total.why': '总分应等于指标得分与预算执行得分之和。',
  'check.score-total.fix': '请重新相加，或核对各行得分后把总分改为 {expected}。',
  'check.score-total.basis': '公开核对工具的合计规则；中江县水利局2022年公开自评表为实例',
  'check.score-over-weight.title': '得分超出范围',
  'check.score-over-weight.message': '“{name}”得 {found} 分，超过分值 {weight} 分。',
  'check.score-over-weight.message.negative': '得分是负数 {found}。',
  'check.score-over-weight.message.bonus':
    '“{name}”得 {found} 分，超过分值 {weight} 分；评分标准允许加分，请确认加分是否计入总分。',
  'check.score-over-weight.message.total': '总分 {found} 超过满分 {weight}。',
  'check.score-over-weight.why': '得分最低 0 分，最高不超过分值。',
  'check.score-over-weight.fix': '请把得分改到 0 至 {weight} 之间；有加分的，请单独列示。',
  'check.score-over-weight.basis':
    '一体化系统核对得分不大于分值；中江县2022年自评表表注。加分实例：铜陵市郊区2021年公开自评表',
  'check.grade-band.title': '等级与总分不符',
  'check.grade-band.message': '总分 {score} 应评为“{expected}”，表中写的是“{found}”。',
  'check.grade-band.why': '等级由总分决定，90、80、60 分归上一档。',
  'check.grade-band.fix': '请把等级改为“{expected}”，或核对总分。',
  'check.grade-band.basis':
    '预算司等级划分：优90—100、良80—89、中60—79、差60以下（转引自 dz-gczx.com 公告）；当地另有划分的以评分口径为准',
  'check.level-split.title': '一级指标分值与通常口径不同',
  'check.level-split.message': '一级指标分值为 {split}，通常是 {usual}。',
  'check.level-split.why': '一级指标的分值一般有统一口径，调整应有依据。',
  'check.level-split.fix': '请确认当地是否允许这样设置；没有特别规定的，按 {usual} 设置。',
  'check.level-split.basis':
    '天长市2022年、中江县2022年自评表表注：产出50、效益30、满意度10；特殊情况可以调整',
  'check.execution-rate.title': '执行率算得不对',
  'check.execution-rate.message':
    '“{name}”的执行率写的是 {found}，按 {executed} ÷ {budget} 应为 {expected}。',
  'check.execution-rate.message.rounded':
    '“{name}”的执行率 {found} 是 {expected} 取整后的数，计分请用 {expected}。',
  'check.execution-rate.why': '执行率直接决定预算执行得分。',
  'check.execution-rate.fix': '请把执行率改为 {expected}，或核对预算数和执行数。',
  'check.execution-rate.basis':
    '自评表表头：执行率＝全年执行数(B)÷全年预算数(A)（天长市2022年、中江县2022年公开自评表）',
  'check.execution-score.title': '预算执行得分算得不对',
  'check.execution-score.message':
    '“{name}”得 {found} 分，按执行率 {rate} × {weight} 分应为 {expected} 分，相差 {difference} 分。',
  'check.execution-score.why': '预算执行得分按执行率折算，最高不超过分值。',
  'check.execution-score.fix': '请把得分改为 {expected}。',
  'check.execution-score.basis':
    '海淀区学院路街道2016年自评表：执行率×分值，不超过分值；公开核对工具的同一规则',
  'check.funds-sum.title': '资金总额不等于各项之和',
  'check.funds-sum.message': '“{name}”不等于下面各项之和：{columns}。',
  'check.funds-sum.why': '年度资金总额由各项资金相加，填错会使执行率和得分全错。',
  'check.funds-sum.fix': '请核对总额和各项资金，使总额等于各项之和。',
  'check.funds-sum.basis':
    '自评表资金栏的结构（廊坊2019年、天长2022年）；池州市棠溪镇2022年公开自评表为实例',
  'check.overspent.title': '执行数超过预算数',
  'check.overspent.message': '“{name}”执行 {found}，超过预算 {budget}，多 {difference}。',
  'check.overspent.why': '支出一般不应超过预算，多半是数字或单位填错。',
  'check.overspent.fix': '请核对预算数和执行数；确有追加的，请更新全年预算数。',
  'check.overspent.basis': '审核经验',
  'check.execution-unexplained.title': '执行率偏低未说明原因',
  'check.execution-unexplained.message': '执行率 {found}，低于 {expected}，表中没有说明原因。',
  'check.execution-unexplained.why': '资金没有花完，要说明是结余、未支付还是任务没完成。',
  'check.execution-unexplained.fix': '请在偏差原因或说明中写明执行率偏低的原因和改进措施。',
  'check.execution-unexplained.basis':
    '四川部门预算项目自评表：执行率低于90%须说明（青神县2023年公开自评表）；一体化系统低于80%预警',
  'check.budget-adjusted.title': '预算调整未说明',
  'check.budget-adjusted.message.raised':
    '“{name}”由年初 {expected} 调增到全年 {found}，增加 {share}，没有说明原因。',
  'check.budget-adjusted.message.lowered':
    '“{name}”由年初 {expected} 调减到全年 {found}，减少 {share}，没有说明原因。',
  'check.budget-adjusted.message.zero':
    '“{name}”年初预算为 0，全年预算 {found}，没有说明追加原因。',
  'check.budget-adjusted.why': '预算调整幅度大，会改变执行率的含义。',
  'check.budget-adjusted.fix':
    '请在说明中写明调整的原因和依据；年初没有预算安排的，年初预算数请留空或说明。',
  'check.budget-adjusted.basis': '四川表式：年中调整应单独说明（青神县2023年）；10% 为审核经验值',
  'check.part-row-scored.title': '其中项填了分值或得分',
  'check.part-row-scored.message': '“{name}”是其中项，却填了分值或得分 {found}。',
  'check.part-row-scored.why': '只有年度资金总额一行计分，其中项再填会重复计分。',
  'check.part-row-scored.fix': '请删去其中项的分值和得分，或填“-”。',
  'check.part-row-scored.basis':
    '自评表资金栏：其中项的分值、得分填“-”或“/”（天长市2022年、青神县2023年）',
  'check.unmet-full-score.title': '未完成却得满分',
  'check.unmet-full-score.message':
    '“{name}”目标 {target}，完成 {actual}，完成率 {rate}，却得满分 {found}；应得 {expected}。',
  'check.unmet-full-score.message.uncomputed':
    '“{name}”目标 {target}，完成 {actual}，没有达到目标，却得满分 {found}。',
  'check.unmet-full-score.why': '没有达到目标的指标不能得满分；写明原因也只是解释扣分。',
  'check.unmet-full-score.fix': '请按完成情况扣分，并在偏差原因中说明。',
  'check.unmet-full-score.basis':
    '海淀区2016年自评表得分计算方法：未达到指标值的按比例记分；一体化系统与公开核对工具同此',
  'check.score-not-computed.title': '得分与完成率不符',
  'check.score-not-computed.message':
    '“{name}”目标 {target}，完成 {actual}，应得 {expected} 分，填的是 {found} 分，相差 {difference} 分。',
  'check.score-not-computed.message.rubric':
    '“{name}”按扣分原因写明的扣分应得 {expected} 分，填的是 {found} 分，相差 {difference} 分。',
  'check.score-not-computed.why': '没有达到目标的定量指标按完成率折算得分。',
  'check.score-not-computed.fix': '请把得分改为 {expected}；另有计分办法的，请在说明中写明。',
  'check.score-not-computed.basis':
    '海淀区2016年自评表得分计算方法：B/A 或 A/B 乘以分值；反向指标以评分口径为准',
  'check.met-not-full.title': '已完成却未得满分',
  'check.met-not-full.message':
    '“{name}”目标 {target}，完成 {actual}，已达到目标，只得 {found} 分（满分 {expected}），没有说明原因。',
  'check.met-not-full.why': '达到目标应得满分；有别的扣分理由要写明。',
  'check.met-not-full.fix': '请改为满分 {expected}，或在偏差原因中说明扣分理由。',
  'check.met-not-full.basis': '一体化系统：得分低于分值须说明；丽江市古城区2020年公开自评表为实例',
  'check.reason-missing.title': '偏差原因未填',
  'check.reason-missing.message.lost':
    '“{name}”得 {score} 分（分值 {weight}），扣了分，但没有说明偏差原因。',
  'check.reason-missing.message.unmet':
    '“{name}”目标 {target}，完成 {actual}，没有达到目标，但没有说明偏差原因。',
  'check.reason-missing.why': '扣分或没有完成的指标，都要写原因和改进措施。',
  'check.reason-missing.fix': '请在偏差原因一栏写明原因和改进措施，不要只写“无”。',
  'check.reason-missing.basis': '一体化系统导入核对：得分低于分值须填偏差原因；公开核对工具同此',
  'check.over-achieved.title': '完成值明显超过目标',
  'check.over-achieved.message':
    '“{name}”目标 {expected}，完成 {found}，完成率 {rate}，达到或超过 {threshold}。',
  'check.over-achieved.message.unexplained':
    '“{name}”目标 {expected}，完成 {found}，完成率 {rate}，达到或超过 {threshold}，没有说明原因。',
  'check.over-achieved.why': '超额太多，往往是目标定得偏低或数字填错。',
  'check.over-achieved.fix': '请核对目标值和完成值；确属超额的，请说明原因。得分仍以分值为限。',
  'check.over-achieved.basis':
    '一体化系统：完成率达120%提示；广西：达130%须填偏差原因。未见统一的扣分规定，只提示不扣分',
  'check.qualitative-band.title': '定性得分不在对应档次',
  'check.qualitative-band.message.high':
    '“{name}”完成情况“{actual}”，对应 {from} 分至不足 {to} 分，得 {found} 分偏高。',
  'check.qualitative-band.message.low':
    '“{name}”完成情况“{actual}”，对应 {from}—{to} 分，得 {found} 分偏低。',
  'check.qualitative-band.why': '定性指标按达成、部分达成、未达成三档给分。',
  'check.qualitative-band.fix': '请在对应档次内给分，或把完成情况写准确。',
  'check.qualitative-band.basis':
    '中江县2022年自评表表注：达成100%—80%(含)、部分达成80%—60%(含)、未达成60%—0%；一体化系统同此',
  'check.actual-is-bound.title': '实际完成值写成了范围',
  'check.actual-is-bound.message': '“{name}”的实际完成值是“{found}”，不是一个实际数。',
  'check.actual-is-bound.why': '完成值应是量出来、数出来的结果，不等式只能是目标。',
  'check.actual-is-bound.fix': '请填写实际的数，例如“268米”“96%”。',
  'check.actual-is-bound.basis': '审核经验；中江县水利局2022年、黄石市图书馆2022年公开自评表为实例',
  'check.copied-actual.title': '完成值照抄目标值',
  'check.copied-actual.message': '{count} 个定量指标的实际完成值都与年度指标值一字不差。',
  'check.copied-actual.why': '全部照抄，看不出实际完成了多少。',
  'check.copied-actual.fix': '请逐项填写实际统计的数；确实完全一致的，请备好佐证材料。',
  'check.copied-actual.basis': '审核中常见问题“指标值与完成值一样”；中江县2022年公开自评表为实例',
  'check.kind-mismatch.title': '完成值与目标值不是一类',
  'check.kind-mismatch.message.worded':
    '“{name}”的年度指标值是数“{expected}”，实际完成值却写“{found}”。',
  'check.kind-mismatch.message.figured':
    '“{name}”的年度指标值是文字“{expected}”，实际完成值却填了数“{found}”。',
  'check.kind-mismatch.why': '数与文字无法比较，得分没有依据。',
  'check.kind-mismatch.fix':
    '目标是数的，完成值也填数；目标是文字的，完成值用同样的说法写明达成程度。',
  'check.kind-mismatch.basis':
    '一体化系统：定量指标完成值须为数；大英县2023年、蔡甸区2021年公开自评表为实例',
  'check.unit-mismatch.title': '完成值与目标值单位不一致',
  'check.unit-mismatch.message':
    '“{name}”的年度指标值是“{expected}”，实际完成值是“{found}”，单位不能换算。',
  'check.unit-mismatch.message.money':
    '“{name}”的年度指标值是“{expected}”，实际完成值是“{found}”，可能混用了元和万元。',
  'check.unit-mismatch.why': '单位不同的数不能比较，元和万元相差一万倍。',
  'check.unit-mismatch.fix': '请把两个值写成同一单位。',
  'check.unit-mismatch.basis': '审核经验；池州市棠溪镇2022年、丽江市古城区2020年公开自评表',
  'check.zero-target.title': '目标值为零无法折算',
  'check.zero-target.message.bare':
    '“{name}”的年度指标值只写了 {found}，没有写明“=”，不能按比例计算。',
  'check.zero-target.message': '“{name}”的年度指标值是“{found}”，按比例无法算出得分。',
  'check.zero-target.why': '完成率要除以目标值，除数为 0 没有意义。',
  'check.zero-target.fix': '请填写大于 0 的目标；要求不发生的，请写“=0”或“0起”。',
  'check.zero-target.basis': '公开核对工具的提示：年度指标值为0，无法计算应得分',
  'check.deadline-missed.title': '晚于期限或没有日期',
  'check.deadline-missed.message': '“{name}”要求 {expected}，实际 {found}，晚于期限。',
  'check.deadline-missed.message.undated':
    '“{name}”要求 {expected}，实际完成值“{found}”没有写日期。',
  'check.deadline-missed.why': '时效指标要看实际日期是否在期限之内。',
  'check.deadline-missed.fix': '请填写实际完成的日期；确已延期的，请说明原因并按评分口径扣分。',
  'check.deadline-missed.basis': '审核经验；时效指标的设置要求',
  'check.sign-conflict.title': '符号与指标方向相反',
  'check.sign-conflict.message.column-positive': '“{name}”标为正向指标，年度指标值却写“{found}”。',
  'check.sign-conflict.message.column-reverse': '“{name}”标为反向指标，年度指标值却写“{found}”。',
  'check.sign-conflict.message.name-positive':
    '“{name}”按名称应是越高越好，年度指标值却写“{found}”。',
  'check.sign-conflict.message.name-reverse':
    '“{name}”按名称应不超过限值，年度指标值却写“{found}”。',
  'check.sign-conflict.why': '方向写反，完成与否的判断就全反了。',
  'check.sign-conflict.fix': '请核对符号，一般应写“{expected}”。',
  'check.sign-conflict.basis': '通用自评表表注：正向、反向指标分别计分；一体化系统的符号分类',
  'check.class-mismatch.title': '指标归类不当',
  'check.class-mismatch.message.rate': '“{name}”是比率，放在了“{level}”下。',
  'check.class-mismatch.message.satisfaction': '“{name}”是满意度，放在了“{level}”下。',
  'check.class-mismatch.message.cost': '“{name}”是成本，放在了“{level}”下。',
  'check.class-mismatch.message.harm': '“{name}”是安全事故类指标，放在了“{level}”下。',
  'check.class-mismatch.message.money': '“{name}”是投入的资金，不是产出的数量，放在了“{level}”下。',
  'check.class-mismatch.message.level': '“{name}”放在了“{level}”下，应属于另一个一级指标。',
  'check.class-mismatch.why': '归类不当，各级分值就不能反映真实的产出和效益。',
  'check.class-mismatch.fix': '请移到合适的二级指标下，或换成能反映该类的指标。',
  'check.class-mismatch.basis':
    '通用表样的二级指标分类；审核经验。实例：青神县2023年、衡山县2020年、蔡甸区2021年、廊坊2019年公开自评表',
  'check.heavy-indicator.title': '单个指标分值过大',
  'check.heavy-indicator.message':
    '“{name}”一项占 {found} 分，达到总分 {total} 分的 {share} 以上。',
  'check.heavy-indicator.why': '一个指标占分太多，其他工作的好坏就看不出来。',
  'check.heavy-indicator.fix': '请考虑拆分指标或重新分配分值。',
  'check.heavy-indicator.basis': '审核经验；青神县2023年、大英县2023年公开自评表为实例',
  'check.score-rate-gap.title': '得分率明显高于执行率',
  'check.score-rate-gap.message':
    '指标得 {score} 分（分值 {weight}），得分率 {found}，而执行率只有 {expected}，相差超过得分率的 {limit}。',
  'check.score-rate-gap.why': '钱没花完而任务几乎全部完成，需要核实。',
  'check.score-rate-gap.fix': '请核对各项完成值和得分；确属节约的，请在说明中写明。',
  'check.score-rate-gap.basis': '一体化系统预警：（得分率－执行率）÷得分率大于5%',
  'check.all-full.title': '全部满分',
  'check.all-full.message': '{count} 个指标全部满分，总分 {found}。',
  'check.all-full.why': '全部满分的自评，复核时通常会重点抽查。',
  'check.all-full.fix': '请再核对一遍完成值和佐证材料；确实全部完成的，可以不改。',
  'check.all-full.basis': '审核中常见问题“自评分虚高”',
};
