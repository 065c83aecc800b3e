import { isBlank } from '../model/blank';
import type { CellValue } from '../model/snapshot';

/** What people write where nothing is to be said, besides marks. */
const NOTHING = new Set(['0', '无', '没有', '无偏差', '不适用', '无原因']);
const LONGEST_NOTHING = 6;

/** Whether a 偏差原因 says anything: not blank, 无, 0 or a dash. */
export function isReason(text: string | null): boolean {
  if (text === null || isBlank(text)) return false;
  return text.length > LONGEST_NOTHING || !NOTHING.has(text.trim().replace(/[。.]$/, ''));
}

const CAUSES = [
  '由于',
  '因为',
  '致使',
  '导致',
  '影响，',
  '影响,',
  '未支付',
  '未能',
  '尾款',
  '尚未',
];
const CHANGES = [
  '预算调整',
  '调整预算',
  '年中调整',
  '追加',
  '调增',
  '调减',
  '压减',
  '核减',
  '核增',
].concat(['收回', '增加预算', '减少预算']);
/** The form's own printed instructions explain nothing. */
const INSTRUCTION = /^(?:注|填报说明|填表说明|填写说明)\s*[:：\d]/;

/** Whether a text names a cause, as an explanation of a low rate does. */
export function namesCause(text: string): boolean {
  return !INSTRUCTION.test(text) && CAUSES.some((word) => text.includes(word));
}

/** 执行率未达到90%的原因: with nothing behind it is a prompt. */
const ON_FUNDS = /执行|支付|支出|资金|结转|结余|节约|质保金|尾款/;
const SAYS_WHY = /(?:原因|说明)[^：:。]{0,12}[：:是为][^：:\s]{4}|是因|主要是|系因/;

/** Whether a text says why the money was not spent: 执行率85%是因质保金应于次年支付. */
export function explainsFunds(text: string): boolean {
  return (
    ON_FUNDS.test(text) && (namesCause(text) || (!INSTRUCTION.test(text) && SAYS_WHY.test(text)))
  );
}

/** Whether a text speaks of a change of the budget. */
export function namesChange(text: string): boolean {
  return !INSTRUCTION.test(text) && CHANGES.some((word) => text.includes(word));
}

/** Without spaces, for comparing what two cells say. */
export function packed(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text;
}

/** Cut for a message. */
export function brief(text: string, length = 24): string {
  const said = packed(text);
  const plain = said.endsWith(':') || said.endsWith('：') ? said.slice(0, -1) : said;
  return plain.length > length ? `${plain.slice(0, length)}…` : plain;
}

/** A cell's raw value for a message; an error value by its name. */
export function rawText(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : brief(String(value));
}
