import { buildWorkbook, XML_HEAD, type CellSpec } from '../support/workbook-builder';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const PERSON = '{B5E0A7A1-0001-4A4A-8F8F-000000000001}';
const THREAD = '{9C0A7A10-0002-4A4A-8F8F-000000000002}';

/** How many 得分 cells of the form are blank, for the tool to fill. */
export const BLANK_SCORES = 25;

/**
 * A macro-enabled workbook of 34 parts around a form: theme, two charts, picture, table, notes,
 * threaded comments, WPS cell pictures, printer settings, calculation chain, VBA, custom XML,
 * custom properties, hidden sheets. What a tool loses that reads a model and writes it anew.
 */
export function workbookOf34Parts(): Uint8Array {
  const rels = (items: readonly (readonly [string, string, string])[]) =>
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items
      .map(
        ([id, type, target]) =>
          `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  return buildWorkbook({
    macro: true,
    sheets: [
      {
        name: '附表',
        rows: formRows(),
        merges: ['A1:H1', 'A2:H2'],
        middle: '<autoFilter ref="A4:H30"/>',
        tail:
          `<conditionalFormatting sqref="G5:G29"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>` +
          '<dataValidations count="1"><dataValidation type="decimal" allowBlank="1" sqref="F5:F29"><formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations>' +
          '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
          '<pageSetup paperSize="9" orientation="landscape" r:id="rId4"/>' +
          '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>',
        rels: {
          rId1: ['drawing', '../drawings/drawing1.xml'],
          rId2: ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
          rId3: ['comments', '../comments1.xml'],
          rId4: ['printerSettings', '../printerSettings/printerSettings1.bin'],
          rId5: [
            'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
            '../threadedComments/threadedComment1.xml',
          ],
        },
      },
      {
        name: '台账',
        rows: [
          ['甲', '乙', '丙'],
          [1, 2, 3],
          [4, 5, 6],
        ],
        tail: '<drawing r:id="rId1"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts>',
        rels: {
          rId1: ['drawing', '../drawings/drawing2.xml'],
          rId2: ['table', '../tables/table1.xml'],
        },
      },
      { name: '字典', rows: [['数量指标'], ['质量指标']], state: 'hidden' },
      { name: '底稿', rows: [['不公开']], state: 'veryHidden' },
    ],
    workbookTail:
      '<definedNames><definedName name="满分区">附表!$F$5:$F$29</definedName></definedNames><calcPr calcId="191029"/>',
    workbookRels: {
      rId80: ['theme', 'theme/theme1.xml'],
      rId81: ['calcChain', 'calcChain.xml'],
      rId82: [
        'http://schemas.microsoft.com/office/2017/10/relationships/person',
        'persons/person.xml',
      ],
      rId83: ['http://www.wps.cn/officeDocument/2020/cellImage', 'cellimages.xml'],
      rId84: ['customXml', '../customXml/item1.xml'],
      rId85: [
        'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
        'vbaProject.bin',
      ],
    },
    contentTypes: {
      bin: `${SPREADSHEET}.printerSettings`,
      png: 'image/png',
      vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
      '/xl/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
      '/xl/drawings/drawing1.xml': 'application/vnd.openxmlformats-officedocument.drawing+xml',
      '/xl/drawings/drawing2.xml': 'application/vnd.openxmlformats-officedocument.drawing+xml',
      '/xl/charts/chart1.xml': 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      '/xl/charts/chart2.xml': 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      '/xl/comments1.xml': `${SPREADSHEET}.comments+xml`,
      '/xl/threadedComments/threadedComment1.xml': 'application/vnd.ms-excel.threadedcomments+xml',
      '/xl/persons/person.xml': 'application/vnd.ms-excel.person+xml',
      '/xl/tables/table1.xml': `${SPREADSHEET}.table+xml`,
      '/xl/calcChain.xml': `${SPREADSHEET}.calcChain+xml`,
      '/xl/cellimages.xml': 'application/vnd.wps-officedocument.cellimage+xml',
      '/xl/vbaProject.bin': 'application/vnd.ms-office.vbaProject',
      '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
      '/docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      '/docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    },
    parts: {
      '_rels/.rels': `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${RELATIONSHIPS}/extended-properties" Target="docProps/app.xml"/><Relationship Id="rId4" Type="${RELATIONSHIPS}/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
      'docProps/core.xml': `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>财务科</dc:creator></cp:coreProperties>`,
      'docProps/app.xml': `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS 表格</Application></Properties>`,
      'docProps/custom.xml': `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16250</vt:lpwstr></property></Properties>`,
      'xl/theme/theme1.xml': themeXml(),
      'xl/drawings/drawing1.xml': `${XML_HEAD}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}">${chartAnchor(10, 1)}${pictureAnchor()}</xdr:wsDr>`,
      'xl/drawings/_rels/drawing1.xml.rels': rels([
        ['rId1', 'chart', '../charts/chart1.xml'],
        ['rId2', 'image', '../media/image1.png'],
      ]),
      'xl/drawings/drawing2.xml': `${XML_HEAD}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}">${chartAnchor(5, 1)}</xdr:wsDr>`,
      'xl/drawings/_rels/drawing2.xml.rels': rels([['rId1', 'chart', '../charts/chart2.xml']]),
      'xl/charts/chart1.xml': chartXml('附表!$C$5:$C$9', '附表!$F$5:$F$9'),
      'xl/charts/chart2.xml': chartXml('台账!$A$2:$A$3', '台账!$B$2:$B$3'),
      'xl/media/image1.png': redDot(),
      'xl/comments1.xml': `${XML_HEAD}<comments xmlns="${MAIN}"><authors><author>张三</author><author>tc=${THREAD}</author></authors><commentList><comment ref="E5" authorId="0"><text><t>请核对佐证材料</t></text></comment><comment ref="G6" authorId="1"><text><t>[Threaded comment] 得分是否超过分值？</t></text></comment></commentList></comments>`,
      'xl/drawings/vmlDrawing1.vml': vmlXml([
        [4, 4],
        [5, 6],
      ]),
      'xl/threadedComments/threadedComment1.xml': `${XML_HEAD}<ThreadedComments xmlns="${THREADED}"><threadedComment ref="G6" dT="2026-01-05T03:04:05.00" personId="${PERSON}" id="${THREAD}"><text>得分是否超过分值？</text></threadedComment></ThreadedComments>`,
      'xl/persons/person.xml': `${XML_HEAD}<personList xmlns="${THREADED}"><person displayName="张三" id="${PERSON}" userId="z3" providerId="None"/></personList>`,
      'xl/printerSettings/printerSettings1.bin': new Uint8Array(400).fill(7),
      'xl/tables/table1.xml': `${XML_HEAD}<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="A1:C3"><autoFilter ref="A1:C3"/><tableColumns count="3"><tableColumn id="1" name="甲"/><tableColumn id="2" name="乙"/><tableColumn id="3" name="丙"/></tableColumns></table>`,
      'xl/calcChain.xml': `${XML_HEAD}<calcChain xmlns="${MAIN}"><c r="F30" i="1"/><c r="G30" i="1"/></calcChain>`,
      'xl/cellimages.xml': `${XML_HEAD}<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>`,
      'xl/_rels/cellimages.xml.rels': rels([['rId1', 'image', 'media/image1.png']]),
      'xl/vbaProject.bin': new Uint8Array(2048).map((_byte, at) => (at * 31) % 251),
      'customXml/item1.xml': `${XML_HEAD}<root xmlns="urn:example:budget">预算编码</root>`,
    },
  });
}

