import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import type { TableResult } from '../../../model/score';
import { scoreBars } from '../../../report/level-summary';
import { Select } from '../../../pane/controls';
import { scoreText } from '../../../pane/finding-items';
import { useWidth } from '../frame/use-width';
import { useWorkbenchSpeaker } from '../frame/speaker';

const useStyles = makeStyles({
  figure: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    minWidth: 0,
    overflowX: 'auto',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  key: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  // The bars keep their colours where the system has its own, and so does their key.
  swatch: { width: '12px', height: '12px', borderRadius: '2px', forcedColorAdjust: 'none' },
  weight: {
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  score: { backgroundColor: tokens.colorBrandBackground },
  drawing: { display: 'block', flexShrink: 0 },
  label: { fill: tokens.colorNeutralForeground1, fontSize: '12px' },
  number: {
    fill: tokens.colorNeutralForeground1,
    fontSize: '12px',
    fontVariantNumeric: 'tabular-nums',
  },
  weightBar: {
    fill: tokens.colorNeutralBackground5,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1px',
  },
  scoreBar: { fill: tokens.colorBrandBackground },
});

interface LevelBar {
  readonly label: string;
  readonly weight: number;
  /** Null where nothing is known. */
  readonly score: number | null;
}

/** What the 汇总表's chart shows. */
const levelBars = (table: TableResult, funds: string, none: string): readonly LevelBar[] =>
  scoreBars(table).map(({ label, of, weight, score }) => ({
    label: label ?? (of === 'funds' ? funds : none),
    weight: weight ?? 0,
    score,
  }));

const ROW = 26;
/** CSS pixels, as all of the drawing is: letters are as large on a narrow page. */
const LABEL = 116;
const NUMBERS = 100;
const DRAWING = { least: 280, most: 760 };

/** What is left for the bars. */
export const barsWidth = (available: number): number =>
  Math.min(Math.max(available, DRAWING.least), DRAWING.most) - LABEL - NUMBERS;

/** In widths of a Chinese sign: Latin letters and digits take about half of one. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, sign) => width + (sign < '\u2e80' ? 0.55 : 1), 0);
const MOST_WIDE = 9;

/** What of a label stands in its column. */
export function shortened(label: string): string {
  if (widthOf(label) <= MOST_WIDE) return label;
  const signs = Array.from(label);
  while (widthOf(signs.join('')) > MOST_WIDE - 1) signs.pop();
  return `${signs.join('')}…`;
}

interface ChartProps {
  readonly tables: readonly TableResult[];
}

/** The 汇总表's chart, which the grid does not draw. */
export function LevelChart({ tables }: ChartProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const figure = useRef<HTMLElement>(null);
  const room = barsWidth(useWidth(figure));
  const [chosen, setChosen] = useState(0);
  const table = tables[Math.min(chosen, tables.length - 1)];
  if (!table) return null;
  return (
    <figure className={own.figure} ref={figure}>
      <figcaption>{say('chart.title')}</figcaption>
      <div className={own.head}>
        {tables.length > 1 && <WhichTable {...{ tables, chosen }} onChoose={setChosen} />}
        <ChartKey />
      </div>
      <Drawing table={table} room={room} />
    </figure>
  );
}

interface WhichProps extends ChartProps {
  /** 0-based. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

function WhichTable({ tables, chosen, onChoose }: WhichProps) {
  const { say } = useWorkbenchSpeaker();
  return (
    <div>
      <Select
        aria-label={say('chart.which')}
        value={String(chosen)}
        onValue={(value) => onChoose(Number(value))}
      >
        {tables.map(({ table }, index) => (
          <option key={`${table.sheetId} ${table.range.top}`} value={index}>
            {table.project ? `${table.sheet} · ${table.project.value}` : table.sheet}
          </option>
        ))}
      </Select>
    </div>
  );
}

function ChartKey() {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  return (['weight', 'score'] as const).map((bar) => (
    <span key={bar} className={own.key} aria-hidden>
      <span className={`${own.swatch} ${own[bar]}`} />
      {say(`chart.${bar}`)}
    </span>
  ));
}

interface DrawingProps {
  readonly table: TableResult;
  /** CSS pixels for the longest bar. */
  readonly room: number;
}

function Drawing({ table, room }: DrawingProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const id = useId();
  const bars = levelBars(table, say('chart.funds'), say('chart.noLevel'));
  const whole = LABEL + room + NUMBERS;
  const most = Math.max(1, ...bars.map(({ weight, score }) => Math.max(weight, score ?? 0)));
  const told = bars.map(({ label, weight, score }) =>
    say('chart.bar', { label, score: scoreText(score), weight: scoreText(weight) }),
  );
  return (
    <svg
      className={own.drawing}
      width={whole}
      height={bars.length * ROW}
      viewBox={`0 0 ${whole} ${bars.length * ROW}`}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{say('chart.told', { title: say('chart.title'), bars: told.join('') })}</title>
      {bars.map((bar, index) => (
        <g key={bar.label} transform={`translate(0 ${index * ROW})`}>
          <Bar bar={bar} scale={room / most} />
        </g>
      ))}
    </svg>
  );
}

interface BarProps {
  readonly bar: LevelBar;
  /** CSS pixels a point. */
  readonly scale: number;
}

function Bar({ bar: { label, weight, score }, scale }: BarProps) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  const length = (points: number): number => Math.max(0, points) * scale;
  return (
    <>
      <text className={own.label} x={0} y={17}>
        {shortened(label)}
      </text>
      <rect className={own.weightBar} x={LABEL} y={4.5} width={length(weight)} height={17} rx={2} />
      <rect className={own.scoreBar} x={LABEL} y={8} width={length(score ?? 0)} height={10} />
      <text className={own.number} x={LABEL + length(Math.max(weight, score ?? 0)) + 8} y={17}>
        {say('chart.of', { score: scoreText(score), weight: scoreText(weight) })}
      </text>
    </>
  );
}
