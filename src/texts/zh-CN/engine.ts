/** Keys `engine.` …: sheet names, notes on flagged cells, remarks on recognised tables. */
export const engine = {
  'engine.sheet.findings': '核查清单',
  'engine.sheet.summary': '汇总表',
  'engine.sheet.outline': '自评报告提纲',
  'engine.severity.error': '错误',
  'engine.severity.warning': '警告',
  'engine.severity.info': '提示',
  'engine.note.head': '【{severity} {code}】{message}',
  'engine.note.expected': '应为：{value}',
  'engine.note.found': '现为：{value}',
  'engine.note.fix': '怎样改：{fix}',
  'engine.entry.place': '{cell} 等 {count} 格',
  'engine.entry.several': '{title}：{count} 格（{cells}）。',
  'engine.entry.many': '{title}：{count} 格（{cells} 等）。',
  'engine.entry.and': '、',
  'engine.entry.also': '同时：{titles}。',
  'engine.entry.line': '{cell}：{text}',
  'engine.entry.more': '……共 {count} 格',
  'engine.cut': '……（太长，后面略去）',
  'engine.note.filled': '【已填得分】这里原来没有得分，已填入 {value} 分。{why}',
  'engine.note.replaced': '【已采用计算分】原得分 {before} 分，已改为 {value} 分。{why}',
  'engine.remark.profile-proposed':
    '按“{profile}”（{id}）评分：表上写有{signs}；另选口径的按所选的算',
  'engine.remark.noted-bands':
    '表注写明定性指标三档为 100%–{upper}%、{upper}%–{lower}%、{lower}%–0%，这张表按表注核对',
  'engine.remark.noted-rule': '表注写明“{words}”，这张表按表注评分和核对',
  'engine.remark.no-weight': '表中没有分值（权重）列，不能按分值复算得分。',
  'engine.remark.no-score': '表中没有得分列，只核查，不填分。',
  'engine.remark.uncertain': '表头没有认全，请确认各列的含义后再评分。',
};

export type EngineKey = keyof typeof engine;
