import { Button } from '@fluentui/react-components';
import { namesOf } from '../../report/joint-outline';
import { Checkbox } from '../controls';
import { Disclosure } from '../disclosure';
import { usePaneTools } from '../pane-context';
import { usePaneStyles } from '../styles';
import { keyOf, type Pair } from './pairs';
import { useReportSpeaker } from './report-texts';

interface JointProps {
  /** The tables of all open workbooks. */
  readonly all: readonly Pair[];
  /** Those chosen, by their keys. */
  readonly joined: readonly string[];
  readonly onJoin: (joined: readonly string[]) => void;
}

/** Which of the open tables one report is written over; nothing where there is but one. */
export function JointChoice({ all, joined, onJoin }: JointProps) {
  const { say } = useReportSpeaker();
  const { surroundings } = usePaneTools();
  const styles = usePaneStyles();
  if (all.length < 2) return null;
  const keys = all.map(keyOf);
  const count = keys.filter((key) => joined.includes(key)).length;
  const names = namesOf(all.map(({ table }) => table));
  const places = all.map(({ table, book }) =>
    say('many.table', {
      document: book?.name ?? surroundings.documentName,
      sheet: table.table.sheet,
    }),
  );
  return (
    <Disclosure level="h3" label={count > 1 ? say('joint.chosen', { count }) : say('joint')}>
      <div className={styles.section}>
        <p className={styles.text}>{say('joint.text')}</p>
        {keys.map((key, at) => (
          <Checkbox
            key={key}
            label={say('joint.table', { name: names[at] ?? '', place: places[at] ?? '' })}
            checked={joined.includes(key)}
            onCheck={(isIn) =>
              onJoin(keys.filter((one) => (one === key ? isIn : joined.includes(one))))
            }
          />
        ))}
        <div className={styles.row}>
          <Button size="small" onClick={() => onJoin(count === all.length ? [] : keys)}>
            {say(count === all.length ? 'joint.none' : 'joint.all')}
          </Button>
        </div>
        {count === 1 && (
          <p className={styles.text} role="status">
            {say('joint.one')}
          </p>
        )}
      </div>
    </Disclosure>
  );
}
