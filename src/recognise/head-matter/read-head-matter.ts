import type { CellRef } from '../../model/grid';
import type { Goal, MetaField, Sourced, TableScope } from '../../model/table';
import { normaliseText } from '../../quantity/normalise';
import { columnAfter, filledColumns, type SheetView } from '../sheet-view';

/** What stands above an indicator block besides the funds: title, year, meta fields, goal. */
export interface HeadMatter {
  readonly title: Sourced<string> | null;
  readonly year: Sourced<number> | null;
  readonly project: Sourced<string> | null;
  readonly department: Sourced<string> | null;
  readonly unit: Sourced<string> | null;
  readonly meta: readonly MetaField[];
  readonly goal: Goal;
  readonly scope: TableScope;
}

const LONGEST_LABEL = 24;
const META_LABEL =
  /名称|部门|单位|电话|联系人|负责人|填报人|填表人|日期|时间|年度$|类别|属性|类型|编号|编码|代码|得分|分值?\)?$|(?<![一二三四五六七八九十\d])期限?$|周期|地址|性质|来源|概述|内容|依据|等[级次]|结论|问题|措施|科室|处室|情况|目标$|(?:在职|在编|供养|实有)[人员]{0,3}数|编制数|资产(?:总额|总值|总数)|在用资产|(?:年度|主要|重点)+(?:工作)?任务$/;
const GOAL_HEAD = /^(年度|项目年度|项目)?(总体)?(绩效)?目标$|^年度总体目标|^总体目标|^绩效目标$/;
const EXPECTED =
  /^预期目标|^总体目标$|^(?:年初)?设定目标|^项目年度目标|^年度预期目标|^预期总体目标|^年初目标|^目标内容/;
const ACHIEVED =
  /实际完成(?:情况|目标)|目标完成情况|目标实际完成|完成情况综述|全年实际完成|总体完成情况|^(具体|年度|全年|自评)?完成情况$/;
/** `年度目标完成情况得分` counts points, it does not tell what was achieved. */
const POINTS = /得分|分值/;