/** Title, project, header, 25 indicators without a score, a total row of formulas. */
function formRows(): CellSpec[][] {
  const last = 4 + BLANK_SCORES;
  const indicators = Array.from({ length: BLANK_SCORES }, (_item, at): CellSpec[] => [
    at === 0 ? '产出指标' : at === 15 ? '效益指标' : null,
    at === 0 ? '数量指标' : at === 15 ? '社会效益指标' : null,
    `第${String(at + 1)}项任务完成数量`,
    `≥${String(100 + at)}件`,
    `${String(96 + at)}件`,
    4,
    { value: null, style: 2 },
    '部分任务跨年完成，已列入下年计划',
  ]);
  const sum = (column: string) => `SUM(${column}5:${column}${String(last)})`;
  return [
    ['项目支出绩效自评表（2023年度）'],
    ['项目名称：数字档案馆建设'],
    [],
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
    ...indicators,
    [
      '总分',
      null,
      null,
      null,
      null,
      { value: 100, formula: sum('F'), style: 2 },
      { value: 0, formula: sum('G'), style: 2 },
    ],
  ];
}

function chartAnchor(column: number, row: number): string {
  return `<xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${column + 6}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 12}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIPS}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}

function pictureAnchor(): string {
  return `<xdr:oneCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="190500" cy="190500"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="单位章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${RELATIONSHIPS}" r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="190500" cy="190500"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`;
}

function chartXml(categories: string, values: string): string {
  return `${XML_HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONSHIPS}"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef><c:f>${categories}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>${values}</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;
}

function vmlXml(cells: readonly (readonly [number, number])[]): string {
  const shapes = cells.map(
    ([row, column], at) =>
      `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1"><v:fill color2="#ffffe1"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}

function themeXml(): string {
  const colours = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4'].concat([
    'accent5',
    'accent6',
    'hlink',
    'folHlink',
  ]);
  const scheme = colours
    .map(
      (name, at) =>
        `<a:${name}><a:srgbClr val="${(at * 1315423).toString(16).padStart(6, '0').slice(0, 6)}"/></a:${name}>`,
    )
    .join('');
  const face = '<a:latin typeface="Calibri"/><a:ea typeface="宋体"/><a:cs typeface=""/>';
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="6350">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `${XML_HEAD}<a:theme xmlns:a="${DRAWING}" name="Office"><a:themeElements><a:clrScheme name="Office">${scheme}</a:clrScheme><a:fontScheme name="Office"><a:majorFont>${face}</a:majorFont><a:minorFont>${face}</a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}

/** A PNG of one red pixel. */
function redDot(): Uint8Array {
  return Uint8Array.from(
    atob(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    ),
    (letter) => letter.charCodeAt(0),
  );
}
