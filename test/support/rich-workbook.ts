import {
  STYLES,
  relsXml,
  workbookParts,
  zipParts,
  XML_HEAD,
  type CellSpec,
  type Parts,
  type SheetSpec,
} from './workbook-builder';

/**
 * A 附表 with everything around it that a careless writer loses: charts, an image, a text box,
 * macros, validations, conditional formats, notes, threaded comments, a table, names, printer
 * settings, custom properties and XML, WPS cell images, a calculation chain, shared, array and
 * dynamic-array formulas, a hidden and a very hidden sheet.
 */
export interface RichOptions {
  /** Lock the workbook's structure. */
  readonly lockedStructure?: boolean;
  /** Protect the sheet with the table. */
  readonly protectedSheet?: boolean;
}

/** What stands where in the rich workbook's first sheet. */
export const RICH = {
  sheet: '附表',
  hiddenSheet: '参数',
  veryHiddenSheet: '_底稿',
  /** Holds a threaded comment (and its legacy note). */
  threadedCell: 'G9',
  /** Holds a note of the user's. */
  noteCell: 'E10',
  /** Blank 得分 cells with a style. */
  blankScores: ['G9', 'G10', 'G11', 'G12', 'G13'],
  /** Sum formulas of the total row. */
  totals: ['F14', 'G14'],
  sharedMaster: 'K9',
  sharedMembers: ['K10', 'K11', 'K12', 'K13'],
  arrayRange: 'L9:L10',
  dynamicArray: 'M9',
} as const;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const PERSON = '{B5E0A7A1-0001-4A4A-8F8F-000000000001}';
const THREAD = '{9C0A7A10-0002-4A4A-8F8F-000000000002}';
const REPLY = '{9C0A7A10-0003-4A4A-8F8F-000000000003}';

/** A one-pixel PNG. */
const PIXEL = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  ),
  (letter) => letter.charCodeAt(0),
);

const marked = (value: string): CellSpec => ({ value, style: STYLES.marked });
const blank = (style: number): CellSpec => ({ value: null, style });

interface Line {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  readonly target: string;
  readonly actual: string | number;
  readonly weight: number;
}

const LINES: readonly Line[] = [
  {
    level1: '产出指标',
    level2: '数量指标',
    name: '改造管网长度',
    target: '≥50公里',
    actual: '50公里',
    weight: 20,
  },
  {
    level1: null,
    level2: '质量指标',
    name: '工程验收合格率',
    target: '100%',
    actual: '98%',
    weight: 20,
  },
  {
    level1: null,
    level2: '时效指标',
    name: '完工时间',
    target: '2023年12月底前',
    actual: '2023年11月',
    weight: 10,
  },
  {
    level1: '效益指标',
    level2: '社会效益指标',
    name: '受益群众人数',
    target: '≥3000人',
    actual: 3200,
    weight: 30,
  },
  {
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    name: '群众满意度',
    target: '≥95%',
    actual: '96%',
    weight: 10,
  },
];

const FIRST_LINE = 9;
const LAST_LINE = FIRST_LINE + LINES.length - 1;

function lineCells(line: Line, index: number): CellSpec[] {
  const row = FIRST_LINE + index;
  const shared =
    index === 0
      ? `<f t="shared" ref="K${FIRST_LINE}:K${LAST_LINE}" si="0">F${row}*$F$6</f>`
      : '<f t="shared" si="0"/>';
  const array =
    index === 0
      ? { xml: '<f t="array" ref="L9:L10">F9:F10*2</f><v>40</v>' }
      : index === 1
        ? { xml: '<v>40</v>' }
        : null;
  const dynamic =
    index === 0
      ? { xml: '<f t="array" ref="M9">SUM(F9:F13*1)</f><v>90</v>', attributes: 'cm="1"' }
      : null;
  return [
    line.level1,
    line.level2,
    line.name,
    { value: line.target, style: STYLES.text },
    line.actual,
    line.weight,
    blank(STYLES.twoDecimals),
    null,
    null,
    null,
    { xml: `${shared}<v>${line.weight * 10}</v>` },
    array,
    dynamic,
  ];
}

const ROWS: readonly (readonly CellSpec[])[] = [
  [marked('项目支出绩效自评表')],
  ['（2023年度）'],
  ['项目名称', '城区供水管网改造项目'],
  ['主管部门', '示例市住房和城乡建设局', null, null, '实施单位', '示例市供水中心'],
  ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [
    null,
    '年度资金总额',
    100,
    100,
    95,
    10,
    { formula: 'E6/D6', value: 0.95, style: STYLES.percent },
    blank(STYLES.twoDecimals),
  ],
  ['年度总体目标', '完成城区老旧供水管网改造，提高供水保障能力。'],
  [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ],
  ...LINES.map(lineCells),
  [
    '总分',
    null,
    null,
    null,
    null,
    { formula: `SUM(F${FIRST_LINE}:F${LAST_LINE})+F6`, value: 100 },
    { formula: `SUM(G${FIRST_LINE}:G${LAST_LINE})+H6`, value: 0 },
  ],
];

