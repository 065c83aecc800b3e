import type { Finding } from '../../src/model/finding';
import { cellName } from '../../src/model/grid';
import type { TableResult } from '../../src/model/score';
import { buildOutline, walkOutline, type Outline } from '../../src/report/outline';
import { outlineMarkdown } from '../../src/report/outline-markdown';
import { OUTLINE_TEMPLATES } from '../../src/report/outline-templates';
import { proposedTemplate } from '../../src/report/outline-templates/propose';
import type { OutlineTemplate } from '../../src/report/outline-templates/template';
import { unnumbered } from '../../src/report/outline-words';
import { readReport } from '../../src/report/text/read-report';
import { verifyReport } from '../../src/report/text/verify-report';

/** What is wrong with the outline of a table, one line each; none for one that is as it should be. */
export function outlineFaults(
  result: TableResult,
  template: OutlineTemplate = proposedTemplate(result, OUTLINE_TEMPLATES),
): string[] {
  const outline = buildOutline(result, template);
  return [
    ...againstItself(outline, result),
    ...statedErrors(outline, result),
    ...repeatedPrompts(outline),
    ...emptyLines(outline),
    ...(/(\d{4})\s*年.*\1\s*年/.test(outline.title) ? [`title ${outline.title}`] : []),
  ];
}

/** What is asked for is no fault; nothing else may be said of an outline held against its own form. */
const againstItself = (outline: Outline, result: TableResult): string[] =>
  verifyReport(readReport(outlineMarkdown(outline).replace(/<!--[\s\S]*/, '')), result, 'markdown')
    .findings.filter(({ id }) => id !== 'placeholder-left')
    .map(
      ({ severity, id, excerpt, message }) =>
        `own ${severity} ${id}: ${excerpt} ${JSON.stringify(message.data)}`,
    );

const PLACE = /【[^【】]*】/g;
const paragraphsOf = (outline: Outline): string[] =>
  [...walkOutline(outline.sections)].flatMap(({ paragraphs }) => paragraphs);

/** What is said as a fact: without the places to write or check. */
const toldIn = (outline: Outline): string[] =>
  paragraphsOf(outline).map((text) => text.replace(PLACE, ''));

/** Facts of cells that `check` calls an error. */
function statedErrors(outline: Outline, result: TableResult): string[] {
  const told = toldIn(outline);
  const says = (words: RegExp): string | undefined => told.find((text) => words.test(text));
  return result.findings
    .filter(({ severity }) => severity === 'error')
    .flatMap((finding) => {
      const stated = wordsFor(finding, result)
        .map(says)
        .find((text) => text !== undefined);
      return stated === undefined
        ? []
        : [`${finding.check} ${cellName(finding.cell)} is told: ${stated}`];
    });
}

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How a sentence would tell what the cell of a finding says. */
function wordsFor({ cell }: Finding, { table }: TableResult): RegExp[] {
  const isAt = (other: { row: number; column: number } | null | undefined): boolean =>
    other?.row === cell.row && other.column === cell.column;
  const words: RegExp[] = [];
  if (isAt(table.total?.score?.cell)) words.push(/^绩效自评得分为/, /^评价等级为/);
  if (isAt(table.grade?.cell)) words.push(/^评价等级为/);
  for (const row of table.indicators) {
    const name = plain(unnumbered(row.name));
    if (isAt(row.score?.cell)) {
      words.push(
        new RegExp(`(?:^|——)${name}.*得分?${plain(String(row.score?.value))}分`),
        new RegExp(`${name}扣[\\d.]+分`),
      );
      if (row.level1 !== null)
        words.push(
          new RegExp(`^${plain(unnumbered(row.level1))}(?:设.*，得|：分值.*得分)[\\d.]+分`),
        );
    }
    if (isAt(row.actualCell) && row.actual.value !== null)
      words.push(new RegExp(`${name}（?${plain(row.actual.text.trim())}`));
  }
  for (const funds of table.budget?.rows ?? []) {
    const amounts = {
      年初预算数: funds.initial,
      全年预算数: funds.adjusted,
      全年执行数: funds.executed,
    };
    for (const [label, amount] of Object.entries(amounts))
      if (amount?.value != null && isAt(amount.cell) && funds.isTotal)
        words.push(new RegExp(`^(?:年初|全年).*${label}${plain(String(amount.value))}`));
    if (isAt(funds.score?.cell)) words.push(/^预算执行：分值/);
  }
  return words;
}

/** What is asked twice: in one line, or as a line of its own anywhere. */
function repeatedPrompts(outline: Outline): string[] {
  const lines = paragraphsOf(outline);
  const alone = lines.filter((line) => line.replace(PLACE, '') === '');
  const places = [
    alone.flatMap((line) => line.match(PLACE) ?? []),
    ...lines.map((line) => line.match(PLACE) ?? []),
  ];
  return places.flatMap((list) =>
    list.filter((one, at) => list.indexOf(one) !== at).map((one) => `twice ${one}`),
  );
}

const AMOUNT = /(\d+(?:\.\d+)?)(?:万元|亿元|元)/g;

/** Lines that tell of money, and of none. */
const emptyLines = (outline: Outline): string[] =>
  toldIn(outline)
    .filter((line) => {
      const amounts = [...line.matchAll(AMOUNT)];
      return (
        /(?:预算|执行|结余)/.test(line) &&
        amounts.length > 0 &&
        amounts.every(([, value]) => Number(value) === 0)
      );
    })
    .map((line) => `empty ${line}`);
