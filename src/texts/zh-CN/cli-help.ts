/** Keys `cli.help.` …: what the command line says of itself. */
export const cliHelp = {
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
几个工作簿、几张表合成一份：每节里逐个项目写；结构里写了 "each": "chapter" 的（转移支付）一项资金一章。

用法：jixiao report <工作簿…> --template 模板|文件 [选项]

选项：
  --template 模板     模板编号，见 jixiao templates；或自己的结构文件（.json）
  --out 文件          .docx 或 .md；不给则把 Markdown 写到标准输出；人改过的文件不盖
  --keep 文件         接着用这份报告里人写的：改过的节照留，没改的换成新数（与 --out 同一种格式）
  --force             人改过的也盖
  --sheet 名称        只写这一张工作表里的表
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

用法：jixiao templates [编号] [--json]

选项：
  --json              给出结构文件，改好后用 jixiao report --template 文件

例：
  jixiao templates
  jixiao templates cn-project --json > 本市结构.json
  jixiao report 附表.xlsx --template cn-project --out 自评报告.docx`,
  'cli.help.rules': `核查项：不给编号时列出全部；给编号（如 weight-total 或 JX201）时给出说明和正反例。

用法：jixiao rules [编号]

例：
  jixiao rules
  jixiao rules unmet-full-score`,
};

export type CliHelpKey = keyof typeof cliHelp;