const MERGES = ['A1:H1', 'A2:H2', 'B3:H3', 'B4:D4', 'F4:H4', 'A5:B5', 'B7:H7', 'A9:A11', 'A14:E14'];

/** What stands after the merges, in the order the schema asks for. */
const SHEET_TAIL = [
  '<conditionalFormatting sqref="G9:G13"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="F9:F13"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{DA7ABA51-AAAA-BBBB-0001-000000000001}</x14:id></ext></extLst></cfRule></conditionalFormatting>',
  '<dataValidations count="1"><dataValidation type="decimal" allowBlank="1" showErrorMessage="1" sqref="G9:G13"><formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations>',
  `<hyperlinks><hyperlink ref="B4" r:id="rId5"/><hyperlink ref="A3" location="'参数'!A1" display="参数"/></hyperlinks>`,
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
  '<pageSetup paperSize="9" orientation="landscape" r:id="rId4"/>',
  '<headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>',
  '<rowBreaks count="1" manualBreakCount="1"><brk id="14" max="16383" man="1"/></rowBreaks>',
  '<ignoredErrors><ignoredError sqref="D9:D13" numberStoredAsText="1"/></ignoredErrors>',
  '<drawing r:id="rId1"/>',
  '<legacyDrawing r:id="rId2"/>',
  '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{DA7ABA51-AAAA-BBBB-0001-000000000001}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>F9:F13</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
].join('');

function mainSheet(options: RichOptions): SheetSpec {
  return {
    name: RICH.sheet,
    rows: ROWS,
    merges: MERGES,
    head: '<sheetPr><tabColor rgb="FF00B050"/></sheetPr><dimension ref="A1:M14"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="8" topLeftCell="A9" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.25"/>',
    middle: options.protectedSheet
      ? '<sheetProtection algorithmName="SHA-512" hashValue="aGFzaA==" saltValue="c2FsdA==" spinCount="100000" sheet="1" objects="1"/>'
      : '',
    tail: SHEET_TAIL,
    rels: {
      rId1: ['drawing', '../drawings/drawing1.xml'],
      rId2: ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
      rId3: ['comments', '../comments1.xml'],
      rId4: ['printerSettings', '../printerSettings/printerSettings1.bin'],
      rId5: ['hyperlink', 'https://example.com/'],
      rId6: [
        'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
        '../threadedComments/threadedComment1.xml',
      ],
    },
  };
}

const PARAMETERS: SheetSpec = {
  name: RICH.hiddenSheet,
  state: 'hidden',
  rows: [
    ['名称', '取值'],
    ['满分', 100],
    ['优', 90],
    ['良', 80],
  ],
  middle: '<sheetProtection sheet="1" objects="1" scenarios="1"/>',
  tail: '<drawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
  rels: {
    rId1: ['table', '../tables/table1.xml'],
    rId2: ['drawing', '../drawings/drawing2.xml'],
  },
};

const DRAFT: SheetSpec = {
  name: RICH.veryHiddenSheet,
  state: 'veryHidden',
  rows: [['底稿'], [1, 2, 3]],
  middle: '<autoFilter ref="A2:C2"/>',
};

const anchor = (row: number, content: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>14</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 12}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${content}<xdr:clientData/></xdr:twoCellAnchor>`;

const frame = (id: number, relId: string): string =>
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="图表 ${id}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="${relId}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;

const drawing = (content: string): string =>
  `${XML_HEAD}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}" xmlns:r="${RELS}">${content}</xdr:wsDr>`;

const PICTURE =
  '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="图片 3" descr="公章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="100000" cy="100000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>';

const TEXT_BOX =
  '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="4" name="文本框 4"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="100000" cy="100000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>填表说明</a:t></a:r></a:p></xdr:txBody></xdr:sp>';

