import { normaliseText } from '../../quantity/normalise';
import { repeating } from '../../model/remember';
import { matchHead } from '../header/match-head';
import { type SheetView, filledColumns } from '../sheet-view';
import { characters } from './first-characters';
import type { OpenBody } from './groups';
import type { Layout } from './layout';

const TOTAL =
  /^(?:项目|绩效|自评|评价|综合|最终)*(?:总分|总得分|合计|总计|累计|总评分|总分值|(?<=自评|评价|综合|最终)得分|得分合计|合计得分|总分合计|分值合计|总分数)$/;
const SUBTOTAL = /小计$|(指标|部分|项目|类|效益|满意度?|产出|过程|决策|投入)(得分)?合计$/;
const NOTE =
  /^(注|备注|说明|填表说明|填报说明|评价结论|自评结论|结论|存在问题|存在的问题|改进措施|主要问题|其他需要说明|需要说明|填表人|填报人|审核人|联系人|联系电话|联系方式|项目负责人|财务负责人|单位负责人|负责人|分管领导|填报日期|填表日期|填报单位|填报时间|(?:评价|自评|绩效|评定|考核)?等[级次]|备\s*注)/;
/** Who filled the form in and when: no indicator is called so, even in the column of names. */
const SIGNED =
  /^(填表|填报|审核|复核|制表|联系|(项目|财务|单位|部门)?负责人|分管领导)[^:]{0,4}(:|$)/;
/** First characters of the words above and of the heads that begin a header row: a cheap way past most rows. */
const TOTAL_STARTS = characters('总合自得评分综小项绩最累');
const HEAD_STARTS = characters('一二三绩指序编行评考项基具自');
const FORM = /^(项目名称|专项名称|专项资金名称)/;

/** What the first text of a row may begin. */
export interface Lead {
  readonly text: string;
  readonly sum: 'total' | 'subtotal' | null;
  readonly isNote: boolean;
  /** 项目名称 and the like: another form. */
  readonly isFormName: boolean;
  /** A title or a head of another form's header. */
  readonly mayHead: boolean;
}

const readLead = repeating((text: string): Lead => {
  const start = text.charCodeAt(0);
  const short = text.length > 0 && text.length <= 60;
  return {
    text,
    sum: sumIn(text),
    isNote: NOTE.test(text),
    isFormName: short && FORM.test(text),
    mayHead: short && (HEAD_STARTS.has(start) || text.includes('表')),
  };
});

const SERIAL = /^\d{1,3}[.、]?$/;

/** What a row begins with, and where: 合计 behind a number of its own is what the row is, not the number. */
export function leadOf(
  view: SheetView,
  row: number,
  first: number,
): { readonly first: number; readonly lead: Lead } {
  const text = view.text(row, first);
  const lead = readLead(text);
  const next = SERIAL.test(text)
    ? filledColumns(view, row).find((column) => column > first)
    : undefined;
  if (next === undefined) return { first, lead };
  const behind = readLead(view.text(row, next));
  return behind.sum === null ? { first, lead } : { first: next, lead: behind };
}

function sumIn(text: string): Lead['sum'] {
  const mayTotal = TOTAL_STARTS.has(text.charCodeAt(0)) || /[小合]计/.test(text);
  const label = mayTotal && text.length <= 30 ? leadLabel(text) : '';
  if (TOTAL.test(label) || saidTotal(text) !== null) return 'total';
  return SUBTOTAL.test(label) ? 'subtotal' : null;
}

const SAID_TOTAL = /^([^\d:]{2,8}):(\d{1,3}(?:\.\d+)?)分?$/;

/** 97.5 of 自评总分：97.5分, the total said in one cell; null where the text is none. */
export function saidTotal(text: string): number | null {
  const [, label = '', points = ''] = SAID_TOTAL.exec(normaliseText(text)) ?? [];
  return points !== '' && TOTAL.test(label) ? Number(points) : null;
}

/** A title, a meta line or a header below the rows: the next form on the sheet begins. */
export function startsAnotherForm(
  { view }: Layout,
  row: number,
  first: number,
  lead: Lead,
): boolean {
  if (lead.isFormName) return true;
  if (!lead.mayHead) return false;
  const { text } = lead;
  if (/(自评|评价|评分|绩效).{0,8}表/.test(text) && !/[。；]/.test(text)) {
    const merge = view.merge(row, first);
    const wide = merge !== null && merge.right - merge.left >= 3;
    return wide || isAlone(view, row, first);
  }
  const head = matchHead(text);
  if (!head || !(head.role === 'level1' || head.role === 'name' || head.role === 'serial'))
    return false;
  let heads = 0;
  for (const column of filledColumns(view, row)) {
    if (matchHead(view.text(row, column))) heads++;
  }
  return heads >= 3;
}

function isAlone(view: SheetView, row: number, first: number): boolean {
  return filledColumns(view, row).every((column) => column === first);
}

function leadLabel(text: string): string {
  return normaliseText(text)
    .replace(/\([^()]*\)?$/, '')
    .replace(/[:;]+$/, '');
}

/** A note's label stands at the left and no weight or score stands in the row. */
export function isNoteRow(layout: Layout, body: OpenBody, row: number, first: number): boolean {
  const { at, view } = layout;
  const name = at.name;
  const inNames = name !== undefined && first >= name && !body.closed && name > 0;
  if (inNames && !SIGNED.test(normaliseText(view.text(row, first)))) return false;
  const scored = [at.weight, at.score].some(
    (column) => column !== undefined && typeof view.value(row, column) === 'number',
  );
  return !scored;
}
