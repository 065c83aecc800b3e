import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { cellAt, sheetsById } from '../model/address';
import { columnName, type CellRef } from '../model/grid';
import type { SheetSnapshot } from '../model/snapshot';
import { CONFIDENCE_THRESHOLD, type Indicator, type Table } from '../model/table';
import { directionOf } from '../scoring/direction';
import { sum } from '../quantity/exact';
import { CORRECTABLE } from './column-roles';
import { ColumnOffers } from './column-offers';
import { Disclosure } from './disclosure';
import { Badge, CellLink, Field, Select } from './controls';
import { scoreText } from './finding-items';
import { useSpeaker } from './language';
import { OtherTables, WhyTable } from './recognise-why';
import { usePaneTools, type PanelProps } from './pane-context';
import { usePaneStyles } from './styles';

/** More rows than this are not corrected by hand one by one. */
const SHOWN_ROWS = 100;

/** 识别: the tables found, each open to correction. */
export function RecognisePanel({ state, workbook }: PanelProps) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const { tables, offered, others } = workbook.result;
  return (
    <section className={styles.section} aria-labelledby="recognise-heading">
      <h2 className={styles.heading} id="recognise-heading" tabIndex={-1} data-home>
        {say('recognise.title', { count: tables.length })}
      </h2>
      <ColumnOffers {...{ state, workbook }} />
      {tables.map(({ table }, index) => (
        <TableCard key={`${table.sheetId} ${index}`} table={table} {...{ state, workbook }} />
      ))}
      {offered.length > 0 && (
        <>
          <h3 className={styles.subheading}>{say('recognise.offered')}</h3>
          <p className={styles.quiet}>{say('recognise.offeredText')}</p>
          {offered.map((table, index) => (
            <TableCard key={`${table.sheetId} ${index}`} table={table} {...{ state, workbook }} />
          ))}
        </>
      )}
      <OtherTables others={others} />
    </section>
  );
}

interface CardProps extends PanelProps {
  readonly table: Table;
}

function weightOf(table: Table): number | null {
  const funds = table.budget?.rows.find((row) => row.isTotal)?.weight?.value ?? null;
  const weights = table.indicators.map(({ weight }) => weight?.value ?? null);
  const known = [funds, ...weights].filter((weight) => weight !== null);
  return known.length === 0 ? null : sum(known);
}

function TableCard({ table, state, workbook }: CardProps) {
  const { say, tell } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const sure = table.confidence >= CONFIDENCE_THRESHOLD;
  const corner: CellRef = { row: table.range.top, column: table.range.left };
  const sheet = sheetsById(workbook.snapshot).get(table.sheetId);
  return (
    <article className={styles.card} aria-label={say('recognise.card', { sheet: table.sheet })}>
      <div className={styles.spread}>
        <CellLink onClick={() => void session.select(table.sheet, corner)}>{table.sheet}</CellLink>
        <Badge tone={sure ? 'good' : 'doubtful'}>
          {say('recognise.confidence', { percent: Math.round(table.confidence * 100) })}
        </Badge>
      </div>
      <p className={styles.text}>{table.title?.value ?? say('recognise.noTitle')}</p>
      {table.project && (
        <p className={styles.quiet}>{say('recognise.project', { name: table.project.value })}</p>
      )}
      <p className={styles.quiet}>
        {say('recognise.rows', {
          rows: table.indicators.length,
          weight: scoreText(weightOf(table)),
        })}
      </p>
      {table.remarks.map((remark) => (
        <p key={remark.key} className={styles.quiet}>
          {tell(remark)}
        </p>
      ))}
      <Disclosure level="h3" label={say('recognise.why')}>
        <WhyTable table={table} />
      </Disclosure>
      <Disclosure level="h3" label={say('recognise.columns')}>
        {sheet && <ColumnFields {...{ table, state, workbook, sheet }} />}
      </Disclosure>
      {table.kind === 'target' && (
        <Disclosure level="h3" label={say('recognise.directions')}>
          <DirectionFields {...{ table, state, workbook }} />
        </Disclosure>
      )}
    </article>
  );
}

