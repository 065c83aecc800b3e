import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { cellLabel } from '../model/address';
import { cellName } from '../model/grid';
import { CellLink } from './controls';
import { isCellError, type CellValue } from '../model/snapshot';
import { useSpeaker } from './language';
import { usePaneTools } from './pane-context';
import type { CellChange, Preview } from './preview';
import { usePaneStyles } from './styles';

const useStyles = makeStyles({
  change: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  after: { fontWeight: tokens.fontWeightSemibold },
});

const PAGE = 30;

/** What is written: cells old → new, marks and sheets. */
export function ChangesList({ preview }: { readonly preview: Preview }) {
  const { say } = useSpeaker();
  const styles = usePaneStyles();
  const [shown, setShown] = useState(PAGE);
  const { cells, flags, sheets, removed } = preview;
  const set = flags.error + flags.warning + flags.info;
  return (
    <div className={styles.section}>
      <h3 className={styles.subheading}>{say('change.cells', { count: cells.length })}</h3>
      {cells.length === 0 && <p className={styles.quiet}>{say('change.noCells')}</p>}
      <ul className={styles.list}>
        {cells.slice(0, shown).map((change) => (
          <Change key={cellLabel(change.sheet, change.cell)} change={change} />
        ))}
      </ul>
      {cells.length > shown && (
        <Button size="small" onClick={() => setShown(shown + PAGE * 4)}>
          {say('more', { count: cells.length - shown })}
        </Button>
      )}
      {set + flags.cleared > 0 && (
        <>
          <h3 className={styles.subheading}>{say('change.flags', { count: set })}</h3>
          <p className={styles.text}>{say('change.flagCounts', flags)}</p>
        </>
      )}
      {sheets.length + removed.length > 0 && (
        <>
          <h3 className={styles.subheading}>
            {say('change.sheets', { count: sheets.length + removed.length })}
          </h3>
          <ul className={styles.list}>
            {sheets.map(({ name, isNew }) => (
              <li key={name} className={styles.text}>
                {say(isNew ? 'change.sheetNew' : 'change.sheetAgain', { name })}
              </li>
            ))}
            {removed.map((name) => (
              <li key={name} className={styles.text}>
                {say('change.sheetRemoved', { name })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Change({ change }: { readonly change: CellChange }) {
  const { say, tell } = useSpeaker();
  const { session } = usePaneTools();
  const own = useStyles();
  const styles = usePaneStyles();
  const { sheet, cell, label, before, after, formulas, why } = change;
  const name = typeof label === 'string' ? label : tell(label);
  const textOf = (value: CellValue): string =>
    isCellError(value) ? value.error : String(value ?? '');
  const isText = typeof before === 'string' && before !== '' && typeof after === 'number';
  const stood = isText ? say('change.text', { text: before }) : textOf(before);
  const was = formulas.before === null ? stood : `=${formulas.before}`;
  const becomes = formulas.after === null ? textOf(after) : `=${formulas.after}`;
  return (
    <li className={own.change}>
      <div className={styles.row}>
        <CellLink onClick={() => void session.select(sheet, cell)}>{cellName(cell)}</CellLink>
        <span className={styles.text}>{name}</span>
      </div>
      <span className={styles.text}>
        <span className={was === '' ? styles.quiet : own.before}>{was || say('change.blank')}</span>
        <span aria-hidden> → </span>
        <span className={own.after}>{becomes || say('change.blank')}</span>
      </span>
      {why && <span className={styles.quiet}>{tell(why)}</span>}
    </li>
  );
}