const PROJECT = [
  /^项目名称/,
  /^专项(资金|项目)?名称/,
  /^专项名称/,
  /^项目\(?专项/,
  /项目名称/,
  // 转移支付（项目）名称, 项目（政策）名称
  /项目\)名称|^项目\([^)]*\)名称|^(转移支付|政策)名称/,
  /^专项资金/,
];
const DEPARTMENT = [/^主管部门/, /^地方主管部门/, /主管部门/, /主管单位/, /预算部门/, /归口部门/];
const UNIT = [
  /^实施单位/,
  /实施单位/,
  /^项目单位/,
  /^单位名称/,
  /^填报单位/,
  /^(?:[一二三]级|[省市县区]级)?预算单位/,
  /^评价单位/,
  /单位\(?盖章/,
  /^部门\(?单位/,
  /^部门名称/,
  /资金使用单位|评价部门|部门名称/,
  /^(单位|部门)$/,
];

interface ReadGoal {
  expected: Sourced<string> | null;
  achieved: Sourced<string> | null;
  readonly blank: { expected?: CellRef; achieved?: CellRef };
}

const plain = (text: string): string => normaliseText(text);
const bare = (text: string): string => plain(text).replace(/[:;]+$/, '');

/** Reads rows `from` … `to` (end excluded), passing over those of the funds block. */
export function readHeadMatter(
  view: SheetView,
  from: number,
  to: number,
  funds: { readonly top: number; readonly bottom: number } | null,
): HeadMatter {
  const meta: MetaField[] = [];
  const goal: ReadGoal = { expected: null, achieved: null, blank: {} };
  const titles: Sourced<string>[] = [];
  for (let row = from; row < to; row++) {
    if (funds && row >= funds.top && row <= funds.bottom) continue;
    if (readGoalHead(view, row, to, goal)) continue;
    readMetaRow(view, row, meta, titles);
  }
  for (const { label: text, value, cell } of meta) {
    const label = bare(text);
    if (POINTS.test(label)) continue;
    const part = ACHIEVED.test(label)
      ? 'achieved'
      : EXPECTED.test(label) || GOAL_HEAD.test(label)
        ? 'expected'
        : null;
    if (part !== null && value !== '') goal[part] ??= { value, cell };
  }
  const title = chooseTitle(titles);
  return {
    title,
    year: findYear(titles, title, meta),
    project: fieldOf(meta, PROJECT),
    department: fieldOf(meta, DEPARTMENT),
    unit: fieldOf(meta, UNIT),
    meta,
    goal,
    scope: scopeOf(titles, meta),
  };
}

/** A row `年度总体目标 | 预期目标 | 实际完成情况` whose values stand in the row below. */
function readGoalHead(view: SheetView, row: number, to: number, goal: ReadGoal): boolean {
  const columns = filledColumns(view, row);
  const isHead = (head: RegExp) => (column: number) => head.test(bare(view.text(row, column)));
  const first = columns.find(isHead(EXPECTED));
  if (first === undefined) return false;
  const achieved = columns.find((column) => column > first && isHead(ACHIEVED)(column));
  if (achieved === undefined) return false;
  // 总体目标 | 设定目标 | 实际完成情况: the head nearest to what was achieved.
  const expected =
    columns.findLast((column) => column < achieved && isHead(EXPECTED)(column)) ?? first;
  // Label and value alternate in one row: 预期目标 | 文字 | 实际完成情况 | 文字.
  const between = columns.some((column) => column > expected && column < achieved);
  if (between) {
    readPart(view, { row, column: columnAfter(view, { row, column: expected }) }, goal, 'expected');
    readPart(view, { row, column: columnAfter(view, { row, column: achieved }) }, goal, 'achieved');
    return true;
  }
  const below = (view.merge(row, expected)?.bottom ?? row) + 1;
  if (below >= to) return false;
  readPart(view, { row: below, column: expected }, goal, 'expected');
  readPart(view, { row: below, column: achieved }, goal, 'achieved');
  return true;
}

function readPart(
  view: SheetView,
  cell: CellRef,
  goal: ReadGoal,
  part: 'expected' | 'achieved',
): void {
  const value = view.text(cell.row, cell.column);
  if (value === '') goal.blank[part] ??= cell;
  else goal[part] ??= { value, cell };
}

/** 98.8分 ends like 自评得分 and asks for nothing. */
const POINTS_TOLD = /^\d+(?:\.\d+)?分$/;

function isLabel(text: string): boolean {
  const label = bare(text);
  return (
    label !== '' &&
    label.length <= LONGEST_LABEL &&
    !POINTS_TOLD.test(label) &&
    META_LABEL.test(label.replace(/\([^)]*\)?/g, ''))
  );
}

const INLINE = /^([^:：]{2,16})[:：]\s*(\S[\s\S]*)$/;

function readMetaRow(
  view: SheetView,
  row: number,
  meta: MetaField[],
  titles: Sourced<string>[],
): void {
  const columns = filledColumns(view, row);
  let next = 0;
  for (const column of columns) {
    if (column < next) continue;
    const text = view.text(row, column);
    if (text === '') continue;
    const cell = { row, column };
    const inline = INLINE.exec(text);
    if (inline && isLabel(inline[1] ?? '')) {
      meta.push({
        label: (inline[1] ?? '').trim(),
        value: (inline[2] ?? '').trim(),
        labelCell: cell,
        cell,
      });
      continue;
    }
    const after = columnAfter(view, cell);
    const alone = columns.length === 1;
    const span = view.merge(row, column);
    // A lone text merged across the sheet is a title, whatever words it has.
    const isTitle = (alone && span !== null && span.right - span.left >= 3) || looksLikeTitle(text);
    if (isTitle) {
      titles.push({ value: text, cell });
      continue;
    }
    if (isLabel(text) && (after < view.sheet.columnCount || !alone)) {
      const at = valueColumn(view, row, after);
      const value = view.text(row, at);
      const valueIsLabel =
        !alone && columns.length > 2 && isNextLabel(value, textBeyond(view, row, at));
      meta.push({
        label: text.replace(/[:：]\s*$/, '').trim(),
        value: valueIsLabel ? '' : value,
        labelCell: cell,
        cell: { row, column: valueIsLabel ? after : at },
      });
      if (!valueIsLabel) next = at + 1;
      continue;
    }
    if (alone) titles.push({ value: text, cell });
  }
}

const ASKS = /(原因|问题|措施)$/;
/** 大英县司法局部门 is whose department it is; 主管部门 asks for it. */
const BODY = /[省市县区镇乡](?![级直本]).*部门$|(局|厅|委|办|院|所|站|中心|政府)部门$/;

/** 本单位, 我局: who it is of. */
const OWN = /^[本我](?:单位|部门|科室|处室|[局委办厅院校站所]|中心)$/;

/** What labels end with; 信访问题化解 only has a label's word in it. */
const LABEL_END =
  /(名称|部门|单位|电话|人|日期|时间|年度|类别|属性|类型|编号|编码|代码|分值?|期|限|地址|性质|来源|依据|等[级次]|结论|概述)$/;

/** Beside a label: the next label, and not the value. Labels and values alternate: before a label stands a value. */
const isNextLabel = (text: string, beyond: string): boolean =>
  text !== '' &&
  isLabel(text) &&
  !BODY.test(text) &&
  !OWN.test(text) &&
  (LABEL_END.test(bare(text)) || !isLabel(beyond)) &&
  (text.length <= 8 || ASKS.test(text));

function textBeyond(view: SheetView, row: number, column: number): string {
  const next = filledColumns(view, row).find((other) => other > column);
  return next === undefined ? '' : view.text(row, next);
}

/** A label may be as wide as more columns without being merged: its value then stands further right. */
function valueColumn(view: SheetView, row: number, after: number): number {
  if (view.text(row, after) !== '' || view.merge(row, after) !== null) return after;
  const next = filledColumns(view, row).find((column) => column > after);
  if (next === undefined) return after;
  const beyond = view.text(row, next);
  const isOwn =
    (!isLabel(beyond) || BODY.test(bare(beyond))) && (next === after + 1 || !INLINE.test(beyond));
  return isOwn ? next : after;
}

function looksLikeTitle(text: string): boolean {
  return text.length <= 60 && /(自评|评价|评分|绩效|完成情况|得分).*表/.test(plain(text));
}

/** The line that names a form, else the first line of all. */
function chooseTitle(titles: readonly Sourced<string>[]): Sourced<string> | null {
  return (
    titles.find((title) => looksLikeTitle(title.value)) ??
    titles.find((title) => /绩效|自评|评价|评分/.test(title.value)) ??
    titles[0] ??
    null
  );
}

const YEAR = /((?:19|20)\d{2})\s*\)?\s*年/;
const DAY = /年\s*\d{1,2}\s*月/;
const CHINESE_YEAR = /([一二][〇零○O0一二三四五六七八九]{3})\s*年/;
const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  '○': '0',
  O: '0',
  '0': '0',
};

