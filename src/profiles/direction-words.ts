const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Words in an indicator's name that make less better. They are asked only where neither the sign
 * nor a 正向/反向 column says it. Source: names of real forms (森林火灾受害率 and 有害生物成灾率 in
 * 重庆梁平 2023, 项目总成本 in 安徽贵池 2022, 事故发生数 in 四川安居 2021, 任务完成时限 in 云南南华,
 * 结转结余率 in GEN) and domain-rules §4.1, bare number: cost, time and limits. The word must be the
 * name's head, with at most `NEUTRAL_TAIL` after it: 事故发生数, but not 事故应急演练次数. [I]
 */
export const REVERSE_WORDS = words(`
  成本 造价 人均费用 单位费用 三公经费 超支 结转结余率 结余率 负债率 变动率
  投诉 信访量 舆情 失信 违规 违法 违纪 拖欠 欠薪
  事故 伤亡 死亡 致残 受伤 受害 受灾 成灾 火灾 灾害损失 发案 案发 发病率 感染率 患病率 复发率
  安全事件 突发事件 群体性事件
  差错 错误率 误差 故障 缺陷 退货 返工 变质 损耗 损失率 破损
  逾期 延误 延期 超期 时限 工期 用时 耗时 等待时间 响应时间 办理时间 处理时间 审批时间
  等待时长 响应时长 办理时长 处理时长 审批时长 停机时间 停机时长
  鼠密度 蚊密度 蝇密度 蟑密度 蜚蠊密度 媒密度 虫密度
  空置率 闲置 流失率 辍学率 失业率 返贫 贫困发生率 能耗 排放 污染物`);

/** Characters that may follow the word: 发生数, 次数, 控制数, 面积, 比例, 标准, 总额, 案件, 行为 … */
export const NEUTRAL_TAIL =
  '发生控制总起次数量件人率额金面积比例标准支出天时间指水平程度费用案行为';

/**
 * Shares of a limit, full marks at or below it: 在职人员控制率 ≤100% (HN1), 三公经费控制率, points off for every
 * point above (HN2). 控制率 of money, people or posts is of that kind (house rule: full use of a limit
 * is no aim); of an illness or a pest it is what was done about it. They stand before `HANDLED_WORDS`.
 */
export const LIMITED_THINGS = words(`
  成本 造价 投资 概算 预算 经费 费用 支出 资金 人员 编制 三公 公用 规模 总量 能耗 用水 用电`);

/**
 * Rates of change and of what is left over or missed, better the less (house rule: a plan is to be
 * kept): 预算调整率, 变动率, 结转结余率, 偏差率.
 */
export const LEFT_OVER_WORDS = words(`
  调整率 变动率 变更率 偏差率 偏离率 结转结余率 结转率 结余率 沉淀率 空岗率 缺勤率 漏报率 误报率
  错报率 瞒报率 退回率 退件率 滞留率 超支率 超编率`);

/**
 * 不合格率, 未完成率: the rate of a failure (house rule). A name that only begins with such a
 * character (不动产登记率) or a good thing that did not happen (未检出率) is none.
 */
export const FAILED_RATE =
  /[不未](?!动产|成年|锈|断|来|低于|少于|小于|超|检出|发生|发现|出现|感染|复发|返贫)[\u4e00-\u9fff]{1,4}(?:率|比例|占比)$/;

/**
 * A bare target of few percent is rather a limit than an aim (鼠密度 1%), unless its name tells of a rise
 * or of a share to be reached. House rule: neither is taken for granted.
 */
export const SMALL_SHARE = 20;
export const WANTED_WORDS = words(`
  增长 增幅 增速 增加 增收 增值 提高 提升 上升 扩大 收益 利润 回报 节约 节能 节水 下降 降低 减少 降幅 压减
  覆盖 占比 比例 比重 普及 参与 转化 利用 使用 开发 贡献 达标 合格 完成 优良 优秀 就业 参保 绿化 抽查 抽检 检查 研发`);

/**
 * What is done about a bad thing: 投诉处置率, 事故下降率, 成本核算率, 违法案件查办率, 疫情控制率 want more. [I]
 */
export const HANDLED_WORDS = words(`
  处置 处理 办结 结案 查处 查办 查明 破案 整改 回复 答复 化解 控制 节约 下降 降低 减少 压减
  防治 防控 预防 治理 扑灭 救治 救助 赔付 修复 排查 排除 消除 合格 达标 满意 完成 及时 保障
  覆盖 准确 真实 知晓 执行 核算 公开 规范 合规 安全 回收 核实`);

