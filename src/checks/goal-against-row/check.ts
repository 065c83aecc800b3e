import { cellName } from '../../model/grid';
import type { Finding } from '../../model/finding';
import type { Quantity } from '../../model/quantity';
import type { Sourced, Table } from '../../model/table';
import { roundHalfUp } from '../../quantity/exact';
import { EVERY_KIND } from '../check';
import { defineCheck, type Say } from '../define-check';
import { brief } from '../wording';
import { amountApart } from './goal-amounts';
import { goalFigures, rowOf, rowPlanned, type GoalFigure } from './goal-figures';

/** Each figure of the goal is held against the one row that its words name; an unclear one is left. */
export const goalAgainstRow = defineCheck({
  id: 'goal-against-row',
  code: 'JX426',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['goal'],
  yields: { achieved: { inTable: ['goal-not-stated'] } },
  texts: {
    'zh-CN': {
      title: '总体目标与指标不一致',
      message: {
        expected: '总体目标写“{found}”，而 {other} “{name}”的年度指标值是“{expected}”。',
        achieved: '实际完成情况写“{found}”，而 {other} “{name}”的实际完成值是“{expected}”。',
        promised: '总体目标写了“{found}”，没有指标来衡量。',
        unit: '这里写“{found}”，资金表里是 {expected}，相差一万倍：资金表的单位是不是写错了？',
      },
      why: '总体目标和指标说的是同一件事，数应当一致；写进目标的事应有指标衡量。',
      fix: '请核对哪个数是对的，改成一致。',
      fixes: {
        promised: '请为这项任务设一个指标；不再要做的，从总体目标里删去。',
        unit: '请核对资金表头的单位，元和万元写对。',
      },
      basis: '总体目标与指标应当一致，任务应有指标；某市核对工具的实例：目标写6、指标写10',
    },
    en: {
      title: 'Goal and indicator differ',
      message: {
        expected: 'The goal says “{found}” but the target of {other} “{name}” is “{expected}”.',
        achieved:
          'The achievement says “{found}” but the actual of {other} “{name}” is “{expected}”.',
        promised: 'The goal promises “{found}”, which no indicator measures.',
        unit: 'This says “{found}” and the funds say {expected}, ten thousand times apart: is the unit of the funds right?',
      },
      why: 'Goal and indicators tell of the same things and should give the same figures.',
      fix: 'Find out which figure is right and make both agree.',
      fixes: {
        promised: 'Give this task an indicator, or take it out of the goal.',
        unit: 'See whether the head of the funds should say 元 or 万元.',
      },
      basis:
        'Goal and rows say the same, and a task has a row; seen in a city’s checker: the goal says 6 and the row 10',
    },
  },
  find(say, { table }) {
    const { expected } = table.goal;
    return [
      ...against(say, table, 'expected'),
      ...against(say, table, 'achieved'),
      ...promises(say, table, expected),
      ...unitOfFunds(say, table),
    ];
  },
});

type SayGoal = Say<'expected' | 'achieved' | 'promised' | 'unit', 'promised' | 'unit'>;

/** One question, however many amounts are so far apart. */
function unitOfFunds(say: SayGoal, { goal, budget }: Table): Finding[] {
  for (const told of [goal.expected, goal.achieved]) {
    const apart = told && amountApart(told.value, budget);
    if (!apart) continue;
    const expected = `${String(apart.figure)}${apart.currency}`;
    return [say(told.cell, { variant: 'unit', severity: 'info', expected, found: apart.text })];
  }
  return [];
}

/** 优良率91% of 91.2%: a goal tells a figure as roughly as it likes. */
const isTold = (value: number | null, told: number): boolean =>
  value !== null && roundHalfUp(value, (String(told).split('.')[1] ?? '').length) === told;

function against(
  say: SayGoal,
  { indicators, goal: goals }: Table,
  variant: 'expected' | 'achieved',
): Finding[] {
  const goal = goals[variant];
  if (goal === null) return [];
  const planned = variant === 'achieved' ? goalFigures(goals.expected?.value ?? '') : [];
  const role = variant === 'expected' ? 'target' : 'actual';
  const figures = goalFigures(goal.value);
  const said = figures.flatMap((figure) => {
    const row = rowOf(figure, indicators, role) ?? rowPlanned(figure, planned, indicators);
    return row ? [{ figure, row }] : [];
  });
  return said.flatMap(({ figure, row }) => {
    // Two figures of one row: the goal goes into what the row does not.
    if (said.filter((one) => one.row === row).length > 1) return [];
    const quantity = row[role];
    if (isTold(quantity.value, figure.value) || quantity.upper === figure.value) return [];
    if (isToldBeside(goal.value, figure, quantity)) return [];
    const data = { name: brief(row.name), other: cellName(row.nameCell) };
    return [
      say(goal.cell, { variant, data, expected: brief(quantity.text), found: brief(figure.text) }),
    ];
  });
}

/** 26个，其中24个已完工; 春季84%、秋季88%，全年平均86%: the row's figure stands in the same sentence. */
function isToldBeside(goal: string, figure: GoalFigure, { value }: Quantity): boolean {
  const sentence = goal.split(/[。；;\n]/).find((one) => one.includes(figure.text)) ?? '';
  const others = sentence.replace(figure.text, '');
  return new RegExp(`(?<![\\d.])${String(value)}${figure.unit}`).test(others);
}

/** So many are named. */
const MOST_PROMISES = 5;
/** Tables with fewer rows of figures do not measure a goal in parts. */
const FEWEST = 3;

function promises(say: SayGoal, { indicators }: Table, goal: Sourced<string> | null): Finding[] {
  const measured = indicators.filter(({ target }) => target.value !== null);
  if (goal === null || measured.length < FEWEST) return [];
  const names = indicators.map(({ name, target }) => `${name}\n${target.text}`).join('\n');
  const open = goalFigures(goal.value).filter((figure) => isPromise(figure, names, measured));
  const [first] = open;
  if (!first) return [];
  const told = open.slice(0, MOST_PROMISES).map(({ text }) => brief(text));
  const details = { found: told.join('、'), data: { found: told } };
  return [say(goal.cell, { variant: 'promised', severity: 'info', ...details })];
}

/** A count of something of which neither the words nor the figure stands in any row. */
function isPromise(
  { words, value, unit }: GoalFigure,
  names: string,
  measured: Table['indicators'],
): boolean {
  if (unit === '%' || /[元亩米吨公里]/.test(unit) || words.length < 2) return false;
  if (measured.some(({ target, actual }) => target.value === value || actual.value === value))
    return false;
  for (let at = 0; at + 2 <= words.length; at += 1) {
    if (names.includes(words.slice(at, at + 2))) return false;
  }
  return true;
}
