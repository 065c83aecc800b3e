/** Keys `wps.` …: the WPS add-in's shell, its packages and the probe; and errors only they say. */
export const wpsTexts = {
  'wps.title': '绩效自评助手',
  'wps.description': '给绩效自评表算分、核查，写回得分和标注',
  'wps.noPane': '这个版本的 WPS 没能打开任务窗格。请更新 WPS，或改用命令行。',
  'wps.noProgram': '没有找到 WPS 表格。请在 WPS 表格里使用。',
  'wps.saved': '已保存到 {path}',
  'wps.notSaved': '没能保存到这台电脑。请改用旁边的“复制”，粘贴到文本文件里。',
  'wps.build.done':
    '已生成 dist/wps。请把整个文件夹放到 {address}，再按 docs/install-wps.md 安装。',

  'error.wps-base-missing.message': '没有给出加载项放在哪里。',
  'error.wps-base-missing.hint': '例如：npm run build:wps -- --base http://intranet/jixiao/',
  'error.wps-base-invalid.message': '“{base}”不是网址。',
  'error.wps-base-invalid.hint': '请写完整的网址，例如 http://intranet/jixiao/，中间不要有空格。',
  'error.wps-base-protocol.message': '“{base}”不是以 http:// 或 https:// 开头的网址。',
  'error.wps-base-protocol.hint':
    'WPS 从网页服务器读取加载项；没有服务器时，任写一个网址，只用 offline 文件夹里的离线包。',
  'error.wps-base-extra.message': '“{base}”不是一个文件夹的网址。',
  'error.wps-base-extra.hint':
    '请去掉文件名、问号、井号和用户名密码，只留文件夹，例如 http://intranet/jixiao/。',

  'error.no-workbook.message': '没有打开的工作簿。',
  'error.no-workbook.hint': '请先打开要评分的工作簿，再点“再试一次”。',
  'error.other-workbook.message': '最前面的不是刚才读取的工作簿“{workbook}”，什么也没有改。',
  'error.other-workbook.hint':
    '请切换到那个工作簿再试；它已关闭或另存成别的名称时，请先重新打开窗格。',
  'error.wps-refused.message': 'WPS 没有接受这次操作：{reason}',
  'error.wps-refused.hint':
    '请先结束单元格编辑、关闭对话框再试；仍不行，请用“检测本机”把结果发给维护者。',
  'error.wps-not-kept.message':
    '写入之后读回的内容不对（工作表“{sheet}”的 {cell}），已退回写入之前。',
  'error.wps-not-kept.hint': '请检查该单元格的保护和数据有效性；也可以用命令行评分。',
  'error.wps-partly-written.message': '写入中途被 WPS 拒绝，没能完全退回：{reason}',
  'error.wps-partly-written.hint':
    '请点“设置 → 撤销本次评分”再试；不要保存，关闭后重新打开即是原样。',

  'wps.probe.title': '检测本机',
  'wps.probe.start': '开始检测',
  'wps.probe.what': '检测会问这个 WPS {count} 个问题，大约一分钟。',
  'wps.probe.safe':
    '写入只在一个新建的空白工作簿里进行，结束后不保存就关闭；您打开的工作簿不读取，也不改动。检测时请不要操作 WPS。',
  'wps.probe.top': '先点一下这里（看 WPS 是否遮住窗格顶端）',
  'wps.probe.topPressed': '点到了',
  'wps.probe.progress': '正在检测：第 {done} 项，共 {total} 项',
  'wps.probe.broken': '检测没能完成：{reason}',
  'wps.probe.summary':
    '符合 {held} 项，不符 {differs} 项，仅记录 {known} 项，没能检测 {failed} 项。',
  'wps.probe.refused': '没有得到新工作簿，要写入的都没有做（{reason}）。',
  'wps.probe.notClosed': '检测用的工作簿没能自动关闭，请关闭它，不要保存。',
  'wps.probe.json': '检测结果（JSON）',
  'wps.probe.send':
    '请把结果保存或复制下来，发给维护这个加载项的人。里面没有您的文件内容，有 WPS 的安装路径和临时文件夹路径。',
  'wps.probe.copy': '复制结果',
  'wps.probe.save': '保存结果',
  'wps.probe.copied': '已复制；没有复制上的，请在下面的框里全选后复制。',
  'wps.probe.verdict.held': '符合',
  'wps.probe.verdict.differs': '不符',
  'wps.probe.verdict.known': '记录',
  'wps.probe.verdict.failed': '没能检测',

  'wps.probe.engine.question': '网页引擎是什么版本？',
  'wps.probe.engine.how': '读浏览器标识，量一个弹性盒子的间距。',
  'wps.probe.engine.settles': '低于 Chromium 80 时加载项不能运行；低于 84 时界面间距变小。',

  'wps.probe.program.question': 'WPS 的名称、版本、编译号、路径和系统是什么？',
  'wps.probe.program.how': '读 Application 的五个属性。',
  'wps.probe.program.settles': '别的答案属于哪个版本、哪个系统（Windows、UOS、麒麟、Mac）。',

  'wps.probe.misspelt.question': '读一个不存在的属性是得到 undefined，还是报错？',
  'wps.probe.misspelt.how': '读 Application.NoSuchMember。',
  'wps.probe.misspelt.settles': '写错名字不会报错时，写入之后必须读回核对。',

  'wps.probe.panes.question': '任务窗格接口怎么拼写，能否按编号找回？',
  'wps.probe.panes.how': '看 CreateTaskPane、CreateTaskpane、GetTaskPane，并找回本窗格。',
  'wps.probe.panes.settles': '用哪一种拼写；“收起窗格”是否有效。',

  'wps.probe.top-button.question': '窗格最上面 40 像素里的按钮点得到吗？',
  'wps.probe.top-button.how': '检测页最上面放一个按钮，请人先点一下，记下点没点到。',
  'wps.probe.top-button.settles': 'WPS 会不会遮住窗格顶端；窗格顶端能不能放要点的东西。',

  'wps.probe.storage.question': 'PluginStorage 存数字、真假和文字，取回的是什么？',
  'wps.probe.storage.how': '存四个值，取回，删去，再取一个没有的。',
  'wps.probe.storage.settles': '功能区按钮怎样把命令交给窗格。',

  'wps.probe.undo-members.question': '有没有 Undo 和 OnUndo？',
  'wps.probe.undo-members.how': '看两个成员的类型。',
  'wps.probe.undo-members.settles': '“撤销本次评分”能否并入 WPS 自己的撤销。',

  'wps.probe.switches.question': 'ScreenUpdating、EnableEvents、DisplayAlerts 能否关闭并恢复？',
  'wps.probe.switches.how': '逐个设为 false，读回，再恢复。',
  'wps.probe.switches.settles': '写入期间能否停止刷新、事件和提示。',

  'wps.probe.folders.question': '能否得到下载、桌面和临时文件夹？',
  'wps.probe.folders.how': '读 Env 的三个路径和 FileSystem.tmpdir。',
  'wps.probe.folders.settles': '导出的文件存到哪里。',

  'wps.probe.file-text.question': 'WriteFile 用什么编码写汉字？',
  'wps.probe.file-text.how': '在临时文件夹写“绩A”，按字节读回，删去。',
  'wps.probe.file-text.settles': '能否直接写中文文件，还是只能写 ASCII。',

  'wps.probe.empty-sheet.question': '空工作表的 UsedRange 是不是 A1 一格？',
  'wps.probe.empty-sheet.how': '新建工作表后读 UsedRange。',
  'wps.probe.empty-sheet.settles': '空表怎样识别。',

  'wps.probe.shape-cell.question': '一个单元格的 Value2 和 Formula 是单个值吗？',
  'wps.probe.shape-cell.how': '写 B2，读回。',
  'wps.probe.shape-cell.settles': '读数时按单元格数还原成二维。',

  'wps.probe.shape-row.question': '一行（1×3）读出来是一维还是二维？',
  'wps.probe.shape-row.how': '写 B2:D2，读回。',
  'wps.probe.shape-row.settles': '通过网页桥读一行的形状，文档没有写。',

  'wps.probe.shape-column.question': '一列（3×1）读出来是一维还是二维？',
  'wps.probe.shape-column.how': '写 B2:B4，读回。',
  'wps.probe.shape-column.settles': '通过网页桥读一列的形状，文档没有写。',

  'wps.probe.shape-block.question': '一块（2×3）能否一次写入、一次读出？',
  'wps.probe.shape-block.how': '写含文字、数字、真假和空白的 B2:D3，读回。',
  'wps.probe.shape-block.settles': '批量读写是否可用。',

  'wps.probe.null-clears.question': '在数组里写 null 会不会清空单元格？',
  'wps.probe.null-clears.how': '写 1，再整块写入 null，读回。',
  'wps.probe.null-clears.settles': '清空得分用 null 还是空文字。',

  'wps.probe.text-stays.question': '先设文本格式，“=1+1”“007”“1e3”等是否原样保留？',
  'wps.probe.text-stays.how': '设 NumberFormat 为 @，整列写入，逐格读回。',
  'wps.probe.text-stays.settles': '表里的文字会不会变成公式、数字或日期。',

  'wps.probe.apostrophe.question': '前面加撇号的文字，是否存成不带撇号的文字？',
  'wps.probe.apostrophe.how': "写 '=1+1、'007、''x 并读回；再往文本格式的单元格写 'x。",
  'wps.probe.apostrophe.settles': '写回文字时用撇号，还是改单元格格式。',

  'wps.probe.error-values.question': '#DIV/0!、#N/A、#NAME? 读出来是不是约定的整数？',
  'wps.probe.error-values.how': '写三个出错的公式，读 Value2 和 Text。',
  'wps.probe.error-values.settles': '错误值怎样识别。',

  'wps.probe.merge-mixed.question': '部分合并的区域，MergeCells 是不是 null？',
  'wps.probe.merge-mixed.how': '合并 D1:E1，读四个区域的 MergeCells。',
  'wps.probe.merge-mixed.settles': '找合并单元格时能否一次排除一大片。',

  'wps.probe.merge-side-by-side.question': '并排的两个合并区域，MergeCells 是什么？',
  'wps.probe.merge-side-by-side.how': '合并 A1:B1 和 A2:B2，读 A1:B2 和 A1:B1。',
  'wps.probe.merge-side-by-side.settles': '写回之前核对合并区域时，一次能问几个。',

  'wps.probe.merge-hidden.question': '合并区域里被盖住的单元格读出来是不是空？',
  'wps.probe.merge-hidden.how': '合并 A1:B2，读 B2 的值和 MergeArea。',
  'wps.probe.merge-hidden.settles': '被盖住的格子是否当作空白。',

  'wps.probe.merge-written.question': '往合并区域整块写数组，被盖住的格子会不会存下内容？',
  'wps.probe.merge-written.how': '合并 A1:B1，写两个值，取消合并后读 B1。',
  'wps.probe.merge-written.settles': '写回计划必须避开被盖住的格子的原因。',

  'wps.probe.colour.question': '底色是不是按 BGR 整数读写，没有底色和混合底色读出什么？',
  'wps.probe.colour.how': '读空白格，写 13551615，读回，再读两格。',
  'wps.probe.colour.settles': '记住和恢复原来的底色。',

  'wps.probe.many-areas.question': '一个地址写多个区域能否一次着色，长地址会不会报错？',
  'wps.probe.many-areas.how': '给 A1,B3,C5:D6 着色；再读一个超过 255 字的地址。',
  'wps.probe.many-areas.settles': '标注能否合并成很少几次调用。',

  'wps.probe.areas-pattern.question': '部分着色的区域，Interior.Pattern 是什么？',
  'wps.probe.areas-pattern.how': '给 B3 着色，读 A1、B3、A1:B3 和“A1,B3”的 Pattern。',
  'wps.probe.areas-pattern.settles': '能否一次问出一片单元格都没有底色，不误把人的底色当作没有。',

  'wps.probe.note-twice.question': '批注的文字能否原样读回，重复添加会不会报错？',
  'wps.probe.note-twice.how': '给 A1 加批注，读，再加一次，删去。',
  'wps.probe.note-twice.settles': '改批注时必须先删后加。',

  'wps.probe.formats-mixed.question': '格式不同的区域，NumberFormat 是不是 null？',
  'wps.probe.formats-mixed.how': '给 A1 设 0.00%，读一格和两格。',
  'wps.probe.formats-mixed.settles': '数字格式能否成片读取。',

  'wps.probe.protected-write.question':
    '受保护的工作表，锁定的格是报错还是悄悄不写，没锁的格写得进吗？',
  'wps.probe.protected-write.how':
    '解锁 B1，保护工作表，写 A1、B1，给 B1 加底色和批注，读 Locked 和两个选项，取消保护。',
  'wps.probe.protected-write.settles': '能否只写没有锁定的得分格；底色、批注按哪个选项判断。',

  'wps.probe.hidden-rows.question': '隐藏的行能否成片查出来？',
  'wps.probe.hidden-rows.how': '隐藏第 2 行，读三个区域的 EntireRow.Hidden。',
  'wps.probe.hidden-rows.settles': '隐藏行怎样用很少的调用查出。',

  'wps.probe.filtered-block.question': '筛选着的表里整块写一列，各行写得对吗？',
  'wps.probe.filtered-block.how': '按“甲”筛选，第 3 行隐藏，整块写 B2:B4，再单写 C3，逐格读回。',
  'wps.probe.filtered-block.settles': '筛选时能否整块写得分，还是只能逐格写。',

  'wps.probe.value-11.question': 'Value(11) 能否一次给出含合并和批注的 XML？',
  'wps.probe.value-11.how': '写一块、合并、加批注，读 Value(11)。',
  'wps.probe.value-11.settles': '将来能否用一次调用读整张表。',

  'wps.probe.chart.question': 'AddChart2 能否画图并写上标题？',
  'wps.probe.chart.how': '画一个柱形图，先开标题再写字，数图表。',
  'wps.probe.chart.settles': '汇总表里的图能否画出来。',

  'wps.probe.speed.question': '读写 200×9 一块、逐格读 200 格各要多少毫秒？',
  'wps.probe.speed.how': '计时三次。',
  'wps.probe.speed.settles': '调用次数的上限定得是否合适。',

  'wps.probe.sheets.question': '能否在最后新增、改名、深度隐藏和删除工作表？',
  'wps.probe.sheets.how': '新增一张，检查位置，设为深度隐藏，删去。',
  'wps.probe.sheets.settles': '汇总表、核查清单和台账放在哪里。',

  'wps.probe.custom-xml.question': 'CustomXMLParts 能否增加、读出、查找和删除？',
  'wps.probe.custom-xml.how': '加一个部件，读 XML，按命名空间查找，删去。',
  'wps.probe.custom-xml.settles': '台账能否与 Excel、命令行共用自定义 XML 部件。',

  'wps.probe.document-properties.question': '自定义文档属性能否增加和删除？',
  'wps.probe.document-properties.how': '加一个属性，读，删去。',
  'wps.probe.document-properties.settles': '没有自定义 XML 部件时的后备办法。',

  'wps.probe.save-copy.question': 'SaveCopyAs 存出的副本能否读成字节？',
  'wps.probe.save-copy.how': '存到临时文件夹，读前两个字节，删去。',
  'wps.probe.save-copy.settles': '将来能否从副本一次读出全部内容。',

  'wps.probe.ledger-reopened.question': '存盘再打开，自定义 XML 部件和深度隐藏的表还在吗？',
  'wps.probe.ledger-reopened.how':
    '各放一份文字，SaveCopyAs 到临时文件夹，打开副本，查找，关闭，删去。',
  'wps.probe.ledger-reopened.settles': '台账放在哪里关闭以后还能撤销和清除。',

  'wps.probe.date-1904.question': '能否读出日期系统？',
  'wps.probe.date-1904.how': '读新工作簿的 Date1904。',
  'wps.probe.date-1904.settles': '日期换算是否可靠。',

  'wps.probe.activate-event.question': '换工作簿时有没有 WorkbookActivate 事件？',
  'wps.probe.activate-event.how': '新建工作簿之前开始听。',
  'wps.probe.activate-event.settles': '窗格能否自动跟着换。',

  'wps.probe.events-on.question': '加载项自己写入，会不会触发 SheetChange，是当时还是以后？',
  'wps.probe.events-on.how': '打开事件，写 A1，数当时和一秒后的次数。',
  'wps.probe.events-on.settles': '怎样分清是人改的还是自己改的。',

  'wps.probe.events-off.question': 'EnableEvents 设为 false，SheetChange 是否真的不来？',
  'wps.probe.events-off.how': '关闭事件，写 A1，恢复，数三个时刻的次数。',
  'wps.probe.events-off.settles': 'EnableEvents 能否挡住 ApiEvent，文档没有写。',

  'wps.probe.undo-cells.question': '分三次写三格，撤销一步退回几格？',
  'wps.probe.undo-cells.how': '写 A1、A2、A3，Undo 一次，数还剩几格。',
  'wps.probe.undo-cells.settles': '一次评分会变成多少步撤销。',

  'wps.probe.undo-block.question': '整块写四格，撤销一步退回几格？',
  'wps.probe.undo-block.how': '写 A1:B2，Undo 一次，数还剩几格。',
  'wps.probe.undo-block.settles': '整块写入是不是一步撤销。',

  'wps.probe.host-read.question': '加载项读出的表与写进去的是否一致，读两次是否相同？',
  'wps.probe.host-read.how': '在新工作表放一张自评表，用加载项读两次。',
  'wps.probe.host-read.settles': '识别和评分的依据是否可靠。',

  'wps.probe.host-values.question': '写值、清空和不动三种是否各就各位，旁边的格子不变？',
  'wps.probe.host-values.how': '写得分，清空原因，不动分值，读回。',
  'wps.probe.host-values.settles': '写回的基本约定。',

  'wps.probe.host-text.question': '像公式、数字的文字写进去是否仍是文字？',
  'wps.probe.host-text.how': '逐个写九种文字并读回。',
  'wps.probe.host-text.settles': '自评表里的文字不会被当成公式执行。',

  'wps.probe.host-refuses.question': '过期的计划、公式格、被盖住的格子是否拒绝写入？',
  'wps.probe.host-refuses.how': '三种计划各试一次，检查代码和表格未动。',
  'wps.probe.host-refuses.settles': '不覆盖人的公式和别人刚改的内容。',

  'wps.probe.host-scoring.question':
    '完整评分一次：得分、标注、汇总表、台账是否写上，再算是否不变，清除是否干净？',
  'wps.probe.host-scoring.how': '评分，读回，再排计划，清除，读回。',
  'wps.probe.host-scoring.settles': '加载项能否在这个版本上使用；做不到的在 degradations 里。',

  'wps.probe.host-undo.question': '“撤销本次评分”是否恢复到评分之前？',
  'wps.probe.host-undo.how': '评分，撤销，比较全部单元格。',
  'wps.probe.host-undo.settles': '撤销不依赖 Ctrl+Z。',

  'wps.probe.host-events.question': '自己写入不提醒，别人改动才提醒？',
  'wps.probe.host-events.how': '先由加载项写，再直接改一格，数提醒次数。',
  'wps.probe.host-events.settles': '“改动后自动重算”不会自己触发自己。',
};

export type WpsKey = keyof typeof wpsTexts;
