import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { cellLabel } from '../model/address';
import type { Degradation } from '../model/patch';
import type { TableResult } from '../model/score';
import { profileTitle } from '../profiles/load-profile';
import { sum } from '../quantity/exact';
import { ChangesList } from './changes-list';
import { Badge, Field, Select } from './controls';
import { rateText, scoreText } from './finding-items';
import { gradeGap } from './grade-gap';
import { useSpeaker } from './language';
import { LevelBars } from './level-bars';
import type { PanelProps } from './pane-context';
import { isScored } from './session-state';
import { usePaneStyles } from './styles';

const useStyles = makeStyles({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: '8px 12px',
    margin: 0,
  },
  figure: { display: 'flex', flexDirection: 'column-reverse', minWidth: 0 },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** 评分: what will be written, the figures, and what changed. */
export function ScorePanel({ state, workbook }: PanelProps) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const [chosen, setChosen] = useState(0);
  const { tables } = workbook.result;
  const table = tables[Math.min(chosen, tables.length - 1)];
  const { stage, outcome } = state;
  return (
    <section className={styles.section} aria-labelledby="score-heading">
      <h2 className={styles.heading} id="score-heading" tabIndex={-1} data-home>
        {say(stage.kind === 'preview' ? 'score.previewTitle' : 'score.title')}
      </h2>
      {stage.kind === 'preview' && (
        <div className={styles.card}>
          <p className={styles.quiet}>{say('score.previewText')}</p>
          {!state.capabilities.merges && (
            <p className={styles.quiet}>{say('score.mergesUnknown')}</p>
          )}
          <ChangesList preview={stage.preview} />
        </div>
      )}
      {!table && <p className={styles.text}>{say('score.noTable')}</p>}
      {tables.length > 1 && (
        <Field label={say('score.which')}>
          <Select value={String(chosen)} onValue={(value) => setChosen(Number(value))}>
            {tables.map(({ table: one }, index) => (
              <option key={`${one.sheetId} ${one.range.top}`} value={index}>
                {one.project ? `${one.sheet} · ${one.project.value}` : one.sheet}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {table && (
        <Figures
          table={table}
          written={isScored(workbook.snapshot)}
          overwriting={state.settings.overwriteScores}
        />
      )}
      {stage.kind !== 'preview' && outcome && (
        <div className={styles.card}>
          <h3 className={styles.subheading}>{say('score.changed')}</h3>
          <ChangesList preview={outcome.preview} />
          {outcome.report.degradations.length > 0 && <Degradations state={state} />}
        </div>
      )}
    </section>
  );
}

/** Cells named one by one; more are only counted. */
const MOST_PLACES = 8;

function Degradations({ state }: Pick<PanelProps, 'state'>) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const places = new Map<Degradation['kind'], string[]>();
  for (const { kind, sheet, cell } of state.outcome?.report.degradations ?? []) {
    const list = places.get(kind) ?? [];
    list.push(cellLabel(sheet, cell));
    places.set(kind, list);
  }
  return (
    <>
      <h3 className={styles.subheading}>{say('degraded.title')}</h3>
      <ul className={styles.list}>
        {[...places].map(([kind, list]) => (
          <li key={kind} className={styles.text}>
            {say(`degraded.${kind}`, {
              count: list.length,
              places: list.slice(0, MOST_PLACES).join(say('degraded.between')),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Points of the score that are a person's, because nothing could be computed in their place. */
function pointsAsFilled({ table, rows, budget }: TableResult): number {
  const filled = table.indicators.flatMap(({ score }, at) =>
    rows[at]?.score === null ? [score?.value ?? 0] : [],
  );
  return sum(budget?.score === null ? [...filled, budget.filledScore ?? 0] : filled);
}

/** Whether a score that a person filled in is another than the computed one. */
function differsFromFilled({ table, rows, budget, totals }: TableResult): boolean {
  if (totals.filledScore !== null && totals.score !== null)
    return totals.filledScore !== totals.score;
  const differs = (filled: number | null, computed: number | null): boolean =>
    filled !== null && computed !== null && filled !== computed;
  return (
    differs(budget?.filledScore ?? null, budget?.score ?? null) ||
    table.indicators.some(({ score }, at) => differs(score?.value ?? null, rows[at]?.score ?? null))
  );
}

interface FiguresProps {
  readonly table: TableResult;
  readonly written: boolean;
  readonly overwriting: boolean;
}

function Figures({ table, written, overwriting }: FiguresProps) {
  const { say, tell, texts } = useSpeaker();
  const own = useStyles();
  const styles = usePaneStyles();
  const { totals, budget, profile } = table;
  const { filledScore } = totals;
  const asFilled = pointsAsFilled(table);
  const gap = gradeGap(table);
  return (
    <article className={styles.card} aria-label={say('score.figures')}>
      <dl className={own.figures}>
        <Figure name={say('score.score')} value={scoreText(totals.score)} />
        <Figure name={say('score.grade')} value={totals.grade ?? '—'} />
        {budget && <Figure name={say('score.rate')} value={rateText(budget.rate)} />}
      </dl>
      {differsFromFilled(table) && (
        <p className={styles.quiet}>
          {say(overwriting ? 'score.filledOverwriting' : 'score.filled', {
            total:
              filledScore === null
                ? ''
                : say('score.filledTotal', { score: scoreText(filledScore) }),
          })}
        </p>
      )}
      {asFilled !== 0 && (
        <p className={styles.quiet}>{say('score.asFilled', { points: scoreText(asFilled) })}</p>
      )}
      {gap && <p className={styles.quiet}>{tell(gap)}</p>}
      <LevelBars table={table} />
      <div className={styles.row}>
        <Badge tone={written ? 'good' : 'plain'}>
          {say(written ? 'score.written' : 'score.notWritten')}
        </Badge>
      </div>
      <p className={styles.quiet}>
        {say('score.profile', { profile: profileTitle(profile, texts.language) })}
      </p>
    </article>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  const own = useStyles();
  const styles = usePaneStyles();
  return (
    <div className={own.figure}>
      <dt className={styles.quiet}>{name}</dt>
      <dd className={own.number}>{value}</dd>
    </div>
  );
}
