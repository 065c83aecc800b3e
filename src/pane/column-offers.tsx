import { Button } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { columnOffers, knownColumns } from '../engine/known-columns';
import { CORRECTABLE_ROLES } from './column-roles';
import { keptColumns, readKnownColumns } from './kept-columns';
import { useSpeaker } from './language';
import { usePaneTools, type PanelProps } from './pane-context';
import { usePaneStyles } from './styles';

type Offer = readonly [
  sheet: string,
  columns: readonly (readonly [(typeof CORRECTABLE_ROLES)[number], string])[],
];

/** Columns a person named in an earlier form with the same heads, to be taken by one press. */
export function ColumnOffers({ state, workbook }: PanelProps) {
  const { say } = useSpeaker();
  const { session, surroundings } = usePaneTools();
  const styles = usePaneStyles();
  const { snapshot, result } = workbook;
  useEffect(() => {
    const added = knownColumns(snapshot, result);
    const { columns } = surroundings;
    if (!columns || added.length === 0) return;
    columns.keep(JSON.stringify(keptColumns(readKnownColumns(columns.read()), added)));
  }, [snapshot, result, surroundings]);
  const offers = useMemo(
    () =>
      Object.entries(
        columnOffers(snapshot, result, readKnownColumns(surroundings.columns?.read() ?? null)),
      ).map(([sheet, columns]): Offer => [
        sheet,
        CORRECTABLE_ROLES.flatMap((role): Offer[1] => {
          const letter = columns[role];
          return letter === undefined ? [] : [[role, letter]];
        }),
      ]),
    [snapshot, result, surroundings],
  );
  const take = async ([sheet, columns]: Offer): Promise<void> => {
    for (const [role, letter] of columns) await session.setColumn(sheet, role, letter);
  };
  const busy = state.stage.kind === 'working';
  return offers.map((offer) => (
    <article key={offer[0]} className={styles.card} aria-label={say('recognise.known')}>
      <p className={styles.text}>
        {say('recognise.knownText', {
          sheet: offer[0],
          columns: offer[1]
            .map(([role, letter]) =>
              say('recognise.knownColumn', { role: say(`role.${role}`), letter }),
            )
            .join(say('recognise.between')),
        })}
      </p>
      <div className={styles.row}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => !busy && void take(offer)}
        >
          {say('recognise.takeKnown')}
        </Button>
      </div>
    </article>
  ));
}