const chart = (sheet: string, values: string): string =>
  `${XML_HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELS}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>${sheet}!${values}</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;

const COMMENTS = `${XML_HEAD}<comments xmlns="${MAIN}"><authors><author>张三</author><author>tc=${THREAD}</author></authors><commentList><comment ref="E10" authorId="0"><text><r><rPr><b/><sz val="9"/></rPr><t xml:space="preserve">张三:\n</t></r><r><t>以验收报告为准</t></r></text></comment><comment ref="G9" authorId="1"><text><t>[线程批注]\n\n批注: 得分是否超过分值？</t></text></comment></commentList></comments>`;

const noteShape = (id: number, row: number, column: number): string =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:96pt;height:55.5pt;z-index:${id - 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>5, 15, 9, 2, 7, 31, 12, 1</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;

const VML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${noteShape(1025, 9, 4)}${noteShape(1026, 8, 6)}</xml>`;

const THREADED_COMMENTS = `${XML_HEAD}<ThreadedComments xmlns="${THREADED}"><threadedComment ref="G9" dT="2026-01-05T03:04:05.00" personId="${PERSON}" id="${THREAD}"><text>得分是否超过分值？</text></threadedComment><threadedComment ref="G9" dT="2026-01-05T04:04:05.00" personId="${PERSON}" id="${REPLY}" parentId="${THREAD}"><text>已核对</text></threadedComment></ThreadedComments>`;

const PERSONS = `${XML_HEAD}<personList xmlns="${THREADED}"><person displayName="张三" id="${PERSON}" userId="zhang" providerId="None"/></personList>`;

const TABLE = `${XML_HEAD}<table xmlns="${MAIN}" id="1" name="参数表" displayName="参数表" ref="A1:B4" totalsRowShown="0"><autoFilter ref="A1:B4"/><tableColumns count="2"><tableColumn id="1" name="名称"/><tableColumn id="2" name="取值"/></tableColumns><tableStyleInfo name="TableStyleLight1" showRowStripes="1"/></table>`;

const color = (name: string, rgb: string): string =>
  `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`;
const THEME_FONT = '<a:latin typeface="Calibri"/><a:ea typeface="宋体"/><a:cs typeface=""/>';
const THEME_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const THEME = `${XML_HEAD}<a:theme xmlns:a="${DRAWING}" name="Office"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>${color('dk2', '44546A')}${color('lt2', 'E7E6E6')}${color('accent1', '4472C4')}${color('accent2', 'ED7D31')}${color('accent3', 'A5A5A5')}${color('accent4', 'FFC000')}${color('accent5', '5B9BD5')}${color('accent6', '70AD47')}${color('hlink', '0563C1')}${color('folHlink', '954F72')}</a:clrScheme><a:fontScheme name="Office"><a:majorFont>${THEME_FONT}</a:majorFont><a:minorFont>${THEME_FONT}</a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${THEME_FILL.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln w="6350">${THEME_FILL}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${THEME_FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const CALC_CHAIN = `${XML_HEAD}<calcChain xmlns="${MAIN}"><c r="G6" i="1"/><c r="F14"/><c r="G14"/><c r="K9" l="1"/><c r="K10"/><c r="K11"/><c r="K12"/><c r="K13"/><c r="L9" a="1"/><c r="L10" a="1"/><c r="M9" a="1"/></calcChain>`;

const METADATA = `${XML_HEAD}<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

const CELL_IMAGES = `${XML_HEAD}<etc:cellImages xmlns:xdr="${SHEET_DRAWING}" xmlns:r="${RELS}" xmlns:a="${DRAWING}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="ID_0123456789ABCDEF0123456789ABCDEF"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill><xdr:spPr/></xdr:pic></etc:cellImage></etc:cellImages>`;

const CUSTOM_PROPERTIES = `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16910</vt:lpwstr></property></Properties>`;

/** Bytes in no format, standing for a compound file no reader of ours looks into. */
const blob = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_item, index) => (index * 7 + (index >> 3)) & 255);