function yearIn(text: string): number | null {
  const narrow = normaliseText(text);
  const digits = YEAR.exec(narrow);
  if (digits) return Number(digits[1]);
  const words = CHINESE_YEAR.exec(text);
  if (!words) return null;
  return Number((words[1] ?? '').replace(/[^\d]/g, (word) => CHINESE_DIGITS[word] ?? ''));
}

function findYear(
  titles: readonly Sourced<string>[],
  title: Sourced<string> | null,
  meta: readonly MetaField[],
): Sourced<number> | null {
  const lines = title ? [title, ...titles] : titles;
  // （请于2024年2月底前报送） names a day; the year of a form is called 年度, or stands by itself.
  for (const line of [...lines.filter(({ value }) => !DAY.test(value)), ...lines]) {
    const year = yearIn(line.value);
    if (year !== null) return { value: year, cell: line.cell };
  }
  for (const field of meta) {
    if (!/年度|年份/.test(field.label)) continue;
    const year = yearIn(field.value) ?? plainYear(field.value) ?? yearIn(field.label);
    if (year !== null) return { value: year, cell: field.cell };
  }
  return null;
}

function plainYear(text: string): number | null {
  const match = /^(?:19|20)\d{2}$/.exec(plain(text));
  return match ? Number(match[0]) : null;
}

function fieldOf(meta: readonly MetaField[], patterns: readonly RegExp[]): Sourced<string> | null {
  for (const pattern of patterns) {
    const field = meta.find((one) => one.value !== '' && pattern.test(bare(one.label)));
    if (field) return { value: field.value, cell: field.cell };
  }
  return null;
}

function scopeOf(titles: readonly Sourced<string>[], meta: readonly MetaField[]): TableScope {
  const text = plain(titles.map((title) => title.value).join(''));
  const labels = plain(meta.map(({ label }) => label).join());
  if (/转移支付|区域绩效/.test(text) || /转移支付|中央主管部门/.test(labels)) return 'transfer';
  if (/整体|部门\(单位\)(支出|绩效)/.test(text)) return 'unit';
  const kind = meta.find((field) => /填报类型/.test(field.label));
  return kind && /区域\s*[√☑■✓]/.test(kind.value) ? 'transfer' : 'project';
}
