/** Keys `cli.` …, and `error.` … for what only the command line can refuse. */
export const cli = {
  'cli.help.main': `绩效自评助手 jixiao {version}
给绩效自评表算分、核查，出汇总表和自评报告提纲；原表内容一字不丢。

用法：jixiao <命令> [参数]

命令：
  score      算分、标注、写汇总表和提纲，结果写到另一个文件夹
  check      只核查，不写文件
  fix        改好不必问人的：文本数字、执行率、空白得分、合计，逐格列出
  report     按模板出自评报告提纲（.docx 或 .md）
  verify     核对自评报告里的数字，可与自评表对照
  summary    很多项目汇成一张汇总表，互相核查
  clear      去掉本工具写入的标注和表（得分保留）
  profiles   评分口径：列出，或看其中一个
  templates  报告模板：列出，或看其中一个
  rules      核查项：列出，或看其中一项的说明

每个命令的用法：jixiao <命令> --help

例：
  jixiao score 附表.xlsx
  jixiao score 2023年自评表/ --out 结果
  jixiao check 附表.xlsx --format markdown > 核查.md`,
  'cli.help.score': `给自评表算分并核查，结果写到另一个文件夹，原文件不动。

用法：jixiao score <工作簿、文件夹或通配符…> [选项]

选项：
  --out 文件夹        结果放在哪里（默认 ./jixiao-out）
  --profile 口径      评分口径的编号，或口径文件（.json）
  --map 列            指定列，如 score=I,weight=H；只用于一张表写 附表!score=I
  --overwrite         连已填的得分也改成算出的得分（默认只填空白的）
  --force             结果文件里有人改过的也盖
  --no-flags          不在单元格上标注
  --no-summary        不写汇总表
  --no-outline        不写自评报告提纲
  --json              在标准输出给出一份 JSON，其余文字走标准错误
  --ndjson            一个文件一行 JSON，做完就写；最后一行是 {"done":几个,"failed":几个}
  --shard 第几/共几   只做其中一份，从 0 数起，如 0/4；各机器各做一份
  -h, --help          这份说明

能读 .xlsx、.xlsm、.xls、.et（按内容辨认，不看扩展名）；.xls 和 .et 的结果存为 .xlsx。
结果文件夹里已有同名文件时，只替换本工具写的、没有人改过的；别人的文件不覆盖。
列的名称：serial level1 level2 level3 name sign target unit actual weight criteria score reviewScore reason

退出状态：0 没有“错误”级问题；1 有；2 用法不对，或有文件读不了。

例：
  jixiao score 附表.xlsx
  jixiao score 2023年自评表/ --out 结果
  jixiao score "各单位/**/*.xlsx" --profile cn-mof-2020 --json > 结果.json
  jixiao score 附表.xlsx --map score=I,weight=H`,
  'cli.help.check': `只核查，不写任何文件。

用法：jixiao check <工作簿、文件夹或通配符…> [选项]

选项：
  --profile 口径      评分口径的编号，或口径文件（.json）
  --map 列            指定列，如 score=I,weight=H；只用于一张表写 附表!score=I
  --format 格式       pretty（默认）、json 或 markdown
  --ndjson            一个文件一行 JSON，做完就写；最后一行是 {"done":几个,"failed":几个}
  --shard 第几/共几   只做其中一份，从 0 数起，如 0/4；各机器各做一份
  --max-warnings N    “警告”多于 N 条时退出状态为 1
  -h, --help          这份说明

退出状态：0 没有“错误”级问题；1 有；2 用法不对，或有文件读不了。

例：
  jixiao check 附表.xlsx
  jixiao check 2023年自评表/ --max-warnings 0
  jixiao check 附表.xlsx --format markdown > 核查.md`,
  'cli.help.fix': `改好能够确定的，逐格列出改前、改后；结果写到另一个文件夹，原文件不动。

用法：jixiao fix <工作簿、文件夹或通配符…> [选项]

选项：
  --only 核查项       只改这几项，逗号隔开：number-as-text、execution-rate、score-missing、score-total
  --dry-run           只列出，不写文件
  --out 文件夹        结果放在哪里（默认 ./jixiao-out）
  --profile 口径      评分口径的编号，或口径文件（.json）
  --map 列            指定列，如 score=I,weight=H
  --force             结果文件里有人改过的也盖
  --json              在标准输出给出一份 JSON（改了哪些在 changes，其余是改好后的样子）
  -h, --help          这份说明

改的是：存成文本的分值和得分、按全年数算错的执行率、能计算的空白得分、与各行之和不符的总分。
公式、说不准的（例如完成值写成“≥95%”的空白得分，分值合计不是 100 时的总分）都不动。

退出状态：0 改好后没有“错误”级问题；1 有；2 用法不对，或有文件读不了。

例：
  jixiao fix 附表.xlsx --dry-run
  jixiao fix 2023年自评表/ --only number-as-text --out 改好`,
  'cli.help.report': `按模板出自评报告提纲：表里有的事实填好，要人写的地方标【待补充】。

用法：jixiao report <工作簿> --template 模板 [选项]

选项：
  --template 模板     模板编号，见 jixiao templates
  --out 文件          .docx 或 .md；不给则把 Markdown 写到标准输出；人改过的文件不盖
  --keep 文件         接着用这份报告里人写的：改过的节照留，没改的换成新数（与 --out 同一种格式）
  --force             人改过的也盖
  --profile 口径      评分口径的编号，或口径文件（.json）
  --map 列            指定列，如 score=I,weight=H
  -h, --help          这份说明

例：
  jixiao templates
  jixiao report 附表.xlsx --template cn-project --out 自评报告.docx
  jixiao report 附表.xlsx --template cn-project --out 自评报告.docx --keep 自评报告.docx
  jixiao report 附表.xlsx --template cn-project > 自评报告.md`,
  'cli.help.verify': `核对自评报告：标题编号、加总、百分比、前后矛盾；给出自评表时再与表中数字对照。

用法：jixiao verify <报告.docx|.txt|.md|.html…> [选项]

选项：
  --with 工作簿       与这份自评表对照；可以写几次，几份报告按项目名称各找各的表
  --sheet 工作表      只与这张工作表上的表对照
  --json              在标准输出给出一份 JSON（同 --format json）
  --format 格式       pretty（默认）、json、markdown，或 docx：可打印签字的核对报告（用 --out 起名）
  --out 文件.docx     核对报告写在哪里
  --comments 文件     另存一份 .docx，在出问题的字词上加 Word 批注，其余一字不动
  --max-warnings 数   警告多于这个数，退出状态也是 1
  -h, --help          这份说明

退出状态：0 没有“错误”级问题；1 有；2 用法不对，或文件读不了。

例：
  jixiao verify 自评报告.docx
  jixiao verify 自评报告.docx --with 附表.xlsx
  jixiao verify 自评报告.docx --with 附表.xlsx --comments 批注稿.docx
  jixiao verify 甲.docx 乙.docx --with 甲表.xlsx --with 乙表.xlsx --format docx --out 核对报告.docx`,
  'cli.help.summary': `很多项目汇成一张“自评情况汇总表”：一个项目一行；并把同一单位的项目放在一起核查。

用法：jixiao summary <工作簿、文件夹、通配符或 .ndjson…> [选项]

选项：
  --out 文件          写成工作簿（.xlsx）；不给则逐行列出
  --group 方式        none（默认）、department 按主管部门、folder 按文件夹：每组之后有小计
  --profile 口径      评分口径的编号，或口径文件（.json）
  --map 列            指定列，如 score=I,weight=H
  --force             --out 的文件已经有了也盖
  --json              在标准输出给出一份 JSON
  -h, --help          这份说明

.ndjson 是 score 或 check 加 --ndjson 写出的结果，几份一起汇总，不必再读工作簿；
各项目之间的核查（普遍满分、互相抄来）要读工作簿，只用结果时不做。

退出状态：0 做完；1 各项目之间有“错误”级问题；2 用法不对，或有文件没能处理。

例：
  jixiao summary 各单位/ --out 汇总.xlsx --group department
  jixiao summary 结果-*.ndjson --out 汇总.xlsx
  jixiao summary 各单位/ --json > 汇总.json`,
  'cli.help.clear': `去掉本工具写入的一切（标注、核查清单、汇总表、提纲），得分保留。原文件不动。

用法：jixiao clear <工作簿…> [--out 文件夹]

选项：
  --out 文件夹        结果放在哪里（默认 ./jixiao-out；工作簿本身就在那里时为 ./jixiao-cleared）
  --force             结果文件里有人改过的也盖
  -h, --help          这份说明

例：
  jixiao clear jixiao-out/附表.xlsx
  jixiao clear jixiao-out/附表.xlsx --out 清理后`,
  'cli.help.profiles': `评分口径：不给编号时列出全部；给编号时以 JSON 给出每个数值和它的出处。

用法：jixiao profiles [编号]

例：
  jixiao profiles
  jixiao profiles cn-mof-2020 > 本市口径.json
  jixiao score 附表.xlsx --profile 本市口径.json`,
  'cli.help.templates': `自评报告模板：不给编号时列出全部；给编号时给出它的标题。

用法：jixiao templates [编号]

例：
  jixiao templates
  jixiao report 附表.xlsx --template cn-project --out 自评报告.docx`,
  'cli.help.rules': `核查项：不给编号时列出全部；给编号（如 weight-total 或 JX201）时给出说明和正反例。

用法：jixiao rules [编号]

例：
  jixiao rules
  jixiao rules unmet-full-score`,
  'cli.progress.files': '个文件',
  'cli.note.converted': '原文件是 .{format} 格式，结果存为 {output}。',
  'cli.note.results-unfinished': '“{path}”没有写完（缺最后一行），汇总里可能少了项目。',
  'cli.note.not-compared': '项目之间的核查没有做全：要读工作簿，而且最多比较 {most} 个项目。',
  'cli.summary.row': '{number}  {project}  自评 {filled}  复算 {score}  {grade}',
  'cli.summary.written': '汇总表写在 {path}。',
  'cli.summary.total': '共 {projects} 个项目；{failed} 个文件没能处理。',
  'cli.note.cleared': '清除了 {marks} 处标记、{sheets} 张工作表。',
  'cli.note.nothing-ours': '没有找到本工具写的内容。',
  'cli.note.other.target': '{place} 是绩效目标表，只读不评分。',
  'cli.note.other.monitor': '{place} 是绩效运行监控表，只读不评分。',
  'cli.note.other.other-score': '{place} 是别人的评分表或指标体系，只读不评分。',
  'cli.note.nothing-to-fix': '没有能够确定改正的，所以没有写结果文件。',
  'cli.note.no-table': '没有找到绩效自评表，所以没有写结果文件。',
  'cli.note.doubtful-table':
    '{place} 像是自评表，但没有把握，没有当作自评表处理。请用 --map 指明各列，例如 --map "{sheet}!name=C,target=D,actual=E,weight=F,score=G"。',
  'cli.degradation.cell-not-kept': '{place} 写入后没有变化，多半是合并单元格里被遮住的部分。',
  'cli.degradation.cell-otherwise':
    '{place} 现在的内容不是写入后应有的内容：可能有人同时改过，也可能是程序没有照写。请核对。',
  'cli.degradation.cell-locked': '{place} 受保护而且锁定，没有写入。',
  'cli.degradation.mark-protected':
    '{place} 在受保护的工作表里，底色或批注加不上，问题见核查清单。',
  'cli.degradation.fill-lost': '{place} 原来的底色恢复不了，现在没有底色。',
  'cli.degradation.note-kept': '{place} 已有批注，保留原批注，本工具的说明只写在核查清单里。',
  'cli.degradation.note-left': '{place} 还留着以前写的批注，请手工删除。',
  'cli.degradation.mark-lost':
    '原来标在 {place} 的底色和批注，因为行列有变动找不到了，请手工清除。',
  'cli.degradation.ledger-gone':
    '{place}：没有本工具的台账（被别的程序丢掉，或工作表是复制来的）；按批注和表样认出是本工具的，已照此处理。加标记以前的底色和得分已无从知道。',
  'cli.degradation.ledger-not-kept': '这个工作簿存不下本工具的记录，关闭以后不能再撤销。',
  'cli.degradation.likely-ours': '{place} 像是本工具写的，但可能有人改过，没有动，请自己处理。',
  'cli.degradation.undo-left': '{place} 因为行列有变动，对不上原来的单元格，没有撤销，请核对。',
  'cli.degradation.notes-unsupported': '{place} 不能写批注，说明只写在核查清单里。',
  'cli.degradation.chart-unsupported': '{place} 不能画图，只写了表格。',
  'cli.degradation.sheet-protected': '工作表“{place}”受保护；内容已写入文件，保护仍然有效。',
  'cli.degradation.structure-protected':
    '工作簿的结构受保护；工作表“{place}”已加入文件，保护仍然有效。',
  'cli.degradation.looks-left': '{place}：边框、列宽、页面设置等外观没能全部设好，内容不受影响。',
  'cli.degradation.sheet-unfinished': '{place} 没有写完，得分和标记已经写入。',
  'cli.degradation.sheet-kept': '工作表“{place}”不是本工具写的，或被人改过，原样保留。',
  'cli.print.severity.error': '错误',
  'cli.print.severity.warning': '警告',
  'cli.print.severity.info': '提示',
  'cli.print.points': '{points} 分',
  'cli.print.text': '“{text}”',
  'cli.print.blank': '空白',
  'cli.print.settled': '已处理 {count}',
  'cli.print.status.filled': '已填得分',
  'cli.print.status.adopted': '已采用计算分',
  'cli.print.status.waived': '已忽略：{reason}',
  'cli.print.table': '{place}：{count} 个指标，复算得分 {score} / {weight}{filled}{grade}{state}',
  'cli.print.table.filled': '（填报 {score}）',
  'cli.print.table.blank': '，未填写',
  'cli.print.table.incomplete': '，未填全（{scored} / {weighted} 行有得分）',
  'cli.print.table.grade': '，等级 {grade}',
  'cli.print.hint': '怎么办：{hint}',
  'cli.print.note': '注意：{note}',
  'cli.print.fix': '怎么办：{fix}',
  'cli.print.total':
    '共 {files} 个文件，{failed} 个没能处理；错误 {error}、警告 {warning}、提示 {info}。',
  'cli.print.markdown.title': '绩效自评表核查结果',
  'cli.print.markdown.none': '没有发现问题。',
  'cli.print.markdown.cell': '单元格',
  'cli.print.markdown.severity': '级别',
  'cli.print.markdown.rule': '核查项',
  'cli.print.markdown.message': '问题',
  'cli.print.markdown.expected': '应为',
  'cli.print.markdown.found': '现为',
  'cli.print.markdown.fix': '怎么办',
  'cli.print.markdown.status': '处理',
  'error.usage-command.message': '没有“{command}”这个命令。',
  'error.usage-command.hint': '运行 jixiao --help 看有哪些命令。',
  'error.usage-option.message': '没有“{option}”这个选项。',
  'error.usage-option.hint': '在命令后加 --help 看它有哪些选项；以 - 开头的文件名前面加 ./ 。',
  'error.usage-value.message': '选项 {option} 的写法不对。',
  'error.usage-value.hint': '在命令后加 --help 看选项怎么写：有的要在后面给一个值，有的不要。',
  'error.usage-argument.message': '多了一个参数“{argument}”。',
  'error.usage-argument.hint': '在命令后加 --help 看用法；名字里有空格时加引号。',
  'error.usage-map.message': '--map 的“{text}”看不懂。',
  'error.usage-map.hint':
    '写成 列的名称=列标，如 --map score=I,weight=H；名称见 jixiao score --help。',
  'error.usage-number.message': '{option} 要一个 0 或更大的整数，不能是“{text}”。',
  'error.usage-number.hint': '例如 {option} 0。',
  'error.usage-format.message': '没有“{format}”这种格式。',
  'error.usage-format.hint': '--format 可以是 pretty、json 或 markdown。',
  'error.usage-shard.message': '--shard 的“{text}”看不懂。',
  'error.usage-shard.hint': '写成 第几份/共几份，从 0 数起，如 --shard 0/4 到 --shard 3/4。',
  'error.run-stopped.message':
    '中途停下：做了 {files} 个（{failed} 个没能处理），还有 {left} 个没有做。',
  'error.run-stopped.hint': '做好的已经写完，没有留下半个文件；再运行同一条命令就从头做。',
  'error.usage-group.message': '不能按“{group}”分组。',
  'error.usage-group.hint': '--group 可以是 none、department 或 folder。',
  'error.usage-summary-file.message': '汇总表不能存为“{path}”。',
  'error.usage-summary-file.hint': '文件名以 .xlsx 结尾。',
  'error.results-not-ours.message': '“{path}”第 {line} 行不是本工具的结果。',
  'error.results-not-ours.hint': '请给 score 或 check 加 --ndjson 写出的文件，不要改动。',
  'error.usage-no-input.message': '没有说要处理哪个文件。',
  'error.usage-no-input.hint': '在命令后写出文件、文件夹或通配符，如 jixiao score 附表.xlsx。',
  'error.usage-template.message': '没有说用哪个报告模板。',
  'error.usage-template.hint': '加上 --template 编号；编号见 jixiao templates。',
  'error.usage-report-file.message': '报告不能存为“{path}”。',
  'error.usage-report-file.hint': '文件名以 .docx 或 .md 结尾。',
  'error.input-not-found.message': '找不到“{path}”。',
  'error.input-not-found.hint': '看看路径和名字对不对；通配符要加引号。',
  'error.input-folder-empty.message': '文件夹“{path}”里没有工作簿。',
  'error.input-folder-empty.hint': '只找 .xlsx、.xlsm、.xls、.et；其他文件请直接写出文件名。',
  'error.input-not-file.message': '“{path}”不是文件。',
  'error.input-not-file.hint': '请给一个工作簿文件或文件夹。',
  'error.input-too-large.message': '“{path}”有 {size} MB，超过 {limit} MB 的上限。',
  'error.input-too-large.hint': '请删去与自评表无关的工作表或图片后再试。',
  'error.input-unreadable.message': '“{path}”读不出来。',
  'error.input-unreadable.hint': '请确认文件没有被别的程序独占，而且您有权限读它。',
  'error.output-is-input.message': '结果会盖掉输入文件“{path}”，没有写。',
  'error.output-is-input.hint': '用 --out 换一个文件夹。',
  'error.output-changed.message': '“{path}”里有人写的内容，没有覆盖。',
  'error.output-changed.hint':
    '确实不要了，加 --force；或用 --out 换一个地方；报告还可以加 --keep “{path}” 接着用人写的。',
  'error.output-exists.message': '“{path}”已经有了，而且不是本工具写的，没有覆盖。',
  'error.output-exists.hint': '把它挪开或改名，或用 --out 换一个文件夹。',
  'error.output-folder.message': '建不了文件夹“{path}”。',
  'error.output-folder.hint': '请确认那里没有同名的文件，而且您有权限写；或用 --out 换一个文件夹。',
  'error.output-write.message': '“{path}”写不进去，没有留下半个文件。',
  'error.output-write.hint':
    '如果它正在 Excel 或 WPS 里打开，请先关闭；再看磁盘是否已满、是否有权限。',
  'error.file-timeout.message': '“{path}”处理了 {seconds} 秒还没有完，放弃了。',
  'error.file-timeout.hint': '请删去与自评表无关的工作表后再试；其他文件不受影响。',
  'error.file-memory.message': '“{path}”太大，内存不够。',
  'error.file-memory.hint': '请删去与自评表无关的工作表后再试；其他文件不受影响。',
  'error.file-crash.message': '处理“{path}”时程序出错，这个文件没有结果。',
  'error.file-crash.hint': '请把这个文件和命令发给我们；其他文件不受影响。',
  'error.profile-choice.message': '没有“{id}”这个评分口径，也没有这个文件。',
  'error.profile-choice.hint': '编号见 jixiao profiles；自定口径给 .json 文件的路径。',
  'error.rule-not-fixable.message': '“{id}”没有不必问人就能改好的。',
  'error.rule-not-fixable.hint': '能这样改的是：{fixable}。',
  'error.rule-unknown.message': '没有“{id}”这个核查项。',
  'error.rule-unknown.hint': '编号见 jixiao rules。',
  'error.rule-page-missing.message': '核查项“{id}”的说明页不在程序旁边。',
  'error.rule-page-missing.hint': '重新安装，或在源码目录运行 npm run build。',
  'cli.note.first-table': '表里还有另外 {count} 张自评表，报告只写“{sheet}”中的第一张。',
  'cli.report.written': '报告写在 {path}。',
  'cli.report.kept': '您写的留着（{count} 节）：{titles}。',
  'cli.report.stale': '其中表里的内容后来变了，请核对（{count} 节）：{titles}。',
  'cli.report.moved': '新的提纲里没有，放在最后（{count} 节）：{titles}。',
  'cli.report.removed': '您删去的没有再写（{count} 节）：{titles}。',
  'error.template-unknown.message': '没有“{id}”这个报告模板。',
  'error.template-unknown.hint': '编号见 jixiao templates。',
  'error.report-no-table.message': '“{path}”里没有找到绩效自评表，写不了报告。',
  'error.report-no-table.hint':
    '如果里面确有自评表，用 --map 指明各列，如 --map name=C,target=D,actual=E,weight=F,score=G。',
  'error.usage-verify-format.message': '没有“{format}”这种格式。',
  'error.usage-verify-format.hint': '--format 可以是 pretty、json、markdown 或 docx。',
  'error.usage-verify-out.message': '没有说核对报告写在哪个 .docx 文件里。',
  'error.usage-verify-out.hint': '加 --out 文件名.docx。',
  'error.usage-comments.message': '批注不能写在“{path}”里。',
  'error.usage-comments.hint': '一次给一份 .docx 报告，批注稿的文件名也以 .docx 结尾。',
  'error.verify-out-exists.message': '“{path}”已经有了，没有覆盖。',
  'error.verify-out-exists.hint': '换一个文件名，或先把它挪开。',
  'error.profile-not-json.message': '评分口径文件“{path}”不是 JSON。',
  'error.profile-not-json.hint': '可以从 jixiao profiles cn-mof-2020 的输出改起。',
  'error.report-several-tables.message': '有几张自评表（{sheets}），报告没有写明是哪一张的。',
  'error.report-several-tables.hint': '加 --sheet 工作表名，或在报告里写上项目名称。',
  'error.report-sheet-unknown.message': '没有名为“{sheet}”的自评表；有：{sheets}。',
  'error.report-sheet-unknown.hint': '核对 --sheet 后面的工作表名。',
  'error.keep-other-format.message': '“{path}”和要写的报告不是同一种格式。',
  'error.keep-other-format.hint':
    '--keep 与 --out 要同是 .docx 或同是 .md，互相转换会丢掉人做的版式和图片。',
};

export type CliKey = keyof typeof cli;