interface FieldsProps extends CardProps {
  readonly sheet: SheetSnapshot;
}

/** What stands at the head of a column, shortened for a list. */
function headOf(sheet: SheetSnapshot, table: Table, column: number): string {
  for (let row = table.header.bottom; row >= table.header.top; row--) {
    const value = cellAt(sheet, { row, column });
    if (typeof value === 'string' && value.trim() !== '') {
      return brief(value);
    }
  }
  return '';
}

const brief = (head: string): string => head.replace(/\s+/g, '').slice(0, 12);

function ColumnFields({ table, state, workbook, sheet }: FieldsProps) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const remembered = workbook.snapshot.ledger?.mapping[table.sheet] ?? {};
  const chosen: Readonly<Record<string, string>> = {
    ...remembered,
    ...state.choices.mapping[table.sheet],
  };
  const columns = Array.from({ length: sheet.columnCount }, (_, column) => ({
    letter: columnName(column),
    head: headOf(sheet, table, column),
  }));
  return (
    <div className={styles.section}>
      <p className={styles.quiet}>{say('recognise.columnsText')}</p>
      {CORRECTABLE[table.kind].map((role) => {
        const found = table.columns[role];
        const letter = chosen[role] ?? '';
        const automatic = found
          ? say('recognise.automatic', { letter: columnName(found.column) })
          : say('recognise.automaticNone');
        return (
          <Field
            key={role}
            label={say(`role.${role}`)}
            {...(found && letter === ''
              ? {
                  hint: say(`recognise.by.${found.told ?? 'head'}`, {
                    head: brief(found.label),
                    percent: Math.round(found.confidence * 100),
                  }),
                }
              : {})}
          >
            <Select
              value={letter}
              onValue={(value) =>
                void session.setColumn(table.sheet, role, value === '' ? null : value)
              }
            >
              <option value="">{letter === '' ? automatic : say('recognise.back')}</option>
              {columns.map(({ letter: one, head }) => (
                <option key={one} value={one}>
                  {say('recognise.column', { letter: one, head })}
                </option>
              ))}
            </Select>
          </Field>
        );
      })}
    </div>
  );
}

function DirectionFields({ table, state, workbook }: CardProps) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const [all, setAll] = useState(false);
  const open = table.indicators.filter(isOpenDirection);
  const shown = all ? open : open.slice(0, SHOWN_ROWS);
  const fixed = table.indicators.length - open.length;
  return (
    <div className={styles.section}>
      <p className={styles.quiet}>{say('recognise.directionsText', { fixed })}</p>
      {shown.map((indicator) => (
        <DirectionField key={indicator.row} {...{ table, state, workbook, indicator }} />
      ))}
      {shown.length < open.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {say('more', { count: open.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

/** A sign (≥, ≤, =, a range) or a wording leaves no direction to choose. */
const isOpenDirection = ({ target }: Indicator): boolean =>
  target.op === null && target.value !== null && target.kind !== 'date';

interface DirectionProps extends CardProps {
  readonly indicator: Indicator;
}

function DirectionField({ table, state, workbook, indicator }: DirectionProps) {
  const { say } = useSpeaker();
  const { session } = usePaneTools();
  const remembered = state.choices.directions ?? workbook.snapshot.ledger?.directions ?? {};
  const chosen = remembered[table.sheet]?.[indicator.name];
  const direction = directionOf(indicator) === 'reverse' ? 'reverse' : 'positive';
  return (
    <Field label={indicator.name} hint={indicator.target.text}>
      <Select
        value={chosen ?? ''}
        onValue={(value) =>
          void session.setDirection(
            table.sheet,
            indicator.name,
            value === 'positive' || value === 'reverse' ? value : null,
          )
        }
      >
        <option value="">
          {chosen ? say('recognise.back') : say(`direction.automatic.${direction}`)}
        </option>
        <option value="positive">{say('direction.positive')}</option>
        <option value="reverse">{say('direction.reverse')}</option>
      </Select>
    </Field>
  );
}
