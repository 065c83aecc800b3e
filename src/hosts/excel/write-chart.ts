import { CHART_NAME } from '../../changes/page-looks';
import { cellName, rangeName } from '../../model/grid';
import type { SheetChart } from '../../model/patch';
import { ACTION_SIZE, optional, step, type Step } from './write-steps';

/** Series colours that stay apart for colour-blind readers and in grey print. */
const COLORS = ['#4472C4', '#A5A5A5', '#ED7D31', '#70AD47'] as const;

/** A native column chart over the cells of its anchor. */
export function chartStep(name: string, chart: SheetChart): Step {
  const size = ACTION_SIZE * (8 + chart.series.length * 6);
  return optional(
    'chart-unsupported',
    name,
    null,
    step(size, (batch) => {
      const [first, ...others] = chart.series;
      if (!first) return;
      const sheet = batch.sheet(name);
      const drawn = sheet.charts.add(
        'ColumnClustered',
        sheet.getRange(rangeName(first.values)),
        'Columns',
      );
      drawn.name = CHART_NAME;
      drawn.title.text = chart.title;
      drawn.legend.position = 'Bottom';
      drawn.legend.visible = chart.series.length > 1;
      const { anchor } = chart;
      drawn.setPosition(
        cellName({ row: anchor.top, column: anchor.left }),
        cellName({ row: anchor.bottom, column: anchor.right }),
      );
      const categories = sheet.getRange(rangeName(chart.categories));
      [drawn.series.getItemAt(0), ...others.map((other) => drawn.series.add(other.name))].forEach(
        (series, index) => {
          const own = chart.series[index];
          if (!own) return;
          series.name = own.name;
          series.setValues(sheet.getRange(rangeName(own.values)));
          series.setXAxisValues(categories);
          series.format.fill.setSolidColor(COLORS[index % COLORS.length] ?? COLORS[0]);
          series.hasDataLabels = true;
        },
      );
    }),
    [name, 'chart'],
  );
}
