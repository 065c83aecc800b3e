/** Keys `scoring.` … : one sentence on how a row's score came about. */
export const scoring = {
  'scoring.positive.met': '完成值 {actual} 达到目标 {target}（完成率 {rate}），得满分 {score} 分',
  'scoring.positive.over':
    '完成值 {actual} 超过目标 {target}（完成率 {rate}），满分封顶，得 {score} 分',
  'scoring.positive.over-deducted':
    '完成值 {actual} 超过目标 {target}（完成率 {rate}），按口径达到 {from} 扣 {points} 分，得 {score} 分',
  'scoring.positive.unmet': '完成率 {done} ÷ {due} = {rate}，{weight} × {rate} = {score} 分',
  'scoring.positive.below-floor': '完成率 {done} ÷ {due} = {rate}，低于及格门槛 {floor}，得 0 分',
  'scoring.reverse.met': '完成值 {actual} 未超过目标 {target}，得满分 {score} 分',
  'scoring.reverse.met-by-name':
    '完成值 {actual} 未超过目标 {target}，按名称看越低越好（本工具的经验规则，可以另行指定），得满分 {score} 分',
  'scoring.reverse-ratio.unmet':
    '完成值 {actual} 超过目标 {target}，反向指标按 {due} ÷ {done} = {rate} 计，{weight} × {rate} = {score} 分',
  'scoring.reverse-ratio.unmet-by-name':
    '完成值 {actual} 超过目标 {target}，按名称看是反向指标（本工具的经验规则，可以另行指定），按 {due} ÷ {done} = {rate} 计，{weight} × {rate} = {score} 分',
  'scoring.reverse-linear.unmet':
    '完成值 {actual} 超过目标 {target}，反向指标按超出比例扣减后余 {rate}，{weight} × {rate} = {score} 分',
  'scoring.reverse-linear.unmet-by-name':
    '完成值 {actual} 超过目标 {target}，按名称看是反向指标（本工具的经验规则，可以另行指定），按超出比例扣减后余 {rate}，{weight} × {rate} = {score} 分',
  'scoring.reverse-zero.unmet': '完成值 {actual} 超过目标 {target}，反向指标超出不得分',
  'scoring.reverse-zero.unmet-by-name':
    '完成值 {actual} 超过目标 {target}，按名称看是反向指标（本工具的经验规则，可以另行指定），超出不得分',
  'scoring.equal.zero-met': '目标为 {target}，完成值 {actual}，没有发生，得满分 {score} 分',
  'scoring.equal.zero-unmet': '目标为 {target}，完成值 {actual} 大于 0，得 0 分',
  'scoring.equal.exact-unmet': '完成值 {actual} 不等于目标 {target}，按口径得 0 分',
  'scoring.range.met': '完成值 {actual} 在目标范围 {target} 之内，得满分 {score} 分',
  'scoring.range.better':
    '完成值 {actual} 好于目标范围 {target}，得满分 {score} 分（本工具的经验规则，可以另行指定）',
  'scoring.range.above': '完成值 {actual} 超出目标范围 {target}，是不是更好要由人定',
  'scoring.met-bound': '完成值 {actual} 达到目标 {target}，得满分 {score} 分',
  'scoring.words-missed': '完成值 {actual} 没有达到目标 {target}，没有规定扣多少分，得分由人判断',
  'scoring.strict-equal':
    '完成值 {actual} 恰好等于目标 {target}，目标要求严格大于或小于，未算达到，得分由人判断',
  'scoring.zero-target': '目标值 {target} 为 0，无法计算完成率，得分由人判断',
  'scoring.negative-target': '目标值 {target} 为负数，无法计算完成率，得分由人判断',
  'scoring.deadline.met': '完成时间 {actual} 不晚于 {target}，得满分 {weight} 分',
  'scoring.deadline.missed': '完成时间 {actual} 晚于 {target}，没有规定扣多少分，得分由人判断',
  'scoring.deadline.judged': '目标 {target} 是时间，完成值 {actual} 不能据以判断先后，得分由人判断',
  'scoring.qualitative.band':
    '定性指标由人判断：完成情况“{actual}”对应分值的 {share}，即 {from}–{to} 分',
  'scoring.qualitative.unknown':
    '定性指标由人判断：完成情况“{actual}”不在常用说法之内，可评 {from}–{to} 分',
  'scoring.rubric.judged': '按评分标准由人判断，满分 {weight} 分',
  'scoring.rubric.read': '“{rule}”；{fact}；{sum}{score} 分',
  'scoring.rubric.over': '“{rule}”；{fact}，超 {distance} 个百分点，扣 {lost} 分，{sum}{score} 分',
  'scoring.rubric.under': '“{rule}”；{fact}，低 {distance} 个百分点，扣 {lost} 分，{sum}{score} 分',
  'scoring.rubric.lost': '“{rule}”；{fact}，扣 {lost} 分，{sum}{score} 分',
  'scoring.rubric.clauses': '按评分标准由人判断：{clauses}；得分在 {low}–{high} 分之间',
  'scoring.rubric.range':
    '“{rule}”；{fact}；标准没有写明怎样算，两种读法都对，应在 {low}–{high} 分之间，由人判断',
  'scoring.rubric.deducted': '这一行写明共扣 {deducted} 分，{weight} − {deducted}，得 {score} 分',
  'scoring.not-applicable-full': '不适用，按口径不扣分，得 {weight} 分',
  'scoring.not-applicable-rescaled': '不适用，按口径不计，其余各行的得分折算成满分的比例',
  'scoring.no-actual': '没有填写完成值，不计算得分',
  'scoring.not-applicable': '目标值或完成值写的是不适用（“—”“/”），不计算得分',
  'scoring.no-target': '没有填写目标值，完成值 {actual} 由人判断',
  'scoring.rough-target': '目标 {target} 是约数，不是界限，完成值 {actual} 算不算达到由人判断',
  'scoring.open-direction':
    '目标 {target} 没有写明是越高越好还是越低越好，完成值 {actual} 由人判断；可以指定指标方向，或写上“≥”“≤”',
  'scoring.merged-points':
    '这 {weight} 分由几行合用，其中 {name} 完成 {actual}，没有达到目标，怎样分摊由人判断',
  'scoring.no-weight': '本行没有有效的分值，不计算得分',
  'scoring.no-weight-rate': '本行没有有效的分值，不计算得分；完成率 {rate}',
  'scoring.no-weight-column': '本表没有分值列，不计算得分',
  'scoring.no-weight-column-rate': '本表没有分值列，不计算得分；完成率 {rate}',
  'scoring.misread-target':
    '目标值 {target} 高得不合常理，像是识别有误（“≥90%”读成“290%”），请核对原表，得分由人判断',
  'scoring.beyond-whole': '完成值 {actual} 超过 100%，这样的比率不会有，得分由人判断',
  'scoring.units': '目标 {target} 与完成值 {actual} 的单位不能换算，得分由人判断',
  'scoring.kinds': '目标 {target} 是数值，完成值“{actual}”不是，得分由人判断',
  'scoring.budget.scored': '执行率 {executed} ÷ {budget} = {rate}，{weight} × {rate} = {score} 分',
  'scoring.budget.capped':
    '执行率 {executed} ÷ {budget} = {rate}，超过 100%，满分封顶，得 {score} 分',
  'scoring.budget.tiered':
    '执行率 {executed} ÷ {budget} = {rate}，{weight} 分按口径或表注的分档得 {score} 分',
  'scoring.budget.stepped':
    '执行率 {executed} ÷ {budget} = {rate}，{weight} 分按口径或表注得 {low} 至 {high} 分：不足一个百分点的怎样算，没有写明',
  'scoring.budget.no-weight':
    '执行率 {executed} ÷ {budget} = {rate}；资金总额行没有分值，不计算得分',
  'scoring.budget.no-rate': '资金总额行没有可用的预算数或执行数，不能计算执行率',
};

export type ScoringKey = keyof typeof scoring;
