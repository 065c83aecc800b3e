import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle24Regular } from '@fluentui/react-icons';
import type { Failure } from '../../../model/failure';
import { Face } from '../../../pane/faces';
import { usePaneStyles } from '../../../pane/styles';
import { useWorkbenchSpeaker } from '../frame/speaker';
import { Working } from '../frame/working';
import { useDesk } from './desk-context';
import type { Book, DeskState } from './desk-state';

const useStyles = makeStyles({
  over: {
    position: 'absolute',
    inset: 0,
    zIndex: 1,
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'auto',
  },
  face: { flexGrow: 1, overflow: 'auto', backgroundColor: tokens.colorNeutralBackground2 },
});

interface CoverProps {
  readonly book: Book;
  readonly grid: DeskState['grid'];
}

/** What stands over the grid while its book is opened, or could not be, or the grid is not there. */
export function GridCover({ book, grid }: CoverProps) {
  const { say } = useWorkbenchSpeaker();
  const desk = useDesk();
  const own = useStyles();
  const { stage } = book;
  switch (stage.kind) {
    case 'opening':
      return (
        <div className={own.over}>
          <Working
            label={say('opening', { name: book.name })}
            done={null}
            onCancel={() => desk.cancelOpening(book.id)}
          />
        </div>
      );
    case 'failed':
      return (
        <div className={mergeClasses(own.over, own.face)}>
          <FailedFace book={book} failure={stage.failure} />
        </div>
      );
    default:
      return <GridMissing grid={grid} />;
  }
}

function GridMissing({ grid }: Pick<CoverProps, 'grid'>) {
  const { say } = useWorkbenchSpeaker();
  const own = useStyles();
  if (grid === 'loading') {
    return (
      <div className={own.over}>
        <Working label={say('grid.loading')} done={null} />
      </div>
    );
  }
  if (grid !== 'failed') return null;
  return (
    <div className={own.over}>
      <Face icon={<ErrorCircle24Regular />} bad title={say('grid.failed')}>
        <p>{say('grid.failedText')}</p>
        <Button onClick={() => location.reload()}>{say('grid.reload')}</Button>
      </Face>
    </div>
  );
}

interface FailedProps {
  readonly book: Book;
  readonly failure: Failure;
}

/** A file that could not be opened, as the pane says that it could not read a workbook. */
function FailedFace({ book, failure }: FailedProps) {
  const { say, tell } = useWorkbenchSpeaker();
  const desk = useDesk();
  const styles = usePaneStyles();
  const { code, data } = failure;
  return (
    <div>
      <Face icon={<ErrorCircle24Regular />} bad title={say('failed.title', { name: book.name })}>
        <div role="alert" className={styles.section}>
          <p className={styles.text}>{tell({ key: `error.${code}.message`, data })}</p>
          <p className={styles.text}>{tell({ key: `error.${code}.hint`, data })}</p>
        </div>
        <div className={styles.row}>
          <Button appearance="primary" onClick={() => void desk.pickFiles()}>
            {say('failed.other')}
          </Button>
          <Button onClick={() => desk.close(book.id)}>{say('failed.close')}</Button>
        </div>
      </Face>
    </div>
  );
}
