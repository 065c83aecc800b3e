import type { Indicator, Table } from '../../../model/table';
import { figuresOf, written, type Figure } from '../facts/figure';
import { isPlan, isPrior } from '../facts/statement';
import { normalised } from '../read-report';
import { plainName } from './names';
import { TELLS, type Value, type Wanted } from './named-places';

const SAYS = /计划|目标|任务|应|扣|每|缺/g;
/** 延期20天, 缩短6.4分钟 tell by how much; of what is told by the row's name. */
const FEWEST_SIGNS = 3;

const valueOf = (figure: Figure): Value => ({
  value: figure.value,
  unit: figure.unit,
  per: figure.per,
  text: written(figure),
});

/**
 * What the rows of a rubric tell of what was done (计划1200个，完成1260个) or of why points were lost, each figure as the value of
 * a row that a report can tell in the words around it or in the row's name.
 */
export function wantedInEvidence({ columns, indicators }: Table): readonly Wanted[] {
  return indicators.flatMap((indicator): Wanted[] => {
    const { evidence, reason, reasonCell, actual, actualCell, nameCell } = indicator;
    if (actual.value !== null) return [];
    // 完成情况 of a rubric may be a sentence: 计划40台，完成36台.
    const isWorded = actual.kind !== 'date' && /\d/.test(actual.text);
    const told = evidence ?? (isWorded ? actual.text : null) ?? reason;
    if (!told) return [];
    const column = told === evidence ? columns.evidence?.column : reasonCell?.column;
    const beside = column === undefined ? null : { ...nameCell, column };
    const cell = evidence === null && isWorded ? actualCell : beside;
    const figures = figuresOf(normalised(told), true).filter(
      (figure) =>
        figure.kind !== 'bare' && figure.kind !== 'points' && !figure.rough && !isPrior(figure),
    );
    const plans = figures.filter(isPlan);
    const done = figures.filter((figure) => !isPlan(figure));
    return done.map((figure): Wanted => {
      const plan = plans.find(({ unit }) => unit === figure.unit);
      return {
        indicator: asRow(indicator, figure, cell),
        core: coreOf(indicator, figure),
        actual: valueOf(figure),
        target: plan ? valueOf(plan) : null,
      };
    });
  });
}

const asRow = (indicator: Indicator, figure: Figure, cell: Indicator['actualCell']): Indicator => ({
  ...indicator,
  actual: { ...indicator.actual, unit: figure.unitText },
  actualCell: cell,
  targetCell: cell,
});

function coreOf({ name }: Indicator, { label, tail }: Figure): string {
  const words = plainName(label + tail);
  const naming = words.replace(TELLS, '').replace(SAYS, '');
  return naming.length < FEWEST_SIGNS ? plainName(name) : words;
}