/** What a handled thing is counted by; 成本控制数 is an amount of cost, so 数 is not among them. */
export const HANDLED_ENDINGS = words('率 度 比例 性');

/**
 * Without a sign these leave it open which way an indicator counts, wherever in the name they stand.
 * House rule: they only keep a miss from being called one; no score is computed by them.
 */
export const BAD_THINGS = words(`
  贫困 失业 盗窃 犯罪 刑事 案件 上访 信访 污染 超标 拥堵 近视 疾病 病例 肥胖 噪声 噪音 纠纷 隐患 险情
  缺课 缺勤 退学 辍学 违 投诉 事故 差错 故障 空置 闲置 浪费 抗生素 药占比 碳排放 填埋 积水 内涝 沉降 渗漏`);

/** What is spent, or held down, ends so: 农药使用量, 建设周期, 平均浓度. House rule. */
export const SPENT_WORDS = words(`
  使用量 消耗量? 用量 用水 用电 能耗 填埋量 排放量? 强度 浓度 延迟 时延 周期 工期 住院日 密度 人均办公面积`);

/** Times end so, waited for or given: 平均办案天数 beside 开放天数. House rule. */
export const TIME_WORDS = words('时间 时长 天数 日数');

/** Times and amounts of which more is wanted: 开放天数, 使用年限, 亩产. House rule. */
export const WANTED_AMOUNTS = words(`
  开放 优良 年限 寿命 保修 质保 培训 学习 教育 值守 供应 供水 供电 供暖 供气 供热 供餐 保障 运行 续航 演出 课 参训 有效 持续 服务
  产量 亩产 单产 收入 收益 产值 税 增 提高 提升 节约 节能 建设 新建 开展 举办 完成 播出 播放 展出 绿地 绿化 体育 图书 藏书
  专利 发明 作品 成果`);

/** Shares of which more is wanted, however low the target: 资金到位率 60%, 知晓率 55%. House rule. */
export const WANTED_SHARES = words(`
  到位 满意 知晓 及时 准确 通过 成活 保存 出勤 入学 入园 巩固 开工 竣工 上线 兑现 公开 规范 办结 发放 支付 执行 回收 好评`);

/** What is done about a bad thing that comes in from outside: 处理投诉 14件 is work done. House rule. */
export const RESPONDING_WORDS = words(`
  处理 受理 办理 接待 答复 回复 处置 接听 应对 赔付 抢修 维修 检修 扑灭 救助 救治 审理`);

/** What is done about a bad thing that is looked for or settled: 化解纠纷, 查处违法案件. House rule. */
export const SETTLING_WORDS = words(`
  办结 结案 查处 查办 查明 侦破 破获 化解 调处 调解 整改 纠正 制止 取缔 打击 排查 排除 消除 清除 处罚 解决
  审结 执结 修复 治理`);

/** Bad things that others bring about; 处理差错 and 办理逾期 are faults of the work itself. */
export const BROUGHT_THINGS = words(`
  投诉 信访量? 上访 舆情 失信 违规 违法 违纪 欠薪 拖欠 事故 火灾 故障 缺陷 纠纷 隐患
  安全事件 突发事件 群体性事件`);

/** 节约成本 20万元 is better the more; 降低成本 100万元 may be by it or to it. House rule. */
export const SAVING_WORDS = words('节约 节省');
export const REDUCING_WORDS = words('减少 降低 下降 压减 压降 压缩 削减');

/** How long a piece of work takes: 维修时长, 项目建设周期, 办结天数 are better the shorter. House rule. */
export const PROCESS_WORDS = words(`
  办结 审批 审核 审查 办理 处理 处置 响应 等待 等候 候诊 候车 取药 建设 施工 修复 抢修 维修 送达 到达 到场
  出警 救援 交付 报销 答复 回复 结案 审理 评审 拨付 支付 兑付 采购 项目 工程 实施`);

/** Pay and aid: what is paid below its standard is no saving. House rule. */
export const PAY_WORDS = words(`
  补助 补贴 津贴 低保 保障 救助 工资 薪酬 报酬 奖励 奖补 抚恤 优抚 生活费 供养 养老金 慰问 助学金? 奖学金 资助
  补偿 待遇`);
