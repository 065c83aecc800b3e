import { sum } from '../../quantity/exact';
import { isBlank } from '../../model/blank';
import { directionInName, readDirection } from '../../quantity/join-quantity';
import { numberCellAt } from '../point-cells';
import type { Indicator } from '../../model/table';
import { type Facts, errorsIn, isFigure, readFacts, startOf } from './facts';
import { type OpenBody, type OpenGroup, innermost, labelOf, openAt, openGroups } from './groups';
import { type Layout, cellIn } from './layout';
import { splitNamed } from './named-target';
import { cleanName, isEmptyMark, isPromptText } from './row-name';

const CHILD = /^(其中|其中[:：])/;

export function readIndicatorRow(layout: Layout, body: OpenBody, row: number): void {
  const nameColumn = layout.at.name;
  const rawName = nameColumn === undefined ? '' : nameAt(layout, row, nameColumn);
  const isPrompt = isPromptText(rawName);
  openGroups(layout, body, row);
  const facts = readFacts(layout, row);
  const cleaned = isPrompt ? '' : cleanName(rawName);
  const isNone = saysNothing(cleaned, facts);
  const isMark = isNone || (cleaned !== '' && isEmptyMark(cleaned));
  const name = isMark ? '' : cleaned;
  if (!facts.hasValue || isNone || (isPrompt && !facts.isScored && !facts.hasWords)) {
    leaveOut(layout, body, row, rawName, isPrompt || isMark, name);
    return;
  }
  const shownName = name !== '' ? name : nameFromLevels(layout, body, row);
  if (shownName === '' && !facts.isScored && !facts.hasWords) return;
  if (isPrompt && nameColumn !== undefined) {
    body.templateRows.push({ row, cell: { row, column: nameColumn }, text: rawName, filled: true });
  }
  addIndicator(layout, body, row, shownName, facts);
}

/** Of a cell that says the target, too, the name. */
function nameAt({ view, at }: Layout, row: number, column: number): string {
  const text = view.text(row, column);
  return column === at.target ? (splitNamed(text)?.name ?? text) : text;
}

/** 无 all over, without points: a class that the project does not have. */
function saysNothing(name: string, { isScored, target, actual }: Facts): boolean {
  const isNone = (text: string): boolean => text.trim() === '无' || isBlank(text);
  return name === '无' && !isScored && isNone(target.text) && isNone(actual.text);
}

/** Rows that are no indicators: template rows, level-only rows, names without anything else. */
function leaveOut(
  layout: Layout,
  body: OpenBody,
  row: number,
  rawName: string,
  isTemplate: boolean,
  name: string,
): void {
  const column = layout.at.name;
  if (column === undefined) return;
  if (isTemplate) {
    body.templateRows.push({ row, cell: { row, column }, text: rawName, filled: false });
    return;
  }
  if (name === '') return;
  // A named row without weight leaves its groups' sums open, unless a merge above weighs it too.
  const { weight } = layout.at;
  const merge = weight === undefined ? null : layout.view.merge(row, weight);
  if (merge && merge.top < row) return;
  body.nameOnly.push({ value: name, cell: { row, column } });
  for (const index of body.open) {
    const group = index === null ? undefined : body.groups[index];
    if (group) group.complete = false;
  }
}

/** A row whose name cell is blank or a dash is called by its innermost own level. */
function nameFromLevels(layout: Layout, body: OpenBody, row: number): string {
  const { view, at } = layout;
  if (at.name !== undefined) {
    const merge = view.merge(row, at.name);
    if (merge && merge.top < row) return cleanName(view.text(merge.top, merge.left));
  }
  for (let index = body.open.length - 1; index >= 0; index--) {
    const open = body.open[index];
    const group = open === null || open === undefined ? undefined : body.groups[open];
    if (group && group.label !== '') return group.label;
  }
  return '';
}

