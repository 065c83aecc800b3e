import { sum } from '../../../quantity/exact';
import type { ReportContext } from '../check';
import type { Figure } from '../facts/figure';
import type { ScoreStated } from '../facts/stated';
import type { Statement } from '../facts/statement';
import type { Sum } from './sum';

/** A total score with the points of its parts, told each in a sentence or paragraph of its own. */
export interface ScoreSum {
  readonly score: Pick<ScoreStated, 'statement' | 'figure'>;
  readonly sum: Sum;
}

const LEVEL = /决策|投入|过程|管理|产出|效益|效果|成本|满意度|预算执行|资金执行|执行率/g;
const GOT = /(?:自评|实际)?得(?:分)?(?:为|了|：|:)?$|^[，,]?自评(?:为|：|:)?$/;
const FULL_MARKS = 100;

const TOTAL = /(?:合计|共计|总计|总)(?:自评|评价)?得?分?(?:为|：|:)?$/;

interface Part {
  readonly level: string;
  readonly full: Figure;
  readonly got: Figure;
}

/** The total scores of a report, each with the points of its parts. */
export function scoreParts(context: ReportContext): ScoreSum[] {
  const together = context.statements.flatMap(toldTogether);
  const isTold = ({ score: { figure } }: ScoreSum): boolean =>
    together.some(({ score }) => score.figure === figure);
  return [...together, ...toldApart(context).filter((one) => !isTold(one))];
}

/** 决策20分，得20分；产出30分，得29分…: only where the full marks of the parts told make up 100. */
function toldApart({ report, statements, scores }: ReportContext): ScoreSum[] {
  const [score] = scores;
  if (!score) return [];
  const byLevel = new Map<string, Part>();
  for (const statement of statements) {
    const title = report.headings[statement.heading]?.title ?? '';
    for (const part of partsIn(statement, title)) {
      const before = byLevel.get(part.level);
      // Told twice with other marks: parts of parts, and no list of the parts of all.
      if (before && before.full.value !== part.full.value) return [];
      byLevel.set(part.level, part);
    }
  }
  const parts = [...byLevel.values()];
  const full = sum(parts.map((part) => part.full.value));
  if (parts.length < 2 || full !== FULL_MARKS) return [];
  const total = score.figure;
  return [{ score, sum: { total, parts: parts.map(({ got }) => got), listed: 'all' } }];
}

function partsIn({ figures }: Statement, title: string): Part[] {
  const points = figures.filter(({ kind, bound }) => kind === 'points' && bound === null);
  return points.flatMap((got, index): Part[] => {
    const full = points[index - 1];
    if (!full || !GOT.test(got.label) || GOT.test(full.label)) return [];
    if (full.segment !== got.segment || full.depth !== got.depth) return [];
    const level = (full.lead.match(LEVEL) ?? title.match(LEVEL))?.at(-1);
    return level === undefined ? [] : [{ level, full, got }];
  });
}

/**
 * 产出50分，得48.2分；…；预算执行率得分8.8分，合计得分95.8分: a sentence with its own total, where one part may
 * be without its full marks, as those that are left of 100.
 */
function toldTogether(statement: Statement): ScoreSum[] {
  const points = statement.figures.filter(({ kind, bound }) => kind === 'points' && bound === null);
  const figure = points.at(-1);
  if (!figure || !TOTAL.test(figure.label) || figure.rough) return [];
  const parts = partsIn(statement, '').filter(({ got }) => got !== figure);
  const told = new Set(parts.flatMap(({ full, got }) => [full, got]));
  const [bare, more] = points.slice(0, -1).filter((one) => !told.has(one));
  const left = FULL_MARKS - sum(parts.map(({ full }) => full.value));
  const bareLevel = bare?.lead.match(LEVEL)?.at(-1);
  const levels = [...parts.map(({ level }) => level), ...(bareLevel ? [bareLevel] : [])];
  const isWhole = bare
    ? GOT.test(bare.label) && bareLevel !== undefined && bare.value <= left
    : left === 0;
  const isEachOnce = new Set(levels).size === levels.length;
  if (parts.length < 2 || more || !isWhole || !isEachOnce) return [];
  const all = [...parts.map(({ got }) => got), ...(bare ? [bare] : [])];
  return [{ score: { statement, figure }, sum: { total: figure, parts: all, listed: 'all' } }];
}
