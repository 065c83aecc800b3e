/** Keys `report.check.` …: what is found in the text of a report. */
export const verify = {
  'report.check.heading-numbering.message':
    '标题编号不连续：写的是“{found}”，按顺序应为“{expected}”。',
  'report.check.heading-numbering.fix': '核对是否漏写了一节或编号写错，并按顺序重新编号。',
  'report.check.heading-style.message':
    '同一级标题用了两种编号：前面是“{first}”，这里是“{second}”。',
  'report.check.heading-style.fix':
    '同一级标题用同一种编号：一级“一、”，二级“（一）”，三级“1.”，四级“（1）”。',
  'report.check.heading-missing-overview.message': '没有找到项目概况（基本情况）一节。',
  'report.check.heading-missing-overview.fix': '补写项目概况：立项背景、实施内容、资金和绩效目标。',
  'report.check.heading-missing-analysis.message': '没有找到绩效分析一节。',
  'report.check.heading-missing-analysis.fix': '补写绩效目标和指标的完成情况分析。',
  'report.check.heading-missing-problems.message': '没有找到存在问题或改进措施一节。',
  'report.check.heading-missing-problems.fix':
    '补写存在问题、原因和改进措施；确实没有的，写明“无”。',
  'report.check.heading-missing-conclusion.message': '没有找到自评结论（得分）一节。',
  'report.check.heading-missing-conclusion.fix': '补写自评结论、得分和等级，与自评表一致。',
  'report.check.share-not-ratio.message': '写的是{found}，但{part}÷{whole}={expected}。',
  'report.check.share-not-ratio.fix': '核对分子、分母和百分比，改正不对的一个，或写明按什么计算。',
  'report.check.mixed-rounding.message':
    '同一组百分比有的四舍五入、有的直接截断：{found}，四舍五入应为{expected}。',
  'report.check.mixed-rounding.fix': '统一按四舍五入保留小数。',
  'report.check.shares-total.message': '各部分已经合成全部，占比合计却是{found}，不是100%。',
  'report.check.shares-total.fix': '逐项核对占比。',
  'report.check.parts-not-total.message':
    '写的合计是{total}，各项{parts}={sum}，相差{difference}。',
  'report.check.parts-not-total.fix':
    '核对合计和各项，补上漏列的或改正写错的数；只列一部分的，写明“等”。',
  'report.check.same-fact-two-values.message':
    '“{subject}”在第{paragraph}段是{first}，这里是{second}。',
  'report.check.same-fact-two-values.fix': '核实后改成同一个数；口径或时点不同的，写明口径或时点。',
  'report.check.figure-year.message': '报告评价的是{expected}年，这里用的是{found}年的数。',
  'report.check.figure-year.fix': '核对是年份写错还是用错了数；确需引用往年数的，写明用于比较。',
  'report.check.partial-period.message': '年度报告里用的是{found}的数，不是全年数。',
  'report.check.partial-period.fix': '换成全年数；取不到的，说明原因。',
  'report.check.future-as-evidence.message': '把还没有发生的事当作{year}年的成效：“{found}”。',
  'report.check.future-as-evidence.fix': '改写评价年度内已经完成的情况，今后的安排放到改进措施里。',
  'report.check.prior-year-award.message': '引用的是{found}年度的考评或表彰，不是{year}年的成效。',
  'report.check.prior-year-award.fix': '换成评价年度的结果，或写明仅作背景。',
  'report.check.two-denominators.message':
    '预算执行率前后不一：第{paragraph}段是{first}，这里是{second}，用的分母不同。',
  'report.check.two-denominators.fix':
    '按评分口径只用一个分母（一般为调整后的全年预算数），与自评表一致；预算调减的另作说明。',
  'report.check.low-rate-unexplained.message':
    '支出{spent}万元，预算{budget}万元，执行率{rate}，没有说明原因。',
  'report.check.low-rate-unexplained.fix': '写明执行率，并说明未执行完毕的原因和改进措施。',
  'report.check.low-rate-unstated.message':
    '支出{spent}万元，预算{budget}万元，执行率应为{rate}，报告没有写明。',
  'report.check.low-rate-unstated.fix': '写明执行率和偏低的原因。',
  'report.check.high-score-low-rate.message':
    '自评得分{score}分，而预算执行率只有{rate}（{spent}÷{budget}万元）。',
  'report.check.high-score-low-rate.fix':
    '复核各项得分；确实完成任务的，说明为什么少花钱也完成了。',
  'report.check.score-despite-unspent.message':
    '自评得分{score}分，而第{paragraph}段写明“{reason}”。',
  'report.check.score-despite-unspent.fix':
    '复核预算执行和有关指标的得分，并写明执行金额与执行率。',
  'report.check.amount-over-budget.message':
    '{count}个×{each}万元={total}万元，超过项目预算{budget}万元。',
  'report.check.amount-over-budget.fix': '写明资金来源；不属于本项目的，不作为本项目支出。',
  'report.check.contradiction-completion.message':
    '前后矛盾：第{paragraph}段写“{first}”，又写“{second}”。',
  'report.check.contradiction-completion.fix': '按实际写清哪些指标完成、哪些没有完成。',
  'report.check.contradiction-payment.message':
    '前后矛盾：第{paragraph}段写“{first}”，这里写“{second}”。',
  'report.check.contradiction-payment.fix':
    '核实资金到位和支付情况，改正其中一处，并与自评表的执行数一致。',
  'report.check.repeated-sentence.message': '与第{paragraph}段的文字重复。',
  'report.check.repeated-sentence.fix': '删去重复的一处。',
  'report.check.truncated-sentence.message': '这一段没有写完，或末尾缺少标点。',
  'report.check.truncated-sentence.fix': '补全句子和标点。',
  'report.check.stray-marks.message': '夹有不属于正文的符号“{found}”。',
  'report.check.stray-marks.fix': '删去，并检查前后文字是否完整。',
  'report.check.placeholder-left.message': '还有没写完的内容。',
  'report.check.placeholder-left.fix': '按提示补写，并删去方括号里的提示。',
  'report.check.total-differs.message': '报告写的自评得分是{found}分，自评表的总分是{expected}分。',
  'report.check.total-differs.fix': '以核实后的自评表为准，改成一致。',
  'report.check.grade-differs.message': '报告写的等级是“{found}”，自评表是“{expected}”。',
  'report.check.grade-differs.fix': '按自评总分对应的等级改成一致。',
  'report.check.project-differs.message': '报告的项目名称是“{found}”，自评表是“{expected}”。',
  'report.check.project-differs.fix': '核对是不是同一个项目，改成一致。',
  'report.check.department-differs.message': '报告的主管部门是“{found}”，自评表是“{expected}”。',
  'report.check.department-differs.fix': '核对后改成一致。',
  'report.check.unit-differs.message': '报告的单位名称是“{found}”，自评表是“{expected}”。',
  'report.check.unit-differs.fix': '核对后改成一致。',
  'report.check.year-differs.message': '报告评价的是{found}年，自评表是{expected}年。',
  'report.check.year-differs.fix': '核对是不是同一年度的报告和自评表。',
  'report.check.budget-differs.message': '报告写的预算是{found}万元，自评表是{expected}万元。',
  'report.check.budget-differs.fix': '核对后改成一致；预算有调整的，写明年初数和调整后的数。',
  'report.check.spending-differs.message':
    '报告写的支出是{found}万元，自评表的全年执行数是{expected}万元。',
  'report.check.spending-differs.fix': '核对后改成一致。',
  'report.check.rate-differs.message': '报告写的执行率是{found}，自评表是{expected}。',
  'report.check.rate-differs.fix': '按自评表的预算数和执行数改成一致。',
  'report.check.indicator-differs.message': '“{name}”报告写{found}，自评表的完成值是{expected}。',
  'report.check.indicator-differs.fix': '核对后改成一致。',
};

export type VerifyKey = keyof typeof verify;
