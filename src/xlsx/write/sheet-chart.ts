import { cellName, type Range } from '../../model/grid';
import type { SheetChart, SheetWrite } from '../../model/patch';
import type { CellValue } from '../../model/snapshot';
import { quotedReference } from '../../model/address';
import type { Dialect } from './write-dialect';
import { XML_HEAD } from './write-plan';
import { encodeOoxmlString, escapeAttribute, escapeText } from '../xml-text';

/** Series colours that stay apart for colour-blind readers and in grey print. */
const COLOURS = ['4472C4', 'A5A5A5', 'ED7D31', '70AD47'];
const TEXT_COLOUR = '404040';
const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;

/** `'汇总表'!$A$5:$A$8`. */
function absoluteRange(sheet: string, range: Range): string {
  const absolute = (row: number, column: number): string =>
    cellName({ row, column }).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  const first = absolute(range.top, range.left);
  const last = absolute(range.bottom, range.right);
  return quotedReference(sheet, first === last ? first : `${first}:${last}`);
}

function valuesIn(sheet: SheetWrite, range: Range): readonly CellValue[] {
  const values: CellValue[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      values.push(sheet.rows[row]?.[column]?.value ?? null);
    }
  }
  return values;
}

const content = (text: string): string => escapeText(encodeOoxmlString(text));

function textCache(values: readonly CellValue[]): string {
  const points = values.map((value, index) =>
    value === null || typeof value === 'object'
      ? ''
      : `<c:pt idx="${index}"><c:v>${content(String(value))}</c:v></c:pt>`,
  );
  return `<c:strCache><c:ptCount val="${values.length}"/>${points.join('')}</c:strCache>`;
}

function numberCache(values: readonly CellValue[]): string {
  const points = values.map((value, index) =>
    typeof value === 'number' ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>` : '',
  );
  return `<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache>`;
}

const runProperties = (size: number, bold: boolean): string =>
  `sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${TEXT_COLOUR}"/></a:solidFill><a:latin typeface="Calibri"/><a:ea typeface="宋体"/>`;

const textProperties = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${runProperties(size, false)}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;

function titleMarkup(title: string): string {
  if (title === '') return '<c:autoTitleDeleted val="1"/>';
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${runProperties(1300, true)}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr lang="zh-CN" ${runProperties(1300, true)}</a:rPr><a:t>${content(title)}</a:t></a:r></a:p></c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
  );
}

function seriesMarkup(sheet: SheetWrite, chart: SheetChart, name: string, index: number): string {
  const series = chart.series[index];
  if (!series) return '';
  const colour = COLOURS[index % COLOURS.length] ?? '4472C4';
  const categories = valuesIn(sheet, chart.categories);
  const values = valuesIn(sheet, series.values);
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${content(series.name)}</c:v></c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
    `<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(900)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>` +
    `<c:cat><c:strRef><c:f>${content(absoluteRange(name, chart.categories))}</c:f>${textCache(categories)}</c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${content(absoluteRange(name, series.values))}</c:f>${numberCache(values)}</c:numRef></c:val></c:ser>`
  );
}

const axisLine =
  '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr>';

/**
 * A clustered column chart part. `name` is the sheet's name in the workbook. The points are stored
 * too, so that programs draw it before they calculate.
 */
export function chartPart(
  sheet: SheetWrite,
  chart: SheetChart,
  name: string,
  dialect: Dialect,
): string {
  const series = chart.series.map((_, index) => seriesMarkup(sheet, chart, name, index)).join('');
  const legend =
    chart.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(900)}</c:legend>`
      : '';
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${dialect.chart}" xmlns:a="${dialect.drawing}" xmlns:r="${dialect.relationships}">` +
    `<c:roundedCorners val="0"/><c:chart>${titleMarkup(chart.title)}<c:plotArea><c:layout/>` +
    '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
    `${series}<c:gapWidth val="80"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>` +
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${axisLine}${textProperties(900)}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E0E0E0"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${axisLine}${textProperties(900)}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>` +
    `</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

/** The drawing part that shows the chart part `relationship` over the cells of `chart.anchor`. */
export function drawingPart(chart: SheetChart, relationship: string, dialect: Dialect): string {
  const corner = (name: string, row: number, column: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const { anchor } = chart;
  const title = escapeAttribute(encodeOoxmlString(chart.title));
  return (
    `${XML_HEAD}<xdr:wsDr xmlns:xdr="${dialect.spreadsheetDrawing}" xmlns:a="${dialect.drawing}">` +
    `<xdr:twoCellAnchor editAs="oneCell">${corner('from', anchor.top, anchor.left)}${corner('to', anchor.bottom + 1, anchor.right + 1)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${title}" descr="${title}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${dialect.chart}"><c:chart xmlns:c="${dialect.chart}" xmlns:r="${dialect.relationships}" r:id="${relationship}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>'
  );
}