const PARTS: Readonly<Record<string, string | Uint8Array>> = {
  'docProps/core.xml': `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>张三</dc:creator></cp:coreProperties>`,
  'docProps/app.xml': `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS 表格</Application></Properties>`,
  'docProps/custom.xml': CUSTOM_PROPERTIES,
  '_rels/.rels': relsXml({
    rId1: ['officeDocument', 'xl/workbook.xml'],
    rId2: [
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
    rId3: ['extended-properties', 'docProps/app.xml'],
    rId4: ['custom-properties', 'docProps/custom.xml'],
  }),
  'xl/theme/theme1.xml': THEME,
  'xl/calcChain.xml': CALC_CHAIN,
  'xl/metadata.xml': METADATA,
  'xl/comments1.xml': COMMENTS,
  'xl/drawings/vmlDrawing1.vml': VML,
  'xl/threadedComments/threadedComment1.xml': THREADED_COMMENTS,
  'xl/persons/person.xml': PERSONS,
  'xl/drawings/drawing1.xml': drawing(
    anchor(15, frame(2, 'rId1')) + anchor(30, PICTURE) + anchor(45, TEXT_BOX),
  ),
  'xl/drawings/_rels/drawing1.xml.rels': relsXml({
    rId1: ['chart', '../charts/chart1.xml'],
    rId2: ['image', '../media/image1.png'],
  }),
  'xl/drawings/drawing2.xml': drawing(anchor(6, frame(2, 'rId1'))),
  'xl/drawings/_rels/drawing2.xml.rels': relsXml({ rId1: ['chart', '../charts/chart2.xml'] }),
  'xl/charts/chart1.xml': chart('附表', '$F$9:$F$13'),
  'xl/charts/chart2.xml': chart('参数', '$B$2:$B$4'),
  'xl/media/image1.png': PIXEL,
  'xl/media/image2.png': PIXEL,
  'xl/tables/table1.xml': TABLE,
  'xl/printerSettings/printerSettings1.bin': blob(400),
  'xl/vbaProject.bin': blob(3000),
  'xl/cellimages.xml': CELL_IMAGES,
  'xl/_rels/cellimages.xml.rels': relsXml({ rId1: ['image', 'media/image2.png'] }),
  'customXml/item1.xml':
    '<?xml version="1.0"?><b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" SelectedStyle=""/>',
  'customXml/itemProps1.xml': `${XML_HEAD}<ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
  'customXml/_rels/item1.xml.rels': relsXml({ rId1: ['customXmlProps', 'itemProps1.xml'] }),
};

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  vml: `${OFFICE}.vmlDrawing`,
  bin: `${OFFICE}.spreadsheetml.printerSettings`,
  '/xl/vbaProject.bin': 'application/vnd.ms-office.vbaProject',
  '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  '/docProps/app.xml': `${OFFICE}.extended-properties+xml`,
  '/docProps/custom.xml': `${OFFICE}.custom-properties+xml`,
  '/xl/theme/theme1.xml': `${OFFICE}.theme+xml`,
  '/xl/calcChain.xml': `${OFFICE}.spreadsheetml.calcChain+xml`,
  '/xl/metadata.xml': `${OFFICE}.spreadsheetml.sheetMetadata+xml`,
  '/xl/comments1.xml': `${OFFICE}.spreadsheetml.comments+xml`,
  '/xl/threadedComments/threadedComment1.xml': 'application/vnd.ms-excel.threadedcomments+xml',
  '/xl/persons/person.xml': 'application/vnd.ms-excel.person+xml',
  '/xl/drawings/drawing1.xml': `${OFFICE}.drawing+xml`,
  '/xl/drawings/drawing2.xml': `${OFFICE}.drawing+xml`,
  '/xl/charts/chart1.xml': `${OFFICE}.drawingml.chart+xml`,
  '/xl/charts/chart2.xml': `${OFFICE}.drawingml.chart+xml`,
  '/xl/tables/table1.xml': `${OFFICE}.spreadsheetml.table+xml`,
  '/xl/cellimages.xml': 'application/vnd.wps-officedocument.cellimage+xml',
  '/customXml/itemProps1.xml': `${OFFICE}.customXmlProperties+xml`,
};

const WORKBOOK_TAIL = `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">附表!$A$1:$H$14</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">附表!$8:$8</definedName><definedName name="满分">100</definedName></definedNames><calcPr calcId="191029"/>`;

/** The parts of the rich workbook (more than thirty), for tests that change one of them. */
export function richParts(options: RichOptions = {}): Parts {
  return workbookParts({
    sheets: [mainSheet(options), PARAMETERS, DRAFT],
    macro: true,
    workbookHead: options.lockedStructure ? '<workbookProtection lockStructure="1"/>' : '',
    workbookTail: WORKBOOK_TAIL,
    workbookRels: {
      rId20: ['theme', 'theme/theme1.xml'],
      rId21: ['calcChain', 'calcChain.xml'],
      rId22: ['sheetMetadata', 'metadata.xml'],
      rId23: [
        'http://schemas.microsoft.com/office/2017/10/relationships/person',
        'persons/person.xml',
      ],
      rId24: [
        'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
        'vbaProject.bin',
      ],
      rId25: ['http://www.wps.cn/officeDocument/2020/cellImage', 'cellimages.xml'],
      rId26: ['customXml', '../customXml/item1.xml'],
    },
    parts: PARTS,
    contentTypes: TYPES,
  });
}

/** `.xlsm` bytes of the rich workbook. */
export function richWorkbook(options: RichOptions = {}): Uint8Array {
  return zipParts(richParts(options));
}
