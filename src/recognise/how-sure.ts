import type { Budget, Columns } from '../model/table';
import { message, type Message } from '../texts/message';
import type { Body } from './rows/read-indicators';

/** However well all fits, what no head says is a question. */
export const ASKED = 0.55;

const FORM_WORDS = /绩效|自评|评分|评价|考核/;
const CLASS_WORDS = /产出|效益|满意|投入|过程|决策|管理|履职|成本/;

/** How sure it is: the heads' own certainty, and whether the sheet speaks of performance at all. */
export function confidenceOf(
  columns: Columns,
  called: string,
  body: Body,
  budget: Budget | null,
): number {
  const used = Object.values(columns).filter((column) => column.confidence > 0);
  if (used.length === 0) return 0;
  const heads = used.reduce((total, column) => total + column.confidence, 0) / used.length;
  let sure = heads;
  if (!columns.name) sure -= 0.3;
  const pairs =
    Number(columns.target !== undefined && columns.actual !== undefined) +
    Number(columns.weight !== undefined && columns.score !== undefined) +
    Number(columns.criteria !== undefined && (columns.score ?? columns.weight) !== undefined);
  if (pairs === 0) sure -= 0.2;
  const known =
    FORM_WORDS.test(called) ||
    budget !== null ||
    body.groups.some((group) => CLASS_WORDS.test(group.label));
  if (!known) sure -= 0.25;
  if (body.indicators.length === 0 && budget === null) sure -= 0.1;
  return Math.max(0, Math.min(1, Math.round(sure * 100) / 100));
}

/** What a person should know of the columns before the table is scored. */
export function remarksOf(columns: Columns, confidence: number): Message[] {
  const remarks: Message[] = [];
  if (!columns.weight) remarks.push(message('engine.remark.no-weight'));
  if (!columns.score) remarks.push(message('engine.remark.no-score'));
  if (confidence < 0.6) remarks.push(message('engine.remark.uncertain'));
  return remarks;
}