function addIndicator(
  layout: Layout,
  body: OpenBody,
  row: number,
  name: string,
  facts: Facts,
): void {
  const { view, at } = layout;
  const group = innermost(body.open, 3);
  const outer = openAt(body, 0);
  const inner = openAt(body, 1);
  const weighted = isFigure(facts.weight);
  const sign = at.sign === undefined ? '' : view.text(row, at.sign);
  const index = body.indicators.length;
  body.indicators.push({
    row,
    group,
    level1: labelOf(outer),
    level2: labelOf(inner),
    name,
    nameCell: cellIn(row, at.name) ?? { row, column: 0 },
    level1Cell: outer && !outer.isInferred ? outer.cell : null,
    level2Cell: inner?.cell ?? null,
    target: facts.target,
    targetCell: facts.targetCell,
    signCell: cellIn(row, at.sign) ?? facts.targetCell,
    direction: (sign === '' ? null : readDirection(sign)) ?? directionInName(name),
    actual: facts.actual,
    actualCell: facts.actualCell,
    weight: facts.weight,
    score: facts.score,
    reviewScore: numberCellAt(view, cellIn(row, at.reviewScore)),
    reason: at.reason === undefined ? null : view.text(startOf(view, row, at.reason), at.reason),
    reasonCell: at.reason === undefined ? null : cellIn(startOf(view, row, at.reason), at.reason),
    criteria: at.criteria === undefined ? null : view.text(row, at.criteria),
    evidence: at.evidence === undefined ? null : view.text(row, at.evidence),
    parent: isChild(layout, body, row, facts) ? body.lastWeighted : null,
    errors: errorsIn(layout, row),
  });
  if (weighted) body.lastWeighted = index;
  for (let open = group; open !== null;) {
    const owner: OpenGroup | undefined = body.groups[open];
    if (!owner) break;
    owner.indicators.push(index);
    open = owner.parent;
  }
}

/** An unweighted 其中 row, or one whose weight cell is merged with the weighted row above. */
function isChild(layout: Layout, body: OpenBody, row: number, facts: Facts): boolean {
  if (facts.isScored) return false;
  const { name } = layout.at;
  const isPart = name !== undefined && CHILD.test(layout.view.text(row, name));
  return isPart || isMergedUnder(layout, body, row) || isFurtherPart(body, row, facts);
}

/** 社区培训 8场 below 其中：企业培训 12场: the parts so far come to no more than the 20场 that they detail. */
function isFurtherPart({ indicators, lastWeighted }: OpenBody, row: number, facts: Facts): boolean {
  const last = indicators.at(-1);
  if (lastWeighted === null || last?.parent !== lastWeighted || last.row !== row - 1) return false;
  const whole = indicators[lastWeighted]?.target;
  const { value, unit } = facts.target;
  if (!whole || whole.value === null || value === null || unit !== whole.unit) return false;
  const parts = indicators.slice(lastWeighted + 1).map(({ target }) => target.value ?? 0);
  return sum([...parts, value]) <= whole.value;
}

/**
 * 培训人数 100人 without points above 其中：企业职工 60人 with points: the parts carry them, and the
 * row above is the detail. No row is then without its points.
 */
export function withPartsScored(indicators: readonly Indicator[]): readonly Indicator[] {
  return indicators.map((indicator, index) => {
    const next = indicators[index + 1];
    const isBare = !isFigure(indicator.weight) && !isFigure(indicator.score);
    const isHead = isBare && indicator.parent === null && !CHILD.test(indicator.name);
    const carried = next !== undefined && CHILD.test(next.name) && isFigure(next.weight);
    return isHead && carried ? { ...indicator, parent: index + 1 } : indicator;
  });
}

/** The row's weight cell is the hidden part of a merge that begins at the weighted row above. */
function isMergedUnder(layout: Layout, body: OpenBody, row: number): boolean {
  const column = layout.at.weight;
  if (column === undefined || body.lastWeighted === null) return false;
  const merge = layout.view.merge(row, column);
  return merge !== null && merge.top < row && merge.top === body.indicators[body.lastWeighted]?.row;
}
